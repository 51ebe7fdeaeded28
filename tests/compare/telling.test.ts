import { describe, expect, test } from 'vitest';
import { currentAtlas } from '../../src/atlas/current.ts';
import { mostTelling, tellingOf } from '../../src/compare/telling.ts';
import { figures, type Given, themeWith } from './theme.ts';

const order = (given: Readonly<Record<string, Given>>) => tellingOf(themeWith(given)).map(({ name }) => name);

describe('the most telling initiatives of a theme', () => {
  test('are first those that the county’s page tells at length', () => {
    expect(order({ listed: { figures: figures(9), parts: 9 }, told: { placed: true, second: true } })).toEqual([
      'told',
      'listed',
    ]);
  });

  test('then those for which the theme is the first of their themes', () => {
    expect(order({ second: { second: true, figures: figures(9), parts: 9 }, first: {} })).toEqual(['first', 'second']);
  });

  test('then those with more figures, then with more parts', () => {
    expect(
      order({ plain: {}, parts: { parts: 9 }, two: { figures: figures(2) }, one: { figures: figures(1), parts: 9 } }),
    ).toEqual(['two', 'one', 'parts', 'plain']);
  });

  test('and keep the order of the atlas where all of this is alike', () => {
    expect(order({ b: {}, a: {}, c: {} })).toEqual(['b', 'a', 'c']);
  });

  test('leave the theme’s own list as it is', () => {
    const theme = themeWith({ b: {}, a: { placed: true } });
    tellingOf(theme);
    expect(theme.initiatives.map(({ name }) => name)).toEqual(['b', 'a']);
  });

  test('are all of the theme’s, in the real atlas too', () => {
    for (const theme of currentAtlas().themes) {
      expect(new Set(tellingOf(theme))).toEqual(new Set(theme.initiatives));
      expect(tellingOf(theme)).toHaveLength(theme.initiatives.length);
    }
  });
});

describe('the most telling of a few', () => {
  const theme = themeWith({
    a: { county: 'mou', placed: true, figures: figures(3) },
    b: { county: 'mou', placed: true, figures: figures(2) },
    c: { county: 'lin', placed: true },
    d: { county: 'yuan' },
  });

  test('are of different counties, the best first', () => {
    expect(mostTelling(theme, 2).map(({ name }) => name)).toEqual(['a', 'c']);
    expect(mostTelling(theme, 9).map(({ name }) => name)).toEqual(['a', 'c', 'd']);
  });

  test('are none where the theme has none', () => {
    expect(mostTelling(themeWith({}), 2)).toEqual([]);
  });
});
