import { describe, expect, test } from 'vitest';
import { currentAtlas } from '../../src/atlas/current.ts';
import type { Atlas, FigureRecord, InitiativeRecord, ThemeRecord } from '../../src/atlas/records.ts';
import { type Cell, cellOf, figureFor, matrixOf } from '../../src/compare/matrix.ts';
import { atlasOf, type Changes, replace, validAtlas } from '../atlas/fixture.ts';

const LIN = 'content/counties/lin.mdx';
const COMPLETE = replace('coverage: partial', 'coverage: complete');
const MOU = 'content/counties/mou.mdx';
/** The practices of the county Lin leave the theme of rewards: what is left there is the number of an indicator. */
const FIGURES_ONLY: Changes = {
  [LIN]: (text) => text.replaceAll(/themes: \[(?:training, )?incentives\]/g, 'themes: [training]'),
};

function cellIn(atlas: Atlas, theme: string, county: string): Cell {
  const asked = atlas.themes.find(({ id }) => id === theme);
  const owner = atlas.counties.find(({ id }) => id === county);
  if (!asked || !owner) throw new Error(`no ${theme} or ${county}`);
  return cellOf(asked, owner);
}

describe('a cell of the matrix', () => {
  test('of a county with practices has their number, the most telling of them and its figure', () => {
    const cell = cellIn(validAtlas(), 'incentives', 'lin');
    if (cell.kind !== 'initiatives') throw new Error(cell.kind);
    expect([cell.count, cell.initiative.ref, cell.figure?.ref]).toEqual([2, 'lin/pay', 'lin/secretary-wage']);
  });

  test('has no figure where its practice has none', () => {
    const cell = cellIn(
      atlasOf({
        [MOU]: (text) =>
          text
            .replaceAll(/ initiative: village-pay,?/g, '')
            .replace('挂钩,书记年均 {secretary-pay}。\n---', '挂钩。\n---'),
        [LIN]: COMPLETE,
      }),
      'incentives',
      'mou',
    );
    expect(cell).toMatchObject({ kind: 'initiatives', count: 1, figure: undefined });
  });

  test('of a county without a practice has the figures of the theme’s indicators, of this county alone', () => {
    const cell = cellIn(atlasOf(FIGURES_ONLY), 'incentives', 'lin');
    if (cell.kind !== 'figures') throw new Error(cell.kind);
    expect(cell.figures.map(({ ref }) => ref)).toEqual(['lin/secretary-wage']);
  });

  test('has a figure of two indicators of the theme once', () => {
    const second = `name: 工资
english: Wages
definition: 发给书记个人的报酬，另一种数法，工作经费不算。
unit: 元
themes: [incentives]
`;
    const atlas = atlasOf({
      [LIN]: (text) =>
        replace(
          'indicators: [village-secretary-pay]',
          'indicators: [village-secretary-pay, wages]',
        )(text.replaceAll(/themes: \[(?:training, )?incentives\]/g, 'themes: [training]')),
      'content/indicators/wages.yaml': second,
    });
    const cell = cellIn(atlas, 'incentives', 'lin');
    if (cell.kind !== 'figures') throw new Error(cell.kind);
    expect(cell.figures).toHaveLength(1);
  });

  test('of a report that is taken up whole says that it is silent, of another that it is not yet known', () => {
    expect(
      cellIn(atlasOf({ [MOU]: replace('summary: 一', 'coverage: complete\nsummary: 一') }), 'training', 'mou'),
    ).toEqual({ kind: 'silent', silence: 'silent' });
    expect(
      cellIn(atlasOf({ [MOU]: replace('summary: 一', 'coverage: partial\nsummary: 一') }), 'training', 'mou'),
    ).toEqual({
      kind: 'silent',
      silence: 'not-yet',
    });
  });

  test('is of no theme that nobody speaks of', () => {
    const atlas = atlasOf({
      'content/themes/empty.mdx':
        '---\nname: 无人说\nenglish: Nobody\norder: 3\nquestion: 有谁说？\nsummary: 邻县和某县都没有写。\n---\n',
    });
    expect(cellIn(atlas, 'empty', 'mou').kind).toBe('silent');
    expect(cellIn(atlas, 'empty', 'lin').kind).toBe('silent');
  });
});

