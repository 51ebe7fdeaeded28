import {
  type Atlas,
  answerOf,
  type CountyRecord,
  type IndicatorRecord,
  type SourceRecord,
  type ThemeRecord,
} from '../atlas/records.ts';
import { citeWords } from '../i18n/cite-words.ts';
import { words } from '../i18n/zh.ts';
import { writeChinese } from '../model/numerals.ts';
import { type Report, reportOf } from './report.ts';

/** What is cited: a page or the data of this site, in one state of its content, and apart from it the reports that it draws on. */
export interface Work {
  /** Names it in BibTeX: ASCII, the same in every version. */
  readonly key: string;
  readonly title: string;
  /** The title in English; APA asks for one beside a title in another language. */
  readonly english: string;
  readonly kind: 'page' | 'data';
  readonly version: string;
  /** The whole address where the site's origin is known, else the path. */
  readonly address: string;
  readonly reports: readonly Report[];
}

/** What a citation needs of the place where the site stands: how the path of a page becomes its address. */
export type Link = (url: string) => string;

type State = Pick<Atlas, 'version'>;

/** A county's page, which rests on the county's reports. */
export function countyWork(county: CountyRecord, { version }: State, link: Link): Work {
  const { id, name, english, url, sources } = county;
  const key = `${KEY}-${id}`;
  return { key, title: name, english, kind: 'page', version, address: link(url), reports: sources.map(reportOf) };
}

/** A theme's page, which rests on the reports that answer it and on those that it says to be silent. */
export function themeWork(theme: ThemeRecord, { version, sources, counties }: Atlas, link: Link): Work {
  const told = counties.filter((county) => answerOf(theme, county) !== 'not-yet');
  return {
    key: `${KEY}-theme-${theme.id}`,
    title: citeWords.titles.theme(theme.name),
    english: theme.english,
    kind: 'page',
    version,
    address: link(theme.url),
    reports: reportsAmong(sources, new Set(told.flatMap((county) => county.sources))),
  };
}

/** An indicator's page, which rests on the reports that its values stand in. */
export function indicatorWork(indicator: IndicatorRecord, { version, sources }: Atlas, link: Link): Work {
  const figures = [...indicator.figures, ...indicator.computed.flatMap(({ terms }) => terms)];
  return {
    key: `${KEY}-indicator-${indicator.id}`,
    title: citeWords.titles.indicator(indicator.name),
    english: indicator.english,
    kind: 'page',
    version,
    address: link(indicator.url),
    reports: reportsAmong(sources, new Set(figures.map(({ source }) => source))),
  };
}

/** The whole atlas. */
export function atlasWork({ version, sources, counties }: Atlas, link: Link): Work {
  return {
    key: KEY,
    title: words.title(writeChinese(counties.length) ?? ''),
    english: words.siteEnglish,
    kind: 'page',
    version,
    address: link('/'),
    reports: sources.map(reportOf),
  };
}

/** All records as data to download. */
export function dataWork({ version, sources }: Atlas, link: Link): Work {
  return {
    key: `${KEY}-data`,
    title: citeWords.titles.data,
    english: citeWords.titles.dataEnglish,
    kind: 'data',
    version,
    address: link('/data/'),
    reports: sources.map(reportOf),
  };
}

const KEY = 'county-practice-atlas';

// In the order of the atlas, so that the same reports stand in the same order everywhere.
function reportsAmong(sources: readonly SourceRecord[], used: ReadonlySet<SourceRecord>): Report[] {
  return sources.filter((source) => used.has(source)).map(reportOf);
}
