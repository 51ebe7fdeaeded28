import { measureWordAt } from '../model/units.ts';
import { numbersIn } from './numbers.ts';
import type { Passage } from './source-text.ts';

/** A stretch of a passage that a record accounts for. */
export interface Claim {
  readonly passage: Passage;
  readonly from: number;
  readonly to: number;
}

/** What a figure says of its place in the source. */
export interface Claimant {
  readonly printed: string;
  readonly clause?: string | undefined;
  readonly at: readonly number[];
}

/**
 * Finds the place of each figure: `printed` in the paragraph that `at` names, within `clause` where there is one. Each place
 * is one figure's: two figures that print 17人 need two of them.
 *
 * @returns for each figure its claims, one for each paragraph of `at` in which it stands; none where it stands in no paragraph.
 */
export function claimsOf(figures: readonly Claimant[], passages: readonly Passage[]): readonly (readonly Claim[])[] {
  const taken: Claim[] = [];
  const claims: Claim[][] = figures.map(() => []);
  const free = (claim: Claim) =>
    !taken.some((other) => other.passage === claim.passage && claim.from < other.to && other.from < claim.to);
  // A clause narrows the choice, so those that have one choose first; of the rest, the longer print.
  const order = figures
    .map((figure, i) => ({ figure, i }))
    .sort(
      (a, b) =>
        Number(!a.figure.clause) - Number(!b.figure.clause) || b.figure.printed.length - a.figure.printed.length,
    );
  for (const { figure, i } of order) {
    for (const passage of passages) {
      const wanted = new Set(figure.at.filter((n) => passage.paragraphs.includes(n)));
      if (wanted.size === 0) continue;
      for (const place of placesOf(figure, passage)) {
        const claim = { passage, ...place };
        const first = passage.paragraphAt(place.from);
        const last = passage.paragraphAt(place.to - 1);
        if (!(wanted.has(first) || wanted.has(last)) || !free(claim)) continue;
        taken.push(claim);
        claims[i]?.push(claim);
        wanted.delete(first);
        wanted.delete(last);
        // A figure whose number was broken across two lines names both, and stands once.
        if (wanted.size === 0 || first !== last) break;
      }
    }
  }
  return claims;
}

function placesOf(figure: Claimant, passage: Passage): { from: number; to: number }[] {
  const clause = figure.clause;
  if (clause === undefined) return occurrencesOf(figure.printed, passage.text);
  return occurrences(clause, passage.text).flatMap((start) =>
    occurrencesOf(figure.printed, passage.text).filter(({ from, to }) => from < start + clause.length && to > start),
  );
}

/** Where a printed number stands in a text as a number of its own: not inside a longer number, nor before a longer measure word. */
export function occurrencesOf(printed: string, text: string): { readonly from: number; readonly to: number }[] {
  const places = occurrences(printed, text).map((from) => ({ from, to: from + printed.length }));
  if (places.length === 0) return places;
  const numbers = numbersIn(text);
  return places.filter(({ from, to }) => {
    const cut = numbers.some(
      (number) => number.from < to && from < number.to && (number.from < from || to < number.to),
    );
    // 百分之五 has no measure word behind it, and so is no number to numbersIn.
    const inNumerals =
      (isNumeral(printed[0]) && isNumeral(text[from - 1])) || (isNumeral(printed.at(-1)) && isNumeral(text[to]));
    return !cut && !inNumerals && !endsInsideMeasureWord(printed, text.slice(to, to + 4));
  });
}

function isNumeral(sign: string | undefined): boolean {
  return sign !== undefined && /[0-9０-９〇零一二两三四五六七八九十百千万亿]/.test(sign);
}

function endsInsideMeasureWord(printed: string, after: string): boolean {
  for (let start = Math.max(0, printed.length - 4); start < printed.length; start++) {
    const tail = printed.slice(start);
    if (measureWordAt(tail) !== tail) continue;
    const longer = measureWordAt(tail + after);
    // (社区) and the like say what is counted, not how: only a measure word of Han characters changes the unit.
    if (longer !== null && longer.length > tail.length && /^\p{Script=Han}+$/u.test(longer)) return true;
  }
  return false;
}

function occurrences(part: string, text: string): number[] {
  const found: number[] = [];
  for (let from = text.indexOf(part); from >= 0; from = text.indexOf(part, from + 1)) found.push(from);
  return found;
}
