/** Writes a reading as a source might print it. */

import { isUnread, type Value } from './amounts.ts';
import type { Bound } from './hedges.ts';
import { decimalText, writeChinese } from './numerals.ts';
import { perWord } from './pers.ts';
import { type Reading, readPrinted } from './printed-read.ts';

/** Ways of printing a number: `16000`, `1.6万`, `１６０００`, `一万六千`. */
export const STYLES = ['arabic', 'scaled', 'full-width', 'chinese'] as const;

/** One of the styles. */
export type Style = (typeof STYLES)[number];

/** One hedge for each bound, of those that stand before the number. */
const HEDGE: Readonly<Record<Bound, string>> = {
  exact: '',
  about: '约',
  over: '超过',
  under: '不足',
  'at-least': '不低于',
  'at-most': '不超过',
  vague: '若干',
};

/**
 * The reading as text, such that `readPrinted` reads the same back.
 *
 * Where a style would read back otherwise (三至五百, or 3000 克 as 三千克), ordinary digits are written instead.
 *
 * @returns null where no text can say it: a value that `decimalText` refuses, a `min` not below `max`, a `vague` bound
 * with a number or a missing number without one, a unit that itself holds a number.
 */
export function formatPrinted(reading: Reading, style: Style): string | null {
  for (const text of [compose(reading, style), compose(reading, 'arabic')]) {
    if (text !== null && readsAs(text, reading)) return text;
  }
  return null;
}

function compose({ value, bound, unit, per }: Reading, style: Style): string | null {
  const share = style === 'chinese' && value !== null && unit.startsWith('%');
  const number = value === null ? '' : writeValue(value, style);
  if (number === null) return null;
  const pers = per.map((one) => `/${perWord(one)}`).join('');
  const text = HEDGE[bound] + (share ? `百分之${number}${unit.slice(1)}` : number + unit) + pers;
  return style === 'full-width' ? widen(text) : text;
}

function writeValue(value: Value, style: Style): string | null {
  if (typeof value === 'number') return writeNumber(value, style);
  const min = writeNumber(value.min, style);
  const max = writeNumber(value.max, style);
  return min === null || max === null ? null : `${min}至${max}`;
}

function writeNumber(value: number, style: Style): string | null {
  if (style === 'chinese') return writeChinese(value);
  if (style !== 'scaled' || value < 10_000) return decimalText(value);
  const [power, scale] = value < 100_000_000 ? ([4, '万'] as const) : ([8, '亿'] as const);
  const digits = decimalText(value, power);
  return digits === null ? null : digits + scale;
}

const widen = (text: string): string =>
  text.replace(/[\d.%]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));

function readsAs(text: string, reading: Reading): boolean {
  const back = readPrinted(text);
  if (isUnread(back)) return false;
  return (
    sameValue(back.value, reading.value) &&
    back.bound === reading.bound &&
    back.unit === reading.unit &&
    back.per.join() === reading.per.join()
  );
}

/** Whether two values are the same number, the same range, or both missing. */
export function sameValue(a: Value | null, b: Value | null): boolean {
  if (a === null || b === null || typeof a === 'number' || typeof b === 'number') return a === b;
  return a.min === b.min && a.max === b.max;
}
