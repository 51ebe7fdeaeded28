/** What the words around a number say of its bound: 余, 近, 以上 and their like. */

/** How a printed number stands to the true one; `vague` has no number at all (数十). */
export const BOUNDS = ['exact', 'about', 'over', 'under', 'at-least', 'at-most', 'vague'] as const;

/** One of the bounds. */
export type Bound = (typeof BOUNDS)[number];

type Hedges = Readonly<Record<string, Bound>>;

/** Words before the number. 近 and 不足 say that the number was not reached, so both are `under`. */
const BEFORE: Hedges = {
  约: 'about',
  大约: 'about',
  大概: 'about',
  约为: 'about',
  超: 'over',
  超过: 'over',
  超出: 'over',
  逾: 'over',
  突破: 'over',
  高于: 'over',
  多于: 'over',
  大于: 'over',
  不止: 'over',
  近: 'under',
  将近: 'under',
  接近: 'under',
  不足: 'under',
  不到: 'under',
  不满: 'under',
  低于: 'under',
  少于: 'under',
  小于: 'under',
  未满: 'under',
  不低于: 'at-least',
  不少于: 'at-least',
  不小于: 'at-least',
  至少: 'at-least',
  最少: 'at-least',
  最低: 'at-least',
  // 上百 says that a hundred is reached; see `NEEDS`.
  上: 'at-least',
  不超过: 'at-most',
  不超: 'at-most',
  不高于: 'at-most',
  不多于: 'at-most',
  不大于: 'at-most',
  至多: 'at-most',
  最多: 'at-most',
  最高: 'at-most',
};

/** What must follow a word for it to be a hedge: 上百 is one, 上半年 and 上三年 are dates. */
const NEEDS: Readonly<Record<string, RegExp>> = { 上: /^[百千万亿]/ };

/** Words between the number and its scale or unit. */
const AMID: Hedges = { 余: 'over', 多: 'over', 来: 'about' };

/** Words after the unit. */
const AFTER: Hedges = {
  左右: 'about',
  上下: 'about',
  以上: 'at-least',
  及以上: 'at-least',
  以下: 'at-most',
  及以下: 'at-most',
  以内: 'at-most',
  之内: 'at-most',
  不到: 'under',
};

/** Words that count only right after the measure word, since nouns end in them too: `3年多`, `5天内`. */
const AFTER_MEASURE: Hedges = { 多: 'over', 余: 'over', 内: 'at-most' };

/** A hedge and its bound. */
export interface Hedge {
  readonly word: string;
  readonly bound: Bound;
}

const longestFirst = (hedges: Hedges): readonly Hedge[] =>
  Object.entries(hedges)
    .map(([word, bound]) => ({ word, bound }))
    .sort((a, b) => b.word.length - a.word.length);

const LISTS = {
  before: longestFirst(BEFORE),
  amid: longestFirst(AMID),
  after: longestFirst(AFTER),
  afterMeasure: longestFirst(AFTER_MEASURE),
};

/** The hedge that the text begins with, `before` a number or `amid` number and unit; null where it has none. */
export function hedgeAtStart(text: string, place: 'before' | 'amid'): Hedge | null {
  const fits = ({ word }: Hedge) => text.startsWith(word) && (NEEDS[word]?.test(text.slice(word.length)) ?? true);
  return LISTS[place].find(fits) ?? null;
}

/** The hedge that the text ends with, `after` any unit or only right `afterMeasure`; null where it has none. */
export function hedgeAtEnd(text: string, place: 'after' | 'afterMeasure'): Hedge | null {
  return LISTS[place].find(({ word }) => text.endsWith(word)) ?? null;
}

/**
 * The one bound that several hedges say together, or null where they contradict each other. Two that point the same
 * way leave the stricter one (超过10万元以上 is over); with a number that is vague, nothing is left to bound.
 */
export function combineBounds(bounds: readonly Bound[]): Bound | null {
  const said = new Set(bounds.filter((bound) => bound !== 'exact'));
  if (said.delete('vague')) return [...said].every((bound) => bound === 'about' || bound === 'over') ? 'vague' : null;
  if (said.has('over')) said.delete('at-least');
  if (said.has('under')) said.delete('at-most');
  const [first = 'exact', ...others] = said;
  return others.length === 0 ? first : null;
}
