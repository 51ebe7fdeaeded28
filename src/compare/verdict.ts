import type { FigureRecord, IndicatorRecord } from '../atlas/records.ts';
import { areApart, type Interval, isPoint, scaled } from '../model/interval.ts';
import { isTime, PER_YEAR, type Per } from '../model/pers.ts';
import { countedBy, factorBetween, type UnitName, VISITS } from '../model/units.ts';
import { isWithoutMeasure, printedValue, type Value } from './value.ts';

/** Why two values may not be compared, in the order in which they are said. */
export const REASONS = [
  /** The units count different things, or no fixed factor leads from one to the other. */
  'unit',
  /** One counts persons or households, the other their visits. */
  'visits',
  /** One is reckoned by a person, a village, a month and the other is not. */
  'per',
  /** Same word, other thing: said in the indicator's record. */
  'definition',
  /** Shares of different wholes, or of a whole that a source does not name. */
  'share',
  /** One covers the county and the other a part, or the two cover different parts. */
  'scope',
  /** One is counted at a moment, the other over a stretch of time; or a source does not let one tell. */
  'measure',
  /** One happened, the other is a rule, an aim, a plan, an expectation. */
  'nature',
  /** One is the state before something of which its source tells, the other the state after. */
  'stage',
  /** Other moments or stretches of time, or a source names none; a time that is only worked out is none. */
  'period',
  /** The hedges leave open which is more. */
  'bound',
] as const;

export type ReasonKind = (typeof REASONS)[number];

/** One reason; the two values themselves say the rest, and `because` what no field of theirs can tell. */
export interface Reason {
  readonly kind: ReasonKind;
  readonly because?: string;
}

/** A value brought to the unit in which it is compared. */
export interface Converted {
  readonly value: Value;
  readonly interval: Interval;
  readonly unit: UnitName;
  readonly per: readonly Per[];
  /** By what the printed number is multiplied; 1 where it stands as it is. */
  readonly factor: number;
}

/** Whether two values mean the same: as printed, after a conversion, or not. */
export type Verdict =
  | { readonly kind: 'same' }
  | { readonly kind: 'converted'; readonly values: readonly [Converted, Converted] }
  | { readonly kind: 'unlike'; readonly reasons: readonly [Reason, ...Reason[]] };

/** Two values of different counties, and what may be made of them. */
export interface Pair {
  readonly a: Value;
  readonly b: Value;
  readonly verdict: Verdict;
}

/** Every pair of values of different counties, with its verdict, in the order of the values. */
export function verdictsOf(
  indicator: Pick<IndicatorRecord, 'unit' | 'unlike'>,
  values: readonly Value[],
): readonly Pair[] {
  return values.flatMap((a, i) =>
    values
      .slice(i + 1)
      .filter((b) => b.county !== a.county)
      .map((b) => ({ a, b, verdict: verdictOn(indicator, a, b) })),
  );
}

/**
 * Whether two values of an indicator mean the same. It follows from their typed fields and from what the indicator's record
 * says of them; in doubt they do not. What a source leaves unsaid (a time, a whole, stock or flow) is a doubt.
 */
export function verdictOn(indicator: Pick<IndicatorRecord, 'unit' | 'unlike'>, a: Value, b: Value): Verdict {
  const converted = convert(indicator.unit, a, b);
  const reasons = REASONS.flatMap((kind): Reason[] => {
    if (kind === 'definition') return becauseOf(indicator, a, b).map((because) => ({ kind, because }));
    return TESTS[kind](a, b, converted) ? [{ kind }] : [];
  });
  const [first, ...more] = reasons;
  if (first) return { kind: 'unlike', reasons: [first, ...more] };
  if (!converted) throw new Error(`${a.name} and ${b.name} neither convert nor differ`);
  const plain = converted.every(({ value, factor }) => factor === 1 && !value.computed);
  return plain ? { kind: 'same' } : { kind: 'converted', values: converted };
}

type Test = (a: Value, b: Value, converted: readonly [Converted, Converted] | null) => boolean;

const TESTS: Readonly<Record<Exclude<ReasonKind, 'definition'>, Test>> = {
  unit: (a, b) => !areVisits(a, b) && factorBetween(a.unit, b.unit) === null,
  visits: areVisits,
  per: (a, b) =>
    perKey(a) !== perKey(b) || (!sameTimes(a, b) && (yearsOf(a) === undefined || yearsOf(b) === undefined)),
  share: (a, b) => countedBy(a.unit) === 'ratio' && countedBy(b.unit) === 'ratio' && !isSameWhole(a, b),
  scope: (a, b) => a.scope !== b.scope,
  measure: (a, b) =>
    areBoth(isWithoutMeasure, a, b)
      ? a.measure !== undefined && b.measure !== undefined && a.measure !== b.measure
      : a.measure === undefined || a.measure !== b.measure,
  nature: (a, b) => a.nature !== b.nature,
  stage: (a, b) => a.stage !== b.stage,
  period: (a, b) => a.inferred || b.inferred || !isSameTime(a, b),
  bound: (a, b, converted) => !isOrderClear(a, b, converted),
};

