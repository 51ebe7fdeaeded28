import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { currentAtlas } from '../../src/atlas/current.ts';
import { filled } from '../../src/atlas/resolve.ts';
import { launch } from '../../src/bench/browser.ts';
import { matrixOf } from '../../src/compare/matrix.ts';
import { valuesOf } from '../../src/compare/value.ts';
import { verdictsOf } from '../../src/compare/verdict.ts';
import { formulaText, timeOf, verdictText } from '../../src/i18n/verdict-words.ts';
import { REMARK_WORDS, words } from '../../src/i18n/zh.ts';
import { addressesOf } from './built-site.ts';
import { deadFaults } from './page-faults.ts';
import { type Visit, visit } from './visit.ts';

const sites = inject('sites');
const PATHS = addressesOf(sites.root);
const { counties, themes, indicators, sources, questions, terms, falseFriends, figures } = currentAtlas();
const NARROW = { width: 360, height: 740 };

let browser: Browser;
let still: Visit;
let tab: Page;

beforeAll(async () => {
  browser = await launch();
  still = await visit(browser, sites.root, { javaScriptEnabled: false, viewport: NARROW });
  tab = still.page;
});
afterAll(async () => {
  await still.leave();
  await browser.close();
});

/** A text as it is compared: the marks of numbers stand between its words on a page, and white space says nothing. */
const bare = (text: string) => text.replace(/〔[^〕]*〕|疑|\s/g, '');

/** The texts of a list that a page does not show; what is folded away counts, since it unfolds without scripts. */
async function missingOn(path: string, texts: readonly string[]): Promise<string[]> {
  await tab.goto(still.at + path);
  const seen = bare(
    await tab.locator('main').evaluate((main) => {
      for (const details of main.querySelectorAll('details')) details.open = true;
      const parts: string[] = [];
      const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        if (node.parentElement?.checkVisibility({ visibilityProperty: true })) parts.push(node.nodeValue ?? '');
      }
      return parts.join('');
    }),
  );
  expect(texts.length, path).toBeGreaterThan(0);
  return texts.filter((text) => !seen.includes(bare(text))).map((text) => `${path}: ${text}`);
}

