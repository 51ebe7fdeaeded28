import { cut, cutQuery, type Field, joinFields } from './cut.ts';
import type { Row, Table } from './table.ts';

/** A record that holds a phrase, and the word of its content at which the phrase stands first. */
export interface Place {
  readonly row: Row;
  readonly at: number;
}

/** What a query is run on: the table of records, and the full-text index behind it. */
export interface Library {
  readonly table: Table;
  /** Every record that holds the words one after the other. Rejects where the index cannot be read. */
  find(keys: readonly string[]): Promise<readonly Place[]>;
  /** The text of a record by its fields, without its English name. Rejects where it cannot be read. */
  fieldsOf(row: Row): Promise<readonly Field[]>;
}

/** The part of Pagefind's API that is used here. */
export interface Pagefind {
  search(query: string): Promise<{ readonly results: readonly PagefindResult[] }>;
}

export interface PagefindResult {
  readonly id: string;
  /** The words of the content that were found; of a phrase, where it stands first. */
  readonly words: readonly number[];
  data(): Promise<{ readonly content: string }>;
}

/** A phrase of more words than this is looked for by its beginning, and read in the records that hold that, if they are few. */
const LONG = 8;
const BEGINNING = 4;
const FEW = 8;

/** A library on Pagefind's index. Throws at a record that the table does not have: then the two are not of one build. */
export function libraryOf(table: Table, pagefind: Pagefind): Library {
  const found = new Map<string, Promise<readonly Place[]>>();
  const opened = new Map<number, PagefindResult>();
  const ask = async (keys: readonly string[]): Promise<readonly Place[]> => {
    const { results } = await pagefind.search(`"${keys.join(' ')}"`);
    return results.map((result) => {
      const row = table.byIndex(result.id);
      if (!row) throw new Error(`the index has a record ${result.id} that the table does not have`);
      opened.set(row.n, result);
      return { row, at: Math.min(...result.words) };
    });
  };
  // Each letter of a phrase costs a piece of the index. Where few records hold its beginning, their texts cost less.
  const look = async (keys: readonly string[]): Promise<readonly Place[]> => {
    if (keys.length <= LONG) return ask(keys);
    const some = await library.find(keys.slice(0, BEGINNING));
    if (some.length > FEW) return ask(keys);
    const places = await Promise.all(
      some.map(async ({ row }) => {
        const content = await opened.get(row.n)?.data();
        return { row, at: placeIn(content?.content ?? '', keys) };
      }),
    );
    return places.filter(({ at }) => at >= 0);
  };
  const library: Library = {
    table,
    find(keys) {
      const phrase = keys.join(' ');
      if (phrase === '') return Promise.resolve([]);
      const known = found.get(phrase);
      if (known) return known;
      const asked = look(keys);
      found.set(phrase, asked);
      // A failure is not kept: the next attempt may succeed.
      asked.catch(() => found.delete(phrase));
      return asked;
    },
    async fieldsOf(row) {
      // A record can be found by what is said of it, which the index does not hold; by its own name the index has it.
      if (!opened.has(row.n)) await library.find(cutQuery(row.name));
      const result = opened.get(row.n);
      if (!result) return [];
      return joinFields((await result.data()).content);
    },
  };
  return library;
}

// The word of a record's content at which a phrase stands first; -1 where it does not.
function placeIn(content: string, keys: readonly string[]): number {
  const words = content.split(' ').map((word) => cut(word)[0]?.key);
  return words.findIndex((_, at) => keys.every((key, i) => words[at + i] === key));
}
