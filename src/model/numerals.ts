/**
 * Chinese and Arabic numerals, read to numbers and written back. A text that is no numeral, or that could be two, reads
 * as null: nothing is guessed. All reckoning is on decimal digits: in floats, 1.005 * 10000 is 10049.999999999998.
 */

const DIGITS = '零一二三四五六七八九';
const ALIASES: Readonly<Record<string, string>> = {
  〇: '零',
  两: '二',
  壹: '一',
  贰: '二',
  叁: '三',
  肆: '四',
  伍: '五',
  陆: '六',
  柒: '七',
  捌: '八',
  玖: '九',
  拾: '十',
  佰: '百',
  仟: '千',
  萬: '万',
  億: '亿',
};
const ALIAS = new RegExp(`[${Object.keys(ALIASES).join('')}]`, 'gu');

/** Scales from the largest, as powers of ten. */
const SCALES = [
  ['亿', 8],
  ['万', 4],
  ['千', 3],
  ['百', 2],
  ['十', 1],
] as const;

const ARABIC = /^(0|[1-9]\d*|[1-9]\d{0,2}(?:,\d{3})+)(?:\.(\d+))?$/;

/** A decimal number: `digits` with the point before the last `places` of them. */
interface Decimal {
  readonly digits: bigint;
  readonly places: number;
}

/**
 * The text with full-width ASCII (`１２，０００％`) in its ordinary width, ideographic blanks as blanks and zero-width
 * characters gone. Unicode's NFKC does more than that: it would turn `①` into a number that nobody printed.
 */
