import { describe, expect, test } from 'vitest';
import { currentAtlas } from '../../src/atlas/current.ts';
import type { ComputedRecord, CountyRecord, FigureRecord } from '../../src/atlas/records.ts';
import { computedValue, printedValue, type Value, valuesOf } from '../../src/compare/value.ts';
import { REASONS, type Reason, type ReasonKind, verdictOn, verdictsOf } from '../../src/compare/verdict.ts';
import {
  amountText,
  conversionText,
  formulaText,
  OPERATION_WORDS,
  perText,
  REASON_WORDS,
  reasonsText,
  reasonText,
  timeOf,
  VERDICT_WORDS,
  verdictText,
} from '../../src/i18n/verdict-words.ts';
import { exactly, type Interval, intervalOf } from '../../src/model/interval.ts';

const MOU = { id: 'mou', name: '某县' } as CountyRecord;
const LIN = { id: 'lin', name: '邻县' } as CountyRecord;

type Given = Partial<Omit<FigureRecord, 'value'>> & { readonly value?: FigureRecord['value'] };
const figure = (county: CountyRecord, given: Given): FigureRecord =>
  ({
    ...{ county, ref: `${county.id}/x`, url: '/', label: '数', printed: '30人', value: 30, unit: '人', bound: 'exact' },
    ...{ per: [], nature: 'result', indicators: [], source: { date: '2018-11', dateBasis: 'stated' }, asOf: '2018' },
    ...given,
  }) as unknown as FigureRecord;
const value = (county: CountyRecord, given: Given = {}): Value => printedValue(figure(county, given));
const computed = (operation: ComputedRecord['operation'], ...given: Given[]): Value =>
  computedValue({
    ...{ id: 'c', url: '/', label: '算出的数', county: MOU, operation },
    terms: given.map((one) => figure(MOU, one)),
  } as unknown as ComputedRecord);

/** Of a report that prints no date and is taken to be of 2018. */
const GUESSED: Given = { source: { date: '2018-11', dateBasis: 'inferred' } as FigureRecord['source'] };

const sentence = (kind: ReasonKind, a: Given, b: Given, because?: string): string =>
  reasonText({ kind, ...(because ? { because } : {}) } as Reason, value(MOU, a), value(LIN, b));