describe('the figure that stands for a practice', () => {
  const theme = { id: 'asked' } as ThemeRecord;
  const other = { id: 'other' } as ThemeRecord;
  const figure = (ref: string, fields: object) =>
    ({ ref, key: false, nature: 'result', indicators: [], ...fields }) as unknown as FigureRecord;
  const of = (...figures: FigureRecord[]) => figureFor({ numbers: figures } as unknown as InitiativeRecord, theme)?.ref;
  const key = figure('key', { key: true, nature: 'plan' });
  const ours = figure('ours', { indicators: [{ themes: [theme] }], nature: 'plan' });
  const theirs = figure('theirs', { indicators: [{ themes: [other] }], nature: 'plan' });
  const result = figure('result', {});
  const plan = figure('plan', { nature: 'plan' });

  test('is a key figure before one of the theme’s indicators, that before a result, that before any other', () => {
    expect(of(plan, result, ours, key)).toBe('key');
    expect(of(plan, result, ours)).toBe('ours');
    expect(of(plan, theirs, result)).toBe('result');
    expect(of(theirs, plan)).toBe('theirs');
  });

  test('stays a key figure whatever the others are both', () => {
    expect(of(figure('both', { indicators: [{ themes: [theme] }] }), key)).toBe('key');
  });

  test('is the first of those that are alike, and none where there is none', () => {
    expect(of(plan, theirs)).toBe('plan');
    expect(of()).toBeUndefined();
  });

  test('leaves the practice’s own list as it is', () => {
    const initiative = { numbers: [plan, key] } as unknown as InitiativeRecord;
    figureFor(initiative, theme);
    expect(initiative.numbers).toEqual([plan, key]);
  });
});

describe('the matrix of the real content', () => {
  const { themes, counties, initiatives } = currentAtlas();
  const rows = matrixOf(themes, counties);
  const cells = rows.flatMap(({ theme, cells: own }) => own.map((one) => ({ theme, ...one })));

  test('has a row for each theme, and in it a cell for each county, in their order', () => {
    expect(rows.map(({ theme }) => theme)).toEqual(themes);
    for (const row of rows) expect(row.cells.map(({ county }) => county)).toEqual(counties);
  });

  test('has no empty cell: practices with a name, figures, or silence', () => {
    for (const { cell, county, theme } of cells) {
      const at = `${theme.id} ${county.id}`;
      if (cell.kind === 'initiatives') expect(cell.initiative.name, at).toMatch(/\S/);
      else if (cell.kind === 'figures') expect(cell.figures.length, at).toBeGreaterThan(0);
      else expect(['silent', 'not-yet'], at).toContain(cell.silence);
    }
  });

  test('counts what the records themselves say', () => {
    const all = [...initiatives.values()];
    for (const { cell, county, theme } of cells) {
      const own = all.filter((one) => one.county === county && one.themes.includes(theme));
      expect(cell.kind === 'initiatives' ? cell.count : 0, `${theme.id} ${county.id}`).toBe(own.length);
      if (cell.kind === 'initiatives') expect(own).toContain(cell.initiative);
    }
  });

  test('shows a practice without a figure only where none of its figures is there to show', () => {
    for (const { cell } of cells) {
      if (cell.kind !== 'initiatives') continue;
      expect(cell.figure === undefined).toBe(cell.initiative.numbers.length === 0);
      // Its own where it has one; else one that its summary names.
      const own = cell.initiative.figures.length > 0;
      if (cell.figure && own) expect(cell.figure.initiative).toBe(cell.initiative);
      if (cell.figure && !own) expect(cell.initiative.summary).toContain(`{${cell.figure.id}}`);
    }
  });

  test('is silent only where neither a practice nor a number of the theme is there', () => {
    for (const { cell, county, theme } of cells) {
      if (cell.kind !== 'silent') continue;
      expect(county.initiatives.filter((one) => one.themes.includes(theme))).toEqual([]);
      const numbers = county.figures.filter((one) =>
        one.indicators.some((indicator) => indicator.themes.includes(theme)),
      );
      expect(numbers).toEqual([]);
    }
  });
});
