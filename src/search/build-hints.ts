import { Converter } from 'opencc-js/t2cn';
import { pinyin } from 'pinyin-pro';
import type { Aids, Listed } from './hints.ts';
import { pairsOf } from './pairs.ts';
import type { SearchRecord } from './records.ts';
import { HAN } from './script.ts';
import { ALIASES_AT_ONCE } from './table.ts';

/** The tables for queries that nothing holds as typed, by the name of their file: only what occurs in the content. */
export function buildHints(records: readonly SearchRecord[]): Readonly<Record<keyof Aids, unknown>> {
  const texts = records.flatMap(({ fields }) => fields.map(({ text }) => text));
  const names = records.flatMap(({ fields }) => fields.filter(({ role }) => role === 'name' || role === 'alias'));
  return {
    words: listed(records, ({ fields, kind }) =>
      ALIASES_AT_ONCE.includes(kind) ? [] : fields.filter(({ role }) => role === 'alias').map(({ text }) => text),
    ),
    everyday: listed(records, (record) => newest(record)),
    traditional: variantsOf(texts),
    pinyin: readingsOf(names.map(({ text }) => text)),
    english: records.map(({ fields }) => fields.find(({ role }) => role === 'english')?.text ?? ''),
    paraphrases: listed(records, ({ everyday }) => everyday.filter(isLatin)),
  };
}

function listed(records: readonly SearchRecord[], words: (record: SearchRecord) => readonly string[]): Listed[] {
  return records.flatMap((record, n): Listed[] => {
    const list = words(record);
    return list.length > 0 ? [[n, ...list]] : [];
  });
}

function isLatin(phrase: string): boolean {
  return !HAN.test(phrase);
}

/** So many phrases of a record are sent to readers: those that say most that neither its own text nor another phrase says. */
const PHRASES_AT_MOST = 4;

function newest({ fields, everyday }: SearchRecord): string[] {
  const known = new Set(fields.flatMap(({ text }) => pairsOf(text)));
  const left = everyday.filter((phrase) => !isLatin(phrase));
  const kept: string[] = [];
  while (kept.length < PHRASES_AT_MOST) {
    const news = (phrase: string) => pairsOf(phrase).filter((pair) => !known.has(pair)).length / phrase.length;
    const [best] = left.sort((a, b) => news(b) - news(a));
    if (!best || news(best) === 0) break;
    left.splice(left.indexOf(best), 1);
    kept.push(best);
    for (const pair of pairsOf(best)) known.add(pair);
  }
  return kept;
}

// The blocks of Han letters that traditional writing uses.
const FIRST_HAN = 0x3400;
const LAST_HAN = 0x9fff;

function variantsOf(texts: readonly string[]): { traditional: string; simplified: string } {
  const written = new Set(texts.join(''));
  const converters = (['t', 'tw', 'hk'] as const).map((from) => Converter({ from, to: 'cn' }));
  let traditional = '';
  let simplified = '';
  for (let code = FIRST_HAN; code <= LAST_HAN; code++) {
    const letter = String.fromCharCode(code);
    // What the site writes itself stands for itself.
    if (written.has(letter)) continue;
    const plain = converters.map((convert) => convert(letter)).find((to) => to !== letter && written.has(to));
    if (plain?.length !== 1) continue;
    traditional += letter;
    simplified += plain;
  }
  return { traditional, simplified };
}

function readingsOf(names: readonly string[]): Record<string, string> {
  const readings = new Map<string, Set<string>>();
  const add = (syllable: string, letter: string) => {
    if (!/^[a-z]+$/.test(syllable)) return;
    readings.set(syllable, (readings.get(syllable) ?? new Set()).add(letter));
  };
  for (const name of new Set(names)) {
    // In its word a letter has one reading (重 in 重点 and in 重庆); alone it has its usual one, by which people type it too.
    const letters = [...name];
    const inWord = pinyin(name, { toneType: 'none', type: 'array', v: true });
    letters.forEach((letter, i) => {
      if (!HAN.test(letter)) return;
      add((inWord[i] ?? '').replace('ü', 'v'), letter);
      add(pinyin(letter, { toneType: 'none', v: true }).replace('ü', 'v'), letter);
    });
  }
  return Object.fromEntries(
    [...readings]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([syllable, letters]) => [syllable, [...letters].sort().join('')]),
  );
}
