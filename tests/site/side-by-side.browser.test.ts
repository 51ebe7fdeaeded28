import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { currentAtlas } from '../../src/atlas/current.ts';
import { launch } from '../../src/bench/browser.ts';
import { tellingOf } from '../../src/compare/telling.ts';
import { reportDate, timeInWords } from '../../src/i18n/dates.ts';
import { quiet } from './quiet.ts';
import { type Visit, visit } from './visit.ts';

const sites = inject('sites');
const { counties, themes } = currentAtlas();
const IDS = counties.map(({ id }) => id);
const SIZES = [
  { width: 1280, height: 800 },
  { width: 360, height: 740 },
  { width: 320, height: 640 },
] as const;
const [WIDE, NARROW] = SIZES;
const PAIR = IDS.filter((id) => ['hengdong', 'yongde'].includes(id));
const themeCalled = (asked: string) => {
  const theme = themes.find(({ id }) => id === asked);
  if (!theme) throw new Error(`no theme ${asked}`);
  return theme;
};
const MEMBERS = themeCalled('members');

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

async function open(path: string, size: (typeof SIZES)[number] = WIDE): Promise<void> {
  // A test that failed on paper leaves none of it to the next.
  await page.emulateMedia({ media: null });
  await page.setViewportSize(size);
  await page.goto(at + path);
  await page.locator('form.choice').waitFor();
}

/** The counties whose practices, and whose differences in words, are seen. */
const columns = (tab = page) =>
  tab.evaluate(() => {
    const seen = (selector: string) =>
      [...document.querySelectorAll<HTMLElement>(selector)]
        .filter((one) => one.checkVisibility())
        .map((one) => one.dataset.county);
    return { cells: seen('#answers .side td'), words: seen('#answers .differences > div') };
  });

