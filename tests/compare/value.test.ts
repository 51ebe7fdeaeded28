import { describe, expect, test } from 'vitest';
import type { ComputedRecord, CountyRecord, FigureRecord, IndicatorRecord } from '../../src/atlas/records.ts';
import {
  computedValue,
  isByTime,
  isWithoutMeasure,
  printedValue,
  type Value,
  valuesOf,
} from '../../src/compare/value.ts';

const MOU = { id: 'mou' } as CountyRecord;
const LIN = { id: 'lin' } as CountyRecord;

/** A figure of 200 households at the end of 2018, but for what is said. */
function figureOf(given: Partial<FigureRecord> = {}): FigureRecord {
  const ref = given.ref ?? 'mou/one';
  const source = { date: '2018-11-13', dateBasis: 'stated' };
  const plain = { ref, url: `/#${ref}`, label: '户数', county: MOU, source, unit: '户', per: [], value: 200 };
  return {
    ...plain,
    bound: 'exact',
    nature: 'result',
    measure: 'stock',
    asOf: '2018',
    indicators: [],
    ...given,
  } as FigureRecord;
}

type Source = FigureRecord['source'];
const NO_DATE = { date: null, dateBasis: 'none' } as Source;
/** Of a report that prints no date and is taken to be of the one given. */
const guessed = (date: string) => ({ source: { date, dateBasis: 'inferred' } as Source });
/** Over a stretch of time, of which either end may be unsaid. */
const over = (from?: string, to?: string) => ({ asOf: undefined, period: { from, to } as FigureRecord['period'] });

const OVER = { value: 2500, bound: 'over' } as const;
const UNDER = { value: 2500, bound: 'under' } as const;
const VAGUE = { value: null, bound: 'vague' } as const;

/** What is computed from the figures. */
function computedFrom(operation: ComputedRecord['operation'], ...terms: readonly Partial<FigureRecord>[]): Value {
  const records = terms.map(figureOf);
  const record = { id: 'made', url: '/#made', label: '算出的数', county: MOU, operation, terms: records };
  return computedValue(record as unknown as ComputedRecord);
}

const intervalFrom = (...given: Parameters<typeof computedFrom>) => computedFrom(...given).interval;
const exactly = (value: number) => ({ min: value, max: value, open: false });

describe('a printed value', () => {
  test('has the fields of its figure, and all numbers that it may be', () => {
    const figure = figureOf({
      ...OVER,
      ...{ scope: '山区', of: '全县的户', stage: 'after', nature: 'plan', measure: 'flow', per: ['village'] },
      ...{ asOf: undefined, period: { from: '2016', to: '2018' } },
    });
    expect(printedValue(figure)).toEqual({
      ...{ name: 'mou/one', url: '/#mou/one', label: '户数', county: MOU, unit: '户', per: ['village'] },
      ...{ nature: 'plan', measure: 'flow', scope: '山区', of: '全县的户', stage: 'after', bound: 'over' },
      ...{ asOf: undefined, period: { from: '2016', to: '2018' }, reported: '2018-11-13' },
      inferred: false,
      ...{ interval: { min: 2500, max: 2600, open: true }, terms: [figure], computed: undefined },
    });
  });

  test('of a report without a date is not known to be reported at any', () => {
    expect(printedValue(figureOf({ source: NO_DATE })).reported).toBeUndefined();
  });

  test('of a report without a date is reported at the earliest date that it allows', () => {
    expect(printedValue(figureOf({ source: { date: null, notBefore: '2017-03' } as Source })).reported).toBe('2017-03');
    const both = { date: '2018-11-13', notBefore: '2017-03' } as Source;
    expect(printedValue(figureOf({ source: both })).reported).toBe('2018-11-13');
  });

  test('that is over so many has an upper end only where 余, 多 or 来 says so', () => {
    const max = (printed: string) => printedValue(figureOf({ ...OVER, printed })).interval?.max;
    expect([max('2500余户'), max('超过2500户')]).toEqual([2600, Number.POSITIVE_INFINITY]);
  });

  test('without a number has no interval', () => {
    expect(printedValue(figureOf(VAGUE)).interval).toBeNull();
  });
});

