import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launch } from '../../src/bench/browser.ts';
import { violationsOn } from './axe.ts';
import { addressesOf, type Served, serve } from './built-site.ts';
import { watch } from './watch.ts';

const sites = inject('sites');
const ADDRESSES = addressesOf(sites.root).filter((path) => path !== '/404.html');

interface FigureRow {
  readonly county: string;
  readonly id: string;
  readonly label: string;
  readonly printed: string;
  readonly scope: string | null;
  readonly source: string;
  readonly at: readonly number[];
  readonly url: string;
}
interface InitiativeRow {
  readonly county: string;
  readonly id: string;
  readonly name: string;
  readonly themes: readonly string[];
  readonly url: string;
}
const data = <T>(table: string): T[] => JSON.parse(readFileSync(join(sites.root, 'data', `${table}.json`), 'utf8'));
const FIGURES = data<FigureRow>('figures');
const INITIATIVES = data<InitiativeRow>('initiatives');
const COUNTIES = [...new Set(INITIATIVES.map(({ county }) => county))];

const WIDE = { width: 1280, height: 800 };
const NARROW = { width: 360, height: 740 };

let browser: Browser;
let root: Served;
let based: Served;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  browser = await launch();
  [root, based] = await Promise.all([serve(sites.root), serve(sites.based, '/atlas/')]);
  context = await browser.newContext({ viewport: WIDE });
  page = await context.newPage();
});
afterAll(async () => {
  await browser.close();
  await Promise.all([root.close(), based.close()]);
});

/** Whether one of some elements stands whole on the screen, or comes to stand there: a page scrolls to a fragment once it is laid out. */
async function inFirstScreen(locator: Locator): Promise<boolean> {
  const shown = () =>
    locator.evaluateAll((elements) =>
      elements.some((element) => {
        const { top, bottom, left, right, width, height } = element.getBoundingClientRect();
        const style = getComputedStyle(element);
        const seen = width > 8 && height > 8 && style.visibility === 'visible' && style.opacity !== '0';
        return seen && top >= 0 && left >= 0 && bottom <= innerHeight && right <= innerWidth;
      }),
    );
  for (const until = performance.now() + 5_000; performance.now() < until; ) {
    if (await shown()) return true;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return false;
}

describe('every page', () => {
  it('asks for nothing of search before a reader touches a box, and under a base path complains of nothing', async () => {
    const own = await browser.newContext();
    const walker = await own.newPage();
    const said = watch(walker);
    const asked: string[] = [];
    walker.on('request', (request) => asked.push(request.url()));
    const kinds = ['/', '/search/', '/data/', `/counties/${COUNTIES[0]}/`, '/compare/', '/timeline/', '/terms/'];
    for (const path of kinds) {
      await walker.goto(`${based.origin}/atlas${path}`, { waitUntil: 'load' });
      expect(await walker.locator('h1').isVisible(), path).toBe(true);
      // Said by style sheets that did not load: the page would be serif on white without a width.
      expect(await walker.evaluate(() => document.styleSheets.length), path).toBe(1);
    }
    await own.close();
    expect(said).toEqual([]);
    expect(asked.length).toBeGreaterThan(kinds.length);
    // Neither its tables, nor the index, nor what answers.
    expect(asked.filter((url) => /\/pagefind\/|\/search\/[^/]+\.json|\/_astro\/(?:box|loosen)\./.test(url))).toEqual(
      [],
    );
  });

  it('keeps its policy in force: what gets into a page as inline script or style does nothing', async () => {
    for (const path of ['/', `/counties/${COUNTIES[0]}/`, '/search/?q=五化']) {
      await page.goto(root.origin + path);
      const done = await page.evaluate(() => {
        const script = document.createElement('script');
        script.textContent = 'window.ran = true';
        document.body.append(script);
        const handler = document.createElement('p');
        handler.setAttribute('onclick', 'window.ran = true');
        handler.setAttribute('style', 'position: fixed; left: 7px');
        document.body.append(handler);
        handler.click();
        return { ran: 'ran' in window, moved: getComputedStyle(handler).position };
      });
      expect(done, path).toEqual({ ran: false, moved: 'static' });
    }
  });
});

describe('the home page', () => {
  it.each([WIDE, NARROW])(
    'lets one search, choose a county and choose a question in the first screen at $width px',
    async (size) => {
      await page.setViewportSize(size);
      await page.goto(`${root.origin}/`);
      const main = page.locator('main');
      expect(await inFirstScreen(main.getByRole('searchbox'))).toBe(true);
      expect(await inFirstScreen(main.locator('a[href^="/counties/"]'))).toBe(true);
      const question = main.locator('a[href^="/questions/"], a[href="#questions"]');
      expect(await inFirstScreen(question)).toBe(true);
      // What these numbers are not.
      expect(await inFirstScreen(main.getByText('数字都是各县报道自己公布的'))).toBe(true);
      await page.setViewportSize(WIDE);
    },
  );

  it('offers examples that all find something', async () => {
    await page.goto(`${root.origin}/`);
    const links = await page
      .locator('main a[href*="/search/?q="]')
      .evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''));
    expect(links.length).toBeGreaterThan(2);
    for (const link of links) {
      await page.goto(root.origin + link);
      await page.locator('main ol > li a').first().waitFor();
    }
  });
});

