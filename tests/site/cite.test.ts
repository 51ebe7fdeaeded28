import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Validator from '@adobe/structured-data-validator';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { currentAtlas } from '../../src/atlas/current.ts';
import { launch } from '../../src/bench/browser.ts';
import { apa } from '../../src/cite/apa.ts';
import { bibtex } from '../../src/cite/bibtex.ts';
import { gbt7714 } from '../../src/cite/gbt7714.ts';
import { atlasWork, countyWork, dataWork, indicatorWork, themeWork, type Work } from '../../src/cite/work.ts';
import { faultsIn } from '../share/vocabulary.ts';
import { addressOf, filesOf, type PageFacts, readFolder } from './built-site.ts';
import { visit } from './visit.ts';

const ORIGIN = 'https://atlas.example';
const SITES = { root: { origin: '', base: '' }, based: { origin: ORIGIN, base: '/atlas' } } as const;
const sites = inject('sites');
const atlas = currentAtlas();

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

interface Node {
  readonly '@type': string;
  readonly [property: string]: unknown;
}

/**
 * What the search engines' guides require of each type, or recommend and this site can say. Their own checker is a service; of the
 * validator in the packages only breadcrumbs are known.
 */
const ASKED: Readonly<Record<string, readonly string[]>> = {
  Article: ['headline', 'author', 'url', 'description', 'inLanguage', 'isBasedOn', 'license', 'version'],
  BreadcrumbList: ['itemListElement'],
  Dataset: ['name', 'description', 'creator', 'license', 'url', 'version', 'isAccessibleForFree', 'distribution'],
  WebSite: ['name', 'url'],
};

/** What is missing from a node, as a search engine would say. */
async function missingFrom(node: Node): Promise<string[]> {
  const asked = ASKED[node['@type']];
  if (!asked) return [`${node['@type']}: no type that is looked at`];
  const missing = asked.filter((name) => node[name] === undefined || node[name] === '');
  const short = node['@type'] === 'Dataset' && !/^.{50,5000}$/s.test(String(node.description)) ? ['description'] : [];
  const found = await new Validator().validate({ jsonld: { [node['@type']]: [{ ...node }] } });
  return [...missing, ...short, ...found.map((one) => JSON.stringify(one))];
}

/** Every node of a type in a graph, however deep. */
function nodesOf(type: string, value: unknown): Node[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = (value as Partial<Node>)['@type'] === type ? [value as Node] : [];
  return [...own, ...Object.values(value).flatMap((part) => nodesOf(type, part))];
}

