import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'astro/zod';
import { changeSchema, changesSchema } from '../model/change.ts';
import { type County, countySchema } from '../model/county.ts';
import { falseFriendSchema } from '../model/false-friend.ts';
import { type Figure, figureSchema } from '../model/figure.ts';
import { idSchema } from '../model/id.ts';
import { indicatorSchema } from '../model/indicator.ts';
import { initiativeSchema } from '../model/initiative.ts';
import { questionSchema } from '../model/question.ts';
import { sourceSchema } from '../model/source.ts';
import { termSchema } from '../model/term.ts';
import { themeSchema } from '../model/theme.ts';
import { type ContentDocument, readDocument } from './document.ts';
import { placeholderProblems } from './placeholder.ts';
import type { Problem } from './problem.ts';
import { type Prose, parseProse } from './prose.ts';
import { forbiddenProblems, syntaxProblems } from './prose-rules.ts';
import { validate } from './validate.ts';

/** The folders of the content, the ending of their files and the schema of a record in each. */
export const FOLDERS = {
  counties: { ending: '.mdx', schema: countySchema },
  themes: { ending: '.mdx', schema: themeSchema },
  sources: { ending: '.yaml', schema: sourceSchema },
  indicators: { ending: '.yaml', schema: indicatorSchema },
  terms: { ending: '.yaml', schema: termSchema },
  'false-friends': { ending: '.yaml', schema: falseFriendSchema },
  questions: { ending: '.yaml', schema: questionSchema },
  changes: { ending: '.yaml', schema: changesSchema },
} as const;

export type Folder = keyof typeof FOLDERS;

/** A file that was read and holds what its schema asks for. */
export interface Entry<T> {
  readonly document: ContentDocument;
  readonly data: T;
  /** The prose of an MDX file, without what could not be parsed; undefined where there is none. */
  readonly prose: Prose | undefined;
  /** Only where the file fails its schema: `data` then is what is whole in it, and this what is not. */
  readonly faulty?: Faulty;
}

/** What must be known of the faulty part of a file, so that nothing else is blamed for it. */
export interface Faulty {
  /** Ids of the records that failed: a reference to one is judged once that is mended. */
  readonly ids: ReadonlySet<string>;
  /** Whether some record could not even be told by its id, so that any unknown id might be its own. */
  readonly nameless: boolean;
  /** Names that the failed records may give, which are no quantities in prose. */
  readonly names: readonly string[];
}

export type Entries = { readonly [F in Folder]: readonly Entry<z.output<(typeof FOLDERS)[F]['schema']>>[] };

/** Reads every content file below `root`/content, in the order of their names, and reports what is wrong with each by itself. */
export function readEntries(root: string, problems: Problem[]): Entries {
  const entries = readForCheck(root, problems);
  return { ...entries, counties: entries.counties.filter((entry) => !entry.faulty) };
}

/** As `readEntries`, and of the county files that fail their schema what is whole in them: only to look for more mistakes. */
export function readForCheck(root: string, problems: Problem[]): Entries {
  const known: readonly string[] = Object.keys(FOLDERS);
  for (const name of names(join(root, 'content'))) {
    if (!known.includes(name) || isFile(join(root, 'content', name)))
      problems.push(unexpected(`content/${name}`, `${known.join('、')} 这几个文件夹`));
  }
  return {
    counties: entriesOf(root, 'counties', countySchema, problems, salvaged),
    themes: entriesOf(root, 'themes', themeSchema, problems),
    sources: entriesOf(root, 'sources', sourceSchema, problems),
    indicators: entriesOf(root, 'indicators', indicatorSchema, problems),
    terms: entriesOf(root, 'terms', termSchema, problems),
    'false-friends': entriesOf(root, 'false-friends', falseFriendSchema, problems),
    questions: entriesOf(root, 'questions', questionSchema, problems),
    changes: entriesOf(root, 'changes', changesSchema, problems),
  };
}

function entriesOf<S extends z.ZodType>(
  root: string,
  folder: Folder,
  schema: S,
  problems: Problem[],
  salvage?: (document: ContentDocument) => Omit<Entry<z.output<S>>, 'prose'> | undefined,
): Entry<z.output<S>>[] {
  const { ending } = FOLDERS[folder];
  const entries: Entry<z.output<S>>[] = [];
  for (const name of names(join(root, 'content', folder))) {
    const file = `content/${folder}/${name}`;
    if (!name.endsWith(ending) || !isFile(join(root, file))) {
      problems.push(unexpected(file, `以 ${ending} 结尾的文件`, `content/${folder}/some-id${ending}`));
      continue;
    }
    if (!idSchema.safeParse(name.slice(0, -ending.length)).success) problems.push(badName(file));
    const document = readDocument(join(root, file), file, problems);
    if (!document) continue;
    problems.push(...placeholderProblems(document));
    const data = validate(schema, document, problems);
    const prose = ending === '.mdx' ? readProse(document, problems) : undefined;
    if (data !== undefined) entries.push({ document, data, prose });
    else {
      const rest = salvage?.(document);
      if (rest) entries.push({ ...rest, prose });
    }
  }
  return entries;
}

