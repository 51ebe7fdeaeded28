import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { currentAtlas } from '../../src/atlas/current.ts';
import { launch } from '../../src/bench/browser.ts';
import { addressesOf, onePerKind } from './built-site.ts';
import { bringAll } from './focus-walk.ts';
import { type Visit, visit } from './visit.ts';

const sites = inject('sites');
const { counties, themes } = currentAtlas();
const county = counties.find(({ id }) => id === 'dongan') ?? counties[0];
const figure = county?.figures[0];
const last = themes.at(-1);
if (!county || !figure || !last) throw new Error('nothing to go to');
const row = `${county.url}#fig-${figure.id}`;

let browser: Browser;
let site: Visit;
let tab: Page;

beforeAll(async () => {
  browser = await launch();
  site = await visit(browser, sites.root, { viewport: { width: 1280, height: 800 } });
});
afterAll(async () => {
  await site.leave();
  await browser.close();
});
// Each with a history of its own.
beforeEach(async () => {
  tab = await site.context.newPage();
});
afterEach(async () => {
  await tab.close();
});

/** Goes on by the mark that `selector` gives, as by key, and says where it leads. */
async function press(selector: string): Promise<string> {
  const mark = tab.locator(selector).first();
  const to = await mark.evaluate((one) => (one as HTMLAnchorElement).href);
  await mark.focus();
  await mark.evaluate((one) => one.setAttribute('data-pressed', ''));
  await tab.keyboard.press('Enter');
  await tab.waitForURL(to);
  expect(await tab.locator('tr:target').count()).toBe(1);
  return to;
}

/** What has the focus, told by where it leads and which of all the marks of the page it is; and whether it is on the screen. */
const focused = () =>
  tab.evaluate(() => {
    const one = document.activeElement as HTMLAnchorElement;
    const marks = [...document.querySelectorAll('a.mark')];
    const { top, bottom } = one.getBoundingClientRect();
    return { href: one.href, nth: marks.indexOf(one), seen: bottom > 0 && top < innerHeight };
  });

/** Presses Esc and gives it time to lead somewhere. */
async function pressEsc(): Promise<string> {
  await tab.keyboard.press('Escape');
  await tab.waitForTimeout(400);
  return tab.url();
}

/** A page of another site that leads to an address of this one, and says or does not say where one comes from. */
async function comeFromElsewhere(to: string, rel: string): Promise<void> {
  await tab.route('http://elsewhere.test/**', (route) =>
    route.fulfill({ contentType: 'text/html', body: `<!doctype html><a rel="${rel}" href="${site.at}${to}">去</a>` }),
  );
  await tab.goto('http://elsewhere.test/');
  await tab.locator('a').click();
  await tab.waitForURL(`${site.at}${to}`);
}

