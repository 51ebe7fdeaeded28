import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cut, cutQuery, type Field, type Role } from '../../src/search/cut.ts';
import { KINDS } from '../../src/search/kinds.ts';
import type { SearchRecord } from '../../src/search/records.ts';
import {
  ALIASES_AT_ONCE,
  type CountyLabel,
  inOrder,
  type PackedTable,
  packTable,
  type Row,
  rankOfName,
  rankOfPlace,
  readTable,
  type ThemeLabel,
  withWords,
} from '../../src/search/table.ts';
import { COUNTIES, idOf, placesIn, record, THEMES, tableOf, term, wordsOfContent } from './fake.ts';

// Few letters, so that names share stretches; signs that count for nothing, stops, and signs that are several words.
const SIGNS = [...'甲甲乙乙丙丁aB1', ...'“”《》（）·', ...'，。％%.…㎡', '𠮷'];
const text = fc.array(fc.constantFrom(...SIGNS), { minLength: 1, maxLength: 8 }).map((signs) => signs.join('').trim());
const body = text.filter((one) => cutQuery(one).length > 0);
// Names as the site has them: no stop at their ends.
const name = text.filter((one) => cutQuery(one).length > 0 && cutQuery(one).length === cut(one).length);
const fieldsOf = fc
  .record({
    name,
    alias: fc.array(name, { maxLength: 3 }),
    part: fc.array(body, { maxLength: 2 }),
    figure: fc.array(body, { maxLength: 2 }),
    summary: fc.array(body, { maxLength: 1 }),
    prose: fc.array(body, { maxLength: 3 }),
    english: fc.array(body, { maxLength: 1 }),
  })
  .map((texts) =>
    (Object.entries(texts) as [Role, string | string[]][]).flatMap(([role, list]) =>
      [list].flat().map((one): Field => ({ role, text: one })),
    ),
  );

const label = (id: string): CountyLabel => ({ id, name: `${id}县`, seal: '印', date: '2020年' });
const many = { counties: Array.from({ length: 150 }, (_, i) => label(`c${i}`)), themes: themesOf(150) };

function themesOf(count: number): ThemeLabel[] {
  return Array.from({ length: count }, (_, i) => ({ id: `t${i}`, name: `专题${i}` }));
}

function roundTrip(records: readonly SearchRecord[], counties = COUNTIES, themes = THEMES) {
  const packed: PackedTable = JSON.parse(JSON.stringify(packTable(records, counties, themes, idOf)));
  return { packed, table: readTable(packed) };
}

const record150 = fc
  .record({
    kind: fc.constantFrom(...KINDS),
    county: fc.nat({ max: 149 }),
    themes: fc.uniqueArray(fc.nat({ max: 149 }), { maxLength: 4 }),
    fields: fieldsOf,
  })
  .map(({ kind, county, themes, fields }) => ({
    kind,
    county: `c${county}`,
    themes: themes.map((n) => `t${n}`),
    fields,
  }));
const records150 = fc.array(record150, { maxLength: 12 }).map((list) =>
  list.map(({ kind, county, themes, fields }, n): SearchRecord => {
    const url = kind === 'initiative' ? `/counties/${county}/#r${n}` : `/${kind}/r${n}/`;
    const home = kind === 'initiative' || n % 2 === 0 ? county : undefined;
    return { url, kind, county: home, themes, fields, everyday: [], printed: [] };
  }),
);

