import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadAtlas } from '../../src/atlas/load.ts';
import type { ComputedRecord, CountyRecord, FigureRecord, IndicatorRecord } from '../../src/atlas/records.ts';
import { computedValue, printedValue, type Value, valuesOf } from '../../src/compare/value.ts';
import { REASONS, type Verdict, verdictOn, verdictsOf } from '../../src/compare/verdict.ts';
import {
  type Asked,
  describedBy,
  fractionOf,
  judge,
  type Made,
  type Printed,
  type Told,
  yearsIn,
} from './verdict-oracle.ts';

const SEED = 20_181_113;
const RUNS = { oracle: 40_000, symmetry: 20_000, fields: 20_000, conversion: 20_000 };

interface Indicator extends Pick<IndicatorRecord, 'unit' | 'unlike'> {}

const MOU = { id: 'mou' } as CountyRecord;
const LIN = { id: 'lin' } as CountyRecord;

const ASKED: readonly Asked[] = [
  { id: 'villages', unit: '个村', unlike: [] },
  { id: 'households', unit: '户', unlike: [{ figures: ['mou/all-x', 'lin/all-y', 'lin/all-x'], because: '口径不同' }] },
  { id: 'cadres', unit: '人', unlike: [] },
];
const [VILLAGES, HOUSEHOLDS, CADRES] = ASKED as [Asked, Asked, Asked];

// One record for each id: the code asks whether two values name the same record.
const INDICATORS = new Map(ASKED.map((asked) => [asked.id, asked as unknown as IndicatorRecord]));

function figureOf(
  { name, from, to, date, dateBasis, notBefore, indicators = [], ...rest }: Printed,
  county: CountyRecord,
) {
  return {
    ...rest,
    ...{ ref: name, url: `/#${name}`, county },
    source: { date: date ?? null, dateBasis: date ? (dateBasis ?? 'stated') : 'none', notBefore },
    period: from || to ? { from, to } : undefined,
    indicators: indicators.map(({ id }) => INDICATORS.get(id)),
  } as unknown as FigureRecord;
}

/** The value that the words describe, made as the site makes it. */
function valueFrom(one: Printed | Made, county: CountyRecord): Value {
  if (!('terms' in one)) return printedValue(figureOf(one, county));
  const { name, operation } = one;
  const terms = one.terms.map((term) => figureOf(term, county));
  const record = { id: name, url: `/#${name}`, label: name, county, operation, terms };
  return computedValue(record as unknown as ComputedRecord);
}

/** A value of an example, or what is computed from such: 2500 households at the end of 2018, but for what is said. */
type Given = Partial<Printed> | { readonly operation: string; readonly terms: readonly Partial<Printed>[] };

const computed = (operation: string, ...terms: readonly Partial<Printed>[]) => ({ operation, terms });

function printed(county: string, given: Partial<Printed>): Printed {
  const name = `${county}/x`;
  const plain = { name, label: '户数', unit: '户', per: [], value: 2500, bound: 'exact', nature: 'result' };
  return { ...plain, measure: 'stock', asOf: '2018', date: '2019-03-01', ...given };
}

function thing(county: string, given: Given): Printed | Made {
  if (!('terms' in given)) return printed(county, given);
  const [first = {}, second = {}, ...more] = given.terms;
  const terms = [
    printed(county, first),
    printed(county, second),
    ...more.map((term) => printed(county, term)),
  ] as const;
  return { name: `${county}-made`, operation: given.operation, terms };
}

const verdictOf = (a: Given, b: Given, { unit = '户', unlike = [] }: Partial<Indicator> = {}): Verdict =>
  verdictOn({ unit, unlike }, valueFrom(thing('mou', a), MOU), valueFrom(thing('lin', b), LIN));

const kindsIn = (verdict: Verdict): string[] =>
  verdict.kind === 'unlike' ? verdict.reasons.map(({ kind }) => kind) : [verdict.kind];

const PAY: Partial<Printed> = {
  ...{ unit: '元', per: ['person', 'month'], nature: 'standard', measure: undefined, value: 3000 },
};
const RULE: Partial<Printed> = { nature: 'standard', measure: undefined };
const SHARE: Partial<Printed> = { unit: '%', measure: undefined, value: 30, of: '全县的村' };
const PART: Partial<Printed> = { unit: '个村', value: 30 };
const WHOLE: Partial<Printed> = { unit: '个村', value: 100, label: '村数', indicators: [VILLAGES] };
const COMPUTED = computed('share', PART, WHOLE);
const PERIOD: Partial<Printed> = { measure: 'flow', asOf: undefined, from: '2016', to: '2018' };
const MEAN = computed('average', PERIOD, { ...PERIOD, unit: '个村', value: 5 });
const YEAR: Partial<Printed> = { ...PERIOD, from: '2018' };
const UNDATED: Partial<Printed> = { measure: 'flow', asOf: undefined };
/** Of a report that prints no date and is taken to be of 2018. */
const GUESSED: Partial<Printed> = { date: '2018-11', dateBasis: 'inferred' };

