import type { Listed } from './hints.ts';
import { pairsOf } from './pairs.ts';
import { keyOf, type Row, type Table } from './table.ts';

/** A phrase by which people look for a record, and the record. */
interface Saying {
  readonly row: Row;
  readonly phrase: string;
  readonly traces: ReadonlySet<string>;
}

/** What the site knows of other words for its own: the forms of its terms, and how people ask for its practices. */
export class Thesaurus {
  private readonly groups = new Map<string, readonly string[]>();
  private readonly counties = new Map<string, string>();
  private sayings: readonly Saying[] = [];
  private readonly table: Table;

  /** Of a table that has all names. */
  constructor(table: Table) {
    this.table = table;
    for (const { kind, name, aliases } of table.rows) {
      if (kind !== 'term') continue;
      const forms = [name, ...aliases];
      for (const form of forms) {
        const key = keyOf(form);
        const others = forms.filter((other) => other !== form);
        this.groups.set(key, [form, ...others, ...(this.groups.get(key)?.slice(1) ?? [])]);
      }
    }
    for (const { id, name } of table.counties) {
      this.counties.set(name, id);
      // 衡东 for 衡东县; a name of two letters keeps both.
      if (name.length > 2) this.counties.set(name.slice(0, -1), id);
    }
  }

  /** Takes up what people say for records; a question is what they say itself. */
  learn(everyday: readonly Listed[]): void {
    const questions = this.table.rows.filter(({ kind }) => kind === 'question');
    const said = everyday.flatMap(([n, ...phrases]) => {
      const row = this.table.rows[n];
      return row ? phrases.map((phrase) => ({ row, phrase })) : [];
    });
    this.sayings = [...said, ...questions.map((row) => ({ row, phrase: row.name }))].map((saying) => ({
      ...saying,
      traces: tracesOf(saying.phrase),
    }));
  }

  /** The words that mean the same as a word, itself first; undefined where it is in no group. */
  synonyms(word: string): readonly string[] | undefined {
    return this.groups.get(keyOf(word));
  }

  /** The id of the county that a word names. */
  county(word: string): string | undefined {
    return this.counties.get(word);
  }

  /** The records for which people say this. */
  saidOf(word: string): ReadonlySet<Row> {
    return new Set(this.sayings.filter(({ phrase }) => phrase.includes(word)).map(({ row }) => row));
  }

  /** How like a query is to what people say for a record, from 0 to 1, for the records where it is at all. */
  likeness(query: string): ReadonlyMap<Row, number> {
    const typed = tracesOf(query);
    const best = new Map<Row, number>();
    for (const { row, traces } of this.sayings) {
      const common = [...traces].filter((trace) => typed.has(trace)).length;
      if (common === 0) continue;
      const like = (2 * common) / (traces.size + typed.size);
      if (like > (best.get(row) ?? 0)) best.set(row, like);
    }
    return best;
  }
}

// Letters and pairs of neighbours: 老人吃饭 and 老人在哪吃饭 share six of them.
function tracesOf(text: string): Set<string> {
  return new Set([...text, ...pairsOf(text)]);
}
