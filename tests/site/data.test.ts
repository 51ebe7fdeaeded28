import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, inject, it } from 'vitest';
import { currentAtlas } from '../../src/atlas/current.ts';

type Cell = string | number | boolean | null | readonly (string | number)[];
type Row = Readonly<Record<string, Cell>>;

interface FieldSchema {
  readonly name: string;
  readonly type: 'string' | 'number' | 'integer' | 'boolean' | 'array';
  readonly description: string;
  readonly constraints?: { readonly required?: boolean };
}

interface Resource {
  readonly name: string;
  readonly path: string;
  readonly format: 'csv' | 'json';
  readonly mediatype: string;
  readonly encoding: string;
  readonly bytes: number;
  readonly hash: string;
  readonly dialect?: { readonly delimiter: string; readonly lineTerminator: string };
  readonly schema: {
    readonly fields: readonly FieldSchema[];
    readonly primaryKey: readonly string[];
    readonly foreignKeys: readonly {
      readonly fields: string;
      readonly reference: { readonly resource: string; readonly fields: string };
    }[];
    readonly missingValues: readonly string[];
  };
}

interface Package {
  readonly profile: string;
  readonly name: string;
  readonly licenses: readonly { readonly name: string; readonly path: string }[];
  readonly resources: readonly Resource[];
}

const TABLES = [
  'counties',
  'figures',
  'initiatives',
  'themes',
  'indicators',
  'sources',
  'terms',
  'false-friends',
  'questions',
  'changes',
];

// What DESIGN §4 promises; a figure’s range stands in two columns of its own, so that the table stays flat.
const PROMISED: Readonly<Record<string, readonly string[]>> = {
  counties: ['id', 'name', 'english', 'province', 'prefecture', 'seal', 'period', 'summary', 'url'],
  figures: [
    ...[
      'county',
      'id',
      'label',
      'printed',
      'value',
      'valueMin',
      'valueMax',
      'unit',
      'bound',
      'nature',
      'measure',
      'per',
    ],
    ...['scope', 'asOf', 'period', 'at', 'source', 'clause', 'initiative', 'indicators', 'notes', 'key', 'url'],
  ],
  initiatives: [
    ...['id', 'county', 'name', 'english', 'aliases', 'parts', 'themes', 'at', 'summary', 'text', 'figures', 'url'],
  ],
  themes: ['id', 'name', 'english', 'question', 'summary', 'url'],
  indicators: ['id', 'name', 'english', 'definition', 'url'],
  sources: ['id', 'county', 'title', 'publisher', 'date', 'sha256', 'remarks', 'url'],
  terms: ['id', 'name', 'english', 'explanation', 'url'],
  'false-friends': ['id', 'name', 'english', 'uses', 'contrast', 'url'],
  questions: ['id', 'question', 'english', 'summary', 'answers', 'unsaid', 'url'],
  changes: ['id', 'date', 'kind', 'county', 'table', 'record', 'name', 'field', 'from', 'to', 'why', 'target', 'url'],
};

/** What a table's text says of a cell, by the type that the description gives. */
function cellOf(text: string, { type }: FieldSchema, missing: readonly string[]): Cell {
  if (missing.includes(text)) return null;
  if (type === 'string') return text;
  const value: unknown = JSON.parse(text);
  if (typeof value === 'number' || typeof value === 'boolean' || Array.isArray(value)) return value as Cell;
  throw new Error(`${text} is no ${type}`);
}

function isOf(cell: Cell, type: FieldSchema['type']): boolean {
  if (type === 'array') return Array.isArray(cell) && cell.every((one) => ['string', 'number'].includes(typeof one));
  if (type === 'integer') return Number.isInteger(cell);
  if (type === 'number') return typeof cell === 'number' && Number.isFinite(cell);
  return typeof cell === type;
}

const sites = inject('sites');

