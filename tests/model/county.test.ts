import { describe, expect, test } from 'vitest';
import { countySchema } from '../../src/model/county.ts';

const COUNTY = {
  name: '某县',
  english: 'Mou County',
  province: '某省',
  prefecture: '某市',
  seal: '某',
  period: { from: '2016', to: '2018' },
  summary: '书记责任制和问责办法。',
  sources: ['mou-2018'],
  figures: [],
  initiatives: [
    { id: 'pay', name: '报酬', english: 'Pay', themes: ['incentives'], at: 1, summary: '报酬与考核挂钩。' },
  ],
};

const fits = (change: Record<string, unknown>) => countySchema.safeParse({ ...COUNTY, ...change }).success;

test('a county whose coverage is not said is a selection: silence is claimed only where it was said to be whole', () => {
  expect(countySchema.parse(COUNTY)).toMatchObject({ coverage: 'partial', changes: [] });
});

describe('a county', () => {
  test.each([
    ['a seal outside of the basic plane', { seal: '𬭚' }],
    ['no figures', { figures: [] }],
    [
      'a change without a record, which is one of the whole page',
      { changes: [{ date: '2026-01-31', kind: 'added', why: '补入全文' }] },
    ],
  ])('may have %s', (_, change) => {
    expect(fits(change)).toBe(true);
  });

  test.each([
    ['a name in Latin letters', { name: 'Mou' }],
    ['a seal of two characters', { seal: '某县' }],
    ['a seal that is no Han character', { seal: '1' }],
    ['no source', { sources: [] }],
    ['no initiative', { initiatives: [] }],
    ['a lead of a few words', { lead: '很短' }],
    ['a coverage of another kind', { coverage: 'most' }],
    ['a change without a reason', { changes: [{ date: '2026-01-31', kind: 'added' }] }],
    ['a population', { population: 1 }],
  ])('may not have %s', (_, change) => {
    expect(fits(change)).toBe(false);
  });
});
