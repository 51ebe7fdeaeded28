import type { CountyRecord, FigureRecord, InitiativeRecord, ThemeRecord } from '../../src/atlas/records.ts';

/** What is told of an initiative here. */
export interface Given {
  readonly county?: string;
  readonly placed?: boolean;
  /** Whether the theme is the second of its themes. */
  readonly second?: boolean;
  readonly figures?: readonly Partial<FigureRecord>[];
  readonly parts?: number;
  readonly aliases?: readonly string[];
  readonly english?: string;
}

/** A theme with these initiatives, in this order, by name. */
export function themeWith(given: Readonly<Record<string, Given>>): ThemeRecord {
  const initiatives: InitiativeRecord[] = [];
  const theme = { id: 'asked', initiatives } as unknown as ThemeRecord;
  const other = { id: 'other' } as ThemeRecord;
  const counties = new Map<string, CountyRecord>();
  for (const [name, one] of Object.entries(given)) {
    const { county = 'mou', placed = false, second = false, figures = [], parts = 0, aliases = [], english = '' } = one;
    const owner = counties.get(county) ?? ({ id: county } as CountyRecord);
    counties.set(county, owner);
    initiatives.push({
      name,
      aliases,
      english,
      county: owner,
      placed,
      themes: second ? [other, theme] : [theme, other],
      figures,
      parts: Array.from({ length: parts }, () => '一项'),
    } as unknown as InitiativeRecord);
  }
  return theme;
}

/** So many figures. */
export const figures = (count: number): Partial<FigureRecord>[] => Array.from({ length: count }, () => ({}));
