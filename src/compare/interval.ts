import type { Figure } from '../model/figure.ts';

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

/**
 * The numbers for which a printed number may stand, by the usual reading of its hedge: 余, 多 and 突破 add less than one at the
 * place of its last digit that is not nought (2500余: under 2600), 近 and 不足 leave open how much is missing, 约 is half such a
 * place either way, 不低于 and 以上 have no upper end. Null where the source gives no number (数十).
 */
export function intervalOf({ value, bound }: Pick<Figure, 'value' | 'bound'>): Interval | null {
  if (value === null || bound === 'vague') return null;
  const { min, max } = typeof value === 'number' ? { min: value, max: value } : value;
  switch (bound) {
    case 'over':
      return { min, max: max + lastPlace(max), open: true };
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

/** Whether the interval is one number. */
export const isPoint = ({ min, max, open }: Interval): boolean => min === max && !open;

/** Whether no number is in both. Open ends that touch are apart. */
export function areApart(a: Interval, b: Interval): boolean {
  const before = (low: Interval, high: Interval) =>
    low.max < high.min || (low.max === high.min && (low.open || high.open));
  return before(a, b) || before(b, a);
}

/** Every number of the interval times a positive factor. */
export function scaled({ min, max, open }: Interval, factor: number): Interval {
  return { min: min * factor, max: max * factor, open };
}

/** What can come out where a number of `a` is divided by one of `b`; both are of numbers above nought. Null where `b` may be nought. */
export function quotient(a: Interval, b: Interval): Interval | null {
  if (b.min <= 0 || a.min < 0) return null;
  return { min: a.min / b.max, max: a.max / b.min, open: a.open || b.open };
}

export function differenceOf(a: Interval, b: Interval): Interval {
  return { min: a.min - b.max, max: a.max - b.min, open: a.open || b.open };
}

export function sumOf(intervals: readonly Interval[]): Interval {
  return {
    min: intervals.reduce((sum, { min }) => sum + min, 0),
    max: intervals.reduce((sum, { max }) => sum + max, 0),
    open: intervals.some(({ open }) => open),
  };
}

// 1 for 1226, 100 for 2500, 0.1 for 18.7.
function lastPlace(value: number): number {
  if (value === 0) return 1;
  const [digits = '', exponent = '0'] = Math.abs(value).toExponential().split('e');
  return 10 ** (Number(exponent) - (digits.split('.')[1]?.length ?? 0));
}
