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
    `(?<!\\d[.,]?)(?:19|20)\\d\\d(?:[—–~至到、和与-](?:19|20)?\\d\\d)*(?!\\d)(?: ?年(?:代|度|初|末|底|以来|上半年|下半年)?|(?! ?(?:${NO_YEAR})))`,
    '\\d{1,2}(?:[—–~至到、和与-]\\d{1,2})* ?月(?!度)',
    '\\d{1,2}(?:[—–~至到、和与-]\\d{1,2})* ?日',
    '[一二][〇零一二三四五六七八九]{3}年',
    // How long a text may be says nothing of a county.
    '\\d+ ?字(?:以内|以上|左右)',
  ].join('|'),
  'g',
);
// 上 and 近 go with a round number (上百家), unless they end another word (以上, 附近).
const HEDGE = `(?<![第${DIGITS}])[数几]|(?<![附贴靠亲])近(?=[百千万])|(?<![以线网路])上(?=[百千万])`;
const HAN_QUANTITY = new RegExp(
  [
    `百分之[${DIGITS}点]+`,
    `(?<![第${DIGITS}])[几${DIGITS}]+分之[几${DIGITS}点]+`,
    `(?:(?<hedge>${HEDGE})|(?<![第${DIGITS}]))(?<digits>[${DIGITS}]+[几数]?)(?:(?<more>[余多来])?(?<measure>(?!分[之制数比号率点])(?:${MEASURES}))|(?<=[十百千万亿])余)`,
  ].join('|'),
  'g',
);
// Set phrases with a round number in them, which count nothing.
const IDIOM = new RegExp(
  `(?<![几数${DIGITS}])(?:${[
    '[老众]?百姓',
    '百家(?=争鸣|姓|讲坛)',
    '百口莫辩',
    '百位数',
    '千[家门村]万[家户村寨]',
    '千[头条][万百]绪',
    '千(?:条|根)线',
    '千方百计',
    '千篇一律',
    '千回百转',
    '千层(?=浪|底|饼)',
    '千斤(?=顶|担|重担)',
    '[千万]人(?=计划|空巷|千面|一面|瞩目)',
    '万家(?=灯火|欢乐|团圆|忧乐)|(?<=走进|走入|惠及|进)万家',
    '万元户',
  ].join('|')}|(?<=信心|勇气|精神)百倍)`,
  'g',
);
const ARABIC = new RegExp(
  `(?<![A-Za-z第0-9０-９]|[0-9０-９][.,，])[0-9０-９]+(?:[.,，][0-9０-９]+)*(?:(?=km|kg|kW|MW)|(?![A-Za-z0-9０-９]))(?:[%％‰]|[十百千万亿]*[余多]?(?:${MEASURES})?)`,
  'g',
);

/**
 * The bare quantities in a piece of prose: numbers that should have been drawn from a record. Years and dates, what stands in
 * quotation marks or 《》, ordinals, places `{id}` and the given names are none; nor is a lone 一 (一个) or a set phrase
 * (千家万户), which count nothing.
 */
export function bareQuantities(text: string, names: Iterable<string> = []): string[] {
  let rest = text.replace(PLACE, '').replace(NAMED, '□').replace(DATE, '□');
  for (const name of names)
    if (/[\d〇零一二两三四五六七八九十百千万亿半]/.test(name)) rest = rest.replaceAll(name, '□');
  const found = [...rest.matchAll(ARABIC)].map((match) => match[0]);
  for (const match of rest.replace(ARABIC, '□').replace(IDIOM, '□').matchAll(HAN_QUANTITY)) {
    if (!countsNothing(match.groups ?? {})) found.push(match[0]);
  }
  return found;
}

// 一个, 半年, 十分重要; 百年, 百日 and 百分 with no hedge, and 千克, 千米, which are measures themselves.
function countsNothing({ hedge, digits = '', more, measure }: Readonly<Record<string, string | undefined>>): boolean {
  if (digits === '一' || digits === '半') return true;
  if (digits === '十' && measure === '分' && !hedge && !more) return true;
  if (!/^[百千万]$/.test(digits) || hedge || more || measure === undefined) return false;
  return /^[年日分岁]$/.test(measure) || MEASURE_WORDS.includes(digits + measure);
}
