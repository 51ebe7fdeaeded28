import { MEASURE_WORDS } from '../model/units.ts';

const NAMED = /《[^》]*》|“[^”]*”|「[^」]*」/g;
const PLACE = /\{[^{}]*\}/g;
const DATE =
  /(?:19|20)\d\d(?:[—–~至到、和与-](?:19|20)?\d\d)*(?=\D|$)(?:年(?:代|度|初|末|底|以来|上半年|下半年)?)?|\d{1,2}(?:[—–~至到、和与-]\d{1,2})*月(?!度)|\d{1,2}(?:[—–~至到、和与-]\d{1,2})*日/g;
const DIGITS = '〇零一二两三四五六七八九十百千万亿半';
const MEASURES = MEASURE_WORDS.map((word) => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')).join('|');
const HAN_QUANTITY = new RegExp(`(?<![第${DIGITS}])([${DIGITS}]+)(?:余|多)?(?:${MEASURES})`, 'g');
const ARABIC = /(?<![A-Za-z])[0-9０-９][0-9０-９.,，]*(?![A-Za-z])%?/g;

/**
 * The bare quantities in a piece of prose: numbers that should have been drawn from a record. Years and dates, what stands in
 * quotation marks or 《》, places `{id}` and the given names are none; nor is a lone 一 (一个), which counts nothing.
 */
export function bareQuantities(text: string, names: Iterable<string> = []): string[] {
  let rest = text.replace(PLACE, '').replace(NAMED, '□').replace(DATE, '□');
  for (const name of names)
    if (/[\d〇零一二两三四五六七八九十百千万亿半]/.test(name)) rest = rest.replaceAll(name, '□');
  const found = [...rest.matchAll(ARABIC)].map((match) => match[0]);
  for (const match of rest.matchAll(HAN_QUANTITY)) {
    const digits = match[1] ?? '';
    if (digits === '一' || digits === '半' || digits === '万' || digits === '千' || digits === '百') continue;
    found.push(match[0]);
  }
  return found;
}
