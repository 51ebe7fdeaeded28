import { citeWords } from '../i18n/cite-words.ts';
import { dateInWords } from '../i18n/dates.ts';
import { words } from '../i18n/zh.ts';
import type { Report } from './report.ts';
import type { Work } from './work.ts';

const t = citeWords.gbt7714;

/** Marks of kind and carrier, GB/T 7714—2015 annex B; Z is what fits none. */
const MARKS = { page: 'EB/OL', data: 'DS/OL', newspaper: 'N', online: 'EB/OL', unknown: 'Z' } as const;

/** More names than these are cut, GB/T 7714—2015 8.1.2. */
const NAMES_AT_MOST = 3;

/** A work in the form of GB/T 7714—2015: this site's page first, then each report that it draws on, a line each. */
export function gbt7714({ title, kind, version, address, reports }: Work): string[] {
  const page = `${words.site}. ${title}[${MARKS[kind]}]. ${citeWords.version}${version}. [${citeWords.accessed}]. ${address}.`;
  return [page, ...reports.map(report)];
}

function report({ writers, title, subtitle, publisher, medium, address, ...dated }: Report): string {
  const shown = writers.slice(0, NAMES_AT_MOST).join(', ') + (writers.length > NAMES_AT_MOST ? `, ${t.others}` : '');
  const name = subtitle ? `${title}: ${subtitle}` : title;
  // An address is an electronic way to get at it, and then it asks for the day on which it was looked at.
  const mark = address && medium !== 'online' ? `${MARKS[medium]}/OL` : MARKS[medium];
  const imprint = `${publisher ?? t.noPublisher}, ${dateOf(dated)}`;
  const place = address ? `[${citeWords.accessed}]. ${address}` : '';
  return `${shown || t.anonymous}. ${name}[${mark}]. ${imprint}${place || (medium === 'online' ? `. ${t.noAddress}` : '')}.`;
}

// What is worked out and not printed stands in square brackets, 8.4.3.2.
function dateOf({ date, inferred, notBefore }: Pick<Report, 'date' | 'inferred' | 'notBefore'>): string {
  if (date !== null) return inferred ? `[${date}]` : date;
  return notBefore ? t.notBefore(dateInWords(notBefore)) : t.noDate;
}
