import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launch } from '../../src/bench/browser.ts';
import { BOX_AT_MOST } from '../../src/search/asked.ts';
import { serve } from './built-site.ts';
import { quiet } from './quiet.ts';
import { outcome, search } from './results-page.ts';
import { visit } from './visit.ts';
import { watch } from './watch.ts';

const sites = inject('sites');
/** So many hits are shown below a box at most, and then the way to all of them. */
const SHOWN = 8;

let browser: Browser;
let context: BrowserContext;
let page: Page;
let at: string;
let said: readonly string[];
let leave: () => Promise<void>;

beforeAll(async () => {
  browser = await launch();
  ({ context, page, at, said, leave } = await visit(browser, sites.root, { viewport: { width: 1280, height: 800 } }));
});
afterAll(async () => {
  await leave();
  await browser.close();
});

const boxOf = (tab: Page, form = 'header form.search') => tab.locator(`${form} input`);
const optionsOf = (tab: Page, form = 'header form.search') => tab.locator(`${form} [role=listbox] [role=option]`);

/** Types into a box and waits until the whole index has answered: then the last choice leads to all results. */
async function answered(tab: Page, query: string, form = 'header form.search'): Promise<void> {
  await boxOf(tab, form).pressSequentially(query, { delay: 20 });
  await tab.locator(`${form} [role=option].all`).waitFor();
}

/** What a screen reader is told of the box: whether its list is open, and which choice is active. */
async function stateOf(tab: Page): Promise<{ expanded: string | null; active: string | null; selected: string[] }> {
  return boxOf(tab).evaluate((box) => {
    const active = document.getElementById(box.getAttribute('aria-activedescendant') ?? '');
    const list = document.getElementById(box.getAttribute('aria-controls') ?? '');
    return {
      expanded: box.getAttribute('aria-expanded'),
      active: active?.getAttribute('href') ?? null,
      selected: [...(list?.querySelectorAll('[aria-selected=true]') ?? [])].map(
        (one) => one.getAttribute('href') ?? '',
      ),
    };
  });
}

describe('the keys', () => {
  it.each([['/'], ['Control+k'], ['Meta+k'], ['Control+K']])('%s lead to the box of any page', async (keys) => {
    for (const path of ['/about/', '/']) {
      await page.goto(at + path);
      await boxOf(page).evaluate((box: HTMLInputElement) => {
        box.value = '旧';
      });
      await page.keyboard.press(keys);
      const focused = await page.evaluate(() => {
        const box = document.activeElement as HTMLInputElement;
        return [box.name, box.value, box.selectionStart, box.selectionEnd];
      });
      // What stood there is selected, so that typing replaces it, and the key itself is not typed.
      expect(focused).toEqual(['q', '旧', 0, 1]);
    }
  });

  it('of a slash typed in a box are a slash', async () => {
    await page.goto(`${at}/about/`);
    await page.keyboard.press('/');
    await page.keyboard.type('3053元/月');
    expect(await boxOf(page).inputValue()).toBe('3053元/月');
  });

  it('lead to the one box that is seen on a small screen', async () => {
    const tab = await browser.newPage({ viewport: { width: 360, height: 740 } });
    await tab.goto(`${at}/`);
    expect(await tab.locator('form.search:visible').count()).toBe(1);
    await tab.keyboard.press('/');
    expect(await tab.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);
    await tab.close();
  });
});

