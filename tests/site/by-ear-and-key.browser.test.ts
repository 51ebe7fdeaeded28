import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { currentAtlas } from '../../src/atlas/current.ts';
import type { FigureRecord } from '../../src/atlas/records.ts';
import { isTimeInferred } from '../../src/atlas/records.ts';
import { launch } from '../../src/bench/browser.ts';
import { matrixOf } from '../../src/compare/matrix.ts';
import { tellingOf } from '../../src/compare/telling.ts';
import { valuesOf } from '../../src/compare/value.ts';
import { verdictsOf } from '../../src/compare/verdict.ts';
import { reportDate, timeInWords } from '../../src/i18n/dates.ts';
import { formulaText, timeOf } from '../../src/i18n/verdict-words.ts';
import { words } from '../../src/i18n/zh.ts';
import { MORE_CONTRAST, violationsOn } from './axe.ts';
import { addressesOf, onePerKind } from './built-site.ts';
import { focusFaults } from './focus-walk.ts';
import { readingsOf } from './reading.ts';
import { type Visit, visit } from './visit.ts';

const sites = inject('sites');
const { counties, themes, indicators, figures } = currentAtlas();
const WIDE = { width: 1280, height: 800 };
const NARROW = { width: 360, height: 740 };

let browser: Browser;
let site: Visit;
let page: Page;

beforeAll(async () => {
  browser = await launch();
  site = await visit(browser, sites.root, { viewport: WIDE });
  page = site.page;
});
afterAll(async () => {
  await site.leave();
  await browser.close();
});

/** The readings of a table's cells on a page. */
async function heard(path: string, selector: string) {
  await page.goto(site.at + path);
  return page.evaluate(readingsOf, selector);
}

/** A figure's time as it stands beside it, or that there is none. */
function timeSaid(figure: FigureRecord): string {
  const time = figure.asOf ?? figure.period;
  if (!time) return words.figure.undated;
  const inferred = isTimeInferred(figure, [figure.asOf, figure.period?.from, figure.period?.to]);
  return timeInWords(time) + (inferred ? words.figure.inferred : '');
}

/** What of a figure has to be heard: what it counts, the number with its unit, and when. */
const ofFigure = (figure: FigureRecord) => [figure.label, figure.printed, timeSaid(figure)];

/** Those of some words that a reading lacks. */
const lacking = (text: string, asked: readonly string[]) => asked.filter((one) => !text.includes(one));

