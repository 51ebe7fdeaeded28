import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { combineBounds } from '../../src/model/hedges.ts';
import {
  agree,
  BOUNDS,
  formatPrinted,
  isUnread,
  PERS,
  type Reading,
  readPrinted,
  STYLES,
  unitMatches,
  type Value,
} from '../../src/model/printed.ts';
import { UNIT_NAMES, UNITS } from '../../src/model/units.ts';
import { type Case, ELSEWHERE, PRINTED, REFUSED } from './printed-cases.ts';

const reports = Object.entries(PRINTED);

function itReads(cases: readonly Case[]): void {
  test.each(cases.map((row) => ({ printed: row[0], row })))('$printed', ({ row }) => {
    const [printed, value, bound, unit, typed, per = []] = row;
    expect(readPrinted(printed)).toEqual({ value, bound, unit, per });
    expect(agree(printed, { value, bound, unit: typed, per })).toEqual([]);
  });
}

describe.each(reports)('what the report of %s prints is read as it stands', (_county, cases) => itReads(cases));

describe('what other reports print is read too', () => itReads(ELSEWHERE));

test('the cases are at least 150 different forms, from every report', () => {
  const forms = new Set(reports.flatMap(([, cases]) => cases.map(([printed]) => printed)));
  expect(forms.size).toBeGreaterThanOrEqual(150);
  expect(reports.every(([, cases]) => cases.length > 20)).toBe(true);
});

describe('what is no quantity, or could be two, is refused with the reason', () => {
  test.each(REFUSED)('%j: %s', (text, reason) => {
    const result = readPrinted(text);
    expect(isUnread(result) && result.problem).toContain(reason);
  });

  test('the reason is a sentence with the cure', () => {
    expect(readPrinted('3064户10107人')).toEqual({
      problem: '“3064户10107人” 有不止一个数;请拆成几条数据,每条一个数。',
    });
  });
});

describe('hedges', () => {
  test.each([
    ['约', '', 'about'],
    ['大约', '', 'about'],
    ['', '左右', 'about'],
    ['', '上下', 'about'],
    ['逾', '', 'over'],
    ['超过', '', 'over'],
    ['超', '', 'over'],
    ['突破', '', 'over'],
    ['近', '', 'under'],
    ['不足', '', 'under'],
    ['', '以上', 'at-least'],
    ['不低于', '', 'at-least'],
    ['不少于', '', 'at-least'],
    ['至少', '', 'at-least'],
    ['', '以下', 'at-most'],
    ['', '以内', 'at-most'],
    ['不超过', '', 'at-most'],
    ['至多', '', 'at-most'],
    ['最多', '', 'at-most'],
  ])('%s…%s is %s', (before, after, bound) => {
    expect(readPrinted(`${before}30个${after}`)).toEqual({ value: 30, bound, unit: '个', per: [] });
  });

  test.each(['30余个', '30多个', '30个多'])('%s is over, wherever the word stands', (printed) => {
    expect(readPrinted(printed)).toMatchObject({ value: 30, bound: 'over', unit: '个' });
  });

  test('the order in which hedges stand does not matter', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...BOUNDS)), (bounds) => {
        expect(combineBounds([...bounds].reverse())).toBe(combineBounds(bounds));
      }),
    );
  });
});

