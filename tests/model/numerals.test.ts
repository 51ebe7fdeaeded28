import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decimalText, foldWidth, readNumeral, writeChinese } from '../../src/model/numerals.ts';

const integers = fc.oneof(fc.nat(), fc.nat(20_000), fc.maxSafeNat());
const decimals = fc.tuple(fc.nat(9_999_999), fc.integer({ min: 1, max: 99 })).map(([a, b]) => Number(`${a}.${b}`));

describe('reading a numeral', () => {
  test.each([
    ['0', 0],
    ['12', 12],
    ['１２', 12],
    ['0.5', 0.5],
    ['18.7', 18.7],
    ['１８．７', 18.7],
    ['12,345', 12_345],
    ['1,234,567', 1_234_567],
    ['12，345', 12_345],
    ['1.6万', 16_000],
    ['1.25万', 12_500],
    ['5.3万', 53_000],
    ['3千', 3000],
    ['5百万', 5_000_000],
    ['212.49亿', 21_249_000_000],
    ['2.11亿', 211_000_000],
    ['1.5万亿', 1_500_000_000_000],
    ['956.3万', 9_563_000],
    ['0.07万', 700],
    ['1.005万', 10_050],
    ['3万5千', 35_000],
    ['1亿2000万', 120_000_000],
    ['1亿500万', 105_000_000],
    ['〇', 0],
    ['零', 0],
    ['一', 1],
    ['两', 2],
    ['十', 10],
    ['十二', 12],
    ['二十', 20],
    ['九十九', 99],
    ['百', 100],
    ['万', 10_000],
    ['百万', 1_000_000],
    ['十万', 100_000],
    ['万亿', 1_000_000_000_000],
    ['一百零五', 105],
    ['一百二十', 120],
    ['三百五', 350],
    ['两千三', 2300],
    ['一万五', 15_000],
    ['一千零五十', 1050],
    ['十万零一十', 100_010],
    ['一亿零三万', 100_030_000],
    ['三千五百', 3500],
    ['二〇一八', 2018],
    ['二零', 20],
    ['一九四九', 1949],
    ['三点五', 3.5],
    ['零点五', 0.5],
    ['十二点五万', 125_000],
    ['半', 0.5],
    ['贰佰', 200],
  ])('%s is %d', (text, value) => {
    expect(readNumeral(text)).toBe(value);
  });

  test.each([
    '',
    ' ',
    '-5',
    '+5',
    '1 234',
    '12,34',
    '1,2345',
    ',123',
    '1.',
    '.5',
    '1.2.3',
    '1e3',
    '007',
    '①',
    'NaN',
    'Infinity',
    '人',
    '12人',
    '三五',
    '七八',
    '一二三',
    '百十',
    '一百十',
    '百二十',
    '千百',
    '十十',
    '一百百',
    '万万',
    '亿亿',
    '亿万',
    '一亿五千',
    '一万五百',
    '一百零五十',
    '一百零',
    '零五',
    '零零',
    '3万5',
    '1.6万5千',
    '十二百',
    '一半',
    '半百',
    '三点',
    '点五',
    '9007199254740993',
    '一万亿亿',
    '几',
    '数十',
  ])('%j is no numeral, or could be two', (text) => {
    expect(readNumeral(text)).toBeNull();
  });

  test('what is written in digits reads back, in either width', () => {
    fc.assert(
      fc.property(fc.oneof(integers, decimals), (value) => {
        const text = decimalText(value) ?? '';
        const wide = text.replace(/[\d.]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));
        expect(readNumeral(text)).toBe(value);
        expect(readNumeral(wide)).toBe(value);
      }),
    );
  });

  test('separators between groups of three change nothing', () => {
    fc.assert(
      fc.property(integers, (value) => {
        expect(readNumeral(value.toLocaleString('en-US'))).toBe(value);
      }),
    );
  });

  test('a scale moves the decimal point and nothing else', () => {
    fc.assert(
      fc.property(fc.nat(99_999_999), (value) => {
        expect(readNumeral(`${decimalText(value, 4)}万`)).toBe(value);
        expect(readNumeral(`${decimalText(value, 8)}亿`)).toBe(value);
      }),
    );
  });

  test('junk gives a number or null and never throws', () => {
    const alphabet = [...'0123456789,.，．零〇一二两三九十百千万亿点半几数人１９-+ '];
    const junk = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom(...alphabet) }));
    fc.assert(
      fc.property(junk, (text) => {
        const value = readNumeral(text);
        expect(value === null || (value >= 0 && value <= Number.MAX_SAFE_INTEGER)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('writing Chinese numerals', () => {
  test.each([
    [0, '零'],
    [2, '二'],
    [10, '十'],
    [12, '十二'],
    [20, '二十'],
    [105, '一百零五'],
    [110, '一百一十'],
    [1050, '一千零五十'],
    [10_107, '一万零一百零七'],
    [100_010, '十万零一十'],
    [16_000, '一万六千'],
    [21_249_000_000, '二百一十二亿四千九百万'],
    [18.7, '十八点七'],
    [0.5, '零点五'],
  ])('%d is %s', (value, text) => {
    expect(writeChinese(value)).toBe(text);
  });

  test('what is written reads back', () => {
    fc.assert(
      fc.property(fc.oneof(integers, decimals), (value) => {
        expect(readNumeral(writeChinese(value) ?? '')).toBe(value);
      }),
      { numRuns: 2000 },
    );
  });

  test('every number up to twenty thousand reads back', () => {
    for (let value = 0; value <= 20_000; value += 1) expect(readNumeral(writeChinese(value) ?? '')).toBe(value);
  });

  test.each([-1, NaN, Infinity, 2 ** 53, 1e21, 1e-7])('%d has no Chinese numeral here', (value) => {
    expect(writeChinese(value)).toBeNull();
    expect(decimalText(value)).toBeNull();
  });
});

test('folding width leaves Chinese punctuation and circled digits alone', () => {
  expect(foldWidth('１２，３％（村）　\u200B①。“”')).toBe('12,3%(村) ①。“”');
});
