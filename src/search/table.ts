import { contentOf, cutQuery, type Field, INDEXED } from './cut.ts';
import type { Listed } from './hints.ts';
import { KINDS, type Kind } from './kinds.ts';
import type { SearchRecord } from './records.ts';
import { byRank, type Rank, type Tier, tierInName } from './tiers.ts';

/** What results show of a county. */
export interface CountyLabel {
  readonly id: string;
  readonly name: string;
  readonly seal: string;
  /** When its report was published, in words. */
  readonly date: string;
}

export interface ThemeLabel {
  readonly id: string;
  readonly name: string;
}

/** A record as the search box knows it before any part of the index has come. */
export interface Row {
  /** Its place in the table. */
  readonly n: number;
  /** From the site's root, without the base path. */
  readonly url: string;
  readonly kind: Kind;
  readonly county: CountyLabel | undefined;
  readonly themes: readonly ThemeLabel[];
  readonly name: string;
  /** Its other names; those of terms and themes are loaded only for a query that nothing holds as typed. */
  readonly aliases: readonly string[];
  /** The words of name and aliases, each list run together. */
  readonly keys: readonly string[];
  /** The words of its figures as printed, run together. */
  readonly figures: readonly string[];
  /** Of a practice: the false friends that tell of a name in it. */
  readonly friends: readonly Row[];
  /** Of a false friend: the practices in which its name stands. */
  readonly users: readonly Row[];
  readonly places: Places;
}

/** Where the fields of a record stand in its content. */
interface Places {
  readonly names: readonly NamePlace[];
  /** The word at which each role after the names begins, and the count of words. */
  readonly starts: readonly number[];
}

/** A name in the content of a record: the word before which it begins, and how many words it has. */
interface NamePlace {
  readonly role: 'name' | 'alias';
  readonly from: number;
  readonly length: number;
}

/**
 * All records by name, county and theme. It is loaded once when a reader touches a search box; with it a name is found before the
 * index has come, hits are ordered and counted without opening each of them, and a typed word can be held against all names.
 */
export interface Table {
  readonly counties: readonly CountyLabel[];
  readonly themes: readonly ThemeLabel[];
  readonly rows: readonly Row[];
  /** The row of a record by Pagefind's own name for it. */
  readonly byIndex: (id: string) => Row | undefined;
}

/** The table as it is sent: column by column, which gzip takes to a third of what objects would need. */
export interface PackedTable {
  readonly counties: readonly (readonly [id: string, name: string, seal: string, date: string])[];
  readonly themes: readonly (readonly [id: string, name: string])[];
  /** A digit a record: its kind. */
  readonly kinds: string;
  /** A letter a record: its county, `-` for none. */
  readonly county: string;
  /** For each record the letters of its themes. */
  readonly theme: readonly string[];
  /** For each record its address; for an initiative what stands behind the county's page and `#`. */
  readonly url: readonly string[];
  readonly name: readonly string[];
  /** Aliases of all kinds but terms and themes, with a line between them. */
  readonly alias: readonly string[];
  /** The figures of each record as they are printed, with a line between them. */
  readonly figure: readonly string[];
  /** For each false friend its place among the records, and those of the practices in which its name stands. */
  readonly friends: readonly (readonly number[])[];
  /** For each record the lengths in words of its names, the shortest first and the name itself as `*`, and of the roles after them. */
  readonly lengths: readonly string[];
  /** The beginning of Pagefind's name of each record, as short as tells them apart, one after the other. */
  readonly index: string;
  /** How many letters of it there are. */
  readonly digits: number;
}

/** Of these kinds the aliases come with the table. */
export const ALIASES_AT_ONCE: readonly Kind[] = ['initiative', 'friend', 'county', 'indicator', 'source'];

/** The roles behind the names, in the order in which they stand in a record's content. */
const LATER = INDEXED.slice(INDEXED.indexOf('part'));
const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const NO_COUNTY = '-';

/**
 * The table of some records. `indexOf` gives Pagefind's name of a record by its address. With more counties or themes than there
 * are single letters the letters become code points beyond them.
 */
