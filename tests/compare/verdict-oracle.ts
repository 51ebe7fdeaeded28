/**
 * A second opinion on whether two values may be compared. It is written from what the site promises and knows nothing of
 * src: it has its own tables, its own reading of hedges, and plain descriptions for values.
 */

/** All that a number may be. Where `open`, neither end is one of them. */
export interface Span {
  readonly min: number;
  readonly max: number;
  readonly open: boolean;
}

/** A number of a report in plain words; what is absent the source leaves unsaid. */
export interface Printed {
  readonly name: string;
  readonly label: string;
  readonly unit: string;
  readonly per: readonly string[];
  readonly value: number | { readonly min: number; readonly max: number } | null;
  readonly bound: string;
  /** As it stands in the report; absent where that is not known. */
  readonly printed?: string | undefined;
  readonly nature: string;
  readonly measure?: string | undefined;
  readonly scope?: string | undefined;
  readonly of?: string | undefined;
  readonly stage?: string | undefined;
  readonly asOf?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** When its report came out; absent where nobody knows. */
  readonly date?: string | undefined;
  /** How the date is known: `stated` where it is printed, as it is where this is absent, or `inferred`. */
  readonly dateBasis?: string | undefined;
  /** Before when it cannot have come out. */
  readonly notBefore?: string | undefined;
  /** The indicators of which it is a value. */
  readonly indicators?: readonly Asked[] | undefined;
}

/** What follows from numbers of one county. */
export interface Made {
  readonly name: string;
  readonly operation: string;
  readonly terms: readonly [Printed, Printed, ...Printed[]];
}

/** An indicator, as far as it has a say in what may be compared. */
export interface Asked {
  readonly id: string;
  readonly unit: string;
  readonly unlike: readonly Told[];
}

/** A value as it is judged. */
export interface Described extends Omit<Printed, 'value' | 'printed' | 'label' | 'date' | 'dateBasis' | 'notBefore'> {
  /** Null where there is no number. */
  readonly span: Span | null;
  /** When each of the reports behind it came out. */
  readonly reports: readonly (string | undefined)[];
  /** Whether its time is no surer than the date of a report that prints none. */
  readonly inferred: boolean;
  readonly made?: Made | undefined;
}

/** What an indicator's record says of values that no field tells apart. */
export interface Told {
  readonly figures: readonly string[];
  readonly against?: readonly string[] | undefined;
  readonly because: string;
}

export interface Judgement {
  readonly outcome: 'same' | 'converted' | 'unlike';
  /** The reasons that must be given; none where the values are not unlike. */
  readonly reasons: ReadonlySet<string>;
  /** For each reason of the kind `definition`, its words. */
  readonly because: readonly string[];
}

/** A factor as a fraction, so that a third stays a third. */
type Fraction = readonly [number, number];

// Units of one kind, each with how many of the first it makes. A unit in no row converts into nothing.
const FAMILIES: readonly Readonly<Record<string, Fraction>>[] = [
  { 人: [1, 1], 名: [1, 1], 位: [1, 1], 口: [1, 1], 个人: [1, 1] },
  { 户: [1, 1], 个户: [1, 1] },
  { 平方米: [1, 1], 亩: [2000, 3], 公顷: [10_000, 1], 平方公里: [1_000_000, 1] },
  { 米: [1, 1], 厘米: [1, 100], 公里: [1000, 1], 华里: [500, 1] },
  { 千克: [1, 1], 克: [1, 1000], 斤: [1, 2], 吨: [1000, 1] },
  { 立方米: [1, 1], 升: [1, 1000] },
  { 千瓦: [1, 1], 兆瓦: [1000, 1] },
  { 小时: [1, 1], 分钟: [1, 60], 天: [24, 1], 周: [168, 1] },
  { '%': [1, 1], '‰': [1, 10], 成: [10, 1] },
  { 次: [1, 1], 回: [1, 1], 趟: [1, 1], 遍: [1, 1] },
  { 场: [1, 1], 场次: [1, 1] },
  { 期: [1, 1], 期次: [1, 1] },
  { 批: [1, 1], 批次: [1, 1] },
  { 堂: [1, 1], 节: [1, 1] },
  { 家单位: [1, 1], 个单位: [1, 1] },
  { 家企业: [1, 1], 个企业: [1, 1], 户企业: [1, 1] },
  { 家合作社: [1, 1], 个合作社: [1, 1] },
  { 本: [1, 1], 册: [1, 1] },
];

