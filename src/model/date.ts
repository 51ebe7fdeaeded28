import { z } from 'astro/zod';

/**
 * A date as precise as its source gives it: `2018`, `2018-05` or `2018-05-01`.
 * Kept as text, so that no precision is added; in YAML it stands in quotes.
 */
export const dateSchema = z.string().refine(isCalendarDate, { error: 'date' });

/** A stretch of time; an end that the source leaves open is absent. `from` is not after `to`. */
export const periodSchema = z
  .strictObject({ from: dateSchema.optional(), to: dateSchema.optional() })
  .refine((period) => period.from !== undefined || period.to !== undefined, { error: 'period-empty' })
  .refine((period) => !period.from || !period.to || !isAfter(period.from, period.to), { error: 'period-order' });

export type Period = z.infer<typeof periodSchema>;

/** A stretch of time in the notation of ISO 8601-2 (EDTF): `2016/2018`, `2015/..`. */
export function intervalOf({ from, to }: Period): string {
  return `${from ?? '..'}/${to ?? '..'}`;
}

/** Whether a value read from a file is a stretch of time. */
export function isPeriod(value: unknown): value is Period {
  return periodSchema.safeParse(value).success;
}

export type DatePrecision = 'year' | 'month' | 'day';

/** Tells how precise a date is by its length; the schema has made sure that it is one of three forms. */
export function precisionOf(date: string): DatePrecision {
  return date.length === 4 ? 'year' : date.length === 7 ? 'month' : 'day';
}

// As far as both are precise: 2018-05 is not after 2018.
function isAfter(a: string, b: string): boolean {
  const length = Math.min(a.length, b.length);
  return a.slice(0, length) > b.slice(0, length);
}

function isCalendarDate(text: string): boolean {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text);
  if (!match) return false;
  const [, year, month = '01', day = '01'] = match;
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === `${year}-${month}-${day}`;
}
