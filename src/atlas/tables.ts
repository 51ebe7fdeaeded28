import { intervalOf } from '../model/date.ts';
import { countedBy } from '../model/units.ts';
import type {
  Atlas,
  ChangeRecord,
  CountyRecord,
  FalseFriendRecord,
  FigureRecord,
  IndicatorRecord,
  InitiativeRecord,
  QuestionRecord,
  SourceRecord,
  TermRecord,
  ThemeRecord,
} from './records.ts';
import { filled } from './resolve.ts';

/** The types of Table Schema that are used; an array stands as JSON in a CSV cell. */
export type ColumnType = 'string' | 'number' | 'integer' | 'boolean' | 'array';
export type Cell = string | number | boolean | null | readonly (string | number)[];

/** One column of a public table: its type, whether it can be empty, and how a record gives it. Its words are in the dictionary. */
export interface Column<T> {
  readonly name: string;
  readonly type: ColumnType;
  readonly required?: boolean;
  readonly of: (record: T) => Cell | undefined;
}

/** A public table. From this one definition follow the JSON, the CSV and its description. */
export interface Table<T = never> {
  readonly name: TableName;
  readonly columns: readonly Column<T>[];
  readonly primaryKey: readonly string[];
  /** Columns that hold the `id` of a row of another table. */
  readonly foreignKeys: Readonly<Record<string, TableName>>;
  readonly records: readonly T[];
}

export const TABLE_NAMES = [
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
] as const;
export type TableName = (typeof TABLE_NAMES)[number];

/** A table with its rows made: flat records, every column present, null where a record has nothing. */
export interface Rows {
  readonly name: TableName;
  readonly columns: readonly { readonly name: string; readonly type: ColumnType; readonly required: boolean }[];
  readonly primaryKey: readonly string[];
  readonly foreignKeys: Readonly<Record<string, TableName>>;
  readonly rows: readonly Readonly<Record<string, Cell>>[];
}

const text = <T>(name: string, of: (record: T) => string | undefined | null): Column<T> => ({
  name,
  type: 'string',
  of,
});
const must = <T>(name: string, of: (record: T) => string): Column<T> => ({ name, type: 'string', required: true, of });
const list = <T>(name: string, of: (record: T) => readonly (string | number)[]): Column<T> => ({
  name,
  type: 'array',
  required: true,
  of,
});

