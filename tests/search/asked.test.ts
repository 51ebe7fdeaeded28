import { describe, expect, test } from 'vitest';
import { BOX_AT_MOST, fitting, queryAt } from '../../src/search/asked.ts';

describe('the query of an address', () => {
  test.each([
    ['', ''],
    ['?q=', ''],
    ['?q=%20%E3%80%80%0A', ''],
    ['?counties=dongan', ''],
    ['?q=%E4%BA%94%E5%8C%96&q=x', '五化'],
    ['?q=+五化+', ' 五化 '],
    ['?q=%zz', '%zz'],
  ])('“%s” is “%s”', (search, query) => {
    expect(queryAt(search)).toBe(query);
  });

  test('is looked up as far as a question goes', () => {
    expect(queryAt(`?q=${'村'.repeat(100_000)}`)).toBe('村'.repeat(2_000));
    expect(queryAt(`?q=${'+'.repeat(2_000)}村`)).toBe('');
  });
});

describe('what fits into a box', () => {
  test('is all of what anybody asks, and the beginning of what is longer', () => {
    expect(fitting('')).toBe('');
    expect(fitting('村'.repeat(BOX_AT_MOST))).toBe('村'.repeat(BOX_AT_MOST));
    expect(fitting('村'.repeat(BOX_AT_MOST + 1))).toBe('村'.repeat(BOX_AT_MOST));
  });

  test('ends in a whole letter', () => {
    expect(fitting(`${'a'.repeat(BOX_AT_MOST - 1)}𠮷`)).toBe('a'.repeat(BOX_AT_MOST - 1));
    expect(fitting(`${'a'.repeat(BOX_AT_MOST - 2)}𠮷b`)).toBe(`${'a'.repeat(BOX_AT_MOST - 2)}𠮷`);
  });

  test('is no longer in an address than hosts take', () => {
    expect(encodeURIComponent(fitting('村'.repeat(BOX_AT_MOST + 1))).length).toBeLessThan(4_000);
  });
});