describe.each(['root', 'based'] as const)('the public data of the site “%s”', (site) => {
  const folder = join(sites[site], 'data');
  const bytesOf = (name: string) => readFileSync(join(folder, name));
  const described: Package = JSON.parse(bytesOf('datapackage.json').toString());
  const resource = (table: string, format: 'csv' | 'json') => {
    const found = described.resources.find(({ path }) => path === `${table}.${format}`);
    if (!found) throw new Error(`${table}.${format} is not described`);
    return found;
  };
  const json = (table: string): Row[] => JSON.parse(bytesOf(`${table}.json`).toString());
  const csv = (table: string): string[][] => parse(bytesOf(`${table}.csv`), { record_delimiter: '\r\n' });
  const rows = new Map(TABLES.map((table) => [table, json(table)]));
  const idsOf = (table: string) => new Set(rows.get(table)?.map(({ id }) => id));

  it('is the nine tables as JSON and CSV and their description, and every file is described once', () => {
    const files = TABLES.flatMap((table) => [`${table}.csv`, `${table}.json`]);
    expect(described.resources.map(({ path }) => path).sort()).toEqual(files.sort());
    expect(new Set(described.resources.map(({ name }) => name)).size).toBe(files.length);
    expect(readdirSync(folder).sort()).toEqual([...files, 'datapackage.json', 'index.html'].sort());
    expect(described.profile).toBe('tabular-data-package');
    expect(described.licenses.map(({ name }) => name)).toEqual(['CC-BY-4.0']);
    expect(described.name).toMatch(/^[a-z0-9._-]+$/);
  });

  it('is not empty: one row for each record of the site', () => {
    const atlas = currentAtlas();
    const { counties, figures, initiatives, themes, indicators, sources, terms, falseFriends, questions, changes } =
      atlas;
    const counts = TABLES.map((table) => rows.get(table)?.length);
    const expected = [
      counties,
      figures,
      initiatives,
      themes,
      indicators,
      sources,
      terms,
      falseFriends,
      questions,
      changes,
    ];
    expect(counts).toEqual(expected.map((list) => ('size' in list ? list.size : list.length)));
    expect(rows.get('figures')?.length).toBeGreaterThan(80);
  });

  it.each(described.resources)(
    'gives the size and the checksum of $path as it is',
    ({ path, bytes, hash, encoding }) => {
      const body = bytesOf(path);
      expect(body.byteLength).toBe(bytes);
      expect(`sha256:${createHash('sha256').update(body).digest('hex')}`).toBe(hash);
      expect(encoding).toBe('utf-8');
      expect(new TextDecoder('utf-8', { fatal: true }).decode(body)).not.toMatch(/^\ufeff/);
    },
  );

  it.each(TABLES)('says in the CSV of %s what it says in the JSON', (table) => {
    const { schema, dialect } = resource(table, 'csv');
    const [head, ...body] = csv(table);
    expect(dialect).toMatchObject({ delimiter: ',', lineTerminator: '\r\n' });
    expect(head).toEqual(schema.fields.map(({ name }) => name));
    const read = body.map((cells) =>
      Object.fromEntries(
        schema.fields.map((field, i) => [field.name, cellOf(cells[i] ?? '', field, schema.missingValues)]),
      ),
    );
    expect(read).toEqual(rows.get(table));
    expect(resource(table, 'json').schema).toEqual(schema);
  });

  it.each(TABLES)('describes every column of %s, and every row has exactly these, each of its type', (table) => {
    const { fields } = resource(table, 'json').schema;
    for (const { name, description } of fields) expect(description.trim(), `${table}.${name}`).not.toBe('');
    expect(fields.map(({ name }) => name)).toEqual(expect.arrayContaining([...(PROMISED[table] ?? ['?'])]));
    for (const row of rows.get(table) ?? []) {
      expect(Object.keys(row)).toEqual(fields.map(({ name }) => name));
      for (const { name, type, constraints } of fields) {
        const cell = row[name] ?? null;
        const where = `${table} ${row.county ?? ''}/${row.id} ${name}: ${JSON.stringify(cell)}`;
        if (cell === null) expect(constraints?.required, where).not.toBe(true);
        else expect(isOf(cell, type), where).toBe(true);
      }
    }
  });

  it.each(TABLES)('names every row of %s by its key once, and every key of another table is there', (table) => {
    const { primaryKey, foreignKeys } = resource(table, 'csv').schema;
    const keys = (rows.get(table) ?? []).map((row) => primaryKey.map((name) => row[name]).join('/'));
    expect(new Set(keys).size).toBe(keys.length);
    for (const { fields, reference } of foreignKeys) {
      const column = resource(reference.resource, 'csv').schema.fields.find(({ name }) => name === reference.fields);
      expect(column, reference.resource).toBeDefined();
      const known = new Set(rows.get(reference.resource)?.map((row) => row[reference.fields]));
      // What belongs to no county has none.
      const owned = (rows.get(table) ?? []).filter((row) => table !== 'changes' || row[fields] !== null);
      for (const row of owned) expect(known, `${table}.${fields}`).toContain(row[fields]);
    }
    if (['figures', 'initiatives', 'sources'].includes(table)) {
      expect(foreignKeys.map(({ fields }) => fields)).toContain('county');
    }
  });

  it('leads from every list of names to rows that are there', () => {
    const refs = (table: string) => new Set(rows.get(table)?.map(({ county, id }) => `${county}/${id}`));
    const [figures, initiatives] = [refs('figures'), refs('initiatives')];
    const list = (cell: Cell | undefined) => (Array.isArray(cell) ? cell : []);
    for (const row of rows.get('counties') ?? []) {
      for (const id of list(row.sources)) expect(idsOf('sources')).toContain(id);
      for (const id of list(row.figures)) expect(figures).toContain(`${row.id}/${id}`);
      for (const id of list(row.initiatives)) expect(initiatives).toContain(`${row.id}/${id}`);
    }
    for (const row of rows.get('initiatives') ?? []) {
      expect(list(row.themes).length).toBeGreaterThan(0);
      for (const id of list(row.themes)) expect(idsOf('themes')).toContain(id);
      for (const id of list(row.figures)) expect(figures).toContain(`${row.county}/${id}`);
    }
    for (const row of rows.get('figures') ?? []) {
      if (row.initiative !== null) expect(initiatives).toContain(`${row.county}/${row.initiative}`);
      for (const id of list(row.indicators)) expect(idsOf('indicators')).toContain(id);
      // A place in the source that is there.
      const source = rows.get('sources')?.find(({ id }) => id === row.source);
      expect(list(row.at).length).toBeGreaterThan(0);
      for (const at of list(row.at)) expect(Number(source?.paragraphs)).toBeGreaterThanOrEqual(Number(at));
    }
    for (const row of rows.get('themes') ?? []) {
      for (const ref of list(row.initiatives)) expect(initiatives).toContain(ref);
    }
    for (const row of rows.get('indicators') ?? []) {
      for (const ref of list(row.figures)) expect(figures).toContain(ref);
    }
  });

  it('has every number filled in: no place stands empty in any text', () => {
    for (const [table, list] of rows) {
      for (const row of list) {
        for (const [name, cell] of Object.entries(row)) {
          expect(String(cell), `${table} ${row.id} ${name}`).not.toMatch(/[{}]|undefined|\[object/);
        }
      }
    }
    const pay = rows.get('counties')?.find(({ id }) => id === 'hengdong')?.summary;
    expect(pay).toContain('3053元/月');
  });

  it('gives a figure either a value, or the two ends of a range, or nothing where the source is vague', () => {
    for (const { id, value, valueMin, valueMax, bound } of rows.get('figures') ?? []) {
      expect((valueMin === null) === (valueMax === null), String(id)).toBe(true);
      expect(value !== null && valueMin !== null, String(id)).toBe(false);
      if (value === null && valueMin === null) expect(bound, String(id)).toBe('vague');
      if (valueMin !== null) expect(Number(valueMin)).toBeLessThan(Number(valueMax));
    }
  });

  it('gives every row an address of its own under the base path', () => {
    const urls = [...rows.values()].flat().map(({ url }) => String(url));
    const base = site === 'based' ? '/atlas/' : '/';
    for (const url of urls) expect(url.startsWith(base) && !url.startsWith('//')).toBe(true);
    expect(new Set(urls).size).toBe(urls.length);
  });
});

describe('the public data', () => {
  it('differs between two places of the site in nothing but the addresses', () => {
    for (const table of TABLES) {
      const [root, based] = [sites.root, sites.based].map((folder) =>
        readFileSync(join(folder, 'data', `${table}.csv`), 'utf8'),
      );
      expect(based?.replaceAll('/atlas/', '/')).toBe(root);
    }
  });
});