const areBoth = (test: (value: Value) => boolean, a: Value, b: Value) => test(a) && test(b);

function areVisits(a: Value, b: Value): boolean {
  const [x, y] = [countedBy(a.unit), countedBy(b.unit)];
  return VISITS[x] === y || VISITS[y] === x;
}

// What it is reckoned by apart from time, which converts.
const perKey = ({ per }: Value): string =>
  [...per.filter((one) => !isTime(one)), per.some(isTime) ? 'time' : ''].sort().join();

/** By what a number reckoned by a stretch of time is multiplied to be one by the year; undefined where there is no such number. */
function yearsOf({ per }: Value): number | undefined {
  const times = per.filter(isTime);
  return times.length > 1 ? undefined : times[0] ? PER_YEAR[times[0]] : 1;
}

// A number by the week is comparable with one by the week, although no number of weeks makes a year.
const sameTimes = (a: Value, b: Value) => timesOf(a) === timesOf(b);
const timesOf = ({ per }: Value) => per.filter(isTime).sort().join();

// The wholes of computed shares are records: they are alike where they are values of one indicator and nothing but time and size sets
// them apart.
function isSameWhole(a: Value, b: Value): boolean {
  const [x, y] = [wholeOf(a), wholeOf(b)];
  if (!x || !y) return a.of !== undefined && a.of === b.of;
  return x.indicators
    .filter((indicator) => y.indicators.includes(indicator))
    .some((indicator) => {
      const verdict = verdictOn(indicator, printedValue(x), printedValue(y));
      return verdict.kind !== 'unlike' || verdict.reasons.every(({ kind }) => kind === 'period' || kind === 'bound');
    });
}

const wholeOf = ({ computed }: Value): FigureRecord | undefined =>
  computed?.operation === 'share' ? computed.terms[1] : undefined;

function isSameTime(a: Value, b: Value): boolean {
  if (a.asOf !== undefined || b.asOf !== undefined) return a.asOf === b.asOf;
  // An end that is not printed is not known to be the same.
  return (
    a.period?.from !== undefined &&
    a.period.to !== undefined &&
    a.period.from === b.period?.from &&
    a.period.to === b.period.to &&
    isOver(a) &&
    isOver(b)
  );
}

// “This year” in a report of July is not the year of a report of November.
function isOver({ period, reported }: Value): boolean {
  if (period?.to === undefined || reported === undefined) return false;
  const length = Math.min(period.to.length, reported.length);
  return reported.slice(0, length) > period.to.slice(0, length);
}

// A limit is compared with a limit of the same kind, and only where both are rules; else no number may be in both, or both are one.
function isOrderClear(a: Value, b: Value, converted: readonly [Converted, Converted] | null): boolean {
  if (!a.interval || !b.interval) return false;
  // What cannot be brought to one unit is told apart by that.
  if (!converted || TESTS.per(a, b, converted)) return true;
  const bounds = [a.bound, b.bound];
  if (bounds.includes('vague')) return false;
  if (bounds.includes('at-least') || bounds.includes('at-most')) {
    return a.bound === b.bound && a.nature === 'standard' && b.nature === 'standard';
  }
  const [x, y] = converted;
  return areApart(x.interval, y.interval) || (isPoint(x.interval) && isPoint(y.interval));
}

/** Both values in the indicator's unit where it can be, else in the first one's; null where no fixed factor leads there. */
function convert(unit: UnitName, a: Value, b: Value): readonly [Converted, Converted] | null {
  const target = [unit, a.unit].find(
    (one) => factorBetween(a.unit, one) !== null && factorBetween(b.unit, one) !== null,
  );
  if (!target || !a.interval || !b.interval) return null;
  const keep = sameTimes(a, b);
  const one = (value: Value, interval: Interval): Converted | null => {
    const [units, years] = [factorBetween(value.unit, target), keep ? 1 : yearsOf(value)];
    if (units === null || years === undefined) return null;
    const per = keep ? value.per : value.per.map((one) => (isTime(one) ? 'year' : one));
    // A factor such as 0.1 is not one that a computer can write: 3 ‰ are 0.3 %.
    const factor = Number((units * years).toPrecision(12));
    return { value, interval: rounded(scaled(interval, units * years)), unit: target, per, factor };
  };
  const [x, y] = [one(a, a.interval), one(b, b.interval)];
  return x && y && [x, y];
}

function becauseOf({ unlike }: Pick<IndicatorRecord, 'unlike'>, a: Value, b: Value): string[] {
  const found = unlike.flatMap(({ figures, against, because }) => {
    const others = against ?? figures;
    const meet = (x: Value, y: Value) => x !== y && figures.includes(x.name) && others.includes(y.name);
    return meet(a, b) || meet(b, a) ? [because] : [];
  });
  return [...new Set(found)];
}

function rounded({ min, max, open }: Interval): Interval {
  return { min: Number(min.toPrecision(12)), max: Number(max.toPrecision(12)), open };
}
