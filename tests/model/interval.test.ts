import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  areApart,
  differenceOf,
  exactly,
  type Interval,
  intervalOf,
  isPoint,
  quotient,
  scaled,
  sumOf,
} from '../../src/model/interval.ts';
import { BOUNDS } from '../../src/model/printed.ts';

const closed = (min: number, max: number): Interval => ({ min, max, open: false });
const open = (min: number, max: number): Interval => ({ min, max, open: true });

const INFINITE = Number.POSITIVE_INFINITY;

type Given = Parameters<typeof intervalOf>[0];

describe('the numbers for which a printed one may stand', () => {
  test.each<[string, Given['value'], Given['bound'], Interval | null]>([
    ['2500', 2500, 'exact', closed(2500, 2500)],
    ['3—5', { min: 3, max: 5 }, 'exact', closed(3, 5)],
    ['2500余', 2500, 'over', open(2500, 2600)],
    ['约2500', 2500, 'about', closed(2450, 2550)],
    ['约300—500', { min: 300, max: 500 }, 'about', closed(250, 550)],
    ['近2500', 2500, 'under', open(0, 2500)],
    ['近300—500', { min: 300, max: 500 }, 'under', open(0, 500)],
    ['不低于2500', 2500, 'at-least', closed(2500, INFINITE)],
    ['300—500以上', { min: 300, max: 500 }, 'at-least', closed(300, INFINITE)],
    ['不超过2500', 2500, 'at-most', closed(0, 2500)],
    ['不超过−5', -5, 'at-most', closed(-5, -5)],
    ['数十', null, 'vague', null],
    ['a number that is said to be vague', 30, 'vague', null],
    ['no number', null, 'exact', null],
  ])('%s', (_, value, bound, interval) => {
    expect(intervalOf({ value, bound })).toEqual(interval);
  });

  test.each<[string, Given['value'], number]>([
    ['2500余户', 2500, 2600],
    ['2500多户', 2500, 2600],
    ['3年多', 3, 4],
    ['10来个', 10, 20],
    ['超过2500户', 2500, INFINITE],
    ['突破2500户', 2500, INFINITE],
    ['逾1.25万人次', 12_500, INFINITE],
    ['超过10万元以上', 100_000, INFINITE],
  ])('%s, more than so many, has its upper end by its word', (printed, value, max) => {
    expect(intervalOf({ value, bound: 'over', printed })).toEqual(open(value as number, max));
  });

  test('of a range with 多 or 超过 hold its lower end, of which no word says that it was passed', () => {
    const value = { min: 300, max: 500 };
    expect(intervalOf({ value, bound: 'over', printed: '300—500多户' })).toEqual(closed(300, 600));
    expect(intervalOf({ value, bound: 'over', printed: '超过300—500户' })).toEqual(closed(300, INFINITE));
    expect(intervalOf({ value, bound: 'over' })).toEqual(closed(300, 600));
  });

  test('depend on the printed words of what is more than so many only', () => {
    const given = (bound: Given['bound']) => intervalOf({ value: 2500, bound, printed: '超过2500户' });
    for (const bound of BOUNDS.filter((one) => one !== 'over')) {
      expect(given(bound)).toEqual(intervalOf({ value: 2500, bound }));
    }
  });

  test.each([
    [1226, 1227],
    [2500, 2600],
    [10_000, 20_000],
    [10_010, 10_020],
    [7, 8],
    [0, 1],
    [21_249_000_000, 21_250_000_000],
    [18.7, 18.8],
    [0.05, 0.06],
    [100.5, 100.6],
  ])('%d余 is less than one more at the place of its last digit: %d', (value, end) => {
    const interval = intervalOf({ value, bound: 'over' });
    expect(interval).toMatchObject({ min: value, open: true });
    expect(interval?.max).toBeCloseTo(end, 10);
  });

  test('hold the printed number itself, but for more and less than it', () => {
    const number = fc.oneof(
      fc.nat(),
      fc.tuple(fc.nat(9999), fc.nat(99)).map(([whole, part]) => Number(`${whole}.${part}`)),
    );
    const run = (value: number, bound: Given['bound']) => {
      const interval = intervalOf({ value, bound });
      expect(interval === null).toBe(bound === 'vague');
      if (!interval) return;
      expect(interval.min).toBeLessThanOrEqual(interval.max);
      expect(interval.min <= value && value <= interval.max).toBe(true);
      expect(interval.open).toBe(bound === 'over' || bound === 'under');
      expect(isPoint(interval)).toBe(bound === 'exact' || (bound === 'at-most' && value === 0));
    };
    fc.assert(fc.property(number, fc.constantFrom(...BOUNDS), run), { seed: 1, numRuns: 5000, endOnFailure: true });
  });
});

