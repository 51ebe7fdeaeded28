import { array, assert, constantFrom, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { locatorSchema, paragraphsOf } from '../../src/model/locator.ts';

describe('the paragraphs of a text', () => {
  test.each([
    ['each line one', '甲\n乙\n丙', ['甲', '乙', '丙']],
    ['empty lines none', '甲\n\n\n乙\n', ['甲', '乙']],
    ['lines of blanks none', '甲\n  \t\n\u3000\u3000\n乙', ['甲', '乙']],
    ['the line ends of Windows', '甲\r\n\r\n乙\r\n', ['甲', '乙']],
    ['without the blanks around them', '\u3000\u3000甲 乙 \n', ['甲 乙']],
    ['without a byte order mark', '\uFEFF甲\n', ['甲']],
    ['none of an empty text', '', []],
  ])('are counted: %s', (_, text, paragraphs) => {
    expect(paragraphsOf(text)).toEqual(paragraphs);
  });

  test('are never empty, and the same when they are joined and cut again', () => {
    assert(
      property(array(constantFrom('甲', ' ', '\n', '\r\n', '\t', '\u3000', 'a')), (signs) => {
        const paragraphs = paragraphsOf(signs.join(''));
        expect(paragraphs).not.toContain('');
        expect(paragraphsOf(paragraphs.join('\n'))).toEqual(paragraphs);
      }),
    );
  });
});

describe('a locator', () => {
  test.each([
    [14, [14]],
    [[14], [14]],
    [
      [1, 2, 9],
      [1, 2, 9],
    ],
  ])('%j is the list %j', (at, list) => {
    expect(locatorSchema.parse(at)).toEqual(list);
  });

  test.each([0, -1, 1.5, '14', [], [2, 1], [1, 1], [0, 1], null])('%j is none', (at) => {
    expect(locatorSchema.safeParse(at).success).toBe(false);
  });
});
