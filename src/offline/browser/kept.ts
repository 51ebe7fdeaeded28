/** What the worker has put by: a cache for each build, of which one is whole before it is used. */
import { isHashed } from '../../deploy/hashed.ts';
import { addressOfFile, type KeptList, LIST, shortHash } from '../list.ts';
import { scope } from './scope.ts';

/** The hash of this build's list, put in when the worker is compiled: another list makes another worker, which is how browsers see an update. */
declare const VERSION: string;

export const version: string = VERSION;

/** The address that the site stands at: the worker lies at its root. */
export const site = new URL('.', scope.location.href);

// Caches belong to the origin, on which other sites, and this one under another base path, may have theirs.
const PREFIX = `county-atlas:${site.pathname}:`;

/** So few requests at once leave room for those of the page that is being read. */
const AT_ONCE = 4;

/** A cache that holds all files of its list. */
export interface Whole {
  readonly name: string;
  readonly cache: Cache;
  readonly list: KeptList;
}

/** The address that a file is kept under, whatever address it came from. */
export function keyOf(path: string): string {
  return new URL(path, site).href;
}

/**
 * Keeps all files of this build. Only those are fetched that no build before had; what does not have the hash that the list names
 * ends it, and so does what does not come. The build before stays as it is, and the next attempt goes on from where this one ended.
 */
export async function keep(): Promise<void> {
  const before = await wholeOnes();
  await forget((name) => !isOwn(name) && !before.some((one) => one.name === name));
  const text = await (await fetch(keyOf(LIST), { cache: 'no-cache' })).text();
  if ((await hashOf(new TextEncoder().encode(text))) !== version) throw new Error(`${LIST} is of another build`);
  const list: KeptList = JSON.parse(text);
  const cache = await caches.open(PREFIX + version);
  const there = new Set((await cache.keys()).map(({ url }) => url));
  const missing = Object.entries(list.files).filter(([path]) => !there.has(keyOf(path)));
  await each(missing, async ([path, hash]) => {
    const same = before.find((one) => one.list.files[path] === hash);
    await cache.put(keyOf(path), (await same?.cache.match(keyOf(path))) ?? (await fetched(path, hash)));
  });
  // It comes last: a cache that holds its list is whole.
  await cache.put(keyOf(LIST), new Response(text));
}

/** Leaves this build and the one before, from which a page that is still open may want a part. */
export async function tidy(): Promise<void> {
  const before = (await wholeOnes()).find(({ name }) => !isOwn(name));
  await forget((name) => !isOwn(name) && name !== before?.name);
}

/** Deletes those of this site's caches that `unwanted` says. */
export async function forget(unwanted: (name: string) => boolean): Promise<void> {
  const names = (await caches.keys()).filter((name) => name.startsWith(PREFIX));
  await Promise.all(names.filter(unwanted).map((name) => caches.delete(name)));
}

/** All builds that are kept whole, this one first. */
export async function wholeOnes(): Promise<Whole[]> {
  const whole: Whole[] = [];
  for (const name of (await caches.keys()).filter((one) => one.startsWith(PREFIX))) {
    const cache = await caches.open(name);
    const list = await cache.match(keyOf(LIST));
    if (list) whole.push({ name, cache, list: await list.json() });
  }
  // Their names come in the order in which they were made: after this build the newest.
  return whole.reverse().sort((a, b) => Number(isOwn(b.name)) - Number(isOwn(a.name)));
}

/** Whether a cache is that of this build. */
export function isOwn(name: string): boolean {
  return name === PREFIX + version;
}

async function fetched(path: string, hash: string): Promise<Response> {
  // Without this a page may come from the browser's own cache, from before the build.
  const cache = isHashed(path) ? 'default' : 'no-cache';
  const response = await fetch(new URL(addressOfFile(path), site), { cache, priority: 'low' });
  const body = await response.arrayBuffer();
  // The hash says more than the status: some hosts answer 404 where their page for that is asked for by name.
  if ((await hashOf(body)) !== hash) throw new Error(`${path} is of another build`);
  // Made anew, since a response that was redirected cannot be given to a page.
  return new Response(body, { headers: response.headers });
}

async function hashOf(content: BufferSource): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', content));
  return shortHash([...digest].map((byte) => byte.toString(16).padStart(2, '0')).join(''));
}

// Ends at the first failure, but not before what is under way has come: it need not be fetched again.
async function each<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const rest = [...items];
  const failures: unknown[] = [];
  const some = async () => {
    for (let item = rest.shift(); item !== undefined && failures.length === 0; item = rest.shift()) {
      await work(item).catch((error) => failures.push(error));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, some));
  if (failures.length > 0) throw failures[0];
}
