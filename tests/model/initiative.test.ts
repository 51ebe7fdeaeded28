import { describe, expect, test } from 'vitest';
import { initiativeSchema } from '../../src/model/initiative.ts';

const INITIATIVE = {
  id: 'pay',
  name: '报酬',
  english: 'Pay',
  themes: ['incentives'],
  at: 1,
  summary: '报酬与考核挂钩。',
};
const fits = (change: Record<string, unknown>) => initiativeSchema.safeParse({ ...INITIATIVE, ...change }).success;

test('an initiative bears the source’s name unless said otherwise', () => {
  expect(initiativeSchema.parse(INITIATIVE)).toMatchObject({
    coined: false,
    aliases: [],
    parts: [],
    formerly: [],
    at: [1],
  });
});

describe('an initiative', () => {
  test.each([
    ['a date as its period', { period: '2018-05' }],
    ['a stretch of time as its period', { period: { from: '2018' } }],
    ['an id that only begins like an anchor', { id: 'figure-one' }],
  ])('may have %s', (_, change) => {
    expect(fits(change)).toBe(true);
  });

  test.each([
    ['an id that is a figure’s anchor', { id: 'fig-pay' }],
    ['an id that is a remark’s anchor', { id: 'remark-pay' }],
    ['no theme', { themes: [] }],
    ['a period upside down', { period: { from: '2018', to: '2016' } }],
    ['an empty part', { parts: [''] }],
    ['an old id with blanks', { formerly: ['old id'] }],
    ['a county', { county: 'mou' }],
  ])('may not have %s', (_, change) => {
    expect(fits(change)).toBe(false);
  });
});
