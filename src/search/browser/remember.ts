/**
 * What a result was found by, kept for the page that it leads to: in the tab's own storage, used once, and not in the address, which stays the record's.
 */
const KEY = 'found';

/** The words found, each a phrase. */
export type Marks = readonly (readonly string[])[];

/** Keeps what was found for the address that is being followed. */
export function remember(address: string, marks: Marks): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify({ address, marks }));
  } catch {
    // A browser that refuses storage opens the page without marks.
  }
}

/** What was found at this address, where the reader has just come from a result; it is forgotten by being asked. */
export function recall(address: string): Marks | undefined {
  try {
    const kept = sessionStorage.getItem(KEY);
    if (kept === null) return undefined;
    sessionStorage.removeItem(KEY);
    const { address: expected, marks } = JSON.parse(kept);
    return expected === address ? marks : undefined;
  } catch {
    return undefined;
  }
}
