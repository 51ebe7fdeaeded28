import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launch } from '../../src/bench/browser.ts';
import { addressesOf, filesOf } from './built-site.ts';
import { checkLetters, checkMeasure } from './letter-checks.ts';
import { faultsOn } from './letters.ts';
import { type Visit, visit } from './visit.ts';

const sites = inject('sites');
let browser: Browser;
let root: Visit;

beforeAll(async () => {
  browser = await launch();
  root = await visit(browser, sites.root, { viewport: { width: 1280, height: 800 } });
});
afterAll(async () => {
  await root.leave();
  await browser.close();
});

describe('the type of every page', () => {
  // Other widths are looked at by the tests that take longer.
  it('keeps the rules of Chinese and a measure of 32 to 40 letters at 1280 px', async () => {
    for (const path of addressesOf(sites.root)) {
      await root.page.goto(root.at + path);
      await checkLetters(root.page, path);
      await checkMeasure(root.page, path, 1280);
    }
  });

  it('asks for no font and no picture', () => {
    const sheets = filesOf(sites.root).filter((file) => file.endsWith('.css'));
    expect(sheets.length).toBeGreaterThan(0);
    for (const file of sheets)
      expect(readFileSync(join(sites.root, file), 'utf8'), file).not.toMatch(/@font-face|url\(/);
  });
});

describe('the look at letters', () => {
  it('sees every fault where there is one', async () => {
    const free = await visit(browser, sites.root, { bypassCSP: true });
    await free.page.goto(`${free.at}/404.html`);
    await free.page.evaluate(() => {
      const put = (html: string, style: string) => {
        const one = document.createElement('p');
        one.setAttribute('style', style);
        one.innerHTML = html;
        document.querySelector('main')?.append(one);
      };
      put(
        '一二三四，五',
        'width: 4em; font: 20px monospace; line-break: anywhere; text-wrap: wrap; text-spacing-trim: space-all',
      );
      put(
        '<span class="figure"><span class="number" style="white-space: normal">12万余人</span><a class="mark">〔3〕</a></span>',
        'width: 3em',
      );
      put('写作 CSV 的"表"', '');
      put('斜的字', 'font-style: italic');
    });
    const faults = await faultsOn(free.page);
    await free.leave();
    expect(faults.breaks).toHaveLength(1);
    expect(faults.numbers).toEqual(['12万余人']);
    expect(faults.apart).toHaveLength(1);
    expect(faults.blanks).toHaveLength(2);
    expect(faults.quotes).toHaveLength(2);
    expect(faults.slanted).toEqual(['斜的字']);
  });
});

describe('stress', () => {
  it('is dots under Chinese letters and a slant in English', async () => {
    await root.page.goto(`${root.at}/about/`);
    const [chinese, english] = await root.page.evaluate(() => {
      const main = document.querySelector('main');
      main?.insertAdjacentHTML('beforeend', '<p><em>着重</em><em lang="en">stress</em></p>');
      return [...(main?.querySelectorAll('p:last-child em') ?? [])].map((one) => {
        const { fontStyle, textEmphasisStyle } = getComputedStyle(one);
        return { fontStyle, textEmphasisStyle };
      });
    });
    expect(chinese).toEqual({ fontStyle: 'normal', textEmphasisStyle: 'dot' });
    expect(english).toEqual({ fontStyle: 'italic', textEmphasisStyle: 'none' });
  });
});