describe('by ear', () => {
  it('a cell of the matrix says question, county, and number with unit and time, or that there is none', async () => {
    const readings = await heard('/compare/', 'table.matrix');
    const cells = matrixOf(themes, counties).flatMap(({ theme, cells }) => cells.map((cell) => ({ theme, ...cell })));
    expect(readings.length).toBe(cells.length);
    cells.forEach(({ theme, county, cell }, i) => {
      const text = readings[i]?.text ?? '';
      const content =
        cell.kind === 'silent'
          ? [words.silence[cell.silence]]
          : cell.kind === 'figures'
            ? cell.figures.flatMap(ofFigure)
            : [cell.initiative.name, ...(cell.figure ? ofFigure(cell.figure) : ['无数据'])];
      expect(lacking(text, [theme.name, theme.question, county.name, ...content]), text).toEqual([]);
    });
  });

  it('a cell of a theme’s side by side says question, county, and every number with unit and time', async () => {
    for (const theme of themes.slice(0, 4)) {
      const readings = await heard(theme.url, 'table.side');
      const telling = tellingOf(theme);
      counties.forEach((county, i) => {
        const text = readings[i]?.text ?? '';
        const own = telling.filter((initiative) => initiative.county === county);
        const content = own.flatMap(({ name, numbers }) => [name, ...numbers.flatMap(ofFigure)]);
        expect(lacking(text, [theme.name, county.name, ...content]), text).toEqual([]);
      });
    }
  });

  it('a value of an indicator says county, what is counted, the number with its unit, and when', async () => {
    for (const indicator of indicators.slice(0, 8)) {
      const readings = await heard(indicator.url, 'table.values');
      for (const value of valuesOf(indicator, counties)) {
        const asked = value.computed ? [formulaText(value) ?? 'no formula'] : [value.label, value.terms[0].printed];
        const all = [indicator.name, value.county.name, ...asked, timeOf(value)];
        expect(
          readings.some(({ text }) => lacking(text, all).length === 0),
          `${indicator.url}: ${all.join('、')}`,
        ).toBe(true);
      }
    }
  });

  it('a verdict says both counties with their numbers and times, and the reason', async () => {
    const several = indicators.filter((indicator) => verdictsOf(indicator, valuesOf(indicator, counties)).length > 0);
    for (const indicator of several.slice(0, 6)) {
      const readings = await heard(indicator.url, 'table.verdicts');
      for (const { a, b } of verdictsOf(indicator, valuesOf(indicator, counties))) {
        const all = [a, b].flatMap((value) => [
          value.county.name,
          formulaText(value) ?? value.terms[0].printed,
          value.label,
          timeOf(value),
        ]);
        expect(
          readings.some(({ text }) => lacking(text, all).length === 0),
          all.join('、'),
        ).toBe(true);
      }
    }
  });

  it('a figure’s row says county, what is counted, and under its own head number, nature, time, scope and paragraph', async () => {
    for (const county of counties) {
      const readings = await heard(county.url, 'table.figures');
      const own = [...figures.values()].filter((figure) => figure.county === county);
      expect(readings.length).toBe(own.length * 5);
      own.forEach((figure, i) => {
        const [printed, , time, scope] = readings.slice(i * 5).map(({ text }) => text);
        const both = [county.name, figure.label];
        expect(lacking(printed ?? '', [...both, words.figure.printed, figure.printed]), printed).toEqual([]);
        expect(lacking(time ?? '', [...both, words.figure.time, timeSaid(figure)]), time).toEqual([]);
        expect(lacking(scope ?? '', [...both, words.figure.scope]), scope).toEqual([]);
      });
    }
  });

  it.each([WIDE, NARROW])('the heads of counties’ columns are heard with name and date at $width px', async (size) => {
    await page.setViewportSize(size);
    const session = await site.context.newCDPSession(page);
    for (const path of ['/compare/', themes[0]?.url ?? '']) {
      await page.goto(site.at + path);
      const { nodes } = (await session.send('Accessibility.getFullAXTree')) as {
        nodes: { ignored: boolean; role?: { value?: string }; name?: { value?: string } }[];
      };
      const heads = nodes.filter(({ ignored, role }) => !ignored && role?.value === 'columnheader');
      const names = heads.map(({ name }) => name?.value);
      const asked = counties.map(({ name, sources: [source] }) => `${name} ${reportDate(source)}`);
      expect(names.slice(-counties.length), path).toEqual(asked);
    }
    await session.detach();
    await page.setViewportSize(WIDE);
  });

  it('no two links on a county’s page, or on those of terms and questions, to where errors are reported sound alike', async () => {
    for (const path of [...counties.map(({ url }) => url), '/terms/', '/questions/']) {
      await page.goto(site.at + path);
      const links = await page.locator('main a.report').evaluateAll((all) =>
        all.map((one) => {
          const home = one.closest('tr, li, section');
          return { name: one.ariaLabel ?? '', text: one.textContent ?? '', home: home?.textContent ?? '' };
        }),
      );
      expect(links.length, path).toBeGreaterThan(5);
      const bare = (text: string) => text.replace(/〔[^〕]*〕|疑|\s/g, '');
      for (const { name, text, home } of links) {
        // What is seen begins what is heard, and what follows is what the record is called where the link stands.
        expect(name.startsWith(`${text}：`), name).toBe(true);
        expect(bare(home), name).toContain(
          bare(name.slice(text.length + 1))
            .split('，')
            .at(-1),
        );
      }
      const names = links.map(({ name }) => name);
      expect(
        names.filter((name, i) => names.indexOf(name) !== i),
        path,
      ).toEqual([]);
    }
  });

  it.each([WIDE, NARROW])('tables are tables for a screen reader too, at $width px', async (size) => {
    await page.setViewportSize(size);
    const session = await site.context.newCDPSession(page);
    for (const path of [
      '/',
      '/compare/',
      themes[0]?.url ?? '',
      indicators[0]?.url ?? '',
      counties[0]?.url ?? '',
      '/timeline/',
      '/data/',
    ]) {
      await page.goto(site.at + path);
      const { nodes } = (await session.send('Accessibility.getFullAXTree')) as {
        nodes: { ignored: boolean; role?: { value?: string } }[];
      };
      const count = (...roles: string[]) =>
        nodes.filter(({ ignored, role }) => !ignored && roles.includes(role?.value ?? '')).length;
      const there = await page.evaluate(() => {
        const shown = (selector: string) =>
          [...document.querySelectorAll(selector)].filter((one) => one.checkVisibility()).length;
        return {
          tables: shown('table'),
          rows: shown('tr'),
          cells: shown('td'),
          rowHeads: shown('th[scope^="row"]'),
          columnHeads: shown('th[scope^="col"]'),
        };
      });
      expect(there.tables, path).toBeGreaterThan(0);
      const told = {
        tables: count('table'),
        rows: count('row'),
        cells: count('cell', 'gridcell'),
        rowHeads: count('rowheader'),
        columnHeads: count('columnheader'),
      };
      expect(told, path).toEqual(there);
    }
    await session.detach();
    await page.setViewportSize(WIDE);
  });
});

