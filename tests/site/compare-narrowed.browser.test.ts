import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { currentAtlas } from '../../src/atlas/current.ts';
import { launch } from '../../src/bench/browser.ts';
import { type Visit, visit } from './visit.ts';

const sites = inject('sites');
const { counties, falseFriends, themes } = currentAtlas();
const WIDE = { width: 1280, height: 800 };
const NARROW = { width: 360, height: 740 };

let browser: Browser;
let site: Visit;

beforeAll(async () => {
  browser = await launch();
  site = await visit(browser, sites.root, { viewport: WIDE });
  await site.context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: site.served.origin });
});
afterAll(async () => {
  await site.leave();
  await browser.close();
});

async function open(path: string, size = WIDE): Promise<void> {
  await site.page.setViewportSize(size);
  await site.page.goto(site.at + path);
  await site.page.locator('form.choice').waitFor();
}

async function downloaded(): Promise<Record<string, string>[]> {
  const [file] = await Promise.all([
    site.page.waitForEvent('download'),
    site.page.locator('.take a.csv').first().click(),
  ]);
  return parse(readFileSync(await file.path(), 'utf8'), { bom: true, columns: true });
}

async function copied(): Promise<string[]> {
  await site.page.locator('.take button.copy').first().click();
  await expect.poll(() => site.page.locator('.take [role=status]').first().textContent()).toMatch(/已复制/);
  const text = await site.page.evaluate(() => navigator.clipboard.readText());
  return text.trimEnd().split('\n\n');
}

describe('what is taken along from a page that was opened at a choice', () => {
  it('is the choice, as a table and as text', async () => {
    await open('/compare/?counties=hengdong&themes=training');
    expect((await downloaded()).map(({ county, question }) => `${county} ${question}`)).toEqual(['hengdong training']);
    expect(await copied()).toHaveLength(3);
  });

  it('is everything once all is shown again', async () => {
    await open('/compare/?counties=hengdong');
    await site.page.getByRole('button', { name: '全部显示' }).click();
    expect(await downloaded()).toHaveLength(counties.length * themes.length);
  });

  it('has whole addresses as text, where the site was built without its origin', async () => {
    await open('/compare/');
    const [, , ...paragraphs] = await copied();
    expect(paragraphs).toHaveLength(counties.length * themes.length);
    expect(paragraphs.filter((one) => !/ https?:\/\/\S+$/.test(one))).toEqual([]);
  });
});

describe('an address', () => {
  const note = () => site.page.locator('.choice-note').textContent();

  it('with a theme on a theme’s own page is not called unknown', async () => {
    await open('/themes/members/?counties=yongde&themes=members');
    expect(await note()).toBe('');
  });

  it('with hundreds of unknown counties is answered by a short sentence', async () => {
    await open(`/compare/?counties=${Array.from({ length: 300 }, (_, i) => `x${i}`).join(',')}`);
    expect(await note()).toBe('网址里的“x0”、“x1”、“x2”、“x3”等300个不是本站的县或问题，没有理会，显示的是全部。');
  });

  it('of one county whose box is then unticked shows all counties and still the one question', async () => {
    await open('/compare/?counties=hengdong&themes=training');
    await site.page.locator('form.choice input[value="hengdong"]').click();
    expect(await note()).toBe('至少要有一个县，现在各县都显示。');
    expect(await site.page.locator('.matrix tbody tr:visible').count()).toBe(1);
  });
});

describe('the matrix', () => {
  it('says in the cell of a practice that another county uses its name for something else', async () => {
    await open('/compare/');
    const users = falseFriends.flatMap(({ uses }) => uses.flatMap((use) => use.initiatives.map(({ url }) => url)));
    const cells = await site.page.locator('.matrix td').evaluateAll((all) =>
      all.map((one) => ({
        link: one.querySelector('a.record')?.getAttribute('href') ?? '',
        text: one.textContent ?? '',
      })),
    );
    const concerned = cells.filter(({ link }) => users.includes(link));
    expect(concerned.length).toBeGreaterThan(5);
    expect(concerned.filter(({ text }) => !text.includes('同名不同事'))).toEqual([]);
    expect(cells.filter(({ link, text }) => !users.includes(link) && text.includes('同名不同事'))).toEqual([]);
  });

  it('leads in one step from every cell, a silent one too, to the theme at that county', async () => {
    await open('/compare/');
    const lost = await site.page.locator('.matrix td').evaluateAll(
      (all) =>
        all.filter((one) => {
          const theme = one.closest('tr')?.dataset.theme;
          return !one.querySelector(`a[href="/themes/${theme}/#${(one as HTMLElement).dataset.county}"]`);
        }).length,
    );
    expect(lost).toBe(0);
  });

  it.each([WIDE, NARROW])('leads to the county’s practices, and no head covers them, at $width px', async (size) => {
    for (const county of ['shaoyang', 'yongde']) {
      await open('/compare/', size);
      await site.page.locator(`.matrix tr[data-theme="members"] td[data-county="${county}"] a.more`).click();
      const cell = site.page.locator(':target');
      expect(await cell.getAttribute('data-county')).toBe(county);
      const first = cell.locator('li a.record').first();
      // Seen, not only there: what lies at its middle is the link itself.
      await expect
        .poll(() =>
          first.evaluate((one) => {
            const [box] = one.getClientRects();
            const there = box && document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
            return one.contains(there ?? null);
          }),
        )
        .toBe(true);
    }
  });
});

describe('a name that counties use for different things', () => {
  it.each(['shaoyang', 'hengdong,yongde'])(
    'is shown beside %s only where two of them are left to use it',
    async (chosen) => {
      await open(`/compare/?counties=${chosen}`);
      const shown = await site.page
        .locator('section.friend:visible')
        .evaluateAll((all) =>
          all.map((one) => [...one.querySelectorAll('dl > div')].filter((use) => use.checkVisibility()).length),
        );
      expect(shown.filter((uses) => uses < 2)).toEqual([]);
      expect(shown.length > 0).toBe(chosen.includes(','));
    },
  );
});