describe('two values', () => {
  test.each<[string, Given, Given, readonly string[]]>([
    ['of one kind, of one moment, are the same', {}, { value: 3000 }, ['same']],
    ['of equal size are the same', {}, {}, ['same']],
    ['in words for one unit are the same', { unit: '户' }, { unit: '个户' }, ['same']],
    ['over one stretch of time are the same', PERIOD, PERIOD, ['same']],

    ['in units that no factor joins differ in unit', { unit: '场' }, { unit: '期' }, ['unit']],
    ['that count persons and households differ in unit', { unit: '人' }, { unit: '户' }, ['unit']],
    ['that count persons and firms’ visits differ in unit', { unit: '人' }, { unit: '家次' }, ['unit']],
    [
      'in per cent and points differ in unit',
      SHARE,
      { ...SHARE, unit: '个百分点', measure: 'stock' },
      ['unit', 'measure'],
    ],

    ['that count persons and attendances differ in visits', { unit: '人' }, { unit: '人次' }, ['visits']],
    ['that count households and their visits differ in visits', { unit: '个户' }, { unit: '户次' }, ['visits']],
    ['that count villages and their visits differ in visits', { unit: '个村' }, { unit: '村次' }, ['visits']],
    ['that count offices and their visits differ in visits', { unit: '个单位' }, { unit: '家次' }, ['visits']],
    ['that both count attendances are the same', { unit: '人次' }, { unit: '人次' }, ['same']],

    ['one by the village and one not differ in per', { per: ['village'] }, {}, ['per']],
    ['by the village and by the township differ in per', { per: ['village'] }, { per: ['township'] }, ['per']],
    ['by the person and month, and by the month, differ in per', PAY, { ...PAY, per: ['month'] }, ['per']],
    ['by the month and by no time differ in per', PAY, { ...PAY, per: ['person'] }, ['per']],
    ['by the month and by the day differ in per', PAY, { ...PAY, per: ['person', 'day'] }, ['per']],
    ['by the week and by the year differ in per', { ...PAY, per: ['week'] }, { ...PAY, per: ['year'] }, ['per']],
    ['by the term and by the year differ in per', { ...PAY, per: ['term'] }, { ...PAY, per: ['year'] }, ['per']],
    ['by the day are compared by the day', { ...PAY, per: ['day'] }, { ...PAY, per: ['day'] }, ['same']],
    ['by the person and month in either order are the same', PAY, { ...PAY, per: ['month', 'person'] }, ['same']],

    ['of which one is a share of something else differ in share', SHARE, { ...SHARE, of: '贫困村' }, ['share']],
    ['of which one is a share of what is not said differ in share', SHARE, { ...SHARE, of: undefined }, ['share']],
    [
      'that are both shares of what is not said differ in share',
      { ...SHARE, of: undefined },
      { ...SHARE, of: undefined },
      ['share'],
    ],
    ['that are shares of the same are the same', SHARE, { ...SHARE, value: 40 }, ['same']],
    [
      'that are computed shares of one kind of whole are comparable, whatever its name',
      COMPUTED,
      computed('share', PART, { ...WHOLE, label: '行政村', indicators: [CADRES, VILLAGES] }),
      ['converted'],
    ],
    [
      'that are computed shares of wholes without a common indicator differ in share, whatever their names',
      COMPUTED,
      computed('share', PART, { ...WHOLE, indicators: [HOUSEHOLDS] }),
      ['share'],
    ],
    [
      'that are computed shares of wholes of no indicator differ in share, although these have one name',
      computed('share', PART, { ...WHOLE, indicators: [] }),
      computed('share', PART, { ...WHOLE, indicators: [] }),
      ['share'],
    ],
    [
      'that are computed shares of which one whole is planned differ in share too',
      COMPUTED,
      computed('share', PART, { ...WHOLE, nature: 'plan' }),
      ['share', 'nature'],
    ],
    [
      'that are computed shares of wholes of which one is counted over time differ in share',
      COMPUTED,
      computed('share', PART, { ...WHOLE, measure: 'flow' }),
      ['share'],
    ],
    [
      'that are computed shares of persons and of attendances differ in share',
      computed('share', { unit: '人', value: 2 }, { ...WHOLE, unit: '人' }),
      computed('share', { unit: '人次', value: 2 }, { ...WHOLE, unit: '人次' }),
      ['share'],
    ],
    [
      'that are computed shares of the county and of a part of it differ in share and in scope',
      COMPUTED,
      computed('share', PART, { ...WHOLE, scope: '山区' }),
      ['share', 'scope'],
    ],
    [
      'that are computed shares of wholes that their indicator sets apart differ in share',
      computed('share', PART, { ...WHOLE, name: 'mou/all-x', indicators: [HOUSEHOLDS] }),
      computed('share', PART, { ...WHOLE, name: 'lin/all-y', indicators: [HOUSEHOLDS] }),
      ['share'],
    ],
    [
      'that are sums of shares differ in share, although their second parts are of one indicator',
      computed('sum', { ...SHARE, of: '村' }, { ...SHARE, of: '村', indicators: [VILLAGES] }),
      computed('sum', { ...SHARE, of: '党员' }, { ...SHARE, of: '户', indicators: [VILLAGES] }),
      ['share'],
    ],
    [
      'that are sums of shares differ in share, although their second parts are shares of one thing',
      computed('sum', { ...SHARE, of: '党员' }, { ...SHARE, indicators: [VILLAGES] }),
      computed('sum', { ...SHARE, of: '干部' }, { ...SHARE, indicators: [VILLAGES] }),
      ['share'],
    ],
    [
      'that are averages of shares differ in share, although they are over values of one indicator',
      computed('average', { ...SHARE, of: '党员' }, { ...WHOLE, value: 5 }),
      computed('average', { ...SHARE, of: '干部' }, { ...WHOLE, value: 5 }),
      ['share'],
    ],
    [
      'that are a share and a sum of shares differ in share, although their second terms are of one indicator',
      COMPUTED,
      computed('sum', SHARE, { ...SHARE, indicators: [VILLAGES] }),
      ['share'],
    ],
    [
      'of which one is a computed share are of one whole if it has one name',
      COMPUTED,
      { ...SHARE, of: '村数' },
      ['converted'],
    ],
    ['of which one is a computed share differ in share if the whole has two names', COMPUTED, SHARE, ['share']],

    ['of the county and of a part differ in scope', {}, { scope: '贫困村' }, ['scope']],
    ['of a part and of the county differ in scope', { scope: '贫困村' }, {}, ['scope']],
    ['of two parts differ in scope', { scope: '贫困村' }, { scope: '山区' }, ['scope']],
    ['of the same part are the same', { scope: '贫困村' }, { scope: '贫困村' }, ['same']],

    ['that are a stock and a flow differ in measure', { measure: 'stock' }, { measure: 'flow' }, ['measure']],
    ['of which one does not say stock or flow differ in measure', {}, { measure: undefined }, ['measure']],
    [
      'of which neither says stock or flow differ in measure',
      { measure: undefined },
      { measure: undefined },
      ['measure'],
    ],
    ['that are rules need be neither stock nor flow', RULE, RULE, ['same']],
    [
      'that are rules of which one says stock and the other nothing are the same',
      { ...RULE, measure: 'stock' },
      RULE,
      ['same'],
    ],
    [
      'that are rules of which one says stock and the other flow differ in measure',
      { ...RULE, measure: 'stock' },
      { ...RULE, measure: 'flow' },
      ['measure'],
    ],
    [
      'that are shares of which one says stock and the other flow differ in measure',
      { ...SHARE, measure: 'stock' },
      { ...SHARE, measure: 'flow' },
      ['measure'],
    ],
    [
      'that are pay by the month need be neither stock nor flow',
      { ...PAY, nature: 'result' },
      { ...PAY, nature: 'result' },
      ['same'],
    ],
    [
      'reckoned by the village are still stock or flow',
      { per: ['village'], measure: undefined },
      { per: ['village'], measure: undefined },
      ['measure'],
    ],

    ['that are a result and a plan differ in nature', {}, { nature: 'plan' }, ['nature']],
    ['that are a target and a forecast differ in nature', { nature: 'target' }, { nature: 'forecast' }, ['nature']],
    ['that are both plans are the same', { nature: 'plan' }, { nature: 'plan' }, ['same']],
    ['that are a rule without a measure and a result differ in measure too', RULE, {}, ['measure', 'nature']],

    ['before and after something differ in stage', { stage: 'before' }, { stage: 'after' }, ['stage']],
    ['of which one is before something differ in stage', {}, { stage: 'before' }, ['stage']],
    ['that are both after something are the same', { stage: 'after' }, { stage: 'after' }, ['same']],

    ['of two years differ in period', {}, { asOf: '2017' }, ['period']],
    ['of a year and a month of it differ in period', { asOf: '2018' }, { asOf: '2018-07' }, ['period']],
    ['of a moment and of no time differ in period', {}, { asOf: undefined }, ['period']],
    ['of which neither has a time differ in period', { asOf: undefined }, { asOf: undefined }, ['period']],
    [
      'of a year as a moment and as a stretch differ in period',
      {},
      { asOf: undefined, from: '2018', to: '2018' },
      ['period'],
    ],
    [
      'over a year that both reports have seen to its end are the same',
      { ...PERIOD, date: '2019-01-02' },
      { ...PERIOD, date: '2020' },
      ['same'],
    ],
    [
      'over a year in which one report came out differ in period',
      { ...PERIOD, date: '2018-12-31' },
      PERIOD,
      ['period'],
    ],
    [
      'over months before both reports are the same',
      { ...PERIOD, to: '2018-06', date: '2018-07-01' },
      { ...PERIOD, to: '2018-06', date: '2018-11-13' },
      ['same'],
    ],
    [
      'over months up to the one in which a report came out differ in period',
      { ...PERIOD, to: '2018-07', date: '2018-07-15' },
      { ...PERIOD, to: '2018-07' },
      ['period'],
    ],
    [
      'over months of a year of which alone the report tells differ in period',
      { ...PERIOD, to: '2018-06', date: '2018' },
      { ...PERIOD, to: '2018-06' },
      ['period'],
    ],
    [
      'of one moment are the same, whenever the reports came out',
      { date: '2018-07-15' },
      { date: '2018-11-13' },
      ['same'],
    ],
    ['over stretches with another end differ in period', PERIOD, { ...PERIOD, to: '2017' }, ['period']],
    ['over stretches with another beginning differ in period', PERIOD, { ...PERIOD, from: '2017' }, ['period']],
    [
      'over a stretch whose end is open differ in period even from the same',
      { ...PERIOD, to: undefined },
      { ...PERIOD, to: undefined },
      ['period'],
    ],
    [
      'over a stretch whose beginning is open differ in period even from the same',
      { ...PERIOD, from: undefined },
      { ...PERIOD, from: undefined },
      ['period'],
    ],
    [
      'that are rules, both without a time, differ in period',
      { ...RULE, asOf: undefined },
      { ...RULE, asOf: undefined },
      ['period'],
    ],
    [
      'that are rules of which both only say since when differ in period',
      { ...RULE, asOf: undefined, from: '2016' },
      { ...RULE, asOf: undefined, from: '2016' },
      ['period'],
    ],
    [
      'that are pay by the month, both without a time, differ in period',
      { ...PAY, asOf: undefined },
      { ...PAY, asOf: undefined },
      ['period'],
    ],
    ['of the year of a report whose date is worked out differ in period', GUESSED, { date: '2018-11-13' }, ['period']],
    ['of the year of two reports whose dates are worked out differ in period', GUESSED, GUESSED, ['period']],
    [
      'of a month in the year of a report whose date is worked out differ in period',
      { ...GUESSED, asOf: '2018-07' },
      { asOf: '2018-07' },
      ['period'],
    ],
    [
      'of the year of a report of which no more than the year is worked out differ in period',
      { ...GUESSED, date: '2018' },
      {},
      ['period'],
    ],
    [
      'over months to the year of a report whose date is worked out differ in period',
      { ...PERIOD, to: '2018-06', ...GUESSED },
      { ...PERIOD, to: '2018-06' },
      ['period'],
    ],
    [
      'that are rules of the year of a report whose date is worked out differ in period',
      { ...RULE, ...GUESSED },
      RULE,
      ['period'],
    ],
    [
      'of the year of a report that prints its date are the same',
      { ...GUESSED, dateBasis: 'stated' },
      { date: '2018-11-13' },
      ['same'],
    ],
    [
      'of another year than that of a report whose date is worked out are the same',
      { ...GUESSED, asOf: '2017' },
      { asOf: '2017' },
      ['same'],
    ],
    [
      'over years that end before that of a report whose date is worked out are the same',
      { ...PERIOD, ...GUESSED, date: '2019' },
      PERIOD,
      ['same'],
    ],
    [
      'of which one is a sum differ in period where one term is of a report whose date is worked out',
      computed('sum', {}, GUESSED),
      {},
      ['period'],
    ],
    [
      'of which one is a sum of three differ in period where the last term is of a report whose date is worked out',
      computed('sum', {}, {}, GUESSED),
      {},
      ['period'],
    ],
    [
      'of which one is a sum are comparable where all terms are of reports that print their dates',
      computed('sum', {}, { date: '2018-11-13' }),
      {},
      ['converted'],
    ],
    [
      'that are computed shares differ in period, not in share, where one whole is of a report whose date is worked out',
      COMPUTED,
      computed('share', PART, { ...WHOLE, ...GUESSED }),
      ['period'],
    ],
    [
      'that are averages differ in period where one count is of a report whose date is worked out',
      computed('average', {}, { unit: '个村' }),
      computed('average', {}, { unit: '个村', ...GUESSED }),
      ['period'],
    ],
    ['that are rules, one with a time, differ in period', RULE, { ...RULE, asOf: undefined }, ['period']],
    ['that are rules of two years differ in period', RULE, { ...RULE, asOf: '2016' }, ['period']],
    [
      'over a year are not known to be the same where nobody knows when one report came out',
      { ...PERIOD, date: undefined },
      PERIOD,
      ['period'],
    ],
    [
      'over a year are the same where a report without a date cannot have come out before its end',
      { ...PERIOD, date: undefined, notBefore: '2019-01' },
      PERIOD,
      ['same'],
    ],
    [
      'over a year differ in period where a report without a date can have come out before its end',
      { ...PERIOD, date: undefined, notBefore: '2018-10' },
      PERIOD,
      ['period'],
    ],
    [
      'over a year differ in period where one term of a sum is from a report of that year',
      computed('sum', PERIOD, { ...PERIOD, date: '2018-11-13' }),
      PERIOD,
      ['period'],
    ],
    [
      'over a year differ in period where nobody knows when the report of one term of a sum came out',
      computed('sum', PERIOD, { ...PERIOD, date: undefined }),
      PERIOD,
      ['period'],
    ],
    [
      'over a year may be compared where one is a sum from reports of later years',
      computed('sum', PERIOD, { ...PERIOD, date: '2021' }),
      PERIOD,
      ['converted'],
    ],
    [
      'that are averages of what came over one stretch of time are comparable',
      MEAN,
      computed('average', PERIOD, { ...PERIOD, unit: '个村' }),
      ['converted'],
    ],
    [
      'that are averages of what came over two stretches of time differ in period',
      MEAN,
      computed('average', YEAR, { ...YEAR, unit: '个村' }),
      ['period'],
    ],
    [
      'that are averages, both without a time, differ in period',
      computed('average', UNDATED, { ...UNDATED, unit: '个村' }),
      computed('average', UNDATED, { ...UNDATED, unit: '个村' }),
      ['period'],
    ],
    [
      'that are averages over a stretch of time and at a moment differ in period',
      MEAN,
      computed('average', {}, { unit: '个村' }),
      ['period'],
    ],
    [
      'that are averages of one moment are comparable, although one is of flows and one of stocks',
      computed('average', { measure: 'flow' }, { measure: 'flow', unit: '个村' }),
      computed('average', {}, { unit: '个村' }),
      ['converted'],
    ],
    [
      'that are averages of two moments differ in period',
      computed('average', {}, { unit: '个村' }),
      computed('average', { asOf: '2016' }, { asOf: '2016', unit: '个村' }),
      ['period'],
    ],
    [
      'of which one is a printed average differ in period',
      MEAN,
      { per: ['village'], asOf: '2016' },
      ['measure', 'period'],
    ],
    [
      'of which one is a difference differ in period, and in measure',
      computed('difference', {}, { asOf: '2015' }),
      {},
      ['measure', 'period'],
    ],
    [
      'that are both differences differ in period, and say neither stock nor flow',
      computed('difference', {}, { asOf: '2015' }),
      computed('difference', {}, { asOf: '2015' }),
      ['measure', 'period'],
    ],
    [
      'that are differences of rules without a time differ in period all the same',
      computed('difference', { ...RULE, asOf: undefined, value: 3000 }, { ...RULE, asOf: undefined, value: 2000 }),
      computed('difference', { ...RULE, asOf: undefined, value: 3000 }, { ...RULE, asOf: undefined, value: 1000 }),
      ['period'],
    ],
    [
      'that are differences of rules of other years differ in period',
      computed('difference', { ...RULE, value: 3000 }, { ...RULE, value: 2000, asOf: '2015' }),
      computed('difference', { ...RULE, value: 3000 }, { ...RULE, value: 1000, asOf: '2008' }),
      ['period'],
    ],
    [
      'that are sums of what was before and of what was after differ in stage',
      computed('sum', { stage: 'before' }, { stage: 'before' }),
      computed('sum', { stage: 'after' }, { stage: 'after' }),
      ['stage'],
    ],
    [
      'of which one is the sum of two parts of the county and one of the first part differ in scope',
      computed('sum', { scope: '山区' }, { scope: '平原' }),
      { scope: '山区' },
      ['scope'],
    ],
    [
      'that are sums of the same two parts of the county are comparable',
      computed('sum', { scope: '山区' }, { scope: '平原' }),
      computed('sum', { scope: '山区' }, { scope: '平原' }),
      ['converted'],
    ],
    [
      'that are a share of the county’s whole and a sum of its shares are told apart by nothing but the whole',
      computed('share', { ...PART, scope: '山区' }, WHOLE),
      { ...SHARE, of: '村数' },
      ['converted'],
    ],

    ['2500余 and 2600 are comparable', { bound: 'over' }, { value: 2600 }, ['same']],
    ['2500余 and 2599 differ in bound', { bound: 'over' }, { value: 2599 }, ['bound']],
    ['2500余 and 2550 differ in bound', { bound: 'over' }, { value: 2550 }, ['bound']],
    ['2500余 and 2501 differ in bound', { bound: 'over' }, { value: 2501 }, ['bound']],
    ['2500余 and 2500 are comparable', { bound: 'over' }, {}, ['same']],
    ['2500余 and 2400 are comparable', { bound: 'over' }, { value: 2400 }, ['same']],
    ['2500余 and 2500余 differ in bound', { bound: 'over' }, { bound: 'over' }, ['bound']],
    ['2500余 and 2400余 are comparable', { bound: 'over' }, { bound: 'over', value: 2400 }, ['same']],
    ['2500余 and 2000余 differ in bound', { bound: 'over' }, { bound: 'over', value: 2000 }, ['bound']],
    [
      '超过2500 and 2599 differ in bound, and so do 超过2500 and any more',
      { bound: 'over', printed: '超过2500户' },
      { value: 9000 },
      ['bound'],
    ],
    ['超过2500 and 2500 are comparable', { bound: 'over', printed: '超过2500户' }, {}, ['same']],
    ['2500余 as printed and 2600 are comparable', { bound: 'over', printed: '2500余户' }, { value: 2600 }, ['same']],
    ['0.2余 ends at 0.3', { value: 0.2, bound: 'over' }, { value: 0.3 }, ['same']],
    [
      'by the village, somewhat more than 200, and 250 by none differ in per, and nothing is said of their hedges',
      { bound: 'over', value: 200, per: ['village'] },
      { value: 250 },
      ['per'],
    ],
    [
      'by the month and by no time differ in per, and nothing is said of their hedges',
      { ...PAY, per: ['month'], bound: 'over' },
      { ...PAY, per: [], value: 37_000 },
      ['per'],
    ],
    ['of which one counts visits say nothing of hedges', { unit: '人' }, { unit: '人次', bound: 'over' }, ['visits']],
    [
      'in units that no factor joins say nothing of limits',
      { unit: '人', bound: 'at-least' },
      { unit: '户' },
      ['unit'],
    ],
    [
      'in units that no factor joins differ in bound too where one has no number',
      { unit: '人', bound: 'vague', value: null },
      { unit: '户' },
      ['unit', 'bound'],
    ],
    [
      'of which one is a sum of least numbers differ in bound, although the other is less',
      computed('sum', { bound: 'at-least', nature: 'plan' }, { bound: 'at-least', nature: 'plan' }),
      { value: 100, nature: 'plan' },
      ['bound'],
    ],
    [
      'that are sums of least numbers by rule differ in bound, since nothing says of how much',
      computed('sum', { ...RULE, bound: 'at-least' }, { ...RULE, bound: 'at-least' }),
      computed('sum', { ...RULE, bound: 'at-least' }, { ...RULE, bound: 'at-least' }),
      ['bound'],
    ],
    [
      'of which one is a share of at most some number differ in bound',
      computed('share', { ...PART, bound: 'at-most' }, WHOLE),
      { ...SHARE, of: '村数', value: 90 },
      ['bound'],
    ],
    ['近2500 and 2500 are comparable', { bound: 'under' }, {}, ['same']],
    ['近2500 and 2400 differ in bound', { bound: 'under' }, { value: 2400 }, ['bound']],
    ['近2500 and 10 differ in bound, since the lower end is open', { bound: 'under' }, { value: 10 }, ['bound']],
    ['近2500 and 2500余 are comparable', { bound: 'under' }, { bound: 'over' }, ['same']],
    ['约2500 and 2551 are comparable', { bound: 'about' }, { value: 2551 }, ['same']],
    ['约2500 and 2550 differ in bound', { bound: 'about' }, { value: 2550 }, ['bound']],
    ['约2500 and 2450 differ in bound', { bound: 'about' }, { value: 2450 }, ['bound']],
    ['约2500 and 2449 are comparable', { bound: 'about' }, { value: 2449 }, ['same']],
    ['3—5 and 6 are comparable', { value: { min: 3, max: 5 } }, { value: 6 }, ['same']],
    ['3—5 and 5 differ in bound', { value: { min: 3, max: 5 } }, { value: 5 }, ['bound']],
    ['3—5 and 3—5 differ in bound', { value: { min: 3, max: 5 } }, { value: { min: 3, max: 5 } }, ['bound']],
    ['without a number differ in bound', { value: null, bound: 'vague' }, {}, ['bound']],
    [
      'both without a number differ in bound',
      { value: null, bound: 'vague' },
      { value: null, bound: 'vague' },
      ['bound'],
    ],

    [
      'that are results of at least some number differ in bound',
      { bound: 'at-least' },
      { bound: 'at-least' },
      ['bound'],
    ],
    [
      'that are rules of at least some number are comparable',
      { ...RULE, bound: 'at-least' },
      { ...RULE, bound: 'at-least' },
      ['same'],
    ],
    [
      'that are rules of at most some number are comparable',
      { ...RULE, bound: 'at-most' },
      { ...RULE, bound: 'at-most', value: 9 },
      ['same'],
    ],
    [
      'that are plans of at least some number differ in bound',
      { nature: 'plan', bound: 'at-least' },
      { nature: 'plan', bound: 'at-least' },
      ['bound'],
    ],
    [
      'that are at least some number, a rule and a plan, differ in nature and in bound',
      { ...RULE, measure: 'stock', bound: 'at-least' },
      { nature: 'plan', bound: 'at-least' },
      ['nature', 'bound'],
    ],
    [
      'that are a least and a most differ in bound',
      { ...RULE, bound: 'at-least' },
      { ...RULE, bound: 'at-most' },
      ['bound'],
    ],
    [
      'that are a least and an exact rule differ in bound, although the exact one is less',
      { ...RULE, bound: 'at-least' },
      { ...RULE, value: 9 },
      ['bound'],
    ],
    [
      'that are a most and an exact rule differ in bound, although the exact one is more',
      { ...RULE, value: 9000 },
      { ...RULE, bound: 'at-most' },
      ['bound'],
    ],
  ])('%s', (_, a, b, kinds) => {
    const unit = valueFrom(thing('mou', a), MOU).unit;
    expect(kindsIn(verdictOf(a, b, { unit }))).toEqual(kinds);
    expect(kindsIn(verdictOf(b, a, { unit }))).toEqual(kinds);
  });

  test('that differ in everything have every reason, in order', () => {
    const a: Partial<Printed> = {
      unit: '%',
      per: [],
      of: '甲',
      scope: '甲',
      stage: 'before',
      value: null,
      bound: 'vague',
    };
    const b: Partial<Printed> = {
      unit: '‰',
      per: ['village'],
      of: '乙',
      nature: 'plan',
      measure: undefined,
      asOf: '2017',
    };
    const unlike = [{ figures: ['mou/x', 'lin/x'], because: '不是一回事' }];
    expect(verdictOf({ ...a, unit: '人' }, { ...b, unit: '人次' }, { unlike })).toEqual({
      kind: 'unlike',
      reasons: [
        { kind: 'visits' },
        { kind: 'per' },
        { kind: 'definition', because: '不是一回事' },
        ...['scope', 'measure', 'nature', 'stage', 'period', 'bound'].map((kind) => ({ kind })),
      ],
    });
    expect(kindsIn(verdictOf(a, b))).toEqual(['per', 'share', 'scope', 'nature', 'stage', 'period', 'bound']);
    expect(kindsIn(verdictOf({ ...a, unit: '户' }, { ...b, unit: '个村' }))[0]).toBe('unit');
  });
});

