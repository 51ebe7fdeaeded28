import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { currentAtlas } from '../../src/atlas/current.ts';
import { launch } from '../../src/bench/browser.ts';
import { searchRecords } from '../../src/search/records.ts';
import { type Served, serve } from './built-site.ts';
import { plainOf } from './plain.ts';
import { quiet } from './quiet.ts';
import { ask, exactOf, type Item, looserOf, open, outcome, SHOWN_AT_MOST, scrolled, search } from './results-page.ts';
import { visit } from './visit.ts';

const sites = inject('sites');
const ATLAS = currentAtlas();
const RECORDS = searchRecords(ATLAS);
const INITIATIVES = RECORDS.filter(({ kind }) => kind === 'initiative');
const nameOf = (record: (typeof RECORDS)[number]) => record.fields[0]?.text ?? '';
/** The addresses of all records that hold a text, found without the search’s own code. */
const holding = (query: string) =>
  RECORDS.filter(({ fields }) => fields.some(({ text }) => plainOf(text).includes(plainOf(query)))).map(
    ({ url }) => url,
  );
const hrefsOf = (items: readonly Item[]) => items.map(({ href }) => href);

let browser: Browser;

beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

describe.each([
  { site: 'root', base: '' },
  { site: 'based', base: '/atlas' },
] as const)('a search on the site “$site”', ({ site, base }) => {
  let served: Served;
  let context: BrowserContext;
  let page: Page;
  let at: string;
  let said: readonly string[];
  let leave: () => Promise<void>;

  beforeAll(async () => {
    ({ served, context, page, at, said, leave } = await visit(browser, sites[site], { base: `${base}/` }));
  });
  afterAll(() => leave());

  it('for each initiative’s name finds first the initiative itself, or one of exactly this name', async () => {
    expect(INITIATIVES.length).toBeGreaterThan(150);
    // Every fourth name at the root; under the base path, where only the addresses differ, a few.
    const asked = INITIATIVES.filter((_, i) => i % (site === 'root' ? 4 : 40) === 0);
    await search(page, at, '五化');
    // Typed into the box of one page, which is faster than opening the page for each.
    const firsts = await page.evaluate(async (names) => {
      const input = document.querySelector<HTMLInputElement>('main input[type=search]');
      const region = document.querySelector('#results');
      const found: string[] = [];
      for (const name of names) {
        if (input) input.value = name;
        input?.form?.requestSubmit();
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
  });

  it('gives each result its record’s own address as the first link, under the base path and without anything added', async () => {
    const { items } = await search(page, at, '五化');
    expect(items.length).toBeGreaterThan(5);
    for (const { href, name } of items) {
      const record = RECORDS.find(({ url }) => base + url === href);
      expect(record && nameOf(record), href).toBe(name);
    }
    await page.locator('main ol > li a').first().click();
    await page.waitForURL(served.origin + items[0]?.href);
    expect(await page.locator(':target').count()).toBe(1);
  });

  it('finds exactly the records that hold the query, each of them once and all without paging', async () => {
    const queries = ['五化', '村', '书记', '3053元/月', '18.7%', 'party', '%', '的', '2018', '党建'];
    for (const query of site === 'root' ? queries : queries.slice(0, 2)) {
      const { items, state } = await ask(page, at, query);
      const found = hrefsOf(exactOf(items)).map((href) => href.slice(base.length));
      expect(new Set(found).size).toBe(found.length);
      const all = holding(query).sort();
      expect(all.length, query).toBeGreaterThan(0);
      expect(state, query).toContain(`含有“${query}”的${all.length}条`);
      if (all.length <= SHOWN_AT_MOST) expect([...found].sort(), query).toEqual(all);
      else {
        expect(found.length, query).toBe(SHOWN_AT_MOST);
        expect(all).toEqual(expect.arrayContaining(found));
        expect(state, query).toContain(`只列出最切题的${SHOWN_AT_MOST}条`);
      }
    }
  });

  it('says without a query how one can search, and loads nothing to search with', async () => {
    const tab = await context.newPage();
    const asked: string[] = [];
    tab.on('request', (request) => asked.push(request.url()));
    await tab.goto(`${at}/search/`);
    await quiet(tab);
    expect(await tab.locator('#start').isVisible()).toBe(true);
    expect(await tab.locator('#index').isVisible()).toBe(true);
    expect(await tab.locator('#results').isVisible()).toBe(false);
    expect(asked.filter((url) => /\/pagefind\/|\/search\/[^/]+\.json/.test(url))).toEqual([]);
    await tab.close();
  });

  it('can be run again from the page of results, and the way back leads to the first', async () => {
    const first = await search(page, at, '五化');
    const box = page.locator('main input[type=search]');
    await box.fill('书记');
    await box.press('Enter');
    await page.waitForURL(`${at}/search/?q=${encodeURIComponent('书记')}`);
    expect((await outcome(page)).title).toContain('书记');
    await page.goBack();
    await page.waitForURL(`${at}/search/?q=${encodeURIComponent('五化')}`);
    const { field, title, items } = await outcome(page);
    expect([field, title.includes('五化')]).toEqual(['五化', true]);
    expect(hrefsOf(items)).toEqual(hrefsOf(first.items));
  });

  it('begins in the header of any page, by a form that keeps what was typed', async () => {
    for (const path of site === 'root' ? ['/', '/counties/hengdong/', '/404.html'] : ['/about/']) {
      await page.goto(at + path);
      const form = page.locator('header form.search');
      await form.locator('input').fill('“五化”建设 & 100%');
      await form.getByRole('button', { name: '检索' }).click();
      await page.waitForURL(`${at}/search/?q=*`);
      expect(new URL(page.url()).searchParams.get('q')).toBe('“五化”建设 & 100%');
      expect((await outcome(page)).field).toBe('“五化”建设 & 100%');
    }
  });

  it('has said nothing in the console all the while', () => {
    expect(said).toEqual([]);
  });
});

describe('a result', () => {
  let page: Page;
  let at: string;
  let said: readonly string[];
  let leave: () => Promise<void>;

  beforeAll(async () => {
    ({ page, at, said, leave } = await visit(browser, sites.root));
  });
  afterAll(() => leave());

  it('marks the hit whole wherever it is shown, and nothing else, also where the reader has to scroll to it', async () => {
    for (const query of [
      '五化',
      '书记工资',
      '2.49',
      '18.7%',
      'party building',
      '两委',
      '第一书记”',
      '党建+',
      '干部培训',
    ]) {
      await ask(page, at, query);
      const items = exactOf((await scrolled(page)).items);
      expect(items.length, query).toBeGreaterThan(0);
      for (const { marks, href, excerpt } of items) {
        expect(excerpt, `${query} ${href}`).not.toBe('');
        expect(marks.length, `${query} ${href}`).toBeGreaterThan(0);
        for (const mark of marks) expect(plainOf(mark), `${query} ${href}`).toBe(plainOf(query));
      }
    }
    const many = await ask(page, at, '培训');
    expect(many.items.length).toBeGreaterThan(30);
    expect((await scrolled(page)).items.filter(({ excerpt }) => excerpt === '').map(({ href }) => href)).toEqual([]);
  });

  it('names kind, county, date and themes, with the county’s seal, and the themes lead to the county’s answer', async () => {
    for (const query of ['村党组织书记工资', '述职', '五化']) {
      for (const { href, facts, seal, themes } of (await ask(page, at, query)).items) {
        const record = RECORDS.find(({ url }) => url === href);
        const county = ATLAS.counties.find(({ id }) => id === record?.county);
        const kinds = { initiative: '做法', theme: '专题', term: '术语', indicator: '指标', county: '县' } as const;
        const others = { friend: '同名不同事', question: '问题', source: '来源', page: '本站' } as const;
        expect(facts, href).toContain(record && { ...kinds, ...others }[record.kind]);
        expect(seal, href).toBe(county?.seal ?? '');
        if (county) expect(facts, href).toMatch(new RegExp(`${county.name} · .*20\\d\\d年`));
        const own = record?.kind === 'theme' ? [] : (record?.themes ?? []);
        const answer = county ? `#${county.id}` : '';
        expect(
          themes.map((theme) => theme.href),
          href,
        ).toEqual(own.map((theme) => `/themes/${theme}/${answer}`));
        expect(themes.map(({ name }) => name)).toEqual(
          own.map((id) => ATLAS.themes.find((one) => one.id === id)?.name),
        );
      }
    }
  });

  it('says of a practice that another county uses the name looked for otherwise, with a link to where that is told', async () => {
    const said = () =>
      page.locator('.hit-list li').evaluateAll((items) =>
        items.flatMap((item) => {
          const href = item.querySelector('h3 a')?.getAttribute('href') ?? '';
          const lines = [...item.querySelectorAll('.same-name')].map((line) => line.textContent);
          return lines.length > 0 ? [[href, ...lines]] : [];
        }),
      );
    await search(page, at, '四个一');
    expect(await said()).toEqual([
      ['/counties/shaoyang/#four-drives', '同名不同事：“四个一”在崇阳县所指不尽相同'],
      ['/counties/chongyang/#four-ones', '同名不同事：“四个一”在邵阳县所指不尽相同'],
    ]);
    const link = page.locator('.hit-list .same-name a').first();
    expect((await link.boundingBox())?.height).toBeGreaterThanOrEqual(24);
    await link.click();
    await page.waitForURL(`${at}/compare/#same-name-four-ones`);
    expect(await page.locator(':target').textContent()).toContain('四个一');
    // The same practice, found by what it does.
    await search(page, at, '整顿软弱涣散村党组织');
    expect(await said()).toEqual([]);
    await search(page, at, '党建');
    expect(await said()).toEqual([]);
    await search(page, at, '党建+');
    expect((await said()).length).toBeGreaterThan(2);
  });

  it('of a number shows the figure as it was printed, and is found by a part of the number', async () => {
    const pay = await ask(page, at, '3053元/月');
    expect(pay.items[0]?.href).toBe('/counties/hengdong/#secretary-pay-standard');
    expect(pay.items[0]?.excerpt).toMatch(/^3053元\/月：/);
    for (const query of ['2.49', '212.49', '212.49亿元', '.49亿']) {
      const { items } = await ask(page, at, query);
      const figure = items.find(({ excerpt }) => excerpt.startsWith('212.49亿元：'));
      expect(figure?.marks, query).toContain(query);
    }
    // Not another number that has the same digits.
    for (const query of ['187', '249', '18,7']) {
      const found = hrefsOf(exactOf((await ask(page, at, query)).items));
      expect([...found].sort(), query).toEqual(holding(query).sort());
    }
  });

  it('is the same for full-width, spaced, quoted and capital forms', async () => {
    const same: readonly (readonly string[])[] = [
      ['3053元/月', '３０５３元／月', '3053 元 / 月', '“3053元/月”'],
      ['五化建设', '“五化”建设', '五 化 建 设', '《五化》建设', ' 五化建设　', '五化建设。'],
      ['18.7%', '１８．７％', '18.7 %'],
      ['party building', 'PARTY BUILDING', 'Ｐａｒｔｙ　building', 'partybuilding'],
    ];
    for (const forms of same) {
      const lists: string[][] = [];
      for (const form of forms) lists.push(hrefsOf(exactOf((await ask(page, at, form)).items)));
      expect(lists[0]?.length, forms[0]).toBeGreaterThan(0);
      lists.forEach((list, i) => {
        expect(list, forms[i]).toEqual(lists[0]);
      });
    }
  });

  it('has said nothing in the console all the while', () => {
    expect(said).toEqual([]);
  });
});

describe('a query that nothing holds as typed', () => {
  let page: Page;
  let at: string;
  let leave: () => Promise<void>;

  beforeAll(async () => {
    ({ page, at, leave } = await visit(browser, sites.root));
  });
  afterAll(() => leave());

  it.each([
    ['traditional letters', '書記工資', '/counties/hengdong/#secretary-pay-standard', '换成“书记工资”再找'],
    ['traditional letters', '美麗濱江社區', '/counties/hengdong/#beautiful-binjiang', '换成“美丽滨江社区”再找'],
    ['a comma in a number', '10,107', '/counties/chongyang/#relocation', '换成“10107”再找'],
    ['pinyin', 'kaoshijieguo', '/counties/hengdong/#exam-as-basis', '按拼音读作“考试结果”'],
    ['pinyin with blanks', 'zuida de zhengji', '/counties/hengdong/#political-achievement', '按拼音读作“最大的政绩”'],
    ['initials', 'jcjbjtb', '/counties/hengdong/#quarterly-check', '按拼音读作“季查季比季通报”'],
    ['English in its own order', 'service hall volunteer guides', '/counties/hengdong/#guide-team', '英文名含有这些词'],
    ['everyday words', '自己当老板', '/counties/hengdong/#mass-enterprise', '按意思拆开找'],
    ['a wrong letter', '误工补帖', '/terms/#work-loss-allowance', '有一两个字不同：“误工补贴”'],
    ['another order', '脱贫 高质量', '/counties/hengdong/#quality-exit', '分开含有“脱贫”“高质量”'],
    ['a question', '荆竹村现在人均收入多少', '/counties/hengdong/#jingzhu-exit', '只含有其中一部分'],
  ])('%s, %s, leads to the right record under a heading that says how it was read', async (_, query, url, heading) => {
    const { items, state } = await search(page, at, query);
    expect(holding(query)).toEqual([]);
    expect(items[0]?.href).toBe(url);
    expect(items[0]?.tier).toContain('放宽以后');
    expect(items[0]?.tier).toContain(heading);
    expect(state).toContain(`没有一条照原样含有“${query}”`);
    expect(state).toContain(`放宽以后有${items.length}条`);
    // Each way names how many follow below its heading.
    const counts = items.flatMap(({ tier }) => (tier === '' ? [] : Number(/：(\d+)条$/.exec(tier)?.[1])));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(items.length);
  });

  it('is never loosened silently: what stands before the first heading holds it, and what stands behind does not', async () => {
    for (const query of [
      '工资 书记',
      '两委',
      '五化',
      '脱贫 高质量',
      '书记',
      'party secretary',
      '村级组织',
      '没有这样的话',
    ]) {
      const { items } = await ask(page, at, query);
      const held = holding(query);
      expect([...hrefsOf(exactOf(items))].sort(), query).toEqual(held.sort());
      expect(
        hrefsOf(looserOf(items)).filter((href) => held.includes(href)),
        query,
      ).toEqual([]);
    }
  });

  it('is followed by what else was meant where it is a term that no practice holds or has several words, the exact hits first', async () => {
    for (const query of ['误工补助', '社区 党建']) {
      const { items } = await ask(page, at, query);
      expect(exactOf(items).length, query).toBeGreaterThan(0);
      expect(looserOf(items).length, query).toBeGreaterThan(0);
    }
  });

  it('and is taken apart holds all words, which are marked word by word', async () => {
    await ask(page, at, '工资 书记');
    const { items } = await scrolled(page);
    const apart = items.slice(0, 1 + items.slice(1).findIndex(({ tier }) => tier !== ''));
    expect(apart[0]?.tier).toContain('分开含有“工资”“书记”');
    expect(apart.length).toBeGreaterThan(2);
    for (const { href, marks } of apart) {
      const record = RECORDS.find(({ url }) => url === href);
      const all = record?.fields.map(({ text }) => plainOf(text)).join('\n') ?? '';
      expect(
        ['工资', '书记'].filter((word) => !all.includes(word)),
        href,
      ).toEqual([]);
      expect(marks.length, href).toBeGreaterThan(0);
      for (const mark of marks) expect(['工资', '书记']).toContain(plainOf(mark));
    }
    // In a name that holds both, both are marked, in whatever order they were typed.
    const named = apart.find(({ name }) => name.includes('工资') && name.includes('书记'));
    expect(new Set(named?.marks.slice(0, 2))).toEqual(new Set(['工资', '书记']));
  });

  it('shows an excerpt in every result, however it was found', async () => {
    const bare: string[] = [];
    for (const query of [
      '自己当老板',
      'service hall volunteer guides',
      'jcjbjtb',
      '误工补帖',
      '荆竹村现在人均收入多少',
    ]) {
      // Opened anew for each: what an earlier query has loaded must not help.
      await search(page, at, query);
      const { items } = await scrolled(page);
      expect(items.length, query).toBeGreaterThan(0);
      bare.push(...items.filter(({ excerpt }) => excerpt === '').map(({ href }) => `${query}: ${href}`));
    }
    expect(bare).toEqual([]);
  });

  it('and finds nothing says what was tried, and offers the nearest names and all themes', async () => {
    const themes = ATLAS.themes.map(({ url }) => url);
    for (const [query, ways] of [
      ['xyzzy', ['英文名', '拼音和首字母']],
      ['甲乙 丙丁', ['分开找每一个词', '错一个字的名称', '换成同义的术语']],
      ['魑魅书魍', ['错一个字的名称', '只含有一部分']],
    ] as const) {
      const { items, state, beside, choices } = await ask(page, at, query);
      expect([items.length, choices.length]).toEqual([0, 0]);
      expect(state).toContain(`没有找到“${query}”`);
      for (const way of ways) expect(state).toContain(way);
      expect(beside.links.slice(-themes.length), query).toEqual(themes);
      expect(beside.headings.at(-1)).toBe('或者从专题看起');
    }
    const { beside } = await ask(page, at, '魑魅书魍');
    expect(beside.headings).toEqual(['名称相近的', '或者从专题看起']);
    const near = beside.links.slice(0, -themes.length);
    expect(near.length).toBeGreaterThan(0);
    const names = RECORDS.filter(({ url }) => near.includes(url)).map(nameOf);
    expect(names.filter((name) => !name.includes('书'))).toEqual([]);
    await page.locator('#results .beside a').first().click();
    await page.waitForURL(at + near[0]);
  });
});

describe('a query in the box of the page', () => {
  let context: BrowserContext;
  let page: Page;
  let at: string;
  let leave: () => Promise<void>;

  beforeAll(async () => {
    ({ context, page, at, leave } = await visit(browser, sites.root));
  });
  afterAll(() => leave());

  it('stays there when Esc leaves the box', async () => {
    await search(page, at, '党员');
    await page.locator('#q-page').focus();
    await page.keyboard.press('Escape');
    expect(await page.locator('#q-page').inputValue()).toBe('党员');
    expect(await page.evaluate(() => document.activeElement?.id)).not.toBe('q-page');
  });

  it('that is changed before the index has come keeps what the address chooses', async () => {
    const tab = await browser.newPage();
    await tab.route('**/search/table.json', async (route) => {
      await new Promise((done) => setTimeout(done, 1000));
      await route.continue();
    });
    await tab.goto(`${at}/search/?q=村&counties=yongde`);
    await tab.locator('#q-page').fill('村干部');
    await tab.locator('#results[aria-busy=false]').waitFor();
    await expect.poll(() => new URL(tab.url()).searchParams.get('q')).toBe('村干部');
    expect(new URL(tab.url()).searchParams.get('counties')).toBe('yongde');
    await tab.close();
  });

  it('stands in the box before what answers has come, where nothing is typed yet, and is not selected anew when it comes', async () => {
    const tab = await context.newPage();
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await tab.route('**/search/page.js*', async (route) => {
      await held;
      await route.continue();
    });
    await tab.goto(`${at}/search/?q=党员`, { waitUntil: 'domcontentloaded' });
    const box = tab.locator('#q-page');
    expect(await box.inputValue()).toBe('党员');
    await box.evaluate((input: HTMLInputElement) => {
      input.focus();
      input.setSelectionRange(0, 1);
    });
    release();
    await outcome(tab);
    expect(await box.evaluate((input: HTMLInputElement) => [input.selectionStart, input.selectionEnd])).toEqual([0, 1]);
    await tab.keyboard.insertText('团');
    await expect.poll(() => new URL(tab.url()).searchParams.get('q')).toBe('团员');
    await tab.close();
  });

  it('that is typed before the page has any script is not lost to that of the address', async () => {
    const tab = await context.newPage();
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await tab.route('**/_astro/Page*.js', async (route) => {
      await held;
      await route.continue();
    });
    await tab.goto(`${at}/search/?q=党员`, { waitUntil: 'commit' });
    await tab.locator('#q-page').fill('五化');
    release();
    await expect.poll(() => new URL(tab.url()).searchParams.get('q')).toBe('五化');
    expect((await outcome(tab)).field).toBe('五化');
    await tab.close();
  });

  it('is answered before the index has come by names of what the address chooses, and by no others', async () => {
    const tab = await browser.newPage();
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await tab.route('**/pagefind/pagefind.js*', async (route) => {
      await held;
      await route.continue();
    });
    await tab.goto(`${at}/search/?q=村&counties=yongde`, { waitUntil: 'domcontentloaded' });
    await tab.locator('#q-page').fill('党员');
    const links = tab.locator('main ol > li h3 a');
    await links.first().waitFor();
    expect(await tab.locator('#results').getAttribute('aria-busy')).toBe('true');
    const early = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
    expect(early.filter((href) => !href.startsWith('/counties/yongde/'))).toEqual([]);
    release();
    const { items } = await outcome(tab);
    expect(hrefsOf(items).slice(0, early.length)).toEqual(early);
    await tab.close();
  });
});

describe('the filters', () => {
  const QUERY = '培训';
  let page: Page;
  let at: string;
  let leave: () => Promise<void>;

  beforeAll(async () => {
    ({ page, at, leave } = await visit(browser, sites.root, { viewport: { width: 1280, height: 800 } }));
  });
  afterAll(() => leave());

  const box = (facet: string, value: string) => page.locator(`#results input[name="${facet}"][value="${value}"]`);

  it('count for each county, theme and kind what is seen once it is chosen', async () => {
    const { choices, items } = await search(page, at, QUERY);
    expect(items.length).toBeGreaterThan(30);
    expect(new Set(choices.map(({ facet }) => facet))).toEqual(new Set(['counties', 'themes', 'kinds']));
    for (const { facet, value, count, label } of choices) {
      await box(facet, value).check();
      const chosen = await outcome(page);
      expect(chosen.items.length, label).toBe(count);
      const passing = holding(QUERY).filter((url) => {
        const record = RECORDS.find((one) => one.url === url);
        if (!record) return false;
        return { counties: [record.county], themes: record.themes, kinds: [record.kind as string] }[facet]?.includes(
          value,
        );
      });
      expect([...hrefsOf(chosen.items)].sort(), label).toEqual(passing.sort());
      expect(chosen.state, label).toContain(`筛选后${count}条，共${items.length}条`);
      await box(facet, value).uncheck();
    }
    expect(hrefsOf((await outcome(page)).items)).toEqual(hrefsOf(items));
  });

  it('count what passes the others: a number is always what one more choice would show', async () => {
    await search(page, at, QUERY);
    await box('counties', 'dongan').check();
    await box('kinds', 'initiative').check();
    const { choices, items } = await outcome(page);
    expect(items.length).toBeGreaterThan(1);
    for (const { value, count } of choices.filter(({ facet }) => facet === 'themes')) {
      await box('themes', value).check();
      expect((await outcome(page)).items.length, value).toBe(count);
      await box('themes', value).uncheck();
    }
    // A second county adds its own to the first.
    const other = choices.find(({ facet, chosen }) => facet === 'counties' && !chosen);
    await box('counties', other?.value ?? '').check();
    expect((await outcome(page)).items.length).toBe(items.length + (other?.count ?? 0));
    await page.getByRole('button', { name: '全部取消' }).click();
    expect((await outcome(page)).items.length).toBe(holding(QUERY).length);
    expect(new URL(page.url()).search).toBe(`?q=${encodeURIComponent(QUERY)}`);
  });

  it('hold for the looser results too, and count them', async () => {
    const { choices, items } = await search(page, at, '荆竹村现在人均收入多少');
    for (const { facet, value, count } of choices.slice(0, 4)) {
      await box(facet, value).check();
      const chosen = await outcome(page);
      expect(chosen.items.length, value).toBe(count);
      expect(chosen.items[0]?.tier, value).toContain('放宽以后');
      await box(facet, value).uncheck();
    }
    expect(items.length).toBeGreaterThan(4);
  });

  it('stay in the address: back, forward, reload and the same address elsewhere give the same list', async () => {
    const all = hrefsOf((await search(page, at, QUERY)).items);
    await box('counties', 'dongan').check();
    await box('counties', 'yongde').check();
    await box('kinds', 'initiative').check();
    const chosen = hrefsOf((await outcome(page)).items);
    expect(chosen.length).toBeGreaterThan(0);
    expect(chosen.length).toBeLessThan(all.length);
    const { search: query } = new URL(page.url());
    const values = new URLSearchParams(query);
    expect([...values.keys()]).toEqual(['q', 'counties', 'kinds']);
    expect(values.get('q')).toBe(QUERY);
    expect(values.get('counties')?.split(',').sort()).toEqual(['dongan', 'yongde']);
    expect(values.get('kinds')).toBe('initiative');
    const list = async () => hrefsOf((await outcome(page)).items);
    await page.reload();
    expect(await list()).toEqual(chosen);
    const other = await browser.newPage();
    expect(hrefsOf((await open(other, page.url())).items)).toEqual(chosen);
    await other.close();
    for (let i = 0; i < 3; i++) await page.goBack();
    await page.waitForURL(`${at}/search/?q=${encodeURIComponent(QUERY)}`);
    await expect.poll(list).toEqual(all);
    for (let i = 0; i < 3; i++) await page.goForward();
    await expect.poll(list).toEqual(chosen);
    expect(await box('counties', 'yongde').isChecked()).toBe(true);
    // A result that was followed, and back.
    await page.locator('main ol > li h3 a').first().click();
    await page.waitForURL(/\/counties\//);
    await page.goBack();
    await page.waitForURL(/\/search\//);
    expect(await list()).toEqual(chosen);
  });

  it('that the site does not have are told and change nothing', async () => {
    const plain = await search(page, at, QUERY);
    const odd = `?q=${encodeURIComponent(QUERY)}&counties=nowhere&themes=__proto__&kinds=%3Cb%3E`;
    const { state, items } = await open(page, `${at}/search/${odd}`);
    for (const value of ['nowhere', '__proto__', '<b>']) expect(state).toContain(`“${value}”`);
    expect(hrefsOf(items)).toEqual(hrefsOf(plain.items));
    // Beside one that is known the known one counts.
    const half = await open(page, `${at}/search/?q=${encodeURIComponent(QUERY)}&counties=nowhere,yongde`);
    expect(half.state).toContain('“nowhere”');
    expect(half.items.length).toBe(plain.choices.find(({ value }) => value === 'yongde')?.count);
  });

  it('that leave nothing say so, and can be taken back', async () => {
    const { state, items } = await open(page, `${at}/search/?q=3053元/月&counties=yongde`);
    expect(items).toEqual([]);
    expect(state).toContain('这样筛选，一条也没有留下');
    await page.getByRole('button', { name: '全部取消' }).click();
    expect((await outcome(page)).items.length).toBe(holding('3053元/月').length);
  });
});

describe('the search page', () => {
  let context: BrowserContext;
  let page: Page;
  let at: string;
  let said: readonly string[];
  let leave: () => Promise<void>;

  beforeAll(async () => {
    ({ context, page, at, said, leave } = await visit(browser, sites.root));
  });
  afterAll(() => leave());

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
    expect(await tab.locator('#results .state').textContent()).toContain('正在检索“五化”');
    expect(await tab.locator('#index').isVisible()).toBe(false);
    release();
    const { items, state } = await outcome(tab);
    expect(exactOf(items).length).toBe(holding('五化').length);
    expect(state).toContain(`含有“五化”的${holding('五化').length}条`);
    await tab.close();
  });

  it('announces the outcome once for a query that is typed letter by letter', async () => {
    const tab = await context.newPage();
    await tab.goto(`${at}/search/`);
    await tab.locator('#q-page').focus();
    await tab.locator('#results [role=status]').waitFor({ state: 'attached' });
    await tab.evaluate(() => {
      const heard: string[] = [];
      Object.assign(window, { heard });
      const status = document.querySelector('#results [role=status]');
      new MutationObserver(() => {
        if (status?.textContent) heard.push(status.textContent);
      }).observe(status as Element, { childList: true, characterData: true, subtree: true });
    });
    const heard = () => tab.evaluate(() => (window as unknown as { heard: string[] }).heard);
    await tab.locator('main input[type=search]').pressSequentially('村党组织书记', { delay: 90 });
    await expect.poll(heard, { timeout: 10_000 }).not.toEqual([]);
    await tab.waitForTimeout(900);
    expect(await heard()).toEqual([(await outcome(tab)).state]);
    expect((await heard())[0]).toContain('“村党组织书记”');
    expect(await tab.locator('[role=status]').count()).toBe(1);
    await tab.close();
  });

  it('puts what is typed into the address as one place in the history, and is the index again when the box is emptied', async () => {
    const tab = await context.newPage();
    await tab.goto(`${at}/search/`);
    const box = tab.locator('main input[type=search]');
    await box.pressSequentially('五化建设', { delay: 200 });
    await tab.waitForURL(`${at}/search/?q=${encodeURIComponent('五化建设')}`);
    expect(exactOf((await outcome(tab)).items).length).toBe(holding('五化建设').length);
    await tab.goBack();
    await tab.waitForURL(`${at}/search/`);
    await tab.locator('#index').waitFor();
    expect((await outcome(tab)).items).toEqual([]);
    await tab.goForward();
    await expect.poll(async () => (await outcome(tab)).items.length).toBe(holding('五化建设').length);
    await box.fill('');
    await tab.waitForURL(`${at}/search/`);
    await tab.locator('#index').waitFor();
    expect((await outcome(tab)).items).toEqual([]);
    expect(await tab.locator('#results').isVisible()).toBe(false);
    await tab.close();
  });

  it('is walked by arrows from the box through the results and back, and Escape leaves', async () => {
    const { items } = await search(page, at, '五化');
    await page.keyboard.press('/');
    const focused = () =>
      page.evaluate(() => document.activeElement?.getAttribute('href') ?? document.activeElement?.id);
    expect(await focused()).toBe('q-page');
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toBe(items[0]?.href);
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toBe(items[1]?.href);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    expect(await focused()).toBe('q-page');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Escape');
    expect(await focused()).toBe('q-page');
    await page.keyboard.press('Escape');
    expect(await focused()).not.toBe('q-page');
    await page.keyboard.press('/');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(at + items[0]?.href);
  });

  it('asks nothing while a word is composed', async () => {
    const tab = await context.newPage();
    await tab.goto(`${at}/search/`);
    await tab.locator('main input[type=search]').focus();
    const session = await context.newCDPSession(tab);
    for (const text of ['w', 'wu', 'wuh', 'wuhua']) {
      await session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
      await tab.waitForTimeout(120);
    }
    await tab.waitForTimeout(400);
    expect(new URL(tab.url()).search).toBe('');
    expect(await tab.locator('#index').isVisible()).toBe(true);
    expect(await tab.locator('#results .state').textContent()).toBe('');
    await session.send('Input.insertText', { text: '五化' });
    await tab.waitForURL(`${at}/search/?q=${encodeURIComponent('五化')}`);
    expect(exactOf((await outcome(tab)).items).length).toBe(holding('五化').length);
    await tab.close();
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
      ['toString valueOf', 'toString valueOf'],
      ['%F0%A0%AE%B7', '𠮷'],
      ['a&q=b', 'a'],
    ];
    for (const [typed, shown] of asked) {
      const { state, title } = await open(page, `${at}/search/?q=${typed}`);
      expect(state, typed).not.toBe('');
      expect(state, typed).not.toContain('没有加载成功');
      expect(state, typed).toContain(shown.trim());
      expect(title, typed).toContain('检索');
      expect(await page.locator('h1').count(), typed).toBe(1);
      expect(await page.locator('footer.site').isVisible(), typed).toBe(true);
      expect(await page.locator('main :is(img, svg, iframe)').count(), typed).toBe(0);
    }
    for (const typed of ['', '+', '%20%E3%80%80%0A']) {
      const { indexShown, items } = await open(page, `${at}/search/?q=${typed}`);
      expect([indexShown, items.length], typed).toEqual([true, 0]);
    }
    expect(said).toEqual([]);
  });

  it('of 10,000 letters ends in good time, says that it took the beginning, and stays within the screen', async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    // A letter of Chinese is nine bytes in an address, which is more than servers take: the page is given to the browser here.
    const html = readFileSync(join(sites.root, 'search', 'index.html'), 'utf8');
    await page.route(/\/search\/\?q=/, (route) =>
      route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }),
    );
    const letters = ['村'.repeat(10_000), '五化 '.repeat(3_333), 'a'.repeat(10_000), '<b>"\'&'.repeat(1_666)];
    for (const query of [...letters, '，'.repeat(10_000)]) {
      const started = performance.now();
      const { state } = await search(page, at, query);
      expect(performance.now() - started).toBeLessThan(15_000);
      expect(state).not.toBe('');
      expect(state.length).toBeLessThan(400);
      if (letters.includes(query)) expect(state).toContain('只用了开头');
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(over).toBe(0);
    }
    await page.unroute(/\/search\/\?q=/);
    // As many plain letters as a server takes come through one.
    expect((await search(page, at, 'a'.repeat(10_000))).state).toContain('只用了开头');
    await page.setViewportSize({ width: 1280, height: 720 });
    expect(said).toEqual([]);
  });

  it('has said nothing in the console all the while', () => {
    expect(said).toEqual([]);
  });
});

