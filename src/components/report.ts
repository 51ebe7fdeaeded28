import type { Atlas, CountyRecord, FigureRecord, RemarkRecord } from '../atlas/records.ts';
import { filled } from '../atlas/resolve.ts';
import { timeInWords } from '../i18n/dates.ts';
import { reportWords } from '../i18n/report-words.ts';
import { NATURE_WORDS, REMARK_WORDS, words } from '../i18n/zh.ts';

/** A record in which a reader can find an error. */
export interface Reportable {
  /** Names the record among all: `county/id` with `fig-` or `remark-` as its anchor has it, elsewhere its kind and its id. */
  readonly ref: string;
  readonly name: string;
  readonly url: string;
  /** What the page says of it now. */
  readonly shown: string;
}

/** What every report tells beside the record: the state of the content, and how a path becomes an address. */
export interface Context {
  readonly version: string;
  readonly link: (url: string) => string;
}

/** So much of what a page shows is repeated in a report: an address that holds it must stay below what servers take. */
const SHOWN_AT_MOST = 160;

/** The text of a report: what it is about, filled in, and what only the reader knows, left open. */
export function reportText({ ref, name, url, shown }: Reportable, { version, link }: Context): string {
  const { fields } = reportWords;
  const letters = [...shown.replaceAll('\n', ' ')];
  const cut = letters.length > SHOWN_AT_MOST ? `${letters.slice(0, SHOWN_AT_MOST).join('')}……` : letters.join('');
  const known = [
    [fields.record, `${ref}（${name}）`],
    [fields.address, link(url)],
    [fields.version, version],
    [fields.shown, cut],
  ].map(([field, value]) => `${field}：${value}`);
  return [...known, ...[fields.wrong, fields.printed, fields.grounds].map((field) => `${field}：`)].join('\n');
}

/** The address of a new issue with title and text filled in, as GitHub, Gitea and their like take it. */
export function issueAddress(repository: string, title: string, text: string): string {
  return `${repository}/issues/new?title=${inQuery(title)}&body=${inQuery(text)}`;
}

// A browser writes Han characters as UTF-8 by itself; left as they are they take a third of the page's weight. What has a meaning in
// an address, or in HTML, is escaped.
function inQuery(text: string): string {
  return text.toWellFormed().replace(/[^\w.~\u0080-\u{10ffff}-]/gu, encodeURIComponent);
}

/** The page of reports on what stands on a county's page; with the anchor of a record behind it, the report on that. */
export function reportPageOf(county: CountyRecord): string {
  return `/report/${county.id}/`;
}

/** A county's report as a whole: its name, period and lead. */
export function reportableOf(county: CountyRecord, figures: Atlas['figures']): Reportable {
  const { id, name, url, period, lead, summary } = county;
  const time = `${words.county.period}：${period ? timeInWords(period) : words.figure.undated}`;
  return { ref: `counties/${id}`, name, url, shown: `${time}；${filled(lead ?? summary, figures, id)}` };
}

/** What a figure is called among all records of its county: by its label, and by its number too where another is called the same. */
export function figureCalled({ label, printed }: FigureRecord, { figures, initiatives }: CountyRecord): string {
  const alike = [...figures.map((one) => one.label), ...initiatives.map(({ name }) => name)].filter(
    (one) => one === label,
  );
  return alike.length > 1 ? `${label}，${printed}` : label;
}

/** What a remark is called where it is not read whole: its kind and its first clause. */
export function remarkCalled({ kind, text }: RemarkRecord, { id }: CountyRecord, figures: Atlas['figures']): string {
  const [first] = filled(text, figures, id).split(/[，。；：]/);
  return `${REMARK_WORDS[kind]}，${first}`;
}

/** Everything else on a county's page that can be in error, by parts of the page. */
export function reportablesOf(county: CountyRecord, figures: Atlas['figures']) {
  const ref = (url: string) => `${county.id}/${url.slice(url.indexOf('#') + 1)}`;
  const fill = (text: string) => filled(text, figures, county.id);
  return {
    initiatives: county.initiatives.map(({ name, url, summary }) => ({
      ref: ref(url),
      name,
      url,
      shown: fill(summary),
    })),
    figures: county.figures.map((figure) => ({
      ref: ref(figure.url),
      name: figure.label,
      url: figure.url,
      shown: figureShown(figure),
    })),
    remarks: county.sources.flatMap(({ remarks }) =>
      remarks.map(({ id, url, text }) => ({
        ref: ref(url),
        name: `${words.county.remarks}（${id}）`,
        url,
        shown: fill(text),
      })),
    ),
  } satisfies Readonly<Record<string, readonly Reportable[]>>;
}

function figureShown({ label, printed, nature, asOf, period, scope, at }: FigureRecord): string {
  const time = asOf ?? period;
  const t = words.figure;
  return [
    `${label}：${printed}`,
    `${t.nature}：${NATURE_WORDS[nature]}`,
    `${t.time}：${time ? timeInWords(time) : t.undated}`,
    `${t.scope}：${scope ?? t.wholeCounty}`,
    `${t.paragraph}：${at.join('、')}`,
  ].join('；');
}