export function foldWidth(text: string): string {
  return text
    .replace(/[\uFF01-\uFF5E]/gu, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(/\u3000/gu, ' ')
    .replace(/[\u200B\u2060\uFEFF]/gu, '');
}

/**
 * The number that a numeral stands for: `12`, `１２`, `12,345`, `1.6万`, `3千`, `2.11亿`, `三百零五`, `十二`, `两`, `三点五`,
 * `二〇一八`, `一万五` (15000), `半` (0.5), a bare `百`, `万`, `百万`.
 *
 * @returns a non-negative number, exact for every integer up to 2^53 - 1; null for anything else: signs, other
 * characters, misplaced separators, 三五 (35, or three to five), 一亿五千, larger numbers.
 */
export function readNumeral(text: string): number | null {
  const plain = foldWidth(text).replace(ALIAS, (char) => ALIASES[char] ?? char);
  if (plain === '半') return 0.5;
  const decimal = digitByDigit(plain) ?? withPoint(plain) ?? evaluate(plain, 0, true);
  return decimal && toNumber(decimal);
}

/** 二〇一八: told from 三五 (three to five) by a zero or by four digits. */
function digitByDigit(text: string): Decimal | null {
  if (!/^[一二三四五六七八九][零一二三四五六七八九]+$/.test(text)) return null;
  return text.length >= 4 || text.includes('零') ? { digits: BigInt(toArabic(text)), places: 0 } : null;
}

/** 十二点五万: what stands before the point is a numeral of its own. */
function withPoint(text: string): Decimal | null {
  const match = /^([零一二三四五六七八九十百千万亿]+)点([零一二三四五六七八九]+)([百千]?[万亿]*)$/.exec(text);
  const whole = match?.[1] === '零' ? integer(0n) : match && evaluate(match[1] ?? '', 0, true);
  if (!match || !whole) return null;
  return evaluate(`${whole.digits}.${toArabic(match[2] ?? '')}${match[3] ?? ''}`, 0, true);
}

/**
 * Splits at the largest scale from `from` on: what stands before it is multiplied, what stands behind it is added.
 * `leading` says that nothing stands before this part, so that 十 and 万 may stand without a digit.
 */
function evaluate(text: string, from: number, leading: boolean): Decimal | null {
  const index = SCALES.findIndex(([char], at) => at >= from && text.includes(char));
  const scale = SCALES[index];
  if (!scale) return leaf(text, leading);
  const [char, power] = scale;
  const [left = '', right = '', ...more] = text.split(char);
  if (more.length > 0) return null;
  const factor = left === '' ? bare(char, right, leading) : multiplier(left, index, leading);
  if (!factor) return null;
  const product = times(factor, power);
  const rest = remainder(right, index, power);
  return rest === null || (rest !== 0n && factor.places > 0) ? null : add(product, rest);
}

/** 十二 may lack its 一; 百, 千, 万 and 亿 only where nothing follows them. */
const bare = (char: string, right: string, leading: boolean): Decimal | null =>
  leading && (char === '十' || right === '') ? integer(1n) : null;

/** 千, 百 and 十 take one digit or an Arabic number; 万 and 亿 take any smaller numeral. */
const multiplier = (text: string, index: number, leading: boolean): Decimal | null =>
  index >= 2 ? leaf(text, false) : evaluate(text, index + 1, leading);

/** What stands behind a scale: nothing, 零 and something small, the next place, or 五 in 一万五. Null: none of these. */
function remainder(text: string, index: number, power: number): bigint | null {
  if (text === '') return 0n;
  const next = 10n ** BigInt(power - 1);
  if (power > 1 && /^[一二三四五六七八九]$/.test(text)) return BigInt(toArabic(text)) * next;
  const skips = text.startsWith('零');
  const value = evaluate(skips ? text.slice(1) : text, index + 1, false);
  if (!value || value.places > 0 || value.digits === 0n) return null;
  if (skips) return value.digits < next ? value.digits : null;
  const named = /^\d.*[十百千万]$/.test(text);
  return value.digits < next * 10n && (value.digits >= next || named) ? value.digits : null;
}

/** An Arabic number, or one Chinese digit; 零 only where it stands alone. */
function leaf(text: string, leading: boolean): Decimal | null {
  const arabic = ARABIC.exec(text);
  if (arabic) {
    const fraction = arabic[2] ?? '';
    return { digits: BigInt((arabic[1] ?? '').replaceAll(',', '') + fraction), places: fraction.length };
  }
  const digit = text.length === 1 ? DIGITS.indexOf(text) : -1;
  return digit > 0 || (digit === 0 && leading) ? integer(BigInt(digit)) : null;
}

const integer = (digits: bigint): Decimal => ({ digits, places: 0 });

const toArabic = (digits: string): string => [...digits].map((digit) => DIGITS.indexOf(digit)).join('');

const times = ({ digits, places }: Decimal, power: number): Decimal =>
  places >= power ? { digits, places: places - power } : integer(digits * 10n ** BigInt(power - places));

const add = ({ digits, places }: Decimal, whole: bigint): Decimal => ({
  digits: digits + whole * 10n ** BigInt(places),
  places,
});

function toNumber({ digits, places }: Decimal): number | null {
  const text = digits.toString().padStart(places + 1, '0');
  const value = Number(`${text.slice(0, text.length - places)}.${text.slice(text.length - places)}`);
  return value <= Number.MAX_SAFE_INTEGER ? value : null;
}

/**
 * The number in plain decimal digits, shifted `power` places to the right, without an exponent: (956.3, 2) is `9.563`.
 *
 * @returns null for what `readNumeral` cannot give: negative, infinite, above 2^53 - 1, or smaller than a millionth.
 */
export function decimalText(value: number, power = 0): string | null {
  if (!(value >= 0 && value <= Number.MAX_SAFE_INTEGER)) return null;
  const [whole = '', fraction = ''] = String(value).split('.');
  if (!/^\d+$/.test(whole) || !/^\d*$/.test(fraction)) return null;
  const padded = whole.padStart(power + 1, '0');
  const cut = padded.length - power;
  const places = (padded.slice(cut) + fraction).replace(/0+$/, '');
  return padded.slice(0, cut) + (places === '' ? '' : `.${places}`);
}

/**
 * The number in Chinese numerals: 12 is 十二, 305 is 三百零五, 18.7 is 十八点七.
 *
 * @returns null for what `decimalText` refuses.
 */
export function writeChinese(value: number): string | null {
  const text = decimalText(value);
  if (text === null) return null;
  const [whole = '0', fraction] = text.split('.');
  const chinese = writeInteger(BigInt(whole)).replace(/^一十/, '十') || '零';
  if (fraction === undefined) return chinese;
  return `${chinese}点${[...fraction].map((digit) => DIGITS[Number(digit)]).join('')}`;
}

/** Empty for 0, since nothing is written for a place without a number. */
function writeInteger(value: bigint): string {
  for (const [char, power] of SCALES) {
    const scale = 10n ** BigInt(power);
    if (value < scale) continue;
    const rest = value % scale;
    const skips = rest > 0n && rest < scale / 10n ? '零' : '';
    return writeInteger(value / scale) + char + skips + writeInteger(rest);
  }
  return value === 0n ? '' : (DIGITS[Number(value)] ?? '');
}
