import { citeWords } from '../i18n/cite-words.ts';
import { words } from '../i18n/zh.ts';
import type { Report } from './report.ts';
import type { Work } from './work.ts';

const KINDS = { page: 'Web page', data: 'Data set' } as const;

/** A work in the form of APA 7: this site's page first, then each report that it draws on, a line each. */
export function apa({ title, english, kind, version, address, reports }: Work): string[] {
  // A page that changes and bears no date asks for the day on which it was looked at (9.15, 9.16).
  const page = `${words.site}. (n.d.). ${title} [${english}] (Version ${version}) [${KINDS[kind]}]. Retrieved [${citeWords.accessed}], from ${address}`;
  return [page, ...reports.map(report)];
}

function report({ writers, title, subtitle, publisher, address, ...dated }: Report): string {
  const name = subtitle ? `${title}：${subtitle}` : title;
  const date = `(${dateOf(dated)})`;
  // Without an author the title moves to the front (9.12).
  const head = writers.length > 0 ? `${names(writers)}. ${date}. ${name}` : `${name}. ${date}`;
  return `${[head, ...(publisher ? [publisher] : [])].join('. ')}.${address ? ` ${address}` : ''}`;
}

// Up to twenty names; of more, the first nineteen and the last (9.8). Chinese names stand as they are: the family name is in front.
function names(writers: readonly string[]): string {
  const last = writers.at(-1) ?? '';
  if (writers.length > 20) return `${writers.slice(0, 19).join(', ')}, . . . ${last}`;
  return writers.length === 1 ? last : `${writers.slice(0, -1).join(', ')}, & ${last}`;
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

function dateOf({ date, inferred }: Pick<Report, 'date' | 'inferred'>): string {
  if (date === null) return 'n.d.';
  const [year, month, day] = date.split('-');
  if (inferred) return `ca. ${year}`;
  return `${year}${month ? `, ${MONTHS[Number(month) - 1]}` : ''}${day ? ` ${Number(day)}` : ''}`;
}
