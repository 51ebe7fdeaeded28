import { expect, test } from 'vitest';
import { indicatorSchema } from '../../src/model/indicator.ts';

const INDICATOR = {
  name: '报酬',
  english: 'Pay',
  definition: '发给书记个人的报酬。',
  unit: '元',
  themes: ['incentives'],
};

test('an indicator may say of pairs of figures why they are not alike', () => {
  const unlike = [{ figures: ['mou/pay', 'lin/pay'], because: '一个含补贴' }];
  expect(indicatorSchema.parse({ ...INDICATOR, unlike })).toEqual({
    ...INDICATOR,
    aliases: [],
    also: [],
    computed: [],
    unlike,
  });
});

test.each([
  ['a unit that is not in the table', { unit: '万元' }],
  ['no theme', { themes: [] }],
  ['one figure that is unlike nothing', { unlike: [{ figures: ['mou/pay'], because: '一个含补贴' }] }],
  ['a value computed in no way', { computed: [{ id: 'rate', label: '占比' }] }],
  [
    'a value computed in two ways',
    { computed: [{ id: 'r', label: '占比', share: ['a/b', 'a/c'], sum: ['a/b', 'a/c'] }] },
  ],
  ['a share of three', { computed: [{ id: 'rate', label: '占比', share: ['a/b', 'a/c', 'a/d'] }] }],
  ['a term without its county', { computed: [{ id: 'rate', label: '占比', share: ['b', 'a/c'] }] }],
  ['a pair without a reason', { unlike: [{ figures: ['mou/pay', 'lin/pay'] }] }],
  ['figures, which name their indicators themselves', { figures: [] }],
])('an indicator may not have %s', (_, change) => {
  expect(indicatorSchema.safeParse({ ...INDICATOR, ...change }).success).toBe(false);
});

test('an indicator may set one figure against several, and name a value that it computes', () => {
  const computed = [{ id: 'rate', label: '占比', share: ['mou/part', 'mou/whole'] }];
  const unlike = [{ figures: ['rate'], against: ['lin/rate', 'pan/rate'], because: '所占的整体不同' }];
  expect(indicatorSchema.parse({ ...INDICATOR, computed, unlike })).toMatchObject({ computed, unlike });
});
