import type { Value } from '../compare/value.ts';
import type { Converted, Reason, ReasonKind, Verdict } from '../compare/verdict.ts';
import type { MEASURES, STAGES } from '../model/figure.ts';
import type { Operation } from '../model/indicator.ts';
import type { Interval } from '../model/interval.ts';
import { isPoint } from '../model/interval.ts';
import { type Per, perWord } from '../model/pers.ts';
import { timeInWords } from './dates.ts';
import { MEASURE_WORDS, NATURE_WORDS, words } from './zh.ts';

/** The reasons by name, where there is room for a word only. */
export const REASON_WORDS: Readonly<Record<ReasonKind, string>> = {
  unit: '单位',
  visits: '人与人次',
  per: '按什么计',
  definition: '所指',
  share: '占什么的比例',
  scope: '范围',
  measure: '时点数与时段数',
  nature: '计划与结果',
  stage: '之前与之后',
  period: '时间',
  bound: '约数',
};

export const VERDICT_WORDS: Readonly<Record<Verdict['kind'], string>> = {
  same: '可以直接比',
  converted: '换算后可以比',
  unlike: '不能比',
};

/** How a value is computed, by name. */
export const OPERATION_WORDS: Readonly<Record<Operation, string>> = {
  share: '占比',
  average: '平均',
  difference: '差',
  sum: '和',
};

const STAGE_WORDS: Readonly<Record<(typeof STAGES)[number], string>> = { before: '之前的数', after: '之后的数' };
const measureText = (measure: (typeof MEASURES)[number] | undefined) =>
  measure ? `是${MEASURE_WORDS[measure]}` : '看不出是时点数还是时段数';

// What has quotation marks of its own gets no second pair.
const quoted = (text: string): string => (/[“”]/.test(text) ? text : `“${text}”`);

/** The time of a value, as its source gives it, and whether it is only worked out. */
export function timeOf({
  asOf,
  period,
  computed,
  inferred,
}: Pick<Value, 'asOf' | 'period' | 'computed' | 'inferred'>): string {
  const time = asOf ?? period;
  if (time) return timeInWords(time) + (inferred ? words.figure.inferred : '');
  return computed?.operation === 'difference' ? '两个时间之间' : words.figure.undated;
}

// A stretch of time that ends in the year, or the month, in which the report came out.
const isUnfinished = ({ period, reported }: Value): boolean =>
  period?.from !== undefined &&
  period.to !== undefined &&
  reported !== undefined &&
  reported.slice(0, period.to.length) <= period.to;

// A lower or an upper end is no number that one has rounded.
const boundHead = (a: Value, b: Value): string =>
  [a, b].some(({ bound }) => bound === 'at-least' || bound === 'at-most')
    ? '有一个只写了下限或上限'
    : '约数之间分不出大小';

const boundText = (value: Value): string =>
  value.computed && value.interval ? `算得${outcomeText(value, value.interval)}` : `写作“${value.terms[0].printed}”`;

// An average is said by the unit that its count was printed in: 人次/期.
function outcomeText({ computed, unit, per }: Value, interval: Interval): string {
  if (computed?.operation !== 'average') return amountText(interval, unit, per);
  const [total, count] = computed.terms;
  return amountText(interval, `${unit}/${count.unit}`, total.per);
}

/** One reason in a sentence without its stop: what it is for each of the two. */
export function reasonText(reason: Reason, a: Value, b: Value): string {
  const both = (of: (value: Value) => string) => `${a.county.name}${of(a)}，${b.county.name}${of(b)}`;
  switch (reason.kind) {
    case 'definition':
      return (reason.because ?? '').replace(/。$/, '');
    case 'unit':
      return `数的东西不同：${both(({ unit }) => `以“${unit}”计`)}`;
    case 'visits':
      return `个数和次数不同，同一个可以计入多次：${both(({ unit }) => `以“${unit}”计`)}`;
    case 'per':
      return `口径不同：${both(({ per }) => (per.length > 0 ? `按${perText(per)}计` : '是总数'))}`;
    case 'share':
      return `占什么的比例不同或没有写：${both(({ of }) => (of ? `占${quoted(of)}` : '没有写占什么'))}`;
    case 'scope':
      return `范围不同：${both(({ scope }) => `是${scope ? quoted(scope) : words.figure.wholeCounty}`)}`;
    case 'measure':
      return both(({ measure }) => measureText(measure));
    case 'nature':
      return both(({ nature }) => `是${NATURE_WORDS[nature]}`);
    case 'stage':
      return both(({ stage }) => (stage ? `是${STAGE_WORDS[stage]}` : '没有前后对照'));
    case 'period':
      return `时间不同或没有写：${both((value) => timeOf(value) + (isUnfinished(value) ? '，报道发布时还没有过完' : ''))}`;
    case 'bound':
      return `${boundHead(a, b)}：${both(boundText)}`;
  }
}

