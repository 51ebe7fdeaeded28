import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { similarityOf } from '../../src/compare/similarity.ts';

const TEXTS = ['村党组织书记的报酬', '村干部的报酬', '防汛救灾突击队', '村党组织书记的报酬', '产业合作社', 'ABC 123'];

describe('the similarity of texts', () => {
  const alike = similarityOf(TEXTS);

  test('is 1 for the same text and 0 for texts that share no pair of letters', () => {
    expect(alike(0, 3)).toBeCloseTo(1, 9);
    expect(alike(0, 0)).toBeCloseTo(1, 9);
    expect(alike(0, 4)).toBe(0);
  });

  test('is the greater the more two texts share', () => {
    expect(alike(0, 1)).toBeGreaterThan(alike(0, 2));
    expect(alike(0, 1)).toBeLessThan(1);
  });

  test('counts a rare pair for more than one that many texts have', () => {
    const texts = ['工作甲乙', '工作丙丁', '甲乙戊己', '工作庚辛', '工作壬癸', '无关的话'];
    const one = similarityOf(texts);
    expect(one(0, 2)).toBeGreaterThan(one(0, 1));
  });

  test('makes nothing of a pair that stands across a comma, or of what is no Chinese letter', () => {
    const one = similarityOf(['红旗，飘扬', '旗飘', '别的话', '2018年 party', '2019年 party']);
    expect(one(0, 1)).toBe(0);
    expect(one(3, 4)).toBe(0);
  });

  test('is 0 for a place that is not there', () => {
    expect(alike(0, 99)).toBe(0);
    expect(alike(-1, 0)).toBe(0);
  });

  test('is from 0 to 1, and the same both ways, for any texts', () => {
    const text = fc.array(fc.constantFrom(...'村党组织书记的报酬，工作'), { maxLength: 12 }).map((all) => all.join(''));
    fc.assert(
      fc.property(fc.array(text, { minLength: 2, maxLength: 6 }), (texts) => {
        const one = similarityOf(texts);
        for (const [a] of texts.entries()) {
          for (const [b] of texts.entries()) {
            expect(one(a, b)).toBeCloseTo(one(b, a), 12);
            expect(one(a, b)).toBeGreaterThanOrEqual(0);
            expect(one(a, b)).toBeLessThanOrEqual(1 + 1e-9);
          }
        }
      }),
    );
  });
});

test('the same text is wholly alike, also where all texts are it', () => {
  expect(similarityOf(['红旗飘', '红旗飘'])(0, 1)).toBeCloseTo(1);
});
