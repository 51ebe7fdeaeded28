import type { CountyRecord, InitiativeRecord, ThemeRecord } from '../atlas/records.ts';

/**
 * The initiatives of a theme, the most telling first: what the county's page tells at length before what it only lists; then
 * those for which the theme is the first of their themes; then by the number of their figures; then of their parts; what is
 * alike in all of these keeps the order of the atlas. It says how much there is to read, not how good a practice is.
 */
export function tellingOf(theme: ThemeRecord): readonly InitiativeRecord[] {
  const weightsOf = (initiative: InitiativeRecord) => [
    Number(initiative.placed),
    Number(initiative.themes[0] === theme),
    initiative.figures.length,
    initiative.parts.length,
  ];
  return theme.initiatives
    .map((initiative) => ({ initiative, weights: weightsOf(initiative) }))
    .sort((a, b) => difference(b.weights, a.weights))
    .map(({ initiative }) => initiative);
}

/** The most telling initiative of each county that answers the theme, the best first, at most `count`. */
export function mostTelling(theme: ThemeRecord, count: number): readonly InitiativeRecord[] {
  const seen = new Set<CountyRecord>();
  const best = tellingOf(theme).filter(({ county }) => !seen.has(county) && seen.add(county));
  return best.slice(0, count);
}

function difference(a: readonly number[], b: readonly number[]): number {
  return a.map((weight, i) => weight - (b[i] ?? 0)).find((one) => one !== 0) ?? 0;
}
