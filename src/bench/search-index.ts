import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { FILES } from '../search/files.ts';
import { HINT_FILES } from '../search/hint-files.ts';
import { type Spread, spreadOf } from './numbers.ts';
import type { Load, QueryTask } from './query.ts';
import type { SearchScripts } from './scripts.ts';
import { type SentFile, sentFiles } from './sent.ts';

/** The parts of an index, in the order in which a query needs them. */
export const PARTS = [
  'program',
  'table of records',
  'entry and record list',
  'index chunks',
  'tables of words',
  'filters',
  'fragments',
  'interface',
] as const;
export type Part = (typeof PARTS)[number];

/** How many times as large as stock Pagefind's index this site's may be. */
export const INDEX_BUDGET = 1.3;
/** What a first query may load, in bytes as sent: scripts, tables, program and index. */
export const FIRST_QUERY_BUDGET = 120_000;

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
  /** Requests and bytes of the excerpts; 0 where none were opened. */
  readonly fragments: Spread;
  readonly fragmentsSent: Spread;
  /** Results and excerpts together. */
  readonly allRequests: Spread;
  readonly allSent: Spread;
}

/** The size of a search index. */
export interface IndexSize {
  /** All but the ready-made user interfaces. */
  readonly all: Size;
  readonly parts: Readonly<Record<Part, Size>>;
}

/** Which part of an index a file is, by its path. */
export function partOf(path: string): Part {
  const name = path.split('/').at(-1) ?? '';
  if (path === FILES.table) return 'table of records';
  if (([...Object.values(FILES), ...Object.values(HINT_FILES)] as string[]).includes(path)) return 'tables of words';
  if (name.endsWith('.pf_index')) return 'index chunks';
  if (name.endsWith('.pf_filter')) return 'filters';
  if (name.endsWith('.pf_fragment')) return 'fragments';
  if (name.endsWith('.pf_meta') || name === 'pagefind-entry.json') return 'entry and record list';
  if (name === 'pagefind.js' || name === 'pagefind-worker.js' || name.endsWith('.pagefind')) return 'program';
  return 'interface';
}

/** The files of search below the folder of a built site: Pagefind's, and the tables beside them. */
export function siteIndex(folder: string): SentFile[] {
  return sentFiles(folder, (path) => path.startsWith(FILES.index) || /^search\/[^/]+\.json$/.test(path));
}

/** The files of a list together. */
export function sizeOf(files: readonly SentFile[]): Size {
  return {
    files: files.length,
    bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
    sent: files.reduce((sum, { sent }) => sum + sent, 0),
  };
}

/** The size of an index and of its parts. */
export function indexSize(files: readonly SentFile[]): IndexSize {
  const of = (part: Part) => sizeOf(files.filter(({ path }) => partOf(path) === part));
  return {
    all: sizeOf(files.filter(({ path }) => partOf(path) !== 'interface')),
    parts: Object.fromEntries(PARTS.map((part) => [part, of(part)])) as Record<Part, Size>,
  };
}

/**
 * What queries loaded from an index of `files`, the scripts that asked for it included where they are given. Throws at a file that
 * is not in the index.
 */
export function firstQueryOf(
  files: readonly SentFile[],
  loads: readonly Load[],
  scripts: SearchScripts = { box: [], loosen: [] },
): FirstQuery {
  const known = new Map(files.map((file) => [file.path, file]));
  const sizes = loads.map((load) => {
    const loaded = load.files.map((path) => {
      const file = known.get(path);
      if (!file) throw new Error(`a query loads ${path}, which is not in the index`);
      return file;
    });
    const isFragment = ({ path }: SentFile) => partOf(path) === 'fragments';
    const run = [...scripts.box, ...(load.loosened ? scripts.loosen : [])];
    return {
      search: sizeOf([...run, ...loaded.filter((file) => !isFragment(file))]),
      fragments: sizeOf(loaded.filter(isFragment)),
      all: sizeOf([...run, ...loaded]),
    };
  });
  return {
    queries: loads.length,
    requests: spreadOf(sizes.map(({ search }) => search.files)),
    sent: spreadOf(sizes.map(({ search }) => search.sent)),
    fragments: spreadOf(sizes.map(({ fragments }) => fragments.files)),
    fragmentsSent: spreadOf(sizes.map(({ fragments }) => fragments.sent)),
    allRequests: spreadOf(sizes.map(({ all }) => all.files)),
    allSent: spreadOf(sizes.map(({ all }) => all.sent)),
  };
}

/** Runs queries on an index, each as the first of a visit. Throws with one sentence where they cannot be run. */
export function loadsOf(task: QueryTask): Load[] {
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
