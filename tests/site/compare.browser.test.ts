import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { currentAtlas } from '../../src/atlas/current.ts';
import { launch } from '../../src/bench/browser.ts';
import { alikeIn } from '../../src/compare/alike.ts';
import { matrixOf } from '../../src/compare/matrix.ts';
import { dividedWholes } from '../../src/compare/parts.ts';
import { valuesOf } from '../../src/compare/value.ts';
import { verdictsOf } from '../../src/compare/verdict.ts';
import { alikeWords } from '../../src/i18n/alike-words.ts';
import { compareWords } from '../../src/i18n/compare-words.ts';
import { reportYear } from '../../src/i18n/dates.ts';
import { VERDICT_WORDS, verdictText } from '../../src/i18n/verdict-words.ts';
import { violationsOn } from './axe.ts';
import { type Visit, visit } from './visit.ts';
import { watch } from './watch.ts';

const sites = inject('sites');
const { counties, themes, indicators, questions, falseFriends, initiatives } = currentAtlas();
const IDS = counties.map(({ id }) => id);
const WIDE = { width: 1280, height: 800 };
const NARROW = { width: 360, height: 740 };
const SMALLEST = { width: 320, height: 640 };

/** What comes to hold in a while: builds and browsers share two cores. */
const eventually = <T>(of: () => T) => expect.poll(of, { timeout: 15_000 });

let browser: Browser;
let site: Visit;
let page: Page;
let at: string;

beforeAll(async () => {
  browser = await launch();
  site = await visit(browser, sites.root, { viewport: WIDE });
  ({ page, at } = site);
});
afterAll(async () => {
  await site.leave();
  await browser.close();
});

async function open(query = '', size = WIDE): Promise<void> {
  // A test that failed on paper leaves none of it to the next.
  await page.emulateMedia({ media: null });
  await page.setViewportSize(size);
  await page.goto(`${at}/compare/${query}`);
  await page.locator('form.choice').waitFor();
}

/** The HTML of a page as it was built: enough where nothing depends on how it is shown, and faster than going there. */
const htmlOf = (url: string) => readFileSync(join(sites.root, url, 'index.html'), 'utf8');

/** The addresses that some links of a page lead to. */
const hrefsIn = (url: string, selector: string): Promise<(string | null)[]> =>
  page.evaluate(
    ([html = '', asked = '']) =>
      [...new DOMParser().parseFromString(html, 'text/html').querySelectorAll(asked)].map((one) =>
        one.getAttribute('href'),
      ),
    [htmlOf(url), selector],
  );

/** What of the matrix is seen: the ids of the counties and of the themes, and those whose boxes are ticked. */
async function shown(tab = page) {
  return tab.evaluate(() => {
    const seen = (selector: string, name: 'county' | 'theme') =>
      [...document.querySelectorAll<HTMLElement>(selector)]
        .filter((one) => one.checkVisibility())
        .map((one) => one.dataset[name]);
    const ticked = (name: string) =>
      [...document.querySelectorAll<HTMLInputElement>(`form.choice input[name=${name}]`)]
        .filter((one) => one.checked)
        .map((one) => one.value);
    const rows = [...document.querySelectorAll<HTMLElement>('.matrix tbody tr')].filter((row) => row.checkVisibility());
    const cells = rows.map((row) =>
      [...row.querySelectorAll<HTMLElement>('td')]
        .filter((one) => one.checkVisibility())
        .map((one) => one.dataset.county),
    );
    return {
      counties: seen('.matrix thead th[data-county]', 'county'),
      themes: seen('.matrix tbody tr', 'theme'),
      cells: [...new Set(cells.map((ids) => ids.join()))],
      boxes: { counties: ticked('counties'), themes: ticked('themes') },
      note: document.querySelector('.choice-note')?.textContent ?? '',
      search: location.search,
    };
  });
}
const ALL_THEMES = themes.map(({ id }) => id);
const viewOf = (county: readonly string[], theme: readonly string[] = ALL_THEMES) => ({
  counties: county,
  themes: theme,
  cells: [county.join()],
  boxes: { counties: county, themes: theme },
});
const plain = ({ counties, themes, cells, boxes }: Awaited<ReturnType<typeof shown>>) => ({
  counties,
  themes,
  cells,
  boxes,
});

/** Ticks or unticks a box as a reader does, by its name. */
async function tick(name: string): Promise<void> {
  const details = page.locator('form.choice details');
  const box = page.locator('form.choice label', { hasText: name }).first();
  if (!(await box.isVisible())) await details.locator('summary').click();
  await box.click();
}

