const SHOWN_AT_MOST = 80;

/** A query as it is shown in a sentence: on one line, and not too long. */
export function shownOf(query: string): string {
  const letters = [...query.trim().toWellFormed().replace(/\s+/gu, ' ')];
  return letters.length > SHOWN_AT_MOST ? `${letters.slice(0, SHOWN_AT_MOST).join('')}……` : letters.join('');
}