describe('a unit as read', () => {
  test.each([
    ['个省级贫困村', '个村', true],
    ['个省级贫困村', '个', true],
    ['个省级贫困村', '个乡镇', false],
    ['个', '个村', true],
    ['个自然村', '个村', false],
    ['个自然村', '个自然村', true],
    ['个村(社区)', '个村', false],
    ['个村（社区）', '个村社区', true],
    ['个村党组织', '个村', false],
    ['个村党组织', '个党组织', true],
    ['个党支部书记', '个党支部', false],
    ['人次', '人', false],
    ['人', '人次', false],
    ['人次', '人次', true],
    ['场次', '场', false],
    ['期次', '期', false],
    ['个百分点', '个', false],
    ['百分点', '个百分点', true],
    ['%', '个百分点', false],
    ['％', '%', true],
    ['大类', '类', true],
    ['小类', '类', true],
    ['大类', '项', false],
    ['个月', '个', false],
    ['分钟', '分', false],
    ['名党员', '名', true],
    ['名党员', '人', false],
    ['户贫困户', '户', true],
    ['家企业', '家', true],
    ['家县直单位', '家企业', false],
    ['千米', '公里', true],
    ['米', '公里', false],
    ['', '个', false],
    ['桌', '个', false],
    ['个', '万元', false],
    ['个', 'constructor', false],
  ])('%j as %s: %s', (read, unit, expected) => {
    expect(unitMatches(read, unit)).toBe(expected);
  });

  test.each(UNIT_NAMES)('%s matches itself, in every spelling and with every noun', (name) => {
    const { measure, spellings, nouns } = UNITS[name];
    for (const word of [measure, ...spellings]) expect(unitMatches(word, name)).toBe(true);
    for (const noun of nouns) expect(unitMatches(measure + noun, name)).toBe(true);
  });
});

describe('agreement of what is typed with what is printed', () => {
  test('every field that differs is reported with both readings', () => {
    expect(agree('1.6万余户', { value: 1600, unit: '个', bound: 'under' })).toEqual([
      { field: 'value', printedReading: '16000', typedReading: '1600' },
      { field: 'bound', printedReading: '超过(over)', typedReading: '不足(under)' },
      { field: 'unit', printedReading: '户', typedReading: '个' },
    ]);
  });

  test('a bound that is not typed is exact', () => {
    expect(agree('30个', { value: 30, unit: '个' })).toEqual([]);
    expect(agree('近30个', { value: 30, unit: '个' })).toEqual([
      { field: 'bound', printedReading: '不足(under)', typedReading: '确数(exact)' },
    ]);
  });

  test('a printed per must be typed; a typed one need not be printed', () => {
    expect(agree('3053元/月', { value: 3053, unit: '元', per: ['person', 'month'] })).toEqual([]);
    expect(agree('3053元', { value: 3053, unit: '元', per: ['month'] })).toEqual([]);
    expect(agree('3053元/月', { value: 3053, unit: '元', per: ['person'] })).toEqual([
      { field: 'per', printedReading: '每月(month)', typedReading: '每人(person)' },
    ]);
    expect(agree('3053元/月', { value: 3053, unit: '元' })).toEqual([
      { field: 'per', printedReading: '每月(month)', typedReading: '没有写' },
    ]);
  });

  test('ranges and missing numbers are compared as such', () => {
    expect(agree('50-80万元', { value: { min: 500_000, max: 800_000 }, unit: '元' })).toEqual([]);
    expect(agree('50-80万元', { value: { min: 50, max: 800_000 }, unit: '元' })).toEqual([
      { field: 'value', printedReading: '500000 至 800000', typedReading: '50 至 800000' },
    ]);
    expect(agree('数十名', { value: 30, unit: '名', bound: 'vague' })).toEqual([
      { field: 'value', printedReading: '没有确数(null)', typedReading: '30' },
    ]);
  });

  test('a missing and an unknown unit are reported', () => {
    expect(agree('30', { value: 30, unit: '个' })).toEqual([
      { field: 'unit', printedReading: '没有单位', typedReading: '个' },
    ]);
    expect(agree('3万元', { value: 30_000, unit: '万元' })).toEqual([
      { field: 'unit', printedReading: '元', typedReading: '万元' },
    ]);
  });

  test('a text that cannot be read is the one thing reported', () => {
    expect(agree('第一批', { value: 1, unit: '批' })).toEqual([
      { field: 'printed', printedReading: expect.stringContaining('是次序'), typedReading: '第一批' },
    ]);
  });
});