describe('a computed share', () => {
  test('is the part in a hundred of the whole, of which it is a share', () => {
    const share = computedFrom('share', { value: 50, scope: '山区' }, { ref: 'mou/all', label: '全部户数' });
    expect(share).toMatchObject({ unit: '%', per: [], interval: exactly(25), of: '全部户数', scope: undefined });
    expect(share).toMatchObject({
      name: 'made',
      label: '算出的数',
      bound: 'exact',
      asOf: '2018',
      reported: '2018-11-13',
    });
    expect(share.measure).toBeUndefined();
    expect(share.terms.map(({ ref }) => ref)).toEqual(['mou/one', 'mou/all']);
    expect(share.computed?.operation).toBe('share');
  });

  test('is as uncertain as its terms', () => {
    expect(intervalFrom('share', { value: 260 }, OVER)).toEqual({ min: 10, max: 10.4, open: true });
    const atLeast = intervalFrom('share', { value: 50, bound: 'at-least' }, { value: 100 });
    expect(atLeast).toEqual({ min: 50, max: Number.POSITIVE_INFINITY, open: false });
  });

  test('covers what its whole covers', () => {
    expect(computedFrom('share', {}, { scope: '山区' }).scope).toBe('山区');
    expect(computedFrom('share', { scope: '贫困村' }, { scope: '山区' }).scope).toBe('山区');
  });

  test('of nothing is nought, however uncertain the whole', () => {
    expect(intervalFrom('share', { value: 0 }, OVER)).toEqual(exactly(0));
  });

  test('takes both terms in one unit', () => {
    expect(intervalFrom('share', { unit: '亩', value: 15 }, { unit: '公顷', value: 2 })?.min).toBeCloseTo(50, 10);
  });

  test('has no number where a term has none, where no factor joins the units, or where the whole may be nought', () => {
    expect(intervalFrom('share', VAGUE, {})).toBeNull();
    expect(intervalFrom('share', {}, VAGUE)).toBeNull();
    expect(intervalFrom('share', {}, { unit: '人' })).toBeNull();
    expect(intervalFrom('share', {}, UNDER)).toBeNull();
    expect(intervalFrom('share', {}, { value: 0 })).toBeNull();
  });
});

describe('a computed average', () => {
  test('is what falls to one of the counted, before what the total is reckoned by', () => {
    const average = computedFrom(
      'average',
      { unit: '元', value: 90_000, per: ['year'], scope: '山区', measure: 'flow' },
      { unit: '个村', value: 30, scope: '山区', measure: 'flow' },
    );
    expect(average).toMatchObject({ unit: '元', per: ['village', 'year'], interval: exactly(3000), scope: '山区' });
    expect([average.of, average.measure]).toEqual([undefined, undefined]);
  });

  test('has the time that its terms share', () => {
    const average = (total: Partial<FigureRecord>, count: Partial<FigureRecord>) =>
      computedFrom('average', total, { ...count, unit: '个村' });
    const flow = { measure: 'flow', ...over('2016', '2018') } as const;
    expect(average({}, {})).toMatchObject({ asOf: '2018', period: undefined });
    expect(average(flow, flow)).toMatchObject({ asOf: undefined, period: { from: '2016', to: '2018' } });
    expect(average(flow, {})).toMatchObject({ asOf: undefined, period: undefined });
    expect(average({}, { asOf: '2017' })).toMatchObject({ asOf: undefined, period: undefined });
  });

  test('is as uncertain as its terms, and none where a term has no number', () => {
    expect(intervalFrom('average', OVER, { unit: '个村', value: 10 })).toEqual({ min: 250, max: 260, open: true });
    expect(intervalFrom('average', VAGUE, { unit: '个村' })).toBeNull();
    expect(intervalFrom('average', {}, { unit: '个村', ...VAGUE })).toBeNull();
  });

  test.each([
    ['名', 'person'],
    ['户', 'household'],
    ['个村', 'village'],
    ['个乡镇', 'township'],
    ['期', 'session'],
    ['个党支部', 'branch'],
    ['个党组织', 'party-organisation'],
    ['个项目', 'thing'],
  ] as const)('by %s is by the %s', (unit, per) => {
    expect(computedFrom('average', { unit: '元' }, { unit }).per).toEqual([per]);
  });
});