describe('a search box', () => {
  it.each([
    ['/about/', 'header form.search'],
    ['/', 'main form.search'],
  ])('on %s answers while one types, with the same as the search page', async (path, form) => {
    await page.goto(at + path);
    await answered(page, '书记工资', form);
    const box = boxOf(page, form);
    expect(await box.getAttribute('aria-expanded')).toBe('true');
    expect(await box.getAttribute('role')).toBe('combobox');
    const shown = await optionsOf(page, form).evaluateAll((all) => all.map((one) => one.getAttribute('href')));
    const all = await optionsOf(page, form).last().textContent();
    const { items } = await search(page, at, '书记工资');
    expect(shown.slice(0, -1)).toEqual(items.slice(0, SHOWN).map(({ href }) => href));
    expect(shown.at(-1)).toContain(`/search/?q=${encodeURIComponent('书记工资')}`);
    expect(all).toBe(`全部${items.length}条结果`);
  });

  it('under a base path leads to addresses below it', async () => {
    const based = await serve(sites.based, '/atlas/');
    const tab = await browser.newPage();
    const heard = watch(tab);
    await tab.goto(`${based.origin}/atlas/about/`);
    await answered(tab, '书记工资');
    const links = await optionsOf(tab).evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).href));
    expect(links.filter((link) => !link.startsWith(`${based.origin}/atlas/`))).toEqual([]);
    await tab.keyboard.press('ArrowDown');
    await tab.keyboard.press('Enter');
    await tab.waitForURL(links[0] ?? '');
    expect(heard).toEqual([]);
    await tab.close();
    await based.close();
  });

  it('shows kind, county and date of each hit, the hit marked whole, and no more than eight', async () => {
    await page.goto(`${at}/about/`);
    await answered(page, '培训');
    expect(await optionsOf(page).count()).toBe(SHOWN + 1);
    for (const option of (await optionsOf(page).all()).slice(0, SHOWN)) {
      expect(await option.locator('.meta').textContent()).toMatch(
        /^(?:专题|术语|(?:做法|来源) · .+县 · .*20\d\d年.*)$/,
      );
      expect(new Set(await option.locator('mark').allTextContents())).toEqual(new Set(['培训']));
    }
  });

  it('tells looser hits from exact ones by a heading that says how it was read', async () => {
    await page.goto(`${at}/about/`);
    await answered(page, 'kaoshijieguo');
    const group = page.locator('header [role=listbox] [role=group]');
    expect(await group.count()).toBe(1);
    expect(await group.getAttribute('aria-label')).toContain('放宽以后（按拼音读作“考试结果”）');
    expect(await group.locator('.tier').isVisible()).toBe(true);
    expect(await optionsOf(page).first().getAttribute('href')).toBe('/counties/hengdong/#exam-as-basis');
  });

  it('says that nothing was found', async () => {
    await page.goto(`${at}/about/`);
    await boxOf(page).fill('xyzzy');
    await page.locator('header .hits', { hasText: '没有找到“xyzzy”' }).waitFor();
    expect(await optionsOf(page).count()).toBe(0);
  });

  it('is walked by the arrows, past the ends back to the box, and tells which choice is active', async () => {
    await page.goto(`${at}/about/`);
    await answered(page, '书记工资');
    const hrefs = await optionsOf(page).evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''));
    expect(await stateOf(page)).toEqual({ expanded: 'true', active: null, selected: [] });
    for (const href of hrefs) {
      await page.keyboard.press('ArrowDown');
      expect(await stateOf(page)).toEqual({ expanded: 'true', active: href, selected: [href] });
    }
    await page.keyboard.press('ArrowDown');
    expect(await stateOf(page)).toEqual({ expanded: 'true', active: null, selected: [] });
    await page.keyboard.press('ArrowUp');
    expect((await stateOf(page)).active).toBe(hrefs.at(-1));
    await page.keyboard.press('ArrowUp');
    expect((await stateOf(page)).active).toBe(hrefs.at(-2));
    // The focus stays in the box, so that one can go on typing.
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('q-header');
    expect(await boxOf(page).inputValue()).toBe('书记工资');
  });

  it('leads by Enter to the choice, and without one to the page of all results', async () => {
    await page.goto(`${at}/about/`);
    await answered(page, '书记工资');
    await page.keyboard.press('ArrowDown');
    const { active } = await stateOf(page);
    await page.keyboard.press('Enter');
    await page.waitForURL(at + active);
    await answered(page, '五化');
    await page.keyboard.press('Enter');
    await page.waitForURL(`${at}/search/?q=${encodeURIComponent('五化')}`);
    expect((await outcome(page)).items.length).toBeGreaterThan(5);
    await page.goto(`${at}/about/`);
    await answered(page, '五化');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await page.waitForURL(`${at}/search/?q=${encodeURIComponent('五化')}`);
  });

  it('can be used with the mouse', async () => {
    await page.goto(`${at}/about/`);
    await answered(page, '书记工资');
    const href = await optionsOf(page).nth(1).getAttribute('href');
    await optionsOf(page).nth(1).click();
    await page.waitForURL(at + href);
  });

  it('closes at Escape, and is left at the next; a press elsewhere closes it too', async () => {
    await page.goto(`${at}/about/`);
    await answered(page, '五化');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Escape');
    const list = page.locator('header [role=listbox]');
    expect(await list.isVisible()).toBe(false);
    expect(await stateOf(page)).toEqual({ expanded: 'false', active: null, selected: [] });
    expect(await boxOf(page).inputValue()).toBe('五化');
    await page.keyboard.press('ArrowDown');
    await list.waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
    await boxOf(page).focus();
    await list.waitFor();
    await page.locator('h1').click();
    expect(await list.isVisible()).toBe(false);
  });

  it('shows only what was asked for last, also where an earlier answer comes later', async () => {
    await page.goto(`${at}/about/`);
    await boxOf(page).focus();
    await boxOf(page).fill('党建');
    await boxOf(page).fill('书记工资');
    await page.locator('header [role=option].all').waitFor();
    await page.waitForTimeout(300);
    expect(await optionsOf(page).last().getAttribute('href')).toContain(encodeURIComponent('书记工资'));
    await boxOf(page).fill('');
    expect(await page.locator('header [role=listbox]').isVisible()).toBe(false);
  });

  it('asks nothing while a word is composed, and leaves its keys to the input method', async () => {
    const tab = await context.newPage();
    await tab.goto(`${at}/about/`);
    await boxOf(tab).focus();
    await quiet(tab);
    const asked: string[] = [];
    tab.on('request', (request) => asked.push(request.url()));
    const session = await context.newCDPSession(tab);
    for (const text of ['s', 'sh', 'shu', 'shuji']) {
      await session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
      await tab.waitForTimeout(80);
    }
    await tab.waitForTimeout(500);
    expect(asked).toEqual([]);
    expect(await tab.locator('header [role=listbox]').isVisible()).toBe(false);
    expect(await boxOf(tab).getAttribute('aria-expanded')).toBe('false');
    await session.send('Input.insertText', { text: '书记' });
    await tab.locator('header [role=option].all').waitFor();
    expect(await boxOf(tab).inputValue()).toBe('书记');
    await tab.close();
  });

  it('tells a screen reader once how much was found', async () => {
    await page.goto(`${at}/about/`);
    await boxOf(page).focus();
    await page.locator('header form [role=status]').waitFor({ state: 'attached' });
    await page.evaluate(() => {
      const heard: string[] = [];
      Object.assign(window, { heard });
      const status = document.querySelector('header form [role=status]') as Element;
      new MutationObserver(() => {
        if (status.textContent) heard.push(status.textContent);
      }).observe(status, { childList: true, characterData: true, subtree: true });
    });
    const heard = () => page.evaluate(() => (window as unknown as { heard: string[] }).heard);
    await boxOf(page).pressSequentially('村党组织书记', { delay: 90 });
    await expect.poll(heard, { timeout: 10_000 }).not.toEqual([]);
    await page.waitForTimeout(900);
    const all = await optionsOf(page).last().textContent();
    expect(await heard()).toEqual([`找到${/\d+/.exec(all ?? '')?.[0]}条，用上下键选择，回车打开。`]);
  });

  it('loads nothing before it is touched, and what it needs once it is', async () => {
    const tab = await context.newPage();
    const asked: string[] = [];
    tab.on('request', (request) => asked.push(new URL(request.url()).pathname));
    const ours = () => asked.filter((path) => /^\/pagefind\/|^\/search\/.*\.json|\/box\./.test(path));
    await tab.goto(`${at}/about/`);
    await quiet(tab);
    expect(ours()).toEqual([]);
    await boxOf(tab).focus();
    await expect.poll(ours).toEqual(expect.arrayContaining(['/search/table.json', '/pagefind/pagefind.js']));
    await tab.close();
  });

  it('has said nothing in the console all the while', () => {
    expect(said).toEqual([]);
  });
});

