import type { Browser, Request } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { launch } from '../../src/bench/browser.ts';
import { PAGE_BUDGET } from '../../src/bench/budget.ts';
import { weighedPages } from '../../src/bench/pages.ts';
import { addressesOf, onePerKind, type Served, serve } from './built-site.ts';
import { quiet } from './quiet.ts';

/** What a browser that has nothing of the site asked for when it opened a page, until nothing more came. */
interface Asked {
  readonly url: string;
  readonly requests: number;
  readonly foreign: readonly string[];
  readonly fonts: readonly string[];
  /** Bytes of bodies as they came over the network. */
  readonly html: number;
  readonly css: number;
  readonly js: number;
}

// So many pages at a time: what takes long is to wait until nothing more comes.
const AT_ONCE = 6;
// The heaviest pages are looked at whatever their kind.
const HEAVIEST = 6;
const FULL = process.env.ATLAS_TESTS === 'full';
const root = inject('sites').root;
let browser: Browser;
let served: Served;
let asked: readonly Asked[];

beforeAll(async () => {
  [browser, served] = await Promise.all([launch(), serve(root)]);
  // One page of each kind here, all with `npm run test:full`; build.test.ts weighs every page by what it names.
  const all = addressesOf(root);
  const heaviest = weighedPages(root).slice(0, HEAVIEST);
  const left = FULL ? all : [...new Set([...heaviest.map(({ url }) => url), ...onePerKind(all)])];
  const found: Asked[] = [];
  const work = async () => {
    for (let url = left.pop(); url !== undefined; url = left.pop()) found.push(await open(url));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  asked = found;
});
afterAll(async () => {
  await browser.close();
  await served.close();
});

/** Opens a page as the first one of a visit: in a context of its own, which has no cache of the others. */
async function open(url: string): Promise<Asked> {
  const context = await browser.newContext({ viewport: { width: 412, height: 823 } });
  const page = await context.newPage();
  const requests: Request[] = [];
  page.on('request', (request) => requests.push(request));
  // A long page may be parsed for so long that the network is idle before its scripts are asked for.
  await page.goto(served.origin + url, { waitUntil: 'load' });
  await quiet(page);
  const bytes = async (...types: string[]) => {
    const own = requests.filter((request) => types.includes(request.resourceType()));
    const sizes = await Promise.all(own.map((request) => request.sizes()));
    return sizes.reduce((sum, { responseBodySize }) => sum + responseBodySize, 0);
  };
  const result = {
    url,
    // Not every browser without a window asks for the icon, which is one of the requests.
    requests: new Set([...requests.map((request) => request.url()), `${served.origin}/favicon.svg`]).size,
    foreign: requests.map((request) => request.url()).filter((address) => !address.startsWith(`${served.origin}/`)),
    fonts: requests.filter((request) => request.resourceType() === 'font').map((request) => request.url()),
    html: await bytes('document'),
    css: await bytes('stylesheet'),
    js: await bytes('script', 'fetch', 'xhr'),
  };
  await context.close();
  return result;
}

/** Every page for which a sentence does not hold, with what was found. */
const failing = (fails: (page: Asked) => boolean) => asked.filter(fails);

it('every page is within the budgets for HTML and styles as a browser receives it, with gzip', () => {
  expect(asked.length).toBeGreaterThan(FULL ? 50 : 15);
  // What is not counted at all would be within any budget.
  expect(failing(({ html, css }) => html < 1_000 || css < 1_000)).toEqual([]);
  expect(failing(({ html, css }) => html > PAGE_BUDGET.html || css > PAGE_BUDGET.css)).toEqual([]);
});

it('a page loads no more than its scripts before the search is touched, within the budget', () => {
  expect(failing(({ js }) => js < 500 || js > PAGE_BUDGET.js)).toEqual([]);
  expect(failing(({ requests }) => requests > PAGE_BUDGET.requests)).toEqual([]);
});

it('nothing comes from another origin, and no font comes at all', () => {
  expect(failing(({ foreign, fonts }) => foreign.length + fonts.length > 0)).toEqual([]);
});
