import {
  type ComputedRecord,
  type CountyRecord,
  type FigureRecord,
  type IndicatorRecord,
  isTimeInferred,
} from '../atlas/records.ts';
import { differenceOf, type Interval, intervalOf, quotient, scaled, sumOf } from '../model/interval.ts';
import { isTime, type Per, perOf } from '../model/pers.ts';
import { countedBy, factorBetween, type UnitName } from '../model/units.ts';

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
  /** Whether its time rests on a date of the report that is worked out and not printed. */
  readonly inferred: boolean;
  /** When its report was published, or the earliest that it can have been; undefined where that is not known. */
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
    inferred: isInferred(figure),
    reported: reportOf(figure),
    interval: intervalOf(figure),
    terms: [figure],
    computed: undefined,
  };
}

/**
 * What follows from the terms. A result is as uncertain as the least certain term (a forecast among results makes a forecast); it has the
 * time, the stage and the part of the county that its terms share, a share those of its whole. A difference has the time of neither.
 */
export function computedValue(computed: ComputedRecord): Value {
  const { operation, terms } = computed;
  const [first, second] = terms;
  const shared = <T>(of: (term: FigureRecord) => T): T | undefined =>
    terms.every((term) => JSON.stringify(of(term)) === JSON.stringify(of(first))) ? of(first) : undefined;
  const scopes = [...new Set(terms.map(({ scope }) => scope ?? WHOLE))].sort();
  const reported = terms.map(reportOf);
  return {
    name: computed.id,
    url: computed.url,
    label: computed.label,
    county: computed.county,
    ...outcomeOf(computed),
    nature: terms.find((term) => term.nature !== 'result')?.nature ?? 'result',
    measure: operation === 'sum' ? shared(({ measure }) => measure) : undefined,
    scope: operation === 'share' ? second.scope : scopes.length > 1 ? scopes.join('＋') : first.scope,
    of: operation === 'share' ? second.label : undefined,
    stage: operation === 'difference' ? undefined : shared(({ stage }) => stage),
    asOf: operation === 'difference' ? undefined : shared(({ asOf }) => asOf),
    period: operation === 'difference' ? undefined : shared(({ period }) => period),
    // What follows from a limit, or from no number, says nothing of how much it is.
    bound: terms.some(({ bound }) => LIMITS.includes(bound)) ? 'vague' : 'exact',
    inferred: terms.some(isInferred),
    // A stretch of time is over for all terms when it is for the report that came first.
    reported: reported.includes(undefined) ? undefined : reported.sort()[0],
    terms,
    computed,
  };
}

const isInferred = (figure: FigureRecord): boolean =>
  isTimeInferred(figure, [figure.asOf, figure.period?.from, figure.period?.to]);

// What a scope that is not said stands for, where it is told beside others.
const WHOLE = '全县';

const LIMITS: readonly string[] = ['at-least', 'at-most', 'vague'];

// A report without a date came out at the earliest date that it allows, or nobody knows when.
const reportOf = ({ source }: FigureRecord): string | undefined => source.date ?? source.notBefore;

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
    case 'difference': {
      const [difference, points] = [differenceOf(a, b), factorBetween(first.unit, '%')];
      return points === null
        ? { unit: first.unit, per: first.per, interval: difference }
        : { unit: '个百分点', per: first.per, interval: scaled(difference, points) };
    }
    case 'sum':
      return { unit: first.unit, per: first.per, interval: sumOf(intervals as Interval[]) };
  }
}

/** Whether the number is reckoned by a stretch of time, as pay by the month is: neither a stock nor a flow. */
export const isByTime = ({ per }: Value): boolean => per.some(isTime);

/** Whether it is counted neither at a moment nor over time: a rule, a rate, an average. */
export const isWithoutMeasure = (value: Value): boolean =>
  value.computed?.operation === 'average' ||
  value.nature === 'standard' ||
  isByTime(value) ||
  countedBy(value.unit) === 'ratio';
