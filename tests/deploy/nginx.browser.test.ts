import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it, onTestFinished } from 'vitest';
import { launch } from '../../src/bench/browser.ts';
import { HEADERS } from '../../src/deploy/headers.ts';
import { addressesOf } from '../site/built-site.ts';
import { quiet } from '../site/quiet.ts';
import { watch } from '../site/watch.ts';
import { RECIPE, serveByNginx, unable } from './nginx.ts';

const sites = inject('sites');

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

/** A page that keeps all that it complains of, and every report of what its policy refused. */
async function watched(context: BrowserContext): Promise<{ readonly page: Page; readonly said: string[] }> {
  const page = await context.newPage();
  const said = watch(page);
  // Not through the page's own functions, which do not outlive it.
  await page.exposeFunction('told', (report: string) => said.push(report));
  await page.addInitScript(() => {
    const { told } = window as unknown as { told: (report: string) => void };
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, documentURI }) =>
      told(`${documentURI} violates ${violatedDirective}: ${blockedURI}`),
    );
  });
  return { page, said };
}

/** What a page is one of: `/counties/` for `/counties/yongde/`, and itself for `/counties/`. */
const kindOf = (path: string) => path.replace(/^(\/[^/]+\/).+/, '$1…');

/** What a reader does that a policy could refuse: search on its page and in a box, and counties set side by side. */
async function use(page: Page, at: string): Promise<void> {
  await page.goto(`${at}/search/?q=${encodeURIComponent('村支书工资')}`);
  await page.locator('#results[aria-busy=false]').waitFor();
  await page.locator('main ol > li a').first().waitFor();
  await page.goto(`${at}/about/`);
  await page.locator('header input[type=search]').pressSequentially('五化');
  await page.getByRole('option').first().waitFor();
  await page.goto(`${at}/compare/side-by-side/?counties=hengdong,yongde`);
  await page.locator('.everything .room table').first().waitFor();
}

describe.skipIf(unable)('in nginx, with its headers', () => {
  it.each([
    { site: 'root', base: '/' },
    { site: 'based', base: '/atlas/' },
  ] as const)(
    'the pages under $base read, and search and comparing work, without a word of a violation',
    async ({ site, base }) => {
      const served = await serveByNginx(sites[site], base);
      const context = await browser.newContext();
      onTestFinished(async () => {
        await context.close();
        await served.close();
      });
      const at = served.origin + base.slice(0, -1);
      const all = addressesOf(sites[site]);
      expect(all.length).toBeGreaterThan(50);
      // Under the base path, where only the addresses differ, one page of a kind.
      const addresses = base === '/' ? all : [...new Map(all.map((path) => [kindOf(path), path])).values()];
      // Two at a time: a page waits for its network most of the while.
      const walkers = await Promise.all([watched(context), watched(context)]);
      await Promise.all(
        walkers.map(async ({ page }, i) => {
          for (const path of addresses.filter((_, n) => n % walkers.length === i)) {
            const answer = await page.goto(at + path, { waitUntil: 'load' });
            expect(answer?.headers(), path).toMatchObject({
              'content-security-policy': HEADERS['Content-Security-Policy'],
            });
            expect(await page.evaluate(() => document.styleSheets.length), path).toBe(1);
          }
          if (i === 0) await use(page, at);
        }),
      );
      expect(walkers.flatMap(({ said }) => said)).toEqual([]);
    },
    60_000,
  );

  it('the worker that keeps the site comes, keeps it whole, and answers when nginx is gone', async () => {
    const served = await serveByNginx(sites.root);
    const context = await browser.newContext({ serviceWorkers: 'allow' });
    onTestFinished(async () => {
      await context.close();
      await served.close();
    });
    const { page, said } = await watched(context);
    const worker = context.waitForEvent('serviceworker');
    await page.goto(`${served.origin}/about/`);
    expect((await worker).url()).toBe(`${served.origin}/sw.js`);
    const state = () => page.evaluate(async () => (await navigator.serviceWorker.ready).active?.state);
    await expect.poll(state, { timeout: 60_000 }).toBe('activated');
    await served.close();
    await page.goto(`${served.origin}/search/?q=${encodeURIComponent('五化')}`);
    await page.locator('main ol > li a').first().waitFor();
    expect(said).toEqual([]);
  });

  it('but a policy that lacks what Pagefind’s WebAssembly needs is told of', async () => {
    const strict = RECIPE.replace(" 'wasm-unsafe-eval'", '');
    expect(strict).not.toBe(RECIPE);
    const served = await serveByNginx(sites.root, '/', strict);
    const context = await browser.newContext();
    onTestFinished(async () => {
      await context.close();
      await served.close();
    });
    const { page, said } = await watched(context);
    await page.goto(`${served.origin}/search/?q=${encodeURIComponent('每季度')}`);
    await page.locator('#results[aria-busy=false]').waitFor();
    expect(said.filter((one) => one.includes('violates script-src: wasm-eval')).length).toBeGreaterThan(0);
  });

  it('no page of another site can frame it', async () => {
    // The same without the word on frames shows that a frame would come up, and that this sees it.
    const free = RECIPE.replace("; frame-ancestors 'none'", '');
    expect(free).not.toBe(RECIPE);
    const [own, other] = await Promise.all([serveByNginx(sites.root), serveByNginx(sites.root, '/', free)]);
    const stranger = createServer((request, response) => {
      const { searchParams } = new URL(request.url ?? '/', 'http://localhost');
      response.setHeader('content-type', 'text/html').end(`<iframe src="${searchParams.get('frame')}"></iframe>`);
    });
    await new Promise<void>((resolve) => stranger.listen(0, '127.0.0.1', resolve));
    const context = await browser.newContext();
    onTestFinished(async () => {
      await context.close();
      stranger.closeAllConnections();
      stranger.close();
      await Promise.all([own.close(), other.close()]);
    });
    const page = await context.newPage();
    const { port } = stranger.address() as AddressInfo;
    const framed = async (address: string) => {
      await page.goto(`http://127.0.0.1:${port}/?frame=${address}`);
      await quiet(page);
      return page.frames()[1]?.evaluate(() => document.querySelector('header.site') !== null);
    };
    expect(await framed(`${other.origin}/about/`)).toBe(true);
    expect(await framed(`${own.origin}/about/`)).toBe(false);
  });
});