describe('where something does not load', () => {
  let context: BrowserContext;
  let at: string;
  let leave: () => Promise<void>;

  beforeAll(async () => {
    ({ context, at, leave } = await visit(browser, sites.root));
  });
  afterAll(() => leave());

  it('the program, even if the table of names comes after that is known, the page says so and does not go on waiting', async () => {
    const tab = await context.newPage();
    await tab.route('**/pagefind/pagefind.js*', (route) => route.abort());
    await tab.route('**/search/table.json', async (route) => {
      await new Promise((done) => setTimeout(done, 300));
      await route.continue();
    });
    await tab.goto(`${at}/search/?q=五化`);
    await tab.getByText('检索没有加载成功').first().waitFor();
    await tab.waitForTimeout(700);
    const { state, indexShown, items } = await outcome(tab);
    expect(state).toContain('检索没有加载成功');
    expect([indexShown, items.length]).toEqual([true, 0]);
    await tab.close();
  });

  it('when the network goes while one types, the page says so, is announced, and works once it is back', async () => {
    const own = await browser.newContext();
    const tab = await own.newPage();
    await tab.goto(`${at}/search/`);
    await own.setOffline(true);
    await tab.locator('main input[type=search]').fill('五化');
    await tab.getByText('检索没有加载成功').first().waitFor();
    const { indexShown } = await outcome(tab);
    expect(indexShown).toBe(true);
    await tab.locator('#results [role=status]', { hasText: '检索没有加载成功' }).waitFor({ state: 'attached' });
    // A network that is back is noticed without the button.
    await own.setOffline(false);
    await tab.locator('main ol > li').first().waitFor();
    expect(exactOf((await outcome(tab)).items).length).toBe(holding('五化').length);
    await own.close();
  });

  it('the index that is offered can be walked: its jumps lead on, and the index stays', async () => {
    const tab = await context.newPage();
    await tab.route('**/search/table.json', (route) => route.abort());
    await search(tab, at, '五化');
    await tab.locator('#index a[href="#by-theme"]').click();
    await tab.waitForTimeout(500);
    await outcome(tab);
    expect(await tab.locator('#by-theme').isVisible()).toBe(true);
    const top = () => tab.locator('#by-theme').evaluate((head) => head.getBoundingClientRect().top);
    await expect.poll(async () => Math.abs(await top()), { timeout: 2_000 }).toBeLessThan(100);
    await tab.close();
  });
});