describe('a reason in words', () => {
  test.each<[ReasonKind, Given, Given, string]>([
    ['unit', { unit: '户' }, { unit: '人' }, '数的东西不同：某县以“户”计，邻县以“人”计'],
    ['visits', { unit: '人' }, { unit: '人次' }, '个数和次数不同，同一个可以计入多次：某县以“人”计，邻县以“人次”计'],
    ['per', { per: ['person', 'month'] }, {}, '口径不同：某县按每人每月计，邻县是总数'],
    ['per', { per: ['month'] }, { per: ['week'] }, '口径不同：某县按每月计，邻县按每周计'],
    ['share', { of: '全县的村' }, {}, '占什么的比例不同或没有写：某县占“全县的村”，邻县没有写占什么'],
    ['scope', { scope: '县直机关' }, {}, '范围不同：某县是“县直机关”，邻县是全县'],
    [
      'scope',
      { scope: '全市（原文作“我市”）的单位' },
      { scope: '“两新”组织' },
      '范围不同：某县是全市（原文作“我市”）的单位，邻县是“两新”组织',
    ],
    ['share', { of: '“两新组织”' }, { of: '全县的村' }, '占什么的比例不同或没有写：某县占“两新组织”，邻县占“全县的村”'],
    ['measure', { measure: 'stock' }, { measure: 'flow' }, '某县是某一时点的数，邻县是一段时间内的数'],
    ['measure', {}, { measure: 'flow' }, '某县看不出是时点数还是时段数，邻县是一段时间内的数'],
    ['nature', { nature: 'plan' }, {}, '某县是计划，邻县是结果'],
    ['nature', { nature: 'target' }, { nature: 'standard' }, '某县是目标，邻县是标准'],
    ['stage', { stage: 'before' }, { stage: 'after' }, '某县是之前的数，邻县是之后的数'],
    ['stage', {}, { stage: 'after' }, '某县没有前后对照，邻县是之后的数'],
    ['period', { asOf: '2018-10' }, { asOf: '2017-03-05' }, '时间不同或没有写：某县2018年10月，邻县2017年3月5日'],
    [
      'period',
      { asOf: undefined },
      { asOf: undefined, period: { from: '2015', to: '2016' } },
      '时间不同或没有写：某县原文未注年份，邻县2015年至2016年',
    ],
    [
      'period',
      { asOf: undefined, period: { from: '2018', to: '2018' } },
      { asOf: undefined, period: { from: '2017' } },
      '时间不同或没有写：某县2018年，报道发布时还没有过完，邻县2017年起',
    ],
    ['period', GUESSED, {}, '时间不同或没有写：某县2018年（推定），邻县2018年'],
    [
      'period',
      { asOf: undefined, period: { from: '2016', to: '2018' } },
      { ...GUESSED, asOf: undefined, period: { from: '2016', to: '2018' } },
      '时间不同或没有写：某县2016年至2018年，报道发布时还没有过完，邻县2016年至2018年（推定），报道发布时还没有过完',
    ],
    [
      'period',
      { ...GUESSED, asOf: '2017' },
      { ...GUESSED, asOf: undefined },
      '时间不同或没有写：某县2017年，邻县原文未注年份',
    ],
    ['bound', { printed: '近30人' }, { printed: '30余人' }, '约数之间分不出大小：某县写作“近30人”，邻县写作“30余人”'],
    [
      'bound',
      { printed: '不少于30人', bound: 'at-least' },
      { printed: '40人' },
      '有一个只写了下限或上限：某县写作“不少于30人”，邻县写作“40人”',
    ],
    [
      'bound',
      { printed: '近30人', bound: 'under' },
      { printed: '最多20人', bound: 'at-most' },
      '有一个只写了下限或上限：某县写作“近30人”，邻县写作“最多20人”',
    ],
    [
      'bound',
      { printed: '数十人', value: null, bound: 'vague' },
      { printed: '超过30人', bound: 'over' },
      '约数之间分不出大小：某县写作“数十人”，邻县写作“超过30人”',
    ],
  ])('“%s” says what it is for each of the two', (kind, a, b, said) => {
    expect(sentence(kind, a, b)).toBe(said);
  });

  test('of the record is said as it stands there, without its stop', () => {
    expect(sentence('definition', {}, {}, '一个是年均，一个是月工资。')).toBe('一个是年均，一个是月工资');
    expect(sentence('definition', {}, {}, '一个含补贴（见原文）')).toBe('一个含补贴（见原文）');
  });

  test('that comes of hedges says of a number that is reckoned from hedged ones that it is', () => {
    const mean = computed(
      'average',
      { printed: '近300人次', value: 300, unit: '人次', bound: 'under' },
      { value: 10, unit: '期' },
    );
    expect(reasonText({ kind: 'bound' }, mean, value(LIN, { printed: '30余人' }))).toBe(
      '约数之间分不出大小：某县算得不足30人次/期，邻县写作“30余人”',
    );
  });

  test('has a name, each its own', () => {
    expect(Object.keys(REASON_WORDS)).toEqual([...REASONS]);
    expect(new Set(Object.values(REASON_WORDS)).size).toBe(REASONS.length);
    expect(Object.values(VERDICT_WORDS)).toEqual(['可以直接比', '换算后可以比', '不能比']);
    expect(Object.values(OPERATION_WORDS)).toEqual(['占比', '平均', '差', '和']);
  });

  test('stands with the others in one sentence with one stop', () => {
    const reasons: Reason[] = [{ kind: 'nature' }, { kind: 'definition', because: '所指不同。' }, { kind: 'scope' }];
    expect(reasonsText(reasons, value(MOU, { nature: 'plan' }), value(LIN, { scope: '机关' }))).toBe(
      '某县是计划，邻县是结果；所指不同；范围不同：某县是全县，邻县是“机关”。',
    );
  });
});