describe('a computed difference', () => {
  test('is the later less the earlier, and has the time of neither', () => {
    const difference = computedFrom('difference', { value: 300 }, { value: 120, asOf: '2015' });
    expect(difference).toMatchObject({ unit: '户', interval: exactly(180) });
    expect([difference.asOf, difference.period, difference.measure]).toEqual([undefined, undefined, undefined]);
    const flow = { asOf: undefined, period: { from: '2016', to: '2018' } };
    expect(computedFrom('difference', flow, flow).period).toBeUndefined();
  });

  test('of shares is in percentage points, in whatever they are printed', () => {
    const difference = computedFrom('difference', { unit: '%', value: 30 }, { unit: '%', value: 50 });
    expect(difference).toMatchObject({ unit: '个百分点', interval: exactly(-20) });
    const mille = computedFrom('difference', { unit: '‰', value: 50 }, { unit: '‰', value: 30 });
    expect(mille).toMatchObject({ unit: '个百分点', interval: exactly(2) });
    const tenths = computedFrom('difference', { unit: '成', value: 8 }, { unit: '%', value: 50 });
    expect(tenths).toMatchObject({ unit: '个百分点', interval: exactly(30) });
    expect(computedFrom('difference', { unit: '个百分点' }, { unit: '个百分点' }).unit).toBe('个百分点');
  });

  test('is neither before nor after', () => {
    expect(computedFrom('difference', { stage: 'after' }, { stage: 'after' }).stage).toBeUndefined();
  });

  test('takes both terms in the unit of the first', () => {
    const difference = computedFrom('difference', { unit: '公里', value: 3 }, { unit: '米', value: 500 });
    expect(difference).toMatchObject({ unit: '公里', interval: exactly(2.5) });
  });

  test('is as uncertain as its terms, and none where a term has no number', () => {
    expect(intervalFrom('difference', OVER, {})).toEqual({ min: 2300, max: 2400, open: true });
    expect(intervalFrom('difference', {}, VAGUE)).toBeNull();
  });
});

describe('a computed sum', () => {
  test('adds up all its terms in the unit of the first, and keeps what they share', () => {
    const period = { from: '2016', to: '2018' };
    const flow: Partial<FigureRecord> = { measure: 'flow', asOf: undefined, period, per: ['year'], scope: '山区' };
    const sum = computedFrom(
      'sum',
      { ...flow, unit: '公顷', value: 1 },
      { ...flow, unit: '平方米', value: 5000 },
      { ...flow, unit: '平方公里', value: 1 },
    );
    expect(sum).toMatchObject({ unit: '公顷', interval: exactly(101.5), measure: 'flow', period, per: ['year'] });
    expect(sum).toMatchObject({ scope: '山区', bound: 'exact' });
    expect([sum.of, sum.asOf]).toEqual([undefined, undefined]);
  });

  test('keeps no measure that its terms do not share', () => {
    expect(computedFrom('sum', {}, {}, { measure: 'flow' }).measure).toBeUndefined();
    expect(computedFrom('sum', {}, { measure: undefined }).measure).toBeUndefined();
  });

  test('is as uncertain as its terms, and none where any term has no number', () => {
    expect(intervalFrom('sum', {}, OVER, {})).toEqual({ min: 2900, max: 3000, open: true });
    expect(intervalFrom('sum', {}, {}, VAGUE)).toBeNull();
    expect(intervalFrom('sum', {}, {}, { unit: '人' })).toBeNull();
  });
});

