import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { launch } from '../../src/bench/browser.ts';
import { halfDeployed, keep, keptIn, type Stand, stand, writeSite } from './stand.ts';

const page = (text: string, heading = text) =>
  `<!doctype html>\n<html lang="zh-CN"><title>${text}</title><h1>${heading}</h1></html>\n`;

/** A site of one page of each kind of file. */
const SITE = {
  'index.html': page('首页'),
  'about/index.html': page('关于'),
  '404.html': page('没有', '<b data-when="online">没有这一页</b><b data-when="offline" hidden>没有网络</b>'),
  'favicon.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  '_astro/code.aaaa.js': 'export const of = "a";',
  'search/table.json': '{"build":"a"}',
  'pagefind/pagefind.js': 'export const build = "a";',
  'pagefind/index/und_aaaa.pf_index': 'a',
  'data/figures.csv': 'id\n1\n',
  'data/terms.csv': 'id\n2\n',
};
/** What is new in the next build. */
const NEXT = {
  ...SITE,
  'about/index.html': page('新的关于'),
  'search/table.json': '{"build":"b"}',
  'pagefind/index/und_bbbb.pf_index': 'b',
};

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

interface Scene {
  readonly host: Stand;
  readonly context: BrowserContext;
  readonly tab: Page;
  readonly folder: string;
  /** The heading at an address of the site. */
  readonly read: (path: string) => Promise<string>;
  /** The text that a page's script gets from an address, or why it gets none. */
  readonly get: (path: string) => Promise<string>;
}

/** A host with a site, and a browser that has kept it after one visit. */
async function scene({ base = '/', files = SITE, kept = true } = {}): Promise<Scene> {
  const folder = mkdtempSync(join(tmpdir(), 'atlas-offline-'));
  await writeSite(folder, files);
  const host = await stand({ [base]: folder });
  const context = await browser.newContext({ serviceWorkers: 'allow' });
  const tab = await context.newPage();
  onTestFinished(async () => {
    await context.close();
    await host.down();
    rmSync(folder, { recursive: true, force: true });
  });
  const at = host.origin + base.slice(0, -1);
  await tab.goto(`${at}/`);
  if (kept) expect(await keep(tab, base)).toBe(true);
  return {
    host,
    context,
    tab,
    folder,
    read: async (path) => {
      await tab.goto(at + path);
      return tab.locator('h1').innerText();
    },
    get: (path) =>
      tab.evaluate(
        (address) =>
          fetch(address).then(
            async (response) => `${response.status} ${await response.text()}`,
            (error) => String(error),
          ),
        base + path,
      ),
  };
}

/** A browser looks for a new worker some time after a page has loaded. */
const LATER = { timeout: 15_000 };

const LOST = 'TypeError: Failed to fetch';

describe('after one visit, without a network', () => {
  test.each(['/', '/atlas/'])(
    'a site under %s is whole, and what is made to be taken away was not fetched',
    async (base) => {
      const { host, tab, read, get } = await scene({ base });
      const [[name, files] = [], ...others] = Object.entries(await keptIn(tab));
      expect(others).toEqual([]);
      expect(name).toMatch(new RegExp(`^county-atlas:${base}:[0-9a-f]{16}$`));
      const expected = [...Object.keys(SITE).filter((path) => !path.startsWith('data/')), 'offline.json'];
      expect(files).toEqual(expected.map((path) => base + path).sort());
      await host.down();
      expect(await read('/')).toBe('首页');
      expect(await read('/about/')).toBe('关于');
      expect(await read('/about/?q=x#y')).toBe('关于');
      expect(await get('search/table.json?1')).toBe('200 {"build":"a"}');
      expect(await get('_astro/code.aaaa.js')).toBe(`200 ${SITE['_astro/code.aaaa.js']}`);
      expect(await get('data/figures.csv')).toBe(LOST);
    },
  );

  test('a folder without its slash leads to the one with it, and keeps the query', async () => {
    const { host, tab, read } = await scene({ base: '/atlas/' });
    await host.down();
    expect(await read('/about?counties=dongan')).toBe('关于');
    expect(new URL(tab.url()).pathname + new URL(tab.url()).search).toBe('/atlas/about/?counties=dongan');
  });

  test('an address that is not kept gets the page for that, with the words for it and the status', async () => {
    const { host, tab } = await scene();
    await host.down();
    const answer = await tab.goto(`${host.origin}/nowhere/`);
    expect([answer?.status(), answer?.headers()['content-type']]).toEqual([404, 'text/html; charset=utf-8']);
    expect(await tab.locator('h1').innerText()).toBe('没有网络');
  });

  test('a file that was fetched before is there, one that was not is lost to scripts and named missing to readers', async () => {
    const { host, tab, get } = await scene();
    await tab.reload();
    expect(await get('data/figures.csv')).toBe('200 id\n1\n');
    await expect.poll(async () => Object.values(await keptIn(tab)).flat()).toContain('/data/figures.csv');
    await host.down();
    expect(await get('data/figures.csv')).toBe('200 id\n1\n');
    expect(await get('data/terms.csv')).toBe(LOST);
    expect((await tab.goto(`${host.origin}/data/terms.csv`))?.status()).toBe(404);
  });

  test('what the worker has no say in is left to the network: other methods, and parts of files', async () => {
    const { host, tab, get } = await scene();
    await tab.reload();
    await host.down();
    const other = (init: { method?: string; headers?: Record<string, string> }) =>
      tab.evaluate((how) => fetch('/favicon.svg', how).then(String, String), init);
    expect(await get('favicon.svg')).toContain('200 <svg');
    expect(await other({ method: 'POST' })).toBe(LOST);
    expect(await other({ headers: { range: 'bytes=0-3' } })).toBe(LOST);
  });
});

