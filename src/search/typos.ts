/** A stretch of a name that differs from what was typed by a letter or two. */
export interface Correction {
  readonly text: string;
  readonly edits: number;
  /** Whether it is the whole name. */
  readonly whole: boolean;
}

/** From so many letters on, two of them may be wrong. */
const TWO_EDITS_FROM = 8;
/** Shorter queries are held against whole names only. */
const INSIDE_FROM = 4;
const SHORTEST = 3;

/** The stretches of `names` nearest to a query of three letters or more: one letter wrong, missing or too many (two in a long one). */
export function corrections(query: string, names: Iterable<string>): Correction[] {
  const typed = [...query];
  if (typed.length < SHORTEST) return [];
  const most = typed.length >= TWO_EDITS_FROM ? 2 : 1;
  const found = new Map<string, Correction>();
  for (const name of names) {
    const letters = [...name];
    if (letters.length < SHORTEST) continue;
    for (const { from, to, edits } of nearest(typed, letters, most)) {
      const whole = from === 0 && to === letters.length;
      if (edits === 0 || to - from < 2 || (!whole && typed.length < INSIDE_FROM)) continue;
      const text = letters.slice(from, to).join('');
      const known = found.get(text);
      if (!known || (whole && !known.whole)) found.set(text, { text, edits, whole });
    }
  }
  const best = Math.min(...[...found.values()].map(({ edits }) => edits));
  return [...found.values()]
    .filter(({ edits }) => edits === best)
    .sort(
      (a, b) =>
        Number(b.whole) - Number(a.whole) ||
        Math.abs(a.text.length - query.length) - Math.abs(b.text.length - query.length),
    );
}

// The ends of stretches of `letters` that take at most `most` edits (the algorithm of Sellers), each with the beginning that makes it
// longest.
function nearest(typed: readonly string[], letters: readonly string[], most: number) {
  type Cell = { cost: number; from: number };
  let column: Cell[] = typed.map((_, i) => ({ cost: i + 1, from: 0 }));
  const ends: { from: number; to: number; edits: number }[] = [];
  letters.forEach((letter, j) => {
    const next: Cell[] = [];
    let diagonal: Cell = { cost: 0, from: j };
    let above: Cell = { cost: 0, from: j + 1 };
    typed.forEach((sign, i) => {
      const left = column[i] ?? diagonal;
      const swap = { cost: diagonal.cost + (sign === letter ? 0 : 1), from: diagonal.from };
      const skip = { cost: left.cost + 1, from: left.from };
      const add = { cost: above.cost + 1, from: above.from };
      const cell = [swap, skip, add].reduce((best, one) =>
        one.cost < best.cost || (one.cost === best.cost && one.from < best.from) ? one : best,
      );
      next.push(cell);
      diagonal = left;
      above = cell;
    });
    column = next;
    const end = column.at(-1);
    if (end && end.cost <= most) ends.push({ from: end.from, to: j + 1, edits: end.cost });
  });
  const best = Math.min(...ends.map(({ edits }) => edits));
  return ends.filter(({ edits }) => edits === best);
}
