/**
 * Run as a process of its own, since it stands in for a browser's globals: reads a `QueryTask` from standard input, runs each query
 * on an index of which nothing has been loaded, and prints for each what it loaded (`Load[]`).
 */
import { readFile } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { FILES } from '../search/files.ts';
import { aidsOf } from '../search/hints.ts';
import { libraryOf, type Pagefind } from '../search/library.ts';
import { runQuery } from '../search/query.ts';
import { readTable } from '../search/table.ts';

export interface QueryTask {
  /** The folder that the paths of files are told from: that of a built site, or that of stock Pagefind's index. */
  readonly folder: string;
  /** `site` runs a query as this site does, with the excerpts of the results that are seen first; `stock` hands it to Pagefind as it is typed. */
  readonly how: 'site' | 'stock';
  readonly queries: readonly string[];
}

/** What one query loaded. */
export interface Load {
  /** Below the folder of the task. */
  readonly files: readonly string[];
  /** Whether the query was loosened, for which a browser loads a script more. */
  readonly loosened: boolean;
}

interface Program {
  createInstance(options: object): Pagefind & { init(): Promise<void> };
}

/** So many excerpts the search page loads before a reader scrolls. */
const EXCERPTS = 10;

let text = '';
for await (const chunk of process.stdin.setEncoding('utf8')) text += chunk;
const task: QueryTask = JSON.parse(text);
const folder = pathToFileURL(`${task.folder}/`);
const index = new URL(task.how === 'site' ? FILES.index : '', folder);
const program = new URL('pagefind.js', index);
const bodies = new Map<string, Promise<Buffer>>();
let loaded: string[] = [];

Object.assign(globalThis, {
  // By the page's language Pagefind chooses the index, and how it cuts a query.
  document: { currentScript: null, querySelector: () => ({ getAttribute: () => 'zh-CN' }) },
  fetch: async (address: string | URL) => {
    const url = new URL(address);
    url.search = '';
    return new Response(new Uint8Array(await load(url)));
  },
});

const { createInstance }: Program = await import(program.href);
const loads: Load[] = [];
for (const query of task.queries) {
  loaded = [];
  note(program);
  const instance = createInstance({ basePath: index.href, noWorker: true });
  const loosened = task.how === 'site' ? await runHere(instance, query) : await runStock(instance, query);
  loads.push({ files: [...new Set(loaded)], loosened });
}
process.stdout.write(JSON.stringify(loads));

async function runHere(instance: Pagefind, query: string): Promise<boolean> {
  const library = libraryOf(readTable(await parse(FILES.table)), instance);
  const { exact, looser, tried } = await runQuery(library, aidsOf(parse), query);
  const hits = [exact, ...looser.map(({ hits }) => hits)].flat();
  for (const { row } of hits.slice(0, EXCERPTS)) await library.fieldsOf(row);
  return tried.length > 0;
}

async function runStock(instance: Pagefind & { init(): Promise<void> }, query: string): Promise<boolean> {
  await instance.init();
  await instance.search(query);
  return false;
}

async function parse(path: string) {
  return JSON.parse((await load(new URL(path, folder))).toString('utf8'));
}

function note(url: URL): void {
  loaded.push(url.href.slice(folder.href.length));
}

// Kept, since each query begins anew and would read the same files.
function load(url: URL): Promise<Buffer> {
  note(url);
  const known = bodies.get(url.href) ?? readFile(fileURLToPath(url));
  bodies.set(url.href, known);
  return known;
}