describe('a conversion', () => {
  const both = (a: Given, b: Given, unit: Value['unit']) => {
    const verdict = verdictOf(a, b, { unit });
    if (verdict.kind !== 'converted') throw new Error(kindsIn(verdict).join());
    return verdict.values.map(({ interval, ...one }) => ({
      min: interval.min,
      max: interval.max,
      open: interval.open,
      ...one,
    }));
  };

  test('of mu to square metres, the indicator’s unit, is by two thirds of a thousand', () => {
    const [a, b] = both({ unit: '亩', value: 15 }, { unit: '平方米', value: 600 }, '平方米');
    expect(a).toMatchObject({ min: 10_000, max: 10_000, open: false, unit: '平方米', per: [], factor: 666.666666667 });
    expect(b).toMatchObject({ min: 600, max: 600, open: false, unit: '平方米', per: [], factor: 1 });
    expect([a?.value.name, b?.value.name]).toEqual(['mou/x', 'lin/x']);
  });

  test('of two values in one unit into the indicator’s is made of both', () => {
    expect(both({ unit: '公顷', value: 1 }, { unit: '公顷', value: 2 }, '平方米')).toMatchObject([
      { min: 10_000, factor: 10_000, unit: '平方米' },
      { min: 20_000, factor: 10_000, unit: '平方米' },
    ]);
  });

  test('is into the first one’s unit where none leads to the indicator’s', () => {
    expect(both({ unit: '公顷', value: 1 }, { unit: '平方公里', value: 2 }, '户')).toMatchObject([
      { min: 1, factor: 1, unit: '公顷' },
      { min: 200, factor: 100, unit: '公顷' },
    ]);
  });

  test('of pay by the month to pay by the year is by twelve', () => {
    expect(both(PAY, { ...PAY, per: ['person', 'year'], value: 36_000 }, '元')).toMatchObject([
      { min: 36_000, max: 36_000, open: false, unit: '元', per: ['person', 'year'], factor: 12 },
      { min: 36_000, max: 36_000, open: false, unit: '元', per: ['person', 'year'], factor: 1 },
    ]);
  });

  test('of pay by the quarter to pay by the year is by four, and beside pay by the month both are by the year', () => {
    expect(both({ ...PAY, per: ['quarter'] }, { ...PAY, per: ['month'] }, '元')).toMatchObject([
      { min: 12_000, per: ['year'], factor: 4 },
      { min: 36_000, per: ['year'], factor: 12 },
    ]);
  });

  test('is not made where both are by the month', () => {
    expect(verdictOf(PAY, { ...PAY, value: 2000 }, { unit: '元' })).toEqual({ kind: 'same' });
  });

  test('of unit and time at once is by the product', () => {
    const area: Partial<Printed> = { nature: 'standard', measure: undefined, unit: '公顷', value: 2 };
    const [a, b] = both({ ...area, per: ['month'] }, { ...area, unit: '平方米', per: ['year'] }, '平方米');
    expect([a?.factor, a?.min, b?.factor]).toEqual([120_000, 240_000, 1]);
  });

  test('of per mille to per cent is by a tenth', () => {
    const [a, b] = both({ ...SHARE, unit: '‰' }, SHARE, '%');
    expect(a).toMatchObject({ unit: '%', factor: 0.1, min: 3, max: 3 });
    expect(b).toMatchObject({ unit: '%', factor: 1, min: 30, max: 30 });
  });

  test('leaves no trace in the last digits: 3 per mille are 0.3 per cent', () => {
    const [a, b] = both({ ...SHARE, value: 0.3 }, { ...SHARE, unit: '‰', value: 3 }, '%');
    expect([a?.min, a?.max]).toEqual([0.3, 0.3]);
    expect([b?.min, b?.max]).toEqual([0.3, 0.3]);
    const [month] = both({ ...PAY, value: 0.1 }, { ...PAY, per: ['person', 'year'] }, '元');
    expect([month?.min, month?.factor]).toEqual([1.2, 12]);
    const [mu] = both({ unit: '亩', value: 30 }, { unit: '公顷' }, '公顷');
    expect([mu?.min, mu?.factor]).toEqual([2, 0.0666666666667]);
  });

  test('shows a whole number where it is one: 168 hours are 7 days, 180 minutes 3 hours, 42 days 6 weeks', () => {
    const [hours] = both({ unit: '小时', value: 168 }, { unit: '天', value: 7 }, '天');
    expect([hours?.min, hours?.max]).toEqual([7, 7]);
    const [minutes] = both({ unit: '分钟', value: 180 }, { unit: '小时', value: 3 }, '小时');
    expect([minutes?.min, minutes?.max]).toEqual([3, 3]);
    const [days] = both({ unit: '天', value: 42 }, { unit: '周', value: 6 }, '周');
    expect([days?.min, days?.max]).toEqual([6, 6]);
    const long: Given = { unit: '小时', value: { min: 168, max: 200 } };
    expect(kindsIn(verdictOf(long, { unit: '天', value: { min: 3, max: 7 } }, { unit: '天' }))).toEqual(['bound']);
  });

  test('lets ends that are one number touch: about 0.3 per cent ends at 3.5 per mille', () => {
    const about = { ...SHARE, value: 0.3, bound: 'about' };
    expect(kindsIn(verdictOf(about, { ...SHARE, unit: '‰', value: 3.5 }, { unit: '%' }))).toEqual(['bound']);
    expect(kindsIn(verdictOf(about, { ...SHARE, unit: '‰', value: 3.6 }, { unit: '%' }))).toEqual(['converted']);
  });

  test('keeps ends open', () => {
    const [a] = both({ ...PAY, bound: 'over' }, { ...PAY, per: ['person', 'year'], value: 1000 }, '元');
    expect([a?.min, a?.max, a?.open]).toEqual([36_000, 48_000, true]);
  });

  test('decides whether the order is clear: 3000余 by the month beside 48000 by the year, not beside 47000', () => {
    const month: Partial<Printed> = { ...PAY, bound: 'over' };
    const year: Partial<Printed> = { ...PAY, per: ['person', 'year'] };
    expect(kindsIn(verdictOf(month, { ...year, value: 48_000 }, { unit: '元' }))).toEqual(['converted']);
    expect(kindsIn(verdictOf(month, { ...year, value: 47_000 }, { unit: '元' }))).toEqual(['bound']);
    expect(kindsIn(verdictOf(month, { ...year, value: 3050 }, { unit: '元' }))).toEqual(['converted']);
  });

  test('is what a computed value is called, although nothing is multiplied: its formula is shown', () => {
    const [a, b] = both(COMPUTED, { ...SHARE, of: '村数', value: 40 }, '%');
    expect([a?.factor, b?.factor]).toEqual([1, 1]);
  });
});

