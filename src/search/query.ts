import { cutQuery, type Field, joinFields } from './cut.ts';
import { KINDS, type Kind } from './kinds.ts';
import { rankOf } from './match.ts';

/** The part of Pagefind's API that is used here. */
export interface Pagefind {
  search(query: string): Promise<{ readonly results: readonly PagefindResult[] }>;
}

export interface PagefindResult {
  readonly id: string;
  data(): Promise<{
    readonly raw_url?: string;
    readonly url: string;
    readonly content: string;
    readonly filters: Readonly<Record<string, readonly string[]>>;
  }>;
}

/** A record found, with what a result shows of it. */
export interface Hit {
  /** From the site's root, without the base path. */
  readonly url: string;
  readonly kind: string;
  readonly county: string | undefined;
  readonly themes: readonly string[];
  readonly fields: readonly Field[];
}

/** What a query became: the words it was looked up by, and what it found. */
export interface Found {
  /** The words of the whole query, and those of each piece of it between blanks. */
  readonly whole: readonly string[];
  readonly pieces: readonly (readonly string[])[];
  readonly exact: readonly Hit[];
  readonly looser: readonly Hit[];
  /** How many exact hits there are; at most `HITS_AT_MOST` of them are returned, the best. */
  readonly total: number;
}

/** So many exact hits are ranked: more than the site has records. */
const RANKED_AT_MOST = 1000;
/** The best hits up to this many are returned. */
export const HITS_AT_MOST = 200;
/** A query of more words than this is cut: no name or phrase of ours is longer. */
export const WORDS_AT_MOST = 60;
/** More pieces than this are not looked up apart. */
const PIECES_AT_MOST = 8;

/** Runs a query: first as one phrase, then, where it has several pieces, as records that hold all of them apart. */
export async function runQuery(pagefind: Pagefind, query: string): Promise<Found> {
  const whole = wordsOf(query);
  const pieces = piecesOf(query).map(wordsOf);
  if (whole.length === 0) return { whole, pieces: [], exact: [], looser: [], total: 0 };
  const results = (await pagefind.search(phrase(whole))).results;
  const exact = ranked(await hitsOf(results.slice(0, RANKED_AT_MOST)), [whole]).slice(0, HITS_AT_MOST);
  const loosens = pieces.length > 1 || pieces[0]?.join() !== whole.join();
  const apart = loosens ? await allOf(pagefind, pieces) : [];
  const known = new Set(results.map(({ id }) => id));
  const looser = ranked(await hitsOf(apart.filter(({ id }) => !known.has(id)).slice(0, HITS_AT_MOST)), pieces);
  return { whole, pieces, exact, looser, total: results.length };
}

function wordsOf(text: string): string[] {
  return cutQuery(text).slice(0, WORDS_AT_MOST);
}

/** The pieces of a query between blanks that are looked up apart: those that hold something, each once, and not too many. */
export function piecesOf(query: string): string[] {
  const pieces = new Map<string, string>();
  for (const piece of query.split(/\s+/u)) {
    const key = wordsOf(piece).join(' ');
    if (key !== '' && !pieces.has(key)) pieces.set(key, piece);
    if (pieces.size === PIECES_AT_MOST) break;
  }
  return [...pieces.values()];
}

function phrase(words: readonly string[]): string {
  return `"${words.join(' ')}"`;
}

async function allOf(pagefind: Pagefind, pieces: readonly (readonly string[])[]): Promise<readonly PagefindResult[]> {
  const found = await Promise.all(pieces.map(async (piece) => (await pagefind.search(phrase(piece))).results));
  const [first = [], ...others] = found;
  const ids = others.map((results) => new Set(results.map(({ id }) => id)));
  return first.filter(({ id }) => ids.every((set) => set.has(id)));
}

async function hitsOf(results: readonly PagefindResult[]): Promise<Hit[]> {
  return Promise.all(
    results.map(async (result) => {
      const data = await result.data();
      return {
        url: data.raw_url ?? data.url,
        kind: data.filters.kind?.[0] ?? '',
        county: data.filters.county?.[0],
        themes: data.filters.theme ?? [],
        fields: joinFields(data.content),
      };
    }),
  );
}

function ranked(hits: readonly Hit[], queries: readonly (readonly string[])[]): Hit[] {
  const scored = hits.map((hit, i) => ({
    hit,
    i,
    rank: queries.reduce((sum, keys) => sum + rankOf(hit.fields, keys), 0),
    kind: KINDS.indexOf(hit.kind as Kind),
  }));
  // Within a role the kind decides before the share does: the whole number is the role.
  return scored
    .sort((a, b) => Math.floor(a.rank) - Math.floor(b.rank) || a.kind - b.kind || a.rank - b.rank || a.i - b.i)
    .map(({ hit }) => hit);
}
