/** Reads the number or range at the start of a text, as far as it goes. */

import { type Bound, hedgeAtStart } from './hedges.ts';
import { readNumeral } from './numerals.ts';
import { measureWordAt } from './units.ts';

/** A number, or both ends of a range in the same unit. */
export type Value = number | { readonly min: number; readonly max: number };

/** Why a text was not read: one Chinese sentence with the cure, for a contributor. */
export interface Unread {
  readonly problem: string;
}

/** A number at the start of a text, as far as it goes. */
interface Amount {
  /** The numeral with its scale, without hedges. */
  readonly numeral: string;
  /** Null where the number is vague (数十). */
  readonly value: number | null;
  readonly bounds: readonly Bound[];
  readonly rest: string;
}

/** A number or a range at the start of a text. */
export interface Extent {
  readonly value: Value | null;
  readonly bounds: readonly Bound[];
  readonly rest: string;
}

const NUMERAL = /^[\d,.零〇一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟萬億点半]+/;
/** 若干, 数十, 十几, 20几, 数10. */
const VAGUE =
  /^(?:若干|好几|(?:[1-9]\d*0|[一二三四五六七八九两十百千万]*[十百千万])?[数几])(?:10+[万亿]?|[十百千万亿]*)/;
/** 三五, 七八十, 十七八: two digits side by side are an estimate (GB/T 15835—2011, 概数). */
const ESTIMATE =
  /^(?:[一二三四五六七八九两十百千万]*[十百千万])?[一二三四五六七八九两]{2}[十百千万亿]*(?![零〇一二三四五六七八九两点])/;
const SCALE = /^[十百千万亿]+/;
const DASH = /^(?:至|到|[-—–―−~〜]+)/;

/** The problem as a result. */
export const unread = (problem: string): Unread => ({ problem });

/** Whether a text could not be read. */
export const isUnread = (result: object): result is Unread => 'problem' in result;

/**
 * The number or range that the text begins with, and what is left of the text.
 *
 * @param share 百分之 or 千分之 where it stood before the text, since a range may repeat it; else empty.
 */
export function readExtent(text: string, share: string): Extent | Unread {
  const first = readAmount(text);
  if (isUnread(first)) return first;
  const unit = measureWordAt(first.rest) ?? '';
  for (const between of unit ? ['', unit] : ['']) {
    const behind = first.rest.slice(between.length);
    const dash = DASH.exec(behind)?.[0];
    if (!dash) continue;
    const tail = behind.slice(dash.length);
    const second = readAmount(share && tail.startsWith(share) ? tail.slice(share.length) : tail);
    if (!isUnread(second)) return readRange(first, second, between);
  }
  return first;
}

/** Reads the longest numeral, with a hedge behind it (8000多) or inside it (10余万). */
function readAmount(text: string): Amount | Unread {
  const vague = beforeMeasure(text, VAGUE.exec(text)?.[0] ?? ESTIMATE.exec(text)?.[0] ?? '');
  if (vague) return withHedge({ numeral: vague, value: null, bounds: ['vague'], rest: text.slice(vague.length) });
  if (text.startsWith('第')) return unread(`“${text}” 是次序,不是数量;请另写数量,或在来源记录里注明不作数据。`);
  const run = beforeMeasure(text, NUMERAL.exec(text)?.[0] ?? '').replace(/[点,.]+$/, '');
  if (run === '') return unread(`“${text}” 不以数字开头;请只写数字和单位,数字前只可有 “约” “近” “不低于” 之类。`);
  const value = readNumeral(run);
  if (value === null) return unread(`“${run}” 不能读作一个数;请核对原文,若原文如此,请在来源记录里注明不作数据。`);
  const amount = withHedge({ numeral: run, value, bounds: [], rest: text.slice(run.length) });
  const scale = amount.bounds.length > 0 ? beforeMeasure(amount.rest, SCALE.exec(amount.rest)?.[0] ?? '') : '';
  if (scale === '') return amount;
  const scaled = readNumeral(run + scale);
  if (scaled === null) return unread(`“${text}” 的数字和 “${scale}” 不能合读;请核对原文。`);
  return { ...amount, numeral: run + scale, value: scaled, rest: amount.rest.slice(scale.length) };
}

/** The run up to a measure word that itself begins like a numeral: in 3千克 the 千 belongs to the unit. */
function beforeMeasure(text: string, run: string): string {
  for (let end = 0; end < run.length; end += 1) {
    if (/^[十百千万]/.test(measureWordAt(text.slice(end)) ?? '')) return run.slice(0, end);
  }
  return run;
}

function withHedge(amount: Amount): Amount {
  const hedge = hedgeAtStart(amount.rest, 'amid');
  if (!hedge) return amount;
  return { ...amount, bounds: [...amount.bounds, hedge.bound], rest: amount.rest.slice(hedge.word.length) };
}

/** `between` is the unit printed behind the first number, empty where it has none. */
function readRange(first: Amount, second: Amount, between: string): Extent | Unread {
  if (!second.rest.startsWith(between)) return unread(`前一个数的单位是 “${between}”,后一个数的不是;请写成同一单位。`);
  const bounds = [...first.bounds, ...second.bounds];
  if (first.value === null || second.value === null) return { value: null, bounds, rest: second.rest };
  const min = between === '' ? sharedScale(first.numeral, second.numeral, second.value) : first.value;
  if (typeof min === 'object') return min;
  if (min >= second.value) return unread(`范围的前一个数 ${min} 不小于后一个数 ${second.value};请核对原文。`);
  return { value: { min, max: second.value }, bounds, rest: second.rest };
}

/** The first number of a range in the scale that it shares with the second. */
function sharedScale(first: string, second: string, max: number): number | Unread {
  const plain = readNumeral(first) ?? 0;
  if (/[百千万亿佰仟萬億]/.test(first)) return plain;
  const arabic = /^[\d,.]+([十百千万亿]+)$/.exec(second)?.[1];
  if (!arabic && /[百千佰仟]/.test(second)) {
    return unread(`“${first}至${second}” 有两种读法;请在前一个数后写明 “百” “千” 或单位。`);
  }
  const scale = arabic ?? /[万亿]+$/.exec(second)?.[0] ?? '';
  const scaled = scale === '' ? plain : (readNumeral(first + scale) ?? plain);
  // 8000-1万元: the shared scale makes no range, and the first number is written out to the size of the second.
  const writtenOut = scaled >= max && plain < max && plain * 10 >= (readNumeral(scale) ?? Infinity);
  return writtenOut ? plain : scaled;
}
