import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launch } from '../../src/bench/browser.ts';
import { LIST, WORKER } from '../../src/offline/list.ts';
import { FILES } from '../../src/search/files.ts';
import { HINT_FILES } from '../../src/search/hint-files.ts';
import { addressOf, filesOf, type PageFacts, readFolder, readPages, type Served, serve } from './built-site.ts';

const BASE = '/atlas/';
const ORIGIN = 'https://atlas.example';
const folder = inject('sites').based;
const files = filesOf(folder);

interface Link {
  /** The address of the page it stands on. */
  readonly from: string;
  readonly tag: string;
  readonly attribute: string;
  readonly value: string;
}

let browser: Browser;
let site: Served;
/** Every HTML file by its address under the base path. */
let onDisk: Map<string, PageFacts>;
/** What a reader can reach from the home page by links alone. */
const reached = new Map<string, PageFacts>();
const links: Link[] = [];
const answers = new Map<string, Promise<Response>>();

/** The answer to an address of the site, asked once. */
function answerTo(path: string): Promise<Response> {
  const known = answers.get(path) ?? fetch(site.origin + path, { redirect: 'manual' });
  answers.set(path, known);
  return known;
}

/** Where a link leads, on a site that stands at its real origin; candidates of `srcset` one by one. */
function targetsOf({ from, attribute, value }: Link): URL[] {
  const values = attribute === 'srcset' ? value.split(',').map((part) => part.trim().split(/\s+/)[0] ?? '') : [value];
  return values.map((one) => new URL(one, ORIGIN + from));
}

const inside = ({ origin, pathname }: URL) => origin === ORIGIN && pathname.startsWith(BASE);

function linksOf(from: string, facts: PageFacts): Link[] {
  return facts.references.map((reference) => ({ from, ...reference }));
}

