/** Whether what a contributor typed says the same as what the source prints. */

import { isUnread, type Value } from './amounts.ts';
import type { Bound } from './hedges.ts';
import { foldWidth } from './numerals.ts';
import { type Per, perWord } from './pers.ts';
import { type Reading, readPrinted } from './printed-read.ts';
import { sameValue } from './printed-write.ts';
import { measureWordAt, UNITS, type Unit, unitOf } from './units.ts';

/** The typed fields of a figure that repeat what `printed` says. */
export interface Typed {
  readonly value: Value | null;
  /** A unit's name; one that the table does not have matches nothing. */
  readonly unit: string;
  /** Exact unless said. */
  readonly bound?: Bound | undefined;
  readonly per?: readonly Per[] | undefined;
}

/** One field in which the two differ, both sides as texts for a message. */
export interface Disagreement {
  /** `printed` where the text could not be read at all: `printedReading` then is the problem. */
  readonly field: 'printed' | 'value' | 'bound' | 'unit' | 'per';
  readonly printedReading: string;
  readonly typedReading: string;
}

const BOUND_WORD: Readonly<Record<Bound, string>> = {
  exact: '确数',
  about: '约',
  over: '超过',
  under: '不足',
  'at-least': '以上',
  'at-most': '以下',
  vague: '无确数',
};

/**
 * Whether a unit text as read (`个省级贫困村`) may be typed as the unit of that name (`个`, `个村`; not `个乡镇`, and 人次 never
 * as `人`): the longest measure word at its start must be the unit's, and where the unit names a noun, the text must end
 * with that noun or right after the measure word. False for an unknown unit and for a text without a measure word.
 */
export function unitMatches(readUnitText: string, unitName: string): boolean {
  const unit = unitOf(unitName);
  const text = foldWidth(readUnitText);
  const measure = measureWordAt(text);
  if (!unit || !measure || ![unit.measure, ...unit.spellings].includes(measure)) return false;
  const noun = text.slice(measure.length);
  return unit.nouns.length === 0 || noun === '' || namesNoun(noun, unit);
}

/** The longest noun at the end decides, of all units with this measure word: a 自然村 is no 村. */
function namesNoun(text: string, unit: Unit): boolean {
  const nouns = Object.values(UNITS).flatMap((other) => (other.measure === unit.measure ? other.nouns : []));
  const longest = Math.max(0, ...nouns.filter((noun) => text.endsWith(noun)).map((noun) => noun.length));
  return unit.nouns.some((noun) => noun.length === longest && text.endsWith(noun));
}

/**
 * Every field in which the typed figure says other than its printed form; empty where they agree. `per` is compared
 * only where the printed form states one, and every stated one must be typed.
 */
export function agree(printed: string, typed: Typed): readonly Disagreement[] {
  const reading = readPrinted(printed);
  if (isUnread(reading)) return [{ field: 'printed', printedReading: reading.problem, typedReading: printed }];
  const bound = typed.bound ?? 'exact';
  const per = typed.per ?? [];
  const found: Disagreement[] = [];
  if (!sameValue(reading.value, typed.value)) {
    found.push({ field: 'value', printedReading: valueText(reading.value), typedReading: valueText(typed.value) });
  }
  if (reading.bound !== bound) {
    found.push({ field: 'bound', printedReading: boundText(reading.bound), typedReading: boundText(bound) });
  }
  if (!unitMatches(reading.unit, typed.unit)) {
    found.push({ field: 'unit', printedReading: reading.unit || '没有单位', typedReading: typed.unit });
  }
  if (!reading.per.every((one) => per.includes(one))) {
    found.push({ field: 'per', printedReading: perText(reading.per), typedReading: perText(per) });
  }
  return found;
}

function valueText(value: Reading['value']): string {
  if (value === null) return '没有确数(null)';
  return typeof value === 'number' ? String(value) : `${value.min} 至 ${value.max}`;
}

const boundText = (bound: Bound): string => `${BOUND_WORD[bound]}(${bound})`;

const perText = (per: readonly Per[]): string =>
  per.length === 0 ? '没有写' : per.map((one) => `每${perWord(one)}(${one})`).join('、');
