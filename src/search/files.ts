/** Where the files of search stand, from the site's root. */
export const FILES = {
  /** The folder of Pagefind's program and index. */
  index: 'pagefind/',
  /** The first file of the index, which names the others. */
  entry: 'pagefind/pagefind-entry.json',
  /** What answers on the page of search. */
  page: 'search/page.js',
  table: 'search/table.json',
} as const;
