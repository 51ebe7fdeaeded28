import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HtmlValidate } from 'html-validate';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { currentAtlas } from '../../src/atlas/current.ts';
import { launch } from '../../src/bench/browser.ts';
import { PAGE_BUDGET } from '../../src/bench/budget.ts';
import { type PageWeight, weighedPages } from '../../src/bench/pages.ts';
import { sentBytes } from '../../src/bench/sent.ts';
import { FILES } from '../../src/search/files.ts';
import { addressesOf, addressOf, filesOf, type PageFacts, readFolder } from './built-site.ts';

const sites = inject('sites');
const read = (file: string) => readFileSync(join(sites.root, file));
const SEARCH = 'search/index.html';

let browser: Browser;
let pages: Map<string, PageFacts>;
let based: Map<string, PageFacts>;

beforeAll(async () => {
  browser = await launch();
  [pages, based] = await Promise.all([readFolder(browser, sites.root), readFolder(browser, sites.based)]);
});
afterAll(() => browser.close());

/** Every page for which a sentence does not hold, with what was found instead. */
function failing<T>(look: (facts: PageFacts, file: string) => T | undefined): [string, T][] {
  return [...pages].flatMap(([file, facts]) => {
    const fault = look(facts, file);
    return fault === undefined ? [] : [[file, fault] as [string, T]];
  });
}

/** What stands more than once in a list. */
const doubles = (list: readonly string[]) => list.filter((one, i) => list.indexOf(one) !== i);

describe('the pages', () => {
  it('are all those that were promised and have been made so far', () => {
    const { counties, themes, sources, indicators } = currentAtlas();
    const records = [...counties, ...themes, ...sources, ...indicators].map(({ url }) => url);
    const fixed = [
      '/',
      '/counties/',
      '/themes/',
      '/sources/',
      '/terms/',
      '/search/',
      '/data/',
      '/changes/',
      '/report/',
      '/about/',
      '/accessibility/',
      '/404.html',
    ];
    expect(addressesOf(sites.root)).toEqual(expect.arrayContaining([...fixed, ...records]));
    expect(counties.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['hengdong', 'shaoyang', 'chongyang', 'dongan', 'yongde']),
    );
  });

  it('are the same with and without a base path', () => {
    expect(addressesOf(sites.based)).toEqual(addressesOf(sites.root));
  });

  it('are whole HTML in Chinese', () => {
    expect(failing(({ lang }) => (lang === 'zh-CN' ? undefined : lang))).toEqual([]);
    for (const file of pages.keys())
      expect(read(file).toString().trimEnd()).toMatch(/^<!doctype html>[\s\S]*<\/html>$/i);
  });

  it('have one title and one description each, which no other page has', () => {
    expect(failing(({ titles }) => (titles.length === 1 && titles[0]?.trim() ? undefined : titles))).toEqual([]);
    expect(failing(({ descriptions: [one, ...more] }) => (one && more.length === 0 ? undefined : one))).toEqual([]);
    expect(doubles([...pages.values()].flatMap(({ titles }) => titles))).toEqual([]);
    expect(doubles([...pages.values()].flatMap(({ descriptions }) => descriptions))).toEqual([]);
  });

  it('have one name each at the head of their sheets, and what is on one county names it there', () => {
    expect(doubles([...pages.values()].map(({ pageName }) => pageName))).toEqual([]);
    expect(failing(({ pageName }) => (pageName.includes('县域做法图谱') ? undefined : pageName))).toEqual([]);
    const { counties } = currentAtlas();
    const named = counties.flatMap(({ id, name, url, sources }) =>
      [url, `/report/${id}/`, ...sources.map((source) => source.url)].map((at) => ({ at, name })),
    );
    const heads = new Map([...pages].map(([file, { pageName }]) => [addressOf(file), pageName]));
    expect(named.length).toBeGreaterThanOrEqual(15);
    expect(named.filter(({ at, name }) => !heads.get(at)?.includes(name))).toEqual([]);
  });

  it('have descriptions that are filled and short enough to be shown', () => {
    const bad = failing(({ descriptions: [one = ''] }) =>
      /[{}]|undefined|null/.test(one) || one.length > 160 || one.length < 10 ? one : undefined,
    );
    expect(bad).toEqual([]);
  });

  it('name their own whole address as canonical, and none where no origin is known', () => {
    expect(failing(({ canonicals }) => (canonicals.length > 0 ? canonicals : undefined))).toEqual([]);
    const wrong = [...based].filter(
      ([file, { canonicals }]) =>
        file !== '404.html' && canonicals.join() !== `https://atlas.example/atlas${addressOf(file)}`,
    );
    expect(wrong.map(([file, { canonicals }]) => [file, canonicals])).toEqual([]);
  });

  it('have one heading of the first level, and no level is left out', () => {
    const outline = ({ headings }: PageFacts) => headings.map(({ level }) => level);
    expect(
      failing((facts) => (outline(facts).filter((level) => level === 1).length === 1 ? undefined : outline(facts))),
    ).toEqual([]);
    const jumps = failing((facts) => {
      const at = outline(facts).findIndex((level, i, all) => level > (all[i - 1] ?? 0) + 1);
      return at < 0 ? undefined : facts.headings[at];
    });
    expect(jumps).toEqual([]);
    expect(failing(({ headings }) => headings.find(({ text }) => text === ''))).toEqual([]);
  });

  it('begin with a link that skips to the main part, and have header, navigation, main part and footer', () => {
    expect(failing(({ skip, anchors }) => (skip === '#main' && anchors.includes('main') ? undefined : skip))).toEqual(
      [],
    );
    const once = { header: 1, nav: 1, main: 1, footer: 1 };
    expect(
      failing(({ landmarks }) => (JSON.stringify(landmarks) === JSON.stringify(once) ? undefined : landmarks)),
    ).toEqual([]);
    expect(
      failing(({ navNames }) => (navNames.includes('') || doubles(navNames).length > 0 ? navNames : undefined)),
    ).toEqual([]);
  });

  it('have breadcrumbs from the home page down, save the home page itself', () => {
    expect(pages.get('index.html')?.breadcrumbs).toBeNull();
    const wrong = failing(({ breadcrumbs }, file) => {
      if (file === 'index.html') return undefined;
      const steps = addressOf(file).split('/').filter(Boolean).slice(0, -1);
      const above = ['/', ...steps.map((_, i) => `/${steps.slice(0, i + 1).join('/')}/`)];
      return breadcrumbs?.here && breadcrumbs.links.join() === above.join() ? undefined : breadcrumbs;
    });
    expect(wrong).toEqual([]);
  });

  it('have no id twice', () => {
    expect(failing(({ anchors }) => (doubles(anchors).length > 0 ? doubles(anchors) : undefined))).toEqual([]);
  });

  it('show no place that was not filled', () => {
    // Braces are BibTeX's own; what stands between them there is held against the records in cite.test.ts.
    const said = (file: string) =>
      read(file)
        .toString()
        .replace(/<pre class="bibtex">[\s\S]*?<\/pre>/g, '');
    expect([...pages.keys()].filter((file) => /\{[a-z0-9/-]+\}|\bundefined\b|\[object |NaN/.test(said(file)))).toEqual(
      [],
    );
  });
});

