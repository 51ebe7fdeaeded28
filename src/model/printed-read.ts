/** Reads a printed quantity into value, bound, unit and per. */

import { type Extent, isUnread, readExtent, type Unread, unread, type Value } from './amounts.ts';
import { type Bound, combineBounds, hedgeAtEnd, hedgeAtStart } from './hedges.ts';
import { foldWidth } from './numerals.ts';
import { type Per, perAtEnd, perAtStart } from './pers.ts';
import { measureWordAt } from './units.ts';

/** What a printed quantity says. */
export interface Reading {
  /** Null exactly where `bound` is `vague`. Scales are reckoned in: `1.6万余户` is 16000. Per cent stay as printed. */
  readonly value: Value | null;
  readonly bound: Bound;
  /** What stands after the number, without scale, hedges and per; in ordinary width. Empty where nothing does. */
  readonly unit: string;
  /** Only what is printed: 元/月, 每月, 人均. */
  readonly per: readonly Per[];
}

interface Ending {
  readonly unit: string;
  readonly bounds: readonly Bound[];
  readonly per: readonly Per[];
  /** 0.5 for 一年半. */
  readonly extra: number;
}

const SHARE = /^([百千])分之/;
const UNIT_START = /^(?:[\p{Script=Han}%‰㎡A-Za-z“"(]|$)/u;
/** A digit that is not part of a name such as 5G or 4A. */
const SECOND_NUMBER = /\d(?![A-Za-z])/;
/** What may follow a measure word only as a second quantity: 五角 in 一元五角. */
const CHINESE_SECOND = /^零?[一二两三四五六七八九十百千万亿]+(.+)$/;
/** 人/次 is 人次 in newspapers, not persons a session. */
const STROKED_MEASURE = /^(?:([人户家场期台车辆批班])\/(次)|(台)\/(套))/;
/** 近三年 is the last three years in one text and almost three years in another. */
const CALENDAR = /^(?:年|个月|周|个?星期|天|日|个?季度)/;
const SPLIT_MEASURE = /^个(多|半)(?=(?:月|星期|礼拜|小时|钟头|季度|学时|课时|工作日|百分点)$)/;

/**
 * Reads a number and its unit as a source prints them: `1.6万余户`, `不低于1200万元`, `3053元/月`, `50-80万元`, `数十名`.
 *
 * The number comes first, but for hedges (约, 近, 不低于), 百分之 and a per (每月, 人均). Where the first number of a range has
 * neither scale nor unit, the scale behind the second belongs to both (GB/T 15835—2011 asks for 9亿~16亿, newspapers
 * print 9-16亿). Whether the unit is one of the table is for `unitMatches` to say.
 *
 * @returns the reading, or the problem in Chinese; it throws for no text.
 */
export function readPrinted(printed: string): Reading | Unread {
  const folded = foldWidth(printed).trim();
  if (folded === '') return unread('没有写数字;请照原文写出数字和单位,如 “1.6万余户”。');
  if (/\d\s+\d/.test(folded)) return unread(`“${printed}” 的数字中间有空格;请删去空格,或只写一个数。`);
  const start = readStart(folded.replace(/\s+/gu, ''));
  const share = SHARE.exec(start.rest);
  const extent = readExtent(share ? start.rest.slice(share[0].length) : start.rest, share?.[0] ?? '');
  if (isUnread(extent)) return extent;
  const sign = share ? (share[1] === '百' ? '%' : '‰') : '';
  const ending = readEnding(sign + extent.rest);
  if (isUnread(ending)) return ending;
  if (holdsAnother(ending.unit)) return unread(`“${printed}” 里不止一个数;请每个数各写一条。`);
  return together(printed, start, extent, ending);
}

/** Whether what stands behind a number holds another one: in 15名干部三人, 三人 is a number of its own. Names in “” may hold some. */
function holdsAnother(unit: string): boolean {
  const bare = unit.replace(/“[^”]*”/gu, '');
  const after = bare.slice((measureWordAt(bare) ?? '').length);
  for (const match of after.matchAll(/[〇零一二两三四五六七八九十百千万亿]+/gu)) {
    const measure = measureWordAt(after.slice(match.index + match[0].length));
    // A rank is a part of the name: 三级医院.
    if (measure !== null && measure !== '级') return true;
  }
  return false;
}

type Start = Pick<Ending, 'bounds' | 'per'> & Pick<Extent, 'rest'>;

/** Takes hedges and pers off the start, in whatever order they stand. */
function readStart(text: string): Start {
  const bounds: Bound[] = [];
  const per: Per[] = [];
  let rest = text;
  for (;;) {
    const hedge = hedgeAtStart(rest, 'before');
    const every = hedge ? null : perAtStart(rest);
    if (hedge) bounds.push(hedge.bound);
    else if (every) per.push(...every.per);
    else return { bounds, per, rest };
    rest = hedge ? rest.slice(hedge.word.length) : (every?.rest ?? '');
  }
}

/** Takes hedges and per off the end, in either order, and mends measure words that a hedge or 半 has split. */
function readEnding(text: string): Ending | Unread {
  const split = SPLIT_MEASURE.exec(text);
  const outer = hedgesOff(split ? `个${text.slice(2)}` : text.replace(STROKED_MEASURE, '$1$2$3$4'));
  const per = perAtEnd(outer.rest);
  if (!per) return unread(`“${outer.rest}” 中 “/” 后面的不是已知的计算单位;可写 /月、/年、/人、/户、/村、/亩 等。`);
  const inner = hedgesOff(per.rest);
  const half = /^(.+)半$/.exec(inner.rest)?.[1];
  const halved = half !== undefined && measureWordAt(half) === half;
  return {
    unit: halved ? half : inner.rest,
    bounds: [...(split?.[1] === '多' ? ['over' as const] : []), ...outer.bounds, ...inner.bounds],
    per: per.per,
    extra: halved || split?.[1] === '半' ? 0.5 : 0,
  };
}

function hedgesOff(text: string): Pick<Extent, 'bounds' | 'rest'> {
  const bounds: Bound[] = [];
  let rest = text;
  for (;;) {
    const hedge = hedgeAtEnd(rest, 'after') ?? hedgeBehindMeasure(rest);
    if (!hedge) return { bounds, rest };
    bounds.push(hedge.bound);
    rest = rest.slice(0, -hedge.word.length);
  }
}

function hedgeBehindMeasure(text: string) {
  const hedge = hedgeAtEnd(text, 'afterMeasure');
  const measure = hedge && text.slice(0, -hedge.word.length);
  return measure && measureWordAt(measure) === measure ? hedge : null;
}

/** 户10107人, and 元五角; a noun that begins with a numeral (个一线岗位) is none. */
function holdsSecondNumber(unit: string): boolean {
  const noun = unit.slice(measureWordAt(unit)?.length ?? 0);
  if (SECOND_NUMBER.test(noun)) return true;
  const second = CHINESE_SECOND.exec(noun)?.[1];
  return second !== undefined && (measureWordAt(second) === second || second === '角');
}

function together(printed: string, start: Start, extent: Extent, ending: Ending): Reading | Unread {
  const { unit, extra } = ending;
  if (!UNIT_START.test(unit)) return unread(`“${printed}” 的数字后面 “${unit}” 不是单位;请只写一个数和它的单位。`);
  if (unit.startsWith('分之')) return unread(`“${printed}” 是分数,不能化为一个有限小数;请在来源记录里注明不作数据。`);
  if (/^近/.test(printed.trim()) && CALENDAR.test(unit)) {
    return unread(`“${printed}” 可指最近的一段时间,也可指将近;请去掉 “近” 字,只写其后的数字和单位。`);
  }
  if (holdsSecondNumber(unit)) return unread(`“${printed}” 有不止一个数;请拆成几条数据,每条一个数。`);
  const bound = combineBounds([...start.bounds, ...extent.bounds, ...ending.bounds]);
  if (bound === null) return unread(`“${printed}” 中表示约数的词互相矛盾;请核对原文,只写其中一个。`);
  if (extra > 0 && typeof extent.value !== 'number') return unread(`“${printed}” 中的 “半” 不能与范围或约数合读。`);
  const value = typeof extent.value === 'number' ? extent.value + extra : extent.value;
  return { value, bound, unit, per: [...start.per, ...ending.per] };
}
