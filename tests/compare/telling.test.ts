import { describe, expect, test } from 'vitest';
import { currentAtlas } from '../../src/atlas/current.ts';
import type { CountyRecord, FigureRecord, InitiativeRecord, TermRecord, ThemeRecord } from '../../src/atlas/records.ts';
import { mostTelling, sampleOf, tellingOf } from '../../src/compare/telling.ts';

interface Given {
  readonly county?: string;
  readonly placed?: boolean;
  /** Whether the theme is the second of its themes. */
  readonly second?: boolean;
  readonly figures?: readonly Partial<FigureRecord>[];
  readonly parts?: number;
  readonly aliases?: readonly string[];
}

/** A theme with these initiatives, in this order, by name. */
function themeWith(given: Readonly<Record<string, Given>>): ThemeRecord {
  const initiatives: InitiativeRecord[] = [];
  const theme = { id: 'asked', initiatives } as unknown as ThemeRecord;
  const other = { id: 'other' } as ThemeRecord;
  const counties = new Map<string, CountyRecord>();
  for (const [name, one] of Object.entries(given)) {
    const { county = 'mou', placed = false, second = false, figures = [], parts = 0, aliases = [] } = one;
    const owner = counties.get(county) ?? ({ id: county } as CountyRecord);
    counties.set(county, owner);
    initiatives.push({
      name,
      aliases,
      county: owner,
      placed,
      themes: second ? [other, theme] : [theme, other],
      figures,
      parts: Array.from({ length: parts }, () => '一项'),
    } as unknown as InitiativeRecord);
  }
  return theme;
}

const figures = (count: number): Partial<FigureRecord>[] => Array.from({ length: count }, () => ({}));
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

describe('the sample of what can be typed', () => {
  const terms = [
    { name: '没有平常说法', aliases: ['联村'], everyday: [] },
    { name: '包联', aliases: ['包村'], everyday: ['管一个村'] },
  ] as unknown as TermRecord[];

  test('is a part of a name that is an alias, a key figure of some length, and a term with everyday words', () => {
    const key = { key: true, printed: '1698个村' };
    const theme = themeWith({
      干部联村: { aliases: ['联村', '干部联村', '另一个名称'], figures: [{ key: false, printed: '250人' }] },
      '“六个一”包村制': {
        county: 'lin',
        aliases: ['“六个一”', '六个一', '包村'],
        figures: [{ key: true, printed: '数十人' }, { key: true, printed: '12人' }, key],
      },
    });
    const { practice, figure, term } = sampleOf([theme], terms);
    expect([practice?.initiative.name, practice?.part]).toEqual(['“六个一”包村制', '六个一']);
    expect([figure, term]).toEqual([key, terms[1]]);
  });

  test('takes no part under which another practice is known too, whether or not that one is telling', () => {
    const theme = themeWith({
      '“六个一”包村制': { placed: true, aliases: ['六个一', '包村制'] },
      六件事: { aliases: ['“六个一”'] },
    });
    expect(sampleOf([theme], []).practice?.part).toBe('包村制');
  });

  test('misses what no record has', () => {
    const none = { practice: undefined, figure: undefined, term: undefined };
    expect(sampleOf([themeWith({ 培训: {} })], terms)).toEqual(none);
    expect(sampleOf([], [])).toEqual(none);
  });

  test('has all three in the real atlas', () => {
    const { themes, terms: own } = currentAtlas();
    const { practice, figure, term } = sampleOf(themes, own);
    expect(practice?.initiative.name).toContain(practice?.part);
    expect(figure?.key).toBe(true);
    expect(term?.everyday.length).toBeGreaterThan(0);
  });
});