// A faulty field is left empty, a faulty record out; the lines of the others stay those of the file.
function salvaged(document: ContentDocument): Omit<Entry<County>, 'prose'> | undefined {
  if (!isRecord(document.data)) return undefined;
  const raw = document.data;
  const { shape } = countySchema;
  const figures = wholeOf(figureSchema, idSchema, raw.figures);
  const initiatives = wholeOf(initiativeSchema, initiativeSchema.shape.id, raw.initiatives);
  const changes = wholeOf(changeSchema, idSchema, raw.changes);
  const places: Readonly<Record<string, readonly number[]>> = {
    figures: figures.places,
    initiatives: initiatives.places,
    changes: changes.places,
  };
  return {
    document: {
      ...document,
      lineOf: ([list, index, ...rest]) =>
        document.lineOf(
          index === undefined
            ? [list ?? '']
            : [list ?? '', typeof index === 'number' ? (places[String(list)]?.[index] ?? index) : index, ...rest],
        ),
    },
    data: {
      name: whole(shape.name, raw.name) ?? '',
      english: whole(shape.english, raw.english) ?? '',
      province: whole(shape.province, raw.province) ?? '',
      prefecture: whole(shape.prefecture, raw.prefecture) ?? '',
      seal: whole(shape.seal, raw.seal) ?? '',
      period: whole(shape.period, raw.period),
      coverage: whole(shape.coverage, raw.coverage) ?? 'complete',
      summary: whole(shape.summary, raw.summary) ?? '',
      lead: whole(shape.lead, raw.lead),
      sources: whole(shape.sources, raw.sources) ?? [],
      figures: figures.records,
      initiatives: initiatives.records,
      changes: changes.records,
    },
    faulty: {
      ids: new Set([...figures.failed, ...initiatives.failed]),
      nameless: figures.nameless || initiatives.nameless,
      names: namesIn(Object.values(raw)),
    },
  };
}

function whole<S extends z.ZodType>(schema: S, value: unknown): z.output<S> | undefined {
  const result = schema.safeParse(value);
  return result.success ? result.data : undefined;
}

function wholeOf<S extends z.ZodType>(schema: S, ids: typeof idSchema, list: unknown) {
  const records: z.output<S>[] = [];
  const places: number[] = [];
  const failed: string[] = [];
  let nameless = !Array.isArray(list);
  for (const [i, one] of (Array.isArray(list) ? list : []).entries()) {
    const record = whole(schema, one);
    if (record !== undefined) {
      records.push(record);
      places.push(i);
      continue;
    }
    const id = ids.safeParse(isRecord(one) ? one.id : undefined);
    if (id.success) failed.push(id.data);
    else nameless = true;
  }
  return { records, places, failed, nameless };
}

function namesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(namesIn);
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    ['name', 'aliases', 'parts'].includes(key)
      ? [inner].flat().filter((name): name is string => typeof name === 'string' && name !== '')
      : namesIn(inner),
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function readProse(document: ContentDocument, problems: Problem[]): Prose | undefined {
  const { prose, faults } = parseProse(document.body);
  problems.push(...syntaxProblems(document, faults));
  if (prose) problems.push(...forbiddenProblems(document, prose));
  return prose;
}

// By code unit: the same on every machine, whatever order its file system lists.
function names(folder: string): string[] {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return [];
  return readdirSync(folder)
    .filter((name) => !name.startsWith('.'))
    .sort();
}

// False for a folder whose name ends like a file, and for a link that leads nowhere.
function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

function unexpected(file: string, expected: string, example = 'content/counties/hengdong.mdx'): Problem {
  return {
    rule: 'file-unexpected',
    file,
    line: 1,
    found: '一个不认识的文件或文件夹',
    expected,
    example,
    next: '移走、改名，或删去；这里的文件都会成为网页和公开数据',
  };
}

function badName(file: string): Problem {
  return {
    rule: 'file-name',
    file,
    line: 1,
    found: `文件名 ${file.split('/').at(-1) ?? ''}`,
    expected: '小写英文单词和数字，用连字符相连；文件名就是 id，也是网址的一部分',
    example: 'hengdong.mdx',
    next: '改文件名',
  };
}

/** The figures of all counties by `county/id`. */
export function figuresOf({ counties }: Entries): ReadonlyMap<string, Figure> {
  return new Map(
    counties.flatMap(({ document, data }) => data.figures.map((figure) => [`${document.id}/${figure.id}`, figure])),
  );
}