describe('a time', () => {
  test('is said as the source gives it, or that it gives none', () => {
    const of = (given: object) =>
      timeOf({ asOf: undefined, period: undefined, computed: undefined, inferred: false, ...given });
    expect(of({ asOf: '2018-10' })).toBe('2018年10月');
    expect(of({ period: { to: '2018' } })).toBe('截至2018年');
    expect(of({})).toBe('原文未注年份');
    expect(of({ computed: { operation: 'difference' } })).toBe('两个时间之间');
    expect(of({ computed: { operation: 'share' } })).toBe('原文未注年份');
  });

  test('that is only worked out is said to be, and so is that of a number reckoned from such; none is not', () => {
    expect(timeOf(value(MOU, GUESSED))).toBe('2018年（推定）');
    expect(timeOf(value(MOU))).toBe('2018年');
    expect(timeOf(value(MOU, { ...GUESSED, asOf: '2018-10' }))).toBe('2018年10月（推定）');
    expect(timeOf(value(MOU, { ...GUESSED, asOf: undefined, period: { to: '2018' } }))).toBe('截至2018年（推定）');
    expect(timeOf(value(MOU, { ...GUESSED, asOf: '2017' }))).toBe('2017年');
    expect(timeOf(value(MOU, { ...GUESSED, asOf: undefined }))).toBe('原文未注年份');
    expect(timeOf(computed('sum', {}, GUESSED))).toBe('2018年（推定）');
    expect(timeOf(computed('sum', {}, {}))).toBe('2018年');
    expect(timeOf(computed('difference', GUESSED, { asOf: '2015' }))).toBe('两个时间之间');
  });
});

describe('an amount', () => {
  const open = (min: number, max: number): Interval => ({ min, max, open: true });
  test.each<[string, Interval, string]>([
    ['one number', exactly(30), '30人/户'],
    ['a number of one digit, to two places', exactly(3.2986), '3.3人/户'],
    ['a number of two digits, to one place', exactly(25.557), '25.6人/户'],
    ['a number of three digits, whole', exactly(512.413), '512人/户'],
    ['a great number, whole', exactly(512413.79), '512414人/户'],
    ['a number below nought', exactly(-10.1), '-10.1人/户'],
    ['a stretch', { min: 3, max: 5, open: false }, '3至5人/户'],
    ['a stretch without its ends', open(52.0833, 54.1667), '52.1至54.2人/户之间'],
    ['no upper end', { min: 30, max: Number.POSITIVE_INFINITY, open: false }, '不少于30人/户'],
    ['less than', open(0, 6.5789), '不足6.58人/户'],
  ])('of %s', (_, interval, said) => {
    expect(amountText(interval, '人', ['household'])).toBe(said);
  });

  test('is reckoned by what it is reckoned by', () => {
    expect(perText(['person', 'month'])).toBe('每人每月');
    expect(amountText(exactly(3000), '元', ['person', 'month'])).toBe('3000元/人/月');
    expect(amountText(exactly(3000), '元', [])).toBe('3000元');
  });
});

