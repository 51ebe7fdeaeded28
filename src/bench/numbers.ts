/** What several measurements of one thing come to. All fields have the unit of the measurements. */
export interface Spread {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

/** The middle of some numbers, or the mean of the two in the middle. Throws where there are none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  if (upper === undefined || lower === undefined) throw new Error('there is no median of no numbers');
  return (lower + upper) / 2;
}

/** Median, least and most of some numbers. Throws where there are none. */
export function spreadOf(values: readonly number[]): Spread {
  return { median: median(values), least: Math.min(...values), most: Math.max(...values) };
}

/** Seconds as `4.92 s`. */
export function secondsText(seconds: number): string {
  return `${seconds.toFixed(2)} s`;
}

/** Bytes as `812 B`, `12.3 kB`, `1.4 MB`, `612 MB` or `1.2 GB`; the steps are of 1,000. */
export function bytesText(bytes: number): string {
  if (bytes < 1000) return `${Math.round(bytes)} B`;
  if (bytes < 1_000_000) return `${(bytes / 1000).toFixed(1)} kB`;
  if (bytes >= 1_000_000_000) return `${(bytes / 1_000_000_000).toFixed(1)} GB`;
  return `${(bytes / 1_000_000).toFixed(bytes < 10_000_000 ? 1 : 0)} MB`;
}

/** A median and, in brackets, the least and the most, each as `text` writes them: `4.92 s (4.80 s to 5.10 s)`. */
export function spreadText(spread: Spread, text: (value: number) => string): string {
  return `${text(spread.median)} (${text(spread.least)} to ${text(spread.most)})`;
}

/** How many times `other` a value is, as `2.05 x`; a dash where `other` is nothing. */
export function ratioText(value: number, other: number): string {
  return other > 0 ? `${(value / other).toFixed(2)} x` : '-';
}

/** `within` or `over` a budget, with the share of it that is used. The whole budget used counts as within only where `atMost` says so. */
export function budgetText(value: number, budget: number, atMost = false): string {
  const within = atMost ? value <= budget : value < budget;
  return `${within ? 'within' : 'over'} (${((value / budget) * 100).toFixed(0)} %)`;
}
