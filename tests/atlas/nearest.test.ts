import { assert, property, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editDistance, nearest } from '../../src/atlas/nearest.ts';

describe('nearest', () => {
  test.each([
    ['vag', ['exact', 'vague', 'about'], 'vague'],
    ['secretery-pay', ['pay-fund', 'secretary-pay'], 'secretary-pay'],
    ['figrues', ['figures', 'initiatives'], 'figures'],
    ['Reff', ['Ref', 'Term'], 'Ref'],
    ['secretary-pay', ['mou/secretary-pay', 'mou/pay-fund'], 'mou/secretary-pay'],
  ])('finds for %s among %j %s', (name, known, found) => {
    expect(nearest(name, known)).toBe(found);
  });

  test.each([
    ['population', ['name', 'seal', 'summary']],
    ['ab', ['xy', 'cd']],
    ['筐', ['人', '个']],
    ['x', []],
  ])('finds nothing for %s among %j', (name, known) => {
    expect(nearest(name, known)).toBeUndefined();
  });

  test('takes the first of several that are as near', () => {
    expect(nearest('pay-x', ['pay-a', 'pay-b'])).toBe('pay-a');
  });
});

describe('the distance of two names', () => {
  test.each([
    ['kitten', 'sitting', 3],
    ['', 'abc', 3],
    ['abc', '', 3],
    ['同', '同', 0],
  ])('from %j to %j is %i', (a, b, distance) => {
    expect(editDistance(a, b)).toBe(distance);
  });

  test('is the same both ways, and 0 only for equal names', () => {
    assert(
      property(string(), string(), (a, b) => {
        expect(editDistance(a, b)).toBe(editDistance(b, a));
        expect(editDistance(a, b) === 0).toBe(a === b);
      }),
    );
  });
});
