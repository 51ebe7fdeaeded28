import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { currentAtlas } from '../../src/atlas/current.ts';
import { HITS_AT_MOST } from '../../src/search/query.ts';
import { searchRecords } from '../../src/search/records.ts';
import { launch } from './browser.ts';
import { type Served, serve } from './built-site.ts';
import { plainOf } from './plain.ts';
import { watch } from './watch.ts';

const sites = inject('sites');
const RECORDS = searchRecords(currentAtlas());
const INITIATIVES = RECORDS.filter(({ kind }) => kind === 'initiative');
const nameOf = (record: (typeof RECORDS)[number]) => record.fields[0]?.text ?? '';
/** The addresses of all records that hold a text, found without the search’s own code. */
const holding = (query: string) =>
  RECORDS.filter(({ fields }) => fields.some(({ text }) => plainOf(text).includes(plainOf(query)))).map(
    ({ url }) => url,
  );

interface Item {
  readonly href: string;
  readonly name: string;
  readonly text: string;
  /** The marked stretches of the name and of the excerpt. */
  readonly marks: readonly string[];
  /** Whether it begins the looser hits. */
  readonly tier: boolean;
}
interface Outcome {
  readonly status: string;
  readonly items: readonly Item[];
  /** How many ordered lists in the main part are shown. */
  readonly lists: number;
  readonly indexShown: boolean;
  readonly title: string;
  readonly field: string;
}

let browser: Browser;

beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

/** Opens the page of a query, waits for its outcome, and reads it. */
async function search(page: Page, site: string, query: string): Promise<Outcome> {
  return open(page, `${site}/search/?q=${encodeURIComponent(query)}`);
}

async function open(page: Page, address: string): Promise<Outcome> {
  await page.goto(address, { waitUntil: 'commit' });
  await page.locator('#results[aria-busy=false]').waitFor({ timeout: 20_000 });
  return outcome(page);
}

function outcome(page: Page): Promise<Outcome> {
  return page.evaluate(() => {
    const lists = [...document.querySelectorAll('main ol')].filter((one) => one.getClientRects().length > 0);
    return {
      status: document.querySelector('#results [role=status]')?.textContent ?? '',
      items: [...(lists[0]?.children ?? [])].map((item) => ({
        href: item.querySelector('a')?.getAttribute('href') ?? '',
        // The seal beside the name is decoration.
        name: [...(item.querySelector('h2 a')?.childNodes ?? [])]
          .filter((node) => !(node instanceof Element && node.getAttribute('aria-hidden') === 'true'))
          .map((node) => node.textContent)
          .join(''),
        text: item.textContent ?? '',
        marks: [...item.querySelectorAll('mark')].map((mark) => mark.textContent ?? ''),
        tier: item.querySelector('.tier') !== null,
      })),
      lists: lists.length,
      indexShown: document.querySelector('#index')?.checkVisibility() ?? false,
      title: document.title,
      field: document.querySelector<HTMLInputElement>('main input[type=search]')?.value ?? '',
    };
  });
}

