/** The tables for what is not found as typed, each asked for by a query that needs it: apart from the others, which every page knows. */
export const HINT_FILES = {
  words: 'search/words.json',
  everyday: 'search/everyday.json',
  traditional: 'search/traditional.json',
  pinyin: 'search/pinyin.json',
  english: 'search/english.json',
  paraphrases: 'search/paraphrases.json',
} as const;
