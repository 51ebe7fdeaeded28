import { FILES } from '../files.ts';
import { type Aids, aidsOf } from '../hints.ts';
import { type Library, libraryOf } from '../library.ts';
import { type PackedTable, readTable, type Table } from '../table.ts';
import { BASE, cool, programOf, warm, warmed } from './warm.ts';

let table: Promise<Table> | undefined;
let library: Promise<Library> | undefined;
const parts = new Map<string, Promise<unknown>>();
// Requests of search that failed since the last attempt began.
let lost = 0;
let attempt = 0;

/** The table of records. Rejects where it cannot be loaded. */
export function openTable(): Promise<Table> {
  watch();
  warm();
  table ??= load<PackedTable>(FILES.table).then(readTable);
  return table;
}

/** The table with the full-text index behind it. Rejects where one of them cannot be loaded. */
export function openLibrary(): Promise<Library> {
  library ??= (async () => {
    const [rows, { createInstance }] = await Promise.all([openTable(), programOf()]);
    // In the page and not in a worker: what it asks for can be watched, and an index of this size takes a few milliseconds.
    return libraryOf(rows, createInstance({ basePath: `${BASE}${FILES.index}`, noWorker: true }));
  })();
  return library;
}

export const aids: Aids = aidsOf(part);

/** Throws where a part of the index did not come: Pagefind keeps silent about it, and finds nothing in it. */
export function assertWhole(): void {
  if (lost > 0) throw new Error(`${lost} parts of the index did not load`);
}

/** Forgets all that was loaded, so that the next attempt asks anew. */
export function closeLibrary(): void {
  cool();
  table = undefined;
  library = undefined;
  parts.clear();
  lost = 0;
  attempt += 1;
}

function part<T>(path: string): Promise<T> {
  const known = parts.get(path) as Promise<T> | undefined;
  if (known) return known;
  const asked = load<T>(path);
  parts.set(path, asked);
  return asked;
}

async function load<T>(path: string): Promise<T> {
  const response = await fetch(BASE + path);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response.json();
}

let watched = false;

function watch(): void {
  if (watched) return;
  watched = true;
  const plain = window.fetch.bind(window);
  window.fetch = async (input, init) => {
    const mine = attempt;
    const lose = (address: string) => {
      // What an earlier attempt lost is of no matter; a text that does not come is told where it is used.
      if (mine === attempt && !address.endsWith('.pf_fragment')) lost += 1;
    };
    const address = input instanceof Request ? input.url : String(input);
    try {
      const response = await (warmed(address) ?? plain(input, init));
      if (!response.ok) lose(address);
      return response;
    } catch (error) {
      lose(address);
      throw error;
    }
  };
}
