import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { currentAtlas } from '../../src/atlas/current.ts';
import { launch } from '../../src/bench/browser.ts';
import { plain, printOf } from './paper.ts';
import { checkPrint, figuresOf } from './print-checks.ts';
import { type Visit, visit } from './visit.ts';

const sites = inject('sites');
const FIGURES = figuresOf(sites.root);
const longest = <T>(list: readonly T[], size: (one: T) => number) =>
  list.toSorted((a, b) => size(b) - size(a)).slice(0, 1);

// One page of each kind; of counties, themes and indicators the longest. The others are printed by the tests that take longer.
const { counties, themes, indicators, sources } = currentAtlas();
const PATHS = [
  '/',
  ...longest(counties, ({ figures }) => figures.length).map(({ url }) => url),
  ...themes.slice(0, 1).map(({ url }) => url),
  ...longest(indicators, ({ figures }) => figures.length).map(({ url }) => url),
  ...sources.slice(0, 1).map(({ url }) => url),
  ...[
    '/compare/',
    '/indicators/',
    '/questions/',
    '/timeline/',
    '/terms/',
    '/data/',
    '/about/',
    '/search/',
    '/404.html',
  ],
];
/** What shows figures must have marks when it is printed: without them every check of notes would hold. */
const MARKED = /^\/(?:counties|themes|indicators|sources)\/.|^\/$|^\/(?:compare|questions|timeline)\//;

let browser: Browser;
let root: Visit;

beforeAll(async () => {
  browser = await launch();
  root = await visit(browser, sites.root);
});
afterAll(async () => {
  await root.leave();
  await browser.close();
});

describe('on paper', () => {
  it.each(PATHS)(
    '%s is A4 with its name at the head of each page, whole rows, a note for each mark, all of its text and no navigation',
    async (path) => {
      await root.page.goto(root.at + path);
      const marks = await checkPrint(root.page, FIGURES);
      expect(marks > 0, path).toBe(MARKED.test(path));
    },
  );

  it('a page names its whole address where the origin is known', async () => {
    const based = await visit(browser, sites.based, { base: '/atlas/' });
    await based.page.goto(`${based.at}/about/`);
    const [first] = await printOf(based.page);
    await based.leave();
    expect(first?.text).toContain('https://atlas.example/atlas/about/');
  });

  it('what is folded on the screen lies open', async () => {
    await root.page.goto(`${root.at}/timeline/`);
    const names = await root.page.locator('.t-undated li').allTextContents();
    const text = (await printOf(root.page)).map((sheet) => sheet.text).join('');
    expect(names.length).toBeGreaterThan(50);
    expect(names.filter((name) => !text.includes(plain(name)))).toEqual([]);
  });

  it('a page is black on white for a reader of the dark scheme too', async () => {
    await root.page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    await root.page.goto(`${root.at}/about/`);
    const colours = await root.page.evaluate(() => {
      const { color, backgroundColor } = getComputedStyle(document.body);
      return { color, backgroundColor };
    });
    expect(colours).toEqual({ color: 'rgb(0, 0, 0)', backgroundColor: 'rgb(255, 255, 255)' });
    await root.page.emulateMedia({ media: null, colorScheme: null });
  });

  it('a page that brought tables from elsewhere keeps the paragraphs in their marks, since it has no notes', async () => {
    await root.page.goto(`${root.at}/compare/side-by-side/`);
    await root.page.locator('button.expand').click();
    const marks = root.page.locator('.room:not([data-state=here]) a.mark');
    await marks.first().waitFor();
    await root.page.emulateMedia({ media: 'print' });
    const [mark] = await marks.allTextContents();
    expect(mark).toMatch(/^〔.+〕$/);
    const size = await marks.first().evaluate((one) => parseFloat(getComputedStyle(one).fontSize));
    expect(size).toBeGreaterThan(6);
    await root.page.emulateMedia({ media: null });
  });
});

describe('on the screen', () => {
  it('what stands on paper alone is neither seen nor heard', async () => {
    await root.page.goto(`${root.at}/compare/`);
    const parts = root.page.locator('.print-notes, .imprint');
    expect(await parts.count()).toBe(2);
    for (const part of await parts.all()) {
      expect(await part.evaluate((one) => getComputedStyle(one).display)).toBe('none');
    }
    // The foot of the page has the version too.
    const tree = await root.page.locator('header.site').ariaSnapshot();
    expect(tree).not.toContain('内容版本');
  });
});
