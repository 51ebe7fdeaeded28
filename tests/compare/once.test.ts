import { describe, expect, test } from 'vitest';
import { once } from '../../src/compare/once.ts';

describe('what is made once', () => {
  test('is made at the first call and is the same at every other', () => {
    let calls = 0;
    const make = () => ({ call: ++calls });
    const from = {};
    const first = once(from, make);
    expect(once(from, make)).toBe(first);
    expect(calls).toBe(1);
  });

  test('is made of each object and by each function for itself', () => {
    const [a, b] = [{ name: 'a' }, { name: 'b' }];
    const name = (from: { name: string }) => from.name;
    const size = (from: { name: string }) => from.name.length;
    expect([once(a, name), once(b, name), once(a, size), once(b, size)]).toEqual(['a', 'b', 1, 1]);
  });

  test('is made once also where nothing comes of it', () => {
    let calls = 0;
    const nothing = () => {
      calls++;
      return undefined;
    };
    const from = {};
    expect(once(from, nothing)).toBeUndefined();
    once(from, nothing);
    expect(calls).toBe(1);
  });

  test('is made again after it failed', () => {
    let calls = 0;
    const from = {};
    const make = () => {
      if (++calls === 1) throw new Error('not yet');
      return calls;
    };
    expect(() => once(from, make)).toThrow('not yet');
    expect(once(from, make)).toBe(2);
  });
});
