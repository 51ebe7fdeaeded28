import { type Browser, type BrowserContext, type CDPSession, errors, type Page } from 'playwright-core';
import { listen, staticServer } from '../cli/static-server.ts';
import { launch } from './browser.ts';
import type { Query } from './queries.ts';

/** The reader that is measured: a phone of the middle class on a slow mobile network. */
export const PROFILE = {
  viewport: { width: 375, height: 800 },
  /** Milliseconds from a request to its answer, and bytes a second. */
  latency: 150,
  down: 1_600_000 / 8,
  up: 750_000 / 8,
  /** How many times slower than this machine. */
  processor: 4,
} as const;

/** What a reader may wait, in seconds, for the first hit: with nothing loaded, and with the box focused before. */
export const SPEED_BUDGET = { cold: 1.25, warm: 0.15 };

/** How long the box is focused before a warm query, and how long anything is waited for, in milliseconds. */
export const FOCUSED = 3000;
export const LIMIT = 10_000;
// Beyond it a run is given up from outside, whatever keeps the page from answering.
const RUN_LIMIT = 4 * LIMIT;

/** What became of one run. */
export interface SpeedRun {
  readonly outcome: 'found' | 'nothing found' | 'timed out' | 'failed';
  /** Until the first hit; undefined where there was none. */
  readonly first: number | undefined;
  /** Until the whole answer. */
  readonly whole: number | undefined;
  /** What the network carried until the whole answer, headers included. */
  readonly bytes: number;
  readonly requests: number;
}

/** The runs of one query. */
export interface QuerySpeed extends Query {
  readonly cold: readonly SpeedRun[];
  readonly warm: readonly SpeedRun[];
  /** Of the search page, from the start of the navigation; empty where it was not measured. */
  readonly page: readonly SpeedRun[];
}

export interface SpeedTask {
  /** The built site, under no base path. */
  readonly folder: string;
  /** The page whose box is asked. */
  readonly url: string;
  readonly queries: readonly Query[];
  readonly runs: number;
  readonly searchPage: boolean;
}

/** What a script in the page saw, in milliseconds. */
interface Seen {
  readonly first: number | undefined;
  readonly whole: number | undefined;
  readonly nothing: boolean;
}

const NOTHING_SEEN = { first: undefined, whole: undefined, bytes: 0, requests: 0 };

/**
 * How long queries take in a browser as `PROFILE` says, each run in a browser that has nothing of the site but the page itself.
 * Returns one sentence where no browser can be started. A run that does not end counts as timed out.
 */
export async function searchSpeed(
  { folder, url, queries, runs, searchPage }: SpeedTask,
  tell: Tell,
): Promise<readonly QuerySpeed[] | string> {
  const server = staticServer(folder, '/');
  let browser: Browser | undefined;
  try {
    const port = await listen(server, 0);
    if (typeof port !== 'number') return port.fault;
    const started = await launch().catch((error) => (error instanceof Error ? error.message : String(error)));
    if (typeof started === 'string') return `The speed of search is not measured here: ${started.split('\n')[0]}`;
    browser = started;
    const site = `http://127.0.0.1:${port}`;
    const speeds: QuerySpeed[] = [];
    for (const query of queries) {
      tell(`search: ${query.kind}, ${query.text}`);
      const cold: SpeedRun[] = [];
      const warm: SpeedRun[] = [];
      const page: SpeedRun[] = [];
      for (let run = 0; run < runs; run++) {
        cold.push(await runIn(browser, tell, (tab) => inBox(tab, site + url, query.text, 0)));
        warm.push(await runIn(browser, tell, (tab) => inBox(tab, site + url, query.text, FOCUSED)));
        if (searchPage) page.push(await runIn(browser, tell, (tab) => onPage(tab, site, query.text)));
      }
      speeds.push({ ...query, cold, warm, page });
    }
    return speeds;
  } finally {
    await closed(browser);
    server.close();
    server.closeAllConnections();
  }
}

type Tell = (what: string) => void;

async function runIn(browser: Browser, tell: Tell, measure: (page: Page) => Promise<SpeedRun>): Promise<SpeedRun> {
  let context: BrowserContext | undefined;
  const run = async () => {
    context = await browser.newContext({ viewport: PROFILE.viewport });
    context.setDefaultTimeout(LIMIT);
    return measure(await context.newPage());
  };
  try {
    return (await limited(run(), RUN_LIMIT)) ?? { outcome: 'timed out', ...NOTHING_SEEN };
  } catch (error) {
    if (error instanceof errors.TimeoutError) return { outcome: 'timed out', ...NOTHING_SEEN };
    tell(error instanceof Error ? error.message : String(error));
    return { outcome: 'failed', ...NOTHING_SEEN };
  } finally {
    await closed(context);
  }
}

