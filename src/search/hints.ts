import { HINT_FILES } from './hint-files.ts';
import type { Stamped } from './stamp.ts';

/**
 * Tables for queries that nothing holds as typed. Each is a file that is fetched only for a query that needs it; they are made by
 * `build-hints.ts` out of the site's own content.
 */

/** Words of a record: its place in the table, then the words. */
export type Listed = readonly [n: number, ...words: string[]];

/** Traditional letters, and at the same place in `simplified` the letters that the site writes. */
export interface Traditional {
  readonly traditional: string;
  readonly simplified: string;
}

/** For each syllable without tone the letters of names that are read so. */
export type Pinyin = Readonly<Record<string, string>>;

/** The English name of each record, in the order of the table; empty where it has none. */
export type English = readonly string[];

/** What a query is run with beside the library. */
export interface Aids {
  /** The other names of terms, themes, sources and pages, which the table leaves out. */
  words(): Promise<readonly Listed[]>;
  /** What people say in Chinese for a record. */
  everyday(): Promise<readonly Listed[]>;
  traditional(): Promise<Traditional>;
  pinyin(): Promise<Pinyin>;
  english(): Promise<English>;
  /** What people say in English for a record. */
  paraphrases(): Promise<readonly Listed[]>;
}

/**
 * The tables by what loads a file of search, which stands at a path from the site's root. `belongs` throws where a table is of
 * another build than the records that it speaks of by their place; what reads the folder of one build needs none.
 */
export function aidsOf(load: <T>(path: string) => Promise<T>, belongs?: (build: string) => Promise<void>): Aids {
  const hintsOf = async <T>(path: string): Promise<T> => {
    const { build, hints } = await load<Stamped<T>>(path);
    await belongs?.(build);
    return hints;
  };
  return {
    words: () => hintsOf(HINT_FILES.words),
    everyday: () => hintsOf(HINT_FILES.everyday),
    traditional: () => hintsOf(HINT_FILES.traditional),
    pinyin: () => hintsOf(HINT_FILES.pinyin),
    english: () => hintsOf(HINT_FILES.english),
    paraphrases: () => hintsOf(HINT_FILES.paraphrases),
  };
}
