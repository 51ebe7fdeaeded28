import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { squareSides } from '../../src/compare/squares.ts';

describe('the squares of counts', () => {
  test('have areas as their counts, the greatest filling its room', () => {
    const side = squareSides([1, 4, 16], 26);
    expect([16, 4, 1].map(side)).toEqual([26, 13, 6.5]);
  });

  test('are as large as their counts for any counts, to a tenth of a pixel', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 1 }),
        fc.integer({ min: 10, max: 60 }),
        (counts, room) => {
          const side = squareSides(counts, room);
          const most = Math.max(...counts);
          for (const count of counts) {
            expect(Math.abs(side(count) - room * Math.sqrt(count / most))).toBeLessThanOrEqual(0.0501);
            expect(side(count)).toBeLessThanOrEqual(room);
          }
        },
      ),
    );
  });

  test('are none for nothing, also where nothing is counted', () => {
    expect(squareSides([3], 26)(0)).toBe(0);
    expect(squareSides([], 26)(0)).toBe(0);
    expect(squareSides([0], 26)(0)).toBe(0);
  });
});
