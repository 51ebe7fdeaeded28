import { FILES } from '../files.ts';
import { type Aids, aidsOf } from '../hints.ts';
import { type Library, libraryOf } from '../library.ts';
import { listOf, type Stamp } from '../stamp.ts';
import { type PackedTable, readTable, type Table } from '../table.ts';
import { receive, startOver } from './receive.ts';
import { BASE, cool, programOf, warm } from './warm.ts';

let sent: Promise<PackedTable & Stamp> | undefined;
let table: Promise<Table> | undefined;
let library: Promise<Library> | undefined;
let mixed = false;
const parts = new Map<string, Promise<unknown>>();

/** The table of records. Rejects where it cannot be loaded. */
export function openTable(): Promise<Table> {
  receive(async (entry) => same(listOf(await entry.json()), (await openSent()).list));
  warm();
  table ??= openSent().then(readTable);
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

export const aids: Aids = aidsOf(part, async (build) => same(build, (await openSent()).build));

/** Whether files of different builds came in the last attempt, as while a site is being updated. */
export function isMixed(): boolean {
  return mixed;
}

/** Forgets all that was loaded, so that the next attempt asks anew. */
export function closeLibrary(): void {
  cool();
  startOver();
  sent = undefined;
  table = undefined;
  library = undefined;
  mixed = false;
  parts.clear();
}

function same(one: string | undefined, other: string): void {
  if (one === other) return;
  mixed = true;
  throw new Error('mixed builds');
}

function openSent(): Promise<PackedTable & Stamp> {
  sent ??= load(FILES.table);
  return sent;
}

function part<T>(path: string): Promise<T> {
  const known = parts.get(path) as Promise<T> | undefined;
  if (known) return known;
  const asked = load<T>(path);
  parts.set(path, asked);
  return asked;
}

async function load<T>(path: string): Promise<T> {
  return (await fetch(BASE + path)).json();
}