/** All public tables of an atlas. `base` is the path that the site stands under, with slashes at both ends. */
export function tablesOf(atlas: Atlas, base: string): Rows[] {
  const link = (record: { readonly url: string }) => base.replace(/\/$/, '') + record.url;
  const fill = (words: string, county?: string) => filled(words, atlas.figures, county);

  const counties: Table<CountyRecord> = {
    name: 'counties',
    primaryKey: ['id'],
    foreignKeys: {},
    records: atlas.counties,
    columns: [
      must('id', (county) => county.id),
      must('name', (county) => county.name),
      must('english', (county) => county.english),
      must('province', (county) => county.province),
      must('prefecture', (county) => county.prefecture),
      must('seal', (county) => county.seal),
      text('period', (county) => county.period && intervalOf(county.period)),
      must('coverage', (county) => county.coverage),
      must('summary', (county) => fill(county.summary, county.id)),
      text('lead', (county) => (county.lead ? fill(county.lead, county.id) : null)),
      list('sources', (county) => county.sources.map(({ id }) => id)),
      list('figures', (county) => county.figures.map(({ id }) => id)),
      list('initiatives', (county) => county.initiatives.map(({ id }) => id)),
      list('changes', (county) => county.changes.map(({ date, why }) => `${date} ${fill(why, county.id)}`)),
      must('url', link),
    ],
  };
  const figures: Table<FigureRecord> = {
    name: 'figures',
    primaryKey: ['county', 'id'],
    foreignKeys: { county: 'counties', source: 'sources' },
    records: [...atlas.figures.values()],
    columns: [
      must('county', ({ county }) => county.id),
      must('id', ({ id }) => id),
      must('label', ({ label }) => label),
      must('printed', ({ printed }) => printed),
      { name: 'value', type: 'number', of: ({ value }) => (typeof value === 'number' ? value : null) },
      { name: 'valueMin', type: 'number', of: ({ value }) => rangeOf(value)?.min },
      { name: 'valueMax', type: 'number', of: ({ value }) => rangeOf(value)?.max },
      must('unit', ({ unit }) => unit),
      must('counts', ({ unit }) => countedBy(unit)),
      must('bound', ({ bound }) => bound),
      must('nature', ({ nature }) => nature),
      text('measure', ({ measure }) => measure),
      list('per', ({ per }) => per),
      text('scope', ({ scope }) => scope),
      text('of', ({ of }) => of),
      text('partOf', ({ partOf }) => partOf?.id),
      text('stage', ({ stage }) => stage),
      text('asOf', ({ asOf }) => asOf),
      text('period', ({ period }) => period && intervalOf(period)),
      list('at', ({ at }) => at),
      must('source', ({ source }) => source.id),
      text('clause', ({ clause }) => clause),
      text('initiative', ({ initiative }) => initiative?.id),
      list('indicators', ({ indicators }) => indicators.map(({ id }) => id)),
      list('notes', ({ notes, county }) => notes.map((note) => fill(note, county.id))),
      list('remarks', ({ remarks }) => remarks.map(({ id }) => id)),
      { name: 'key', type: 'boolean', required: true, of: ({ key }) => key },
      must('url', link),
    ],
  };
  const initiatives: Table<InitiativeRecord> = {
    name: 'initiatives',
    primaryKey: ['county', 'id'],
    foreignKeys: { county: 'counties', source: 'sources' },
    records: [...atlas.initiatives.values()],
    columns: [
      must('id', ({ id }) => id),
      must('county', ({ county }) => county.id),
      must('name', ({ name }) => name),
      { name: 'coined', type: 'boolean', required: true, of: ({ coined }) => coined },
      must('english', ({ english }) => english),
      list('aliases', ({ aliases }) => aliases),
      list('everyday', ({ everyday }) => everyday),
      list('parts', ({ parts }) => parts),
      list('themes', ({ themes }) => themes.map(({ id }) => id)),
      text('who', ({ who }) => who),
      text('period', ({ period }) =>
        period === undefined ? null : typeof period === 'string' ? period : intervalOf(period),
      ),
      list('at', ({ at }) => at),
      must('source', ({ source }) => source.id),
      must('summary', ({ summary, county }) => fill(summary, county.id)),
      text('text', (initiative) => initiative.text),
      list('figures', (initiative) => initiative.figures.map(({ id }) => id)),
      list('remarks', ({ remarks }) => remarks.map(({ id }) => id)),
      list('formerly', ({ formerly }) => formerly),
      must('url', link),
    ],
  };
  const themes: Table<ThemeRecord> = {
    name: 'themes',
    primaryKey: ['id'],
    foreignKeys: {},
    records: atlas.themes,
    columns: [
      must('id', ({ id }) => id),
      must('name', ({ name }) => name),
      must('english', ({ english }) => english),
      list('aliases', ({ aliases }) => aliases),
      { name: 'order', type: 'integer', required: true, of: ({ order }) => order },
      must('question', ({ question }) => question),
      must('summary', ({ summary }) => fill(summary)),
      text('text', (theme) => theme.text),
      list('initiatives', (theme) => theme.initiatives.map(({ ref }) => ref)),
      must('url', link),
    ],
  };
  const indicators: Table<IndicatorRecord> = {
    name: 'indicators',
    primaryKey: ['id'],
    foreignKeys: {},
    records: atlas.indicators,
    columns: [
      must('id', ({ id }) => id),
      must('name', ({ name }) => name),
      must('english', ({ english }) => english),
      list('aliases', ({ aliases }) => aliases),
      must('definition', ({ definition }) => definition),
      must('unit', ({ unit }) => unit),
      list('also', ({ also }) => also),
      list('themes', ({ themes }) => themes.map(({ id }) => id)),
      list('figures', (indicator) => indicator.figures.map(({ ref }) => ref)),
      list('computed', ({ computed }) =>
        computed.map(({ id, operation, terms }) => `${id}: ${operation} ${terms.map(({ ref }) => ref).join(' ')}`),
      ),
      list('unlike', ({ unlike }) =>
        unlike.map(({ figures, against, because }) =>
          against ? `${figures.join(' ')} ≠ ${against.join(' ')}: ${because}` : `${figures.join(' ≠ ')}: ${because}`,
        ),
      ),
      must('url', link),
    ],
  };
  const sources: Table<SourceRecord> = {
    name: 'sources',
    primaryKey: ['id'],
    foreignKeys: { county: 'counties' },
    records: atlas.sources,
    columns: [
      must('id', ({ id }) => id),
      must('county', ({ county }) => county.id),
      must('title', ({ title }) => title),
      text('subtitle', ({ subtitle }) => subtitle),
      text('publisher', ({ publisher }) => publisher),
      list('authors', ({ authors }) => authors),
      text('date', ({ date }) => date),
      must('dateBasis', ({ dateBasis }) => dateBasis),
      text('notBefore', ({ notBefore }) => notBefore),
      must('dateNote', ({ dateNote }) => dateNote),
      must('kind', ({ kind }) => kind),
      text('address', ({ address }) => address),
      must('sha256', ({ sha256 }) => sha256),
      { name: 'paragraphs', type: 'integer', required: true, of: ({ paragraphs }) => paragraphs.length },
      list('remarks', ({ remarks, county }) =>
        remarks.map((remark) => `${remark.id}: ${fill(remark.text, county.id)}`),
      ),
      must('url', link),
    ],
  };
  const terms: Table<TermRecord> = {
    name: 'terms',
    primaryKey: ['id'],
    foreignKeys: {},
    records: atlas.terms,
    columns: [
      must('id', ({ id }) => id),
      must('name', ({ name }) => name),
      must('english', ({ english }) => english),
      list('aliases', ({ aliases }) => aliases),
      list('everyday', ({ everyday }) => everyday),
      must('explanation', ({ explanation }) => explanation),
      must('url', link),
    ],
  };
  const falseFriends: Table<FalseFriendRecord> = {
    name: 'false-friends',
    primaryKey: ['id'],
    foreignKeys: {},
    records: atlas.falseFriends,
    columns: [
      must('id', ({ id }) => id),
      must('name', ({ name }) => name),
      must('english', ({ english }) => english),
      list('aliases', ({ aliases }) => aliases),
      list('uses', ({ uses }) => uses.map(({ county, means }) => `${county.id}: ${fill(means, county.id)}`)),
      list('initiatives', ({ uses }) => uses.flatMap(({ initiatives }) => initiatives.map(({ ref }) => ref))),
      must('contrast', ({ contrast }) => fill(contrast)),
      must('url', link),
    ],
  };
  const questions: Table<QuestionRecord> = {
    name: 'questions',
    primaryKey: ['id'],
    foreignKeys: {},
    records: atlas.questions,
    columns: [
      must('id', ({ id }) => id),
      must('question', ({ question }) => question),
      must('english', ({ english }) => english),
      { name: 'order', type: 'integer', required: true, of: ({ order }) => order },
      must('summary', ({ summary }) => fill(summary)),
      list('answers', ({ answers }) => answers.map(({ county, text }) => `${county.id}: ${fill(text, county.id)}`)),
      list('initiatives', ({ answers }) => answers.flatMap(({ initiatives }) => initiatives.map(({ ref }) => ref))),
      must('unsaid', ({ unsaid }) => fill(unsaid)),
      list('themes', ({ themes }) => themes.map(({ id }) => id)),
      list('indicators', ({ indicators }) => indicators.map(({ id }) => id)),
      must('url', link),
    ],
  };
  const changes: Table<ChangeRecord> = {
    name: 'changes',
    primaryKey: ['id'],
    foreignKeys: { county: 'counties' },
    records: atlas.changes,
    columns: [
      must('id', ({ id }) => id),
      must('date', ({ date }) => date),
      must('kind', ({ kind }) => kind),
      text('county', ({ county }) => county?.id),
      must('table', ({ of }) => of),
      must('record', ({ record }) => record),
      must('name', ({ name }) => name),
      text('field', ({ field }) => field),
      text('from', ({ from }) => from),
      text('to', ({ to }) => to),
      must('why', ({ why, county }) => fill(why, county?.id)),
      must('target', ({ target }) => link({ url: target })),
      must('url', link),
    ],
  };
  return [
    rowsOf(counties),
    rowsOf(figures),
    rowsOf(initiatives),
    rowsOf(themes),
    rowsOf(indicators),
    rowsOf(sources),
    rowsOf(terms),
    rowsOf(falseFriends),
    rowsOf(questions),
    rowsOf(changes),
  ];
}

function rowsOf<T>(table: Table<T>): Rows {
  const { name, primaryKey, foreignKeys, columns, records } = table;
  return {
    name,
    primaryKey,
    foreignKeys,
    columns: columns.map((column) => ({ name: column.name, type: column.type, required: column.required ?? false })),
    rows: records.map((record) =>
      Object.fromEntries(columns.map((column) => [column.name, emptyAsNull(column.of(record))])),
    ),
  };
}

function emptyAsNull(cell: Cell | undefined): Cell {
  return cell === undefined || cell === '' ? null : cell;
}

function rangeOf(value: FigureRecord['value']): { readonly min: number; readonly max: number } | undefined {
  return typeof value === 'object' && value !== null ? value : undefined;
}
