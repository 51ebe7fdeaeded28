import { cover, coverEnglish, type Scored } from './cover.ts';
import { cutQuery } from './cut.ts';
import type { Aids, Pinyin, Traditional } from './hints.ts';
import { type Hit, hitsOf } from './hits.ts';
import { SENTENCES } from './kinds.ts';
import type { Library } from './library.ts';
import { readingsOf, readPinyin } from './pinyin.ts';
import { type Answer, isOnlyGathered, type Looser, piecesOf, type Way } from './query.ts';
import { withoutQuestion } from './question-words.ts';
import { HAN, LATIN } from './script.ts';
import { type Segment, segmentsOf } from './segments.ts';
import { type Row, type Table, withWords } from './table.ts';
import { Thesaurus } from './thesaurus.ts';
import { corrections } from './typos.ts';

/** A loosened query shows so many hits at most for each way; an exact one all. */
const LOOSER_AT_MOST = 60;
/** Of a query of which no record answers all, so many are shown, */
const SOME_AT_MOST = 20;
/** each of which answers at least this share of what the best one answers. */
const COVERED_OF_BEST = 0.3;
/** So many readings of pinyin are looked up, none of them this much further than the nearest. */
const READINGS_AT_MOST = 8;
const READINGS_WITHIN = 3;
const CORRECTIONS_AT_MOST = 5;
const NEAREST = 5;

/** 党员kaohe is two pieces. */
const BY_SCRIPT = /\p{Script=Latin}+|\P{Script=Latin}+/gu;

/** What a query finds when it is taken less literally than it was typed, one way after the other. */
export async function loosen(
  library: Library,
  aids: Aids,
  exact: readonly Hit[],
  query: string,
): Promise<Pick<Answer, 'looser' | 'tried' | 'nearest'>> {
  let plain = withoutCommas(query);
  const han = HAN.test(plain);
  const alone = exact.length === 0 || isOnlyGathered(exact);
  // All that may be needed is asked for at once: one round trip.
  const asked = {
    traditional: alone && han ? aids.traditional() : undefined,
    everyday: alone && han ? aids.everyday() : undefined,
    pinyin: alone && LATIN.test(plain) ? aids.pinyin() : undefined,
  };
  for (const one of Object.values(asked)) one?.catch(() => {});
  const table = withWords(library.table, await aids.words());
  if (asked.traditional) plain = simplified(plain, await asked.traditional);
  const thesaurus = new Thesaurus(table);
  const run = new Loosening(library, table, thesaurus, exact, alone, (await asked.pinyin) ?? {});
  if (plain !== query) run.add('plain', [plain], await hitsOf(library, plain));

  const pieces = piecesOf(plain);
  const whole = pieces.map((text): Segment => ({ text, readings: thesaurus.synonyms(text) ?? [text], weight: 1 }));
  if (pieces.length > 1) {
    const literal = whole.map((one) => ({ ...one, readings: [one.text] }));
    run.add('apart', pieces, full(await cover(library, literal, thesaurus, '')));
  }
  if (run.found > 0) {
    const replaced = whole.filter(({ readings }) => readings.length > 1);
    if (replaced.length > 0) run.add('same', saidOf(replaced), full(await cover(library, whole, thesaurus, '')));
    return run.result(plain);
  }
  if (!han) {
    await run.latin(plain, aids);
    return run.result(plain);
  }
  thesaurus.learn((await asked.everyday) ?? []);
  const runs = pieces.flatMap((piece) =>
    withoutQuestion(lettersOf(piece)).flatMap((text) => text.match(BY_SCRIPT) ?? []),
  );
  const segments = await Promise.all(
    runs.map(async (text) =>
      LATIN.test(text) ? [run.withPinyin({ text, readings: [text], weight: 1 })] : segmentsOf(library, text, thesaurus),
    ),
  );
  const found = segments.flat();
  const known = new Set(exact.map(({ row }) => row));
  const scored = (await cover(library, found, thesaurus, lettersOf(plain))).filter(({ row }) => !known.has(row));
  const said = saidOf(found);
  // Where all pieces are words, another order is likelier than a wrong letter.
  const words = found.length > 1 && found.every(({ weight, county }) => weight === 1 || county);
  if (!words) await run.typo(plain);
  run.add('same', said, full(scored));
  if (words) await run.typo(plain);
  run.add('some', said, enough(scored), SOME_AT_MOST);
  return run.result(plain);
}

/** Gathers what a query finds by one way after the other, each record once. */
class Loosening {
  private readonly groups: Looser[] = [];
  private readonly seen: Set<number>;
  private readonly ways = new Set<Way>();
  /** Exact hits that do not count as found. */
  private readonly before: number;
  private readonly library: Library;
  private readonly table: Table;
  private readonly thesaurus: Thesaurus;
  private readonly readings: ReadonlyMap<string, readonly string[]>;
  private readonly names: readonly string[];

  /** `alone` where the exact hits are no answer yet. */
  constructor(
    library: Library,
    table: Table,
    thesaurus: Thesaurus,
    exact: readonly Hit[],
    alone: boolean,
    pinyin: Pinyin,
  ) {
    this.before = alone ? exact.length : 0;
    this.library = library;
    this.table = table;
    this.thesaurus = thesaurus;
    this.seen = new Set(exact.map(({ row }) => row.n));
    this.readings = readingsOf(pinyin);
    this.names = table.rows.flatMap(({ name, aliases, kind }) => (SENTENCES.includes(kind) ? [] : [name, ...aliases]));
  }

