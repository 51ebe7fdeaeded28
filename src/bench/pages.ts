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

/** What a page may cost: under so many bytes, in at most so many requests. */
export const PAGE_BUDGET = { total: 52_000, js: 5_000, requests: 5 };

/** The content of an address of the site, without query and fragment; undefined where there is none. */
export type ReadFile = (path: string) => Uint8Array | undefined;

const ORIGIN = 'https://site.invalid';

/** The weight of the page at `url`, with all that it loads by itself and what that loads in turn. Throws where there is no such page. */
export function pageWeight(url: string, read: ReadFile): PageWeight {
  const page = read(`${url}index.html`);
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

/** The pages that compare, beside those of counties, themes and indicators. */
const COMPARING = ['/', '/compare/', '/compare/side-by-side/', '/indicators/', '/questions/', '/timeline/'];

/** The weights of the pages of a site built into `folder`: every county, theme and indicator, and what compares them; the heaviest first. */
export function weighedPages(folder: string): PageWeight[] {
  const read: ReadFile = (path) => {
    const file = join(folder, path);
    return statSync(file, { throwIfNoEntry: false })?.isFile() ? readFileSync(file) : undefined;
  };
  const within = ['counties', 'themes', 'indicators'].flatMap((kind) =>
    readdirSync(join(folder, kind), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => `/${kind}/${name}/`),
  );
  return [...COMPARING, ...within]
    .map((url) => pageWeight(url, read))
    .sort((a, b) => b.total - a.total || (a.url < b.url ? -1 : 1));
}