describe('what the indicator’s record says of values', () => {
  const because = '一个是标准，一个是实发';
  const told = (unlike: Indicator['unlike'], a = 'mou/x', b = 'lin/x') =>
    verdictOf({ name: a }, { name: b }, { unlike });
  const unlikeFor = (...words: string[]) => ({
    kind: 'unlike',
    reasons: words.map((word) => ({ kind: 'definition', because: word })),
  });

  test('sets each of the figures apart from the others', () => {
    const unlike = [{ figures: ['mou/x', 'lin/x', 'lin/y'], because }];
    expect(told(unlike)).toEqual(unlikeFor(because));
    expect(told(unlike, 'mou/x', 'lin/y')).toEqual(unlikeFor(because));
    expect(told(unlike, 'mou/x', 'lin/z')).toEqual({ kind: 'same' });
  });

  test('sets the figures apart from those against which they stand, in either order, and from no others', () => {
    const unlike = [{ figures: ['mou/x', 'mou/y'], against: ['lin/x'], because }];
    expect(told(unlike)).toEqual(unlikeFor(because));
    expect(told(unlike, 'lin/x', 'mou/y')).toEqual(unlikeFor(because));
    expect(told(unlike, 'mou/x', 'mou/y')).toEqual({ kind: 'same' });
    expect(told(unlike, 'mou/x', 'lin/y')).toEqual({ kind: 'same' });
  });

  test('names computed values by their id', () => {
    const unlike = [{ figures: ['share-of-villages'], against: ['lin/x'], because }];
    const name = (given: string) =>
      kindsIn(
        verdictOn(
          { unit: '户', unlike },
          valueFrom({ ...(thing('mou', COMPUTED) as Made), name: given }, MOU),
          valueFrom(printed('lin', { ...SHARE, of: '村数' }), LIN),
        ),
      );
    expect(name('share-of-villages')).toEqual(['definition']);
    expect(name('share-of-towns')).toEqual(['converted']);
  });

  test('is given with every cause that it names', () => {
    const unlike = [
      { figures: ['mou/x'], against: ['lin/x'], because },
      { figures: ['lin/x', 'mou/x'], because: '口径不同' },
      { figures: ['lin/y', 'mou/x'], because: '与此无关' },
    ];
    expect(told(unlike)).toEqual(unlikeFor(because, '口径不同'));
  });

  test('is said once where several exceptions give the same cause', () => {
    const one = { figures: ['mou/x', 'lin/x'], because };
    const other = { figures: ['lin/x'], against: ['mou/x'], because: '口径不同' };
    expect(told([one, other, one])).toEqual(unlikeFor(because, '口径不同'));
  });
});