describe('a text that is pasted', () => {
  const PASTED = '五化'.repeat(16_000).concat('x'.repeat(68_000));

  it.each([
    ['/about/', 'header form.search', true],
    ['/about/', 'header form.search', false],
    ['/', 'main form.search', true],
    ['/search/', 'main form.search', true],
    ['/search/', 'main form.search', false],
  ])('of 100 kB into %s %s leads by Enter to the page of results (scripts: %s)', async (path, form, scripts) => {
    const own = await visit(browser, sites.root, {
      javaScriptEnabled: scripts,
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    const copying = await visit(browser, sites.root, { permissions: ['clipboard-read', 'clipboard-write'] });
    await copying.page.goto(`${copying.at}/about/`);
    await copying.page.evaluate((text) => navigator.clipboard.writeText(text), PASTED);
    await own.page.bringToFront();
    await own.page.goto(own.at + path);
    await boxOf(own.page, form).focus();
    await own.page.keyboard.press('Control+v');
    const asked = PASTED.slice(0, BOX_AT_MOST);
    expect(await boxOf(own.page, form).inputValue()).toBe(asked);
    const answers = own.page.waitForResponse((response) => response.url().includes('/search/?q='), { timeout: 5_000 });
    await own.page.keyboard.press('Enter');
    // Where scripts run, the search page does not leave itself.
    if (!(scripts && path === '/search/')) expect((await answers).status()).toBe(200);
    else answers.catch(() => {});
    await own.page.waitForURL(`${own.at}/search/?q=${encodeURIComponent(asked)}`);
    if (scripts) {
      const { state, field } = await outcome(own.page);
      expect([state.includes('五化五化'), field]).toEqual([true, asked]);
    } else expect(await own.page.locator('.unready').isVisible()).toBe(true);
    // The shortest that hosts take of an address with its method and headers is 8 kB.
    expect(own.page.url().length).toBeLessThan(2_000);
    expect(own.said).toEqual([]);
    await own.leave();
    await copying.leave();
  });
});

describe('a search box of which something does not load', () => {
  it.each([['search/table.json'], ['pagefind/pagefind.js'], ['*.pf_meta'], ['*.pf_index']])(
    'says so without %s, still leads to the search page, and answers once it is there',
    async (file) => {
      const tab = await context.newPage();
      await tab.route(`**/${file}*`, (route) => route.abort());
      await tab.goto(`${at}/about/`);
      await boxOf(tab).fill('五化');
      await tab.locator('header .hits', { hasText: '检索没有加载成功' }).waitFor();
      await tab.unroute(`**/${file}*`);
      await boxOf(tab).fill('五化建设');
      await tab.locator('header [role=option].all').waitFor();
      await tab.keyboard.press('Enter');
      await tab.waitForURL(/\/search\/\?q=/);
      expect((await outcome(tab)).items.length).toBeGreaterThan(0);
      await tab.close();
    },
  );

  it('is a plain form without its script', async () => {
    const tab = await context.newPage();
    await tab.route('**/_astro/box.*.js', (route) => route.abort());
    await tab.goto(`${at}/about/`);
    await boxOf(tab).fill('五化');
    await tab.keyboard.press('Enter');
    await tab.waitForURL(`${at}/search/?q=${encodeURIComponent('五化')}`);
    expect((await outcome(tab)).items.length).toBeGreaterThan(0);
    await tab.close();
  });

  it('says so when the network goes', async () => {
    const own = await browser.newContext();
    const tab = await own.newPage();
    await tab.goto(`${at}/about/`);
    await boxOf(tab).focus();
    await quiet(tab);
    await own.setOffline(true);
    await boxOf(tab).fill('村党组织书记');
    await tab.locator('header .hits', { hasText: '检索没有加载成功' }).waitFor();
    await own.setOffline(false);
    await boxOf(tab).fill('村党组织');
    await tab.locator('header [role=option].all').waitFor();
    await own.close();
  });
});

describe('the list below a box', () => {
  it.each([
    ['/about/', 'header form.search'],
    ['/', 'main form.search'],
  ])('fits a screen of 360 px on %s', async (path, form) => {
    const tab = await browser.newPage({ viewport: { width: 360, height: 740 } });
    await tab.goto(at + path);
    await answered(tab, '培训', form);
    const { left, right, over, cut } = await tab.locator(`${form} [role=listbox]`).evaluate((list) => {
      const box = list.getBoundingClientRect();
      return {
        left: box.left,
        right: box.right,
        over: document.documentElement.scrollWidth - document.documentElement.clientWidth,
        cut: list.scrollWidth - list.clientWidth,
      };
    });
    expect(left).toBeGreaterThanOrEqual(0);
    expect(right).toBeLessThanOrEqual(360);
    expect([over, cut]).toEqual([0, 0]);
    const heights = await optionsOf(tab, form).evaluateAll((all) => all.map((one) => one.clientHeight));
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(24);
    await tab.close();
  });

  const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

  it.each(['light', 'dark'] as const)(
    'has nothing that axe finds wrong while it is open, in %s',
    async (colorScheme) => {
      const free = await browser.newContext({ bypassCSP: true, colorScheme, viewport: { width: 1280, height: 800 } });
      const tab = await free.newPage();
      const found: string[] = [];
      for (const [query, done] of [
        ['书记工资', '.all'],
        ['kaoshijieguo', '.all'],
        ['xyzzy', 'p'],
      ]) {
        await tab.goto(`${at}/about/`);
        await boxOf(tab).fill(query ?? '');
        await tab.locator(`header .hits ${done}`).waitFor();
        if (done === '.all') await tab.keyboard.press('ArrowDown');
        await tab.evaluate(source);
        const { violations } = await tab.evaluate(
          async (options) => {
            const { axe } = window as unknown as { axe: { run: (options: RunOptions) => Promise<AxeResults> } };
            return axe.run(options);
          },
          { resultTypes: ['violations'] } satisfies RunOptions,
        );
        for (const { id, nodes } of violations) {
          found.push(
            `${query} ${id}: ${nodes.map(({ target, failureSummary }) => `${target} ${failureSummary}`).join(' ')}`,
          );
        }
      }
      await free.close();
      expect(found).toEqual([]);
    },
  );
});