describe('a formula', () => {
  test.each<[string, Value, string]>([
    [
      'of a share',
      computed('share', { printed: '74名', value: 74, unit: '名' }, { printed: '168名', value: 168, unit: '名' }),
      '74名 ÷ 168名 × 100 ≈ 44%',
    ],
    [
      'of a share that comes out even',
      computed('share', { printed: '30人', value: 30 }, { printed: '40人', value: 40 }),
      '30人 ÷ 40人 × 100 = 75%',
    ],
    [
      'of an average',
      computed('average', { printed: '10107人', value: 10107 }, { printed: '3064户', value: 3064, unit: '户' }),
      '10107人 ÷ 3064户 ≈ 3.3人/户',
    ],
    [
      'of an average that comes out even',
      computed('average', { printed: '60人', value: 60 }, { printed: '20户', value: 20, unit: '户' }),
      '60人 ÷ 20户 = 3人/户',
    ],
    [
      'of a hedged average',
      computed('average', { printed: '300多人', value: 300, bound: 'over' }, { printed: '4户', value: 4, unit: '户' }),
      '300多人 ÷ 4户 = 75至100人/户之间',
    ],
    [
      'of a difference',
      computed('difference', { printed: '8.6%', value: 8.6, unit: '%' }, { printed: '18.7%', value: 18.7, unit: '%' }),
      '8.6% − 18.7% = -10.1个百分点',
    ],
    [
      'of a sum',
      computed(
        'sum',
        { printed: '570人', value: 570 },
        { printed: '2178名', value: 2178, unit: '名' },
        { printed: '2人', value: 2 },
      ),
      '570人 + 2178名 + 2人 = 2750人',
    ],
    [
      'of what cannot be reckoned',
      computed('sum', { printed: '数十人', value: null, bound: 'vague' }, { printed: '30人' }),
      '数十人 + 30人 算不出',
    ],
  ])('%s', (_, one, said) => {
    expect(formulaText(one)).toBe(said);
  });

  test('is none of a number that is printed', () => {
    expect(formulaText(value(MOU))).toBeUndefined();
  });

  test('has the sign of rounding only where a number had to be rounded', () => {
    const { indicators, counties } = currentAtlas();
    let [even, rounded] = [0, 0];
    for (const one of indicators.flatMap((indicator) => valuesOf(indicator, counties))) {
      const text = formulaText(one);
      if (!text || !one.interval) continue;
      const shown = [...text.slice(text.search(/[≈=]/)).matchAll(/-?\d+(?:\.\d+)?/g)].map(([number]) => Number(number));
      const ends = [one.interval.min, one.interval.max].filter((end) => shown.length > 1 || end !== 0);
      const exact = ends.every((end) => !Number.isFinite(end) || shown.some((number) => Math.abs(number - end) < 1e-7));
      expect(text.includes('='), text).toBe(exact);
      if (exact) even++;
      else rounded++;
    }
    expect(even).toBeGreaterThan(1);
    expect(rounded).toBeGreaterThan(1);
  });
});

describe('a conversion', () => {
  const verdictOf = (a: Given, b: Given, unit: Value['unit'] = '元') => ({
    verdict: verdictOn({ unit, unlike: [] }, value(MOU, a), value(LIN, b)),
    a: value(MOU, a),
    b: value(LIN, b),
  });
  const said = (a: Given, b: Given, unit?: Value['unit']) => {
    const { verdict, a: x, b: y } = verdictOf(a, b, unit);
    return verdictText(verdict, x, y);
  };
  const PAY: Given = { unit: '元', per: ['person', 'year'], nature: 'standard', printed: '36000元', value: 36000 };

  test('from the month to the year says by what it is multiplied', () => {
    expect(said(PAY, { ...PAY, per: ['person', 'month'], printed: '3053元/月', value: 3053 })).toBe(
      '邻县：3053元/月 × 12 = 36636元/人/年。',
    );
  });

  test('of a hedged number keeps the hedge', () => {
    expect(said(PAY, { ...PAY, per: ['person', 'month'], printed: '2500余元', value: 2500, bound: 'over' })).toBe(
      '邻县：2500余元 × 12 = 30000至31200元/人/年之间。',
    );
  });

  test('is none where the number stands as it is', () => {
    const one = value(MOU);
    expect(
      conversionText({
        value: one,
        interval: intervalOf({ value: 30, bound: 'exact' }) ?? exactly(0),
        unit: '人',
        per: [],
        factor: 1,
      }),
    ).toBeUndefined();
  });

  test('of what needs none is one sentence', () => {
    expect(said({ measure: 'stock' }, { measure: 'stock', value: 40, printed: '40人' }, '人')).toBe(
      '单位、范围、时间和性质都相同。',
    );
  });
});

