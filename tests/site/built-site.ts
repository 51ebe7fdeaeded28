import { readdirSync, readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { staticServer } from '../../src/cli/static-server.ts';

/** A built folder, served as a static host would. */
export interface Served {
  /** `http://127.0.0.1:…`, without a slash at the end. */
  readonly origin: string;
  readonly base: string;
  close(): Promise<void>;
}

/** Serves a built folder on a free port under its base path. */
export async function serve(folder: string, base = '/'): Promise<Served> {
  const server = staticServer(folder, base);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    base,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** The paths of all files of a folder, in order, with forward slashes. */
export function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
}

/** The address of an HTML file on a site at the root: `/a/` for `a/index.html`. */
export function addressOf(file: string): string {
  return `/${file.replace(/(^|\/)index\.html$/, '$1')}`;
}

/** The addresses of all pages of a built site at the root, `/404.html` among them. */
export function addressesOf(folder: string): string[] {
  return filesOf(folder)
    .filter((file) => file.endsWith('.html'))
    .map(addressOf);
}

/** Of each kind of page one, the last of those given: a page by itself is a kind, and so are all below it. */
export function onePerKind(addresses: readonly string[]): string[] {
  const kindOf = (address: string) => address.replace(/^\/(\w+)\/.+/, '/$1/*');
  return [...new Map(addresses.map((address) => [kindOf(address), address])).values()];
}

/** What a page's HTML says, as a browser parses it, before any script runs. */
export interface PageFacts {
  readonly lang: string;
  readonly titles: readonly string[];
  /** What stands at the head of each of its sheets on paper. */
  readonly pageName: string;
  readonly descriptions: readonly string[];
  readonly canonicals: readonly string[];
  readonly policies: readonly string[];
  /** Whether the policy stands before everything in the head that it governs. */
  readonly policyFirst: boolean;
  readonly headings: readonly { readonly level: number; readonly text: string }[];
  /** Elements that a policy without inline code refuses, each as its opening tag. */
  readonly inline: readonly string[];
  /** Every address in the page: element, attribute, value, and whether the element is a plain link. */
  readonly references: readonly { readonly tag: string; readonly attribute: string; readonly value: string }[];
  readonly scripts: readonly string[];
  readonly stylesheets: readonly string[];
  readonly icons: readonly string[];
  /** What a browser asks for by itself, whatever the reader does. */
  readonly fetched: readonly string[];
  /** Each `<meta property>` with its content, in order. */
  readonly properties: readonly (readonly [string, string])[];
  /** The blocks of JSON-LD as they stand. */
  readonly linkedData: readonly string[];
  /** Ids and names that a fragment can lead to, in order, doubles included. */
  readonly anchors: readonly string[];
  readonly landmarks: {
    readonly header: number;
    readonly nav: number;
    readonly main: number;
    readonly footer: number;
  };
  /** The names of the navigation landmarks. */
  readonly navNames: readonly string[];
  /** Target of the first link in the body. */
  readonly skip: string | null;
  /** Links of the breadcrumbs and the name of the page there. */
  readonly breadcrumbs: { readonly links: readonly string[]; readonly here: string } | null;
}

/** Reads HTML with the browser’s own parser, which runs nothing and loads nothing. */
export async function readPages(browser: Browser, htmls: ReadonlyMap<string, string>): Promise<Map<string, PageFacts>> {
  const page = await browser.newPage();
  const facts = new Map<string, PageFacts>();
  for (const [name, html] of htmls) facts.set(name, await page.evaluate(factsOf, html));
  await page.close();
  return facts;
}

/** Reads all HTML files of a built folder, by file. */
export function readFolder(browser: Browser, folder: string): Promise<Map<string, PageFacts>> {
  const files = filesOf(folder).filter((file) => file.endsWith('.html'));
  return readPages(browser, new Map(files.map((file) => [file, readFileSync(join(folder, file), 'utf8')])));
}

// Runs in the browser: it must not use anything from outside.
function factsOf(html: string): PageFacts {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const all = <T extends Element = Element>(selector: string) => [...page.querySelectorAll<T>(selector)];
  const attributes = (selector: string, name: string) => all(selector).map((one) => one.getAttribute(name) ?? '');
  const opening = (one: Element) => one.outerHTML.slice(0, one.outerHTML.indexOf('>') + 1);
  const carriers = [
    'href',
    'src',
    'action',
    'formaction',
    'srcset',
    'poster',
    'data',
    'cite',
    'ping',
    'background',
    'manifest',
  ];
  const head = [...page.head.children];
  const policyAt = head.findIndex((one) => one.getAttribute('http-equiv') === 'Content-Security-Policy');
  const governed = head.findIndex((one) => one.matches('link, script, style, base'));
  const crumbs = page.querySelector('nav.breadcrumbs');
  return {
    lang: page.documentElement.lang,
    pageName: page.documentElement.dataset.pageName ?? '',
    titles: all('head > title').map((one) => one.textContent ?? ''),
    descriptions: attributes('meta[name=description]', 'content'),
    canonicals: attributes('link[rel=canonical]', 'href'),
    policies: attributes('meta[http-equiv=Content-Security-Policy]', 'content'),
    policyFirst: policyAt >= 0 && policyAt < governed,
    headings: all('h1, h2, h3, h4, h5, h6').map((one) => ({
      level: Number(one.tagName.slice(1)),
      text: (one.textContent ?? '').trim(),
    })),
    inline: all('*')
      .filter(
        (one) =>
          one.tagName === 'STYLE' ||
          // A block of data is not run, and a policy says nothing of it.
          (one.tagName === 'SCRIPT' &&
            !one.hasAttribute('src') &&
            one.getAttribute('type') !== 'application/ld+json') ||
          one.tagName === 'BASE' ||
          one.tagName === 'IFRAME' ||
          [...one.attributes].some(
            ({ name, value }) => name === 'style' || name.startsWith('on') || /^\s*(?:javascript|data):/i.test(value),
          ),
      )
      .map(opening),
    references: all('*').flatMap((one) =>
      [...one.attributes]
        .filter(({ name }) => carriers.includes(name.replace('xlink:', '')))
        .map(({ name, value }) => ({ tag: one.tagName.toLowerCase(), attribute: name, value })),
    ),
    scripts: attributes('script[src], link[rel=modulepreload]', 'src'),
    stylesheets: attributes('link[rel=stylesheet]', 'href'),
    icons: attributes('link[rel~=icon]', 'href'),
    fetched: [
      ...attributes(
        'link:is([rel~=stylesheet], [rel~=icon], [rel~=preload], [rel~=modulepreload], [rel~=manifest])',
        'href',
      ),
      ...attributes('[src]', 'src'),
      ...attributes('[srcset]', 'srcset'),
    ],
    properties: all('meta[property]').map((one) => [
      one.getAttribute('property') ?? '',
      one.getAttribute('content') ?? '',
    ]),
    linkedData: all('script[type="application/ld+json"]').map((one) => one.textContent ?? ''),
    anchors: all('[id]').map((one) => one.id),
    landmarks: {
      header: all('body > header').length,
      nav: all('body > header nav').length,
      main: all('main').length,
      footer: all('body > footer').length,
    },
    navNames: attributes('nav', 'aria-label'),
    skip: page.querySelector('body a')?.getAttribute('href') ?? null,
    breadcrumbs: crumbs && {
      links: [...crumbs.querySelectorAll('a')].map((one) => one.getAttribute('href') ?? ''),
      here: crumbs.querySelector('[aria-current=page]')?.textContent?.trim() ?? '',
    },
  };
}