  get found(): number {
    return this.seen.size - this.before;
  }

  add(way: Way, read: readonly string[], hits: readonly Hit[], most = LOOSER_AT_MOST): void {
    this.ways.add(way);
    const fresh = hits.filter(({ row }) => !this.seen.has(row.n)).slice(0, most);
    if (fresh.length === 0) return;
    for (const { row } of fresh) this.seen.add(row.n);
    this.groups.push({ way, read, hits: fresh });
  }

  async latin(query: string, aids: Aids): Promise<void> {
    const names = await aids.english();
    this.add('english', [query], full(await coverEnglish(this.library, this.table, names, [], query)));
    await this.pinyin(query);
    if (this.found > 0) return;
    const english = await coverEnglish(this.library, this.table, names, await aids.paraphrases(), query);
    this.add('english', [query], full(english));
    this.add('some', [query], enough(english), SOME_AT_MOST);
  }

  private async pinyin(query: string): Promise<void> {
    const near = this.read(query);
    const hits = await this.hitsOfAll(near);
    this.add('pinyin', near, hits);
    const pieces = piecesOf(query);
    if (hits.length > 0 || pieces.length < 2) return;
    const segments = pieces.map((text) => this.withPinyin({ text, readings: [text], weight: 1 }));
    const said = segments.flatMap(({ readings }) => readings.slice(1));
    this.add('pinyin', said, full(await cover(this.library, segments, this.thesaurus, '')));
  }

  /** A piece in Latin letters with the names that it may be the pinyin of; another piece as it is. */
  withPinyin(segment: Segment): Segment {
    if (HAN.test(segment.text) || this.readings.size === 0) return segment;
    return { ...segment, readings: [...segment.readings, ...this.read(segment.text)] };
  }

  private read(query: string): string[] {
    const readings = readPinyin(query, this.names, this.readings);
    const best = readings[0]?.distance ?? 0;
    return readings
      .filter(({ distance }) => distance < best + READINGS_WITHIN)
      .slice(0, READINGS_AT_MOST)
      .map(({ text }) => text);
  }

  async typo(query: string): Promise<void> {
    const near = corrections(lettersOf(query), this.names.map(lettersOf))
      .slice(0, CORRECTIONS_AT_MOST)
      .map(({ text }) => text);
    this.add('typo', near, await this.hitsOfAll(near));
  }

  // The hits of several phrases, in the order of the phrases.
  private async hitsOfAll(texts: readonly string[]): Promise<Hit[]> {
    const found = await Promise.all(texts.map((text) => hitsOf(this.library, text)));
    const hits = new Map<number, Hit>();
    for (const hit of found.flat()) if (!hits.has(hit.row.n)) hits.set(hit.row.n, hit);
    return [...hits.values()];
  }

  result(query: string): Pick<Answer, 'looser' | 'tried' | 'nearest'> {
    const nearest = this.seen.size === 0 ? nearestNames(this.table, cutQuery(query)) : [];
    return { looser: this.groups, tried: [...this.ways], nearest };
  }
}

/** The records whose names share most with the words of a query, none that shares nothing. */
export function nearestNames(table: Table, keys: readonly string[]): Row[] {
  // A sign or a Latin letter in common is no likeness.
  const typed = new Set(keys.filter((key) => HAN.test(key)));
  return table.rows
    .filter(({ kind }) => !SENTENCES.includes(kind) && kind !== 'source')
    .map((row) => {
      const letters = new Set(row.keys[0]);
      const common = [...letters].filter((letter) => typed.has(letter)).length;
      return { row, like: (2 * common) / (letters.size + typed.size), common };
    })
    .filter(({ common }) => common > 0)
    .sort((a, b) => b.like - a.like || a.row.n - b.row.n)
    .slice(0, NEAREST)
    .map(({ row }) => row);
}

function full(scored: readonly Scored[]): Scored[] {
  return scored.filter(({ covered }) => covered > 0.999);
}

function enough(scored: readonly Scored[]): Scored[] {
  // A question of the site answers all of itself, which other records need not be measured by.
  const best = Math.max(0, ...scored.filter(({ row }) => row.kind !== 'question').map(({ covered }) => covered));
  return scored.filter(({ covered, telling }) => telling && covered >= best * COVERED_OF_BEST);
}

// Of a piece that was replaced, the word that stands first in its group beside the piece itself.
function saidOf(segments: readonly Segment[]): string[] {
  return segments
    .filter(({ weight }) => weight >= 1)
    .map(({ text, readings: [, other, more] }) => (other ? `${text}（${other}${more ? '等' : ''}）` : text));
}

// The letters that count, so that quotation marks and stops do not keep words apart.
function lettersOf(text: string): string {
  return [...text.normalize('NFKC')].filter((sign) => /[\p{L}\p{N}.%]/u.test(sign)).join('');
}

// 10,107 for 10107: how numbers are typed elsewhere.
function withoutCommas(query: string): string {
  return query.replace(/(\d)[,，](?=\d{3}(?!\d))/g, '$1');
}

function simplified(query: string, { traditional, simplified: plain }: Traditional): string {
  return Array.from(query, (letter) => plain[traditional.indexOf(letter)] ?? letter).join('');
}