describe('the pairs of some values', () => {
  test('are each two of different counties once, in the order of the values', () => {
    const values = [
      valueFrom(printed('mou', { name: 'mou/a' }), MOU),
      valueFrom(printed('mou', { name: 'mou/b' }), MOU),
      valueFrom(printed('lin', { name: 'lin/a' }), LIN),
      valueFrom(printed('yuan', { name: 'yuan/a', asOf: '2017' }), { id: 'yuan' } as CountyRecord),
    ];
    const pairs = verdictsOf({ unit: '户', unlike: [] }, values);
    expect(pairs.map(({ a, b, verdict }) => `${a.name} ${b.name} ${kindsIn(verdict)}`)).toEqual([
      'mou/a lin/a same',
      'mou/a yuan/a period',
      'mou/b lin/a same',
      'mou/b yuan/a period',
      'lin/a yuan/a period',
    ]);
  });
});

// --- Pairs at random ---

const UNITS_OF = [
  ['人', '名', '口', '人次'],
  ['户', '个户', '户次'],
  ['个村', '村次'],
  ['家企业', '个企业', '个单位', '家次'],
  ['平方米', '亩', '公顷', '平方公里'],
  ['%', '‰', '成', '个百分点'],
  ['场', '场次', '期'],
  ['元', '元', '元', '美元'],
  ['天', '小时', '个月', '年'],
];
const PERS_OF = [[], ['person'], ['village'], ['person', 'village']];
const TIMES_OF = [[], ['year'], ['month'], ['quarter'], ['week'], ['day'], ['month', 'day']];

