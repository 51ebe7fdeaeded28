import type { SourceRecord } from '../atlas/records.ts';
import type { Period } from '../model/date.ts';

/** `2017-10` as 2017年10月, with the precision that it has. */
export function dateInWords(date: string): string {
  const [year, month, day] = date.split('-');
  return `${year}年${month ? `${Number(month)}月` : ''}${day ? `${Number(day)}日` : ''}`;
}

/** A date or a stretch of time; an open end is said. */
export function timeInWords(time: string | Period): string {
  if (typeof time === 'string') return dateInWords(time);
  const { from, to } = time;
  if (from && to) return from === to ? dateInWords(from) : `${dateInWords(from)}至${dateInWords(to)}`;
  return from ? `${dateInWords(from)}起` : `截至${dateInWords(to ?? '')}`;
}

/** When a report was published, and how sure that is. */
export function reportDate(source: SourceRecord): string {
  if (source.date === null) {
    return source.notBefore ? `未注日期，不早于${dateInWords(source.notBefore)}` : '未注日期';
  }
  return source.dateBasis === 'inferred' ? `${dateInWords(source.date)}（推定）` : dateInWords(source.date);
}

/** The year of a report where there is little room: 2018, or 2024后 where it can only be later. */
export function reportYear(source: SourceRecord): string {
  const date = source.date ?? source.notBefore;
  if (!date) return '年份不明';
  return source.date === null ? `${date.slice(0, 4)}后` : date.slice(0, 4);
}

/** As `reportYear`, and whether the year is only worked out: where a cell names its county. */
export function reportYearAndBasis(source: SourceRecord): string {
  return source.dateBasis === 'inferred' ? `${reportYear(source)}推定` : reportYear(source);
}