const SHARES = ['%', '‰', '成'];
const LIMITS = ['at-least', 'at-most'];

// What falls to one of what is counted so.
const ONE_OF: Readonly<Record<string, string>> = {
  ...{ 人: 'person', 名: 'person', 户: 'household', 个村: 'village', 个乡镇: 'township' },
  ...{ 期: 'session', 场: 'session', 场次: 'session', 次: 'session', 个班: 'session' },
  ...{ 个党组织: 'party-organisation', 个党支部: 'branch', 个平台: 'thing', 个: 'thing' },
};

// What is counted once, and the units that count each of its comings.
const COMINGS: readonly (readonly [readonly string[], readonly string[]])[] = [
  [['人', '名', '位', '口', '个人'], ['人次']],
  [['户', '个户'], ['户次']],
  [['个村'], ['村次']],
  [
    [
      ...['家', '所', '家企业', '家单位', '家合作社', '户企业', '所学校'],
      ...['个企业', '个单位', '个合作社', '个社会组织'],
    ],
    ['家次'],
  ],
];

const YEARS: Readonly<Record<string, number>> = { month: 12, quarter: 4, year: 1 };
const STRETCHES = ['hour', 'day', 'week', 'month', 'quarter', 'year', 'term'];

/** Which reasons must be given for not comparing two values of an indicator with that unit; none where they may be compared. */
export function judge(unit: string, unlike: readonly Told[], a: Described, b: Described): Judgement {
  const reasons = new Set<string>();
  const say = (kind: string, holds: boolean) => holds && reasons.add(kind);

  const visits = isComing(a.unit, b.unit) || isComing(b.unit, a.unit);
  const between = fractionOf(a.unit, b.unit);
  say('visits', visits);
  say('unit', !visits && between === null);

  const [things, others] = [a, b].map(({ per }) => per.filter((one) => !STRETCHES.includes(one)).sort());
  const [times, otherTimes] = [a, b].map(({ per }) => per.filter((one) => STRETCHES.includes(one)).sort());
  const sameTimes = String(times) === String(otherTimes);
  const toYear = (list: readonly string[] = []) => (list.length === 1 ? YEARS[list[0] ?? ''] : undefined);
  const [years, otherYears] = sameTimes ? [1, 1] : [toYear(times), toYear(otherTimes)];
  const reckonable = String(things) === String(others) && years !== undefined && otherYears !== undefined;
  say('per', !reckonable);

  const because = unlike.flatMap((told) => {
    const second = told.against ?? told.figures;
    const named =
      (told.figures.includes(a.name) && second.includes(b.name)) ||
      (told.figures.includes(b.name) && second.includes(a.name));
    return named ? [told.because] : [];
  });
  // What several exceptions say in the same words is said once.
  const words = because.filter((one, i) => because.indexOf(one) === i);
  say('definition', words.length > 0);

  say('share', SHARES.includes(a.unit) && SHARES.includes(b.unit) && !areOfOneWhole(a, b));
  say('scope', a.scope !== b.scope);
  say('stage', a.stage !== b.stage);
  say('nature', a.nature !== b.nature);

  const bothNeedNone = needsNoMeasure(a) && needsNoMeasure(b);
  const contradict = a.measure !== undefined && b.measure !== undefined && a.measure !== b.measure;
  say('measure', bothNeedNone ? contradict : a.measure === undefined || a.measure !== b.measure);
  say('period', a.inferred || b.inferred || !isSameTime(a, b));

  // What cannot be reckoned in one unit is told apart by that; only a number that is missing is missed all the same.
  say('bound', !a.span || !b.span);
  if (a.span && b.span && between && reckonable) {
    const limited = LIMITS.includes(a.bound) || LIMITS.includes(b.bound);
    const ruled = a.bound === b.bound && a.nature === 'standard' && b.nature === 'standard';
    // Both over one denominator: a third of a unit is not rounded.
    const [x, y] = [times1(a.span, between[0] * years), times1(b.span, between[1] * otherYears)];
    const clear = (isOne(x) && isOne(y)) || isBelow(x, y) || isBelow(y, x);
    say('bound', [a, b].some(({ bound }) => bound === 'vague') || !(limited ? ruled : clear));
  }

  if (reasons.size > 0) return { outcome: 'unlike', reasons, because: words };
  const target = fractionOf(a.unit, unit) && fractionOf(b.unit, unit) ? unit : a.unit;
  const asPrinted = [a, b].every((one) => {
    const [over = 0, under = 0] = fractionOf(one.unit, target) ?? [];
    return over === under && one.made === undefined;
  });
  return { outcome: asPrinted && years === 1 && otherYears === 1 ? 'same' : 'converted', reasons, because: words };
}

