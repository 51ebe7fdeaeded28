import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { currentAtlas } from '../../src/atlas/current.ts';
import { launch } from '../../src/bench/browser.ts';
import { CHANGE_KIND_WORDS } from '../../src/i18n/change-words.ts';
import { violationsOn } from './axe.ts';
import { REPOSITORY } from './global-setup.ts';
import { type Visit, visit } from './visit.ts';

const sites = inject('sites');
const { changes, counties, terms, themes, indicators, sources, questions, falseFriends, version } = currentAtlas();
const ORIGIN = 'https://atlas.example/atlas';

let browser: Browser;
let root: Visit;
let based: Visit;

beforeAll(async () => {
  browser = await launch();
  [root, based] = await Promise.all([visit(browser, sites.root), visit(browser, sites.based, { base: '/atlas/' })]);
});
afterAll(async () => {
  await Promise.all([root.leave(), based.leave()]);
  await browser.close();
});

describe('the page of changes', () => {
  it('has every change under its own anchor, in their order, with kind, record, values and reason', async () => {
    const { page, at } = root;
    await page.goto(`${at}/changes/`);
    const items = await page.locator('.changes > li').evaluateAll((all) =>
      all.map((item) => ({
        id: item.id,
        kind: item.querySelector('b')?.textContent,
        target: item.querySelector('a.record')?.getAttribute('href'),
        from: item.querySelector('del')?.textContent ?? undefined,
        to: item.querySelector('ins')?.textContent ?? undefined,
        why: item.querySelector('.why')?.textContent?.trim(),
      })),
    );
    expect(items.map(({ id }) => id)).toEqual(changes.map(({ id }) => id));
    expect(items.map(({ kind }) => kind)).toEqual(changes.map(({ kind }) => CHANGE_KIND_WORDS[kind]));
    expect(items.map(({ target }) => target)).toEqual(changes.map(({ target }) => target));
    expect(items.map(({ from }) => from !== undefined)).toEqual(changes.map(({ from }) => from !== undefined));
    expect(items.map(({ to }) => to !== undefined)).toEqual(changes.map(({ to }) => to !== undefined));
    expect(items.filter(({ why }) => !why)).toEqual([]);
  });

  it('says how many there are of each kind, and of which there is none', async () => {
    const { page, at } = root;
    await page.goto(`${at}/changes/`);
    for (const [kind, word] of Object.entries(CHANGE_KIND_WORDS)) {
      const count = changes.filter((change) => change.kind === kind).length;
      await page
        .getByText(count > 0 ? `${word}${count}条` : `还没有${word}`)
        .first()
        .waitFor();
    }
  });

  it('is led to from every page, and a county shows its own', async () => {
    const { page, at } = root;
    await page.goto(`${at}/counties/`);
    await page.locator('footer').getByRole('link', { name: '增补与更正' }).click();
    await page.waitForURL(`${at}/changes/`);
    for (const county of counties) {
      await page.goto(`${at}${county.url}`);
      // The newest; all of them are on the page of changes, whose first of this county the link behind them leads to.
      const own = page.locator('section[aria-labelledby="changes"]');
      expect(await own.locator('li').count(), county.id).toBe(Math.min(county.changes.length, 3));
      if (county.changes.length <= 3) continue;
      const all = own.getByRole('link', { name: `全部${county.changes.length}条` });
      await all.click();
      await page.waitForURL(at + county.changes[0]?.url);
      expect(await page.locator(':target').count()).toBe(1);
    }
  });

  it.each(['light', 'dark'] as const)(
    'has nothing to reproach for axe in %s, and needs no scroll sideways on a phone',
    async (colorScheme) => {
      const { page, at } = root;
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width: 320, height: 800 });
      for (const path of ['/changes/', '/report/', '/report/dongan/']) {
        await page.goto(`${at}${path}`);
        expect(await violationsOn(page, path)).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(320);
      }
      await page.setViewportSize({ width: 1280, height: 800 });
      await page.emulateMedia({ colorScheme: null });
    },
  );
});

describe('the feed', () => {
  const FILE = 'changes/feed.xml';

  it('is not there where no origin is known, and no page says that it is', () => {
    expect(existsSync(join(sites.root, FILE))).toBe(false);
    for (const page of ['index.html', 'changes/index.html']) {
      expect(readFileSync(join(sites.root, page), 'utf8')).not.toContain('feed.xml');
    }
  });

  it('is well-formed, has every change, and names the addresses that the page has', async () => {
    const { page, at } = based;
    await page.goto(`${at}/changes/`);
    const feed = await page.evaluate(
      (xml) => {
        const tree = new DOMParser().parseFromString(xml, 'application/xml');
        const texts = (name: string) =>
          [...tree.getElementsByTagNameNS('http://www.w3.org/2005/Atom', name)].map((one) => one.textContent);
        return { fault: tree.querySelector('parsererror')?.textContent, ids: texts('id'), updated: texts('updated') };
      },
      readFileSync(join(sites.based, FILE), 'utf8'),
    );
    expect(feed.fault).toBeUndefined();
    expect(feed.ids).toEqual([`${ORIGIN}/changes/`, ...changes.map(({ url }) => ORIGIN + url)]);
    expect(feed.updated[0]).toBe(`${changes[0]?.date}T00:00:00.000Z`);
    const anchors = await page.locator('.changes > li').evaluateAll((all) => all.map(({ id }) => id));
    expect(feed.ids.slice(1).map((id) => id?.split('#')[1])).toEqual(anchors);
  });

  it('is announced by the home page and the page of changes, and by a link', async () => {
    const { page, at } = based;
    for (const path of ['/', '/changes/']) {
      await page.goto(at + path);
      const link = page.locator('link[rel="alternate"][type="application/atom+xml"]');
      expect(await link.getAttribute('href'), path).toBe('/atlas/changes/feed.xml');
    }
    expect(await page.locator('main a[href="/atlas/changes/feed.xml"]').count()).toBe(1);
  });
});