describe.each(['root', 'based'] as const)('of the site “%s”', (site) => {
  const { origin, base } = SITES[site];
  const folder = sites[site];
  const link = (url: string) => origin + base + url;
  const htmlOf = (url: string) => readFileSync(join(folder, url, 'index.html'), 'utf8');
  let pages: Map<string, PageFacts>;
  beforeAll(async () => {
    pages = await readFolder(browser, folder);
  });
  /** What a page says of itself, by its address without the base. */
  const graphOf = (url: string): Node[] => {
    const [block] = pages.get(`${url.slice(1)}index.html`)?.linkedData ?? [];
    return block === undefined ? [] : JSON.parse(block)['@graph'];
  };

  it('every county, theme and indicator, the whole and the data have their citation in three forms', () => {
    const works: [string, Work][] = [
      ...atlas.counties.map((one): [string, Work] => [one.url, countyWork(one, atlas, link)]),
      ...atlas.themes.map((one): [string, Work] => [one.url, themeWork(one, atlas, link)]),
      ...atlas.indicators.map((one): [string, Work] => [one.url, indicatorWork(one, atlas, link)]),
      ['/about/', atlasWork(atlas, link)],
      ['/data/', dataWork(atlas, link)],
    ];
    const plain = (text = '') =>
      text.replace(/&#(\d+);|&(\w+);/g, (_, code, name) =>
        code ? String.fromCodePoint(Number(code)) : ({ amp: '&', lt: '<', gt: '>', quot: '"' }[String(name)] ?? '?'),
      );
    expect(works.length).toBeGreaterThan(50);
    for (const [url, work] of works) {
      const texts = [...htmlOf(url).matchAll(/<pre class="(?:reference|bibtex)">([\s\S]*?)<\/pre>/g)];
      expect(
        texts.map(([, text]) => plain(text)),
        url,
      ).toEqual([gbt7714, apa, bibtex].map((form) => form(work).join('\n')));
      expect(work.address, url).toBe(link(url === '/about/' ? '/' : url));
      expect(work.reports.length, url).toBeGreaterThan(0);
    }
  });

  it('every page names the version of the content and leads to how it is cited', () => {
    for (const [file, { anchors }] of pages) {
      const html = readFileSync(join(folder, file), 'utf8');
      expect(html, file).toContain(`<a href="${base}/about/#cite">内容版本${atlas.version}</a>`);
      if (file === 'about/index.html') expect(anchors).toContain('cite');
    }
  });

  it('every page says what a shared link shows, and whole addresses only where the origin is known', () => {
    for (const [file, { properties, descriptions, canonicals, titles }] of pages) {
      const said = new Map(properties);
      expect(said.size, file).toBe(properties.length);
      expect(said.get('og:site_name'), file).toBe('县域做法图谱');
      expect(said.get('og:locale'), file).toBe('zh_CN');
      expect(titles[0], file).toContain(said.get('og:title'));
      expect(said.get('og:title')?.length, file).toBeGreaterThan(0);
      expect([said.get('og:description')], file).toEqual(descriptions);
      const article = /^(?:counties|themes)\/[^/]+\/index\.html$/.test(file);
      expect(said.get('og:type'), file).toBe(article ? 'article' : 'website');
      expect(said.get('og:url'), file).toBe(origin === '' ? undefined : canonicals[0]);
      expect(said.get('og:image'), file).toBe(origin === '' ? undefined : link('/share.png'));
      expect((said.get('og:image:alt') ?? '') !== '', file).toBe(origin !== '');
    }
  });

  it('what pages say of themselves stands in the vocabulary of schema.org, one block a page', () => {
    expect([...pages].filter(([, { linkedData }]) => linkedData.length !== 1).map(([file]) => file)).toEqual([]);
    // To the compiler, which takes its time, the sites differ by addresses, and by what the one with an origin says on top.
    if (origin === '') return;
    expect(
      faultsIn(new Map([...pages].map(([file, { linkedData }]) => [file, linkedData[0] ?? '']))).slice(0, 3),
    ).toEqual([]);
  });

  it('and has what search engines ask of it, addresses resolved as JSON-LD resolves them', async () => {
    let looked = 0;
    for (const file of pages.keys()) {
      const [block = ''] = pages.get(file)?.linkedData ?? [];
      const whole = JSON.parse(block, (key, value) =>
        ['item', 'url', 'contentUrl'].includes(key) && typeof value === 'string'
          ? new URL(value, ORIGIN + base + addressOf(file)).href
          : value,
      );
      for (const node of whole['@graph'] as Node[]) {
        expect(await missingFrom(node), file).toEqual([]);
        looked += 1;
      }
    }
    expect(looked).toBeGreaterThan(pages.size);
  });

  it('the breadcrumbs for machines are those that readers see, down to the page itself', () => {
    for (const [file, { breadcrumbs }] of pages) {
      const lists = nodesOf('BreadcrumbList', file === '404.html' ? [] : graphOf(addressOf(file)));
      if (file === '404.html') continue;
      expect(lists, file).toHaveLength(breadcrumbs ? 1 : 0);
      const items = nodesOf('ListItem', lists);
      if (!breadcrumbs) continue;
      const address = base + addressOf(file);
      expect(
        items.map(({ item }) => item),
        file,
      ).toEqual([...breadcrumbs.links, address].map((path) => origin + path));
      expect(items.at(-1)?.name, file).toBe(breadcrumbs.here);
      expect(
        items.map(({ position }) => position),
        file,
      ).toEqual(items.map((_, i) => i + 1));
    }
  });

  it('a county is an article, based on the report that its record names, and bears no day that the record lacks', () => {
    for (const county of atlas.counties) {
      const [article, ...more] = nodesOf('Article', graphOf(county.url));
      expect(more).toEqual([]);
      const [source] = county.sources;
      expect(article).toMatchObject({
        headline: county.name,
        inLanguage: 'zh-CN',
        version: atlas.version,
        license: expect.stringContaining('creativecommons.org/licenses/by/4.0'),
        url: link(county.url),
        isPartOf: { '@type': 'WebSite', url: link('/') },
      });
      const basis = { name: source.title, ...(source.publisher ? { publisher: { name: source.publisher } } : {}) };
      expect(article?.isBasedOn).toMatchObject([basis]);
      const dates = county.sources.filter(({ dateBasis }) => dateBasis === 'stated').map(({ date }) => date);
      expect(nodesOf('CreativeWork', article).flatMap(({ datePublished }) => datePublished ?? [])).toEqual(dates);
    }
    for (const theme of atlas.themes) expect(nodesOf('Article', graphOf(theme.url)), theme.id).toHaveLength(1);
  });

  it('the data are a dataset whose every file is there, and so is each indicator', () => {
    const fileOf = (address: unknown) => join(folder, String(address).slice((origin + base).length));
    const [data] = nodesOf('Dataset', graphOf('/data/'));
    const described: { resources: unknown[] } = JSON.parse(readFileSync(join(folder, 'data/datapackage.json'), 'utf8'));
    expect(nodesOf('DataDownload', data)).toHaveLength(described.resources.length);
    for (const url of ['/data/', ...atlas.indicators.map(({ url }) => url)]) {
      const [set] = nodesOf('Dataset', graphOf(url));
      expect(set, url).toMatchObject({ version: atlas.version, license: expect.stringContaining('/by/4.0') });
      const downloads = nodesOf('DataDownload', set);
      expect(downloads.length, url).toBeGreaterThan(0);
      for (const { contentUrl } of downloads) expect(existsSync(fileOf(contentUrl)), String(contentUrl)).toBe(true);
    }
  });

  it('the home page is the site, and offers its search where the origin is known', () => {
    const [home] = nodesOf('WebSite', graphOf('/'));
    expect(home).toMatchObject({ name: '县域做法图谱', url: link('/') });
    const [entry] = nodesOf('EntryPoint', home);
    expect(entry?.urlTemplate).toBe(origin === '' ? undefined : `${link('/search/')}?q={search_term_string}`);
  });

  it('no page and no file of data bears the day of the build', () => {
    // A record that was changed today bears the day of its change.
    const days = new Set(atlas.changes.map(({ date }) => date));
    const today = new Date().toISOString().slice(0, 10);
    for (const [file, { linkedData, properties }] of pages) {
      const told = linkedData.map((block) =>
        JSON.stringify(JSON.parse(block), (key, value) => (key === 'dateModified' && days.has(value) ? '' : value)),
      );
      expect(JSON.stringify([told, properties]), file).not.toContain(today);
    }
    expect(readFileSync(join(folder, 'data/datapackage.json'), 'utf8')).not.toContain(today);
  });
});