export function packTable(
  records: readonly SearchRecord[],
  counties: readonly CountyLabel[],
  themes: readonly ThemeLabel[],
  indexOf: (url: string) => string,
): PackedTable {
  const ids = records.map(({ url }) => plainId(indexOf(url)));
  const placeByUrl = new Map(records.map(({ url }, n) => [url, n]));
  let digits = 3;
  while (new Set(ids.map((id) => id.slice(0, digits))).size < new Set(ids).size) digits += 1;
  return {
    counties: counties.map(({ id, name, seal, date }) => [id, name, seal, date]),
    themes: themes.map(({ id, name }) => [id, name]),
    kinds: records.map(({ kind }) => KINDS.indexOf(kind)).join(''),
    county: records
      .map(({ county }) => (county ? letterOf(counties.findIndex(({ id }) => id === county)) : NO_COUNTY))
      .join(''),
    theme: records.map((record) =>
      record.themes.map((theme) => letterOf(themes.findIndex(({ id }) => id === theme))).join(''),
    ),
    url: records.map(({ url, kind }) => (kind === 'initiative' ? url.slice(url.indexOf('#') + 1) : url)),
    name: records.map(({ fields }) => textsOf(fields, 'name').join('\n')),
    alias: records.map(({ fields, kind }) =>
      ALIASES_AT_ONCE.includes(kind) ? textsOf(fields, 'alias').join('\n') : '',
    ),
    figure: records.map(({ printed }) => printed.join('\n')),
    friends: records.flatMap(({ sharedBy }, n) =>
      sharedBy ? [[n, ...sharedBy.flatMap((url) => placeByUrl.get(url) ?? [])]] : [],
    ),
    lengths: records.map(({ fields }) => {
      const names = inOrder(fields).filter(({ role }) => !LATER.includes(role));
      const first = names.map((field) => (field.role === 'name' ? '*' : wordsOf([field])));
      const later = LATER.map((role) => wordsOf(fields.filter((field) => field.role === role)));
      return [first.join('+'), ...later].join(' ').replace(/( 0)+$/, '');
    }),
    index: ids.map((id) => id.slice(0, digits).padEnd(digits)).join(''),
    digits,
  };
}

/** The table from what was sent. Throws where it is not a table. */
export function readTable(packed: PackedTable): Table {
  const counties = packed.counties.map(([id, name, seal, date]): CountyLabel => ({ id, name, seal, date }));
  const themes = packed.themes.map(([id, name]): ThemeLabel => ({ id, name }));
  const kinds = [...packed.kinds];
  const county = [...packed.county];
  const rowsAt = (places: readonly (number | undefined)[]) => places.flatMap((place) => rows[place ?? -1] ?? []);
  const rows: readonly Row[] = packed.url.map((url, n): Row => {
    const kind = KINDS[Number(kinds[n])] ?? 'page';
    const home = counties[placeOf(county[n] ?? NO_COUNTY)];
    const name = packed.name[n] ?? '';
    let places: Places | undefined;
    const aliases = (packed.alias[n] ?? '').split('\n').filter((alias) => alias !== '');
    return {
      n,
      url: kind === 'initiative' && home ? `/counties/${home.id}/#${url}` : url,
      kind,
      county: home,
      themes: [...(packed.theme[n] ?? '')].flatMap((letter) => themes[placeOf(letter)] ?? []),
      name,
      aliases,
      keys: [name, ...aliases].map(keyOf),
      figures: (packed.figure[n] ?? '').split('\n').map(keyOf),
      get friends() {
        return rowsAt(packed.friends.flatMap(([friend, ...users]) => (users.includes(n) ? [friend] : [])));
      },
      get users() {
        return rowsAt(packed.friends.find(([friend]) => friend === n)?.slice(1) ?? []);
      },
      // Worked out for the records that are found, of many few.
      get places() {
        places ??= placesOf(name, packed.lengths[n] ?? '');
        return places;
      },
    };
  });
  const byId = new Map(
    rows.map((row) => [packed.index.slice(row.n * packed.digits, (row.n + 1) * packed.digits).trim(), row]),
  );
  return { counties, themes, rows, byIndex: (id) => byId.get(plainId(id).slice(0, packed.digits)) };
}

