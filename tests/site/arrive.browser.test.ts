import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { currentAtlas } from '../../src/atlas/current.ts';
import { launch } from '../../src/bench/browser.ts';
import { searchRecords } from '../../src/search/records.ts';
import { serve } from './built-site.ts';
import { plainOf } from './plain.ts';
import { quiet } from './quiet.ts';
import { search } from './results-page.ts';
import { visit } from './visit.ts';

const sites = inject('sites');
const RECORDS = searchRecords(currentAtlas());

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

/** Follows the result of a query that leads to an address, and waits until the page has said how much it marked. */
async function follow(query: string, href: string): Promise<void> {
  await search(page, at, query);
  await page.locator(`main ol > li h3 a[href="${href}"]`).click();
  await page.waitForURL(at + href);
  await page.locator('.found-note').waitFor();
}

/** The marked stretches of the page; pieces of one hit that stand in several elements are one. */
function marksOf(tab: Page): Promise<string[]> {
  return tab.evaluate(() => {
    const beside = '.mark, .doubt, .unseen';
    const walker = document.createTreeWalker(document.querySelector('main') as Element, NodeFilter.SHOW_TEXT);
    const hits: string[] = [];
    let open = false;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.textContent ?? '';
      const parent = node.parentElement;
      if (text.trim() === '' || parent?.closest(beside)) continue;
      const marked = parent?.closest('mark.found') !== null;
      if (marked && open) hits.push((hits.pop() ?? '') + text);
      else if (marked) hits.push(text);
      open = marked;
    }
    return hits;
  });
}

const bodyOf = (tab: Page) => tab.locator('main').evaluate((main) => main.innerHTML);
const gone = async (tab: Page) => (await tab.locator('mark.found, .found-note').count()) === 0;

/** The page as it is for one who does not come from a search. */
async function plainly(href: string): Promise<string> {
  const tab = await context.newPage();
  await tab.goto(at + href);
  const body = await bodyOf(tab);
  await tab.close();
  return body;
}

/** A number and the letters behind its mark, and letters around the edge of a link, as they stand on a county’s page. */
async function acrossElements(): Promise<{ number: string; link: string; url: string; linkUrl: string }> {
  const county = '/counties/hengdong/';
  await page.goto(at + county);
  const pieces = await page.evaluate(() => {
    const sections = [...document.querySelectorAll('section.initiative')];
    const numbers = sections.flatMap((section) =>
      [...section.querySelectorAll('p .figure, p .number')].map((one) => {
        const figure = one.closest('.figure') ?? one;
        const number = (figure.querySelector('.number') ?? figure).textContent ?? '';
        let after = figure.nextSibling;
        while (after instanceof Element && after.matches('.mark, .doubt')) after = after.nextSibling;
        return { id: section.id, text: `${number}${(after?.textContent ?? '').slice(0, 3)}`, tail: after?.textContent };
      }),
    );
    const links = sections.flatMap((section) =>
      [...section.querySelectorAll('p a:not(.mark)')].map((one) => ({
        id: section.id,
        text: (one.previousSibling?.textContent ?? '').slice(-2) + (one.textContent ?? '').slice(0, 3),
        tail: one.previousSibling?.textContent,
      })),
    );
    return { numbers, links };
  });
  const good = ({ id, text, tail }: { id: string; text: string; tail?: string | null | undefined }) => {
    const record = RECORDS.find(({ url }) => url === `${county}#${id}`);
    // It runs over the edge, and the search finds it in the record.
    const whole = /^[\p{L}\p{N}.%]{5,}$/u.test(text) && (tail?.length ?? 0) > 2;
    return whole && (record?.fields.some((field) => plainOf(field.text).includes(plainOf(text))) ?? false);
  };
  const number = pieces.numbers.find(good);
  const link = pieces.links.find(good);
  if (!number || !link) throw new Error(`nothing runs over an edge: ${JSON.stringify(pieces).slice(0, 500)}`);
  return { number: number.text, url: `${county}#${number.id}`, link: link.text, linkUrl: `${county}#${link.id}` };
}

