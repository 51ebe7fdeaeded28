import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addressOf,
  type Chosen,
  choicesOf,
  FACETS,
  type Facet,
  NOTHING_CHOSEN,
  passes,
  readChosen,
} from '../../src/search/facets.ts';
import { KINDS } from '../../src/search/kinds.ts';
import type { Row } from '../../src/search/table.ts';
import { COUNTIES, record, THEMES, tableOf } from './fake.ts';

const records = fc
  .array(
    fc.record({
      kind: fc.constantFrom(...KINDS),
      county: fc.option(fc.constantFrom(...COUNTIES.map(({ id }) => id)), { nil: undefined }),
      themes: fc.subarray(THEMES.map(({ id }) => id)),
    }),
    { maxLength: 12 },
  )
  .map((list) => list.map((one, n) => record(`r${n}`, `名${n}`, { ...one, county: one.county ?? 'dongan' })));
const chosen: fc.Arbitrary<Chosen> = fc.record({
  counties: fc.subarray(COUNTIES.map(({ id }) => id)).map((ids) => new Set(ids)),
  themes: fc.subarray(THEMES.map(({ id }) => id)).map((ids) => new Set(ids)),
  kinds: fc.subarray([...KINDS]).map((ids) => new Set<string>(ids)),
});
const table = tableOf([
  record('a', '甲', { county: 'hengdong', themes: ['branches'] }),
  record('b', '乙', { county: 'dongan', themes: ['branches', 'members'] }),
  record('c', '丙', { kind: 'term' }),
]);
const [a, b, c] = table.rows as [Row, Row, Row];
const choose = (facet: Facet, ...ids: string[]): Chosen => ({ ...NOTHING_CHOSEN, [facet]: new Set(ids) });

describe('what passes', () => {
  test('is everything where nothing is chosen', () => {
    for (const row of table.rows) expect(passes(row, NOTHING_CHOSEN)).toBe(true);
  });

  test('has one of the values chosen of each facet', () => {
    expect(passes(a, choose('counties', 'hengdong'))).toBe(true);
    expect(passes(b, choose('counties', 'hengdong'))).toBe(false);
    expect(passes(b, choose('counties', 'hengdong', 'dongan'))).toBe(true);
    expect(passes(b, choose('themes', 'members'))).toBe(true);
    expect(passes(c, choose('counties', 'hengdong'))).toBe(false);
    expect(passes(c, choose('kinds', 'term'))).toBe(true);
    expect(passes(b, { ...choose('themes', 'members'), counties: new Set(['hengdong']) })).toBe(false);
  });

  test('is not held back by the facet that is left out', () => {
    expect(passes(b, choose('counties', 'hengdong'), 'counties')).toBe(true);
    expect(passes(b, choose('counties', 'hengdong'), 'kinds')).toBe(false);
  });
});

describe('the choices of a facet', () => {
  test('have the counts that remain once one is chosen, as a naive count has them', () => {
    fc.assert(
      fc.property(records, chosen, (list, picked) => {
        const { rows, counties, themes } = tableOf(list);
        for (const facet of FACETS) {
          const choices = choicesOf(rows, facet, picked, table);
          const all: Record<Facet, readonly string[]> = {
            counties: counties.map(({ id }) => id),
            themes: themes.map(({ id }) => id),
            kinds: KINDS,
          };
          const counted = all[facet].map((id) => {
            const alone = { ...picked, [facet]: new Set([id]) };
            const found = list.filter((one) => {
              const home = [one.county].flatMap((county) => county ?? []);
              const of = { counties: home, themes: one.themes, kinds: [one.kind] };
              return FACETS.every((each) => alone[each].size === 0 || of[each].some((value) => alone[each].has(value)));
            });
            return { id, count: found.length, chosen: picked[facet].has(id) };
          });
          expect(choices).toEqual(counted.filter((choice) => choice.count > 0 || choice.chosen));
        }
      }),
      { numRuns: 500 },
    );
  });

  test('keep a chosen value that no result has, so that it can be taken back', () => {
    expect(choicesOf([a], 'counties', choose('counties', 'dongan'), table)).toEqual([
      { id: 'hengdong', count: 1, chosen: false },
      { id: 'dongan', count: 0, chosen: true },
    ]);
  });

  test('stand in the order of the table, not of the results', () => {
    expect(choicesOf([b, a], 'counties', NOTHING_CHOSEN, table).map(({ id }) => id)).toEqual(['hengdong', 'dongan']);
  });
});

describe('an address', () => {
  const back = (address: string) => {
    const params = new URLSearchParams(address);
    return { query: params.get('q'), ...readChosen(params, table) };
  };

  test('gives query and choice back, whatever was typed', () => {
    const typed = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('a&b=c', '100%', '五化 #1?', 'a+b', '党建，'),
    );
    fc.assert(
      fc.property(typed, chosen, (query, picked) => {
        fc.pre(query.isWellFormed());
        expect(back(addressOf(query, picked))).toEqual({ query, chosen: picked, unknown: [] });
      }),
    );
  });

  test('is short where nothing is chosen, and lists values with commas', () => {
    expect(addressOf('abc', NOTHING_CHOSEN)).toBe('?q=abc');
    expect(addressOf('abc', choose('counties', 'hengdong', 'dongan'))).toBe('?q=abc&counties=hengdong,dongan');
  });

  test('may repeat a facet instead, and have empty values', () => {
    const { chosen: read, unknown } = readChosen(
      new URLSearchParams('counties=hengdong&counties=dongan,,&kinds='),
      table,
    );
    expect([...read.counties]).toEqual(['hengdong', 'dongan']);
    expect(read.kinds.size).toBe(0);
    expect(unknown).toEqual([]);
  });

  test('of half a letter is still an address', () => {
    expect(addressOf('\ud800', NOTHING_CHOSEN)).toBe('?q=%EF%BF%BD');
  });

  test('that names what the site does not have is read without it, and tells it', () => {
    const { chosen: read, unknown } = readChosen(
      new URLSearchParams('counties=hengdong,atlantis&themes=none&kinds=term,hengdong'),
      table,
    );
    expect(read).toEqual({ counties: new Set(['hengdong']), themes: new Set(), kinds: new Set(['term']) });
    expect(unknown).toEqual(['atlantis', 'none', 'hengdong']);
  });
});