describe('with a network', () => {
  test('pages come from it, and a page that it does not have any more is gone', async () => {
    const { folder, read, tab, host } = await scene();
    writeFileSync(join(folder, 'index.html'), page('今天的首页'));
    rmSync(join(folder, 'about'), { recursive: true });
    expect(await read('/')).toBe('今天的首页');
    expect((await tab.goto(`${host.origin}/about/`))?.status()).toBe(404);
    expect(await tab.locator('h1').innerText()).toBe('没有这一页');
  });

  test('that answers with its own trouble, or not in time, pages come from what is kept', async () => {
    const { host, read } = await scene();
    host.before = (_, response) => {
      response.writeHead(503).end('overloaded');
      return true;
    };
    expect(await read('/about/')).toBe('关于');
    host.before = () => true;
    const since = performance.now();
    expect(await read('/')).toBe('首页');
    expect(performance.now() - since).toBeGreaterThan(2_500);
    expect(performance.now() - since).toBeLessThan(8_000);
  });

  test('files with a hash in their name do not need it', async () => {
    const { host, tab, get } = await scene();
    await tab.reload();
    host.asked();
    expect(await get('_astro/code.aaaa.js')).toMatch(/^200 /);
    expect(await get('pagefind/index/und_aaaa.pf_index')).toBe('200 a');
    expect(host.asked()).toEqual([]);
  });
});

describe('an update', () => {
  test('shows new pages at once, fetches only what has changed, and is there without a network', async () => {
    const { host, folder, tab, read, get } = await scene();
    await writeSite(folder, NEXT);
    expect(await read('/about/')).toBe('新的关于');
    host.asked();
    expect(await keep(tab)).toBe(true);
    expect(new Set(host.asked())).toEqual(
      new Set(['/sw.js', '/offline.json', '/about/', '/search/table.json', '/pagefind/index/und_bbbb.pf_index']),
    );
    await host.down();
    expect(await read('/about/')).toBe('新的关于');
    expect(await read('/')).toBe('首页');
    expect(await get('search/table.json')).toBe('200 {"build":"b"}');
    expect(await get('pagefind/index/und_bbbb.pf_index')).toBe('200 b');
    // A page of the build before that is still open finds the rest of its index.
    expect(await get('pagefind/index/und_aaaa.pf_index')).toBe('200 a');
  });

  test('leaves no more than the build before', async () => {
    const { folder, tab } = await scene();
    const [first] = Object.keys(await keptIn(tab));
    await writeSite(folder, NEXT);
    expect(await keep(tab)).toBe(true);
    await writeSite(folder, { ...NEXT, 'index.html': page('第三次') });
    expect(await keep(tab)).toBe(true);
    const names = Object.keys(await keptIn(tab));
    expect(names).toHaveLength(2);
    expect(names).not.toContain(first);
  });

  test('that is broken off leaves the old build whole, and goes on later from where it ended', async () => {
    const { host, folder, tab, read, get } = await scene();
    await writeSite(folder, NEXT);
    host.asked();
    host.before = (request) => {
      const last = request.url?.endsWith('und_bbbb.pf_index') === true;
      if (last) request.socket.destroy();
      return last;
    };
    expect(await keep(tab)).toBe(false);
    await host.down();
    expect(await read('/about/')).toBe('关于');
    expect(await get('search/table.json')).toBe('200 {"build":"a"}');
    await host.up();
    host.before = () => false;
    await read('/');
    // The browser may have begun by itself on this visit.
    await expect.poll(() => keep(tab), LATER).toBe(true);
    const fetched = host.asked().filter((path) => path === '/about/');
    expect(fetched, 'fetched once, before it was broken off').toHaveLength(1);
    await host.down();
    expect(await read('/about/')).toBe('新的关于');
    expect(await get('pagefind/index/und_bbbb.pf_index')).toBe('200 b');
  });

  test('that meets files of another build does not come about', async () => {
    const { host, folder, tab, read } = await scene();
    const next = mkdtempSync(join(tmpdir(), 'atlas-offline-'));
    onTestFinished(() => rmSync(next, { recursive: true, force: true }));
    await writeSite(next, NEXT);
    halfDeployed(next, folder);
    expect(await keep(tab)).toBe(false);
    await host.down();
    expect(await read('/about/')).toBe('关于');
  });
});

