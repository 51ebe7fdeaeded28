/** What a query in Latin letters may stand for: a stretch of a name that is read so. */
export interface Reading {
  /** The stretch, in Han letters. */
  readonly text: string;
  /** Smaller is nearer: whole names before parts, full syllables before initials. */
  readonly distance: number;
}

/** Readings of each letter, from the table of syllables. */
export function readingsOf(table: Readonly<Record<string, string>>): Map<string, string[]> {
  const readings = new Map<string, string[]>();
  for (const [syllable, letters] of Object.entries(table)) {
    for (const letter of letters) readings.set(letter, [...(readings.get(letter) ?? []), syllable]);
  }
  return readings;
}

const MARKS = /\p{Mn}/gu;
const SPOKEN = /[\p{L}\p{N}]/gu;

/** A query as bare letters, and the offsets at which a syllable has to begin, since a blank or an apostrophe was typed there. */
export function lettersOf(query: string): { letters: string; breaks: ReadonlySet<number> } {
  let letters = '';
  const breaks = new Set<number>();
  for (const sign of query.toLowerCase().normalize('NFD').replaceAll('u\u0308', 'v').replace(MARKS, '')) {
    if (/[a-z]/.test(sign)) letters += sign;
    else breaks.add(letters.length);
  }
  return { letters, breaks };
}

/** Fewer initials than this say too little inside of a name. */
const INITIALS_AT_LEAST = 3;

/**
 * The stretches of `names` that a query in pinyin can stand for, the nearest first and each once: in full, in full with the last
 * syllable begun, or by initials.
 */
export function readPinyin(
  query: string,
  names: Iterable<string>,
  readings: ReadonlyMap<string, readonly string[]>,
): Reading[] {
  const { letters, breaks } = lettersOf(query);
  const found = new Map<string, number>();
  if (letters.length < 2) return [];
  const note = (text: string, distance: number) => {
    if (distance < (found.get(text) ?? Number.POSITIVE_INFINITY)) found.set(text, distance);
  };
  for (const name of names) {
    // Quotation marks and the like are not spoken.
    const places = [...name.matchAll(SPOKEN)];
    const signs = places.map(([sign]) => sign);
    // The stretch as it is written: what stands between its letters belongs to it.
    const text = (from: number, to: number) => {
      const last = places[to - 1];
      return name.slice(places[from]?.index, last && last.index + last[0].length);
    };
    for (let from = 0; from < signs.length; from++) {
      const inner = from > 0 ? 1 : 0;
      const full = endOf(signs, from, letters, breaks, readings, 'full');
      if (full) note(text(from, full.to), distanceOf(signs, from, full.to) + (full.begun ? 0.5 : 0));
      if (letters.length < INITIALS_AT_LEAST && inner) continue;
      const short = endOf(signs, from, letters, breaks, readings, 'initials');
      if (short) note(text(from, short.to), 3 + distanceOf(signs, from, short.to));
      if (full || short) continue;
      const mixed = letters.length > INITIALS_AT_LEAST && endOf(signs, from, letters, new Set(), readings, 'mixed');
      if (mixed) note(text(from, mixed.to), 6 + distanceOf(signs, from, mixed.to));
    }
  }
  return [...found].map(([text, distance]) => ({ text, distance })).sort((a, b) => a.distance - b.distance);
}

// A whole name, its beginning, its inside.
function distanceOf(signs: readonly string[], from: number, to: number): number {
  return from > 0 ? 2 : to < signs.length ? 1 : 0;
}

type How = 'full' | 'initials' | 'mixed';

/** Where the letters of the query end when read from a sign of a name on; `begun` where the last syllable is not complete. */
function endOf(
  signs: readonly string[],
  from: number,
  letters: string,
  breaks: ReadonlySet<number>,
  readings: ReadonlyMap<string, readonly string[]>,
  how: How,
): { to: number; begun: boolean } | undefined {
  const read = (sign: number, at: number): { to: number; begun: boolean } | undefined => {
    if (at === letters.length) return { to: sign, begun: false };
    const here = signs[sign];
    if (here === undefined) return undefined;
    const rest = letters.slice(at);
    for (const syllable of readings.get(here) ?? [here.toLowerCase()]) {
      const initial = syllable[0] ?? '';
      if (how !== 'initials' && rest.startsWith(syllable) && fits(at, syllable.length, breaks)) {
        const end = read(sign + 1, at + syllable.length);
        if (end) return end;
      }
      if (how !== 'full' && rest.startsWith(initial) && fits(at, 1, breaks)) {
        const end = read(sign + 1, at + 1);
        if (end) return end;
      }
      if (how === 'full' && at > 0 && syllable.startsWith(rest) && fits(at, rest.length, breaks)) {
        return { to: sign + 1, begun: true };
      }
    }
    return undefined;
  };
  return read(from, 0);
}

function fits(at: number, length: number, breaks: ReadonlySet<number>): boolean {
  for (let i = at + 1; i < at + length; i++) if (breaks.has(i)) return false;
  return true;
}
