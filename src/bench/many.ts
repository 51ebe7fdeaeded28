import type { SearchRecord } from '../search/records.ts';
import type { CountyLabel } from '../search/table.ts';

/** How many counties the generated index has. */
export const MANY = 300;

/** A token that is swapped: a Han letter, or a word of Latin letters that is more than a particle. */
const TOKEN = /\p{Script=Han}|[A-Za-z]{4,}/gu;
/** The share of the alphabet that a county writes otherwise. */
const SWAPPED = 0.5;

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** What `manyOf` makes: records, and the labels of their counties. */
export interface Many {
  readonly records: readonly SearchRecord[];
  readonly counties: readonly CountyLabel[];
}

/**
 * The records of `count` counties out of those of a few: theirs again and again under new ids, `c001` and so on. The first of each
 * stay as they are, so that one query can be run on few and on many; the others are written with about half of the letters
 * swapped for others of the same texts, in each county by another rule, so that texts differ as much as real ones, and pieces of
 * words recur as they do in real ones. What belongs to no county is there once. The same input gives the same records.
 */
export function manyOf(records: readonly SearchRecord[], counties: readonly CountyLabel[], count: number): Many {
  const alphabet = alphabetOf(records);
  const own = new Map(counties.map(({ id }) => [id, records.filter(({ county }) => county === id)]));
  const labels: CountyLabel[] = [];
  const made: SearchRecord[] = [];
  const taken = new Set<string>();
  for (let n = 0; n < count; n++) {
    const county = counties[n % counties.length];
    if (!county) break;
    const id = `c${String(n + 1).padStart(3, '0')}`;
    const random = randomOf(n);
    let swap = n < counties.length ? (text: string) => text : swapOf(alphabet, random);
    // Two counties of one name would be one for a reader, and for what reads a county out of a query.
    while (taken.has(swap(county.name))) swap = swapOf(alphabet, random);
    taken.add(swap(county.name));
    labels.push({ ...county, id, name: swap(county.name), seal: swap(county.seal) });
    made.push(...(own.get(county.id) ?? []).map((record) => again(record, id, swap)));
  }
  return { records: [...made, ...records.filter(({ county }) => county === undefined)], counties: labels };
}

function again(record: SearchRecord, id: string, swap: (text: string) => string): SearchRecord {
  return {
    ...record,
    url: urlOf(record.url, id),
    county: id,
    everyday: record.everyday.map(swap),
    fields: record.fields.map(({ role, text }) => ({ role, text: swap(text) })),
  };
}

// A county may have several sources: theirs keep their names behind the new id.
function urlOf(url: string, id: string): string {
  return url.startsWith('/counties/')
    ? url.replace(/^\/counties\/[^/]+\//, `/counties/${id}/`)
    : url.replace(/^\/([^/]+)\//, `/$1/${id}-`);
}

/** The Han letters and the Latin words of the records' texts, each once. */
interface Alphabet {
  readonly han: readonly string[];
  readonly latin: readonly string[];
}

function alphabetOf(records: readonly SearchRecord[]): Alphabet {
  const texts = records.flatMap(({ fields, everyday }) => [...fields.map(({ text }) => text), ...everyday]);
  const tokens = [...new Set(texts.flatMap((text) => text.match(TOKEN) ?? []))].sort();
  const isLatin = (token: string) => /^[A-Za-z]/.test(token);
  return { han: tokens.filter((token) => !isLatin(token)), latin: tokens.filter(isLatin) };
}

function swapOf({ han, latin }: Alphabet, random: () => number): (text: string) => string {
  const others = new Map([...swapped(han, random), ...swapped(latin, random)]);
  return (text) => text.replace(TOKEN, (token) => others.get(token) ?? token);
}

// Some tokens change places among themselves, the others stay.
function swapped(tokens: readonly string[], random: () => number): [string, string][] {
  const some = tokens.filter(() => random() < SWAPPED);
  const mixed = [...some];
  for (let i = mixed.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [mixed[i], mixed[j]] = [mixed[j] as string, mixed[i] as string];
  }
  return some.map((token, i) => [token, mixed[i] ?? token]);
}