describe('the words on the pairs of the real content', () => {
  const { indicators, counties } = currentAtlas();
  const pairs = indicators.flatMap((indicator) => verdictsOf(indicator, valuesOf(indicator, counties)));

  test('are whole sentences, none empty, with one stop at the end', () => {
    expect(pairs.length).toBeGreaterThan(50);
    for (const { a, b, verdict } of pairs) {
      const text = verdictText(verdict, a, b);
      expect(text).toMatch(/\p{Script=Han}.*。$/su);
      expect(text, `${a.name} ${b.name}`).not.toMatch(/。；|；；|；。|。。|undefined|NaN|Infinity|“”|““|””|\{|\}/);
    }
  });

  test('name both counties in every reason but those of the record', () => {
    for (const { a, b, verdict } of pairs) {
      if (verdict.kind !== 'unlike') continue;
      for (const reason of verdict.reasons) {
        const text = reasonText(reason, a, b);
        expect(text).toMatch(/\S/);
        if (reason.kind === 'definition') continue;
        expect(text).toContain(a.county.name);
        expect(text).toContain(b.county.name);
      }
    }
  });

  test('say of two numbers that differ in a field what sets them apart, not the same of both', () => {
    for (const { a, b, verdict } of pairs) {
      if (verdict.kind !== 'unlike') continue;
      for (const reason of verdict.reasons) {
        if (!['unit', 'visits', 'per', 'scope', 'nature', 'stage'].includes(reason.kind)) continue;
        const [x, y] = reasonText(reason, a, b)
          .replace(/^[^：]*：/, '')
          .split(`，${b.county.name}`);
        expect(x?.replace(a.county.name, ''), `${a.name} ${b.name} ${reason.kind}`).not.toBe(y);
      }
    }
  });
});

describe('an amount with an end at nought or below', () => {
  test.each([
    [{ min: 0, max: 30, open: false }, '至多30人'],
    [{ min: 0, max: 30, open: true }, '不足30人'],
    [{ min: -5, max: 3, open: false }, '-5至3人'],
    [{ min: 0.0123456, max: 0.0123456, open: false }, '0.0123人'],
  ])('of %o is %s', (interval, text) => {
    expect(amountText(interval, '人', [])).toBe(text);
  });
});

test('the sentence on hedges says of no value without one that it has one', () => {
  const { indicators: all, counties: own } = currentAtlas();
  const wrong = all
    .flatMap((indicator) => verdictsOf(indicator, valuesOf(indicator, own)))
    .flatMap(({ a, b, verdict }) =>
      verdict.kind === 'unlike' ? verdict.reasons.map((reason) => reasonText(reason, a, b)) : [],
    )
    .filter((text) => text.includes('由约数算出'));
  expect(wrong).toEqual([]);
});

test('a factor that is rounded is said to be', () => {
  const value = (id: string, given: object) =>
    printedValue({
      ...{ county: { id, name: id }, ref: `${id}/x`, bound: 'exact', per: [], nature: 'result', measure: 'flow' },
      ...{ asOf: '2018', indicators: [], source: { date: '2019' } },
      ...given,
    } as unknown as FigureRecord);
  const [a, b] = [
    value('甲县', { unit: '亩', value: 30, printed: '30亩' }),
    value('乙县', { unit: '公顷', value: 2, printed: '2公顷' }),
  ];
  const verdict = verdictOn({ unit: '公顷', unlike: [] }, a, b);
  expect(verdictText(verdict, a, b)).toBe('甲县：30亩 × 0.0667 ≈ 2公顷。');
});