/** Where a link leads, as the data name places: a link to a place on its own page names the place alone. */
const placeOf = (link: HTMLElement | SVGElement) => {
  const { pathname, hash } = link as HTMLAnchorElement;
  return pathname + hash;
};

describe('a number', () => {
  it('leads in one click to its row, which says how it was printed, what it is, when and where, and on to the paragraph', async () => {
    for (const county of COUNTIES) {
      await page.goto(`${root.origin}/counties/${county}/`);
      const mark = page.locator('main .initiative .figure a.mark').first();
      const href = await mark.evaluate(placeOf);
      const number = await mark.locator('xpath=preceding-sibling::*[1]').textContent();
      await mark.click();
      expect(page.url()).toBe(root.origin + href);
      const row = page.locator('tr:target');
      expect(await inFirstScreen(row.locator('th, td'))).toBe(true);
      const figure = FIGURES.find(({ url }) => url === href);
      if (!figure) throw new Error(`no figure ${href}`);
      expect(figure.printed).toBe(number);
      const [printed, nature, time, scope] = await row.locator('td').allInnerTexts();
      expect(printed).toContain(figure.printed);
      expect(nature).toMatch(/结果|标准|目标|计划|预计|容量/);
      expect(time).toMatch(/年|原文未注/);
      expect(scope).toContain(figure.scope ?? '全县');
      expect(await row.locator('th').textContent()).toContain(figure.label);

      await row.locator('td').last().locator('a.mark').first().click();
      expect(page.url()).toBe(`${root.origin}/sources/${figure.source}/#p${figure.at[0]}`);
      const paragraph = page.locator('tr:target');
      expect(await inFirstScreen(paragraph.locator('th'))).toBe(true);
      expect(await paragraph.locator('th').textContent()).toBe(String(figure.at[0]));
      // And back: the paragraph names the figure.
      expect(await paragraph.locator(`a[href="${figure.url}"]`).count()).toBe(1);
    }
  });

  it('reads everywhere as in its row, and no number stands without its mark', async () => {
    const printed = new Map(FIGURES.map((figure) => [figure.url, figure.printed]));
    let count = 0;
    for (const path of ADDRESSES) {
      await page.goto(root.origin + path);
      // A key figure has its number below its label and mark, in one group of a list.
      const shown = await page.locator('main .number').evaluateAll((numbers) =>
        numbers.map((one) => {
          const around = one.closest('dl.keys > div') ?? one.closest('.figure');
          const mark = around?.querySelector<HTMLAnchorElement>('a.mark');
          return [one.textContent ?? '', mark ? mark.pathname + mark.hash : 'no mark'] as const;
        }),
      );
      for (const [number, href] of shown) expect(number, `${path} ${href}`).toBe(printed.get(href));
      count += shown.length;
    }
    expect(count).toBeGreaterThan(400);
  });

  it('has a row of its own on its county’s page, with links to every paragraph that it rests on', async () => {
    for (const county of COUNTIES) {
      await page.goto(`${root.origin}/counties/${county}/`);
      const rows = await page.locator('tr[id^="fig-"]').evaluateAll((all) =>
        all.map((row) => ({
          id: row.id,
          printed: row.querySelector('td')?.textContent?.trim(),
          empty: [...row.querySelectorAll('td')].filter((cell) => cell.textContent?.trim() === '').length,
          paragraphs: [...row.querySelectorAll('td:last-child a.mark')].map((link) => link.getAttribute('href')),
        })),
      );
      const own = FIGURES.filter((figure) => figure.county === county);
      expect(rows).toEqual(
        own.map(({ id, printed, source, at }) => ({
          id: `fig-${id}`,
          printed,
          empty: 0,
          paragraphs: at.map((n) => `/sources/${source}/#p${n}`),
        })),
      );
    }
  });
});

