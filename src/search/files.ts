/** Where the files of search stand, from the site's root. */
export const FILES = {
  /** The folder of Pagefind's program and index. */
  index: 'pagefind/',
  /** The first file of the index, which names the others. */
  entry: 'pagefind/pagefind-entry.json',
  /** What answers on the page of search. */
  page: 'search/page.js',
  table: 'search/table.json',
  words: 'search/words.json',
  everyday: 'search/everyday.json',
  traditional: 'search/traditional.json',
  pinyin: 'search/pinyin.json',
  english: 'search/english.json',
  paraphrases: 'search/paraphrases.json',
} as const;
