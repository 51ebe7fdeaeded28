import { describe, expect, test } from 'vitest';
import { type Claimant, claimsOf, occurrencesOf } from '../../src/verify/claims.ts';
import { sourceText } from '../../src/verify/source-text.ts';

const passagesOf = (text: string) => sourceText(new TextEncoder().encode(text)).passages;

/** For each figure the paragraph and the offset of each of its places. */
function places(text: string, ...figures: readonly Claimant[]): string[][] {
  return claimsOf(figures, passagesOf(text)).map((claims) =>
    claims.map(({ passage, from }) => `${passage.paragraphAt(from)}:${from}`),
  );
}

const figure = (printed: string, at: number | number[], clause?: string): Claimant => ({
  printed,
  at: typeof at === 'number' ? [at] : at,
  clause,
});

test('a figure is held by the place where it stands', () => {
  expect(places('培训17人。', figure('17人', 1))).toEqual([['1:2']]);
});

test('one place is one figure: the second finds none', () => {
  expect(places('培训17人。', figure('17人', 1), figure('17人', 1))).toEqual([['1:2'], []]);
});

test('two figures of the same print need two places', () => {
  expect(places('培训17人，表彰17人。', figure('17人', 1), figure('17人', 1))).toEqual([['1:2'], ['1:8']]);
});

test('a clause narrows the choice, in whatever order the figures stand', () => {
  const text = '培训17人，表彰17人。';
  expect(places(text, figure('17人', 1), figure('17人', 1, '培训17人'))).toEqual([['1:8'], ['1:2']]);
  expect(places(text, figure('17人', 1, '处分17人'))).toEqual([[]]);
});

test('a number stands in the paragraph that is named, and in no other', () => {
  expect(places('培训17人。\n表彰9人。', figure('17人', 2))).toEqual([[]]);
});

test('a figure in two paragraphs takes a place in each', () => {
  expect(places('有208个村。\n共208个村。', figure('208个', [1, 2]))).toEqual([['1:1', '2:1']]);
});

test('a number broken across two lines stands once and in either', () => {
  const text = '开了会。培训17\n00人。';
  expect(places(text, figure('1700人', [1, 2]))).toEqual([['1:6']]);
  expect(places(text, figure('1700人', 1))).toEqual([['1:6']]);
});

test('in a broken line a whole number belongs to its own half', () => {
  expect(places('培训17人。会上\n表彰9人。', figure('9人', 1), figure('9人', 2))).toEqual([[], ['2:10']]);
});

test('the longer print chooses first', () => {
  expect(places('约60个、60个', figure('60个', 1), figure('约60个', 1))).toEqual([['1:5'], ['1:0']]);
});

describe('a number is not found inside another', () => {
  test.each([
    ['17人', '培训17人次'],
    ['17人', '培训117人'],
    ['17人', '培训1,017人'],
    ['７人', '培训１７人'],
    ['5', '投入5亿元'],
    ['5万', '投入5万亿元'],
    ['5个', '提高5个百分点'],
    ['6%', '增长18.6%'],
    ['6户', '走访6户次'],
    ['三户', '二十三户'],
    ['百分之五', '百分之五十'],
    ['2次', '2次次'.replace('次次', '人次')],
  ])('%s in %s', (printed, text) => {
    expect(occurrencesOf(printed, text)).toEqual([]);
  });
});

describe('a number is found where it ends with its unit', () => {
  test.each([
    ['17人', '培训17人，'],
    ['5亿元', '投入5亿元'],
    ['208个', '208个行政村'],
    ['65个', '65个村(社区)'],
    ['3人', '党员,3人'],
  ])('%s in %s', (printed, text) => {
    expect(occurrencesOf(printed, text)).toHaveLength(1);
  });
});
