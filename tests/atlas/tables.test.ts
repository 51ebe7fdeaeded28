import { describe, expect, test } from 'vitest';
import { TABLE_NAMES, tablesOf } from '../../src/atlas/tables.ts';
import { COLUMN_WORDS, TABLE_WORDS } from '../../src/i18n/columns.ts';
import { UNIT_NAMES } from '../../src/model/units.ts';
import { validAtlas } from './fixture.ts';

const tables = tablesOf(validAtlas(), '/');
const rowsOf = (name: string) => tables.find((table) => table.name === name)?.rows ?? [];
const row = (name: string, id: string) => rowsOf(name).find((one) => one.id === id);

describe('every table', () => {
  test('is made, in order', () => {
    expect(tables.map(({ name }) => name)).toEqual(TABLE_NAMES);
    expect(Object.keys(TABLE_WORDS)).toEqual(TABLE_NAMES);
  });

  test.each(tables)('$name has words for every column, and no words without a column', ({ name, columns }) => {
    expect(Object.keys(COLUMN_WORDS[name]).sort()).toEqual(columns.map((column) => column.name).sort());
    for (const words of Object.values(COLUMN_WORDS[name])) expect(words).not.toBe('');
  });

  test.each(tables)('$name has flat rows with every column in order', ({ columns, rows }) => {
    expect(rows.length).toBeGreaterThan(0);
    for (const one of rows) {
      expect(Object.keys(one)).toEqual(columns.map(({ name }) => name));
      for (const cell of Object.values(one).flat())
        expect(['string', 'number', 'boolean']).toContain(cell === null ? 'string' : typeof cell);
    }
  });

  test.each(tables)('$name has cells of the type that its columns say', ({ columns, rows }) => {
    for (const { name, type, required } of columns) {
      for (const cell of rows.map((one) => one[name])) {
        if (cell === null) expect(required).toBe(false);
        else if (type === 'array') expect(Array.isArray(cell)).toBe(true);
        else if (type === 'integer') expect(Number.isInteger(cell)).toBe(true);
        else expect(typeof cell).toBe(type);
      }
    }
  });

  test.each(tables)(
    '$name has a primary key that is unique, and foreign keys that lead to rows',
    ({ primaryKey, foreignKeys, rows }) => {
      const keys = rows.map((one) => primaryKey.map((column) => one[column]).join('/'));
      expect(new Set(keys).size).toBe(rows.length);
      for (const [column, table] of Object.entries(foreignKeys)) {
        const owned = rows.filter((one) => one[column] !== null);
        expect(owned.length).toBeGreaterThan(0);
        for (const one of owned) expect(rowsOf(table).map(({ id }) => id)).toContain(one[column]);
      }
    },
  );
});

test('the columns that are promised are there', () => {
  const names = (table: string) => tables.find(({ name }) => name === table)?.columns.map(({ name }) => name);
  expect(names('figures')).toEqual(
    expect.arrayContaining(
      'county id label printed value unit bound nature measure per scope asOf period at source clause initiative indicators notes key'.split(
        ' ',
      ),
    ),
  );
  expect(names('initiatives')).toEqual(
    expect.arrayContaining('id county name english aliases parts themes at summary text figures url'.split(' ')),
  );
  expect(names('sources')).toEqual(expect.arrayContaining('id county title publisher date sha256 remarks'.split(' ')));
});

describe('a row', () => {
  test('of a figure has its value, or the ends of its range, or neither', () => {
    const values = (id: string) => ['value', 'valueMin', 'valueMax'].map((column) => row('figures', id)?.[column]);
    expect(values('secretary-wage')).toEqual([3000, null, null]);
    expect(values('sessions')).toEqual([null, 3, 5]);
    expect(values('trained')).toEqual([null, null, null]);
  });

  test('of a figure says what its unit counts, and what is the default', () => {
    expect(row('figures', 'trained')).toMatchObject({ counts: 'people', nature: 'result', scope: null, key: false });
    expect(UNIT_NAMES).toContain(row('figures', 'trained')?.unit);
  });

  test('writes stretches of time as EDTF, open ends as ..', () => {
    expect(row('figures', 'trained')?.period).toBe('2015/2016');
    expect(row('counties', 'lin')?.period).toBe('2015/..');
    expect(row('initiatives', 'pay')?.period).toBe('2015');
    expect(row('initiatives', 'village-pay')?.period).toBeNull();
  });

  test('has its texts filled with figures as printed', () => {
    expect(row('counties', 'lin')?.summary).toBe('讲书记的报酬和培训，工资为3000元/月。');
    expect(row('figures', 'secretary-wage')?.notes).toEqual(['与数十人无关']);
    expect(row('sources', 'lin-2017')?.remarks).toEqual(['vague-number: 只写数十人，没有写几期。']);
    expect(JSON.stringify(tables.map(({ rows }) => rows))).not.toMatch(/\{[a-z]+(?:[-/][a-z]+)+\}/);
  });

  test('links below the base path', () => {
    const based = tablesOf(validAtlas(), '/atlas/');
    const urls = based.flatMap(({ rows }) => rows.map(({ url }) => url));
    expect(urls).toContain('/atlas/counties/lin/#fig-trained');
    for (const url of urls) expect(url).toMatch(/^\/atlas\/[a-z]/);
    expect(row('terms', 'two-committees')?.url).toBe('/terms/#two-committees');
  });
});