/** By what a number in the one unit is multiplied to be one in the other, over and under the line; null where that is unknown. */
export function fractionOf(from: string, to: string): Fraction | null {
  if (from === to) return [1, 1];
  for (const family of FAMILIES) {
    const [x, y] = [family[from], family[to]];
    if (x && y) return [x[0] * y[1], x[1] * y[0]];
  }
  return null;
}

/** By what a number by that stretch of time is multiplied to be one by the year; undefined where that is unknown. */
export const yearsIn = (per: string): number | undefined => YEARS[per];

/** What a printed number may be, by its hedge. */
export function spanOf({ value, bound, printed }: Pick<Printed, 'value' | 'bound' | 'printed'>): Span | null {
  if (value === null || bound === 'vague') return null;
  const one = typeof value === 'number';
  const [min, max] = one ? [value, value] : [value.min, value.max];
  if (bound === 'over') {
    // 余, 多 and 来 stand in the number and fill its last place; 超过 and its like stand before it and leave it open.
    const fills = printed === undefined || ['余', '多', '来'].some((word) => printed.includes(word));
    const end = fills ? Number((max + place(max)).toPrecision(15)) : Number.POSITIVE_INFINITY;
    return { min, max: end, open: one };
  }
  if (bound === 'under') return { min: 0, max, open: true };
  if (bound === 'about') return { min: min - place(min) / 2, max: max + place(max) / 2, open: false };
  if (bound === 'at-least') return { min, max: Number.POSITIVE_INFINITY, open: false };
  if (bound === 'at-most') return { min: 0, max, open: false };
  return { min, max, open: false };
}

/** What there is to know of a printed number, or of one that follows from others. */
export const describedBy = (one: Printed | Made): Described => ('terms' in one ? ofMade(one) : ofPrinted(one));

const ofPrinted = ({ value, printed, label, date, dateBasis, notBefore, ...rest }: Printed): Described => ({
  ...rest,
  span: spanOf({ value, bound: rest.bound, printed }),
  reports: [date ?? notBefore],
  inferred: isGuessed({ ...rest, date, dateBasis }),
});

// The year of a report that prints no date is guessed, and with it every time that names this year.
function isGuessed({ date, dateBasis, asOf, from, to }: Pick<Printed, 'date' | 'dateBasis' | 'asOf' | 'from' | 'to'>) {
  if (dateBasis !== 'inferred' || !date) return false;
  const year = Number.parseInt(date, 10);
  return [asOf, from, to].some((time) => time !== undefined && Number.parseInt(time, 10) === year);
}

function ofMade(made: Made): Described {
  const { name, operation, terms } = made;
  const [first, second] = terms;
  const common = <K extends keyof Printed>(field: K): Printed[K] | undefined =>
    terms.some((term) => term[field] !== first[field]) ? undefined : first[field];
  const places = terms.map(({ scope }) => scope).filter((scope, i, all) => all.indexOf(scope) === i);
  const together = places.length === 1 ? places[0] : places.map((scope) => scope ?? '').join('＋');
  const unsure = terms.map(({ nature }) => nature).filter((nature) => nature !== 'result');
  const later = operation === 'difference';
  const points = later && SHARES.includes(first.unit);
  const unit = operation === 'share' ? '%' : points ? '个百分点' : first.unit;
  const each = ONE_OF[second.unit];
  return {
    ...{ name, unit, made },
    per: operation === 'share' ? [] : operation === 'average' && each ? [each, ...first.per] : first.per,
    bound: terms.some(({ bound }) => bound === 'vague' || LIMITS.includes(bound)) ? 'vague' : 'exact',
    span: spanOfMade(made),
    nature: unsure[0] ?? 'result',
    measure: operation === 'sum' ? common('measure') : undefined,
    scope: operation === 'share' ? second.scope : together,
    of: operation === 'share' ? second.label : undefined,
    stage: later ? undefined : common('stage'),
    ...(later ? {} : sharedTime(terms)),
    reports: terms.map(({ date, notBefore }) => date ?? notBefore),
    inferred: terms.some(isGuessed),
  };
}