describe.each([
  { site: 'root', base: '' },
  { site: 'based', base: '/atlas' },
] as const)('a search on the site “$site”', ({ site, base }) => {
  let served: Served;
  let context: BrowserContext;
  let page: Page;
  let at: string;
  let said: string[];

  beforeAll(async () => {
    served = await serve(sites[site], base === '' ? '/' : '/atlas/');
    at = served.origin + base;
    context = await browser.newContext();
    page = await context.newPage();
    said = watch(page);
  });
  afterAll(async () => {
    await context.close();
    await served.close();
  });

  it('for each initiative’s name finds first the initiative itself, or one of exactly this name', async () => {
    expect(INITIATIVES.length).toBeGreaterThan(150);
    // Every name at the root; under the base path, where only the addresses differ, every fifth.
    const asked = INITIATIVES.filter((_, i) => site === 'root' || i % 5 === 0);
    await search(page, at, '五化');
    // The page’s own script is run anew for each address, without loading the frame of the page again.
    const firsts = await page.evaluate(async (names) => {
      const script = document.querySelector<HTMLScriptElement>('script[type=module][src]')?.src ?? '';
      const region = document.querySelector('#results');
      const plainFetch = window.fetch;
      const found: string[] = [];
      for (const [i, name] of names.entries()) {
        window.fetch = plainFetch;
        region?.setAttribute('aria-busy', 'true');
        history.replaceState(null, '', `?q=${encodeURIComponent(name)}`);
        await new Promise((resolve) => {
          const again = Object.assign(document.createElement('script'), { type: 'module', src: `${script}?${i}` });
          again.addEventListener('load', resolve);
          document.head.append(again);
        });

        while (region?.getAttribute('aria-busy') !== 'false') await new Promise((resolve) => setTimeout(resolve, 1));
        found.push(document.querySelector('main ol > li a')?.getAttribute('href') ?? '');
      }
      return found;
    }, asked.map(nameOf));
    const wrong = asked.flatMap((record, i) => {
      const first = INITIATIVES.find(({ url }) => base + url === firsts[i]);
      const right = first !== undefined && plainOf(nameOf(first)) === plainOf(nameOf(record));
      return right ? [] : [`${nameOf(record)}: ${firsts[i]}`];
    });
    expect(wrong).toEqual([]);
    expect(new Set(firsts).size).toBeGreaterThan(asked.length / 2);
  }, 300_000);

  it('gives each result its record’s own address as the first link, under the base path and without anything added', async () => {
    const { items } = await search(page, at, '五化');
    expect(items.length).toBeGreaterThan(5);
    for (const { href, name } of items) {
      const record = RECORDS.find(({ url }) => base + url === href);
      expect(record, href).toBeDefined();
      expect(record && nameOf(record)).toBe(name);
    }
    const [first] = items;
    await page.locator('main ol > li a').first().click();
    expect(page.url()).toBe(served.origin + first?.href);
    expect(await page.locator(':target').count()).toBe(1);
  });

  it('finds exactly the records that hold the query, each of them once and all without paging', async () => {
    const queries = [
      '五化',
      '村',
      '党',
      '2',
      '书记',
      '3053元/月',
      '2.49',
      '18.7%',
      '1.6万余户',
      'party',
      '%',
      '省级贫困村',
      '的',
      '2018',
    ];
    for (const query of queries) {
      const { items, status } = await search(page, at, query);
      const found = items.map(({ href }) => href.slice(base.length));
      expect(new Set(found).size).toBe(found.length);
      const all = holding(query).sort();
      expect(all.length, query).toBeGreaterThan(0);
      if (all.length <= HITS_AT_MOST) expect([...found].sort(), query).toEqual(all);
      else {
        expect(found.length, query).toBe(HITS_AT_MOST);
        expect(all).toEqual(expect.arrayContaining(found));
        expect(status, query).toContain(`只列出最切题的${HITS_AT_MOST}条`);
      }
    }
  });

  it('finds parts of names: any two letters and more that stand together in one', async () => {
    for (const [i, record] of INITIATIVES.entries()) {
      if (i % Math.ceil(INITIATIVES.length / 12) !== 0) continue;
      const letters = Array.from(nameOf(record)).filter((sign) => /[\p{L}\p{N}]/u.test(sign));
      const half = Math.max(2, Math.ceil(letters.length / 2));
      const part =
        plainOf(nameOf(record))
          .split('|')
          .sort((a, b) => b.length - a.length)[0]
          ?.slice(0, half) ?? '';
      const { items } = await search(page, at, part);
      expect(
        items.map(({ href }) => href.slice(base.length)),
        part,
      ).toContain(record.url);
    }
  });

  it('finds a printed number as it is written, and as a part of a longer one', async () => {
    const pay = await search(page, at, '3053元/月');
    expect(pay.items[0]?.href).toBe(`${base}/counties/hengdong/#secretary-pay-standard`);
    for (const query of ['2.49', '212.49', '212.49亿元', '.49亿']) {
      const { items } = await search(page, at, query);
      expect(items.length, query).toBeGreaterThan(0);
      expect(
        items.some(({ text }) => text.includes('212.49亿元')),
        query,
      ).toBe(true);
    }
    const share = await search(page, at, '18.7%');
    expect(share.items.some(({ text, marks }) => text.includes('18.7%') && marks.includes('18.7%'))).toBe(true);
    // Not another number that has the same digits.
    for (const query of ['187', '24', '249', '18,7']) {
      const { items } = await search(page, at, query);
      expect(items.map(({ href }) => href.slice(base.length)).sort(), query).toEqual(holding(query).sort());
    }
  });

  it('finds the same for full-width, spaced, quoted and capital forms', async () => {
    const same: readonly (readonly string[])[] = [
      ['3053元/月', '３０５３元／月', '3053 元 / 月', '“3053元/月”'],
      ['五化建设', '“五化”建设', '五 化 建 设', '《五化》建设', ' 五化建设　', '五化建设。'],
      ['18.7%', '１８．７％', '18.7 %'],
      ['party building', 'PARTY BUILDING', 'Ｐａｒｔｙ　building', 'partybuilding'],
    ];
    for (const forms of same) {
      const exact = await Promise.all(
        forms.map(async (form) => {
          const tab = await context.newPage();
          const { items } = await search(tab, at, form);
          await tab.close();
          const tier = items.findIndex((item) => item.tier);
          return items.slice(0, tier < 0 ? items.length : tier).map(({ href }) => href);
        }),
      );
      expect(exact[0]?.length, forms[0]).toBeGreaterThan(0);
      exact.forEach((found, i) => {
        expect(found, forms[i]).toEqual(exact[0]);
      });
    }
  });

  it('marks the hit in every exact result, and nothing else', async () => {
    for (const query of [
      '五化',
      '书记工资',
      '2.49',
      '18.7%',
      'party building',
      '两委',
      '第一书记”',
      '党建+',
      '村(社区)',
    ]) {
      const { items: all } = await search(page, at, query);
      const tier = all.findIndex((item) => item.tier);
      const items = tier < 0 ? all : all.slice(0, tier);
      expect(items.length, query).toBeGreaterThan(0);
      for (const { marks, href } of items) {
        expect(marks.length, `${query} ${href}`).toBeGreaterThan(0);
        for (const mark of marks) expect(plainOf(mark), `${query} ${href}`).toBe(plainOf(query));
      }
    }
  });

  it('puts exact hits before looser ones, which hold all words apart and are marked word by word', async () => {
    const query = '工资 书记';
    const { items, status } = await search(page, at, query);
    const tier = items.findIndex((item) => item.tier);
    const [exact, looser] = [items.slice(0, tier), items.slice(tier)];
    expect(tier).toBeGreaterThanOrEqual(0);
    expect(looser.length).toBeGreaterThan(0);
    expect(exact.map(({ href }) => href.slice(base.length)).sort()).toEqual(holding(query).sort());
    for (const { href, marks } of looser) {
      const record = RECORDS.find(({ url }) => base + url === href);
      const all = record?.fields.map(({ text }) => plainOf(text)).join('\n') ?? '';
      expect(
        ['工资', '书记'].every((word) => all.includes(word)),
        href,
      ).toBe(true);
      for (const mark of marks) expect(['工资', '书记']).toContain(plainOf(mark));
    }
    // In a name that holds both, both are marked, in whatever order they were typed.
    const named = looser.find(({ name }) => name.includes('工资') && name.includes('书记'));
    expect(new Set(named?.marks.slice(0, 2))).toEqual(new Set(['工资', '书记']));
    expect(status).toContain('工资 书记');
  });

  it('says that it works while it works, and that it is done when it is done', async () => {
    const tab = await context.newPage();
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await tab.route('**/*.pf_meta', async (route) => {
      await held;
      await route.continue();
    });
    await tab.goto(`${at}/search/?q=五化`, { waitUntil: 'commit' });
    await tab.locator('#results[aria-busy=true]').waitFor();
    expect(await tab.locator('#results [role=status]').textContent()).toContain('正在检索“五化”');
    expect(await tab.locator('main ol').count()).toBe(0);
    release();
    await tab.locator('#results[aria-busy=false]').waitFor();
    expect(await tab.locator('main ol > li').count()).toBeGreaterThan(0);
    expect(await tab.locator('#results [role=status]').textContent()).toContain('五化');
    await tab.close();
  });

  it('says of a query that nothing holds that nothing was found, and leaves the index', async () => {
    for (const query of ['没有这样的话', 'xyzzy', '五化五化五化', '甲乙 丙丁']) {
      const { status, items, lists, indexShown, field } = await search(page, at, query);
      expect(status).toContain(query);
      expect(status).toMatch(/没有/);
      expect([items.length, lists, indexShown, field]).toEqual([0, 0, true, query]);
    }
  });

  it('stands whatever is asked: it says what it did, the page is whole, and nothing in the query runs', async () => {
    const asked: [string, string][] = [
      ['%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E', '<img src=x onerror=alert(1)>'],
      ['%3Cscript%3Ealert(1)%3C%2Fscript%3E', '<script>alert(1)</script>'],
      ['%3C%2Ftitle%3E%3Csvg%2Fonload%3Dalert(1)%3E', '</title><svg/onload=alert(1)>'],
      ['%22%27%60%22', '"\'`"'],
      ['%22%E4%BA%94%E5%8C%96%22', '"五化"'],
      ['%EF%BC%8C%E3%80%82%EF%BC%81%3F', '，。！?'],
      ['%ED%A0%80', '\ufffd'],
      ['%ED%A0%80%E4%BA%94%E5%8C%96%FF%00', '五化'],
      ['%', '%'],
      ['%zz', '%zz'],
      ['javascript%3Aalert(1)', 'javascript:alert(1)'],
      ['__proto__', '__proto__'],
      ['constructor', 'constructor'],
      ['%F0%A0%AE%B7', '𠮷'],
      ['a&q=b', 'a'],
      ['+', ''],
      ['%20%E3%80%80%0A', ''],
      ['', ''],
    ];
    for (const [typed, shown] of asked) {
      const { status, indexShown, lists } = await open(page, `${at}/search/?q=${typed}`);
      expect(status, typed).not.toBe('');
      expect(status, typed).toContain(shown.trim());
      expect(indexShown || lists === 1, typed).toBe(true);
      expect(await page.locator('h1').count(), typed).toBe(1);
      expect(await page.locator('footer').isVisible(), typed).toBe(true);
      expect(await page.locator('main :is(img, script, svg, iframe)').count(), typed).toBe(
        await page.locator('main script[src]').count(),
      );
    }
    expect(said).toEqual([]);
  });

  it('of 10,000 letters ends in good time, says that it took the beginning, and stays within the screen', async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    // A letter of Chinese is nine bytes in an address, which is more than servers take: the page is given to the browser here.
    const html = readFileSync(join(sites[site], 'search', 'index.html'), 'utf8');
    await page.route(/\/search\/\?q=/, (route) =>
      route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }),
    );
    const letters = ['村'.repeat(10_000), '五化 '.repeat(3_333), 'a'.repeat(10_000), '<b>"\'&'.repeat(1_666)];
    for (const query of [...letters, '，'.repeat(10_000)]) {
      const started = performance.now();
      const { status } = await search(page, at, query);
      expect(performance.now() - started).toBeLessThan(15_000);
      expect(status).not.toBe('');
      expect(status.length).toBeLessThan(400);
      if (letters.includes(query)) expect(status).toContain('只用了开头');
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(over).toBe(0);
    }
    await page.unroute(/\/search\/\?q=/);
    // As many plain letters as a server takes come through one.
    expect((await search(page, at, 'a'.repeat(10_000))).status).toContain('只用了开头');
    await page.setViewportSize({ width: 1280, height: 720 });
    expect(said).toEqual([]);
  });

  it('without a query is the index of all initiatives, and loads nothing to search with', async () => {
    const tab = await context.newPage();
    const asked: string[] = [];
    tab.on('request', (request) => asked.push(request.url()));
    await tab.goto(`${at}/search/`, { waitUntil: 'networkidle' });
    expect(await tab.locator('#index li a').count()).toBe(INITIATIVES.length);
    expect(await tab.locator('#results').isVisible()).toBe(false);
    expect(asked.filter((url) => url.includes('pagefind'))).toEqual([]);
    await tab.close();
  });

  it.each(['pagefind/pagefind.js', '*.pf_meta', '*.pf_index', '*.pf_fragment', 'wasm.*.pagefind', 'labels.json'])(
    'without the file %s says that it did not load, leaves the index, and works when asked again',
    async (file) => {
      const tab = await context.newPage();
      await tab.route(`**/${file}*`, (route) => route.abort());
      const failed = await search(tab, at, '五化');
      expect(failed.status).toContain('没有加载成功');
      expect([failed.lists, failed.indexShown]).toEqual([0, true]);
      // Once more in vain: the button stays.
      await tab.getByRole('button', { name: '再试一次' }).click();
      await tab.locator('#results[aria-busy=false] button').waitFor();
      await tab.unroute(`**/${file}*`);
      await tab.getByRole('button', { name: '再试一次' }).click();
      await tab.locator('main ol > li').first().waitFor();
      const { items, indexShown } = await outcome(tab);
      expect(items.map(({ href }) => href.slice(base.length)).sort()).toEqual(holding('五化').sort());
      expect(indexShown).toBe(false);
      await tab.close();
    },
  );

  it('begins in the header of any page, by a plain form that keeps what was typed', async () => {
    for (const path of ['/', '/counties/hengdong/', '/about/']) {
      await page.goto(at + path);
      await page.locator('header').getByRole('searchbox').fill('“五化”建设 & 100%');
      await page.locator('header').getByRole('button', { name: '检索' }).click();
      await page.waitForURL(`${at}/search/?q=*`);
      expect(new URL(page.url()).searchParams.get('q')).toBe('“五化”建设 & 100%');
      await page.locator('#results[aria-busy=false]').waitFor();
      expect((await outcome(page)).field).toBe('“五化”建设 & 100%');
    }
    await page.goto(`${at}/about/`);
    await page.locator('header').getByRole('searchbox').fill('五化');
    await page.keyboard.press('Enter');
    await page.locator('main ol > li').first().waitFor();
  });

  it('can be run again from the page of results, and the way back leads to the first', async () => {
    await search(page, at, '五化');
    await page.locator('main').getByRole('searchbox').fill('书记');
    await page.locator('main').getByRole('searchbox').press('Enter');
    await page.waitForURL(`${at}/search/?q=${encodeURIComponent('书记')}`);
    await page.locator('#results[aria-busy=false]').waitFor();
    expect((await outcome(page)).title).toContain('书记');
    await page.goBack();
    await page.locator('#results[aria-busy=false]').waitFor();
    const { field, title, items } = await outcome(page);
    expect([field, title.includes('五化'), items.length > 0]).toEqual(['五化', true, true]);
  });

  it('names county, year and themes of each result, and the themes lead to the county’s answer', async () => {
    const { items } = await search(page, at, '村党组织书记工资');
    expect(items[0]?.text).toContain('衡东县');
    expect(items[0]?.text).toMatch(/20\d\d年/);
    const themes = await page
      .locator('main ol > li')
      .first()
      .locator('a.tag')
      .evaluateAll((all) => all.map((one) => one.getAttribute('href')));
    const record = RECORDS.find(({ url }) => url === '/counties/hengdong/#secretary-pay-standard');
    expect(themes).toEqual(record?.themes.map((theme) => `${base}/themes/${theme}/#hengdong`));
  });

  it('has said nothing in the console all the while', () => {
    expect(said).toEqual([]);
  });
});

