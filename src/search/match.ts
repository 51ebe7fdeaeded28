import { cut } from './cut.ts';

/** A stretch of a text, as offsets. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Every place at which the words of a query stand in a text, one after the other. */
export function spansOf(text: string, keys: readonly string[]): Span[] {
  const first = keys[0];
  if (first === undefined) return [];
  const cuts = cut(text);
  const spans: Span[] = [];
  for (let i = 0; i + keys.length <= cuts.length; i++) {
    if (!keys.every((key, j) => cuts[i + j]?.key === key)) continue;
    const from = cuts[i]?.from ?? 0;
    const to = cuts[i + keys.length - 1]?.to ?? from;
    spans.push({ from, to });
    i += keys.length - 1;
  }
  return spans;
}

/** The spans of a text in order, none of them over another: of two that begin at one place the longer stands. */
export function withoutOverlap(spans: readonly Span[]): Span[] {
  return firstOf([...spans].sort((a, b) => a.from - b.from || b.to - a.to));
}

// Of spans that share letters the one that comes first.
function firstOf(spans: readonly Span[]): Span[] {
  const kept: Span[] = [];
  for (const span of spans) if (span.from >= (kept.at(-1)?.to ?? 0)) kept.push(span);
  return kept;
}

// Digits with the signs that join them, their scale and the unit that is counted: 212.49亿元, 10—15万人, 80%.
const NUMBER =
  /\p{Nd}(?:[.．,:：/~～–—-]{0,2}\p{Nd})*(?:[%％‰]|[多余]?[十百千万亿]*[多余]?(?:[美欧]?元|公里|平方米|[个名家人户次条项年月日天岁倍米亩吨件场所支座期届])?)?/gu;

/** The numbers of a text that are written in digits, each with its scale and its unit, which mean something else when cut apart. */
export function numbersIn(text: string): Span[] {
  return Array.from(text.matchAll(NUMBER), ({ index, 0: number }) => ({ from: index, to: index + number.length }));
}

/** A piece of text for a result, with the places to be marked in it. */
export interface Excerpt {
  readonly text: string;
  readonly spans: readonly Span[];
}

// A result shows two lines; on a small screen the hit must stand in them too.
const BEFORE = 18;
const LENGTH = 84;

/** The part of a text around the first hit, cut at a sentence where one begins near by; its beginning where there is no hit. */
export function excerptOf(text: string, queries: readonly (readonly string[])[]): Excerpt {
  // At one place what was looked for first is marked: a word as typed before one that means the same.
  const spans = queries.flatMap((keys) => spansOf(text, keys)).sort((a, b) => a.from - b.from);
  const first = spans[0]?.from ?? 0;
  let start = Math.max(0, first - BEFORE);
  const sentence = Math.max(...['。', '；', '\n'].map((sign) => text.lastIndexOf(sign, first - 1) + 1));
  if (sentence >= start || sentence === 0) start = first - sentence <= BEFORE ? sentence : start;
  let end = Math.min(text.length, Math.max(start + LENGTH, (spans[0]?.to ?? 0) + BEFORE));
  // Not within a number, which would be another one, and not between the halves of a letter.
  const numbers = numbersIn(text);
  start = numbers.find(({ from, to }) => from < start && start < to)?.from ?? start;
  end = numbers.find(({ from, to }) => from < end && end < to)?.to ?? end;
  if (isLowHalf(text, start)) start -= 1;
  if (isLowHalf(text, end)) end += 1;
  const head = start > 0 && start !== sentence ? '……' : '';
  const tail = end < text.length ? '……' : '';
  const shift = head.length - start;
  return {
    text: head + text.slice(start, end).replaceAll('\n', ' ') + tail,
    spans: firstOf(spans.filter((span) => span.from >= start && span.to <= end)).map((span) => ({
      from: span.from + shift,
      to: span.to + shift,
    })),
  };
}

function isLowHalf(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff;
}
