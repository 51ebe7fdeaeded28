/**
 * Run as a process of its own, since it stands in for a browser's globals: reads a `QueryTask` from standard input, runs each query
 * on an index that has loaded nothing yet, and prints for each the files that it loaded (`string[][]`, below the index's folder).
 */
import { readFile } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type Pagefind, runQuery } from '../search/query.ts';

export interface QueryTask {
  /** The index's folder, with `pagefind.js` in it. */
  readonly folder: string;
  /** `site` runs a query as this site does, results included; `stock` hands it to Pagefind as it is typed. */
  readonly how: 'site' | 'stock';
  readonly queries: readonly string[];
}

interface Loader {
  createInstance(options: object): Pagefind & { init(): Promise<void> };
}

let text = '';
for await (const chunk of process.stdin.setEncoding('utf8')) text += chunk;
const task: QueryTask = JSON.parse(text);
const folder = pathToFileURL(`${task.folder}/`);
let loaded: string[] = [];

Object.assign(globalThis, {
  // By the page's language Pagefind chooses the index, and how it cuts a query.
  document: { currentScript: null, querySelector: () => ({ getAttribute: () => 'zh-CN' }) },
  fetch: async (address: string | URL) => {
    const url = new URL(address);
    url.search = '';
    loaded.push(url.href.slice(folder.href.length));
    return new Response(new Uint8Array(await readFile(fileURLToPath(url))));
  },
});

const pagefind: Loader = await import(new URL('pagefind.js', folder).href);
const files: string[][] = [];
for (const query of task.queries) {
  loaded = ['pagefind.js'];
  const instance = pagefind.createInstance({ basePath: folder.href });
  await instance.init();
  if (task.how === 'site') await runQuery(instance, query);
  else await instance.search(query);
  files.push([...new Set(loaded)]);
}
process.stdout.write(JSON.stringify(files));