const SHARES = ['%', '‰', '成'];
const STRETCHES = ['day', 'week', 'month', 'quarter', 'year'];

const some = <T>(...values: readonly T[]) => fc.constantFrom(...values);
const often = <T>(value: T, ...values: readonly T[]) =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(value) }, { weight: 1, arbitrary: some(...values) });

const numbers = fc.oneof(
  some<Printed['value']>(
    2400,
    2500,
    2550,
    2600,
    250,
    25,
    200,
    208,
    3000,
    36_000,
    12_000,
    9000,
    0,
    1,
    10,
    15,
    0.3,
    18.7,
  ),
  fc.nat(4000),
  fc.tuple(fc.nat(3000), fc.integer({ min: 1, max: 900 })).map(([min, more]) => ({ min, max: min + more })),
);
const natures = often('result', 'standard', 'plan', 'target', 'forecast', 'capacity');
const measures = often<string | undefined>('stock', 'flow', undefined);
const scopes = often<string | undefined>(undefined, '贫困村', '山区');
const stages = often<string | undefined>(undefined, 'before', 'after');
const reports = fc.oneof(
  {
    weight: 3,
    arbitrary: often<Pick<Printed, 'date' | 'dateBasis' | 'notBefore'>>(
      { date: '2019-03-01' },
      { date: '2018-07-15' },
      { date: '2018-11' },
      { date: '2018' },
      { date: '2019', notBefore: '2018-01' },
      { notBefore: '2018-12' },
      { notBefore: '2019' },
      {},
    ),
  },
  {
    weight: 2,
    arbitrary: some('2018', '2018-11', '2018-11-13', '2019', '2019-03', '2017-12-05', '2020').map((date) => ({
      date,
      dateBasis: 'inferred',
    })),
  },
);
const drawn = fc.record({
  number: fc.tuple(numbers, often('exact', 'over', 'under', 'about', 'at-least', 'at-most', 'vague')),
  printed: some(undefined, '200余户', '3年多', '超过200户', '突破200户', '逾200户'),
  nature: natures,
  measure: measures,
  scope: scopes,
  of: often<string | undefined>('全县的村', '党员', undefined),
  stage: stages,
  time: often<Partial<Printed>>(
    { asOf: '2018' },
    { asOf: '2017' },
    { asOf: '2018-07' },
    { from: '2016', to: '2018' },
    { from: '2016', to: '2018' },
    { from: '2016', to: '2018-06' },
    { from: '2016' },
    { to: '2018' },
    {},
    {},
  ),
  reported: reports,
  operation: often<string | undefined>(undefined, 'share', 'average', 'difference', 'sum'),
  /** The whole, the count, the earlier or the other parts, where something is computed. */
  second: fc.record({
    number: fc.tuple(numbers, often('exact', 'over', 'under', 'about', 'at-least', 'at-most')),
    unit: often('个村', '户', '人', '人次'),
    indicators: fc.subarray([...ASKED]),
    asOf: often('2018', '2015'),
    // In what it is another than the first term.
    other: often<Partial<Printed>>(
      {},
      { scope: '平原' },
      { scope: undefined },
      { stage: 'after' },
      { nature: 'result' },
      { measure: 'flow' },
      { measure: undefined },
    ),
    // Where it is of another report than the first term.
    report: some<Partial<Printed>>(
      {},
      {},
      { date: '2018-03', dateBasis: 'stated', notBefore: undefined },
      { date: '2020', dateBasis: 'stated', notBefore: undefined },
      { date: '2018-12', dateBasis: 'inferred', notBefore: undefined },
      { date: '2018', dateBasis: 'inferred', notBefore: undefined },
      { date: '2019-01', dateBasis: 'inferred', notBefore: undefined },
      { date: undefined, dateBasis: undefined, notBefore: undefined },
    ),
    third: fc.boolean(),
  }),
  name: some('x', 'y', 'z'),
});
type Drawn = typeof drawn extends fc.Arbitrary<infer T> ? T : never;

