import { describe, expect, test } from 'vitest';
import { stemsOf } from '../../src/search/english.ts';

describe('the stems of an English text', () => {
  test.each([
    ['village', 'Villages'],
    ['training', 'trained'],
    ['secretary', 'secretaries'],
    ['appraise', 'appraising'],
    ['visit', 'visits'],
  ])('are one for %s and %s', (one, other) => {
    expect(stemsOf(one)).toEqual(stemsOf(other));
    expect(stemsOf(one).length).toBe(1);
  });

  test('are those of the words that mean something, each once and in order', () => {
    expect(stemsOf('Who is the secretary of the village, and how are secretaries paid?')).toEqual(
      stemsOf('secretary village paid'),
    );
  });

  test('keep numbers, and take hyphens and apostrophes for blanks', () => {
    expect(stemsOf('2018')).toEqual(['2018']);
    expect(stemsOf('village-party')).toEqual(stemsOf('village party'));
  });

  test('are without possessives and accents', () => {
    expect(stemsOf('the village’s secretary')).toEqual(stemsOf('village secretary'));
    expect(stemsOf("secretary's pay")).toEqual(stemsOf('secretary pay'));
    expect(stemsOf('secretaries’ pay')).toEqual(stemsOf('secretary pay'));
    expect(stemsOf('café')).toEqual(stemsOf('cafe'));
  });

  test('leave out the words that only make a question', () => {
    expect(stemsOf('what pay should village secretaries have')).toEqual(stemsOf('pay village secretary'));
  });

  test('are none of a text without Latin words, or with none that means something', () => {
    expect(stemsOf('党建')).toEqual([]);
    expect(stemsOf('What is this? It is the …')).toEqual([]);
    expect(stemsOf('how and where')).toEqual([]);
    expect(stemsOf('')).toEqual([]);
  });

  test('keep different words apart', () => {
    expect(stemsOf('branch brand')).toHaveLength(2);
    expect(stemsOf('party')).not.toEqual(stemsOf('part'));
  });
});
