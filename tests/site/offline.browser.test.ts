import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest';
import { launch } from '../../src/bench/browser.ts';
import { sentBytes } from '../../src/bench/sent.ts';
import { offlineWords } from '../../src/i18n/offline-words.ts';
import type { KeptList } from '../../src/offline/list.ts';
import { type Stand, stand } from '../offline/stand.ts';
import { addressesOf, filesOf } from './built-site.ts';
import { watch } from './watch.ts';

const sites = inject('sites');
const ADDRESSES = addressesOf(sites.root);
const list: KeptList = JSON.parse(readFileSync(join(sites.root, 'offline.json'), 'utf8'));
const FILES = Object.keys(list.files);

let browser: Browser;
let host: Stand;
let context: BrowserContext;
let tab: Page;
let said: string[];

/** Visits one page of a site, and waits until the browser has kept the site by itself. */
async function visited(base: string, path: string): Promise<void> {
  await tab.goto(host.origin + base + path);
  // `ready` would be content with the worker of the site above.
  const keeps = () =>
    tab.evaluate(async () => {
      const kept = await navigator.serviceWorker.getRegistration();
      return kept?.active?.state === 'activated' ? kept.scope : undefined;
    });
  await vi.waitFor(async () => expect(await keeps()).toBe(host.origin + base), { timeout: 60_000, interval: 200 });
}

// Both sites stand on one origin, are visited once, and lose their host.
beforeAll(async () => {
  browser = await launch();
  host = await stand({ '/': sites.root, '/atlas/': sites.based });
  context = await browser.newContext({ serviceWorkers: 'allow' });
  tab = await context.newPage();
  said = watch(tab);
  await visited('/', 'terms/');
  await visited('/atlas/', 'about/');
  await host.down();
});
afterAll(async () => {
  await browser.close();
  await host.down();
});

test('what is kept are all pages, scripts, styles and tables, and not what is made to be taken away', () => {
  const needed = filesOf(sites.root).filter((file) => /\.html$|^_astro\/|^pagefind\/|^search\/|^favicon/.test(file));
  expect(FILES.toSorted()).toEqual(needed.toSorted());
  expect(list.later).toContain('data/figures.csv');
  expect(list.later.filter((file) => !/\.(?:csv|json|png|txt)$/.test(file))).toEqual([]);
});

test('every page of both sites reads, with its style, without a word in the console', async () => {
  expect(ADDRESSES.length).toBeGreaterThan(60);
  const paths = [...ADDRESSES, ...['/', '/counties/dongan/', '/search/', '/compare/'].map((path) => `/atlas${path}`)];
  const second = await context.newPage();
  const heard = watch(second);
  // Two at once: most of the time goes by in waiting.
  await Promise.all([walk(tab, paths.slice(0, paths.length / 2)), walk(second, paths.slice(paths.length / 2))]);
  await second.close();
  expect([...said, ...heard]).toEqual([]);

  async function walk(page: Page, addresses: readonly string[]): Promise<void> {
    for (const path of addresses) {
      const answer = await page.goto(host.origin + path, { waitUntil: 'load' });
      expect(answer?.fromServiceWorker(), path).toBe(true);
      expect(await page.locator('h1:visible').count(), path).toBe(1);
      const rules = await page.evaluate(() => [...document.styleSheets].map(({ cssRules }) => cssRules.length > 1));
      expect(rules, path).toEqual([true]);
    }
  }
});

test.each(['', '/atlas'])(
  'search finds on the page of the site under “%s”, from the box too, and a hit can be read',
  async (base) => {
    await tab.goto(`${host.origin}${base}/search/?q=${encodeURIComponent('村支书工资')}`);
    await tab.locator('#results[aria-busy=false] ol > li').first().waitFor();
    expect(await tab.locator('#results ol > li').count()).toBeGreaterThan(3);
    await tab.goto(`${host.origin}${base}/`);
    const box = tab.locator('form.search input:visible').first();
    await box.click();
    await box.fill('第一书记');
    const hit = tab.locator('form.search [role=option]').first();
    await hit.waitFor();
    await hit.click();
    await tab.waitForURL((url) => url.hash !== '' || url.pathname !== `${base}/`);
    expect(await tab.locator('h1:visible').count()).toBe(1);
  },
);

test('all themes come side by side', async () => {
  await tab.goto(`${host.origin}/compare/side-by-side/`);
  await tab.locator('button.expand').click();
  const rooms = await tab.locator('.everything .room').count();
  expect(rooms).toBeGreaterThan(10);
  const filled = tab.locator('.everything .room:not([aria-busy]):has(table)');
  await expect.poll(() => filled.count(), { timeout: 30_000 }).toBe(rooms);
});

test('an address that is not kept says that there is no network, with a box that still finds', async () => {
  expect((await tab.goto(`${host.origin}/counties/nowhere/`))?.status()).toBe(404);
  expect(await tab.locator('h1:visible').innerText()).toBe(offlineWords.missing.title);
  expect(await tab.locator('.lead:visible').allInnerTexts()).toEqual([offlineWords.missing.lead]);
  await tab.goto(`${host.origin}/404.html`);
  expect(await tab.locator('h1:visible').innerText()).toBe('没有这一页');
});

test('a folder without its slash is found, and a narrowed comparison stays narrowed', async () => {
  await tab.goto(`${host.origin}/compare?counties=dongan,yongde`);
  const { pathname, searchParams } = new URL(tab.url());
  expect([pathname, searchParams.get('counties')]).toEqual(['/compare/', 'dongan,yongde']);
  expect(await tab.locator('form.choice input[name=counties]:checked').count()).toBe(2);
});

test('what is fetched and what it takes up are what the page on this site says', async () => {
  const sum = (sizes: readonly number[]) => sizes.reduce((all, size) => all + size, 0) / 1_000_000;
  const read = (file: string) => readFileSync(join(sites.root, file));
  const sent = sum([...FILES, 'offline.json'].map((file) => sentBytes(file, read(file))));
  const kept = sum([...FILES, 'offline.json'].map((file) => read(file).length));
  const { size } = offlineWords;
  process.stdout.write(
    `Kept for reading offline: ${FILES.length} files, ${sent.toFixed(2)} MB sent, ${kept.toFixed(2)} MB kept\n`,
  );
  expect(Math.abs(sent - size.sent)).toBeLessThan(size.sent / 4);
  expect(Math.abs(kept - size.kept)).toBeLessThan(size.kept / 4);
  expect(gzipSync(read('sw.js')).length).toBeLessThan(3_000);
  expect(read('about/index.html').toString()).toContain(`约${size.sent}MB`);
});

test.each([
  ['saves data', 'Object.defineProperty(Navigator.prototype, "connection", { get: () => ({ saveData: true }) })'],
  ['came by an unsafe way, or has a browser without workers', 'delete Navigator.prototype.serviceWorker'],
])('a reader who %s has nothing kept, and misses nothing', async (_, script) => {
  await host.up();
  const other = await browser.newContext({ serviceWorkers: 'allow' });
  await other.addInitScript(script);
  const page = await other.newPage();
  const heard = watch(page);
  await page.goto(`${host.origin}/`);
  await page.evaluate(() => new Promise((done) => requestIdleCallback(() => setTimeout(done, 500))));
  expect(await page.evaluate(() => caches.keys())).toEqual([]);
  expect(heard).toEqual([]);
  await other.close();
  await host.down();
});