describe('an interval', () => {
  test('is a point where both its ends are one number of it', () => {
    expect(exactly(5)).toEqual(closed(5, 5));
    expect(isPoint(exactly(5))).toBe(true);
    expect(isPoint(closed(5, 6))).toBe(false);
    expect(isPoint(open(5, 5))).toBe(false);
  });

  test('is scaled at both ends, and its ends stay as open as they were', () => {
    expect(scaled(open(2, 3), 12)).toEqual(open(24, 36));
    expect(scaled(closed(2, INFINITE), 0.5)).toEqual(closed(1, INFINITE));
  });
});

describe('two intervals', () => {
  test.each<[string, Interval, Interval, boolean]>([
    ['with a gap between them are apart', closed(1, 2), closed(3, 4), true],
    ['that overlap are not', closed(1, 3), closed(2, 4), false],
    ['of which one lies in the other are not', open(1, 9), closed(4, 5), false],
    ['of which an open one holds a number are not', open(2500, 2600), exactly(2550), false],
    ['that share an end of both are not', closed(1, 2), closed(2, 3), false],
    ['that touch, one of them open, are apart', open(2500, 2600), exactly(2600), true],
    ['that touch at the lower end of the open one are apart', open(2500, 2600), exactly(2500), true],
    ['that touch, both open, are apart', open(0, 2500), open(2500, 2600), true],
    ['that are one number are not', exactly(5), exactly(5), false],
    ['that are the same open one are not', open(2500, 2600), open(2500, 2600), false],
    ['without an upper end are apart from what is less only', closed(5, INFINITE), closed(1, 4), true],
    ['without an upper end overlap with what is more', closed(5, INFINITE), exactly(900), false],
    ['that are both without an upper end overlap', closed(5, INFINITE), open(9, INFINITE), false],
    ['that touch but for the last digits of a computer are not', exactly(0.1 + 0.2), exactly(0.3), false],
    ['that touch so, one of them open, are apart', open(0.2, 0.2 + 0.1), exactly(0.3), true],
    ['that touch so at the lower end, one of them open, are apart', open(0.1 + 0.2, 0.4), exactly(0.3), true],
    ['of large numbers that touch so are not', closed(1, 1e15), closed(1e15 + 0.5, 2e15), false],
    ['that differ in the tenth digit are apart', exactly(1), exactly(1.000_000_001), true],
  ])('%s', (_, a, b, apart) => {
    expect(areApart(a, b)).toBe(apart);
    expect(areApart(b, a)).toBe(apart);
  });

  test('are apart exactly where no number is in both', () => {
    const small = fc.tuple(fc.nat(8), fc.nat(4), fc.boolean()).map(([min, more, isOpen]): Interval => {
      return isOpen ? open(min, min + more + 1) : closed(min, min + more);
    });
    const halves = Array.from({ length: 40 }, (_, i) => i / 2 - 2);
    const run = (a: Interval, b: Interval) => {
      // Between two neighbouring ends the halves have a number, since the ends are whole.
      const shared = halves.some((one) => isIn(one, a) && isIn(one, b));
      expect(areApart(a, b)).toBe(!shared);
    };
    fc.assert(fc.property(small, small, run), { seed: 2, numRuns: 5000, endOnFailure: true });
  });
});

const isIn = (number: number, { min, max, open: isOpen }: Interval): boolean =>
  isOpen ? min < number && number < max : min <= number && number <= max;