describe('a result leads to its record', () => {
  it.each([
    ['书记工资', '/counties/hengdong/#secretary-pay-standard'],
    ['3053元/月', '/counties/hengdong/#secretary-pay-standard'],
    ['误工补贴', '/terms/#work-loss-allowance'],
    ['误工补贴', '/counties/shaoyang/#appraisal-consequences'],
    ['述职', '/themes/accountability/'],
    ['10107', '/counties/chongyang/#relocation'],
    ['３０５３元／月', '/indicators/village-secretary-pay/'],
  ])('of “%s” at %s: in view, with every hit marked and the address as it was', async (query, href) => {
    await follow(query, href);
    expect(page.url()).toBe(at + href);
    const marks = await marksOf(page);
    expect(marks.length).toBeGreaterThan(0);
    for (const mark of marks) expect(plainOf(mark)).toBe(plainOf(query));
    expect(await page.locator('.found-note [role=status]').textContent()).toBe(`已标出${marks.length}处`);
    const id = new URL(page.url()).hash.slice(1);
    if (id === '') return;
    // In the record that was looked for, and nowhere else.
    expect(await page.locator('mark.found').count()).toBe(await page.locator(`[id="${id}"] mark.found`).count());
    const seen = () =>
      page.locator(`[id="${id}"]`).evaluate((record) => {
        const { top, bottom } = record.getBoundingClientRect();
        return top < innerHeight && bottom > 0 && top >= -1;
      });
    await expect.poll(seen).toBe(true);
  });

  it('marks every place of the record that holds it, as many as its text has', async () => {
    const href = '/counties/hengdong/#secretary-pay-standard';
    await follow('书记', href);
    const text = await page.locator('#secretary-pay-standard').evaluate((section) => {
      const copy = section.cloneNode(true) as Element;
      for (const beside of copy.querySelectorAll('.mark, .doubt, .unseen')) beside.remove();
      return copy.textContent ?? '';
    });
    expect((await marksOf(page)).length).toBe(text.split('书记').length - 1);
  });

  it('where a hit runs over a figure’s mark or a link, it is marked in each of the elements', async () => {
    const { number, url, link, linkUrl } = await acrossElements();
    for (const [query, href] of [
      [number, url],
      [link, linkUrl],
    ] as const) {
      await follow(query, href);
      const marks = await marksOf(page);
      expect(marks.map(plainOf), href).toContain(plainOf(query));
      expect(await page.locator('mark.found').count(), query).toBeGreaterThan(marks.length);
      // The mark of the figure and the link still work.
      const body = await plainly(href);
      await page.keyboard.press('Escape');
      expect(await bodyOf(page), query).toBe(body);
    }
  });

  it('of a loosened query marks what it was read as', async () => {
    await follow('kaoshijieguo', '/counties/hengdong/#exam-as-basis');
    expect(new Set((await marksOf(page)).map(plainOf))).toEqual(new Set(['考试结果']));
  });

  it('of a query in several words marks each of them', async () => {
    await follow('工资 书记', '/counties/hengdong/#secretary-pay-standard');
    const marks = new Set(await marksOf(page));
    // Where both stand side by side they are one stretch.
    for (const word of ['工资', '书记']) expect([...marks].some((mark) => mark.includes(word))).toBe(true);
    for (const mark of marks) expect(mark.replaceAll('工资', '').replaceAll('书记', '')).toBe('');
  });

  it('under a base path marks it too', async () => {
    const based = await serve(sites.based, '/atlas/');
    const tab = await browser.newPage();
    await search(tab, `${based.origin}/atlas`, '书记工资');
    await tab.locator('main ol > li h3 a').first().click();
    await tab.locator('mark.found').first().waitFor();
    expect(tab.url()).toBe(`${based.origin}/atlas/counties/hengdong/#secretary-pay-standard`);
    await tab.close();
    await based.close();
  });
});

