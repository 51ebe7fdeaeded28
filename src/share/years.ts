import type { CountyRecord } from '../atlas/records.ts';

/** The years that the reports say to tell of, from the first to the last, in the notation of ISO 8601; undefined where none says so. */
export function yearsOf(counties: readonly Pick<CountyRecord, 'period'>[]): string | undefined {
  const years = counties
    .flatMap(({ period }) => [period?.from, period?.to])
    .filter((date) => date !== undefined)
    .map((date) => date.slice(0, 4))
    .sort();
  const [first, last] = [years[0], years.at(-1)];
  return first === undefined || first === last ? first : `${first}/${last}`;
}
