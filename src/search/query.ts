import { cut, cutQuery, STOP } from './cut.ts';
import type { Aids, English } from './hints.ts';
import { byOrder, type Hit, hitsOf } from './hits.ts';
import type { Kind } from './kinds.ts';
import type { Library } from './library.ts';
import { HAN, LATIN } from './script.ts';
import { keyOf, type Row, rankOfFigures, rankOfName, type Table } from './table.ts';

/** How a query was loosened. */
export const WAYS = ['plain', 'apart', 'english', 'pinyin', 'typo', 'same', 'some'] as const;
export type Way = (typeof WAYS)[number];

/** What a loosened query found that nothing before it had found. */
export interface Looser {
  readonly way: Way;
  /** What was looked up instead of the query, for the heading. */
  readonly read: readonly string[];
  readonly hits: readonly Hit[];
}

/** What a query found. */
export interface Answer {
  /** The words of the whole query; empty where it holds no letter and no digit. */
  readonly keys: readonly string[];
  /** Records that hold the query as it was typed, the best first. */
  readonly exact: readonly Hit[];
  readonly looser: readonly Looser[];
  /** The ways that were tried. */
  readonly tried: readonly Way[];
  /** Where nothing was found: the records whose names are most like the query. */
  readonly nearest: readonly Row[];
}

/** How many records an answer has. */
export function countOf({ exact, looser }: Pick<Answer, 'exact' | 'looser'>): number {
  return exact.length + looser.reduce((sum, { hits }) => sum + hits.length, 0);
}

/** A query of more words than this is cut: no name or phrase of ours is longer. */
export const WORDS_AT_MOST = 60;
/** More pieces than this are not looked up apart. */
const PIECES_AT_MOST = 8;

/** The words by which a query is looked up. */
export function wordsOf(query: string): string[] {
  return cutQuery(query).slice(0, WORDS_AT_MOST);
}

/** The part of a query that is looked up: without the signs at its ends. */
export function lookedUp(query: string): string {
  const cuts = cut(query);
  const first = cuts.findIndex(({ key }) => key !== STOP);
  const last = cuts.findLastIndex(({ key }) => key !== STOP);
  const from = first > 0 ? cuts[first]?.from : 0;
  return query.slice(from, last < cuts.length - 1 ? cuts[last]?.to : undefined);
}

/** Whether a query holds a sign, for which any sign may stand. */
export function hasSigns(keys: readonly string[]): boolean {
  return keys.includes(STOP);
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

/**
 * The exact hits that the table alone can tell: records whose name, alias or figure holds the query. They stand before all that the
 * index adds, but for a term or theme of which the query is another name, and for an item of a slogan: those are not in the table.
 */
export function nameHits(table: Table, query: string): Hit[] {
  const keys = wordsOf(query);
  // What is in Latin letters may be the whole of an English name, which ranks among these and is not in the table.
  if (keys.length === 0 || (LATIN.test(query) && !HAN.test(query))) return [];
  const phrase = keys.join('');
  return table.rows
    .flatMap((row) => {
      const rank = rankOfName(row, phrase) ?? rankOfFigures(row, phrase, keys.length);
      return rank ? [{ row, rank, marks: [keys] }] : [];
    })
    .sort(byOrder);
}

/**
 * Runs a query: as it was typed; and where that finds nothing, where the query has several pieces or is a term, more and more
 * loosely. `soon` hears of the exact hits before the looser ones are looked for.
 */
export async function runQuery(
  library: Library,
  aids: Aids,
  query: string,
  soon: (exact: readonly Hit[]) => void = () => {},
): Promise<Answer> {
  const keys = wordsOf(query);
  if (keys.length === 0) return { keys, exact: [], looser: [], tried: [], nearest: [] };
  const short = clip(query);
  // What is in Latin letters seldom stands anywhere as typed; its tables are asked for at once.
  if (LATIN.test(short) && !HAN.test(short)) {
    for (const asked of [import('./loosen.ts'), aids.words(), aids.pinyin()]) asked.catch(() => {});
  }
  const [found, english] = await Promise.all([hitsOf(library, short), LATIN.test(short) ? aids.english() : undefined]);
  const exact = withEnglish(library, english, found, short);
  soon(exact);
  const gathered = isOnlyGathered(exact);
  if (exact.length > 0 && !gathered && !isOnlyExplained(exact) && piecesOf(short).length < 2)
    return { keys, exact, looser: [], tried: [], nearest: [] };
  // A query that is answered as typed, as most are, does not load how to loosen it; another loads all of that at once.
  const needed = (exact.length > 0 && !gathered) || !HAN.test(short) ? [] : [aids.everyday(), aids.traditional()];
  for (const asked of [aids.words(), ...needed]) asked.catch(() => {});
  const { loosen } = await import('./loosen.ts');
  return { keys, exact, ...(await loosen(library, aids, exact, short)) };
}

// A term that no practice holds: what the practices call it is what a reader looks for.
function isOnlyExplained(exact: readonly Hit[]): boolean {
  const terms = exact.filter(({ row, rank }) => row.kind === 'term' && (rank.tier === 'name' || rank.tier === 'alias'));
  return terms.length > 0 && !exact.some(({ row }) => row.kind === 'initiative');
}

const GATHERING: readonly Kind[] = ['friend', 'indicator', 'question'];

/**
 * Whether a query was found only where practices are gathered, as in a question, and in themes with it: the practices themselves
 * are then looked for as if nothing had been found.
 */
export function isOnlyGathered(exact: readonly Hit[]): boolean {
  const kinds = exact.map(({ row }) => row.kind);
  return (
    kinds.some((kind) => GATHERING.includes(kind)) &&
    kinds.every((kind) => kind === 'theme' || GATHERING.includes(kind))
  );
}

function withEnglish(library: Library, names: English | undefined, hits: readonly Hit[], query: string): Hit[] {
  if (!names) return [...hits];
  const keys = wordsOf(query);
  const phrase = keys.join('');
  const known = new Map(hits.map((hit) => [hit.row.n, hit]));
  library.table.rows.forEach((row, n) => {
    const english = keyOf(names[n] ?? '');
    if (!english.includes(phrase)) return;
    const tier = english === phrase ? 'alias' : 'english';
    const hit: Hit = { row, rank: { tier, kind: row.kind, share: phrase.length / english.length }, marks: [keys] };
    const other = known.get(n);
    if (!other || byOrder(hit, other) < 0) known.set(n, hit);
  });
  return [...known.values()].sort(byOrder);
}

// Of a query that is too long the beginning is used, whole.
function clip(query: string): string {
  const text = query.toWellFormed().normalize('NFC');
  const last = cut(text)[WORDS_AT_MOST - 1];
  return last ? text.slice(0, last.to) : text;
}