describe('search', () => {
  test('has all from what is kept while the site is the same build', async () => {
    const { host, tab, get } = await scene();
    await tab.reload();
    host.asked();
    expect(await get('search/table.json')).toBe('200 {"build":"a"}');
    expect(await get('pagefind/pagefind.js')).toBe(`200 ${SITE['pagefind/pagefind.js']}`);
    expect(host.asked(), 'asked once which build the site is').toEqual(['/sw.js']);
  });

  test('of a page of the next build has nothing from this one, also when the network ends', async () => {
    const { host, folder, read, get } = await scene();
    // The worker of before stays, as long as the new one has not all that it needs.
    await writeSite(folder, NEXT);
    host.before = (request, response) => {
      const list = request.url?.endsWith('/offline.json') === true;
      if (list) response.writeHead(503).end();
      return list;
    };
    expect(await read('/about/')).toBe('新的关于');
    expect(await get('search/table.json')).toBe('200 {"build":"b"}');
    await host.down();
    expect(await get('pagefind/pagefind.js')).toBe(LOST);
    expect(await read('/about/')).toBe('关于');
    expect(await get('search/table.json')).toBe('200 {"build":"a"}');
    await host.up();
    expect(await get('search/table.json'), 'still of the build that the page is of').toBe('200 {"build":"a"}');
  });
});

describe('two sites on one origin', () => {
  test('do not meet, and neither does what else is kept there', async () => {
    const { host, tab, folder, context } = await scene({ base: '/atlas/' });
    const other = mkdtempSync(join(tmpdir(), 'atlas-offline-'));
    onTestFinished(() => rmSync(other, { recursive: true, force: true }));
    await writeSite(other, { ...SITE, 'index.html': page('另一个网站') });
    const both = await stand({ '/': other, '/atlas/': folder });
    onTestFinished(() => both.down());
    const second = await context.newPage();
    await second.goto(`${both.origin}/`);
    await second.evaluate(() => caches.open('county-atlas-of-others'));
    expect(await keep(second)).toBe(true);
    await second.goto(`${both.origin}/atlas/`);
    expect(await keep(second, '/atlas/')).toBe(true);
    await writeSite(other, NEXT, false);
    await second.goto(`${both.origin}/`);
    expect(await keep(second)).toBe(true);
    await expect
      .poll(async () => Object.keys(await keptIn(second)).map((name) => name.split(':')[1]))
      .toEqual([undefined, '/atlas/']);
    await both.down();
    await second.goto(`${both.origin}/atlas/about/`);
    expect(await second.locator('h1').textContent()).toBe('关于');
    // And the first host's browser data are those of another origin.
    expect(Object.keys(await keptIn(tab))).toHaveLength(1);
    await host.down();
  });
});

describe('taken away', () => {
  test('by a build without it: the worker and all that it kept go at the next visit', async () => {
    const { host, folder, tab, read } = await scene();
    await writeSite(folder, NEXT, false);
    expect(await read('/about/')).toBe('新的关于');
    const left = () => tab.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);
    await expect.poll(left, LATER).toBe(0);
    await expect.poll(() => keptIn(tab), LATER).toEqual({});
    await host.down();
    await expect(tab.goto(`${host.origin}/`)).rejects.toThrow('ERR_CONNECTION_REFUSED');
  });

  test('by the browser: the site works as before, and the next visit keeps it anew', async () => {
    const { host, tab, read } = await scene();
    await tab.evaluate(async () => {
      for (const name of await caches.keys()) await caches.delete(name);
    });
    expect(await read('/about/')).toBe('关于');
    await read('/');
    expect(await keep(tab)).toBe(true);
    await host.down();
    expect(await read('/about/')).toBe('关于');
  });

  test('by lack of room: nothing is kept, and the site works as before', async () => {
    const { host, context, tab, read } = await scene({ kept: false });
    const devtools = await context.newCDPSession(tab);
    await devtools.send('Storage.overrideQuotaForOrigin', { origin: host.origin, quotaSize: 1 });
    expect(await keep(tab)).toBe(false);
    expect(await read('/about/')).toBe('关于');
    await devtools.send('Storage.overrideQuotaForOrigin', { origin: host.origin });
    expect(await keep(tab)).toBe(true);
  });
});
