import { cutQuery } from './cut.ts';
import type { Library } from './library.ts';
import { type Row, rankOfName, rankOfPlace } from './table.ts';
import { byRank, type Rank } from './tiers.ts';

/** A record found, why it stands where it stands, and the words to be marked in it. */
export interface Hit {
  readonly row: Row;
  readonly rank: Rank;
  /** Each a phrase in words of the index. */
  readonly marks: readonly (readonly string[])[];
}

/** The hits of one phrase, the best first. */
export async function hitsOf(library: Library, text: string): Promise<Hit[]> {
  const keys = cutQuery(text);
  const places = await library.find(keys);
  const phrase = keys.join('');
  return places
    .map(({ row, at }): Hit => {
      // The index tells one place. A phrase that stands in a short alias there can stand in the name as well.
      const byPlace = rankOfPlace(row, at, keys.length);
      const byName = rankOfName(row, phrase);
      return { row, rank: byName && byRank(byName, byPlace) < 0 ? byName : byPlace, marks: [keys] };
    })
    .sort(byOrder);
}

/** The order of results: rank, then the order of the table. */
export function byOrder(a: Hit, b: Hit): number {
  return byRank(a.rank, b.rank) || a.row.n - b.row.n;
}