/** The records that stand with others on one page: the page, and where each leads to report an error in it. */
const AMONG_OTHERS = [
  ...counties.map((county) => ({
    page: county.url,
    report: `/report/${county.id}/`,
    urls: [...county.initiatives, ...county.figures, ...county.sources.flatMap(({ remarks }) => remarks)].map(
      ({ url }) => url,
    ),
  })),
  { page: '/terms/', report: '/report/terms/', urls: terms.map(({ url }) => url) },
  { page: '/questions/', report: '/report/', urls: questions.map(({ url }) => url) },
  { page: '/compare/', report: '/report/', urls: falseFriends.map(({ url }) => url) },
];
const anchorOf = (url: string) => url.slice(url.indexOf('#') + 1);

describe('an error', () => {
  it.each(AMONG_OTHERS)(
    'in any record of $page can be reported from beside it, without scripts',
    async ({ page: path, report, urls }) => {
      const { served } = root;
      const context = await browser.newContext({ javaScriptEnabled: false });
      const page = await context.newPage();
      await page.goto(served.origin + path);
      const links = await page.locator('main a.report').evaluateAll((all) =>
        all.map((link) => ({
          href: link.getAttribute('href'),
          // The record's own part of the page: what a reader hears before the link.
          home:
            link.closest('tr[id], li[id], aside[id], section[id]')?.id ??
            link.closest('section')?.getAttribute('aria-labelledby'),
          text: link.textContent,
        })),
      );
      expect(links.map(({ href }) => href).sort()).toEqual(urls.map((url) => `${report}#${anchorOf(url)}`).sort());
      expect(links.filter(({ href, home }) => anchorOf(href ?? '') !== home)).toEqual([]);
      expect(new Set(links.map(({ text }) => text))).toEqual(new Set(['报错']));
      await page.goto(served.origin + report);
      const anchors = await page.locator('main li[id]').evaluateAll((all) => all.map(({ id }) => id));
      expect(anchors).toEqual(expect.arrayContaining(urls.map(anchorOf)));
      await context.close();
    },
  );

  it('is reported, where there is no repository, by text that stands on the page with all that is known', async () => {
    const { page, at } = root;
    for (const { report, urls } of AMONG_OTHERS) {
      await page.goto(at + report);
      const texts = new Map(
        await page
          .locator('main li[id]')
          .evaluateAll((all) => all.map((item) => [item.id, item.querySelector('pre')?.textContent ?? ''] as const)),
      );
      for (const url of urls) {
        const lines = texts.get(anchorOf(url))?.split('\n') ?? [];
        expect(lines[0], url).toMatch(/^记录：[a-z-]+\/[a-z0-9-]+（.+）$/);
        expect(lines.slice(1, 3), url).toEqual([`网址：${url}`, `内容版本：${version}`]);
        expect(lines[3], url).toMatch(/^网页现在写：./);
        expect(lines.slice(4), url).toEqual(['哪里不对：', '原文怎样写（第几段）：', '依据：']);
      }
      expect(await page.locator('main a[href*="/issues/new"]').count()).toBe(0);
    }
  });

  it('is reported, where there is one, by a new issue with the same text filled in', async () => {
    const { page, at } = based;
    for (const { report, urls } of AMONG_OTHERS) {
      await page.goto(at + report);
      const hrefs = new Map(
        await page
          .locator('main li[id]')
          .evaluateAll((all) =>
            all.map(
              (item) => [item.id, item.querySelector<HTMLAnchorElement>('a[href*="/issues/new"]')?.href ?? ''] as const,
            ),
          ),
      );
      for (const url of urls) {
        const { origin, pathname, searchParams } = new URL(hrefs.get(anchorOf(url)) ?? 'about:blank');
        expect(origin + pathname, url).toBe(`${REPOSITORY}/issues/new`);
        const lines = searchParams.get('body')?.split('\n') ?? [];
        expect(lines.slice(1, 3), url).toEqual([`网址：${ORIGIN}${url}`, `内容版本：${version}`]);
        expect(lines).toHaveLength(7);
        expect(searchParams.get('title'), url).toMatch(/^有误：.+（[a-z-]+\/[a-z0-9-]+）$/);
      }
      expect(await page.locator('pre.report-text').count()).toBe(0);
    }
  });

  it('in a county, theme, indicator or source is reported at the foot of its page', async () => {
    // As a browser parses the files, which takes it less than to show so many pages.
    const footOf = (folder: string, url: string) =>
      root.page.evaluate(
        (html) => {
          const foot = new DOMParser().parseFromString(html, 'text/html').querySelector('.report-foot');
          const link = foot?.querySelector('a[href*="/issues/new"]')?.getAttribute('href');
          return { link: link ?? undefined, text: foot?.querySelector('pre')?.textContent ?? '' };
        },
        readFileSync(join(folder, url, 'index.html'), 'utf8'),
      );
    for (const { url, id } of [...counties, ...themes, ...indicators, ...sources]) {
      const { link = 'about:blank' } = await footOf(sites.based, url);
      const body = new URL(link).searchParams.get('body') ?? '';
      expect(body, url).toContain(`${url.split('/')[1]}/${id}（`);
      expect(body, url).toContain(`网址：${ORIGIN}${url}\n`);
      expect((await footOf(sites.root, url)).text, url).toContain(`网址：${url}\n`);
    }
  });

  it('of any kind makes no page complain', () => {
    expect([...root.said, ...based.said]).toEqual([]);
  });
});
