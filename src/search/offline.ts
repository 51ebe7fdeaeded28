import type { IndexFile } from './build-index.ts';
import { FILES } from './files.ts';
import { type Aids, aidsOf } from './hints.ts';
import { type Library, libraryOf, type Pagefind } from './library.ts';
import { readTable } from './table.ts';

/**
 * Opens an index that is in memory, without a browser: for the terminal, and for tests of what a query finds. It stands in for
 * `fetch` and `document`, which Pagefind's program looks for, and is meant for a process that does nothing else with them.
 */
export async function openOffline(files: readonly IndexFile[]): Promise<{ library: Library; aids: Aids }> {
  const byPath = new Map(files.map(({ path, content }) => [path, content]));
  const read = (path: string): Uint8Array => {
    const content = byPath.get(path);
    if (!content) throw new Error(`the index has no file ${path}`);
    return content;
  };
  const parse = async (path: string) => JSON.parse(new TextDecoder().decode(read(path)));
  const origin = 'https://offline.invalid/';
  Object.assign(globalThis, {
    document: { currentScript: null, querySelector: () => null },
    fetch: async (address: string | URL) => {
      const { pathname } = new URL(address);
      return new Response(new Uint8Array(read(pathname.slice(1))));
    },
  });
  const program = Buffer.from(read(`${FILES.index}pagefind.js`)).toString('base64');
  const { createInstance } = await import(/* @vite-ignore */ `data:text/javascript;base64,${program}`);
  const pagefind: Pagefind = await createInstance({ basePath: `${origin}${FILES.index}`, noWorker: true });
  return {
    library: libraryOf(readTable(await parse(FILES.table)), pagefind),
    aids: aidsOf(parse),
  };
}