interface Sample {
  readonly indicator: Indicator;
  readonly a: Printed | Made;
  readonly b: Printed | Made;
}

// The unit in which a second term is printed where the first is in that one.
const BESIDE: Readonly<Record<string, string>> = { 平方米: '亩', 公顷: '平方公里', '%': '‰', 天: '小时', 个户: '户' };

function thingFrom(county: string, one: Drawn, unit: string, per: readonly string[]): Printed | Made {
  const { nature, measure, scope, stage, operation, second } = one;
  const of = SHARES.includes(unit) ? one.of : undefined;
  const [value, bound] = one.number;
  const name = `${county}/${one.name}`;
  const print = { name, label: '一个数', unit, per, of, nature, measure, scope, stage, value, bound };
  const first: Printed = { ...print, printed: one.printed, ...one.time, ...one.reported };
  if (!operation) return first;

  // No value is computed of what has no number: that is refused when the content is read, and so is a divisor that may be nought,
  // terms of two natures, and terms of two times where they are not a later and an earlier one.
  const certain: Printed = { ...first, ...(bound === 'vague' ? { value: 200, bound: 'exact' } : {}) };
  const [number, hedge] = second.number;
  const some: Partial<Printed> = { value: number, bound: hedge, printed: undefined, ...second.other, ...second.report };
  const inUnit = BESIDE[unit] ?? unit;
  const all: Printed = {
    ...certain,
    ...some,
    name: `${county}/all-${one.name}`,
    unit: inUnit,
    indicators: second.indicators,
  };
  const made = { name: `${county}-${one.name}`, operation };
  switch (operation) {
    case 'share': {
      const { unit, indicators } = second;
      const part = { ...certain, unit, per: [], of: undefined };
      return { ...made, terms: [part, { ...part, ...some, name: all.name, label: one.of ?? '全部', indicators }] };
    }
    case 'average': {
      const things = per.filter((each) => !STRETCHES.includes(each));
      const each = things.includes('village') ? 'village' : 'person';
      const total = { ...certain, per: per.filter((one) => one !== each) };
      const count = each === 'village' ? '个村' : '名';
      return { ...made, terms: [total, { ...all, unit: count, per: [], of: undefined, scope }] };
    }
    case 'difference':
      return { ...made, terms: [certain, { ...all, asOf: second.asOf, from: undefined, to: undefined, scope }] };
    default:
      return { ...made, terms: second.third ? [certain, all, { ...all, name: `${county}/rest` }] : [certain, all] };
  }
}

// The second value is mostly the first but for a few fields: two at random would differ in nearly everything.
const FIELDS = [
  'number',
  'printed',
  'nature',
  'measure',
  'scope',
  'of',
  'stage',
  'time',
  'reported',
  'operation',
  'second',
  'name',
] as const;
const changes = fc.oneof(
  { weight: 4, arbitrary: fc.subarray([...FIELDS], { maxLength: 2 }) },
  { weight: 2, arbitrary: some(['reported'] as const, ['number', 'reported'] as const) },
  { weight: 1, arbitrary: fc.constant([...FIELDS]) },
);

const anyUnit = some(...UNITS_OF.flat());
const units = fc.oneof(
  {
    weight: 4,
    arbitrary: some(...UNITS_OF).chain((family) => fc.tuple(some(...family), some(...family), some(...family))),
  },
  { weight: 1, arbitrary: fc.tuple(anyUnit, anyUnit, anyUnit) },
);
const twice = <T>(one: T): readonly [T, T] => [one, one];
const things = fc.oneof(
  { weight: 4, arbitrary: some(...PERS_OF).map(twice) },
  { weight: 1, arbitrary: fc.tuple(some(...PERS_OF), some(...PERS_OF)) },
);
const times = fc.oneof(
  { weight: 3, arbitrary: some(...TIMES_OF).map(twice) },
  { weight: 2, arbitrary: fc.tuple(some(['month'], ['year'], ['quarter']), some(['month'], ['year'], ['quarter'])) },
  { weight: 1, arbitrary: fc.tuple(some(...TIMES_OF), some(...TIMES_OF)) },
);
const exceptions = often<readonly Told[]>(
  [],
  [{ figures: ['mou/x', 'lin/x', 'mou/z'], because: '甲' }],
  [
    { figures: ['mou/y', 'mou/z'], against: ['lin/y'], because: '乙' },
    { figures: ['lin/y'], against: ['mou-x', 'mou/y'], because: '丙' },
  ],
  [{ figures: ['lin-x', 'mou-y', 'lin-z'], because: '丁' }],
);

const samples: fc.Arbitrary<Sample> = fc
  .tuple(drawn, drawn, changes, units, things, times, exceptions)
  .map(([first, other, fields, [unit, unitOfA, unitOfB], [thingsOfA, thingsOfB], [timesOfA, timesOfB], unlike]) => {
    const second = { ...first, ...Object.fromEntries(fields.map((field) => [field, other[field]])) };
    return {
      indicator: { unit, unlike } as Indicator,
      a: thingFrom('mou', first, unitOfA, [...thingsOfA, ...timesOfA]),
      b: thingFrom('lin', second, unitOfB, [...timesOfB, ...thingsOfB]),
    };
  });

/** Holds the property against so many pairs, always the same ones. */
function holds(numRuns: number, property: (verdict: Verdict, sample: Sample, a: Value, b: Value) => void): void {
  const run = (sample: Sample) => {
    const [a, b] = [valueFrom(sample.a, MOU), valueFrom(sample.b, LIN)];
    property(verdictOn(sample.indicator, a, b), sample, a, b);
  };
  fc.assert(fc.property(samples, run), { seed: SEED, numRuns, endOnFailure: true });
}

const total = Object.values(RUNS).reduce((sum, runs) => sum + runs, 0);

function expectAsJudged(verdict: Verdict, { indicator, a, b }: Sample): void {
  const judged = judge(indicator.unit, indicator.unlike, describedBy(a), describedBy(b));
  const given = verdict.kind === 'unlike' ? verdict.reasons : [];
  const kinds = new Set<string>(given.map(({ kind }) => kind));
  expect([verdict.kind, ...[...kinds].sort()]).toEqual([judged.outcome, ...[...judged.reasons].sort()]);
  expect(given.flatMap(({ because }) => because ?? [])).toEqual(judged.because);
}

const isOfGuessedReport = ({ source }: FigureRecord) => source.dateBasis === 'inferred';

/** What a report with a date that is worked out may come to. */
const DOUBTS = [
  'nothing but the doubt on one time',
  'nothing but the doubt on both times',
  'nothing but the doubt on one term of several',
  'the same for all the doubt on the report',
  'converted for all the doubt on the report',
] as const;

function doubtsOf(verdict: Verdict, a: Value, b: Value): (typeof DOUBTS)[number][] {
  const values = [a, b];
  if (verdict.kind !== 'unlike') {
    if (!values.some(({ terms }) => terms.some(isOfGuessedReport))) return [];
    return [verdict.kind === 'same' ? DOUBTS[3] : DOUBTS[4]];
  }
  const isOther = a.asOf !== b.asOf || a.asOf === undefined;
  const doubted = values.filter(({ inferred }) => inferred);
  if (kindsIn(verdict).join() !== 'period' || isOther || doubted.length === 0) return [];
  const isOfSome = ({ terms }: Value) => terms.some(isOfGuessedReport) && !terms.every(isOfGuessedReport);
  return [doubted.length === 2 ? DOUBTS[1] : DOUBTS[0], ...(doubted.some(isOfSome) ? [DOUBTS[2]] : [])];
}

