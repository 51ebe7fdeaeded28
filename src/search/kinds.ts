/**
 * The kinds of record that search finds, in the order in which they stand where all else ties. A county stands before indicators,
 * which only gather figures: a printed number is first found where it belongs. `friend` is a false friend, one name for different things.
 */
export const KINDS = [
  'initiative',
  'theme',
  'term',
  'friend',
  'county',
  'indicator',
  'question',
  'source',
  'page',
] as const;
export type Kind = (typeof KINDS)[number];

/** Of these kinds the name is a sentence or a title, which nobody types by its sound or with one wrong letter. */
export const SENTENCES: readonly Kind[] = ['friend', 'question', 'page'];