describe('an initiative', () => {
  it('leads in one click to its theme, at the answer of its county, and from there in one click back', async () => {
    for (const county of COUNTIES) {
      const initiative = INITIATIVES.find((one) => one.county === county);
      if (!initiative) throw new Error(`no initiative of ${county}`);
      await page.goto(root.origin + initiative.url);
      const section = page.locator(`section[id="${initiative.id}"]`);
      expect(await inFirstScreen(section.locator('h3'))).toBe(true);
      await section.locator('.tags a').first().click();
      expect(page.url()).toBe(`${root.origin}/themes/${initiative.themes[0]}/#${county}`);
      const answer = page.locator(`table.side td[id="${county}"]`);
      // The county's name stays in view above its column.
      expect(
        await inFirstScreen(
          page.locator(`table.side :is(th[data-county="${county}"], td[id="${county}"] .cell-head) a`),
        ),
      ).toBe(true);
      await answer.locator(`a[href="${initiative.url}"]`).click();
      expect(page.url()).toBe(root.origin + initiative.url);
      expect(await inFirstScreen(section.locator('h3'))).toBe(true);
    }
  });

  it('and its themes know each other without exception', async () => {
    const there: string[] = [];
    for (const county of COUNTIES) {
      await page.goto(`${root.origin}/counties/${county}/`);
      const found = await page
        .locator('section.initiative')
        .evaluateAll((all) =>
          all.flatMap((one) => [...one.querySelectorAll('.tags a')].map((tag) => [one.id, tag.getAttribute('href')])),
        );
      there.push(...found.map(([id, theme]) => `${theme?.replace(/#.*/, '')} ${county}/${id}`));
    }
    const back: string[] = [];
    for (const theme of new Set(INITIATIVES.flatMap(({ themes }) => themes))) {
      await page.goto(`${root.origin}/themes/${theme}/`);
      const found = await page
        .locator('table.side td li > a.record')
        .evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''));
      back.push(...found.map((href) => `/themes/${theme}/ ${href.replace('/counties/', '').replace('/#', '/')}`));
    }
    const expected = INITIATIVES.flatMap(({ county, id, themes }) =>
      themes.map((theme) => `/themes/${theme}/ ${county}/${id}`),
    );
    expect(there.sort()).toEqual(expected.sort());
    expect(back.sort()).toEqual(expected);
  });
});

