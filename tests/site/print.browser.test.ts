import { describe, expect, inject, it } from 'vitest';
import { currentAtlas } from '../../src/atlas/current.ts';
import { plain, printOf, shownOn } from './paper.ts';
import { checkPrint, figuresOf } from './print-checks.ts';
import { visit } from './visit.ts';
import { visiting } from './visiting.ts';

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
  ...['/compare/', '/questions/', '/timeline/', '/terms/', '/search/', '/404.html'],
];

const site = visiting(sites.root);

describe('on paper', () => {
  it.each(PATHS)(
    '%s is A4 with its name at the head of each page, whole rows, a note for each mark, all of its text, lines of 40 letters at most and no navigation',
    async (path) => {
      await site.root.page.goto(site.root.at + path);
      await checkPrint(site.root.page, FIGURES);
    },
  );

  it('one link of the navigation, a short button and a field are seen where paper shows them', async () => {
    await site.root.page.goto(`${site.root.at}/about/`);
    await site.root.page.evaluate(() => {
      const nav = document.querySelector<HTMLElement>('header.site nav');
      const link = nav?.querySelector('a');
      nav?.style.setProperty('display', 'block', 'important');
      for (const one of nav?.querySelectorAll('a') ?? []) if (one !== link) one.style.display = 'none';
      for (const tag of ['button', 'input']) {
        const one = document.createElement(tag);
        if (tag === 'button') one.textContent = '印';
        one.style.setProperty('display', 'inline-block', 'important');
        document.querySelector('main')?.append(one);
      }
    });
    const { controls } = await shownOn(site.root.page);
    expect(controls).toEqual(expect.arrayContaining(['a 县', 'button 印', 'input ']));
    await expect(checkPrint(site.root.page, FIGURES)).rejects.toThrow('parts of navigation and forms that paper shows');
  });

  it('a page names its whole address where the origin is known', async () => {
    const based = await visit(site.browser, sites.based, { base: '/atlas/' });
    await based.page.goto(`${based.at}/about/`);
    const [first] = await printOf(based.page);
    await based.leave();
    expect(first?.text).toContain('https://atlas.example/atlas/about/');
  });

  it('what is folded on the screen lies open', async () => {
    await site.root.page.goto(`${site.root.at}/timeline/`);
    const names = await site.root.page.locator('.t-undated li').allTextContents();
    const text = (await printOf(site.root.page)).map((sheet) => sheet.text).join('');
    expect(names.length).toBeGreaterThan(50);
    expect(names.filter((name) => !text.includes(plain(name)))).toEqual([]);
  });

  it('a page is black on white for a reader of the dark scheme too', async () => {
    await site.root.page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    await site.root.page.goto(`${site.root.at}/about/`);
    const colours = await site.root.page.evaluate(() => {
      const { color, backgroundColor } = getComputedStyle(document.body);
      return { color, backgroundColor };
    });
    expect(colours).toEqual({ color: 'rgb(0, 0, 0)', backgroundColor: 'rgb(255, 255, 255)' });
    await site.root.page.emulateMedia({ media: null, colorScheme: null });
  });

  it('a page that brought tables from elsewhere keeps the paragraphs in their marks, since it has no notes', async () => {
    await site.root.page.goto(`${site.root.at}/compare/side-by-side/`);
    await site.root.page.locator('button.expand').click();
    const marks = site.root.page.locator('.room:not([data-state=here]) a.mark');
    await marks.first().waitFor();
    await site.root.page.emulateMedia({ media: 'print' });
    const [mark] = await marks.allTextContents();
    expect(mark).toMatch(/^〔.+〕$/);
    const size = await marks.first().evaluate((one) => parseFloat(getComputedStyle(one).fontSize));
    expect(size).toBeGreaterThan(6);
    await site.root.page.emulateMedia({ media: null });
  });
});

describe('on the screen', () => {
  it('what stands on paper alone is neither seen nor heard', async () => {
    await site.root.page.goto(`${site.root.at}/compare/`);
    const parts = site.root.page.locator('.print-notes, .imprint');
    expect(await parts.count()).toBe(2);
    for (const part of await parts.all()) {
      expect(await part.evaluate((one) => getComputedStyle(one).display)).toBe('none');
    }
    // The foot of the page has the version too.
    const tree = await site.root.page.locator('header.site').ariaSnapshot();
    expect(tree).not.toContain('内容版本');
  });
});
