const SHOWN_AT_MOST = 80;

/** A query as it is shown in a sentence: on one line, not too long, and without signs that cannot be seen, which could turn it round. */
export function shownOf(query: string): string {
  const line = query.trim().toWellFormed().replace(/\s+/gu, ' ').replace(/\p{C}/gu, '');
  const letters = [...line];
  return letters.length > SHOWN_AT_MOST ? `${letters.slice(0, SHOWN_AT_MOST).join('')}……` : line;
}
