import type { Figure } from './figure.ts';

/**
 * All numbers that a printed number may stand for. Where `open`, neither end is one of them: 2500余 is more than 2500 and
 * less than 2600.
 */
export interface Interval {
  readonly min: number;
  readonly max: number;
  readonly open: boolean;
}

/** The interval of one number, both ends of which are that number. */
export const exactly = (value: number): Interval => ({ min: value, max: value, open: false });

/** What of a figure says which numbers it may stand for. */
export type Printed = Pick<Figure, 'value' | 'bound'> & Partial<Pick<Figure, 'printed'>>;

/**
 * The numbers for which a printed number may stand, by the usual reading of its hedge: 余 and 多 add less than one at the place of its
 * last digit that is not nought (2500余: under 2600), whereas 超过, 突破 and 不低于 have no upper end; 近 and 不足 leave open how much is
 * missing, 约 is half such a place either way. Null where the source gives no number (数十).
 */
export function intervalOf({ value, bound, printed }: Printed): Interval | null {
  if (value === null || bound === 'vague') return null;
  const range = typeof value !== 'number';
  const { min, max } = range ? value : { min: value, max: value };
  switch (bound) {
    case 'over':
      // Of a range the lower end is one of the numbers; whether 多 goes with both ends is left open.
      return { min, max: isEndless(printed) ? Number.POSITIVE_INFINITY : max + lastPlace(max), open: !range };
    case 'under':
      return { min: Math.min(0, min), max, open: true };
    case 'about':
      return { min: min - lastPlace(min) / 2, max: max + lastPlace(max) / 2, open: false };
    case 'at-least':
      return { min, max: Number.POSITIVE_INFINITY, open: false };
    case 'at-most':
      return { min: Math.min(0, min), max, open: false };
    default:
      return { min, max, open: false };
  }
}

// The hedge stands behind the number or the unit (2500余, 3年多); 多于30 is another word, and 多功能厅 none.
const isEndless = (printed: string | undefined): boolean =>
  printed !== undefined && !/[\d０-９〇零一二两三四五六七八九十百千万亿][余多来](?!于)|[余多]$/.test(printed);

/** Whether the interval is one number. */
export const isPoint = ({ min, max, open }: Interval): boolean => min === max && !open;

/** Whether no number is in both. Open ends that touch are apart. */
export function areApart(a: Interval, b: Interval): boolean {
  const before = (low: Interval, high: Interval) =>
    isSame(low.max, high.min) ? low.open || high.open : low.max < high.min;
  return before(a, b) || before(b, a);
}

// What a conversion leaves in the last digits of a computer's number is no difference.
const isSame = (a: number, b: number): boolean =>
  a === b || (Number.isFinite(a - b) && Math.abs(a - b) <= 1e-12 * Math.max(Math.abs(a), Math.abs(b)));

/** Every number of the interval times a positive factor. */
export function scaled({ min, max, open }: Interval, factor: number): Interval {
  return { min: min * factor, max: max * factor, open };
}

/** What can come out where a number of `a` is divided by one of `b`; both are of numbers above nought. Null where `b` may be nought. */
export function quotient(a: Interval, b: Interval): Interval | null {
  if (b.min <= 0 || a.min < 0) return null;
  // Nought divided is nought, however uncertain the divisor: then an end is certain.
  const certain = a.min === 0 && !a.open;
  return { min: a.min / b.max, max: a.max / b.min, open: (a.open || b.open) && !certain };
}

/** What can come out where a number of `b` is taken from one of `a`. */
export function differenceOf(a: Interval, b: Interval): Interval {
  return { min: a.min - b.max, max: a.max - b.min, open: a.open || b.open };
}

/** What can come out where a number of each is added up. */
export function sumOf(intervals: readonly Interval[]): Interval {
  return {
    min: intervals.reduce((sum, { min }) => sum + min, 0),
    max: intervals.reduce((sum, { max }) => sum + max, 0),
    open: intervals.some(({ open }) => open),
  };
}

// 1 for 1226, 100 for 2500, 0.1 for 18.7.
function lastPlace(value: number): number {
  const [digits = '', exponent = '0'] = Math.abs(value).toExponential().split('e');
  return 10 ** (Number(exponent) - (digits.split('.')[1]?.length ?? 0));
}
