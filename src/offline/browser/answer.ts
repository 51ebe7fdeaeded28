/** What a page gets that asks for a file of the site. */
import { isHashed } from '../../deploy/hashed.ts';
import { fileAt, WORKER } from '../list.ts';
import { withoutNetwork } from '../missing.ts';
import { isOwn, keyOf, site, version, type Whole, wholeOnes } from './kept.ts';
import { type AskingEvent, scope } from './scope.ts';

/** A network that keeps a reader waiting for longer is none, in milliseconds. */
const LIMIT = 3_000;

let builds: Promise<Whole[]> | undefined;
/** For each open page, whether its search and icons come from what is kept. */
const fromKept = new Map<string, Promise<boolean>>();

/** Whether the worker has anything to say to a request; all others go their way without it. */
export function concerns({ method, url, headers }: Request): boolean {
  const address = new URL(url);
  const inside = address.origin === site.origin && fileAt(address, site.pathname) !== undefined;
  return inside && method === 'GET' && !headers.has('range');
}

/** The answer to a request that concerns the worker. Queries are for the page's script, and name no other file. */
export async function answer(event: AskingEvent): Promise<Response> {
  const { request, clientId } = event;
  // A browser that refuses its storage is one that has nothing kept.
  builds ??= wholeOnes().catch(() => []);
  const [kept, ...before] = await builds;
  if (!kept || !isOwn(kept.name)) {
    // The browser took it away: the next visit keeps everything anew.
    await scope.registration.unregister().catch(() => {});
    return fromNetwork(event);
  }
  const path = fileAt(new URL(request.url), site.pathname) ?? '';
  const known = Object.hasOwn(kept.list.files, path);
  if (isHashed(path)) return (await firstCopy(path, [kept, ...before])) ?? fetch(request);
  if (kept.list.later.includes(path)) return download(event, path, kept);
  if (request.mode === 'navigate' || (known && path.endsWith('.html'))) return page(event, path, kept);
  if (known && (await sameBuild(clientId))) return (await copyOf(path, kept)) ?? fetch(request);
  return fetch(request);
}

/** Pages come from the network where there is one, so that nobody who has a network reads what was. */
async function page(event: AskingEvent, path: string, kept: Whole): Promise<Response> {
  const copy = await copyOf(path, kept);
  try {
    const response = await (copy ? within(LIMIT, fromNetwork(event)) : fromNetwork(event));
    if (response.status < 500 || !copy) return response;
  } catch {
    // No network.
  }
  if (copy) {
    if (event.resultingClientId) fromKept.set(event.resultingClientId, Promise.resolve(true));
    return copy;
  }
  if (Object.hasOwn(kept.list.files, `${path}/index.html`)) {
    const address = new URL(event.request.url);
    address.pathname += '/';
    return Response.redirect(address.href);
  }
  return missing(kept);
}

/** The page for what is not there, which says in words that there is no network. */
async function missing(kept: Whole): Promise<Response> {
  const html = (await (await copyOf('404.html', kept))?.text()) ?? '';
  return new Response(withoutNetwork(html), {
    status: 404,
    headers: { 'content-type': 'text/html; charset=utf-8' },
  });
}

/** What is made to be taken away comes from the network, and is kept from then on. */
async function download(event: AskingEvent, path: string, kept: Whole): Promise<Response> {
  try {
    const response = await fromNetwork(event);
    if (response.status === 200) event.waitUntil(kept.cache.put(keyOf(path), response.clone()).catch(() => {}));
    return response;
  } catch (error) {
    const copy = await copyOf(path, kept);
    if (copy) return copy;
    if (event.request.mode === 'navigate') return missing(kept);
    throw error;
  }
}

/**
 * Whether a page's search may use what is kept: yes while the site is still the build that is kept, or does not answer. It is asked
 * once for each page, so that no search has its table from one build and its index from another.
 */
function sameBuild(client: string): Promise<boolean> {
  const known = fromKept.get(client);
  if (known) return known;
  const asked = within(LIMIT, fetch(keyOf(WORKER), { cache: 'no-cache' })).then(
    async (response) => (response.ok ? (await response.text()).includes(version) : response.status >= 500),
    () => true,
  );
  if (client) fromKept.set(client, asked);
  return asked;
}

async function copyOf(path: string, { cache }: Whole): Promise<Response | undefined> {
  try {
    return await cache.match(keyOf(path));
  } catch {
    return undefined;
  }
}

async function firstCopy(path: string, all: readonly Whole[]): Promise<Response | undefined> {
  for (const kept of all) {
    const copy = await copyOf(path, kept);
    if (copy) return copy;
  }
  return undefined;
}

// The browser has asked for a page already while it started the worker.
async function fromNetwork(event: AskingEvent): Promise<Response> {
  const early = event.preloadResponse;
  event.waitUntil(early.catch(() => {}));
  return (await early) ?? fetch(event.request);
}

function within<T>(milliseconds: number, promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error('too slow')), milliseconds);
    promise.then(resolve, reject);
  });
}