describe('the policy', () => {
  const allowed = (policy: string) =>
    new Map(
      policy
        .split(';')
        .map((part) => part.trim().split(/\s+/))
        .map(([name = '', ...values]) => [name, values.join(' ')]),
    );

  it('stands in every page once and before what it governs', () => {
    expect(
      failing(({ policies, policyFirst }) => (policies.length === 1 && policyFirst ? undefined : policies)),
    ).toEqual([]);
  });

  it('is one for all pages, and allows nothing but the own origin, no inline code, and WebAssembly for the index', () => {
    expect(new Set([...pages, ...based].map(([, { policies }]) => policies.join())).size).toBe(1);
    for (const [file, { policies }] of [...pages, ...based]) {
      const policy = allowed(policies[0] ?? '');
      expect(policy.get('default-src'), file).toBe("'none'");
      expect(policy.get('base-uri'), file).toBe("'none'");
      expect(policy.get('style-src'), file).toBe("'self'");
      expect(policy.get('form-action'), file).toBe("'self'");
      expect(policy.get('script-src'), file).toBe("'self' 'wasm-unsafe-eval'");
      for (const [name, values] of policy) {
        expect(values, `${file} ${name}`).toMatch(/^'(?:none|self)'(?: 'wasm-unsafe-eval')?$/);
      }
    }
  });

  it('has nothing to refuse: no inline script, style, style attribute or handler stands in any page', () => {
    expect(failing(({ inline }) => (inline.length > 0 ? inline : undefined))).toEqual([]);
  });

  it('meets no reference to another origin except plain links', () => {
    const foreign = [...pages, ...based].flatMap(([file, { references }]) =>
      references
        .filter(({ tag, value }) => tag !== 'a' && /^\s*(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(value))
        .filter(({ value }) => !value.startsWith('https://atlas.example/atlas/'))
        .map((reference) => [file, reference]),
    );
    expect(foreign).toEqual([]);
    const css = filesOf(sites.root).filter((file) => file.endsWith('.css'));
    expect(css.length).toBeGreaterThan(0);
    for (const file of css) expect(read(file).toString(), file).not.toMatch(/@import|url\(\s*["']?(?:[a-z]+:)?\/\//i);
  });

  it('gives links to other sites in their plain form only: http or https, and no new window', () => {
    const odd = [...pages].flatMap(([file, { references }]) =>
      references
        .filter(({ tag, value }) => tag === 'a' && /^[a-z][a-z0-9+.-]*:/i.test(value) && !/^https?:/.test(value))
        .map((reference) => [file, reference]),
    );
    expect(odd).toEqual([]);
  });
});

describe('the markup', () => {
  it('is valid by the rules of html-validate, those of the standard, of access and of whole documents', async () => {
    const validator = new HtmlValidate({
      root: true,
      // The last is the strictest where two have a rule in common.
      extends: ['html-validate:standard', 'html-validate:a11y', 'html-validate:document', 'html-validate:recommended'],
      rules: {
        'no-inline-style': 'error',
        'hidden-focusable': 'error',
        'wcag/h63': 'error',
        // What comes from the own origin is as sure as the page itself; from another nothing comes.
        'require-sri': ['error', { target: 'crossorigin' }],
        // The templates leave blanks where a condition does not hold; they are no mistake and gzip takes them.
        'no-trailing-whitespace': 'off',
      },
    });
    const found: string[] = [];
    for (const file of pages.keys()) {
      const { results } = await validator.validateString(read(file).toString(), file);
      for (const { messages } of results) {
        for (const { ruleId, line, message } of messages) found.push(`${file}:${line} ${ruleId}: ${message}`);
      }
    }
    expect(found).toEqual([]);
  });
});

describe('the weight', () => {
  const COMPARING = /^\/(?:compare|themes|indicators)\/(?:[^/]+\/)?$/;
  // The lists of themes and of indicators narrow nothing.
  const LISTS = ['/themes/', '/indicators/'];
  const compares = (url: string) => COMPARING.test(url) && !LISTS.includes(url);
  const kB = (bytes: number) => `${bytes / 1000} kB`;
  const weighed = weighedPages(sites.root);
  const over = (list: readonly PageWeight[], fails: (page: PageWeight) => boolean) => list.filter(fails);

  it(`of every page is at most ${kB(PAGE_BUDGET.html)} of HTML with gzip, nothing missing and nothing from elsewhere`, () => {
    expect(weighed.map(({ url }) => url).sort()).toEqual(addressesOf(sites.root).sort());
    // With whole addresses and links to report to, pages are somewhat heavier.
    const based = weighedPages(sites.based, '/atlas/');
    expect(based).toHaveLength(weighed.length);
    expect(over([...weighed, ...based], ({ html }) => html > PAGE_BUDGET.html)).toEqual([]);
    expect(over([...weighed, ...based], ({ foreign, missing }) => foreign.length + missing.length > 0)).toEqual([]);
  });

  it(`of every page is at most ${PAGE_BUDGET.requests} requests`, () => {
    expect(over(weighed, ({ requests }) => requests > PAGE_BUDGET.requests)).toEqual([]);
  });

  it(`of the one script of every page is at most ${kB(PAGE_BUDGET.plainJs)} with gzip, all that it imports included`, () => {
    const plain = weighed.filter(({ url }) => !compares(url));
    expect(plain.length).toBeGreaterThan(20);
    expect(over(plain, ({ js }) => js > PAGE_BUDGET.plainJs || js < 500)).toEqual([]);
    const [first] = pages.get('about/index.html')?.scripts ?? [];
    const odd = failing(({ scripts }, file) =>
      file !== SEARCH && !compares(addressOf(file)) && scripts.join() !== first ? scripts : undefined,
    );
    expect(odd).toEqual([]);
  });

  it(`of the one script of the pages that compare is at most ${kB(PAGE_BUDGET.js)} with gzip, all that it imports included`, () => {
    expect(weighed.filter(({ url }) => compares(url)).length).toBeGreaterThan(10);
    expect(over(weighed, ({ js }) => js > PAGE_BUDGET.js)).toEqual([]);
    const [first] = pages.get('compare/index.html')?.scripts ?? [];
    expect(first).toBeDefined();
    const odd = failing(({ scripts }, file) =>
      compares(addressOf(file)) && scripts.join() !== first ? scripts : undefined,
    );
    expect(odd).toEqual([]);
  });

  it('of the search page is that of any page until something is asked: what answers is none of it', () => {
    const scripts = pages.get(SEARCH)?.scripts ?? [];
    expect(scripts).toHaveLength(2);
    expect(scripts).not.toContain(`/${FILES.page}`);
    expect(filesOf(sites.root)).toContain(FILES.page);
  });

  it(`of the styles is one file of at most ${kB(PAGE_BUDGET.css)} that every page shares, with nothing else loaded by it`, () => {
    const sheets = new Set([...pages.values()].flatMap(({ stylesheets }) => stylesheets));
    expect(sheets.size).toBe(1);
    expect(filesOf(sites.root).filter((file) => file.endsWith('.css')).length).toBe(1);
    for (const sheet of sheets) {
      const css = read(sheet.slice(1));
      expect(sentBytes(sheet, css)).toBeLessThanOrEqual(PAGE_BUDGET.css);
      expect(css.toString()).not.toMatch(/url\(|@font-face/);
    }
  });

  it('holds no file that no one asked for: no source maps, no user interface of Pagefind', () => {
    const odd = filesOf(sites.root).filter((file) =>
      /\.map$|pagefind-(?:ui|modular|component|highlight)|(?:^|\/)\./.test(file),
    );
    expect(odd).toEqual([]);
  });
});