function placesOf(name: string, packed: string): Places {
  const [first = '*', ...lengths] = packed.split(' ');
  let from = 0;
  const names = first.split('+').map((length): NamePlace => {
    const role = length === '*' ? 'name' : 'alias';
    const place = { role, from, length: role === 'name' ? wordsOf([{ role, text: name }]) : Number(length) } as const;
    from += place.length;
    return place;
  });
  const starts = [from];
  LATER.forEach((_, i) => {
    starts.push((starts.at(-1) ?? 0) + Number(lengths[i] ?? 0));
  });
  return { names, starts };
}

/**
 * How well a row's name or an alias answers a phrase; undefined where none of them holds it. `phrase` is the words of the query
 * run together.
 */
export function rankOfName(row: Row, phrase: string): Rank | undefined {
  let best: Rank | undefined;
  row.keys.forEach((keys, i) => {
    if (!keys.includes(phrase)) return;
    const tier = tierInName(row.kind, i === 0 ? 'name' : 'alias', keys === phrase);
    // A part of a sentence ranks with texts, of which the table has not all.
    if (tier === 'summary') return;
    const rank = { tier, kind: row.kind, share: phrase.length / keys.length };
    if (!best || byRank(rank, best) < 0) best = rank;
  });
  return best;
}

/** How well a row's figures as printed answer a phrase of `length` words; undefined where none of them holds it. */
export function rankOfFigures(row: Row, phrase: string, length: number): Rank | undefined {
  if (!row.figures.some((printed) => printed.includes(phrase))) return undefined;
  const [from = 0, to = 0] = row.places.starts.slice(LATER.indexOf('figure'));
  return { tier: 'figure', kind: row.kind, share: length / Math.max(length, to - from) };
}

/** How well a row answers a phrase of `length` words that stands first at word `at` of its content. */
export function rankOfPlace(row: Row, at: number, length: number): Rank {
  const { names, starts } = row.places;
  const name = names.findLast(({ from }) => from < at);
  if (name && at < (starts[0] ?? 0)) {
    // The letter of the role is a word too.
    const whole = name.from + 1 === at && name.length === length + 1;
    const tier = tierInName(row.kind, name.role, whole);
    return { tier, kind: row.kind, share: length / Math.max(length, name.length - 1) };
  }
  let i = LATER.length - 1;
  while (i > 0 && (starts[i] ?? 0) > at) i -= 1;
  const size = (starts[i + 1] ?? 0) - (starts[i] ?? 0);
  return { tier: LATER[i] as Tier, kind: row.kind, share: length / Math.max(length, size) };
}

/**
 * The fields of a record as its content holds them: of the names the shortest first, so that where a phrase stands first tells
 * whether it is a whole name.
 */
export function inOrder(fields: readonly Field[]): Field[] {
  const indexed = fields.filter(({ role }) => INDEXED.includes(role));
  const names = indexed.filter(({ role }) => !LATER.includes(role));
  const place = ({ role }: Field) => (role === 'name' ? 0 : 1);
  return [
    ...names.sort((a, b) => wordsOf([a]) - wordsOf([b]) || place(a) - place(b)),
    ...indexed.filter(({ role }) => LATER.includes(role)),
  ];
}

/** The table with the names that it left out. */
export function withWords(table: Table, words: readonly Listed[]): Table {
  const aliases = new Map(words.map(([n, ...list]) => [n, list]));
  return { ...table, rows: table.rows.map((row) => ({ ...row, aliases: aliases.get(row.n) ?? row.aliases })) };
}

function textsOf(fields: readonly Field[], role: Field['role']): string[] {
  return fields.filter((field) => field.role === role).map(({ text }) => text);
}

// As Pagefind counts them: what stands between blanks, the letter of the role with it.
function wordsOf(fields: readonly Field[]): number {
  return fields.length === 0 ? 0 : contentOf(fields).split(' ').length;
}

// Pagefind puts the language before the name.
function plainId(id: string): string {
  return id.slice(id.indexOf('_') + 1);
}

function letterOf(place: number): string {
  return LETTERS[place] ?? String.fromCodePoint(0x4e00 + place);
}

function placeOf(letter: string): number {
  const place = LETTERS.indexOf(letter);
  return place >= 0 ? place : (letter.codePointAt(0) ?? 0) - 0x4e00;
}

/** The words of a text run together, as `keys` of a row hold them. */
export function keyOf(text: string): string {
  return cutQuery(text).join('');
}