describe('without scripts', () => {
  it('the search page is an index of all initiatives by county, by theme and by initial, each a link that can be seen', async () => {
    const plain = await browser.newContext({ javaScriptEnabled: false, viewport: NARROW });
    const tab = await plain.newPage();
    await tab.goto(`${root.origin}/search/?q=五化`);
    const linksOf = (part: string) =>
      tab
        .locator(`section[aria-labelledby="${part}"] .group li a`)
        .evaluateAll((all) =>
          all.map((one) => `${one.getAttribute('href')} ${one.checkVisibility() ? one.textContent : 'hidden'}`),
        );
    const once = INITIATIVES.map(({ name, url }) => `${url} ${name}`).sort();
    expect((await linksOf('by-county')).sort()).toEqual(once);
    expect((await linksOf('by-initial')).sort()).toEqual(once);
    const each = INITIATIVES.flatMap(({ name, url, themes }) => themes.map(() => `${url} ${name}`)).sort();
    expect((await linksOf('by-theme')).sort()).toEqual(each);
    // The jumps lead to heads that are there.
    const jumps = await tab
      .locator('#index .jumps a')
      .evaluateAll((all) => all.filter((one) => !document.querySelector(one.getAttribute('href') ?? 'none')).length);
    expect(jumps).toBe(0);
    expect(await tab.locator('#results').isVisible()).toBe(false);
    await plain.close();
  });

  it('a county page is as whole as with them', async () => {
    const plain = await browser.newContext({ javaScriptEnabled: false, viewport: WIDE });
    const tab = await plain.newPage();
    for (const county of COUNTIES) {
      const path = `${root.origin}/counties/${county}/`;
      await Promise.all([tab.goto(path), page.goto(path)]);
      // Every piece of text that is seen, in order.
      const seen = (main: Element) => {
        const texts: string[] = [];
        const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
          if (walker.currentNode.parentElement?.getClientRects().length) texts.push(walker.currentNode.nodeValue ?? '');
        }
        return texts.join('\n');
      };
      const text = await tab.locator('main').evaluate(seen);
      expect(text.length).toBeGreaterThan(2000);
      expect(text).toBe(await page.locator('main').evaluate(seen));
      // A number with its unit is a piece by itself.
      const whole = text.replaceAll('\n', '');
      for (const { name } of INITIATIVES.filter((one) => one.county === county)) expect(whole).toContain(name);
      for (const { label } of FIGURES.filter((one) => one.county === county)) expect(whole).toContain(label);
    }
    await plain.close();
  });
});

describe('an address that is not there', () => {
  it.each(['/nowhere/', '/counties/nowhere/', '/data/none.json'])(
    '%s answers with 404 and a page whose links work',
    async (path) => {
      for (const [site, base] of [
        [root, ''],
        [based, '/atlas'],
      ] as const) {
        const tab = await context.newPage();
        const answer = await tab.goto(site.origin + base + path);
        expect(answer?.status()).toBe(404);
        expect(await tab.locator('h1').innerText()).toBe('没有这一页');
        const links = await tab
          .locator('a[href], link[href], form[action]')
          .evaluateAll((all) =>
            all.map((one) => (one.getAttribute('href') ?? one.getAttribute('action') ?? '').replace(/#.*/, '')),
          );
        expect(links.length).toBeGreaterThan(10);
        for (const link of new Set(links)) {
          if (link === '' || link.endsWith('/404/') || link.startsWith('https://')) continue;
          expect((await fetch(site.origin + link)).status, link).toBe(200);
        }
        await tab.locator('main').getByRole('searchbox').fill('五化');
        await tab.locator('main').getByRole('button').click();
        await tab.waitForURL(`${site.origin}${base}/search/?q=*`);
        await tab.close();
      }
    },
  );
});

describe('the keyboard', () => {
  it('reaches the skip link first, which leads past the header', async () => {
    await page.goto(`${root.origin}/counties/${COUNTIES[0]}/`);
    await page.keyboard.press('Tab');
    const skip = page.locator('a.skip');
    expect(await skip.evaluate((one) => one === document.activeElement)).toBe(true);
    expect(await inFirstScreen(skip)).toBe(true);
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
  });
});

describe('axe finds nothing wrong with what a search shows', () => {
  it.each([
    { colorScheme: 'light', viewport: WIDE },
    { colorScheme: 'dark', viewport: NARROW },
  ] as const)('in $colorScheme at $viewport.width px', async (options) => {
    const own = await browser.newContext(options);
    const tab = await own.newPage();
    const found: string[] = [];
    for (const path of ['/search/?q=五化', '/search/?q=书记 工资', '/search/?q=没有这样的话']) {
      await tab.goto(root.origin + path);
      await tab.locator('#results[aria-busy=false]').waitFor();
      found.push(...(await violationsOn(tab, path)));
    }
    await own.close();
    expect(found).toEqual([]);
  });
});
