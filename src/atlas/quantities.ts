import { MEASURE_WORDS } from '../model/units.ts';

const NAMED = /《[^》]*》|“[^”]*”|「[^」]*」/g;
const PLACE = /\{[^{}]*\}/g;
const DIGITS = '〇零一二两三四五六七八九十百千万亿半';
const escaped = (words: readonly string[]) =>
  words.map((word) => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')).join('|');
const MEASURES = escaped(MEASURE_WORDS);
// 2018 with a measure word behind it is a count (2018户), unless the word goes with years too.
const NO_YEAR = `[余多万亿%％‰]|[.,，]\\d|(?:${escaped(MEASURE_WORDS.filter((word) => !/^[年届级]/.test(word)))})`;
const DATE = new RegExp(
  [
    `(?<![\\d.,])(?:19|20)\\d\\d(?:[—–~至到、和与-](?:19|20)?\\d\\d)*(?!\\d)(?: ?年(?:代|度|初|末|底|以来|上半年|下半年)?|(?! ?(?:${NO_YEAR})))`,
    '\\d{1,2}(?:[—–~至到、和与-]\\d{1,2})* ?月(?!度)',
    '\\d{1,2}(?:[—–~至到、和与-]\\d{1,2})* ?日',
    '[一二][〇零一二三四五六七八九]{3}年',
    // How long a text may be says nothing of a county.
    '\\d+ ?字(?:以内|以上|左右)',
  ].join('|'),
  'g',
);
const HAN_QUANTITY = new RegExp(
  `百分之[${DIGITS}点]+|(?<![第${DIGITS}])([数几]?[${DIGITS}]+[几数]?)[余多来]?(?:${MEASURES})`,
  'g',
);
const ARABIC = new RegExp(
  `(?<![A-Za-z第0-9０-９.,，])[0-9０-９]+(?:[.,，][0-9０-９]+)*(?:(?=km|kg|kW|MW)|(?![A-Za-z0-9０-９]))(?:[%％‰]|[十百千万亿]*[余多]?(?:${MEASURES})?)`,
  'g',
);

/**
 * The bare quantities in a piece of prose: numbers that should have been drawn from a record. Years and dates, what stands in
 * quotation marks or 《》, ordinals, places `{id}` and the given names are none; nor is a lone 一 (一个), which counts nothing.
 */
export function bareQuantities(text: string, names: Iterable<string> = []): string[] {
  let rest = text.replace(PLACE, '').replace(NAMED, '□').replace(DATE, '□');
  for (const name of names)
    if (/[\d〇零一二两三四五六七八九十百千万亿半]/.test(name)) rest = rest.replaceAll(name, '□');
  const found = [...rest.matchAll(ARABIC)].map((match) => match[0]);
  for (const match of rest.replace(ARABIC, '□').matchAll(HAN_QUANTITY)) {
    const digits = match[1] ?? '';
    if (digits === '一' || digits === '半' || digits === '万' || digits === '千' || digits === '百') continue;
    found.push(match[0]);
  }
  return found;
}
