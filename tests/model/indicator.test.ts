import { expect, test } from 'vitest';
import { indicatorSchema } from '../../src/model/indicator.ts';

const INDICATOR = { name: '报酬', english: 'Pay', definition: '发给书记个人的报酬。', unit: '元' };

test('an indicator may say of pairs of figures why they are not alike', () => {
  const unlike = [{ figures: ['mou/pay', 'lin/pay'], because: '一个含补贴' }];
  expect(indicatorSchema.parse({ ...INDICATOR, unlike })).toEqual({ ...INDICATOR, aliases: [], unlike });
});

test.each([
  ['a unit that is not in the table', { unit: '万元' }],
  ['a pair of one', { unlike: [{ figures: ['mou/pay'], because: '一个含补贴' }] }],
  ['a pair of three', { unlike: [{ figures: ['mou/a', 'mou/b', 'mou/c'], because: '一个含补贴' }] }],
  ['a figure without its county', { unlike: [{ figures: ['pay', 'lin/pay'], because: '一个含补贴' }] }],
  ['a pair without a reason', { unlike: [{ figures: ['mou/pay', 'lin/pay'] }] }],
  ['figures, which name their indicators themselves', { figures: [] }],
])('an indicator may not have %s', (_, change) => {
  expect(indicatorSchema.safeParse({ ...INDICATOR, ...change }).success).toBe(false);
});
