import { expect, test } from 'vitest';
import { themeSchema } from '../../src/model/theme.ts';

const THEME = { name: '培训', english: 'Training', question: '谁来培训？', summary: '由组织部来培训。', order: 1 };

test('a theme is a question with a place in the list', () => {
  expect(themeSchema.parse(THEME)).toEqual({ ...THEME, aliases: [] });
});

test.each([
  ['a question without its mark', { question: '谁来培训' }],
  ['a question with a half-width mark', { question: '谁来培训?' }],
  ['the place 0', { order: 0 }],
  ['half a place', { order: 1.5 }],
  ['initiatives, which name their themes themselves', { initiatives: [] }],
])('a theme may not have %s', (_, change) => {
  expect(themeSchema.safeParse({ ...THEME, ...change }).success).toBe(false);
});
