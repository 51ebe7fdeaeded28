import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MEASURE_WORDS } from '../../src/model/units.ts';
import { numbersIn } from '../../src/verify/numbers.ts';

const found = (text: string) => numbersIn(text).map((number) => number.text);

describe('a run of Arabic digits is a number', () => {
  test.each([
    ['共12个', ['12']],
    ['投入1.26亿元', ['1.26亿']],
    ['共１２３户', ['１２３']],
    ['共1,234,567元', ['1,234,567']],
    ['2016,2017,2018三年', ['2016', '2017', '2018', '三']],
    ['2018年6月3日', ['2018', '6', '3']],
    ['50—80万元', ['50', '80万']],
    ['“3+5+5”', ['3', '5', '5']],
    ['5G电台', ['5']],
    ['增长18.6%、3.4个百分点', ['18.6', '3.4']],
    ['3200元/月', ['3200']],
  ])('%s', (text, numbers) => {
    expect(found(text)).toEqual(numbers);
  });
});

describe('a run of Chinese numerals is a number before a measure word only', () => {
  test.each([
    ['三个村', ['三']],
    ['二十三户', ['二十三']],
    ['〇个', ['〇']],
    ['两名党员', ['两']],
    ['半年', ['半']],
    ['数十人', ['数十']],
    ['几件事', ['几']],
    ['十几位村民', ['十几']],
    ['十余名', ['十']],
    ['二十多户', ['二十']],
    ['三公里', ['三']],
    ['一书记', []],
    ['统一思想', []],
    ['三会', []],
    ['百姓', []],
  ])('%s', (text, numbers) => {
    expect(found(text)).toEqual(numbers);
  });
});

test('a number says where it stands', () => {
  expect(numbersIn('办班12期、三场')).toEqual([
    { text: '12', from: 2, to: 4 },
    { text: '三', from: 6, to: 7 },
  ]);
});

const anyText = fc.string({
  unit: fc.constantFrom(...'0123456789０９.,，万亿十百千〇一二两半数几个人次户元月年、。的'),
  maxLength: 30,
});

test('every Arabic and full-width digit stands in just one number', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const numbers = numbersIn(text);
      for (const { index } of text.matchAll(/[0-9０-９]/g)) {
        expect(numbers.filter(({ from, to }) => from <= index && index < to)).toHaveLength(1);
      }
    }),
  );
});

test('numbers stand in order, do not overlap, and are the text at their offsets', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      let end = 0;
      for (const number of numbersIn(text)) {
        expect(number.from).toBeGreaterThanOrEqual(end);
        expect(text.slice(number.from, number.to)).toBe(number.text);
        end = number.to;
      }
    }),
  );
});

test('a run of Chinese numerals is a number before every measure word', () => {
  const numeral = fc.string({
    unit: fc.constantFrom(...'〇一二三四五六七八九十百两半数几'),
    minLength: 1,
    maxLength: 5,
  });
  const word = fc.constantFrom(
    ...MEASURE_WORDS.filter((one) => !/^[0-9〇零一二三四五六七八九十百千万亿两半数几]/.test(one)),
  );
  fc.assert(
    fc.property(numeral, word, (number, measure) => {
      expect(found(`共${number}${measure}`)[0]).toBe(number);
    }),
  );
});