describe('while results come', () => {
  /** What counts as still: far less than what a reader would notice. */
  const STILL = 0.02;

  it.each([
    { width: 360, height: 740 },
    { width: 1280, height: 800 },
  ])('nothing moves at $width px, on a slow network', async (viewport) => {
    const served = await serve(sites.root);
    const context = await browser.newContext({ viewport });
    await context.addInitScript(() => {
      const shifts: { value: number; what: string }[] = [];
      Object.assign(window, { shifts });
      type Shift = PerformanceEntry & { value: number; sources: { node: Node | null }[] };
      new PerformanceObserver((list) => {
        for (const one of list.getEntries() as Shift[]) {
          const nodes = one.sources.map(({ node }) => {
            const element = node instanceof Element ? node : node?.parentElement;
            return `${element?.localName}.${element?.className}#${element?.id}`;
          });
          shifts.push({ value: one.value, what: nodes.join(' ') });
        }
      }).observe({ type: 'layout-shift', buffered: true });
    });
    const moved: unknown[] = [];
    for (const query of ['?q=书记工资', '?q=村&counties=hengdong', '?q=荆竹村现在人均收入多少', '?q=xyzzy']) {
      const tab = await context.newPage();
      const session = await context.newCDPSession(tab);
      await session.send('Network.emulateNetworkConditions', {
        offline: false,
        latency: 80,
        downloadThroughput: 400_000,
        uploadThroughput: 400_000,
      });
      await open(tab, `${served.origin}/search/${query}`);
      await tab.waitForTimeout(300);
      const shifts = () =>
        tab.evaluate(() => (window as unknown as { shifts: { value: number; what: string }[] }).shifts);
      const sumOf = (list: readonly { value: number }[]) => list.reduce((sum, { value }) => sum + value, 0);
      const seen = await shifts();
      if (sumOf(seen) > STILL) moved.push([query, seen]);
      if (query === '?q=书记工资') {
        // Something that does move is seen.
        await tab.evaluate(() => {
          const block = document.createElement('p');
          block.textContent = '推开';
          for (let i = 0; i < 12; i++) document.querySelector('main')?.prepend(block.cloneNode(true));
        });
        await expect.poll(async () => sumOf(await shifts())).toBeGreaterThan(STILL);
      }
      await tab.close();
    }
    await context.close();
    await served.close();
    expect(moved).toEqual([]);
  });
});