describe('by key', () => {
  // The shortest of the counties' pages, which are all alike, and a theme with many links below the head that stays.
  const shortest = counties.find(({ id }) => id === 'dongan')?.url ?? '/counties/';
  const kinds = onePerKind([...addressesOf(sites.root), '/themes/incentives/', shortest]);
  const sample = [
    // Of the themes that are fetched two are enough here, and the page of search with a query is spared its index of a thousand links.
    ...kinds
      .map((path) => (path === '/search/' ? '/search/?q=五化' : path))
      .map((path) => path.replace(/side-by-side\/$/, `$&?themes=${themes.slice(-2).map(({ id }) => id)}`))
      .map((path) => ({ path, ...WIDE })),
    // Where tables are no tables to the eye.
    ...['/compare/', themes[0]?.url ?? '/', indicators[0]?.url ?? '/'].map((path) => ({ path, ...NARROW })),
  ];

  it('the sample has a page of every kind', () => {
    const first = (path: string) => path.split('/')[1] ?? '';
    const all = new Set(addressesOf(sites.root).map(first));
    expect(new Set(kinds.map(first))).toEqual(all);
    for (const section of all) {
      const below = addressesOf(sites.root).filter((path) => first(path) === section && path !== `/${section}/`);
      if (below.length > 0)
        expect(
          kinds.filter((path) => below.includes(path)),
          section,
        ).not.toEqual([]);
    }
  });

  it.each(sample)(
    'every stop on $path at $width px is seen, and none keeps the focus',
    async ({ path, width, height }) => {
      await page.setViewportSize({ width, height });
      await page.goto(site.at + path);
      if (path.includes('?q=')) await page.locator('#results[aria-busy=false]').waitFor();
      expect(await focusFaults(page, path)).toEqual([]);
      await page.setViewportSize(WIDE);
    },
    60_000,
  );

  it('but a stop that is not seen, is covered or keeps the focus is told', async () => {
    const free = await browser.newContext({ bypassCSP: true, viewport: WIDE });
    const tab = await free.newPage();
    const spoil = async (how: () => void) => {
      await tab.goto(`${site.at}/404.html`);
      await tab.evaluate(how);
      return (await focusFaults(tab, '/404.html')).join('\n');
    };
    const put = (rule: string) =>
      `const style = document.createElement('style'); style.textContent = ${JSON.stringify(rule)}; document.head.append(style)`;
    const by = (rule: string) => spoil(new Function(put(rule)) as () => void);
    expect(await by('.breadcrumbs a:focus-visible { outline: none }')).toMatch(/a “.+” shows no focus/);
    expect(await by('.breadcrumbs a:focus-visible { outline: 2px solid #eee }')).toMatch(
      /shows a focus of contrast 1\.\d/,
    );
    expect(
      await by('footer { position: relative } footer::after { content: ""; position: absolute; inset: 0 }'),
    ).toMatch(/is not on the screen, or covered/);
    const kept = await spoil(() =>
      document.querySelector('.breadcrumbs a')?.addEventListener('keydown', (event) => event.preventDefault()),
    );
    expect(kept).toMatch(/comes back to a “/);
    await free.close();
  });

  it('without scripts the number in the row leads back to where the text names it', async () => {
    const still = await browser.newContext({ javaScriptEnabled: false, viewport: WIDE });
    const tab = await still.newPage();
    for (const { url, figures } of counties) {
      await tab.goto(site.at + url);
      const back = await tab.locator('tr[id^="fig-"] td.num a').evaluateAll((all) =>
        all.map((link) => {
          const mark = document.getElementById(link.getAttribute('href')?.slice(1) ?? '');
          return [link.closest('tr')?.id, mark?.getAttribute('href')?.split('#')[1], mark?.matches('a.mark')];
        }),
      );
      expect(back.length).toBeGreaterThan(figures.length / 2);
      for (const [row, to, isMark] of back) expect([to, isMark]).toEqual([row, true]);
    }
    const mark = tab.locator('section.initiative p .figure a.mark').first();
    await mark.focus();
    await tab.keyboard.press('Enter');
    const row = tab.locator('tr:target');
    await row.locator('td.num a').focus();
    await tab.keyboard.press('Enter');
    expect(await tab.locator('a.mark:target').count()).toBe(1);
    await still.close();
  });
});

