import {
  answerOf,
  type CountyRecord,
  type FigureRecord,
  type InitiativeRecord,
  type Silence,
  type ThemeRecord,
} from '../atlas/records.ts';
import { tellingOf } from './telling.ts';

/** What a county's report has on a theme: exactly one of three. */
export type Cell =
  | {
      readonly kind: 'initiatives';
      readonly count: number;
      /** The most telling of them. */
      readonly initiative: InitiativeRecord;
      /** The figure that stands for it; undefined where it has none. */
      readonly figure: FigureRecord | undefined;
    }
  /** No practice, but numbers of an indicator that bears on the theme. */
  | { readonly kind: 'figures'; readonly figures: readonly [FigureRecord, ...FigureRecord[]] }
  | { readonly kind: 'silent'; readonly silence: Silence };

export interface MatrixRow {
  readonly theme: ThemeRecord;
  /** One for each county, in the order of the counties. */
  readonly cells: readonly { readonly county: CountyRecord; readonly cell: Cell }[];
}

/** What each county's report has on each theme. */
export function matrixOf(themes: readonly ThemeRecord[], counties: readonly CountyRecord[]): readonly MatrixRow[] {
  return themes.map((theme) => ({
    theme,
    cells: counties.map((county) => ({ county, cell: cellOf(theme, county) })),
  }));
}

/** What one county's report has on one theme. */
export function cellOf(theme: ThemeRecord, county: CountyRecord): Cell {
  const answer = answerOf(theme, county);
  if (typeof answer !== 'string') {
    const initiative = tellingOf(theme).find((one) => one.county === county);
    if (!initiative) throw new Error(`${theme.id} has no telling practice of ${county.id}`);
    return { kind: 'initiatives', count: answer.length, initiative, figure: figureFor(initiative, theme) };
  }
  const [first, ...more] = [...new Set(theme.indicators.flatMap(({ figures }) => figures))].filter(
    (figure) => figure.county === county,
  );
  return first ? { kind: 'figures', figures: [first, ...more] } : { kind: 'silent', silence: answer };
}

/**
 * The figure that stands for a practice where there is room for one: its own before one that its summary names; a key figure before others, one of an indicator of the theme
 * before others, what happened before what is planned; else the first.
 */
export function figureFor(initiative: InitiativeRecord, theme: ThemeRecord): FigureRecord | undefined {
  const weights = (figure: FigureRecord) =>
    8 * Number(figure.initiative === initiative) +
    4 * Number(figure.key) +
    2 * Number(figure.indicators.some((indicator) => indicator.themes.includes(theme))) +
    Number(figure.nature === 'result');
  return [...initiative.numbers].sort((a, b) => weights(b) - weights(a))[0];
}
