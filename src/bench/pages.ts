import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Kind, type Reference, referencesOfCss, referencesOfHtml, referencesOfJs } from './references.ts';
import { sentBytes } from './sent.ts';

/** What a page costs a reader who comes for the first time. Bytes are those of bodies as sent with gzip -9, without headers. */
export interface PageWeight {
  /** From the site's root. */
  readonly url: string;
  readonly html: number;
  readonly css: number;
  readonly js: number;
  /** Pictures, the icon, fonts. */
  readonly other: number;
  /** All of these. */
  readonly total: number;
  /** The page and each address that it loads, once. */
  readonly requests: number;
  /** Addresses on other origins; their bytes are not known. */
  readonly foreign: readonly string[];
  /** Addresses that are asked for and not there. */
  readonly missing: readonly string[];
}

/** The content of an address of the site, without query and fragment; undefined where there is none. */
export type ReadFile = (path: string) => Uint8Array | undefined;

const ORIGIN = 'https://site.invalid';

/** The weight of the page at `url`, with all that it loads by itself and what that loads in turn. Throws where there is no such page. */
export function pageWeight(url: string, read: ReadFile): PageWeight {
  const page = read(url.endsWith('/') ? `${url}index.html` : url);
  if (!page) throw new Error(`the built site has no page ${url}`);
  const sums: Record<Kind, number> = { css: 0, js: 0, other: 0 };
  const foreign: string[] = [];
  const missing: string[] = [];
  const seen = new Set<string>();
  const load = (references: readonly Reference[], from: string) => {
    for (const { kind, address } of references) {
      const full = new URL(address, new URL(from, ORIGIN));
      full.hash = '';
      if (seen.has(full.href)) continue;
      seen.add(full.href);
      const path = decodeURIComponent(full.pathname);
      const content = full.origin === ORIGIN ? read(path) : undefined;
      if (full.origin !== ORIGIN) foreign.push(full.href);
      else if (!content) missing.push(path);
      if (!content) continue;
      sums[kind] += sentBytes(path, content);
      const text = new TextDecoder().decode(content);
      if (kind === 'css') load(referencesOfCss(text), path);
      if (kind === 'js') load(referencesOfJs(text), path);
    }
  };
  load(referencesOfHtml(new TextDecoder().decode(page)), url);
  const html = sentBytes('index.html', page);
  const total = html + sums.css + sums.js + sums.other;
  return { url, html, ...sums, total, requests: 1 + seen.size, foreign, missing };
}

/** The weights of all pages of a site built into `folder` to stand under `base`, the heaviest first. */
export function weighedPages(folder: string, base = '/'): PageWeight[] {
  const read: ReadFile = (path) => {
    if (!path.startsWith(base)) return undefined;
    const file = join(folder, path.slice(base.length));
    return statSync(file, { throwIfNoEntry: false })?.isFile() ? readFileSync(file) : undefined;
  };
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.html'))
    .map((file) => base + file.replaceAll('\\', '/').replace(/(^|\/)index\.html$/, '$1'))
    .map((url) => pageWeight(url, read))
    .sort((a, b) => b.total - a.total || (a.url < b.url ? -1 : 1));
}
