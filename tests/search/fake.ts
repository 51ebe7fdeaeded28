import { createHash } from 'node:crypto';
import { buildHints } from '../../src/search/build-hints.ts';
import { contentOf, cut, type Field, joinFields, type Role } from '../../src/search/cut.ts';
import type { Aids } from '../../src/search/hints.ts';
import { type Library, libraryOf, type Pagefind } from '../../src/search/library.ts';
import type { SearchRecord } from '../../src/search/records.ts';
import {
  type CountyLabel,
  inOrder,
  type PackedTable,
  packTable,
  readTable,
  type Table,
  type ThemeLabel,
} from '../../src/search/table.ts';

export const COUNTIES: readonly CountyLabel[] = [
  { id: 'hengdong', name: '衡东县', seal: '衡', date: '2018年' },
  { id: 'dongan', name: '东安县', seal: '东', date: '2024年' },
];
export const THEMES: readonly ThemeLabel[] = [
  { id: 'branches', name: '支部建设' },
  { id: 'members', name: '党员' },
];

type Texts = Partial<Record<Role, string | readonly string[]>>;
type More = Partial<Pick<SearchRecord, 'kind' | 'county' | 'themes' | 'everyday' | 'sharedBy'>>;

/** A record by its name alone, or by its fields. An initiative of 衡东县 where nothing else is said. */
export function record(id: string, texts: string | Texts, more: More = {}): SearchRecord {
  const kind = more.kind ?? 'initiative';
  const county = 'county' in more ? more.county : kind === 'initiative' ? 'hengdong' : undefined;
  const fields = Object.entries(typeof texts === 'string' ? { name: texts } : texts) as [Role, string | string[]][];
  return {
    url: kind === 'initiative' ? `/counties/${county}/#${id}` : `/${kind}/${id}/`,
    kind,
    county,
    themes: more.themes ?? [],
    everyday: more.everyday ?? [],
    ...(more.sharedBy ? { sharedBy: more.sharedBy } : {}),
    // A figure's label stands behind it.
    printed: fields.flatMap(([role, list]) =>
      role === 'figure' ? [list].flat().map((text) => text.split('：')[0] ?? '') : [],
    ),
    fields: fields.flatMap(([role, list]) => [list].flat().map((text): Field => ({ role, text }))),
  };
}

/** A term, which is a group of words that mean the same. */
export function term(id: string, name: string, ...aliases: string[]): SearchRecord {
  return record(id, { name, alias: aliases }, { kind: 'term' });
}

/** A name as Pagefind gives it to a record. */
export function idOf(url: string): string {
  return `und_${createHash('sha1').update(url).digest('hex').slice(0, 8)}`;
}

/** The table of some records, as the browser reads it. */
export function tableOf(
  records: readonly SearchRecord[],
  counties: readonly CountyLabel[] = COUNTIES,
  themes: readonly ThemeLabel[] = THEMES,
): Table {
  const packed: PackedTable = JSON.parse(JSON.stringify(packTable(records, counties, themes, idOf)));
  return readTable(packed);
}

/** The words of a record's content, the letters of the roles among them. */
export function wordsOfContent(fields: readonly Field[]): string[] {
  return inOrder(fields).flatMap((field) => {
    const content = contentOf([field]);
    const [back] = joinFields(content);
    return [content.slice(0, 1), ...cut(back?.text ?? '').map(({ key }) => key)];
  });
}

/** The words at which a phrase begins. */
export function placesIn(words: readonly string[], phrase: readonly string[]): number[] {
  return words.flatMap((_, at) => (phrase.every((word, i) => words[at + i] === word) ? [at] : []));
}

/**
 * An index that does what Pagefind does with a phrase in quotes: it gives all records whose words hold its words in a row, of a
 * single word all its places, of a longer phrase those at which it stands first. `asked` gathers what was looked up, `opened` the
 * records that were read, `fetched` the tables that were asked for.
 */
export function fakeOf(records: readonly SearchRecord[]) {
  const asked: string[] = [];
  const opened: string[] = [];
  const fetched: (keyof Aids)[] = [];
  const contents = records.map(({ fields }) => wordsOfContent(fields));
  const pagefind: Pagefind = {
    search: async (query) => {
      asked.push(query);
      const words = /^"(.+)"$/su.exec(query)?.[1];
      if (words === undefined) throw new Error(`not a phrase: ${query}`);
      const phrase = words
        .toLowerCase()
        .replace(/[.`~!@#$%^&*(){}[\]\\|:;'",<>/?-]/g, '')
        .split(/\s+/);
      // In no order that a result could rely on.
      const found = records.map((one, n) => ({ one, places: placesIn(contents[n] ?? [], phrase) })).reverse();
      return {
        results: found
          .filter(({ places }) => places.length > 0)
          .map(({ one, places }) => ({
            id: idOf(one.url),
            words: phrase.length === 1 ? places.toReversed() : phrase.map((_, i) => (places[0] ?? 0) + i),
            data: async () => {
              opened.push(one.url);
              return { content: contentOf(inOrder(one.fields)) };
            },
          })),
      };
    },
  };
  const table = tableOf(records);
  const library: Library = libraryOf(table, pagefind);
  let hints: ReturnType<typeof buildHints> | undefined;
  const aid = (name: keyof Aids) => async () => {
    fetched.push(name);
    hints ??= buildHints(records);
    return JSON.parse(JSON.stringify(hints[name]));
  };
  const aids: Aids = {
    words: aid('words'),
    everyday: aid('everyday'),
    traditional: aid('traditional'),
    pinyin: aid('pinyin'),
    english: aid('english'),
    paraphrases: aid('paraphrases'),
  };
  return { library, aids, table, pagefind, asked, opened, fetched };
}

/** The ends of the addresses of some hits: `a` of `/counties/hengdong/#a`. */
export function idsOf(hits: readonly { readonly row: { readonly url: string } }[]): string[] {
  return hits.map(({ row }) => /([^/#]+)\/?$/.exec(row.url)?.[1] ?? row.url);
}
