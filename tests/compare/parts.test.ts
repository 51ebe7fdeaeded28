import { describe, expect, test } from 'vitest';
import { currentAtlas } from '../../src/atlas/current.ts';
import type { FigureRecord } from '../../src/atlas/records.ts';
import { dividedWholes } from '../../src/compare/parts.ts';

const figure = (value: FigureRecord['value'], parts: readonly FigureRecord[] = [], bound = 'exact') =>
  ({ value, bound, parts }) as unknown as FigureRecord;
const of = (...values: number[]) => values.map((value) => figure(value));
const drawn = (whole: FigureRecord) => dividedWholes([whole]);

describe('a whole that is divided', () => {
  test('has each part with its share, one beginning where the other ends', () => {
    const [one] = drawn(figure(100, of(20, 30, 50)));
    expect(one?.parts.map(({ from, share }) => [from, share])).toEqual([
      [0, 0.2],
      [0.2, 0.3],
      [0.5, 0.5],
    ]);
    expect(one?.parts.map(({ figure: part }) => part.value)).toEqual([20, 30, 50]);
  });

  test.each<[string, FigureRecord]>([
    ['the parts are too few to make it up', figure(100, of(20, 30, 40))],
    ['the parts are more than it', figure(100, of(20, 30, 51))],
    ['it has two parts', figure(100, of(40, 60))],
    ['it has none', figure(100)],
    ['it is hedged', figure(100, of(20, 30, 50), 'over')],
    ['a part is hedged', figure(100, [...of(20, 30), figure(50, [], 'about')])],
    ['a part has no number', figure(100, [...of(20, 80), figure(null, [], 'vague')])],
    ['a part is a stretch', figure(100, [...of(20, 30), figure({ min: 50, max: 50 })])],
    ['it is a stretch itself', figure({ min: 100, max: 100 }, of(20, 30, 50))],
    ['it has no number', figure(null, of(20, 30, 50), 'vague')],
  ])('is not drawn where %s', (_, whole) => {
    expect(drawn(whole)).toEqual([]);
  });
});

describe('the wholes of the real content', () => {
  const { counties } = currentAtlas();

  test('that are drawn are exactly those that add up', () => {
    // Reckoned from the printed numbers, without the code’s own ways.
    const adding = counties.flatMap(({ figures }) =>
      figures.filter((whole) => {
        const parts = figures.filter(({ partOf }) => partOf === whole);
        const plain = [whole, ...parts].every(({ printed }) => /^\d+\p{Script=Han}*$/u.test(printed));
        const sum = parts.map(({ printed }) => Number.parseInt(printed, 10)).reduce((a, b) => a + b, 0);
        return parts.length > 2 && plain && sum === Number.parseInt(whole.printed, 10);
      }),
    );
    const found = counties.flatMap(({ figures }) => dividedWholes(figures)).map(({ whole }) => whole.ref);
    expect(found).toEqual(adding.map(({ ref }) => ref));
    expect(found).toEqual(['yongde/villages']);
  });

  test('fill their bar from end to end, and each is told with a practice of the county', () => {
    for (const { parts } of counties.flatMap(({ figures }) => dividedWholes(figures))) {
      let end = 0;
      for (const { from, share } of parts) {
        expect(from).toBeCloseTo(end, 12);
        end = from + share;
      }
      expect(end).toBeCloseTo(1, 12);
      // The page draws a whole with the practice of its first part.
      expect(parts[0]?.figure.initiative).toBeDefined();
    }
  });
});

describe('parts that a computer cannot add up exactly', () => {
  const figure = (value: number, parts: readonly FigureRecord[] = []) =>
    ({ value, bound: 'exact', parts }) as unknown as FigureRecord;

  test('are drawn where they add up on paper', () => {
    expect(dividedWholes([figure(0.6, [figure(0.1), figure(0.2), figure(0.3)])])).toHaveLength(1);
    expect(dividedWholes([figure(0.7, [figure(0.1), figure(0.2), figure(0.3)])])).toHaveLength(0);
  });

  test('of nought are not drawn: nothing has no parts', () => {
    expect(dividedWholes([figure(0, [figure(0), figure(0), figure(0)])])).toHaveLength(0);
  });
});