const integers = fc.oneof(fc.nat(30_000), fc.nat(), fc.maxSafeNat());
const decimals = fc.tuple(fc.nat(999_999), fc.integer({ min: 1, max: 99 })).map(([a, b]) => Number(`${a}.${b}`));
const numbers = fc.oneof(integers, decimals);
const ranges = fc
  .tuple(numbers, numbers)
  .filter(([a, b]) => a !== b)
  .map(([a, b]) => ({ min: Math.min(a, b), max: Math.max(a, b) }));
const units = fc.constantFrom(
  ...Object.values(UNITS).flatMap(({ measure, spellings, nouns }) => [
    measure,
    ...spellings,
    ...nouns.map((noun) => measure + noun),
  ]),
);
const pers = fc.uniqueArray(fc.constantFrom(...PERS), { maxLength: 2 });
const said = (bound: Reading['bound'], value: Value): Value | null => (bound === 'vague' ? null : value);

describe('what is written reads back', () => {
  for (const bound of BOUNDS) {
    test.each(STYLES)(`${bound}, %s`, (style) => {
      fc.assert(
        fc.property(fc.oneof(numbers, ranges), units, pers, (value, unit, per) => {
          const reading: Reading = { value: said(bound, value), bound, unit, per };
          const text = formatPrinted(reading, style);
          expect(text).not.toBeNull();
          expect(readPrinted(text ?? '')).toEqual(reading);
        }),
        { numRuns: 300 },
      );
    });
  }

  test.each([
    ['arabic', '超过16000户'],
    ['scaled', '超过1.6万户'],
    ['full-width', '超过１６０００户'],
    ['chinese', '超过一万六千户'],
  ] as const)('in the style %s: %s', (style, text) => {
    expect(formatPrinted({ value: 16_000, bound: 'over', unit: '户', per: [] }, style)).toBe(text);
  });

  test('Chinese per cent, ranges and pers', () => {
    expect(formatPrinted({ value: 20, bound: 'at-least', unit: '%', per: [] }, 'chinese')).toBe('不低于百分之二十');
    const range: Reading = {
      value: { min: 50_000, max: 100_000 },
      bound: 'exact',
      unit: '元',
      per: ['person', 'year'],
    };
    expect(formatPrinted(range, 'scaled')).toBe('5万至10万元/人/年');
  });

  test('a style that would read otherwise gives way to plain digits', () => {
    const reading: Reading = { value: { min: 3, max: 500 }, bound: 'exact', unit: '个', per: [] };
    expect(formatPrinted(reading, 'chinese')).toBe('3至500个');
  });

  test.each<Reading>([
    { value: -1, bound: 'exact', unit: '个', per: [] },
    { value: NaN, bound: 'exact', unit: '个', per: [] },
    { value: { min: 5, max: 5 }, bound: 'exact', unit: '个', per: [] },
    { value: null, bound: 'exact', unit: '个', per: [] },
    { value: 5, bound: 'vague', unit: '个', per: [] },
    { value: 5, bound: 'exact', unit: '户90人', per: [] },
  ])('what no text can say is null: %j', (reading) => {
    expect(STYLES.map((style) => formatPrinted(reading, style))).toEqual([null, null, null, null]);
  });
});

test('junk is read or refused, and never throws', () => {
  const pieces = [
    ...'0123456789０９，．,.%％-—~～至到第每/均()（）半点',
    ...'零一二两三十百千万亿几数余多来近约逾超上',
    '以上',
    '以下',
    '左右',
    '不低于',
    '百分之',
    '个',
    '人次',
    '元',
    '月',
    '年',
    '村',
    '户',
    ' ',
    '\n',
    '\u200B',
  ];
  const junk = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom(...pieces) }));
  fc.assert(
    fc.property(junk, (text) => {
      const result = readPrinted(text);
      if (isUnread(result)) expect(result.problem).not.toBe('');
      else expect(result.value === null).toBe(result.bound === 'vague');
      expect(() => agree(text, { value: 1, unit: text })).not.toThrow();
    }),
    { numRuns: 5000 },
  );
});