describe('without scripts', () => {
  it('nothing on any page is dead: what can be pressed does something, and links within a page lead somewhere', async () => {
    const found: string[] = [];
    for (const path of PATHS) {
      await tab.goto(still.at + path);
      found.push(...(await tab.evaluate(deadFaults)).map((fault) => `${path}: ${fault}`));
    }
    expect(found).toEqual([]);
  });

  it('nor on a page whose scripts do not come', async () => {
    const own = await visit(browser, sites.root, { viewport: NARROW });
    await own.page.route('**/*.js', (route) => route.abort());
    const found: string[] = [];
    for (const path of [
      '/',
      '/compare/',
      '/compare/side-by-side/',
      themes[0]?.url,
      indicators[0]?.url,
      '/search/?q=五化',
      '/timeline/',
    ]) {
      await own.page.goto(own.at + path, { waitUntil: 'domcontentloaded' });
      found.push(...(await own.page.evaluate(deadFaults)).map((fault) => `${path}: ${fault}`));
      // What a search page cannot do, it says.
      if (path?.startsWith('/search/')) expect(await own.page.locator('.unready').isVisible()).toBe(true);
    }
    await own.leave();
    expect(found).toEqual([]);
  });

  it('but a control that needs a script is told', async () => {
    await tab.route('**/spoilt/', (route) =>
      route.fulfill({
        contentType: 'text/html; charset=utf-8',
        body: `<!doctype html><button type="button">按</button><form><input></form><a href="#none">去</a><a>无</a><form action="/search/"><input name="q"><button type="submit">找</button></form>`,
      }),
    );
    await tab.goto(`${still.at}/spoilt/`);
    const found = await tab.evaluate(deadFaults);
    await tab.unrouteAll();
    expect(found).toEqual([
      'does nothing without scripts: BUTTON  按',
      'does nothing without scripts: INPUT  ',
      'leads to nothing: A  去',
      'leads nowhere: A  无',
    ]);
  });

  it('a search leads to the index, which says that it is one', async () => {
    await tab.goto(`${still.at}/404.html`);
    await tab.locator('main input[type=search]').fill('五化');
    await tab.locator('main form.search button').click();
    await tab.waitForURL('**/search/?q=*');
    expect(await tab.locator('.unready').innerText()).toBe(words.search.unready);
    expect(await tab.locator('#index').isVisible()).toBe(true);
  });

  it('every number, practice, remark and note of a county is read', async () => {
    for (const county of counties) {
      const texts = [
        ...county.figures.flatMap(({ label, printed, notes }) => [
          label,
          printed,
          ...notes.map((note) => filled(note, figures, county.id)),
        ]),
        ...county.initiatives.flatMap(({ name, summary }) => [name, filled(summary, figures, county.id)]),
        ...county.sources.flatMap(({ remarks }) =>
          remarks.flatMap(({ kind, text }) => [REMARK_WORDS[kind], filled(text, figures, county.id)]),
        ),
      ];
      expect(await missingOn(county.url, texts)).toEqual([]);
    }
  });

  it('every comparison is read: the matrix, the sides, the values, and the verdicts with their reasons', async () => {
    const cells = matrixOf(themes, counties).flatMap(({ theme, cells }) => [
      theme.name,
      theme.question,
      ...cells.flatMap(({ cell }) =>
        cell.kind === 'initiatives'
          ? [cell.initiative.name, ...(cell.figure ? [cell.figure.label, cell.figure.printed] : [])]
          : cell.kind === 'figures'
            ? cell.figures.map(({ label, printed }) => label + printed)
            : [words.silence[cell.silence]],
      ),
    ]);
    const friends = falseFriends.flatMap(({ name, contrast }) => [name, filled(contrast, figures)]);
    const missing = await missingOn('/compare/', [...cells, ...friends]);
    for (const theme of themes) {
      const texts = theme.initiatives.flatMap(({ name, summary, county, numbers }) => [
        name,
        filled(summary, figures, county.id),
        ...numbers.flatMap(({ label, printed }) => [label, printed]),
      ]);
      missing.push(...(await missingOn(theme.url, [filled(theme.summary, figures), ...texts])));
    }
    for (const indicator of indicators) {
      const values = valuesOf(indicator, counties);
      const texts = [
        indicator.definition,
        ...values.flatMap((value) => [value.label, formulaText(value) ?? value.terms[0].printed, timeOf(value)]),
        ...verdictsOf(indicator, values).map(({ a, b, verdict }) => verdictText(verdict, a, b)),
      ];
      missing.push(...(await missingOn(indicator.url, texts)));
    }
    expect(missing).toEqual([]);
  });

  it('every source, question, term and time is read', async () => {
    const missing: string[] = [];
    for (const source of sources) {
      const texts = [
        source.title,
        source.dateNote,
        source.sha256,
        ...source.remarks.map(({ text }) => filled(text, figures, source.county.id)),
        ...source.paragraphs.map(({ first }) => first),
        ...source.setAside.numbers.flatMap(({ text, reason }) => [text, reason]),
      ];
      missing.push(...(await missingOn(source.url, texts)));
    }
    const answers = questions.flatMap(({ question, summary, answers, unsaid }) => [
      question,
      filled(summary, figures),
      ...answers.map(({ county, text }) => filled(text, figures, county.id)),
      filled(unsaid, figures),
    ]);
    missing.push(...(await missingOn('/questions/', answers)));
    missing.push(
      ...(await missingOn(
        '/terms/',
        terms.flatMap(({ name, explanation }) => [name, explanation]),
      )),
    );
    const records = counties.flatMap(({ figures, initiatives }) => [
      ...figures.map(({ label }) => label),
      ...initiatives.map(({ name }) => name),
    ]);
    missing.push(...(await missingOn('/timeline/', records)));
    expect(missing).toEqual([]);
  });
});