describe('a table that is packed and read', () => {
  test('has every record as it was: address, kind, county, themes and name', () => {
    fc.assert(
      fc.property(records150, (records) => {
        const { table } = roundTrip(records, many.counties, many.themes);
        expect(table.counties).toEqual(many.counties);
        expect(table.themes).toEqual(many.themes);
        expect(table.rows.length).toBe(records.length);
        records.forEach(({ url, kind, county, themes, fields }, n) => {
          const row = table.rows[n];
          expect({ ...row, county: row?.county?.id, themes: row?.themes.map(({ id }) => id) }).toMatchObject({
            n,
            url,
            kind,
            county,
            themes,
            name: fields.find(({ role }) => role === 'name')?.text,
          });
        });
      }),
      { numRuns: 200 },
    );
  });

  test('keeps each of more counties and themes apart than there are single letters', () => {
    const records = many.counties.map(({ id }, n) => record(`r${n}`, '甲', { county: id, themes: [`t${n}`] }));
    const { rows } = roundTrip(records, many.counties, many.themes).table;
    expect(rows.map(({ county }) => county)).toEqual(many.counties);
    expect(rows.flatMap(({ themes }) => themes)).toEqual(many.themes);
  });

  test('has the aliases of initiatives, counties and indicators, and leaves out those of others', () => {
    const records = KINDS.map((kind) =>
      record(kind, { name: '甲', alias: ['乙', '“丙”，丁'] }, { kind, county: 'dongan' }),
    );
    for (const { kind, aliases, keys } of roundTrip(records).table.rows) {
      const [stop] = cut('，');
      expect(aliases, kind).toEqual(ALIASES_AT_ONCE.includes(kind) ? ['乙', '“丙”，丁'] : []);
      expect(keys, kind).toEqual(ALIASES_AT_ONCE.includes(kind) ? ['甲', '乙', `丙${stop?.key}丁`] : ['甲']);
    }
  });

  test('takes up the other names when they come', () => {
    const { table } = roundTrip([term('a', '甲', '乙'), record('b', { name: '丙', alias: '丁' })]);
    const { rows } = withWords(table, [[0, '乙', '戊']]);
    expect(rows.map(({ aliases }) => aliases)).toEqual([['乙', '戊'], ['丁']]);
    expect(table.rows[0]?.aliases).toEqual([]);
  });

  test('has of a false friend the practices that share the name, and of these the false friend', () => {
    const urls = ['/counties/dongan/#b', '/counties/hengdong/#a', '/counties/nowhere/#gone'];
    const { packed, table } = roundTrip([
      record('a', '甲'),
      record('b', '乙', { county: 'dongan' }),
      record('c', '丙'),
      record('f', '“甲”：所指不同', { kind: 'friend', sharedBy: urls }),
    ]);
    const [a, b, c, friend] = table.rows;
    expect(packed.friends).toEqual([[3, 1, 0]]);
    expect(friend?.users).toEqual([b, a]);
    expect(friend?.friends).toEqual([]);
    expect([a?.friends, b?.friends, c?.friends]).toEqual([[friend], [friend], []]);
    expect(a?.users).toEqual([]);
  });

  test('finds a record by Pagefind’s name for it, whatever language stands before it', () => {
    const records = ['a', 'b', 'c'].map((id) => record(id, id));
    const { table } = roundTrip(records);
    for (const [n, { url }] of records.entries()) {
      expect(table.byIndex(idOf(url))?.n).toBe(n);
      expect(table.byIndex(idOf(url).replace('und_', 'zh-cn_'))?.n).toBe(n);
    }
    expect(table.byIndex('und_zzzzzzz')).toBeUndefined();
  });

  test('sends as few digits of those names as tell them apart', () => {
    const records = ['a', 'b', 'c'].map((id) => record(id, id));
    const digitsOf = (...ids: string[]) => {
      const names = new Map(records.map(({ url }, n) => [url, `und_${ids[n]}`]));
      const packed = packTable(records, COUNTIES, THEMES, (url) => names.get(url) ?? '');
      const table = readTable(packed);
      expect(ids.map((id) => table.byIndex(`und_${id}`)?.n)).toEqual([0, 1, 2]);
      return packed.digits;
    };
    expect(digitsOf('abcdefg', 'bbcdefg', 'cbcdefg')).toBe(3);
    expect(digitsOf('abcdefg', 'abceefg', 'bbcdefg')).toBe(4);
    expect(digitsOf('abcdefg', 'abcdefh', 'bbcdefg')).toBe(7);
    expect(digitsOf('abc', 'abcdefh', 'bbcdefg')).toBe(4);
  });
});

describe('the order of names in a record', () => {
  test('is the shortest first, and of two as long the name itself', () => {
    const fields: Field[] = [
      { role: 'name', text: '甲乙丙' },
      { role: 'alias', text: '甲乙丙丁' },
      { role: 'alias', text: '丁丁丁' },
      { role: 'alias', text: '“甲”' },
      { role: 'prose', text: '乙' },
      { role: 'english', text: 'Alpha' },
    ];
    expect(inOrder(fields).map((field) => field.text)).toEqual(['“甲”', '甲乙丙', '丁丁丁', '甲乙丙丁', '乙']);
  });
});

describe('the rank by name', () => {
  const rank = (phrase: string, of: string | Partial<Record<Role, string | string[]>>) => {
    const row = tableOf([record('a', of)]).rows[0] as Row;
    return rankOfName(row, cutQuery(phrase).join(''));
  };

  test('knows a whole name, a whole alias, and parts of either', () => {
    const texts = { name: '党建示范街', alias: ['“示范街”', '红色一条街'] };
    expect(rank('党建示范街', texts)).toEqual({ tier: 'name', kind: 'initiative', share: 1 });
    expect(rank('示范街', texts)).toEqual({ tier: 'alias', kind: 'initiative', share: 1 });
    expect(rank('党建', texts)).toEqual({ tier: 'name-part', kind: 'initiative', share: 2 / 5 });
    expect(rank('红色', texts)).toEqual({ tier: 'alias-part', kind: 'initiative', share: 2 / 5 });
    expect(rank('示范', texts)?.tier).toBe('name-part');
    expect(rank('蓝色', texts)).toBeUndefined();
  });

  test('takes of several aliases the one that the phrase fills most', () => {
    expect(rank('示范', { name: '甲', alias: ['示范一条街', '示范街', '示范点打造'] })?.share).toBe(2 / 3);
  });

  test('is that of a naive search through name and aliases', () => {
    fc.assert(
      fc.property(fieldsOf, name, fc.nat(), fc.nat(), (fields, other, a, b) => {
        const names = fields.filter(({ role }) => role === 'name' || role === 'alias');
        const from = names[a % names.length]?.text ?? '';
        const cuts = cutQuery(b % 5 === 0 ? other : from);
        const phrase = cuts.slice(b % cuts.length).slice(0, 1 + (a % 4));
        fc.pre(cutQuery(phrase.join('')).length === phrase.length);
        const row = tableOf([{ ...record('a', '甲'), fields }]).rows[0] as Row;
        const found = rankOfName(row, phrase.join(''));
        const held = names.filter((field) => placesIn(cutQuery(field.text), phrase).length > 0);
        const tiers = held.map(({ role, text: own }) =>
          cutQuery(own).length === phrase.length ? role : `${role}-part`,
        );
        expect(found?.tier).toBe(['name', 'alias', 'name-part', 'alias-part'].find((tier) => tiers.includes(tier)));
      }),
      { numRuns: 1000 },
    );
  });
});