describe('the index', () => {
  it('weighs little enough to be loaded on a telephone: what a first search asks for is under 350 kB', async () => {
    const served = await serve(sites.root);
    const context = await browser.newContext();
    const page = await context.newPage();
    let bytes = 0;
    page.on('response', async (response) => {
      if (response.url().includes('/pagefind/') && response.ok())
        bytes += (await response.body().catch(() => Buffer.alloc(0))).length;
    });
    await search(page, served.origin, '书记工资');
    await page.waitForLoadState('networkidle');
    expect(bytes).toBeGreaterThan(50_000);
    expect(bytes).toBeLessThan(350_000);
    await context.close();
    await served.close();
  });

  it('holds one record for each of the site’s, and the labels of all counties and themes', () => {
    const entry = JSON.parse(readFileSync(join(sites.root, 'pagefind', 'pagefind-entry.json'), 'utf8'));
    expect(entry.languages).toMatchObject({ und: { page_count: RECORDS.length } });
    const labels = JSON.parse(readFileSync(join(sites.root, 'search', 'labels.json'), 'utf8'));
    const { counties, themes } = currentAtlas();
    expect(Object.keys(labels.counties).sort()).toEqual(counties.map(({ id }) => id).sort());
    expect(Object.keys(labels.themes).sort()).toEqual(themes.map(({ id }) => id).sort());
  });
});
