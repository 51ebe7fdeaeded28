import { createHash } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { dataFiles } from '../../src/atlas/data-files.ts';
import { type Rows, tablesOf } from '../../src/atlas/tables.ts';
import { COLUMN_WORDS } from '../../src/i18n/columns.ts';
import { validAtlas } from './fixture.ts';

const tables = tablesOf(validAtlas(), '/');
const sources = [
  { title: '甲县经验', subtitle: '某县纪实', publisher: '某报', address: 'https://a.example/1' },
  { title: '乙县经验', subtitle: undefined, publisher: null, address: null },
];
const about = { version: '0123456789ab', homepage: 'https://atlas.example/atlas/', sources };
const files = dataFiles(tables, about);
const body = (name: string) => files.find((file) => file.name === name)?.body ?? '';

// As a re-user would: the types of the columns decide what a cell of text is.
function read(csv: string, columns: Rows['columns']): Record<string, unknown>[] {
  const rows: Record<string, string>[] = parse(csv, { columns: true });
  return rows.map((row) =>
    Object.fromEntries(
      columns.map(({ name, type }) => {
        const cell = row[name] ?? '';
        if (cell === '') return [name, null];
        return [name, type === 'string' ? cell : JSON.parse(cell)];
      }),
    ),
  );
}

describe('the files of a table', () => {
  test.each(tables)('$name agree, JSON and CSV, and hold the rows', ({ name, columns, rows }) => {
    expect(JSON.parse(body(`${name}.json`))).toEqual(rows);
    expect(read(body(`${name}.csv`), columns)).toEqual(rows);
  });

  test('are JSON, CSV and one description', () => {
    expect(files.map(({ name }) => name)).toEqual([
      ...tables.flatMap(({ name }) => [`${name}.json`, `${name}.csv`]),
      'datapackage.json',
    ]);
    for (const { type } of files) expect(type).toMatch(/charset=utf-8$/);
  });
});

describe('CSV', () => {
  test.each([
    ['quotes', '他说"好"'],
    ['a line break', '第一行\n第二行'],
    ['a line break of Windows', '第一行\r\n第二行'],
    ['a comma', '甲,乙'],
    ['what looks like a formula', '=SUM(A1:A2)'],
    ['a minus in front', '-3万元'],
    ['an at sign in front', '@甲'],
    ['blanks around', ' 甲 '],
    ['a number with a zero', '007'],
    ['what looks like JSON', '["甲"]'],
    ['a character outside of the basic plane', '𬭚县'],
  ])('gives back %s', (_, text) => {
    const columns = [
      { name: 'id', type: 'string', required: true },
      { name: 'aliases', type: 'array', required: true },
    ] as const;
    const table: Rows = {
      name: 'terms',
      columns,
      primaryKey: ['id'],
      foreignKeys: {},
      rows: [{ id: text, aliases: [text, 1] }],
    };
    const csv = dataFiles([table], about).find(({ name }) => name === 'terms.csv')?.body ?? '';
    expect(read(csv, columns)).toEqual(table.rows);
  });

  test('has a head and lines that end as RFC 4180 says', () => {
    expect(body('terms.csv').split('\r\n')[0]).toBe('id,name,english,aliases,everyday,explanation,url');
    expect(body('terms.csv')).toMatch(/\r\n$/);
  });
});

describe('the Data Package', () => {
  interface Field {
    readonly name: string;
    readonly type: string;
    readonly description: string;
  }
  interface Resource {
    readonly name: string;
    readonly path: string;
    readonly bytes: number;
    readonly hash: string;
    readonly schema: {
      readonly fields: readonly Field[];
      readonly primaryKey: readonly string[];
      readonly foreignKeys: readonly { readonly fields: string; readonly reference: { readonly resource: string } }[];
    };
  }
  const packaged: { resources: readonly Resource[]; version: string; licenses: { name: string }[] } = JSON.parse(
    body('datapackage.json'),
  );

  test('describes every other file with its size and hash', () => {
    expect(packaged.resources.map(({ path }) => path).sort()).toEqual(
      files
        .map(({ name }) => name)
        .filter((name) => name !== 'datapackage.json')
        .sort(),
    );
    for (const { path, bytes, hash } of packaged.resources) {
      expect(bytes).toBe(Buffer.byteLength(body(path)));
      expect(hash).toBe(`sha256:${createHash('sha256').update(body(path)).digest('hex')}`);
    }
  });

  test('names resources once, in the letters that the standard allows', () => {
    const names = packaged.resources.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[a-z0-9._-]+$/);
  });

  test('describes every column in words, in the order of the file', () => {
    for (const table of tables) {
      const resource = packaged.resources.find(({ name }) => name === table.name);
      expect(resource?.schema.fields.map(({ name }) => name)).toEqual(table.columns.map(({ name }) => name));
      for (const { name, description } of resource?.schema.fields ?? [])
        expect(description).toBe(COLUMN_WORDS[table.name][name]);
    }
  });

  test('has keys that name columns and resources that exist', () => {
    const names = packaged.resources.map(({ name }) => name);
    for (const { schema } of packaged.resources) {
      const columns = schema.fields.map(({ name }) => name);
      expect(columns).toEqual(expect.arrayContaining([...schema.primaryKey]));
      for (const { fields, reference } of schema.foreignKeys) {
        expect(columns).toContain(fields);
        expect(names).toContain(reference.resource);
      }
    }
  });

  test('says the licence and the version that it is given', () => {
    expect(packaged.licenses.map(({ name }) => name)).toEqual(['CC-BY-4.0']);
    expect(packaged.version).toBe('0123456789ab');
  });

  test('names the documents that it rests on, and its homepage where that is known', () => {
    expect(JSON.parse(body('datapackage.json'))).toMatchObject({
      homepage: 'https://atlas.example/atlas/',
      contributors: [{ title: '县域做法图谱', role: 'wrangler' }],
      sources: [{ title: '甲县经验：某县纪实（某报）', path: 'https://a.example/1' }, { title: '乙县经验' }],
    });
    const files = dataFiles(tables, { ...about, homepage: undefined });
    expect(JSON.parse(files.at(-1)?.body ?? '')).not.toHaveProperty('homepage');
  });
});
