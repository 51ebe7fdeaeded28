import { cutQuery } from './cut.ts';
import type { Library } from './library.ts';
import { questionWordsAt } from './question-words.ts';
import type { Row } from './table.ts';
import type { Thesaurus } from './thesaurus.ts';

/** A piece of a query that means something by itself. */
export interface Segment {
  /** As it was typed, in simplified letters. */
  readonly text: string;
  /** What is looked up for it: the piece itself, then words that mean the same. */
  readonly readings: readonly string[];
  /** From 0 to 1: a letter that stands alone says less than a word. */
  readonly weight: number;
  /** The county that it names: all its records answer this piece. */
  readonly county?: string | undefined;
}

/** Longer stretches are not held to be one word, unless they stand in a group of synonyms. */
const WORD_AT_MOST = 5;
const GROUP_WORD_AT_MOST = 12;

/** What a cut costs: the one that costs least is taken. Letters alone cost more than any word. */
const COST = { letter: 2.2, empty: 0.25, group: 0.5, word: 0.35, rarity: 0.36 };
const LETTER_WEIGHT = 0.25;
const COUNTY_WEIGHT = 0.6;

interface Option {
  readonly from: number;
  readonly to: number;
  readonly cost: number;
  /** Absent for a word that only makes the question. */
  readonly segment: Segment | undefined;
}

/**
 * Takes a query without blanks apart. Words of the thesaurus are kept whole; between them the cut is the one whose pieces stand in
 * most records, so that no dictionary is needed: 村干部要坐班 becomes 村干部, 坐班, since those stand in the texts and 部要 does not.
 */
export async function segmentsOf(library: Library, text: string, thesaurus: Thesaurus): Promise<Segment[]> {
  const letters = [...text];
  const n = letters.length;
  const size = library.table.rows.length;
  const options: Option[] = numbersOf(text);
  const asks: Promise<void>[] = [];
  for (let from = 0; from < n; from++) {
    const rest = letters.slice(from).join('');
    const letter = letters[from] ?? '';
    const alone = { text: letter, readings: [letter], weight: LETTER_WEIGHT };
    options.push({ from, to: from + 1, cost: COST.letter, segment: alone });
    for (const word of questionWordsAt(rest)) {
      options.push({ from, to: from + [...word].length, cost: COST.empty, segment: undefined });
    }
    for (let to = from + 2; to <= Math.min(n, from + GROUP_WORD_AT_MOST); to++) {
      const word = letters.slice(from, to).join('');
      const county = thesaurus.county(word);
      const group = thesaurus.synonyms(word);
      const readings = group ?? [word];
      const weight = county ? COUNTY_WEIGHT : 1;
      if (county || group)
        options.push({ from, to, cost: COST.group, segment: { text: word, readings, weight, county } });
      if (to - from > WORD_AT_MOST) continue;
      const said = wordsIn([...thesaurus.saidOf(word)]);
      asks.push(
        library.find(cutQuery(word)).then((places) => {
          const records = wordsIn(places.map(({ row }) => row)) + said;
          // What stands in many records is a word; what stands in one may be the end of a word and the beginning of the next.
          const cost = COST.word + COST.rarity * Math.log(size / Math.min(size, records));
          if (records > 0) options.push({ from, to, cost, segment: { text: word, readings: [word], weight: 1 } });
        }),
      );
    }
  }
  await Promise.all(asks);
  return cheapest(options, n).flatMap(({ segment }) => segment ?? []);
}

// How many of the records show that a piece is a word. A question of the site is often typed, and holds every piece of itself.
function wordsIn(rows: readonly Row[]): number {
  return rows.filter(({ kind }) => kind !== 'question').length;
}

// A number is looked up as it is written, with its point and its per cent sign.
function numbersOf(text: string): Option[] {
  return [...text.matchAll(/\p{Nd}[\p{Nd}.]*%?/gu)].flatMap(({ 0: number, index }) => {
    const from = [...text.slice(0, index)].length;
    const segment = { text: number, readings: [number], weight: 1 };
    return number.length > 1 ? [{ from, to: from + [...number].length, cost: COST.group, segment }] : [];
  });
}

function cheapest(options: readonly Option[], n: number): Option[] {
  const best: { cost: number; last: Option | undefined }[] = [{ cost: 0, last: undefined }];
  for (let end = 1; end <= n; end++) {
    let found: { cost: number; last: Option | undefined } = { cost: Number.POSITIVE_INFINITY, last: undefined };
    for (const option of options) {
      if (option.to !== end) continue;
      const cost = (best[option.from]?.cost ?? 0) + option.cost;
      if (cost < found.cost) found = { cost, last: option };
    }
    best.push(found);
  }
  const path: Option[] = [];
  for (let end = n; end > 0; ) {
    const last = best[end]?.last;
    if (!last) break;
    path.unshift(last);
    end = last.from;
  }
  return path;
}