describe('a computed value', () => {
  const [flow, count] = [{ measure: 'flow' }, { unit: '个村' }] as const;

  test('has the stage that all its terms share, and none where one has another', () => {
    const stages = (...terms: readonly FigureRecord['stage'][]) => {
      const [first, second, ...more] = terms.map((stage) => ({ stage }));
      return [
        computedFrom('sum', { ...first }, { ...second }, ...more).stage,
        computedFrom('share', { ...first }, { ...second }).stage,
        computedFrom('average', { ...first, ...flow }, { ...second, ...count }).stage,
      ];
    };
    expect(stages('before', 'before')).toEqual(['before', 'before', 'before']);
    expect(stages('after', 'after')).toEqual(['after', 'after', 'after']);
    expect(stages('before', 'after')).toEqual([undefined, undefined, undefined]);
    expect(stages('before', undefined)).toEqual([undefined, undefined, undefined]);
    expect(stages('before', 'before', 'after')[0]).toBeUndefined();
  });

  test('but a share covers all parts of the county that its terms cover, each said once', () => {
    const [hills, plain] = [{ scope: '山区' }, { scope: '平原' }];
    expect(computedFrom('sum', hills, plain, hills).scope).toBe('山区＋平原');
    expect(computedFrom('sum', hills, hills).scope).toBe('山区');
    expect(computedFrom('sum', {}, {}).scope).toBeUndefined();
    expect(computedFrom('sum', {}, hills).scope).not.toBe('山区');
    expect(computedFrom('average', hills, { ...hills, ...count }).scope).toBe('山区');
    expect(computedFrom('difference', hills, { ...hills, asOf: '2015' }).scope).toBe('山区');
  });

  test('is reported when the first of its terms was, and at no known time where one of them was not', () => {
    const on = (...dates: readonly (string | null)[]) => {
      const terms = dates.map((date) => ({ source: { date } as Source }));
      return computedFrom('sum', ...terms).reported;
    };
    expect(on('2018-11-13', '2017-03', '2019')).toBe('2017-03');
    expect(on('2017-03', '2018-11-13')).toBe('2017-03');
    expect(on('2018-11-13', null)).toBeUndefined();
    const since = { source: { date: null, notBefore: '2016' } as Source };
    expect(computedFrom('share', {}, since).reported).toBe('2016');
  });

  test.each(['at-least', 'at-most', 'vague'] as const)(
    'of which one term is %s says nothing of how much it is',
    (bound) => {
      const limit = { bound, value: bound === 'vague' ? null : 100 };
      expect(computedFrom('sum', {}, limit).bound).toBe('vague');
      expect(computedFrom('share', limit, {}).bound).toBe('vague');
      expect(computedFrom('difference', {}, limit).bound).toBe('vague');
    },
  );

  test.each(['exact', 'over', 'under', 'about'] as const)(
    'of which one term is %s is as uncertain as its numbers',
    (bound) => {
      expect(computedFrom('sum', {}, { bound }).bound).toBe('exact');
    },
  );
});

describe('the nature of a computed value', () => {
  test('is a result where all terms are', () => {
    expect(computedFrom('sum', {}, {}, {}).nature).toBe('result');
  });

  test.each(['standard', 'target', 'plan', 'forecast', 'capacity'] as const)('is a %s where one term is', (nature) => {
    expect(computedFrom('share', { nature }, {}).nature).toBe(nature);
    expect(computedFrom('share', {}, { nature }).nature).toBe(nature);
    expect(computedFrom('sum', {}, {}, { nature }).nature).toBe(nature);
  });
});