describe('the matrix', () => {
  it('has each kind of cell as the records say: practice, number of practices, figure or none, silence', async () => {
    await open();
    const rows = await page.locator('.matrix tbody tr').evaluateAll((all) =>
      all.map((row) =>
        [...row.querySelectorAll('td')].map((cell) => ({
          text: (cell.textContent ?? '').replace(/\s+/g, ' ').trim(),
          record: cell.querySelector('a.record')?.getAttribute('href') ?? '',
          number: cell.querySelector('.number')?.textContent ?? '',
          more: cell.querySelector('a.more')?.getAttribute('href') ?? '',
          silent: cell.classList.contains('silent'),
        })),
      ),
    );
    for (const [i, { theme, cells }] of matrixOf(themes, counties).entries()) {
      for (const [j, { county, cell }] of cells.entries()) {
        const told = rows[i]?.[j];
        const where = `${theme.id} ${county.id}`;
        expect(told?.text, where).not.toBe('');
        expect(told?.silent, where).toBe(cell.kind === 'silent');
        if (cell.kind === 'silent') expect(told?.text, where).toMatch(/^(?:原文未提及|尚未收录)$/);
        if (cell.kind !== 'initiatives') continue;
        expect(told?.text).toContain(cell.initiative.name);
        expect(told?.text).toContain(compareWords.count(cell.count));
        expect(told?.record).toBe(cell.initiative.url);
        expect(told?.number).toBe(cell.figure?.printed ?? '');
        if (!cell.figure) expect(told?.text).toContain('无数据');
        expect(told?.more).toBe(`${theme.url}#${county.id}`);
      }
    }
  });

  it('names with each of its numbers what is counted, in which unit and when', async () => {
    await open();
    const values = await page.locator('.matrix td .value:has(.number)').evaluateAll((all) =>
      all.map((one) => ({
        what: one.querySelector('.what')?.textContent ?? '',
        number: one.querySelector('.number')?.textContent ?? '',
        time: one.querySelector('.year')?.textContent?.trim() ?? '',
      })),
    );
    expect(values.length).toBeGreaterThan(30);
    for (const { what, number, time } of values) {
      expect(what).toMatch(/\p{Script=Han}/u);
      expect(number, what).toMatch(/(?:\p{Script=Han}|%)\S*$/u);
      expect(time, what).toMatch(/(?:19|20)\d\d年|原文未注年份/);
    }
  });

  it('has the year of each report in its head', async () => {
    await open();
    const heads = await page.locator('.matrix thead th[data-county]').allTextContents();
    for (const [i, county] of counties.entries()) {
      expect(heads[i]).toContain(county.name);
      expect(heads[i]).toMatch(new RegExp(reportYear(county.sources[0]).slice(0, 4)));
    }
  });

  it.each([WIDE, NARROW])(
    'leads in one step from a cell to the theme’s page, to the county’s practices, at $width px',
    async (size) => {
      for (const county of [counties[0], counties[3]]) {
        await open('', size);
        await page.locator(`.matrix tr[data-theme="members"] td[data-county="${county?.id}"] a.more`).click();
        expect(page.url()).toBe(`${at}/themes/members/#${county?.id}`);
        const cell = page.locator(':target');
        expect(await cell.getAttribute('data-county')).toBe(county?.id);
        const first = cell.locator('li a.record').first();
        await eventually(() => first.evaluate((one) => one.getBoundingClientRect().top < innerHeight)).toBe(true);
      }
    },
  );

  it('is whole without scripts, with links that work and no form that does not', async () => {
    const still = await visit(browser, sites.root, { javaScriptEnabled: false, viewport: WIDE });
    await still.page.goto(`${still.at}/compare/?counties=hengdong&themes=training`);
    expect(await still.page.locator('form.choice').isVisible()).toBe(false);
    expect(await still.page.locator('main button:visible').count()).toBe(0);
    const cells = still.page.locator('.matrix td');
    expect(await cells.count()).toBe(counties.length * themes.length);
    for (const cell of await cells.all()) expect(await cell.isVisible()).toBe(true);
    for (const link of await still.page.locator('.take a').all()) {
      expect((await fetch(still.at + (await link.getAttribute('href')))).status).toBe(200);
    }
    await still.leave();
  });
});