describe('the counties side by side on a theme’s page', () => {
  it('have every practice of the theme, the most telling first, with who, when, means and figures', async () => {
    for (const theme of themes) {
      await open(theme.url);
      const cells = await page.locator('#answers .side td').evaluateAll((all) =>
        all.map((cell) => ({
          county: (cell as HTMLElement).dataset.county,
          text: cell.textContent ?? '',
          items: [...cell.querySelectorAll('li')].map((item) => ({
            href: item.querySelector('a.record')?.getAttribute('href'),
            terms: [...item.querySelectorAll('dt')].map((one) => one.textContent),
            said: [...item.querySelectorAll('dd')].map((one) => (one.textContent ?? '').trim()),
            numbers: [...item.querySelectorAll('dd .value .number')].map((one) => one.textContent),
          })),
        })),
      );
      expect(cells.map(({ county }) => county)).toEqual(IDS);
      for (const [i, county] of counties.entries()) {
        const own = tellingOf(theme).filter((one) => one.county === county);
        if (own.length === 0) expect(cells[i]?.text).toMatch(/原文未提及|尚未收录/);
        expect(cells[i]?.items.map(({ href }) => href)).toEqual(own.map(({ url }) => url));
        for (const [j, { who, period, numbers }] of own.entries()) {
          const item = cells[i]?.items[j];
          expect(item?.terms).toEqual(['主体', '时间', '做法', '数据']);
          expect(item?.said[0]).toBe(who ?? '原文未写明主体');
          expect(item?.said[1]).toBe(period ? timeInWords(period) : '原文未注时间');
          expect(item?.said[2]).toMatch(/\S/);
          expect(item?.numbers).toEqual(numbers.map(({ printed }) => printed));
          if (numbers.length === 0) expect(item?.said[3]).toBe('无数据');
          for (const said of item?.said ?? []) expect(said).not.toBe('');
        }
      }
    }
  });

  it('say in words what sets the counties apart, a sentence for each', async () => {
    await open(MEMBERS.url);
    const told = await page.locator('.differences > div').allInnerTexts();
    expect(told).toHaveLength(counties.length);
    for (const [i, { name }] of counties.entries()) {
      expect(told[i]).toContain(name);
      expect(told[i]).toMatch(/\d+条做法；.*(?:主体)；.*(?:时间)；.*数据.*。|原文未提及|尚未收录/s);
    }
  });

  it('name county and date of the report above each column', async () => {
    await open(MEMBERS.url);
    const heads = await page.locator('.side thead th').allInnerTexts();
    for (const [
      i,
      {
        name,
        sources: [source],
      },
    ] of counties.entries()) {
      expect(heads[i]).toContain(name);
      expect(heads[i]).toContain(reportDate(source));
    }
  });

  it('are narrowed to two by the boxes and by an address; back and reload give the same view', async () => {
    await open(MEMBERS.url);
    for (const name of ['邵阳县', '崇阳县', '东安县'])
      await page.locator('form.choice label', { hasText: name }).click();
    expect(await columns()).toEqual({ cells: PAIR, words: PAIR });
    expect(new URL(page.url()).search).toBe(`?counties=${PAIR.join(',')}`);
    expect(await page.locator('.choice-note').textContent()).toBe('显示2个县。');
    await page.reload();
    expect(await columns()).toEqual({ cells: PAIR, words: PAIR });
    await page.goBack();
    await eventually(async () => (await columns()).cells.length).toBe(3);

    await open(`${MEMBERS.url}?counties=dongan,nowhere`);
    expect((await columns()).cells).toEqual(['dongan']);
    expect(await page.locator('.choice-note').textContent()).toBe('网址里的“nowhere”不是本站的县或问题，没有理会。');
  });

  it('are whole without scripts', async () => {
    const still = await visit(browser, sites.root, { javaScriptEnabled: false, viewport: NARROW });
    await still.page.goto(`${still.at}${MEMBERS.url}?counties=dongan`);
    expect(await still.page.locator('form.choice').isVisible()).toBe(false);
    expect((await columns(still.page)).cells).toEqual(IDS);
    expect(await still.page.locator('.take button:visible').count()).toBe(0);
    await still.leave();
  });

  it('are taken along as CSV and as text with the chosen counties alone', async () => {
    const own = await visit(browser, sites.root, { viewport: WIDE });
    await own.context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: own.served.origin });
    await own.page.goto(`${own.at}${MEMBERS.url}`);
    for (const name of ['邵阳县', '崇阳县']) await own.page.locator('form.choice label', { hasText: name }).click();
    const [file] = await Promise.all([own.page.waitForEvent('download'), own.page.locator('.take a.csv').click()]);
    const rows: Record<string, string>[] = parse(readFileSync(await file.path(), 'utf8'), { bom: true, columns: true });
    expect(new Set(rows.map(({ county }) => county))).toEqual(new Set(['hengdong', 'yongde', 'dongan']));
    const shownOnes = MEMBERS.initiatives.filter(({ county }) => !['shaoyang', 'chongyang'].includes(county.id));
    expect(new Set(rows.map(({ url }) => url))).toEqual(new Set(shownOnes.map(({ url }) => url)));
    await own.page.locator('.take button.copy').click();
    await eventually(() => own.page.locator('.take [role=status]').textContent()).toBe('已复制到剪贴板。');
    const text = await own.page.evaluate(() => navigator.clipboard.readText());
    expect(text).not.toMatch(/^(?:邵阳县|崇阳县)（/m);
    expect(text.trimEnd().split('\n\n')).toHaveLength(2 + rows.length);
    expect(own.said).toEqual([]);
    await own.leave();
  });

  it.each(SIZES)('fit $width px, all of them or two', async (size) => {
    for (const path of [MEMBERS.url, `${MEMBERS.url}?counties=${PAIR.join(',')}`]) {
      await open(path, size);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), path).toBeLessThanOrEqual(0);
    }
  });

  it.each(SIZES)('keep the county’s name in view at $width px in the middle of its practices', async (size) => {
    await open(MEMBERS.url, size);
    for (const county of ['yongde', 'shaoyang']) {
      const cell = page.locator(`.side td[data-county="${county}"]`);
      // The fifth practice is some screens below the head.
      await cell
        .locator('li')
        .nth(4)
        .evaluate((one) => scrollTo(0, one.getBoundingClientRect().top + scrollY - 120));
      const name = counties.find(({ id }) => id === county)?.name ?? '';
      const heads = await page
        .locator(`.side thead th[data-county="${county}"], .side td[data-county="${county}"] .cell-head`)
        .evaluateAll((all) =>
          all.map((one) => {
            const { top, bottom, left, width, height } = one.getBoundingClientRect();
            const there = document.elementFromPoint(left + Math.min(30, width / 2), top + height / 2);
            return {
              text: one.textContent ?? '',
              seen: width > 8 && top >= -1 && bottom < innerHeight && one.contains(there),
            };
          }),
        );
      expect(
        heads.filter(({ text, seen }) => seen && text.includes(name)),
        county,
      ).toHaveLength(1);
    }
  });

  it.each([WIDE, NARROW])('tell a screen reader at $width px of which county a cell is', async (size) => {
    await open(MEMBERS.url, size);
    const client = await site.context.newCDPSession(page);
    const { nodes } = await client.send('Accessibility.getFullAXTree');
    const names = nodes
      .filter(({ role, ignored }) => !ignored && ['cell', 'gridcell'].includes(String(role?.value)))
      .map(({ name }) => String(name?.value));
    await client.detach();
    for (const { name } of counties)
      expect(
        names.filter((one) => one.startsWith(name)),
        name,
      ).toHaveLength(1);
  });

  it('on paper are all there, each with its county, and fit', async () => {
    await open(MEMBERS.url);
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize({ width: 718, height: 1000 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(718);
    for (const cell of await page.locator('.side td').all()) {
      expect(await cell.isVisible()).toBe(true);
      const county = await cell.getAttribute('data-county');
      const heads = page.locator(`.side thead th[data-county="${county}"]`);
      const inHead = await heads.evaluate((one) => one.getBoundingClientRect().width > 20);
      expect(inHead || (await cell.locator('.cell-head').isVisible())).toBe(true);
    }
    await page.emulateMedia({ media: null });
  });
});