describe('a value', () => {
  const inferred = (given: Partial<FigureRecord>) => printedValue(figureOf(given)).inferred;

  test('has an inferred time where this is of the year of a report whose date is worked out', () => {
    expect(inferred(guessed('2018-11-13'))).toBe(true);
    expect(inferred(guessed('2018'))).toBe(true);
    expect(inferred({ ...guessed('2018-11'), asOf: '2018-07' })).toBe(true);
    expect(inferred({ ...guessed('2018-11'), ...over('2016', '2018-06') })).toBe(true);
    expect(inferred({ ...guessed('2018-11'), ...over('2018', '2020') })).toBe(true);
    expect(inferred({ ...guessed('2018-11'), ...over(undefined, '2018') })).toBe(true);
    expect(inferred({ ...guessed('2018-11'), ...over('2018') })).toBe(true);
  });

  test('has no inferred time where its report prints a date or has none, or where it is of another year or of none', () => {
    expect(inferred({})).toBe(false);
    expect(inferred({ source: NO_DATE })).toBe(false);
    expect(inferred({ source: { ...NO_DATE, notBefore: '2018' } as Source })).toBe(false);
    expect(inferred({ ...guessed('2018-11'), asOf: undefined })).toBe(false);
    expect(inferred({ ...guessed('2018-11'), asOf: '2017-11' })).toBe(false);
    expect(inferred({ ...guessed('2018-11'), ...over('2016', '2017') })).toBe(false);
    expect(inferred({ ...guessed('2018-11'), ...over('2016', '2020') })).toBe(false);
  });

  test('that is computed has an inferred time where any term has', () => {
    const other = guessed('2019');
    expect(computedFrom('sum', {}, guessed('2018')).inferred).toBe(true);
    expect(computedFrom('sum', guessed('2018'), {}).inferred).toBe(true);
    expect(computedFrom('sum', {}, {}, guessed('2018')).inferred).toBe(true);
    expect(computedFrom('share', {}, guessed('2018')).inferred).toBe(true);
    expect(computedFrom('average', {}, { unit: '个村', ...guessed('2018') }).inferred).toBe(true);
    expect(computedFrom('difference', {}, { asOf: '2015', ...guessed('2015') }).inferred).toBe(true);
    expect(computedFrom('sum', {}, {}, {}).inferred).toBe(false);
    expect(computedFrom('share', other, other).inferred).toBe(false);
    expect(computedFrom('difference', {}, { asOf: '2015', ...guessed('2018') }).inferred).toBe(false);
  });

  test('is without a measure where it is a rule, an average, a share or by time, whatever its time', () => {
    const without = (given: Partial<FigureRecord>) => isWithoutMeasure(printedValue(figureOf(given)));
    expect(without({ nature: 'standard' })).toBe(true);
    expect(without({ nature: 'standard', asOf: undefined })).toBe(true);
    expect(without({ per: ['person', 'month'] })).toBe(true);
    expect([without({ unit: '%' }), without({ unit: '‰' }), without({ unit: '成' })]).toEqual([true, true, true]);
    expect(without({})).toBe(false);
    expect(without({ asOf: undefined })).toBe(false);
    expect(without({ nature: 'plan', asOf: undefined })).toBe(false);
    expect(without({ per: ['village'] })).toBe(false);
    expect(without({ unit: '个百分点' })).toBe(false);
    for (const measure of ['flow', 'stock', undefined] as const) {
      expect(isWithoutMeasure(computedFrom('average', { measure }, { measure, unit: '个村' }))).toBe(true);
    }
    expect(isWithoutMeasure(computedFrom('share', {}, {}))).toBe(true);
    expect(isWithoutMeasure(computedFrom('sum', {}, {}))).toBe(false);
    expect(isWithoutMeasure(computedFrom('difference', {}, { asOf: '2015' }))).toBe(false);
  });

  test('is by time where it is reckoned by a stretch of time among others', () => {
    const byTime = (...per: FigureRecord['per']) => isByTime(printedValue(figureOf({ per })));
    expect(byTime('person', 'month')).toBe(true);
    expect(byTime('term')).toBe(true);
    expect(byTime('person', 'session')).toBe(false);
    expect(byTime()).toBe(false);
  });
});

describe('the values of an indicator', () => {
  test('stand county by county in the order of the atlas, the printed before the computed, each as its record has it', () => {
    const figures = [
      figureOf({ ref: 'lin/b', county: LIN }),
      figureOf({ ref: 'mou/b' }),
      figureOf({ ref: 'lin/a', county: LIN }),
      figureOf({ ref: 'mou/a' }),
    ];
    const terms = [figureOf(), figureOf()];
    const computed = [
      { id: 'of-lin', county: LIN, operation: 'sum', terms },
      { id: 'of-mou', county: MOU, operation: 'sum', terms },
    ];
    const indicator = { figures, computed } as unknown as IndicatorRecord;
    const names = (...counties: readonly CountyRecord[]) => valuesOf(indicator, counties).map(({ name }) => name);
    expect(names(MOU, LIN)).toEqual(['mou/b', 'mou/a', 'of-mou', 'lin/b', 'lin/a', 'of-lin']);
    expect(names(LIN, MOU)).toEqual(['lin/b', 'lin/a', 'of-lin', 'mou/b', 'mou/a', 'of-mou']);
  });

  test('are none where it has none', () => {
    expect(valuesOf({ figures: [], computed: [] } as unknown as IndicatorRecord, [MOU, LIN])).toEqual([]);
  });
});