beforeAll(async () => {
  browser = await launch();
  site = await serve(folder, BASE);
  onDisk = new Map(
    [...(await readFolder(browser, folder))].map(([file, facts]) => [BASE.slice(0, -1) + addressOf(file), facts]),
  );
  let next = new Set([BASE]);
  while (next.size > 0) {
    const htmls = new Map<string, string>();
    for (const path of next) {
      const answer = await answerTo(path);
      if (answer.headers.get('content-type')?.startsWith('text/html')) htmls.set(path, await answer.clone().text());
    }
    next = new Set();
    for (const [path, facts] of await readPages(browser, htmls)) {
      reached.set(path, facts);
      for (const link of linksOf(path, facts)) {
        for (const url of link.tag === 'a' ? targetsOf(link) : []) {
          if (inside(url) && !reached.has(url.pathname) && !htmls.has(url.pathname)) next.add(url.pathname);
        }
      }
    }
  }
  links.push(...[...onDisk].flatMap(([path, facts]) => linksOf(path, facts)));
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

describe('under a base path', () => {
  it('every page can be reached by links from the home page, save the one for what is not there', () => {
    const pages = [...onDisk.keys()].filter((path) => path !== `${BASE}404.html`);
    expect([...reached.keys()].sort()).toEqual(pages.sort());
  });

  it('every address in every page leads to the site or, in plain links, to another site', () => {
    expect(links.length).toBeGreaterThan(3000);
    const astray = links.filter((link) =>
      targetsOf(link).some((url) => {
        const foreign = link.tag === 'a' && url.origin !== ORIGIN && /^https?:$/.test(url.protocol);
        return !inside(url) && !foreign;
      }),
    );
    expect(astray).toEqual([]);
  });

  it('every address of the site is there, at once and as a file', async () => {
    const paths = new Set(
      links
        .flatMap(targetsOf)
        .filter(inside)
        .map(({ pathname }) => pathname),
    );
    expect(paths.size).toBeGreaterThan(40);
    const wrong: string[] = [];
    for (const path of paths) {
      const { status } = await answerTo(path);
      if (status !== 200)
        wrong.push(
          `${status} ${path} on ${links.find((link) => targetsOf(link).some(({ pathname }) => pathname === path))?.from}`,
        );
    }
    expect(wrong).toEqual([]);
  });

  it('every fragment is an id on the page that it names, written in Chinese or not', () => {
    let chinese = 0;
    let count = 0;
    const wrong: string[] = [];
    for (const link of links) {
      for (const url of targetsOf(link).filter(inside)) {
        if (url.hash === '') continue;
        const id = decodeURIComponent(url.hash.slice(1));
        count += 1;
        if (/\p{Script=Han}/u.test(id)) chinese += 1;
        if (!onDisk.get(url.pathname)?.anchors.includes(id)) wrong.push(`${link.from} → ${link.value}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(count).toBeGreaterThan(2000);
    expect(chinese).toBeGreaterThan(0);
  });

  it('every link to a page is written as the page is named, so that no host has to redirect', () => {
    const odd = links.filter(
      ({ tag, value }) => tag === 'a' && /^\/[^?#]*(?:index\.html|\/\/|[^/?#.]+(?:[?#].*)?$)/.test(value),
    );
    expect(
      odd.filter(({ value }) => !/\/(?:[?#].*)?$|\.[a-z]+(?:[?#].*)?$/.test(value) || value.includes('//')),
    ).toEqual([]);
  });

  it('every file is used by some page, by the search, by the data, by a host or to read offline, and none lies about', () => {
    const used = new Set(
      links
        .flatMap(targetsOf)
        .filter(inside)
        .map(({ pathname }) => pathname),
    );
    const idle = files
      .filter((file) => !file.endsWith('.html'))
      .map((file) => BASE + file)
      .filter((path) => !used.has(path) && !path.startsWith(`${BASE}pagefind/`));
    // What the scripts load by themselves: parts of them, of which each is named in another, and the tables of search.
    const scripts = files
      .filter((file) => file.endsWith('.js'))
      .map((file) => readFileSync(join(folder, file), 'utf8'));
    const parts = idle.filter((path) => /\/_astro\/[^/]+\.js$/.test(path));
    const named = (path: string) => scripts.some((text) => text.includes(`./${path.slice(path.lastIndexOf('/') + 1)}`));
    expect(parts.filter((path) => !named(path))).toEqual([]);
    expect(parts.length).toBeGreaterThan(2);
    const tables = [...Object.values(FILES), ...Object.values(HINT_FILES)].filter((file) => file.startsWith('search/'));
    // What is asked for from elsewhere: the picture of a shared link by its whole address, the sitemap and what hosts read by name.
    const outside = ['share.png', 'sitemap.xml', '_headers', '_redirects'];
    expect(idle.filter((path) => !parts.includes(path))).toEqual(
      [...tables, ...outside, LIST, WORKER].map((file) => BASE + file).sort(),
    );
  });

  it('every address in the styles and in the icon is there', async () => {
    for (const file of files.filter((one) => /\.(?:css|svg)$/.test(one))) {
      const text = readFileSync(join(folder, file), 'utf8');
      for (const [, value = ''] of text.matchAll(/url\(\s*["']?([^"')]+)|(?:href|src)="([^"#][^"]*)"/g)) {
        const url = new URL(value, ORIGIN + BASE + file);
        expect(inside(url), `${file}: ${value}`).toBe(true);
        expect((await answerTo(url.pathname)).status).toBe(200);
      }
    }
  });

  it('every address in the public data is there, with its fragment', () => {
    let count = 0;
    for (const file of files.filter((one) => /^data\/(?!datapackage).*\.json$/.test(one))) {
      const rows: { url: string }[] = JSON.parse(readFileSync(join(folder, file), 'utf8'));
      for (const { url: value } of rows) {
        const url = new URL(value, ORIGIN);
        const page = onDisk.get(url.pathname);
        expect(inside(url), `${file}: ${value}`).toBe(true);
        expect(page, `${file}: ${value}`).toBeDefined();
        if (url.hash) expect(page?.anchors, `${file}: ${value}`).toContain(url.hash.slice(1));
        count += 1;
      }
    }
    expect(count).toBeGreaterThan(300);
  });

  it('the base path without its slash leads to the site, and a path outside of it or not there gives 404', async () => {
    const bare = await fetch(`${site.origin}/atlas`, { redirect: 'manual' });
    expect([bare.status, bare.headers.get('location')]).toEqual([301, BASE]);
    for (const path of ['/', '/counties/', '/atlasx/', `${BASE}counties/nowhere/`, `${BASE}..%2f..%2fpackage.json`]) {
      const answer = await fetch(site.origin + path);
      expect(answer.status, path).toBe(404);
      expect(await answer.text(), path).toContain('没有这一页');
    }
  });
});