describe('the index', () => {
  it('weighs little enough to be loaded on a telephone: what a first search asks for is under 140 kB with gzip', async () => {
    const { page, at, leave } = await visit(browser, sites.root);
    const bodies: Promise<Buffer>[] = [];
    page.on('response', (response) => {
      const ours = /\/pagefind\/|\/search\/[^/]+\.json/.test(response.url());
      if (ours && response.ok()) bodies.push(response.body().catch(() => Buffer.alloc(0)));
    });
    await search(page, at, '书记工资');
    await quiet(page);
    const bytes = (await Promise.all(bodies)).reduce((sum, body) => sum + gzipSync(body).length, 0);
    expect(bytes).toBeGreaterThan(20_000);
    expect(bytes).toBeLessThan(140_000);
    await leave();
  });

  it('holds one record for each of the site’s, and the names of all counties and themes', () => {
    const entry = JSON.parse(readFileSync(join(sites.root, 'pagefind', 'pagefind-entry.json'), 'utf8'));
    expect(entry.languages).toMatchObject({ und: { page_count: RECORDS.length } });
    const table = JSON.parse(readFileSync(join(sites.root, 'search', 'table.json'), 'utf8'));
    const ids = (list: readonly string[][]) => list.map(([id]) => id);
    expect(ids(table.counties)).toEqual(ATLAS.counties.map(({ id }) => id));
    expect(ids(table.themes)).toEqual(ATLAS.themes.map(({ id }) => id));
    expect(table.name).toEqual(RECORDS.map(nameOf));
  });
});