describe('everything side by side', () => {
  const PATH = '/compare/side-by-side/';
  const loaded = (tab = page) =>
    tab.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('.everything > section')]
        .filter((one) => !one.hidden && one.querySelector('.side'))
        .map((one) => one.dataset.theme),
    );

  it('loads a theme from its page when its section comes near, one after the other, and no other', async () => {
    const asked: string[] = [];
    const own = await visit(browser, sites.root, { viewport: WIDE });
    own.page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await own.page.goto(own.at + PATH);
    const asThemes = () => asked.filter((path) => path.startsWith('/themes/'));
    await eventually(() => loaded(own.page)).toContain(themes[0]?.id);
    expect(await loaded(own.page)).toEqual([themes[0]?.id]);
    expect(asThemes()).toEqual([]);
    // The second is near, the third is pages below it.
    await own.page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    const firstTwo = themes.slice(0, 2).map(({ id }) => id);
    await eventually(() => loaded(own.page)).toEqual(firstTwo);
    expect(asThemes()).toEqual([themes[1]?.url]);
    expect(own.said).toEqual([]);
    await own.leave();
  });

  it('has of each theme what the theme’s page has, with each id once', async () => {
    await open(`${PATH}?themes=members,training`);
    await page.getByRole('button', { name: '全部展开' }).click();
    await eventually(() => loaded()).toEqual(
      themes.map(({ id }) => id).filter((id) => ['members', 'training'].includes(id)),
    );
    for (const id of ['members', 'training']) {
      const hrefs = await page
        .locator(`section[data-theme="${id}"] .side li > a.record`)
        .evaluateAll((all) => all.map((one) => one.getAttribute('href')));
      const theme = themeCalled(id);
      const expected = counties.flatMap((county) =>
        tellingOf(theme)
          .filter((one) => one.county === county)
          .map(({ url }) => url),
      );
      expect(hrefs).toEqual(expected);
    }
    const ids = await page.evaluate(() => [...document.querySelectorAll('[id]')].map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('narrows what is loaded, now and later, to the chosen counties', async () => {
    await open(`${PATH}?counties=${PAIR.join(',')}`);
    const seen = (id: string) =>
      page
        .locator(`section[data-theme="${id}"] .side td`)
        .evaluateAll((all) =>
          all.filter((one) => one.checkVisibility()).map((one) => (one as HTMLElement).dataset.county),
        );
    const [first] = themes;
    const last = themes.at(-1);
    await eventually(() => seen(first?.id ?? '')).toEqual(PAIR);
    expect(await seen(last?.id ?? '')).toEqual([]);
    await page.getByRole('button', { name: '全部展开' }).click();
    await eventually(() => seen(last?.id ?? '')).toEqual(PAIR);
    await page.locator('form.choice label', { hasText: '东安县' }).click();
    const three = IDS.filter((id) => [...PAIR, 'dongan'].includes(id));
    expect(await seen(first?.id ?? '')).toEqual(three);
    expect(await seen(last?.id ?? '')).toEqual(three);
    await page.goBack();
    await eventually(() => seen(last?.id ?? '')).toEqual(PAIR);
  });

  it('shows the chosen themes alone and loads none of the others', async () => {
    await open(`${PATH}?themes=members`);
    await eventually(() => loaded()).toEqual(['members']);
    expect(await page.locator('.everything > section:visible').count()).toBe(1);
  });

  it('is unfolded whole by a button, for paper and for finding', async () => {
    await open(PATH);
    await page.getByRole('button', { name: '全部展开' }).click();
    await eventually(async () => (await loaded()).length).toBe(themes.length);
  });

  it('says what did not come, keeps the link, and brings it when asked again', async () => {
    const own = await visit(browser, sites.root, { viewport: WIDE });
    const [, first] = themes;
    let broken = true;
    await own.page.route(`**${first?.url}`, (route) =>
      broken ? route.fulfill({ status: 500, body: '' }) : route.continue(),
    );
    // What is left of one county is short enough for the third to be near.
    await own.page.goto(`${own.at}${PATH}?counties=hengdong`);
    const section = own.page.locator(`section[data-theme="${first?.id}"]`);
    await section.scrollIntoViewIfNeeded();
    await eventually(() => section.locator('.room').textContent()).toBe('没有取到。可以打开这个问题的网页看。');
    expect(await section.locator('.room').getAttribute('aria-busy')).toBeNull();
    const link = section.locator('a[data-keep]');
    expect(new URL((await link.getAttribute('href')) ?? '', own.at)).toMatchObject({
      pathname: first?.url,
      hash: '#side-by-side',
    });
    expect(await link.isVisible()).toBe(true);
    // The others are not touched by it.
    await own.page.locator(`section[data-theme="${themes[2]?.id}"]`).scrollIntoViewIfNeeded();
    await eventually(() => loaded(own.page)).toContain(themes[2]?.id);
    broken = false;
    await own.page.getByRole('button', { name: '全部展开' }).click();
    await eventually(() => section.locator('.side').count()).toBe(1);
    await own.leave();
  });

  it('moves nothing that is read, however slowly the tables come and however fast one scrolls', async () => {
    const own = await visit(browser, sites.root, { viewport: WIDE });
    await own.page.route(/\/themes\/.+\/$/, async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 200));
      await route.continue();
    });
    await own.page.goto(own.at + PATH);
    const moved = await own.page.evaluate(async () => {
      const foot = document.querySelector('footer.site');
      let sum = 0;
      new PerformanceObserver((list) => {
        for (const one of list.getEntries()) sum += (one as PerformanceEntry & { value: number }).value;
      }).observe({ type: 'layout-shift', buffered: true });
      for (let steps = 0; steps < 2000 && !foot?.checkVisibility(); steps++) {
        scrollBy(0, innerHeight);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      return sum;
    });
    expect(await loaded(own.page)).toHaveLength(themes.length);
    expect(await own.page.locator('footer.site').isVisible()).toBe(true);
    expect(moved).toBeLessThan(0.02);
    await own.leave();
  });

  it('opened at a theme by its address comes with all above it, and at it, unless the reader went elsewhere', async () => {
    const last = themes.at(-1)?.id ?? '';
    const top = (tab: Page) => tab.locator(`[id="${last}"]`).evaluate((one) => one.getBoundingClientRect().top);
    for (const elsewhere of [false, true]) {
      const own = await visit(browser, sites.root, { viewport: WIDE });
      let go = () => {};
      const gate = new Promise<void>((resolve) => {
        go = resolve;
      });
      const asked: string[] = [];
      await own.page.route(/\/themes\/.+\/$/, async (route) => {
        asked.push(new URL(route.request().url()).pathname);
        await gate;
        await route.continue();
      });
      await own.page.goto(`${own.at}${PATH}#${last}`);
      await eventually(() => asked.length).toBe(themes.length - 1);
      if (elsewhere) await own.page.mouse.wheel(0, 200);
      go();
      await eventually(async () => (await loaded(own.page)).length).toBe(themes.length);
      if (elsewhere) {
        expect(await own.page.evaluate(() => scrollY)).toBeLessThan(1000);
      } else {
        await eventually(() => top(own.page)).toBeLessThan(WIDE.height);
        expect(await top(own.page)).toBeGreaterThanOrEqual(-1);
        // What one comes from by an address within the page is no other page.
        const [, second] = themes;
        await own.page.evaluate((id) => {
          location.hash = id;
        }, second?.id ?? '');
        await eventually(() => top(own.page)).toBeGreaterThan(WIDE.height);
      }
      expect(own.said).toEqual([]);
      await own.leave();
    }
  });

  it('at an address that names no theme, or one that is left out, begins at its beginning and fetches nothing', async () => {
    const own = await visit(browser, sites.root, { viewport: WIDE });
    const asked: string[] = [];
    own.page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    for (const end of ['#nowhere', '#%', '#main', `?themes=${themes[0]?.id}#${themes.at(-1)?.id}`]) {
      await own.page.goto('about:blank');
      await own.page.goto(own.at + PATH + end);
      await quiet(own.page);
      expect(await loaded(own.page), end).toEqual([themes[0]?.id]);
      expect(await own.page.locator('h1').evaluate((one) => one.checkVisibility()), end).toBe(true);
    }
    expect(asked.filter((path) => path.startsWith('/themes/'))).toEqual([]);
    expect(own.said).toEqual([]);
    await own.leave();
  });

  describe('where a table does not come', () => {
    const [, broken] = themes;
    const failed = '没有取到。可以打开这个问题的网页看。';
    let own: Visit;
    let how: 'abort' | 'hang' | 'continue';
    beforeEach(async () => {
      own = await visit(browser, sites.root, { viewport: WIDE });
      how = 'abort';
      await own.page.route(`**${broken?.url}`, async (route) => {
        // Later than the others.
        await new Promise((resolve) => setTimeout(resolve, 500));
        if (how !== 'hang') await route[how]();
      });
      await own.page.goto(own.at + PATH);
    });
    afterEach(() => own.leave());

    const room = () => own.page.locator(`section[data-theme="${broken?.id}"] .room`);
    const expand = () => own.page.getByRole('button', { name: '全部展开' }).click();
    const below = () => own.page.locator(`section[data-theme="${themes.at(-1)?.id}"]`);

    it('in ten seconds, all below it is shown', async () => {
      how = 'hang';
      await expand();
      await eventually(() => room().getAttribute('aria-busy')).toBe('true');
      expect(await below().isVisible()).toBe(false);
      await eventually(() => room().textContent()).toBe(failed);
      expect(await below().isVisible()).toBe(true);
      expect(await own.page.locator('footer.site').isVisible()).toBe(true);
    });

    it('asking once more hides nothing, and what is read stays where it is', async () => {
      await expand();
      await eventually(() => room().textContent()).toBe(failed);
      await below().scrollIntoViewIfNeeded();
      const before = await own.page.evaluate(() => scrollY);
      how = 'continue';
      await own.page.locator('button.expand').evaluate((one: HTMLElement) => one.click());
      await eventually(() => room().getAttribute('aria-busy')).toBe('true');
      expect(await below().isVisible()).toBe(true);
      await eventually(() => room().locator('.side').count()).toBe(1);
      expect(await own.page.evaluate(() => scrollY)).toBeGreaterThan(before);
      expect(await below().evaluate((one) => one.getBoundingClientRect().top < innerHeight)).toBe(true);
    });

    it('it is asked for again when one scrolls past it', async () => {
      await expand();
      await eventually(() => room().textContent()).toBe(failed);
      how = 'continue';
      await below().scrollIntoViewIfNeeded();
      await room().scrollIntoViewIfNeeded();
      await eventually(() => room().locator('.side').count()).toBe(1);
    });
  });

  it('shows nothing below a table that is being fetched, and all of it afterwards or when the theme is left out', async () => {
    const own = await visit(browser, sites.root, { viewport: WIDE });
    const [, second, third] = themes;
    let go = () => {};
    const gate = new Promise<void>((resolve) => {
      go = resolve;
    });
    await own.page.route(`**${second?.url}`, async (route) => {
      await gate;
      await route.continue();
    });
    await own.page.goto(`${own.at}${PATH}?themes=${[second, third].map((one) => one?.id)}`);
    const section = (theme = second) => own.page.locator(`section[data-theme="${theme?.id}"]`);
    const foot = own.page.locator('footer.site');
    await eventually(() => section().locator('.room').getAttribute('aria-busy')).toBe('true');
    expect(await section(third).isVisible()).toBe(false);
    expect(await foot.isVisible()).toBe(false);
    // On paper there is what there is.
    await own.page.emulateMedia({ media: 'print' });
    expect(await section(third).isVisible()).toBe(true);
    expect(await foot.isVisible()).toBe(true);
    await own.page.emulateMedia({ media: null });
    await own.page.locator('form.choice summary').click();
    await own.page.locator(`form.choice input[value="${second?.id}"]`).click();
    await section(third).locator('.side').waitFor();
    await foot.waitFor();
    await own.page.goBack();
    await section(third).waitFor({ state: 'hidden' });
    go();
    await section(third).waitFor();
    expect(await loaded(own.page)).toEqual([second?.id, third?.id]);
    await foot.waitFor();
    await own.leave();
  });

  it('says that it is fetching while it does', async () => {
    const own = await visit(browser, sites.root, { viewport: WIDE });
    const [, first] = themes;
    let go = () => {};
    const gate = new Promise<void>((resolve) => {
      go = resolve;
    });
    await own.page.route(`**${first?.url}`, async (route) => {
      await gate;
      await route.continue();
    });
    await own.page.goto(own.at + PATH);
    const room = own.page.locator(`section[data-theme="${first?.id}"] .room`);
    await room.scrollIntoViewIfNeeded();
    await eventually(() => room.textContent()).toBe('正在取这一个问题的做法……');
    expect(await room.getAttribute('aria-busy')).toBe('true');
    go();
    await eventually(() => room.locator('.side').count()).toBe(1);
    expect(await room.getAttribute('aria-busy')).toBeNull();
    await own.leave();
  });

  it('without scripts leads to each theme’s page', async () => {
    const still = await visit(browser, sites.root, { javaScriptEnabled: false, viewport: WIDE });
    await still.page.goto(still.at + PATH);
    const links = await still.page
      .locator('.everything a[data-keep]')
      .evaluateAll((all) => all.map((one) => one.getAttribute('href')));
    expect(links).toEqual(themes.map(({ url }) => `${url}#side-by-side`));
    expect(await still.page.locator('main button:visible').count()).toBe(0);
    expect(await still.page.locator('form.choice').isVisible()).toBe(false);
    await still.leave();
  });

  it('is taken along as CSV with the chosen counties and themes, whether their sections are loaded or not', async () => {
    await open(PATH);
    for (const name of ['邵阳县', '崇阳县', '东安县'])
      await page.locator('form.choice label', { hasText: name }).click();
    const [file] = await Promise.all([page.waitForEvent('download'), page.locator('.take a.csv').click()]);
    const rows: Record<string, string>[] = parse(readFileSync(await file.path(), 'utf8'), { bom: true, columns: true });
    const told = new Set(rows.map(({ county, question }) => `${county} ${question}`));
    expect(told).toEqual(new Set(themes.flatMap(({ id }) => PAIR.map((county) => `${county} ${id}`))));
  });

  it('works under a base path', async () => {
    const own = await visit(browser, sites.based, { base: '/atlas/', viewport: WIDE });
    await own.page.goto(`${own.at}${PATH}?counties=yongde&themes=training`);
    await eventually(() => loaded(own.page)).toEqual(['training']);
    const links = await own.page
      .locator('.side li > a.record')
      .evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''));
    expect(links.length).toBeGreaterThan(0);
    for (const link of links) expect(link).toMatch(/^\/atlas\/counties\//);
    expect(own.said).toEqual([]);
    await own.leave();
  });

  it.each(SIZES)('fits $width px with everything unfolded, and keeps the county’s name in view', async (size) => {
    await open(`${PATH}?themes=members,leaders`, size);
    await page.getByRole('button', { name: '全部展开' }).click();
    await eventually(async () => (await loaded()).length).toBe(2);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    await page
      .locator('section[data-theme="members"] td[data-county="shaoyang"] li')
      .nth(4)
      .evaluate((one) => scrollTo(0, one.getBoundingClientRect().top + scrollY - 120));
    const seen = await page.locator('section[data-theme="members"]').evaluate((section) =>
      [...section.querySelectorAll('thead th[data-county="shaoyang"], td[data-county="shaoyang"] .cell-head')].some(
        (one) => {
          const { top, bottom, width } = one.getBoundingClientRect();
          return width > 8 && top >= -1 && bottom < innerHeight;
        },
      ),
    );
    expect(seen).toBe(true);
  });
});