// What is made of numbers of one time is of that time; of numbers of several times, of none.
function sharedTime([first, ...more]: Made['terms']): Pick<Described, 'asOf' | 'from' | 'to'> {
  const { asOf, from, to } = first;
  return more.every((term) => term.asOf === asOf && term.from === from && term.to === to) ? { asOf, from, to } : {};
}

function spanOfMade({ operation, terms }: Made): Span | null {
  const [first] = terms;
  const spans = terms.map((term) => {
    const [over, under] = operation === 'average' ? [1, 1] : (fractionOf(term.unit, first.unit) ?? [Number.NaN, 1]);
    const span = spanOf(term);
    return span && { min: (span.min * over) / under, max: (span.max * over) / under, open: span.open };
  });
  const [a, b] = spans;
  if (!a || !b || spans.includes(null)) return null;
  const open = spans.some((span) => span?.open);
  const add = (end: 'min' | 'max') => spans.reduce((sum, span) => sum + (span?.[end] ?? Number.NaN), 0);
  if (operation === 'sum') return { min: add('min'), max: add('max'), open };
  if (operation === 'difference') {
    const [over, under] = fractionOf(first.unit, '%') ?? [1, 1];
    return { min: ((a.min - b.max) * over) / under, max: ((a.max - b.min) * over) / under, open };
  }
  // Nothing is divided by what may be nought, nor what may be less; nought itself stays nought, whatever it is divided by.
  if (b.min <= 0 || a.min < 0) return null;
  const hundred = operation === 'share' ? 100 : 1;
  return { min: (hundred * a.min) / b.max, max: (hundred * a.max) / b.min, open: open && (a.min > 0 || a.open) };
}

// By its name, or where both are reckoned here by what their wholes are: of one indicator, and alike but for time and number.
function areOfOneWhole(a: Described, b: Described): boolean {
  if (a.made?.operation !== 'share' || b.made?.operation !== 'share') return a.of !== undefined && a.of === b.of;
  const [x, y] = [a.made.terms[1], b.made.terms[1]];
  const others = (y.indicators ?? []).map(({ id }) => id);
  return (x.indicators ?? [])
    .filter(({ id }) => others.includes(id))
    .some(({ unit, unlike }) => {
      const { reasons } = judge(unit, unlike, describedBy(x), describedBy(y));
      return [...reasons].every((reason) => ['period', 'bound'].includes(reason));
    });
}

// The place of the last digit that is not nought: 100 for 2500, 0.1 for 18.7.
function place(value: number): number {
  const digits = String(value);
  const point = digits.indexOf('.');
  if (point >= 0) return 1 / Number(`1${'0'.repeat(digits.length - point - 1)}`);
  return value === 0 ? 1 : Number(`1${'0'.repeat(/0*$/.exec(digits)?.[0].length ?? 0)}`);
}

const isComing = (once: string, each: string): boolean =>
  COMINGS.some(([onces, eaches]) => onces.includes(once) && eaches.includes(each));

const times1 = ({ min, max, open }: Span, by: number): Span => ({ min: min * by, max: max * by, open });
const isOne = ({ min, max, open }: Span): boolean => min === max && !open;

// What differs in the twelfth digit only is one number that a computer wrote in two ways.
const isEqual = (x: number, y: number): boolean =>
  x === y || (Number.isFinite(x - y) && Math.abs(x - y) <= 1e-11 * Math.max(Math.abs(x), Math.abs(y)));
const isBelow = (x: Span, y: Span): boolean => (isEqual(x.max, y.min) ? x.open || y.open : x.max < y.min);

const needsNoMeasure = (value: Described): boolean =>
  value.made?.operation === 'average' ||
  value.nature === 'standard' ||
  SHARES.includes(value.unit) ||
  value.per.some((one) => STRETCHES.includes(one));

// Two values without a time have not the same one, whatever they are.
function isSameTime(a: Described, b: Described): boolean {
  if (a.asOf || b.asOf) return a.asOf === b.asOf && !a.from && !b.from && !a.to && !b.to;
  return Boolean(a.from && a.to) && a.from === b.from && a.to === b.to && isPast(a) && isPast(b);
}

// A stretch that one of its reports may not have seen to its end is not known to be as long as another.
function isPast({ to = '', reports }: Described): boolean {
  return reports.every((report) => {
    const length = Math.min(to.length, report?.length ?? 0);
    return report !== undefined && report.slice(0, length) > to.slice(0, length);
  });
}
