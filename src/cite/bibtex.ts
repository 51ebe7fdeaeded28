import { citeWords } from '../i18n/cite-words.ts';
import { dateInWords } from '../i18n/dates.ts';
import { words } from '../i18n/zh.ts';
import type { Report } from './report.ts';
import type { Work } from './work.ts';

const t = citeWords.bibtex;

/** A work as BibTeX entries: this site's page first, then each report that it draws on. `@misc` is known to BibTeX and biblatex alike. */
export function bibtex({ key, title, version, address, reports }: Work): string[] {
  const page = entry(key, {
    author: `{${text(words.site)}}`,
    title: `{${text(title)}}`,
    // In the note, since BibTeX prints no field `version`.
    note: text(t.draws(version, reports.map(({ id }) => keyOf(id)).join(', '))),
    url: location(address),
    // For the reader to fill in; biblatex takes an empty one for none.
    urldate: '',
  });
  return [page, ...reports.map(report)];
}

function report({ id, writers, title, subtitle, publisher, date, inferred, notBefore, address }: Report): string {
  const lacks = [
    ...(writers.length === 0 ? [t.noAuthor] : []),
    ...(publisher === null ? [t.noPublisher] : []),
    ...(date === null ? [notBefore ? t.notBefore(dateInWords(notBefore)) : t.noDate] : inferred ? [t.inferred] : []),
  ];
  return entry(keyOf(id), {
    ...(writers.length > 0 ? { author: writers.map((name) => `{${text(name)}}`).join(' and ') } : {}),
    title: `{${text(subtitle ? `${title}：${subtitle}` : title)}}`,
    ...(publisher === null ? {} : { publisher: `{${text(publisher)}}` }),
    ...dateFields(date, inferred),
    ...(lacks.length > 0 ? { note: text(lacks.join(t.and)) } : {}),
    ...(address === null ? {} : { url: location(address) }),
  });
}

const keyOf = (id: string) => `report-${id}`;

// BibTeX knows the year, biblatex the whole date. A year that is only worked out is in the brackets that styles print.
function dateFields(date: string | null, inferred: boolean): Readonly<Record<string, string>> {
  if (date === null) return {};
  const year = date.slice(0, 4);
  if (inferred) return { year: `[${year}]` };
  return date.length > 4 ? { date, year } : { year };
}

function entry(key: string, fields: Readonly<Record<string, string>>): string {
  const lines = Object.entries(fields).map(([name, value]) => `  ${name} = {${value}},`);
  return [`@misc{${key},`, ...lines, '}'].join('\n');
}

const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

/** Text as TeX reads it: what has a meaning there is escaped. */
function text(plain: string): string {
  return plain.replace(/[\\~^&%$#_{}]/g, (mark) => ESCAPES[mark] ?? `\\${mark}`);
}

/** An address stands as it is, since `url` fields are read letter by letter; only a brace would end the field. */
function location(address: string): string {
  return address.replaceAll('{', '%7B').replaceAll('}', '%7D');
}