describe('settings of a reader', () => {
  it('with more contrast, letters stand out by seven to one', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ contrast: 'more', colorScheme });
      for (const path of ['/', county().url, '/compare/', '/timeline/', '/search/']) {
        await page.goto(site.at + path);
        expect(await violationsOn(page, `${path} ${colorScheme}`, MORE_CONTRAST)).toEqual([]);
      }
    }
    await page.emulateMedia({ contrast: null, colorScheme: null });

    function county() {
      const [first] = counties;
      if (!first) throw new Error('no county');
      return first;
    }
  });

  it('in forced colours a seal, a silent cell, a mark of doubt and what is chosen are told without the site’s colours', async () => {
    await page.emulateMedia({ forcedColors: 'active' });
    await page.goto(`${site.at}/themes/`);
    const seal = (selector: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((one) => {
          const { borderTopStyle, borderTopWidth, outlineStyle } = getComputedStyle(one);
          return { borderTopStyle, framed: Number.parseFloat(borderTopWidth) > 0, outlineStyle };
        });
    // One that answers is framed, one that does not is dashed.
    expect(await seal('.seal:not(.hollow)')).toMatchObject({ borderTopStyle: 'solid', framed: true });
    expect(await seal('.questions .seal.hollow')).toMatchObject({ outlineStyle: 'dashed' });
    // And of the navigation only the page that is shown is underlined.
    const lines = await page
      .locator('header.site nav a')
      .evaluateAll((all) => all.map((one) => [getComputedStyle(one).borderBottomColor, one.ariaCurrent]));
    const [here] = lines.filter(([, current]) => current !== null);
    expect(lines.filter(([colour]) => colour === here?.[0])).toEqual([here]);
    await page.goto(`${site.at}/compare/`);
    expect(await page.locator('.matrix td.silent').first().innerText()).toContain(words.silence.silent);
    await page.goto(site.at + (counties[0]?.url ?? ''));
    expect(await seal('a.doubt')).toMatchObject({ outlineStyle: 'solid' });
    await page.emulateMedia({ forcedColors: null });
  });
});
