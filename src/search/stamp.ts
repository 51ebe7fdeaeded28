/**
 * By what the files of one build are told from those of another. A host that is being updated, or a cache on the way, can give some
 * of each; rows, pieces and hints of different builds do not fit, and would give wrong results without a word.
 */
export interface Stamp {
  /** A hash of the table and of all hints. */
  readonly build: string;
  /** Pagefind’s name for its list of records, which itself is a hash of all that the index holds. */
  readonly list: string;
}

/** A table of hints as it is sent: with the build that it belongs to. */
export interface Stamped<T> {
  readonly build: string;
  readonly hints: T;
}

/** Pagefind’s own first file, as far as it is read here. */
export interface Entry {
  readonly languages: Readonly<Record<string, { readonly hash: string }>>;
}

/** The list of records that an entry leads to; the index has one language. */
export function listOf({ languages }: Entry): string | undefined {
  return Object.values(languages)[0]?.hash;
}
