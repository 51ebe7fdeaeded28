import { KINDS } from './kinds.ts';
import type { Row, Table } from './table.ts';

/** What results can be narrowed by. The names are those of the address: `?q=…&counties=hengdong,yongde`. */
export const FACETS = ['counties', 'themes', 'kinds'] as const;
export type Facet = (typeof FACETS)[number];

/** The values chosen of each facet; none chosen lets everything pass. */
export type Chosen = Readonly<Record<Facet, ReadonlySet<string>>>;

/** A value of a facet, and how many results there are with it: those that pass what is chosen of the other facets. */
export interface Choice {
  readonly id: string;
  readonly count: number;
  readonly chosen: boolean;
}

export const NOTHING_CHOSEN: Chosen = { counties: new Set(), themes: new Set(), kinds: new Set() };

/** What an address chooses. Values that the site does not have are left out, and told. */
export function readChosen(params: URLSearchParams, table: Table): { chosen: Chosen; unknown: string[] } {
  const known: Record<Facet, ReadonlySet<string>> = {
    counties: new Set(table.counties.map(({ id }) => id)),
    themes: new Set(table.themes.map(({ id }) => id)),
    kinds: new Set(KINDS),
  };
  const unknown: string[] = [];
  const read = (facet: Facet) => {
    const values = params.getAll(facet).flatMap((list) => list.split(',').filter((value) => value !== ''));
    unknown.push(...values.filter((value) => !known[facet].has(value)));
    return new Set(values.filter((value) => known[facet].has(value)));
  };
  const chosen = { counties: read('counties'), themes: read('themes'), kinds: read('kinds') };
  return { chosen, unknown: [...new Set(unknown)] };
}

/** The part of an address behind the question mark, for a query and what is chosen. */
export function addressOf(query: string, chosen: Chosen): string {
  const params = [`q=${encodeURIComponent(query.toWellFormed())}`];
  for (const facet of FACETS) {
    if (chosen[facet].size > 0) params.push(`${facet}=${[...chosen[facet]].map(encodeURIComponent).join(',')}`);
  }
  return `?${params.join('&')}`;
}

/** Whether a record passes what is chosen; `but` leaves one facet out. */
export function passes(row: Row, chosen: Chosen, but?: Facet): boolean {
  return FACETS.every((facet) => {
    const values = chosen[facet];
    return facet === but || values.size === 0 || valuesOf(row, facet).some((value) => values.has(value));
  });
}

/** The choices of a facet for some results, in the order of the table; values that no result has only where they are chosen. */
export function choicesOf(rows: readonly Row[], facet: Facet, chosen: Chosen, table: Table): Choice[] {
  const counts = new Map<string, number>();
  for (const row of rows) {
    if (!passes(row, chosen, facet)) continue;
    for (const value of valuesOf(row, facet)) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const all = facet === 'kinds' ? KINDS : table[facet].map(({ id }) => id);
  return all
    .map((id) => ({ id, count: counts.get(id) ?? 0, chosen: chosen[facet].has(id) }))
    .filter((choice) => choice.count > 0 || choice.chosen);
}

function valuesOf(row: Row, facet: Facet): readonly string[] {
  if (facet === 'kinds') return [row.kind];
  if (facet === 'counties') return row.county ? [row.county.id] : [];
  return row.themes.map(({ id }) => id);
}
