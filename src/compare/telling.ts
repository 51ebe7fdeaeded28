import type { CountyRecord, FigureRecord, InitiativeRecord, TermRecord, ThemeRecord } from '../atlas/records.ts';

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

/** What can be typed to find a record, by example; what no record gives an example of is missing. */
export interface Sample {
  /** A practice, and a short part of its name under which it is known and no other is. */
  readonly practice: { readonly initiative: InitiativeRecord; readonly part: string } | undefined;
  /** A number of three digits or more with its unit, as printed. */
  readonly figure: FigureRecord | undefined;
  /** A term that has everyday words and names a practice. */
  readonly term: TermRecord | undefined;
}

/** Examples of what to look for, out of the most telling initiatives of each theme, the first that fits. */
export function sampleOf(themes: readonly ThemeRecord[], terms: readonly TermRecord[]): Sample {
  const all = [...new Set(themes.flatMap(({ initiatives }) => initiatives))];
  const initiatives = themes.flatMap((theme) => mostTelling(theme, 2));
  const fits = (part: string) =>
    /^\p{Script=Han}{3,5}$/u.test(part) &&
    all.filter((one) => namesOf(one).some((name) => name.includes(part))).length === 1;
  return {
    practice: initiatives
      .flatMap((initiative) => initiative.aliases.map((part) => ({ initiative, part })))
      .find(({ initiative: { name }, part }) => name !== part && name.includes(part) && fits(part)),
    figure: initiatives
      .flatMap(({ figures }) => figures)
      .find(({ key, printed }) => key && /^\d[\d.]{2,}\p{Script=Han}+$/u.test(printed)),
    term: initiatives
      .flatMap(namesOf)
      .map((name) => terms.find(({ name: own, aliases, everyday }) => everyday[0] && [own, ...aliases].includes(name)))
      .find((term) => term !== undefined),
  };
}

function namesOf({ name, aliases }: InitiativeRecord): readonly string[] {
  return [name, ...aliases];
}

function difference(a: readonly number[], b: readonly number[]): number {
  return a.map((weight, i) => weight - (b[i] ?? 0)).find((one) => one !== 0) ?? 0;
}