async function inBox(page: Page, address: string, query: string, focused: number): Promise<SpeedRun> {
  await page.goto(address, { waitUntil: 'load' });
  const session = await page.context().newCDPSession(page);
  await slow(session);
  const traffic = count(session);
  if (focused > 0) {
    await page.locator('header form.search input').focus();
    await page.waitForTimeout(focused);
  }
  return runOf(await page.evaluate(askBox, { query, limit: LIMIT }), traffic);
}

async function onPage(page: Page, site: string, query: string): Promise<SpeedRun> {
  const session = await page.context().newCDPSession(page);
  await slow(session);
  const traffic = count(session);
  await page.goto(`${site}/search/?q=${encodeURIComponent(query)}`, { waitUntil: 'commit' });
  return runOf(await page.evaluate(watchPage, { limit: LIMIT }), traffic);
}

/** Makes a tab as slow as `PROFILE` says. */
export async function slow(session: CDPSession): Promise<void> {
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: PROFILE.latency,
    downloadThroughput: PROFILE.down,
    uploadThroughput: PROFILE.up,
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: PROFILE.processor });
}

function count(session: CDPSession): { bytes: number; requests: number } {
  const traffic = { bytes: 0, requests: 0 };
  const own = new Set<string>();
  session.on('Network.requestWillBeSent', ({ requestId }) => own.add(requestId));
  // What a preload brought is asked for again by the module itself, and answered without the network.
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (!own.has(requestId) || encodedDataLength === 0) return;
    traffic.bytes += encodedDataLength;
    traffic.requests += 1;
  });
  return traffic;
}

function runOf({ first, whole, nothing }: Seen, { bytes, requests }: { bytes: number; requests: number }): SpeedRun {
  const seconds = (time: number | undefined) => (time === undefined ? undefined : time / 1000);
  const outcome = first !== undefined ? 'found' : nothing ? 'nothing found' : 'timed out';
  return { outcome, first: seconds(first), whole: seconds(whole), bytes, requests };
}

/** Runs in the page: asks the box of the header all at once, and looks at each frame what it shows. */
function askBox({ query, limit }: { query: string; limit: number }): Promise<Seen> {
  const form = document.querySelector('header form.search');
  const input = form?.querySelector('input');
  return new Promise((resolve) => {
    const start = performance.now();
    let first: number | undefined;
    const timer = setTimeout(() => resolve({ first, whole: undefined, nothing: false }), limit);
    const look = () => {
      const now = performance.now() - start;
      if (form?.querySelector('[role=option]')) first ??= now;
      const whole = form?.querySelector('[role=option].all') !== null;
      const nothing = form?.querySelector('[role=listbox] > p') !== null;
      if (whole || nothing) {
        clearTimeout(timer);
        resolve({ first: nothing ? undefined : first, whole: nothing ? undefined : now, nothing });
      } else if (now < limit) requestAnimationFrame(look);
    };
    input?.focus();
    if (input) input.value = query;
    input?.dispatchEvent(new InputEvent('input', { bubbles: true, data: query, inputType: 'insertText' }));
    requestAnimationFrame(look);
  });
}

/** Runs in the page: looks at each frame what the search page shows, from the start of the navigation. */
function watchPage({ limit }: { limit: number }): Promise<Seen> {
  return new Promise((resolve) => {
    let first: number | undefined;
    const timer = setTimeout(() => resolve({ first, whole: undefined, nothing: false }), limit);
    const look = () => {
      const now = performance.now();
      if (document.querySelector('ol.hit-list li')) first ??= now;
      const region = document.querySelector('#results[aria-busy=false]');
      const done = region !== null && document.querySelector('ol.hit-list') !== null;
      if (done) {
        clearTimeout(timer);
        resolve({ first, whole: first === undefined ? undefined : now, nothing: first === undefined });
      } else if (now < limit) requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
}

/** What comes of a promise within so many milliseconds; undefined where it takes longer. */
async function limited<T>(promise: Promise<T>, milliseconds: number): Promise<T | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, milliseconds, undefined);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
    // What fails after it was given up fails for nobody.
    promise.catch(() => {});
  }
}

// One that has died cannot be closed, and need not be.
async function closed(thing: { close(): Promise<void> } | undefined): Promise<void> {
  await limited(thing?.close().catch(() => {}) ?? Promise.resolve(), LIMIT);
}
