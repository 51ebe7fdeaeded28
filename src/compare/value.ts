import type { ComputedRecord, CountyRecord, FigureRecord, IndicatorRecord } from '../atlas/records.ts';
import { isTime, type Per, perOf } from '../model/pers.ts';
import { factorBetween, type UnitName } from '../model/units.ts';
import { differenceOf, type Interval, intervalOf, quotient, scaled, sumOf } from './interval.ts';

/** A value of an indicator as it is held against another: what its source prints, or what follows from that. */
export interface Value
  extends Pick<FigureRecord, 'nature' | 'measure' | 'scope' | 'of' | 'stage' | 'asOf' | 'period' | 'bound'> {
  /** `county/id` of a figure, or the id of a computed value: how the indicator's record names it. */
  readonly name: string;
  readonly url: string;
  readonly label: string;
  readonly county: CountyRecord;
  readonly unit: UnitName;
  readonly per: readonly Per[];
  /** When its report was published; undefined where that is not known. */
  readonly reported: string | undefined;
  /** All that the number may be; null where no number is given or none can be computed. */
  readonly interval: Interval | null;
  /** The figures that stand behind it: itself, or the terms. */
  readonly terms: readonly [FigureRecord, ...FigureRecord[]];
  readonly computed: ComputedRecord | undefined;
}

/** All values of an indicator: county by county in the order of the atlas, the printed before the computed. */
export function valuesOf(indicator: IndicatorRecord, counties: readonly CountyRecord[]): readonly Value[] {
  const values = [...indicator.figures.map(printedValue), ...indicator.computed.map(computedValue)];
  return counties.flatMap((county) => values.filter((value) => value.county === county));
}

/** A figure as a value. */
export function printedValue(figure: FigureRecord): Value {
  return {
    name: figure.ref,
    url: figure.url,
    label: figure.label,
    county: figure.county,
    unit: figure.unit,
    per: figure.per,
    nature: figure.nature,
    measure: figure.measure,
    scope: figure.scope,
    of: figure.of,
    stage: figure.stage,
    asOf: figure.asOf,
    period: figure.period,
    bound: figure.bound,
    reported: figure.source.date ?? undefined,
    interval: intervalOf(figure),
    terms: [figure],
    computed: undefined,
  };
}

/**
 * What follows from the terms. A result is as uncertain as the least certain term (a forecast among results makes a forecast);
 * its time and its part of the county are the terms', a difference has the time of neither.
 */
export function computedValue(computed: ComputedRecord): Value {
  const [first, second] = computed.terms;
  const { unit, per, interval } = outcomeOf(computed);
  const nature = computed.terms.find((term) => term.nature !== 'result')?.nature ?? 'result';
  const same = computed.operation !== 'difference';
  return {
    name: computed.id,
    url: computed.url,
    label: computed.label,
    county: computed.county,
    unit,
    per,
    nature,
    measure: computed.operation === 'sum' ? first.measure : undefined,
    scope: first.scope,
    of: computed.operation === 'share' ? second.label : undefined,
    stage: undefined,
    asOf: same ? first.asOf : undefined,
    period: same ? first.period : undefined,
    bound: 'exact',
    reported: first.source.date ?? undefined,
    interval,
    terms: computed.terms,
    computed,
  };
}

function outcomeOf({ operation, terms }: ComputedRecord): Pick<Value, 'unit' | 'per' | 'interval'> {
  const [first, second] = terms;
  // In the unit of the first term, since the terms of a sum may be printed in several.
  const intervals = terms.map((term) => {
    const interval = intervalOf(term);
    const factor = factorBetween(term.unit, first.unit);
    return interval && (operation === 'average' ? interval : factor && scaled(interval, factor));
  });
  const [a, b] = intervals;
  if (!a || !b || intervals.some((one) => !one)) return { unit: first.unit, per: first.per, interval: null };
  switch (operation) {
    case 'share': {
      const share = quotient(a, b);
      return { unit: '%', per: [], interval: share && scaled(share, 100) };
    }
    case 'average': {
      const per = perOf(second.unit);
      return { unit: first.unit, per: [...(per ? [per] : []), ...first.per], interval: quotient(a, b) };
    }
    case 'difference':
      return { unit: first.unit === '%' ? '个百分点' : first.unit, per: first.per, interval: differenceOf(a, b) };
    case 'sum':
      return { unit: first.unit, per: first.per, interval: sumOf(intervals as Interval[]) };
  }
}

/**
 * Whether the number would not be another had the stretch of time been longer or another: an average of one of the counted,
 * or a rule to which its report gives no time.
 */
export function isTimeless({ computed, nature, asOf, period }: Value): boolean {
  return computed?.operation === 'average' || (nature === 'standard' && !asOf && !period);
}

/** Whether the number is reckoned by a stretch of time, as pay by the month is: neither a stock nor a flow. */
export const isByTime = ({ per }: Value): boolean => per.some(isTime);
