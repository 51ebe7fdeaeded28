import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'astro/zod';
import { countySchema } from '../model/county.ts';
import { idSchema } from '../model/id.ts';
import { indicatorSchema } from '../model/indicator.ts';
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
} as const;

export type Folder = keyof typeof FOLDERS;

/** A file that was read and holds what its schema asks for. */
export interface Entry<T> {
  readonly document: ContentDocument;
  readonly data: T;
  /** The prose of an MDX file, without what could not be parsed; undefined where there is none. */
  readonly prose: Prose | undefined;
}

export type Entries = { readonly [F in Folder]: readonly Entry<z.output<(typeof FOLDERS)[F]['schema']>>[] };

/** Reads every content file below `root`/content, in the order of their names, and reports what is wrong with each by itself. */
export function readEntries(root: string, problems: Problem[]): Entries {
  const known: readonly string[] = Object.keys(FOLDERS);
  for (const name of names(join(root, 'content'))) {
    if (!known.includes(name) || isFile(join(root, 'content', name)))
      problems.push(unexpected(`content/${name}`, `${known.join('、')} 这几个文件夹`));
  }
  return {
    counties: entriesOf(root, 'counties', countySchema, problems),
    themes: entriesOf(root, 'themes', themeSchema, problems),
    sources: entriesOf(root, 'sources', sourceSchema, problems),
    indicators: entriesOf(root, 'indicators', indicatorSchema, problems),
    terms: entriesOf(root, 'terms', termSchema, problems),
  };
}

function entriesOf<S extends z.ZodType>(
  root: string,
  folder: Folder,
  schema: S,
  problems: Problem[],
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
  }
  return entries;
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
