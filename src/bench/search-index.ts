import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { type Spread, spreadOf } from './numbers.ts';
import type { QueryTask } from './query.ts';
import { type SentFile, sentFiles } from './sent.ts';

/** The parts of an index, in the order in which a query needs them. */
export const PARTS = ['program', 'entry and record list', 'index chunks', 'filters', 'fragments', 'interface'] as const;
export type Part = (typeof PARTS)[number];

/** Some files together; bytes as on disk and as sent. */
export interface Size {
  readonly files: number;
  readonly bytes: number;
  readonly sent: number;
}

/** What the first query of a visit loads, over several queries; bytes as sent. */
export interface FirstQuery {
  readonly queries: number;
  /** Requests and bytes until the results are known. */
  readonly requests: Spread;
  readonly sent: Spread;
  /** Requests and bytes for the fragments of the results; 0 where none were opened. */
  readonly fragments: Spread;
  readonly fragmentsSent: Spread;
}

/** The size of a search index. */
export interface IndexSize {
  /** All but the ready-made user interfaces. */
  readonly all: Size;
  readonly parts: Readonly<Record<Part, Size>>;
  readonly first: FirstQuery;
}

/** Which part of an index a file is, by its path below the index's folder. */
export function partOf(path: string): Part {
  if (path.endsWith('.pf_index')) return 'index chunks';
  if (path.endsWith('.pf_filter')) return 'filters';
  if (path.endsWith('.pf_fragment')) return 'fragments';
  if (path.endsWith('.pf_meta') || path === 'pagefind-entry.json') return 'entry and record list';
  if (path === 'pagefind.js' || path.endsWith('.pagefind')) return 'program';
  return 'interface';
}

/** The files of a list together. */
export function sizeOf(files: readonly SentFile[]): Size {
  return {
    files: files.length,
    bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
    sent: files.reduce((sum, { sent }) => sum + sent, 0),
  };
}

/** What queries loaded, each given by its files, from an index of `files`. Throws at a file that is not in the index. */
export function firstQueryOf(files: readonly SentFile[], loads: readonly (readonly string[])[]): FirstQuery {
  const known = new Map(files.map((file) => [file.path, file]));
  const sizes = loads.map((paths) => {
    const loaded = paths.map((path) => {
      const file = known.get(path);
      if (!file) throw new Error(`a query loads ${path}, which is not in the index`);
      return file;
    });
    const isFragment = ({ path }: SentFile) => partOf(path) === 'fragments';
    return {
      search: sizeOf(loaded.filter((file) => !isFragment(file))),
      fragments: sizeOf(loaded.filter(isFragment)),
    };
  });
  return {
    queries: loads.length,
    requests: spreadOf(sizes.map(({ search }) => search.files)),
    sent: spreadOf(sizes.map(({ search }) => search.sent)),
    fragments: spreadOf(sizes.map(({ fragments }) => fragments.files)),
    fragmentsSent: spreadOf(sizes.map(({ fragments }) => fragments.sent)),
  };
}

/** Measures the index in `folder` with some queries. Throws with one sentence where they cannot be run. */
export function measureIndex(folder: string, how: QueryTask['how'], queries: readonly string[]): IndexSize {
  const files = sentFiles(folder);
  const of = (part: Part) => sizeOf(files.filter(({ path }) => partOf(path) === part));
  return {
    all: sizeOf(files.filter(({ path }) => partOf(path) !== 'interface')),
    parts: Object.fromEntries(PARTS.map((part) => [part, of(part)])) as Record<Part, Size>,
    first: firstQueryOf(files, loadsOf({ folder, how, queries })),
  };
}

function loadsOf(task: QueryTask): string[][] {
  const result = spawnSync(process.execPath, [fileURLToPath(new URL('query.ts', import.meta.url))], {
    input: JSON.stringify(task),
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
  if (result.status !== 0) {
    const reason = /^\w*Error: .*$/m.exec(result.stderr)?.[0] ?? `exit status ${result.status}`;
    throw new Error(`The queries could not be run on the index in ${task.folder} (${reason}).`);
  }
  return JSON.parse(result.stdout);
}
