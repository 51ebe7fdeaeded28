import { expect, test } from 'vitest';
import { termSchema } from '../../src/model/term.ts';

const TERM = { name: '两委', english: 'The two committees', explanation: '村党组织和村民委员会的合称。' };

test('a term is explained, and may have other names and everyday words', () => {
  expect(termSchema.parse(TERM)).toEqual({ ...TERM, aliases: [], everyday: [] });
});

test.each([
  ['an explanation of a word', { explanation: '合称' }],
  ['an empty everyday word', { everyday: [''] }],
  ['figures', { figures: [] }],
])('a term may not have %s', (_, change) => {
  expect(termSchema.safeParse({ ...TERM, ...change }).success).toBe(false);
});
