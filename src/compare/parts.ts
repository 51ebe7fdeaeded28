import type { FigureRecord } from '../atlas/records.ts';

/** A whole and all of its parts. */
export interface Divided {
  readonly whole: FigureRecord;
  readonly parts: readonly { readonly figure: FigureRecord; readonly from: number; readonly share: number }[];
}

/**
 * The wholes of a county that its report divides into three parts or more which add up to it; each part with where it begins and how
 * much it is, from 0 to 1. A whole of which parts are missing, and one whose numbers have hedges, cannot be drawn.
 */
export function dividedWholes(figures: readonly FigureRecord[]): readonly Divided[] {
  return figures.flatMap((whole) => {
    const total = exactValue(whole);
    const values = whole.parts.map(exactValue);
    if (!total || values.length < 3 || values.some((value) => value === undefined)) return [];
    // 0.1 and 0.2 and 0.3 are 0.6, whatever a computer makes of them.
    const sum = values.reduce<number>((before, value) => before + (value ?? 0), 0);
    if (Math.abs(sum - total) > 1e-9 * total) return [];
    let before = 0;
    const parts = whole.parts.map((figure, i) => {
      const [from, share] = [before / total, (values[i] ?? 0) / total];
      before += values[i] ?? 0;
      return { figure, from, share };
    });
    return [{ whole, parts }];
  });
}

function exactValue({ value, bound }: FigureRecord): number | undefined {
  return typeof value === 'number' && bound === 'exact' ? value : undefined;
}
