const SHOWN_AT_MOST = 80;
/** Of what is longer than any question the beginning is enough: to compose 100,000 marks takes a browser minutes. */
const ASKED_AT_MOST = 2_000;

/** The part of what was typed, or of an address, that is looked up at all. */
export function askedOf(text: string): string {
  return text.slice(0, ASKED_AT_MOST);
}

/** A query as it is shown in a sentence: on one line, not too long, and without signs that cannot be seen, which could turn it round. */
export function shownOf(query: string): string {
  const line = query.trim().toWellFormed().replace(/\s+/gu, ' ').replace(/\p{C}/gu, '');
  const letters = [...line];
  return letters.length > SHOWN_AT_MOST ? `${letters.slice(0, SHOWN_AT_MOST).join('')}……` : line;
}