describe('a choice', () => {
  it('by its boxes narrows the table and is kept in the address; back, forward, reload and a fresh page give the same view', async () => {
    await open();
    expect(plain(await shown())).toEqual(viewOf(IDS));
    await tick('崇阳县');
    await tick('邵阳县');
    const two = ['hengdong', 'yongde', 'dongan'].sort((a, b) => IDS.indexOf(a) - IDS.indexOf(b));
    expect(plain(await shown())).toEqual(viewOf(two));
    const [training] = themes;
    await tick(training?.name ?? '');
    const rest = ALL_THEMES.slice(1);
    const narrowed = await shown();
    expect(plain(narrowed)).toEqual(viewOf(two, rest));
    expect(narrowed.search).toBe(`?counties=${two.join(',')}&themes=${rest.join(',')}`);
    expect(narrowed.note).toBe(`显示3个县、${rest.length}个问题。`);

    await page.goBack();
    await eventually(shown.bind(null, page)).toMatchObject(viewOf(two));
    await page.goForward();
    await eventually(shown.bind(null, page)).toMatchObject(viewOf(two, rest));
    await page.reload();
    expect(plain(await shown())).toEqual(viewOf(two, rest));

    const other = await visit(browser, sites.root, { viewport: NARROW });
    await other.page.goto(`${other.at}/compare/${narrowed.search}`);
    await other.page.locator('form.choice').waitFor();
    const sent = await shown(other.page);
    // On a narrow screen the heads are not seen, but each cell names its county.
    expect({ ...plain(sent), counties: [] }).toEqual({ ...viewOf(two, rest), counties: [] });
    await other.leave();
  });

  it('of the address in the requirement shows two counties and one question', async () => {
    await open('?counties=hengdong,yongde&themes=training');
    expect(plain(await shown())).toEqual(
      viewOf(
        IDS.filter((id) => ['hengdong', 'yongde'].includes(id)),
        ['training'],
      ),
    );
    expect((await shown()).note).toBe('');
  });

  it('of nothing shows all and says so', async () => {
    const [first, ...others] = IDS;
    await open(`?counties=${first}`);
    await page.locator(`form.choice input[value="${first}"]`).click();
    const { note, search, ...view } = await shown();
    expect(plain({ ...view, note, search })).toEqual(viewOf(IDS));
    expect(note).toBe('至少要有一个县，现在各县都显示。');
    expect(search).toBe('');
    expect(others.length).toBeGreaterThan(1);
  });

  it('is given up by a button, and the address then has no query', async () => {
    await open('?counties=yongde&themes=members');
    await page.getByRole('button', { name: '全部显示' }).click();
    expect(plain(await shown())).toEqual(viewOf(IDS));
    expect((await shown()).search).toBe('');
    await page.goBack();
    await eventually(shown.bind(null, page)).toMatchObject(viewOf(['yongde'], ['members']));
  });

  it('goes along to the counties side by side', async () => {
    await open('?counties=hengdong,yongde');
    const links = page.locator('main a[data-keep]');
    expect(await links.count()).toBe(themes.length + 1);
    const pair = IDS.filter((id) => ['hengdong', 'yongde'].includes(id)).join(',');
    for (const href of await links.evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).href))) {
      expect(new URL(href).search).toBe(`?counties=${pair}`);
    }
    await page.locator('.matrix tr[data-theme="members"] a.more[data-keep]').click();
    await eventually(() => page.locator('.side td:visible').count()).toBe(2);
  });

  it('can be made with the keyboard alone', async () => {
    await open();
    await page.locator(`form.choice input[value="${IDS[0]}"]`).focus();
    await page.keyboard.press('Space');
    expect(plain(await shown())).toEqual(viewOf(IDS.slice(1)));
  });
});

describe('an address that asks for what is not there', () => {
  it.each([
    ['?counties=nowhere', IDS, ALL_THEMES, '网址里的“nowhere”不是本站的县或问题，没有理会，显示的是全部。'],
    ['?counties=nowhere,yongde', ['yongde'], ALL_THEMES, '网址里的“nowhere”不是本站的县或问题，没有理会。'],
    ['?counties=yongde&themes=x,members,y', ['yongde'], ['members'], '网址里的“x”、“y”不是本站的县或问题，没有理会。'],
    [
      '?counties=__proto__&themes=constructor',
      IDS,
      ALL_THEMES,
      '网址里的“__proto__”、“constructor”不是本站的县或问题，没有理会，显示的是全部。',
    ],
    [
      '?counties=<img src=x onerror=alert(1)>',
      IDS,
      ALL_THEMES,
      '网址里的“<img”、“src=x”、“onerror=alert(1)>”不是本站的县或问题，没有理会，显示的是全部。',
    ],
    ['?counties=YONGDE', ['yongde'], ALL_THEMES, ''],
    ['?counties=&themes=', IDS, ALL_THEMES, ''],
    ['?lang=en', IDS, ALL_THEMES, ''],
  ])('%s is answered by the nearest view and one sentence', async (query, county, theme, note) => {
    await open(query);
    const view = await shown();
    expect(plain(view)).toEqual(viewOf(county, theme));
    expect(view.note).toBe(note);
    expect(await page.locator('.choice-note').isVisible()).toBe(note !== '');
    expect(site.said.filter((line) => !line.includes('asked'))).toEqual([]);
  });

  it('keeps its sentence within the page when the address is long', async () => {
    await open(`?counties=${'x'.repeat(300)}`, SMALLEST);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(over).toBeLessThanOrEqual(0);
    await page.setViewportSize(WIDE);
  });
});

