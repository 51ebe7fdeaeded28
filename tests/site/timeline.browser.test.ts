import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { currentAtlas } from '../../src/atlas/current.ts';
import { launch } from '../../src/bench/browser.ts';
import { rowOf, timeOf } from '../../src/compare/timeline.ts';
import { countsInWords } from '../../src/i18n/timeline-words.ts';
import { type Served, serve } from './built-site.ts';
import { quiet } from './quiet.ts';

const sites = inject('sites');
const { counties } = currentAtlas();
const SIZES = [
  { width: 1280, height: 800 },
  { width: 360, height: 740 },
  { width: 320, height: 640 },
] as const;

let browser: Browser;
let root: Served;
let page: Page;

beforeAll(async () => {
  browser = await launch();
  root = await serve(sites.root);
  page = await browser.newPage({ viewport: SIZES[0] });
});
afterAll(async () => {
  await browser.close();
  await root.close();
});

async function open(size: (typeof SIZES)[number] = SIZES[0]): Promise<void> {
  await page.setViewportSize(size);
  await page.goto(`${root.origin}/timeline/`);
}

/** The drawings of the lanes that are shown. */
const shown = () => page.locator('.t-chart:visible');

describe('the timeline', () => {
  it.each(SIZES)('fits a screen of $width px, with one drawing to a county', async (size) => {
    await open(size);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(over).toBe(0);
    expect(await shown().count()).toBe(counties.length);
    // What a screen reader meets is what is seen: the other drawing is no part of the tree.
    expect(await page.getByRole('group', { name: '各县注有时间的做法和数据' }).count()).toBe(counties.length);
    // Nothing sticks out at either side, where it could not be scrolled to.
    const out = await shown().evaluateAll((charts) =>
      charts.flatMap((chart) =>
        [...chart.querySelectorAll('text, rect')]
          .map((one) => ({ word: one.textContent, box: one.getBoundingClientRect() }))
          .filter(({ box }) => box.left < 0 || box.right > innerWidth)
          .map(({ word }) => word),
      ),
    );
    expect(out).toEqual([]);
  });

  it.each(SIZES)('draws no label over another or over another mark at $width px', async (size) => {
    await open(size);
    const met = await shown().evaluateAll((charts) =>
      charts.flatMap((chart) => {
        const boxes = [...chart.querySelectorAll('a')].map((link) => {
          const rects = [...link.querySelectorAll('text, .t-hit')].map((one) => one.getBoundingClientRect());
          const left = Math.min(...rects.map((rect) => rect.left));
          return { name: link.textContent, left, right: Math.max(...rects.map((rect) => rect.right)), rects };
        });
        const rowOf = (rects: DOMRect[]) => Math.round((rects[0]?.top ?? 0) + (rects[0]?.height ?? 0) / 2);
        return boxes.flatMap((a, i) =>
          boxes
            .slice(i + 1)
            .filter((b) => rowOf(a.rects) === rowOf(b.rects) && a.left < b.right && b.left < a.right)
            .map((b) => `${a.name} | ${b.name}`),
        );
      }),
    );
    expect(met).toEqual([]);
  });

  it.each([SIZES[0], SIZES[1]])(
    'leads from every mark to its row at $width px, and every row has one mark',
    async (size) => {
      await open(size);
      const found = await shown().evaluateAll((charts) =>
        charts.flatMap((chart) =>
          [...chart.querySelectorAll('a')].map((link) => {
            const href = link.getAttribute('href') ?? '';
            const target = document.getElementById(href.slice(1));
            const title = link.querySelector('title')?.textContent ?? '';
            return { href, tag: target?.tagName, time: target?.querySelector('td')?.textContent ?? '', title };
          }),
        ),
      );
      const marks = found.filter(({ tag }) => tag !== 'H2');
      expect(marks.filter(({ tag }) => tag !== 'TR')).toEqual([]);
      expect(marks.filter(({ time, title }) => !time || !title.startsWith(time))).toEqual([]);
      expect(new Set(marks.map(({ href }) => href)).size).toBe(marks.length);
      // The other links lead to the reports' counties.
      expect(found.length - marks.length).toBe(counties.flatMap(({ sources }) => sources).length);
      // A row without a mark of its own is named by the mark of its group.
      const titles = found.map(({ title }) => title).join('\n');
      for (const county of counties) {
        for (const { name } of county.initiatives.filter(timeOf)) expect(titles).toContain(name);
        for (const { label } of county.figures.filter(timeOf)) expect(titles).toContain(label);
      }
    },
  );

  it.each([...SIZES, 'print'] as const)('tells what is worked out from what is printed (%j)', async (size) => {
    await open(size === 'print' ? SIZES[0] : size);
    if (size === 'print') await page.emulateMedia({ media: 'print' });
    const marks = await shown().evaluateAll((charts) =>
      charts.flatMap((chart) =>
        [...chart.querySelectorAll('a')].map((link) => ({
          title: link.querySelector('title')?.textContent ?? '',
          label: link.querySelector('text')?.textContent ?? '',
          dashed: [...link.querySelectorAll('rect:not(.t-hit)')].some(
            (one) => getComputedStyle(one).strokeDasharray !== 'none',
          ),
          time: document.querySelector(`tr${link.getAttribute('href')} .date`)?.textContent,
        })),
      ),
    );
    await page.emulateMedia({ media: null });
    const inferred = marks.filter(({ title }) => /^[^：]*（推定）|^报道：.*（推定）/.test(title));
    expect(marks.filter(({ dashed }) => dashed)).toEqual(inferred);
    const reports = inferred.filter(({ title }) => title.startsWith('报道：'));
    const sources = counties.flatMap(({ sources }) => sources).filter(({ dateBasis }) => dateBasis === 'inferred');
    expect(reports).toHaveLength(sources.length);
    for (const { label } of reports) expect(label).toContain('推定');
    expect(inferred.length).toBeGreaterThan(reports.length);
    for (const { time, title } of marks) {
      if (time) expect(time.includes('（推定）')).toBe(/^[^：]*（推定）/.test(title));
    }
  });

  it('brings a mark that is clicked into view below the head that stays', async () => {
    for (const size of [SIZES[0], SIZES[1]]) {
      await open(size);
      const link = shown().first().locator('a').nth(9);
      const href = (await link.getAttribute('href')) ?? '';
      await link.click();
      const { top, head } = await page.evaluate((id) => {
        const row = document.getElementById(id);
        const section = row?.closest('section');
        const heads = [...(section?.querySelectorAll('h2, thead th') ?? [])].map((one) => one.getBoundingClientRect());
        return { top: row?.getBoundingClientRect().top ?? -1, head: Math.max(...heads.map(({ bottom }) => bottom)) };
      }, href.slice(1));
      expect(top).toBeGreaterThanOrEqual(head - 1);
      expect(top).toBeLessThan(size.height);
    }
  });

  it('has each dated record of the atlas in one row, with its number as printed', async () => {
    await open();
    const rows = await page
      .locator('.t-county tbody tr')
      .evaluateAll((all) => all.map((row) => ({ id: row.id, text: row.textContent })));
    const records = counties.flatMap(({ initiatives, figures }) => [...initiatives, ...figures].filter(timeOf));
    expect(rows.map(({ id }) => id).sort()).toEqual(records.map(rowOf).sort());
    for (const record of records) {
      const row = rows.find(({ id }) => id === rowOf(record));
      expect(row?.text).toContain('printed' in record ? record.printed : record.name);
    }
  });

  it('says how many records have no time, in the drawing and below, and names each of them', async () => {
    await open();
    const asides = await page.locator('.t-aside').allTextContents();
    for (const [i, { id, initiatives, figures }] of counties.entries()) {
      const undated = [initiatives.filter((one) => !timeOf(one)), figures.filter((one) => !timeOf(one))] as const;
      const counts = countsInWords(...undated);
      expect(asides[i]).toContain(counts || '无');
      if (!counts) continue;
      const list = page.locator(`#t-${id}-undated`);
      expect(await page.locator(`.t-undated:has(#t-${id}-undated) summary`).textContent()).toContain(counts);
      const hrefs = await list.locator('a').evaluateAll((all) => all.map((one) => one.getAttribute('href')));
      expect(hrefs).toEqual(undated.flatMap((records) => records.map(({ url }) => url)));
    }
    // A link to what is folded away unfolds it.
    await page.locator('.t-aside a').first().click();
    expect(await page.locator('.t-undated[open]').count()).toBe(1);
  });

  it('names and describes its drawings in Chinese, without inline style', async () => {
    await open();
    const found = await page.evaluate(() => ({
      styles: document.querySelectorAll('main [style], main style').length,
      drawings: [...document.querySelectorAll('.t-plot svg:not([aria-hidden])')].map((svg) => {
        const ids = ['aria-labelledby', 'aria-describedby'].flatMap((name) => svg.getAttribute(name)?.split(' ') ?? []);
        return ['title', 'desc'].map((tag) =>
          ids.map((id) => svg.querySelector(`${tag}#${id}`)?.textContent ?? '').join(''),
        );
      }),
      small: [...document.querySelectorAll('.t-plot text')].filter(
        (one) => parseFloat(getComputedStyle(one).fontSize) < 13,
      ).length,
    }));
    expect(found.styles).toBe(0);
    expect(found.small).toBe(0);
    expect(found.drawings).toHaveLength(1 + 2 * counties.length);
    for (const words of found.drawings.flat()) expect(words).toMatch(/\p{Script=Han}{2}/u);
  });

  it('keeps the years and the county in view while one scrolls, in the drawing and in the table', async () => {
    for (const size of SIZES) {
      await open(size);
      const lane = page.locator('.t-lane').first();
      await lane.evaluate((one) => scrollTo(0, one.getBoundingClientRect().top + scrollY + 200));
      for (const one of [page.locator('.t-axis'), lane.locator('.t-name')]) {
        const top = await one.evaluate((element) => element.getBoundingClientRect().top);
        expect(top).toBeGreaterThanOrEqual(0);
        expect(top).toBeLessThan(60);
      }
      const row = page.locator('.t-county').first().locator('tbody tr').nth(12);
      await row.evaluate((one) => scrollTo(0, one.getBoundingClientRect().top + scrollY));
      const top = await page
        .locator('.t-county h2')
        .first()
        .evaluate((one) => one.getBoundingClientRect().top);
      expect(Math.abs(top)).toBeLessThan(1);
    }
  });

  it('prints the wide drawing and the names of what has no time', async () => {
    await open();
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize({ width: 718, height: 1000 });
    expect(await page.locator('.t-chart.wide:visible').count()).toBe(counties.length);
    expect(await page.locator('.t-chart.narrow:visible').count()).toBe(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(718);
    expect(await page.locator('.t-undated a').last().isVisible()).toBe(true);
    expect(await page.locator('.t-head').evaluate((one) => getComputedStyle(one).position)).toBe('static');
    await page.emulateMedia({ media: null });
  });

  it('weighs at most 50 kB with everything that it loads', async () => {
    const sizes: number[] = [];
    const other = await browser.newPage();
    other.on('response', (response) => {
      const path = new URL(response.url()).pathname;
      const file = path.endsWith('/') ? `${path}index.html` : path;
      sizes.push(gzipSync(readFileSync(join(sites.root, file))).length);
    });
    await other.goto(`${root.origin}/timeline/`);
    await quiet(other);
    await other.close();
    expect(sizes.length).toBeGreaterThan(1);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(50_000);
  });
});
