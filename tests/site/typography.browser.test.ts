import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { addressesOf, filesOf, onePerKind } from './built-site.ts';
import { checkLetters, checkMeasure } from './letter-checks.ts';
import { faultsOn, measuresOn } from './letters.ts';
import { visit } from './visit.ts';
import { visiting } from './visiting.ts';

const sites = inject('sites');
const site = visiting(sites.root, { viewport: { width: 1280, height: 800 } });

describe('the type of every page', () => {
  // On a phone one page of each kind; every page and the widths between are looked at by the tests that take longer.
  it.each([
    { width: 1280, paths: addressesOf(sites.root) },
    { width: 360, paths: onePerKind(addressesOf(sites.root)) },
  ])('keeps the rules of Chinese and a measure of 32 to 40 letters at $width px', async ({ width, paths }) => {
    expect(paths.length).toBeGreaterThan(15);
    await site.root.page.setViewportSize({ width, height: 800 });
    for (const path of paths) {
      await site.root.page.goto(site.root.at + path);
      await checkLetters(site.root.page, path);
      await checkMeasure(site.root.page, path, width);
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
    const free = await visit(site.browser, sites.root, { bypassCSP: true });
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
      put('每期<b>52.1</b>人次/期', 'width: 4.5em; font: 20px monospace');
      put('写作 CSV 的"表"', '');
      put('斜的字', 'font-style: italic');
    });
    const faults = await faultsOn(free.page);
    await free.leave();
    expect(faults.breaks).toHaveLength(1);
    expect(faults.numbers).toEqual(['12万余人']);
    // In the number too that is broken.
    expect(faults.units).toEqual(['12万|余人', '52.1人|次/期']);
    expect(faults.apart).toHaveLength(1);
    expect(faults.blanks).toHaveLength(2);
    expect(faults.quotes).toHaveLength(2);
    expect(faults.slanted).toEqual(['斜的字']);
  });
});

describe('the look at lines', () => {
  it.each([
    ['an item', '<ul><li>LONG</li></ul>'],
    ['an answer', '<dl><dt>问</dt><dd>LONG</dd></dl>'],
    ['a cell', '<table><tr><td>LONG</td></tr></table>'],
    ['what stands beside the text', '<aside>LONG</aside>'],
    ['a text in smaller letters than its paragraph', '<p><span style="font-size: 0.5em">LONG</span></p>'],
  ])('sees that %s has more than 40 letters', async (_, html) => {
    const free = await visit(site.browser, sites.root, { bypassCSP: true, viewport: { width: 1280, height: 800 } });
    await free.page.goto(`${free.at}/404.html`);
    const before = await measuresOn(free.page);
    await free.page.evaluate(
      (put) => {
        const main = document.querySelector<HTMLElement>('main');
        main?.insertAdjacentHTML('beforeend', `<div id="put">${put}</div>`);
        for (const one of document.querySelectorAll<HTMLElement>('#put *')) one.style.maxWidth = 'none';
      },
      html.replace('LONG', '长'.repeat(90)),
    );
    const after = await measuresOn(free.page);
    await free.leave();
    expect(before.filter(({ longest }) => longest > 40.5)).toEqual([]);
    expect(after.filter(({ longest, text }) => longest > 40.5 && text.startsWith('长'))).toHaveLength(1);
  });
});

describe('stress', () => {
  it('is dots under Chinese letters and a slant in English', async () => {
    await site.root.page.goto(`${site.root.at}/about/`);
    const [chinese, english] = await site.root.page.evaluate(() => {
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