describe(`${total} pairs at random (seed ${SEED})`, () => {
  test('have the verdict of one who knows only what the site promises', () => {
    const met = new Map<string, number>();
    holds(RUNS.oracle, (verdict, sample, a, b) => {
      expectAsJudged(verdict, sample);
      const kinds = [...kindsIn(verdict), ...doubtsOf(verdict, a, b)];
      for (const kind of kinds) met.set(kind, (met.get(kind) ?? 0) + 1);
    });
    // Each verdict and each reason was at stake many times.
    const seldom = [
      ...['same', 'converted', ...REASONS].filter((kind) => (met.get(kind) ?? 0) < RUNS.oracle / 100),
      // What turns a verdict alone is rarer.
      ...DOUBTS.filter((kind) => (met.get(kind) ?? 0) < RUNS.oracle / 500),
    ];
    expect(seldom).toEqual([]);
  });

  test('have the same reasons in either order', () => {
    holds(RUNS.symmetry, (verdict, { indicator }, a, b) => {
      const back = verdictOn(indicator, b, a);
      if (verdict.kind === 'unlike') expect(back).toEqual(verdict);
      else expect(back.kind).toBe(verdict.kind);
    });
  });

  test('are comparable only where no typed field differs but for unit, time of pay and number', () => {
    let comparable = 0;
    holds(RUNS.fields, (verdict, _, a, b) => {
      if (verdict.kind === 'unlike') return;
      comparable += 1;
      const without = (value: Value) =>
        value.nature === 'standard' ||
        value.computed?.operation === 'average' ||
        SHARES.includes(value.unit) ||
        value.per.some((per) => STRETCHES.includes(per));
      const fields = ({ scope, nature, stage, measure }: Value) => ({ scope, nature, stage, measure });
      // What an average, a share or a rule leaves unsaid, it need not say.
      const open = without(a) && without(b) && (a.measure === undefined || b.measure === undefined);
      expect(fields({ ...a, measure: open ? undefined : a.measure })).toEqual(
        fields({ ...b, measure: open ? undefined : b.measure }),
      );
      if (!open && !(without(a) && without(b))) expect(a.measure).toBeDefined();
      expect([a.asOf, a.period]).toEqual([b.asOf, b.period]);
      expect(a.asOf ?? (a.period?.from && a.period.to)).toBeDefined();
      expect([a.inferred, b.inferred]).toEqual([false, false]);
      for (const { source } of [...a.terms, ...b.terms].filter(isOfGuessedReport)) {
        expect(JSON.stringify([a.asOf, a.period])).not.toContain(`"${source.date?.slice(0, 4)}`);
      }
      expect(fractionOf(a.unit, b.unit)).not.toBeNull();
      expect(a.interval && b.interval).not.toBeNull();
    });
    expect(comparable).toBeGreaterThan(RUNS.fields / 20);
  });

  test('are brought to one unit and one time by the factor that is shown, or have reasons in order, each once', () => {
    const order = REASONS as readonly string[];
    const isNear = (one: number, other: number) =>
      one === other || Math.abs(one - other) <= 1e-11 * Math.max(Math.abs(one), Math.abs(other));
    const isShort = (one: number) => one === Number(one.toPrecision(12));
    let converted = 0;
    holds(RUNS.conversion, (verdict, { indicator }, a, b) => {
      if (verdict.kind === 'unlike') {
        const places = verdict.reasons.map(({ kind }) => order.indexOf(kind));
        expect(places.length).toBeGreaterThan(0);
        expect(places).toEqual([...places].sort((x, y) => x - y));
        expect(new Set(verdict.reasons.map((reason) => JSON.stringify(reason))).size).toBe(places.length);
        for (const { kind, because } of verdict.reasons) expect(because !== undefined).toBe(kind === 'definition');
      }
      if (verdict.kind !== 'converted') return;
      converted += 1;
      const [x, y] = verdict.values;
      expect([x.value, y.value]).toEqual([a, b]);
      expect(x.unit).toBe(y.unit);
      expect(x.unit).toBe(
        fractionOf(a.unit, indicator.unit) && fractionOf(b.unit, indicator.unit) ? indicator.unit : a.unit,
      );
      expect([...x.per].sort()).toEqual([...y.per].sort());
      const byYear = [...a.per].sort().join() !== [...b.per].sort().join();
      for (const one of verdict.values) {
        const [over, under] = fractionOf(one.value.unit, one.unit) ?? [Number.NaN, 1];
        const years = byYear ? (one.value.per.map(yearsIn).find(Boolean) ?? Number.NaN) : 1;
        expect(isNear(one.factor * under, over * years) && isShort(one.factor)).toBe(true);
        expect(byYear && one.per.includes('month')).toBe(false);
        const original = one.value.interval ?? { min: Number.NaN, max: Number.NaN, open: false };
        for (const end of ['min', 'max'] as const) {
          expect(one.interval[end]).toBe(Number(((original[end] * over * years) / under).toPrecision(12)));
        }
        expect(one.interval.open).toBe(original.open);
      }
    });
    expect(converted).toBeGreaterThan(RUNS.conversion / 50);
  });
});

// --- The real content ---

/** The words for a figure of the atlas. */
function wordsFor({ ref, period, source, indicators, ...figure }: FigureRecord): Printed {
  const { label, unit, per, value, bound, printed, nature, measure, scope, of, stage, asOf } = figure;
  return {
    ...{ name: ref, label, unit, per, value, bound, printed, nature, measure, scope, of, stage, asOf },
    ...{ from: period?.from, to: period?.to, notBefore: source.notBefore },
    ...{ date: source.date ?? undefined, dateBasis: source.dateBasis },
    indicators: indicators.map(({ id, unit, unlike }) => ({ id, unit, unlike })),
  };
}

/** The words for a value of the atlas, from the figures behind it. */
function thingOf({ computed, terms: [figure] }: Value): Printed | Made {
  if (!computed) return wordsFor(figure);
  const [first, second, ...more] = computed.terms;
  const terms = [wordsFor(first), wordsFor(second), ...more.map(wordsFor)] as const;
  return { name: computed.id, operation: computed.operation, terms };
}

describe('all pairs of the real atlas', () => {
  const { atlas } = loadAtlas(process.cwd());
  if (!atlas) throw new Error('the content is not valid');
  const { indicators, counties } = atlas;

  test.each(indicators.map((indicator) => [indicator.id, indicator] as const))(
    'of %s are judged alike',
    (_, indicator) => {
      const values = valuesOf(indicator, counties);
      expect(values).toHaveLength(indicator.figures.length + indicator.computed.length);
      const pairs = verdictsOf(indicator, values);
      const different = values.flatMap((a, i) => values.slice(i + 1).filter((b) => a.county.id !== b.county.id));
      expect(pairs).toHaveLength(different.length);
      for (const { a, b, verdict } of pairs) {
        const told: readonly Told[] = indicator.unlike;
        expectAsJudged(verdict, {
          indicator: { unit: indicator.unit, unlike: told } as Indicator,
          a: thingOf(a),
          b: thingOf(b),
        });
      }
    },
  );

  test('of figures that no indicator has yet get a verdict too, and the same one', () => {
    const figures = [...atlas.figures.values()];
    const computed = indicators.flatMap((indicator) => [...indicator.computed]);
    const values = valuesOf({ figures, computed } as unknown as IndicatorRecord, counties);
    expect(values).toHaveLength(figures.length + computed.length);
    const all: Indicator = { unit: '户', unlike: [] };
    const pairs = verdictsOf(all, values);
    expect(pairs.length).toBeGreaterThan(10_000);
    for (const { a, b, verdict } of pairs) expectAsJudged(verdict, { indicator: all, a: thingOf(a), b: thingOf(b) });
  });
});
