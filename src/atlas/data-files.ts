import { createHash } from 'node:crypto';
import { stringify } from 'csv-stringify/sync';
import { COLUMN_WORDS, TABLE_WORDS } from '../i18n/columns.ts';
import type { SourceRecord } from './records.ts';
import type { Rows } from './tables.ts';

/** A file of the public data, by its name below `/data/`. */
export interface DataFile {
  readonly name: string;
  readonly type: string;
  readonly body: string;
}

/** What the Data Package says of the whole, beside its tables. */
export interface About {
  /** The version of the content. */
  readonly version: string;
  /** The whole address of the site; undefined where its origin is not known. */
  readonly homepage?: string | undefined;
  /** The documents that the data rest on. */
  readonly sources: readonly Pick<SourceRecord, 'title' | 'subtitle' | 'publisher' | 'address'>[];
}

/** The JSON and CSV of every table, and the Data Package that describes them. */
export function dataFiles(tables: readonly Rows[], about: About): DataFile[] {
  const files = tables.flatMap((table) => [jsonFile(table), csvFile(table)]);
  return [...files, packageFile(tables, files, about)];
}

function jsonFile({ name, rows }: Rows): DataFile {
  return { name: `${name}.json`, type: 'application/json; charset=utf-8', body: `${JSON.stringify(rows, null, 1)}\n` };
}

function csvFile({ name, columns, rows }: Rows): DataFile {
  const names = columns.map((column) => column.name);
  const body = stringify(
    rows.map((row) => names.map((column) => cellText(row[column] ?? null))),
    { header: true, columns: names, record_delimiter: '\r\n' },
  );
  return { name: `${name}.csv`, type: 'text/csv; charset=utf-8', body };
}

function cellText(cell: Rows['rows'][number][string] | null): string {
  if (cell === null || cell === undefined) return '';
  return typeof cell === 'object' ? JSON.stringify(cell) : String(cell);
}

/** `datapackage.json` (Frictionless Data Package 1): every file with its hash, every column with type and meaning. */
function packageFile(tables: readonly Rows[], files: readonly DataFile[], about: About): DataFile {
  const descriptor = {
    profile: 'tabular-data-package',
    name: 'county-practice-atlas',
    title: '县域做法图谱',
    description: '各县基层党建报道中的做法和数据，逐条注明出处。数字为各县自己公布，未经核实；口径不同的数不能相比。',
    version: about.version,
    ...(about.homepage ? { homepage: about.homepage } : {}),
    contributors: [{ title: '县域做法图谱', role: 'wrangler' }],
    sources: about.sources.map(({ title, subtitle, publisher, address }) => ({
      title: `${title}${subtitle ? `：${subtitle}` : ''}${publisher ? `（${publisher}）` : ''}`,
      ...(address ? { path: address } : {}),
    })),
    licenses: [
      {
        name: 'CC-BY-4.0',
        path: 'https://creativecommons.org/licenses/by/4.0/',
        title: 'Creative Commons Attribution 4.0',
      },
    ],
    resources: tables.flatMap((table) =>
      (['csv', 'json'] as const).map((format) => {
        const file = files.find(({ name }) => name === `${table.name}.${format}`);
        const body = file?.body ?? '';
        return {
          profile: 'tabular-data-resource',
          name: format === 'csv' ? table.name : `${table.name}-json`,
          title: TABLE_WORDS[table.name],
          path: `${table.name}.${format}`,
          format,
          mediatype: format === 'csv' ? 'text/csv' : 'application/json',
          encoding: 'utf-8',
          ...(format === 'csv' ? { dialect: { delimiter: ',', lineTerminator: '\r\n', header: true } } : {}),
          bytes: Buffer.byteLength(body),
          hash: `sha256:${sha256(body)}`,
          schema: schemaOf(table),
        };
      }),
    ),
  };
  return {
    name: 'datapackage.json',
    type: 'application/json; charset=utf-8',
    body: `${JSON.stringify(descriptor, null, 1)}\n`,
  };
}

function schemaOf(table: Rows) {
  return {
    fields: table.columns.map(({ name, type, required }) => ({
      name,
      type,
      description: COLUMN_WORDS[table.name][name] ?? '',
      ...(required ? { constraints: { required: true } } : {}),
    })),
    primaryKey: table.primaryKey,
    foreignKeys: Object.entries(table.foreignKeys).map(([fields, resource]) => ({
      fields,
      reference: { resource, fields: 'id' },
    })),
    missingValues: [''],
  };
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
