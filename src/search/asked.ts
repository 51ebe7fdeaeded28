/** How much of what is asked is taken. It imports nothing, so that the search page's first script can take it in whole. */

/**
 * A box takes so many letters, as `maxlength` counts them: a Chinese letter is nine bytes in an address, of which many hosts take no
 * more than 8 kB.
 */
export const BOX_AT_MOST = 200;
/** Of what is longer than any question the beginning is enough: to compose 100,000 marks takes a browser minutes. */
const ASKED_AT_MOST = 2_000;

/** The part of a query that fits into a box; half a letter does not stand at its end. */
export function fitting(query: string): string {
  return query.length > BOX_AT_MOST ? query.slice(0, BOX_AT_MOST).replace(/[\uD800-\uDBFF]$/, '') : query;
}

/** The query of an address, as far as it is looked up; empty where there are only blanks. */
export function queryAt(search: string): string {
  const query = (new URLSearchParams(search).get('q') ?? '').slice(0, ASKED_AT_MOST);
  return query.trim() === '' ? '' : query;
}