/** All reasons of a verdict that is one of unlike, as one sentence with its stop. */
export function reasonsText(reasons: readonly Reason[], a: Value, b: Value): string {
  return `${reasons.map((reason) => reasonText(reason, a, b)).join('；')}。`;
}

/** What a number is reckoned by: 每人每月. */
export const perText = (per: readonly Per[]): string => per.map((one) => `每${perWord(one)}`).join('');

/** A number that may stand for several, with its unit: `52.1至54.2人次/期`. */
export function amountText(interval: Interval, unit: string, per: readonly Per[]): string {
  const pers = per.map((one) => `/${perWord(one)}`).join('');
  const { min, max } = interval;
  if (isPoint(interval)) return `${numberText(min)}${unit}${pers}`;
  if (max === Number.POSITIVE_INFINITY) return `不少于${numberText(min)}${unit}${pers}`;
  if (min === 0) return `${interval.open ? '不足' : '至多'}${numberText(max)}${unit}${pers}`;
  return `${numberText(min)}至${numberText(max)}${unit}${pers}${interval.open ? '之间' : ''}`;
}

/** Whether `numberText` had to round. */
const isRounded = (value: number): boolean => Math.abs(Number(numberText(value)) - value) > 1e-9 * Math.abs(value);

// Three digits that count; whole numbers stay whole.
function numberText(value: number): string {
  if (!Number.isFinite(value)) return '';
  const size = Math.abs(value);
  if (size < 1) return String(Number(value.toPrecision(3)));
  return String(Number(value.toFixed(size >= 100 ? 0 : size >= 10 ? 1 : 2)));
}

const equals = ({ min, max }: Interval): string =>
  [min, max].some((one) => Number.isFinite(one) && isRounded(one)) ? '≈' : '=';

/** How a computed value follows from its terms, printed as their sources do: `2500余人次 ÷ 48期 ≈ 52.1至54.2人次/期之间`. */
export function formulaText(value: Value): string | undefined {
  const { computed, terms, interval } = value;
  if (!computed) return undefined;
  const printed = terms.map((term) => term.printed);
  const left = { share: ' ÷ ', average: ' ÷ ', difference: ' − ', sum: ' + ' }[computed.operation];
  const result = interval ? `${equals(interval)} ${outcomeText(value, interval)}` : '算不出';
  return `${printed.join(left)}${computed.operation === 'share' ? ' × 100' : ''} ${result}`;
}

/** How a value comes to the unit in which it is compared; undefined where it stands as it is. */
export function conversionText({ value, factor, interval, unit, per }: Converted): string | undefined {
  if (factor === 1) return formulaText(value);
  const from = value.computed ? formulaText(value) : value.terms[0].printed;
  const sign = isRounded(factor) ? '≈' : equals(interval);
  return `${from} × ${numberText(factor)} ${sign} ${amountText(interval, unit, per)}`;
}

/** A verdict in a sentence: the reasons, or the formulas of what is converted. */
export function verdictText(verdict: Verdict, a: Value, b: Value): string {
  if (verdict.kind === 'unlike') return reasonsText(verdict.reasons, a, b);
  if (verdict.kind === 'same') return '单位、范围、时间和性质都相同。';
  const formulas = verdict.values.flatMap((one) => {
    const text = conversionText(one);
    return text ? [`${one.value.county.name}：${text}`] : [];
  });
  return `${formulas.join('；')}。`;
}