describe('reckoning with intervals', () => {
  test('divides the least by the most and the most by the least', () => {
    expect(quotient(exactly(50), exactly(200))).toEqual(exactly(0.25));
    expect(quotient(closed(10, 20), closed(4, 5))).toEqual(closed(2, 5));
    expect(quotient(open(100, 200), exactly(10))).toEqual(open(10, 20));
    expect(quotient(exactly(100), open(10, 20))).toEqual(open(5, 10));
    expect(quotient(exactly(100), closed(10, INFINITE))).toEqual(closed(0, 10));
    expect(quotient(closed(100, INFINITE), exactly(10))).toEqual(closed(10, INFINITE));
  });

  test('does not divide by what may be nought, nor what may be less than nought', () => {
    expect(quotient(exactly(1), exactly(0))).toBeNull();
    expect(quotient(exactly(1), open(0, 5))).toBeNull();
    expect(quotient(exactly(1), closed(-1, 5))).toBeNull();
    expect(quotient(closed(-1, 5), exactly(2))).toBeNull();
    expect(quotient(exactly(0), exactly(5))).toEqual(exactly(0));
  });

  test('leaves nought what is nought, however uncertain the divisor', () => {
    const none = quotient(exactly(0), open(2500, 2600));
    expect(none).toEqual(exactly(0));
    expect(none && areApart(none, exactly(0))).toBe(false);
    // At most ten of somewhat more than two may be nought.
    expect(quotient(closed(0, 10), open(2, 4))).toEqual(closed(0, 5));
    // Less than ten, but not nought.
    expect(quotient(open(0, 10), exactly(2))).toEqual(open(0, 5));
  });

  test('of what has no upper end has none where it has none', () => {
    const endless = closed(1, INFINITE);
    expect(quotient(endless, endless)).toEqual(closed(0, INFINITE));
    expect(differenceOf(endless, endless)).toEqual(closed(-INFINITE, INFINITE));
    expect(sumOf([endless, endless])).toEqual(closed(2, INFINITE));
    expect(quotient(exactly(5), open(1, INFINITE))).toEqual(open(0, 5));
  });

  test('takes the most from the least and the least from the most', () => {
    expect(differenceOf(exactly(5), exactly(3))).toEqual(exactly(2));
    expect(differenceOf(exactly(3), exactly(5))).toEqual(exactly(-2));
    expect(differenceOf(closed(10, 20), closed(1, 4))).toEqual(closed(6, 19));
    expect(differenceOf(open(2500, 2600), exactly(2000))).toEqual(open(500, 600));
    expect(differenceOf(exactly(2000), open(2500, 2600))).toEqual(open(-600, -500));
  });

  test('adds up ends, and one open end makes an open end', () => {
    expect(sumOf([exactly(1), exactly(2), exactly(3)])).toEqual(exactly(6));
    expect(sumOf([closed(1, 2), closed(10, 20)])).toEqual(closed(11, 22));
    expect(sumOf([exactly(1), open(10, 20)])).toEqual(open(11, 21));
    expect(sumOf([closed(1, INFINITE), exactly(5)])).toEqual(closed(6, INFINITE));
  });

  // Quarters, so that the ends and the numbers within are exact.
  const drawn = fc
    .tuple(fc.integer({ min: 1, max: 400 }), fc.nat(400), fc.boolean(), fc.integer({ min: 1, max: 3 }))
    .map(([min, more, isOpen, place]) => {
      const interval = isOpen ? open(min, min + more + 1) : closed(min, min + more);
      return { interval, number: interval.min + ((interval.max - interval.min) * place) / 4 };
    });

  test('holds all that can come out', () => {
    const run = (a: { interval: Interval; number: number }, b: typeof a, c: typeof a) => {
      const share = quotient(a.interval, b.interval);
      expect(share && isIn(a.number / b.number, share)).toBe(true);
      expect(isIn(a.number - b.number, differenceOf(a.interval, b.interval))).toBe(true);
      expect(isIn(a.number + b.number + c.number, sumOf([a.interval, b.interval, c.interval]))).toBe(true);
      expect(isIn(a.number * 12, scaled(a.interval, 12))).toBe(true);
    };
    fc.assert(fc.property(drawn, drawn, drawn, run), { seed: 3, numRuns: 5000, endOnFailure: true });
  });

  test('holds no more than what can come out: its ends are those of the terms', () => {
    const run = ({ interval: a }: { interval: Interval }, { interval: b }: { interval: Interval }) => {
      expect(quotient(a, b)).toMatchObject({ min: a.min / b.max, max: a.max / b.min });
      expect(differenceOf(a, b)).toMatchObject({ min: a.min - b.max, max: a.max - b.min });
      expect(sumOf([a, b])).toMatchObject({ min: a.min + b.min, max: a.max + b.max });
    };
    fc.assert(fc.property(drawn, drawn, run), { seed: 4, numRuns: 2000, endOnFailure: true });
  });
});