describe('Esc leads back to the mark by which one came', () => {
  const toRows = 'main a.mark[href*="#fig-"], main a.mark[href*="/sources/"]';
  const paths = onePerKind([...addressesOf(sites.root), county.url, '/indicators/class-size/', '/themes/poverty/']);

  it('from every kind of page that has marks, and it has the focus and is seen', async () => {
    const tried: string[] = [];
    for (const path of paths) {
      await tab.goto(site.at + path);
      await bringAll(tab);
      const marks = await tab.locator(toRows).count();
      if (marks === 0) continue;
      tried.push(path);
      // One far down, where the page has to be scrolled.
      const mark = tab.locator(toRows).nth(Math.floor(marks * 0.9));
      await mark.focus();
      const before = await focused();
      const scrolled = await tab.evaluate(() => scrollY);
      await tab.keyboard.press('Enter');
      await tab.waitForURL(before.href);
      expect(await tab.locator('tr:target').count(), path).toBe(1);
      await tab.keyboard.press('Escape');
      await tab.waitForURL(site.at + path);
      if (path === '/compare/side-by-side/') {
        // There the tables before it are not on the page again, so its number among all marks is another.
        await expect.poll(focused, { message: path }).toMatchObject({ href: before.href, seen: true });
        continue;
      }
      await expect.poll(focused, { message: path }).toEqual({ ...before, seen: true });
      expect(Math.abs((await tab.evaluate(() => scrollY)) - scrolled), path).toBeLessThan(50);
    }
    for (const path of ['/', '/counties/', county.url, '/themes/poverty/', '/indicators/class-size/', '/compare/'])
      expect(tried).toContain(path);
    for (const path of ['/compare/side-by-side/', '/questions/', '/timeline/', '/changes/'])
      expect(tried).toContain(path);
    expect(
      tried.some((path) => path.startsWith('/sources/')),
      tried.join(),
    ).toBe(true);
  });

  it('where the same number stands in several tables that are fetched, in the one where one was', async () => {
    await tab.goto(`${site.at}/compare/side-by-side/`);
    await bringAll(tab);
    await press(`section[data-theme="${last.id}"] .room a.mark`);
    await tab.keyboard.press('Escape');
    await expect
      .poll(() => tab.evaluate(() => document.activeElement?.closest<HTMLElement>('[data-theme]')?.dataset.theme))
      .toBe(last.id);
    expect((await focused()).seen).toBe(true);
  });

  it('to a table that is fetched again, once, whatever becomes of it and of those above, unless one went elsewhere', async () => {
    const [, above] = themes;
    const mark = `section[data-theme="${last.id}"] .room a.mark`;
    const section = tab.locator(`section[data-theme="${last.id}"]`);
    const asked: string[] = [];
    tab.on('request', (request) => asked.push(new URL(request.url()).pathname));
    for (const which of [above, last]) {
      await tab.goto(`${site.at}/compare/side-by-side/`);
      await bringAll(tab);
      const start = await press(mark);
      await tab.route(`**${which?.url}`, async (route) => {
        // After all others.
        await new Promise((resolve) => setTimeout(resolve, 700));
        await route.abort();
      });
      asked.length = 0;
      await tab.keyboard.press('Escape');
      await tab.locator(`section[data-theme="${which?.id}"] .room`, { hasText: '没有取到' }).waitFor();
      await expect.poll(() => section.evaluate((one) => one.getBoundingClientRect().top < innerHeight)).toBe(true);
      if (which === above) await expect.poll(focused).toMatchObject({ href: start, seen: true });
      // Where one has come to what failed it is asked for once more, and no further.
      await tab.waitForTimeout(500);
      expect(asked.filter((path) => path === which?.url).length).toBeLessThanOrEqual(2);
      expect(asked.filter((path) => path.startsWith('/themes/')).length).toBeLessThanOrEqual(themes.length);
      await tab.unroute(`**${which?.url}`);
    }
    await tab.goto(`${site.at}/compare/side-by-side/`);
    await bringAll(tab);
    await press(mark);
    await tab.route(`**${above?.url}`, async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 700));
      await route.continue();
    });
    await tab.keyboard.press('Escape');
    await tab.waitForURL('**/compare/side-by-side/');
    await tab.locator(`section[data-theme="${above?.id}"] .room[aria-busy]`).waitFor();
    await tab.mouse.wheel(0, 100);
    await tab.locator(`section[data-theme="${above?.id}"] .side`).waitFor();
    await section.locator('.side').waitFor();
    expect(await tab.evaluate(() => document.activeElement?.matches('a.mark'))).toBe(false);
    await tab.unrouteAll();
  });

  it('twice where one went on from the row to the paragraph, after each was loaded anew, and reading goes on in the row', async () => {
    await tab.goto(site.at + county.url);
    const start = await press('section.initiative p .figure a.mark');
    await tab.keyboard.press('Tab');
    expect(await tab.evaluate(() => document.activeElement?.closest('tr')?.matches(':target'))).toBe(true);
    const place = await press('tr:target td:last-child a.mark');
    await tab.reload();
    expect(await pressEsc()).toBe(start);
    expect(await focused()).toMatchObject({ href: place, seen: true });
    await tab.reload();
    expect(await pressEsc()).toBe(site.at + county.url);
    expect(await focused()).toMatchObject({ href: start, seen: true });
    // And no further.
    expect(await pressEsc()).toBe(site.at + county.url);
  });

  it('from another page’s mark too, when one has looked elsewhere in between', async () => {
    await tab.goto(`${site.at}/questions/`);
    const to = await press('main a.mark');
    await tab.locator('.contents a').last().click();
    expect(await pressEsc()).not.toBe(to);
    await tab.goBack();
    expect(tab.url()).toBe(to);
    // What was pressed there was no mark.
    expect(await tab.evaluate(() => document.activeElement?.matches('a.mark'))).toBe(false);
    expect(await pressEsc()).toBe(`${site.at}/questions/`);
  });

  it('and stays where one is in the box of the search', async () => {
    await tab.goto(site.at + county.url);
    const to = await press('section.initiative p .figure a.mark');
    await tab.keyboard.press('/');
    expect(await tab.evaluate(() => document.activeElement?.tagName)).toBe('INPUT');
    expect(await pressEsc()).toBe(to);
  });
});

describe('Esc does not lead away where no mark of this tab led to', () => {
  it.each(['noreferrer', 'external'])('from another site (%s), whatever else one does on the page', async (rel) => {
    await comeFromElsewhere(row, rel);
    expect(await pressEsc()).toBe(site.at + row);
    await tab.locator('.contents a').last().click();
    await tab.waitForURL((url) => !url.href.endsWith(row));
    await tab.goBack();
    expect(await pressEsc()).toBe(site.at + row);
    await tab.reload();
    expect(await pressEsc()).toBe(site.at + row);
  });

  it('by a mark that leads to where one is already', async () => {
    await comeFromElsewhere(row, 'noreferrer');
    await press(`a.mark[href="#fig-${figure.id}"]`);
    expect(await pressEsc()).toBe(site.at + row);
    await tab.reload();
    expect(await pressEsc()).toBe(site.at + row);
  });

  it('by a mark that one has pressed here before, when one went to another site and came back from there', async () => {
    await tab.goto(site.at + county.url);
    await press(`a.mark[href="#fig-${figure.id}"]`);
    await tab.goBack();
    await comeFromElsewhere(row, 'noreferrer');
    expect(await pressEsc()).toBe(site.at + row);
  });

  it('by a link of this site that is no mark', async () => {
    await tab.goto(`${site.at}/report/${county.id}/`);
    await tab.locator(`main li[id="fig-${figure.id}"] a.record`).click();
    await tab.waitForURL(site.at + row);
    expect(await pressEsc()).toBe(site.at + row);
  });

  it('in a tab that a mark has opened, which has nothing before it; but from there on, marks lead back', async () => {
    await tab.goto(`${site.at}/questions/`);
    const opened = site.context.waitForEvent('page');
    const mark = tab.locator('main a.mark').first();
    // In front, since of a tab that opens behind the browser without windows does not always tell.
    await mark.evaluate((one) => one.setAttribute('target', '_blank'));
    await mark.click();
    await tab.close();
    tab = await opened;
    await tab.waitForLoadState();
    const there = tab.url();
    expect(there).toContain('#fig-');
    expect(await pressEsc()).toBe(there);
    await press('tr:target td:last-child a.mark');
    expect(await pressEsc()).toBe(there);
  });
});