describe('what search engines ask', () => {
  it.each<[string, Node]>([
    ['a number for each breadcrumb’s name', { '@type': 'BreadcrumbList', itemListElement: [{ '@type': 'ListItem' }] }],
    ['an article’s headline', { '@type': 'Article', author: { name: '甲' }, url: 'https://a.example/' }],
    ['a long description of data', { '@type': 'Dataset', name: '甲', description: '短' }],
    ['an address of the site', { '@type': 'WebSite', name: '甲' }],
    ['a type that is known', { '@type': 'Thing', name: '甲' }],
  ])('is missed: %s', async (_, node) => {
    expect((await missingFrom(node)).length).toBeGreaterThan(0);
  });
});

describe('the sitemap', () => {
  it('names every page that may be indexed where the origin is known, and is not there where it is not', () => {
    const text = readFileSync(join(sites.based, 'sitemap.xml'), 'utf8');
    const addresses = [...text.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address]) => address);
    const pages = filesOf(sites.based).filter((file) => file.endsWith('.html'));
    const may = (file: string) =>
      !/name="?robots"? content="?noindex/.test(readFileSync(join(sites.based, file), 'utf8'));
    const reported = [...atlas.counties.map(({ id }) => id), 'terms'].map((id) => `report/${id}/index.html`);
    expect(pages.filter((file) => !may(file))).toEqual(['404.html', ...reported.sort()]);
    expect(addresses).toEqual(
      pages
        .filter(may)
        .map((file) => `${ORIGIN}/atlas${addressOf(file)}`)
        .sort(),
    );
    expect(['sitemap.xml', 'robots.txt'].filter((file) => existsSync(join(sites.root, file)))).toEqual([]);
    expect(existsSync(join(sites.based, 'robots.txt'))).toBe(false);
  });
});

describe('the picture of a shared link', () => {
  it('has the size that pages name and less than 40 kB', () => {
    const png = readFileSync(join(sites.root, 'share.png'));
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
    expect(png.byteLength).toBeLessThan(40_000);
  });
});

describe('in a browser', () => {
  it('one click chooses the whole of a form and nothing else, without a script, and nothing is refused or asked for', async () => {
    const { page, at, said, leave } = await visit(browser, sites.root, {
      javaScriptEnabled: false,
    });
    const county = atlas.counties[0];
    if (!county) throw new Error('no county');
    await page.goto(at + county.url);
    const texts = page.locator('.cite pre');
    expect(await texts.first().isVisible()).toBe(false);
    await page.locator('.cite summary').click();
    const work = countyWork(county, atlas, (url) => url);
    for (const [i, form] of [gbt7714, apa, bibtex].entries()) {
      await texts.nth(i).click();
      expect(await page.evaluate(() => String(window.getSelection()))).toBe(form(work).join('\n'));
    }
    expect(said).toEqual([]);
    await leave();
  });

  it('on a phone no text of a citation is wider than the page', async () => {
    const { page, at, leave } = await visit(browser, sites.root, {
      viewport: { width: 320, height: 700 },
    });
    for (const url of ['/about/', '/data/']) {
      await page.goto(at + url);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), url).toBeLessThanOrEqual(320);
    }
    await leave();
  });
});
