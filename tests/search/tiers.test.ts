import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { KINDS } from '../../src/search/kinds.ts';
import { byRank, type Rank, TIERS, tierInName, WEIGHTS } from '../../src/search/tiers.ts';

const rank = fc.record({
  tier: fc.constantFrom(...TIERS),
  kind: fc.constantFrom(...KINDS),
  share: fc.constantFrom(0, 0.25, 0.5, 1),
});

describe('the order of ranks', () => {
  test('is by tier, then by kind, then by how much of the field is filled', () => {
    const sorted: Rank[] = [
      { tier: 'name', kind: 'term', share: 1 },
      { tier: 'alias', kind: 'initiative', share: 1 },
      { tier: 'name-part', kind: 'initiative', share: 0.9 },
      { tier: 'name-part', kind: 'initiative', share: 0.1 },
      { tier: 'name-part', kind: 'theme', share: 0.9 },
      { tier: 'prose', kind: 'initiative', share: 1 },
    ];
    expect(sorted.toReversed().sort(byRank)).toEqual(sorted);
  });

  test('puts a whole name first and English last', () => {
    expect(TIERS.slice(0, 4)).toEqual(['name', 'alias', 'name-part', 'alias-part']);
    expect(TIERS.at(-1)).toBe('english');
  });

  test('never lets a lower tier stand before a higher one, whatever kind and share', () => {
    fc.assert(
      fc.property(rank, rank, (a, b) => {
        expect(Math.sign(byRank(a, b))).toBe(-Math.sign(byRank(b, a)) + 0);
        if (TIERS.indexOf(a.tier) < TIERS.indexOf(b.tier)) expect(byRank(a, b)).toBeLessThan(0);
      }),
    );
  });
});

describe('the weight of a tier', () => {
  test('is more for a name than for prose, and falls along the tiers of Chinese text', () => {
    const weights = TIERS.filter((tier) => tier !== 'english').map((tier) => WEIGHTS[tier]);
    expect(weights).toEqual([...weights].sort((a, b) => b - a));
    expect(WEIGHTS.name).toBeGreaterThan(2 * WEIGHTS.prose);
  });
});

describe('the tier of a hit in a name', () => {
  test('is that of the name, whole or in part, for most kinds', () => {
    for (const kind of KINDS.filter((one) => one !== 'question' && one !== 'indicator')) {
      expect(tierInName(kind, 'name', true)).toBe('name');
      expect(tierInName(kind, 'name', false)).toBe('name-part');
      expect(tierInName(kind, 'alias', true)).toBe('alias');
      expect(tierInName(kind, 'alias', false)).toBe('alias-part');
    }
  });

  test('of a question is that of a sentence unless the whole of it is asked', () => {
    expect(tierInName('question', 'name', true)).toBe('name');
    expect(tierInName('question', 'name', false)).toBe('summary');
  });

  test('of an indicator is never before that of a practice of this name or alias', () => {
    const indicator: Rank = { tier: tierInName('indicator', 'name', true), kind: 'indicator', share: 1 };
    for (const role of ['name', 'alias'] as const) {
      expect(
        byRank({ tier: tierInName('initiative', role, true), kind: 'initiative', share: 1 }, indicator),
      ).toBeLessThan(0);
    }
  });
});