describe('the marks', () => {
  const HREF = '/counties/hengdong/#secretary-pay-standard';

  it('are taken away by the button, which leaves the page as it is without them', async () => {
    const body = await plainly(HREF);
    await follow('书记', HREF);
    expect(await bodyOf(page)).not.toBe(body);
    await page.getByRole('button', { name: '去掉标记' }).click();
    expect(await gone(page)).toBe(true);
    expect(await bodyOf(page)).toBe(body);
    expect(page.url()).toBe(at + HREF);
  });

  it('are taken away by Escape, which then does nothing more', async () => {
    await follow('书记', HREF);
    const state = () => page.evaluate(() => [window.scrollY, document.querySelector('main')?.textContent]);
    const before = await state();
    await page.keyboard.press('Escape');
    expect(await gone(page)).toBe(true);
    expect(await state()).toEqual(before);
    // No text is left in pieces: what was one node is one again.
    expect(
      await page.evaluate(() => {
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        let pieces = 0;
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          if (node.nextSibling?.nodeType === Node.TEXT_NODE || node.nodeValue === '') pieces += 1;
        }
        return pieces;
      }),
    ).toBe(0);
  });

  it('are not there for one who reloads, comes back, opens the address, or follows a link to it', async () => {
    await follow('书记', HREF);
    await page.reload();
    await quiet(page);
    expect(await gone(page)).toBe(true);
    await page.goto(`${at}/about/`);
    await page.goto(at + HREF);
    await quiet(page);
    expect(await gone(page)).toBe(true);
    await page.goto(`${at}/search/`);
    await page.locator(`#by-initial ~ .group a[href="${HREF}"]`).click();
    await page.waitForURL(at + HREF);
    await quiet(page);
    expect(await gone(page)).toBe(true);
  });

  it('are for the record that was chosen only: another page in between forgets them', async () => {
    await search(page, at, '书记');
    // The result is followed, but the reader turns off before it has come.
    await page.evaluate((href) => {
      const link = document.querySelector<HTMLAnchorElement>(`main ol > li h3 a[href="${href}"]`);
      link?.addEventListener('click', (event) => event.preventDefault());
      link?.click();
    }, HREF);
    await page.goto(`${at}/about/`);
    await quiet(page);
    expect(await gone(page)).toBe(true);
    await page.goto(at + HREF);
    await quiet(page);
    expect(await gone(page)).toBe(true);
  });

  it('are there from the box in the header too', async () => {
    await page.goto(`${at}/about/`);
    await page.keyboard.press('/');
    await page.keyboard.type('书记工资');
    await page.locator('header [role=option].all').waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(at + HREF);
    await page.locator('.found-note').waitFor();
    expect(new Set(await marksOf(page))).toEqual(new Set(['书记工资']));
  });

  it('are there too when the record is on the page that one is on, and are not kept for a reload', async () => {
    await page.goto(`${at}/counties/hengdong/`);
    await page.keyboard.press('/');
    await page.keyboard.type('书记工资');
    await page.locator('header [role=option].all').waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(at + HREF);
    const found = page.locator('.found-note');
    await found.waitFor({ timeout: 3_000 }).catch(() => {});
    const marked = await found.count();
    await page.reload();
    await quiet(page);
    expect({ marked, afterReload: await found.count() }).toEqual({ marked: 1, afterReload: 0 });
  });

  it('and their note fit a screen of 360 px', async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    await follow('书记', HREF);
    const box = await page.locator('.found-note').boundingBox();
    expect(box && box.x >= 0 && box.x + box.width <= 360).toBe(true);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(over).toBe(0);
    await page.setViewportSize({ width: 1280, height: 800 });
  });

  it('have said nothing in the console all the while', () => {
    expect(said).toEqual([]);
  });
});
