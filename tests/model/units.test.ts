import { describe, expect, test } from 'vitest';
import {
  COUNTED,
  countedBy,
  isUnit,
  MEASURE_WORDS,
  measureWordAt,
  UNIT_NAMES,
  UNITS,
  unitOf,
} from '../../src/model/units.ts';

const all = UNIT_NAMES.map((name) => UNITS[name]);

describe('the table of units', () => {
  test.each(all)('$name begins with its measure word $measure', ({ name, measure }) => {
    expect(name.startsWith(measure)).toBe(true);
  });

  test('a unit whose name goes on behind the measure word lists the nouns that a source may print', () => {
    expect(all.filter(({ name, measure, nouns }) => (name !== measure) !== nouns.length > 0)).toEqual([]);
  });

  test('no measure word or spelling without a noun stands for two units', () => {
    const words = all.flatMap((unit) => (unit.nouns.length > 0 ? [] : [unit.measure, ...unit.spellings]));
    expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([]);
  });

  test('no noun stands for two units with the same measure word', () => {
    const pairs = all.flatMap((unit) => unit.nouns.map((noun) => `${unit.measure} ${noun}`));
    expect(pairs.filter((pair, index) => pairs.indexOf(pair) !== index)).toEqual([]);
  });

  test('every kind of thing is counted by some unit', () => {
    expect(COUNTED.filter((kind) => !all.some(({ counts }) => counts === kind))).toEqual([]);
  });

  test('every size is a positive number or unknown', () => {
    expect(all.filter(({ size }) => size !== null && !(size > 0))).toEqual([]);
  });

  test('scales are no part of a unit', () => {
    expect(all.filter(({ name }) => /[万亿]/.test(name))).toEqual([]);
  });

  test('what looks alike and must never be compared is counted apart', () => {
    expect(countedBy('人')).toBe('people');
    expect(countedBy('人次')).toBe('attendances');
    expect(countedBy('%')).toBe('ratio');
    expect(countedBy('个百分点')).toBe('points');
    expect(countedBy('个村')).toBe('villages');
    expect(countedBy('个村社区')).toBe('villages-and-communities');
    expect(countedBy('场次')).toBe('events');
    expect(countedBy('台次')).toBe('dispatches');
    expect(countedBy('户')).toBe('households');
    expect(countedBy('户企业')).toBe('organisations');
  });
});

describe('looking up a unit', () => {
  test('only names of the table are units, not scaled ones, spellings or properties of objects', () => {
    expect(['人', '个村', '%'].every(isUnit)).toBe(true);
    expect(['万元', '大类', '', 'constructor', '__proto__', 'toString'].some(isUnit)).toBe(false);
  });

  test('an unknown name has no unit', () => {
    expect(unitOf('元')).toEqual({
      name: '元',
      counts: 'money',
      measure: '元',
      nouns: [],
      spellings: ['圆', '块钱', '元钱', '元人民币'],
      size: 1,
    });
    expect(unitOf('万元')).toBeNull();
  });
});

describe('measure words', () => {
  test('stand once each, the longest first', () => {
    expect(new Set(MEASURE_WORDS).size).toBe(MEASURE_WORDS.length);
    const lengths = MEASURE_WORDS.map((word) => word.length);
    expect(lengths).toEqual([...lengths].sort((a, b) => b - a));
  });

  test.each([
    ['人次', '人次'],
    ['个百分点', '个百分点'],
    ['个月', '个月'],
    ['个村', '个'],
    ['场次', '场次'],
    ['分钟', '分钟'],
    ['大类情形', '大类'],
    ['平方公里', '平方公里'],
    ['桌', null],
    ['', null],
  ])('%j begins with %j', (text, word) => {
    expect(measureWordAt(text)).toBe(word);
  });
});