describe('taking the matrix along', () => {
  const rowsOf = (csv: string): Record<string, string>[] => parse(csv, { bom: true, columns: true });
  async function downloaded(): Promise<{ readonly name: string; readonly rows: Record<string, string>[] }> {
    const [file] = await Promise.all([page.waitForEvent('download'), page.locator('.take a.csv').click()]);
    return { name: file.suggestedFilename(), rows: rowsOf(readFileSync(await file.path(), 'utf8')) };
  }

  it('as CSV has all of it where all is shown', async () => {
    await open();
    const { name, rows } = await downloaded();
    expect(name).toBe('matrix.csv');
    expect(rows).toHaveLength(counties.length * themes.length);
  });

  it('as CSV has what a reader has chosen, and nothing else', async () => {
    await open();
    await tick('崇阳县');
    const { name, rows } = await downloaded();
    expect(name).toBe('matrix.csv');
    expect(rows.some(({ county }) => county === 'chongyang')).toBe(false);
    expect(rows).toHaveLength((counties.length - 1) * themes.length);
  });

  it('copied as text has what a reader has chosen, with the address of the view', async () => {
    const own = await visit(browser, sites.root, { viewport: WIDE });
    await own.context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: own.served.origin });
    await own.page.goto(`${own.at}/compare/`);
    await own.page.locator('form.choice label', { hasText: '崇阳县' }).click();
    await own.page.locator('.take button.copy').click();
    await eventually(() => own.page.locator('.take [role=status]').textContent()).toBe('已复制到剪贴板。');
    const text = await own.page.evaluate(() => navigator.clipboard.readText());
    const [title, address, ...paragraphs] = text.trimEnd().split('\n\n');
    expect(title).toContain('县域做法图谱：比较');
    expect(address).toBe(own.page.url());
    expect(paragraphs).toHaveLength((counties.length - 1) * themes.length);
    expect(paragraphs.filter((one) => one.startsWith('崇阳县'))).toEqual([]);
    for (const paragraph of paragraphs) expect(paragraph).toMatch(/\/themes\/[a-z]+\/(?:#[a-z]+)?$/);
    await own.leave();
  });

  it('says where copying is not allowed what one can do', async () => {
    const own = await visit(browser, sites.root, { viewport: WIDE });
    await own.page.addInitScript(() => {
      Object.defineProperty(navigator, 'clipboard', {
        value: { writeText: () => Promise.reject(new DOMException('no', 'NotAllowedError')) },
      });
    });
    await own.page.goto(`${own.at}/compare/`);
    await own.page.locator('.take button.copy').click();
    await eventually(() => own.page.locator('.take [role=status]').textContent()).toBe(
      '没有复制成：可以打开“文字版（全部）”，自己选取。',
    );
    await own.leave();
  });

  it('is of the site’s own origin, line by line and under a base path, where one is set', () => {
    for (const file of [
      'compare/matrix.csv',
      'themes/members/side-by-side.csv',
      'indicators/lecture-size/values.csv',
    ]) {
      const rows = rowsOf(readFileSync(join(sites.based, file), 'utf8'));
      expect(rows.length).toBeGreaterThan(4);
      for (const { url } of rows)
        expect(url).toMatch(/^https:\/\/atlas\.example\/atlas\/(?:counties|themes|indicators)\//);
    }
    for (const file of [
      'compare/matrix.txt',
      'themes/members/side-by-side.txt',
      'indicators/lecture-size/values.txt',
    ]) {
      expect(readFileSync(join(sites.based, file), 'utf8')).toContain('\nhttps://atlas.example/atlas/');
    }
  });
});

describe('under a base path', () => {
  it('a choice, the CSV and every link of the matrix work as well', async () => {
    const own = await visit(browser, sites.based, { base: '/atlas/', viewport: WIDE });
    await own.page.goto(`${own.at}/compare/?counties=yongde`);
    await own.page.locator('form.choice').waitFor();
    expect((await shown(own.page)).counties).toEqual(['yongde']);
    await own.page.locator('form.choice label', { hasText: '东安县' }).click();
    const [file] = await Promise.all([own.page.waitForEvent('download'), own.page.locator('.take a.csv').click()]);
    const rows: Record<string, string>[] = parse(readFileSync(await file.path(), 'utf8'), { bom: true, columns: true });
    expect(new Set(rows.map(({ county }) => county))).toEqual(new Set(['yongde', 'dongan']));
    expect(own.said).toEqual([]);
    await own.leave();
  });
});

describe('the matrix on any screen', () => {
  it.each([WIDE, NARROW, SMALLEST])('fits $width px, narrowed or not', async (size) => {
    for (const query of ['', '?counties=hengdong,yongde', '?counties=dongan&themes=training']) {
      await open(query, size);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(over, query).toBeLessThanOrEqual(0);
    }
  });

  it('keeps the county’s name in view in the middle of the table when it is wide', async () => {
    await open();
    const row = page.locator('.matrix tbody tr').nth(7);
    await row.evaluate((one) => scrollTo(0, one.getBoundingClientRect().top + scrollY - 200));
    const heads = await page.locator('.matrix thead th[data-county]').evaluateAll((all) =>
      all.map((one) => {
        const { top, bottom, left, width, height } = one.getBoundingClientRect();
        const there = document.elementFromPoint(left + width / 2, top + height / 2);
        return { seen: top >= -1 && bottom < innerHeight, onTop: one.contains(there), text: one.textContent };
      }),
    );
    for (const head of heads) expect(head, head.text ?? '').toMatchObject({ seen: true, onTop: true });
  });

  it.each([NARROW, SMALLEST])(
    'names at $width px the county beside each cell and keeps the question in view above it',
    async (size) => {
      await open('', size);
      const labels = await page.locator('.matrix td').evaluateAll((all) =>
        all.map((one) => ({
          county: (one as HTMLElement).dataset.county,
          label: getComputedStyle(one, '::before').content,
          height: one.getBoundingClientRect().height,
        })),
      );
      for (const { county, label, height } of labels) {
        const record = counties.find(({ id }) => id === county);
        if (!record) throw new Error(`no county ${county}`);
        expect(label).toContain(`${record.name} ${reportYear(record.sources[0])}`);
        // A cell is less than half a screen, so that its name is in view whenever the cell is.
        expect(height).toBeLessThan(size.height / 2);
      }
      const cell = page.locator('.matrix tbody tr').nth(7).locator('td').nth(3);
      await cell.evaluate((one) => scrollTo(0, one.getBoundingClientRect().top + scrollY - 150));
      const head = page.locator('.matrix tbody tr').nth(7).locator('th');
      const box = await head.evaluate((one) => {
        const { top, left, height } = one.getBoundingClientRect();
        return { top, onTop: one.contains(document.elementFromPoint(left + 20, top + height / 2)) };
      });
      expect(box).toEqual({ top: expect.closeTo(0, 0), onTop: true });
    },
  );

  it.each([WIDE, NARROW])(
    'tells a screen reader at $width px the county, its year and the question of each cell',
    async (size) => {
      await open('', size);
      // What a screen reader is given: cells with the heads of their column and row.
      const client = await site.context.newCDPSession(page);
      const { nodes } = await client.send('Accessibility.getFullAXTree');
      const roles = new Map<string, number>();
      for (const { role, ignored } of nodes)
        if (!ignored) roles.set(String(role?.value), (roles.get(String(role?.value)) ?? 0) + 1);
      expect(roles.get('table')).toBe(1);
      expect(roles.get('cell') ?? roles.get('gridcell')).toBe(counties.length * themes.length);
      expect(roles.get('columnheader')).toBe(counties.length + 1);
      expect(roles.get('rowheader')).toBe(themes.length);
      await client.detach();
      const scopes = await page.locator('.matrix').evaluate((table) => ({
        columns: [...table.querySelectorAll('thead th')].map((one) => one.getAttribute('scope')),
        rows: [...table.querySelectorAll('tbody tr')].map((row) => row.querySelector('th')?.getAttribute('scope')),
        unlabelled: table.querySelectorAll('tbody td:not([data-label])').length,
        caption: table.querySelector('caption')?.textContent,
      }));
      expect(new Set([...scopes.columns])).toEqual(new Set(['col']));
      expect(new Set([...scopes.rows])).toEqual(new Set(['row']));
      expect([scopes.unlabelled, scopes.caption]).toEqual([0, '各县在每个问题下的做法和数据']);
    },
  );

  it('on paper names the county of every cell, and fits', async () => {
    await open();
    await page.emulateMedia({ media: 'print' });
    for (const width of [718, 1040]) {
      await page.setViewportSize({ width, height: 1000 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      const unnamed = await page.locator('.matrix').evaluate((table) => {
        const head = [...table.querySelectorAll('thead th')].every((one) => one.getBoundingClientRect().width > 20);
        return [...table.querySelectorAll('td')].filter(
          (cell) => !head && !getComputedStyle(cell, '::before').content.includes(cell.dataset.label ?? '?'),
        ).length;
      });
      expect(unnamed).toBe(0);
    }
    await page.emulateMedia({ media: null });
    await page.setViewportSize(WIDE);
  });
});

describe('names for different things', () => {
  it('are told below the matrix with each county’s meaning and practices', async () => {
    await open();
    for (const { id, name, uses } of falseFriends) {
      const section = page.locator(`section[aria-labelledby="same-name-${id}"]`);
      expect(await section.locator('h3').textContent()).toBe(name);
      expect(await section.locator('dl > div').count()).toBe(uses.length);
      const links = await section
        .locator('dd a.record')
        .evaluateAll((all) => all.map((one) => one.getAttribute('href')));
      expect(links).toEqual(uses.flatMap((use) => use.initiatives.map(({ url }) => url)));
    }
  });

  it('are told at every practice on its county’s page and in the side-by-side of its themes', async () => {
    const users = [...initiatives.values()].filter(({ falseFriends: own }) => own.length > 0);
    expect(users.length).toBeGreaterThan(20);
    for (const county of counties) {
      await page.goto(at + county.url);
      for (const { id, falseFriends: own } of users.filter((one) => one.county === county)) {
        const told = page.locator(`section[id="${id}"] .same-name a`);
        expect(await told.evaluateAll((all) => all.map((one) => one.getAttribute('href')))).toEqual(
          own.map(({ url }) => url),
        );
      }
    }
    for (const theme of themes.slice(0, 5)) {
      await page.goto(at + theme.url);
      for (const { url, falseFriends: own } of users.filter((one) => one.themes.includes(theme))) {
        const item = page.locator('.side li', { has: page.locator(`> a.record[href="${url}"]`) });
        expect(await item.locator('.same-name').count(), url).toBe(own.length);
      }
    }
  });

  it('are said of the other counties by name, and lead to what is told of them', async () => {
    await page.goto(`${at}/counties/yongde/`);
    const told = page.locator('.same-name').first();
    const texts = await page.locator('.same-name').allTextContents();
    const own = counties.find(({ id }) => id === 'yongde')?.initiatives ?? [];
    // Practices stand in the order of the page, not of the records.
    expect(texts.sort()).toEqual(
      own
        .flatMap((one) => one.falseFriends)
        .map(({ name, uses }) => {
          const others = uses.map(({ county }) => county).filter(({ id }) => id !== 'yongde');
          return `同名不同事${name}在${others.map((county) => county.name).join('、')}所指不尽相同`;
        })
        .sort(),
    );
    await told.locator('a').click();
    expect(page.url()).toMatch(/\/compare\/#same-name-[a-z-]+$/);
    await page.locator(':target').waitFor();
  });
});

describe('a county’s page', () => {
  it('has beside each practice at most two of other counties, each with its reason, and a link to the rest', async () => {
    const near = alikeIn(currentAtlas());
    for (const county of counties.slice(0, 3)) {
      await page.goto(at + county.url);
      const told = await page.locator('section.initiative').evaluateAll((all) =>
        all.map((one) => ({
          id: one.id,
          links: [...one.querySelectorAll('.alike a[href*="/counties/"]')].map((link) => link.getAttribute('href')),
          text: one.querySelector('.alike')?.textContent ?? '',
          rest: one.querySelector('.alike a[href$="#side-by-side"]')?.getAttribute('href') ?? '',
        })),
      );
      expect(told).toHaveLength(county.initiatives.length);
      for (const { id, links, text, rest } of told) {
        const initiative = county.initiatives.find((one) => one.id === id);
        if (!initiative) throw new Error(`no practice ${id}`);
        const expected = near(initiative, 2);
        expect(links, id).toEqual(expected.map(({ initiative: { url } }) => url));
        for (const { initiative: other, because } of expected) {
          expect(text, id).toContain(`${other.name}${alikeWords.because(because.kind)}${because.record.name}）`);
        }
        expect(rest, id).toBe(links.length > 0 ? `${initiative.themes[0]?.url}#side-by-side` : '');
      }
    }
  });

  it('and the pages of indicators link each figure both ways', async () => {
    for (const county of counties) {
      expect(await hrefsIn(county.url, 'tr[id^="fig-"] a[href*="/indicators/"]')).toEqual(
        county.figures.flatMap((figure) => figure.indicators.map(({ url }) => url)),
      );
    }
    for (const { url, figures, computed } of indicators) {
      const terms = computed.flatMap(({ terms: own }) => own);
      expect(new Set(await hrefsIn(url, 'table.values a.mark')), url).toEqual(
        new Set([...figures, ...terms].map((figure) => figure.url)),
      );
    }
  });

  it('draws the wholes that its report divides once, each part’s number within its part', async () => {
    for (const county of counties) {
      await page.goto(at + county.url);
      const drawn = await page.locator('figure.parts').evaluateAll((all) =>
        all.map((one) => ({
          labels: [...one.querySelectorAll('svg > g > text')].map((text) => text.textContent),
          out: [...one.querySelectorAll('svg > g')].filter((group) => {
            const [bar, text] = [group.querySelector('rect'), group.querySelector('text')].map((part) =>
              part?.getBoundingClientRect(),
            );
            return !bar || !text || text.left < bar.left || text.right > bar.right;
          }).length,
        })),
      );
      const expected = dividedWholes(county.figures);
      expect(drawn).toEqual(
        expected.map(({ parts }) => ({ labels: parts.map(({ figure }) => figure.printed), out: 0 })),
      );
    }
  });
});

describe('an indicator’s page', () => {
  it('has every pair of values with its verdict and why, and ranks nothing', async () => {
    for (const indicator of indicators) {
      const pairs = verdictsOf(indicator, valuesOf(indicator, counties));
      const { rows, order, text } = await page.evaluate((html) => {
        const there = new DOMParser().parseFromString(html, 'text/html');
        const all = (selector: string) => [...there.querySelectorAll(selector)];
        return {
          rows: all('table.verdicts tbody tr').map((row) => ({
            verdict: row.querySelector('.verdict')?.textContent ?? '',
            why: row.querySelector('td:last-child')?.textContent ?? '',
            seals: [...row.querySelectorAll('th .seal + .what')].map((one) => one.textContent),
            broken: [...row.querySelectorAll('th a')].filter(
              (link) => !there.getElementById((link.getAttribute('href') ?? '').replace(/.*#/, '')),
            ).length,
          })),
          order: all('table.values tbody th a.record').map((one) => one.getAttribute('href')),
          text: there.querySelector('main')?.textContent ?? '',
        };
      }, htmlOf(indicator.url));
      const told = (
        all: readonly { readonly verdict: string; readonly why: string; readonly seals: readonly (string | null)[] }[],
      ) => all.map(({ verdict, why, seals }) => `${seals.join()} ${verdict} ${why}`).sort();
      expect(told(rows)).toEqual(
        told(
          pairs.map(({ a, b, verdict }) => ({
            verdict: VERDICT_WORDS[verdict.kind],
            why: verdictText(verdict, a, b),
            seals: [a.county.name, b.county.name],
          })),
        ),
      );
      expect(rows.filter(({ broken }) => broken > 0)).toEqual([]);
      // The counties stand in the order of their reports, whatever their values are.
      expect(order).toEqual(counties.map(({ url }) => url));
      expect(text).not.toMatch(/第[一二三]名|领先|落后于/);
    }
  });

  it('shows of each computed value its formula and a link to every term', async () => {
    for (const { url, computed } of indicators.filter((one) => one.computed.length > 0)) {
      await page.goto(at + url);
      for (const { id, terms } of computed) {
        const row = page.locator(`tr[id="${id}"]`);
        const formula = await row.locator('.formula').textContent();
        for (const { printed } of terms) expect(formula).toContain(printed);
        const marks = await row.locator('a.mark').evaluateAll((all) => all.map((one) => one.getAttribute('href')));
        expect(marks).toEqual(terms.map((term) => term.url));
      }
    }
  });

  it('copies its values and the verdicts on every pair', async () => {
    const indicator = indicators.find((one) => verdictsOf(one, valuesOf(one, counties)).length > 2);
    if (!indicator) throw new Error('no indicator with pairs');
    const own = await visit(browser, sites.root, { viewport: WIDE });
    await own.context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: own.served.origin });
    await own.page.goto(own.at + indicator.url);
    await own.page.locator('.take button.copy').click();
    await eventually(() => own.page.locator('.take [role=status]').textContent()).toBe('已复制到剪贴板。');
    const text = await own.page.evaluate(() => navigator.clipboard.readText());
    for (const { a, b, verdict } of verdictsOf(indicator, valuesOf(indicator, counties))) {
      expect(text).toContain(verdictText(verdict, a, b));
    }
    for (const { name } of counties) expect(text).toContain(`\n\n${name}（报道日期：`);
    await own.leave();
  });
});

describe('the questions', () => {
  it('stand on the home page, at least ten, and each leads to its answer', async () => {
    expect(questions.length).toBeGreaterThanOrEqual(10);
    await page.goto(`${at}/`);
    const links = await page
      .locator('.questions > li > a')
      .evaluateAll((all) => all.map((one) => one.getAttribute('href')));
    expect(links).toEqual(questions.map(({ id }) => `/questions/#${id}`));
    for (const [i, { id, question }] of questions.entries()) {
      if (i % 4 !== 0) continue;
      await page.goto(`${at}/`);
      await page.locator('.questions > li > a').nth(i).click();
      expect(page.url()).toBe(`${at}/questions/#${id}`);
      const target = page.locator(':target');
      expect(await target.textContent()).toBe(question);
      await eventually(() =>
        target.evaluate((one) => one.getBoundingClientRect().top >= 0 && one.getBoundingClientRect().top < innerHeight),
      ).toBe(true);
    }
  });

  it('have each an answer with its figures, what sources do not say, and the way to the comparison', async () => {
    await page.goto(`${at}/questions/`);
    for (const { id, answers, unsaid, themes: asked, indicators: counted } of questions) {
      const section = page.locator(`section[aria-labelledby="${id}"]`);
      const text = await section.innerText();
      for (const { county, initiatives: rests } of answers) {
        expect(text).toContain(county.name);
        for (const { url } of rests)
          expect(await section.locator(`a[href="${url}"]`).count(), `${id} ${url}`).toBeGreaterThan(0);
      }
      for (const county of counties.filter((one) => !answers.some((answer) => answer.county === one))) {
        expect(text).toContain(county.name);
      }
      expect(text).toContain('没有说的');
      expect(text).toContain(unsaid.replace(/\{.*/s, '').slice(0, 8));
      const places = answers.flatMap((answer) => answer.text.match(/\{[^{}]+\}/g) ?? []);
      expect(await section.locator('dl .figure').count(), id).toBeGreaterThanOrEqual(places.length);
      const onward = await section
        .locator('.onward a')
        .evaluateAll((all) => all.map((one) => one.getAttribute('href')));
      expect(onward.length, id).toBeGreaterThan(0);
      for (const theme of asked) expect(onward).toContain(`${theme.url}#side-by-side`);
      for (const indicator of counted) expect(onward).toContain(indicator.url);
    }
  });
});

describe('the home page’s overview', () => {
  it('has a square for each cell with practices, its area as its count, and words for every other', async () => {
    await page.goto(`${at}/`);
    const cells = await page.locator('.overview tbody td').evaluateAll((all) =>
      all.map((one) => ({
        text: (one.textContent ?? '').trim(),
        side: Number(one.querySelector('rect')?.getAttribute('width') ?? 0),
        href: one.querySelector('a')?.getAttribute('href') ?? '',
      })),
    );
    const expected = matrixOf(themes, counties).flatMap(({ theme, cells: own }) =>
      own.map(({ county, cell }) => ({ theme, county, cell })),
    );
    expect(cells).toHaveLength(expected.length);
    const scale =
      Math.max(...cells.map(({ side }) => side)) ** 2 / Math.max(...cells.map(({ text }) => Number(text) || 0));
    for (const [i, { theme, county, cell }] of expected.entries()) {
      const one = cells[i];
      if (cell.kind === 'initiatives') {
        expect(one).toMatchObject({ text: String(cell.count), href: `${theme.url}#${county.id}` });
        expect(Math.sqrt(cell.count * scale)).toBeCloseTo(one?.side ?? 0, 0);
      } else expect(one?.text).toMatch(cell.kind === 'figures' ? /只有数据/ : /原文未提及|尚未收录/);
    }
  });
});

describe('axe finds nothing wrong with a comparison that is narrowed', () => {
  const paths = ['/compare/?counties=hengdong,nowhere&themes=training', '/compare/side-by-side/?themes=members'];

  it.each([
    { colorScheme: 'light', size: WIDE },
    { colorScheme: 'dark', size: NARROW },
  ] as const)('in $colorScheme at $size.width px', async ({ colorScheme, size }) => {
    const own = await browser.newContext({ viewport: size, colorScheme });
    const tab = await own.newPage();
    const said = watch(tab);
    const found: string[] = [];
    for (const path of paths) {
      await tab.goto(at + path);
      await tab.locator('form.choice details summary').click();
      if (path.includes('side-by-side')) await tab.locator('[data-theme=members] .room table').waitFor();
      found.push(...(await violationsOn(tab, path)));
    }
    await own.close();
    expect(found).toEqual([]);
    expect(said).toEqual([]);
  });
});