/**
 * How a record answers a phrase, looked for field by field: of the shortest name or alias that holds it; else of the first role
 * that does.
 */
function naiveTier(fields: readonly Field[], phrase: readonly string[]): string | undefined {
  const held = fields.filter(
    (field) =>
      placesIn(
        cut(field.text).map(({ key }) => key),
        phrase,
      ).length > 0,
  );
  const names = held
    .filter(({ role }) => role === 'name' || role === 'alias')
    .map((field) => ({ role: field.role, length: cut(field.text).length }))
    .sort((a, b) => a.length - b.length || (a.role === 'name' ? -1 : b.role === 'name' ? 1 : 0));
  const [best] = names;
  if (best) return best.length === phrase.length ? best.role : `${best.role}-part`;
  return (['part', 'figure', 'summary', 'prose'] as const).find((role) => held.some((field) => field.role === role));
}

describe('the rank by place', () => {
  const rank = (phrase: string, texts: Partial<Record<Role, string | string[]>>) => {
    const one = record('a', texts);
    const keys = cutQuery(phrase);
    const [at] = placesIn(wordsOfContent(one.fields), keys);
    return at === undefined ? undefined : rankOfPlace(tableOf([one]).rows[0] as Row, at, keys.length);
  };
  const texts = {
    name: '党建示范街',
    alias: ['红色一条街'],
    part: ['一处广场', '两处文化墙'],
    figure: ['33个：省级贫困村', '1486万元：投入'],
    summary: '沿街布置。',
    prose: ['第一段，街长五百米。', '第二段。'],
  };

  test.each([
    ['党建示范街', 'name', 1],
    ['红色一条街', 'alias', 1],
    ['党建', 'name-part', 2 / 5],
    ['红色', 'alias-part', 2 / 5],
    ['文化墙', 'part', 3 / 11],
    ['1486', 'figure', 4 / 20],
    ['沿街', 'summary', 2 / 6],
    ['街长', 'prose', 2 / 16],
    ['第二段', 'prose', 3 / 16],
  ] as const)('of %s is %s', (phrase, tier, share) => {
    const found = rank(phrase, texts);
    expect(found?.tier).toBe(tier);
    expect(found?.kind).toBe('initiative');
    // In later roles a share of all that stands there, letters of roles and stops with it.
    expect(found?.share).toBeCloseTo(share, 10);
  });

  test('of a phrase that is an alias and part of the name is that of the alias', () => {
    expect(rank('示范街', { name: '党建示范街', alias: '“示范街”' })?.tier).toBe('alias');
    expect(rank('示范街', { name: '示范街', alias: ['党建示范街'] })?.tier).toBe('name');
  });

  test('of what stands in prose alone is not moved by roles that a record lacks', () => {
    expect(rank('街长', { name: '甲', prose: '街长五百米' })?.tier).toBe('prose');
    expect(rank('街长', { name: '甲', figure: '街长五百米' })?.tier).toBe('figure');
    expect(rank('街长', { name: '甲', part: '街长五百米' })?.tier).toBe('part');
    expect(rank('街长', { name: '甲', summary: '街长五百米', prose: '街长' })?.tier).toBe('summary');
  });

  test('is that of a naive search, for any run of words of any record', () => {
    fc.assert(
      fc.property(fieldsOf, fc.nat(), fc.nat(), fc.integer({ min: 1, max: 8 }), (fields, which, from, length) => {
        const indexed = fields.filter(({ role }) => role !== 'english');
        const words = cut(indexed[which % indexed.length]?.text ?? '').map(({ key }) => key);
        const start = from % words.length;
        const phrase = words.slice(start, start + length);
        const [at] = placesIn(wordsOfContent(fields), phrase);
        const row = tableOf([{ ...record('a', '甲'), fields }]).rows[0] as Row;
        const found = rankOfPlace(row, at ?? -1, phrase.length);
        expect(found.tier).toBe(naiveTier(indexed, phrase));
        expect(found.share).toBeGreaterThan(0);
        expect(found.share).toBeLessThanOrEqual(1);
        if (found.tier === 'name' || found.tier === 'alias') expect(found.share).toBe(1);
      }),
      { numRuns: 1500 },
    );
  });
});
