import type {
  Article,
  BreadcrumbList,
  CreativeWork,
  DataDownload,
  Dataset,
  Graph,
  ListItem,
  Organization,
  SearchAction,
  Thing,
  WebSite,
  WithActionConstraints,
} from 'schema-dts';
import type { Report } from '../cite/report.ts';
import type { Work } from '../cite/work.ts';
import { words } from '../i18n/zh.ts';

/**
 * What a page says of itself in the vocabulary of schema.org. Addresses are paths where the site's origin is not known: a reader of
 * JSON-LD resolves them against the page that they stand in. No day of a build is told, only the version of the content.
 */

/** The licence of content and data. */
export const LICENCE = 'https://creativecommons.org/licenses/by/4.0/';

/** A file to download, by its address and type. */
export interface Download {
  readonly url: string;
  readonly type: 'text/csv' | 'application/json';
}

/** The trail from the home page down to a page. Its last entry is the page itself. */
export function breadcrumbList(trail: readonly { readonly name: string; readonly url: string }[]): BreadcrumbList {
  return {
    '@type': 'BreadcrumbList',
    itemListElement: trail.map(
      ({ name, url }, i): ListItem => ({
        '@type': 'ListItem',
        position: i + 1,
        name,
        item: url,
      }),
    ),
  };
}

/** A page that tells what reports say, and the reports. `changed` is the day of its last addition or correction, if there was one. */
export function article(work: Work, description: string, home: string, changed?: string): Article {
  return {
    '@type': 'Article',
    headline: work.title,
    ...partOfSite(work, description, home),
    ...(changed ? { dateModified: changed } : {}),
    isPartOf: { '@type': 'WebSite', name: words.site, url: home },
  };
}

/** Data to download. `parts` are the names of what they hold, `years` the time that they tell of. */
export function dataset(
  work: Work,
  description: string,
  home: string,
  downloads: readonly Download[],
  more: { readonly parts?: readonly string[]; readonly years?: string | undefined } = {},
): Dataset {
  return {
    '@type': 'Dataset',
    name: `${words.site}：${work.title}`,
    alternateName: work.english,
    ...partOfSite(work, description, home),
    creator: site(home),
    isAccessibleForFree: true,
    ...(more.parts ? { variableMeasured: more.parts } : {}),
    ...(more.years ? { temporalCoverage: more.years } : {}),
    distribution: downloads.map(
      ({ url, type }): DataDownload => ({
        '@type': 'DataDownload',
        contentUrl: url,
        encodingFormat: type,
      }),
    ),
  };
}

/** The site, and where it is searched: `search` is the whole address with the place of the query, which no path can stand for. */
export function webSite(work: Work, description: string, search: string | undefined): WebSite {
  const action: WithActionConstraints<SearchAction> | undefined = search
    ? {
        '@type': 'SearchAction',
        target: { '@type': 'EntryPoint', urlTemplate: search },
        'query-input': 'required name=search_term_string',
      }
    : undefined;
  return {
    '@type': 'WebSite',
    name: words.site,
    alternateName: words.siteEnglish,
    ...partOfSite(work, description, work.address),
    ...(action ? { potentialAction: action } : {}),
  };
}

/** All that a page says of itself, as text for a `<script>`: a `<` could end the element and is escaped. */
export function jsonLd(things: readonly Thing[]): string {
  const graph: Graph = { '@context': 'https://schema.org', '@graph': things };
  return JSON.stringify(graph).replaceAll('<', '\\u003c');
}

/** What article, data and site have in common. */
function partOfSite({ version, address, reports }: Work, description: string, home: string) {
  return {
    description,
    url: address,
    inLanguage: words.lang,
    version,
    license: LICENCE,
    author: site(home),
    isBasedOn: reports.map(basis),
  };
}

function site(home: string): Organization {
  return { '@type': 'Organization', name: words.site, url: home };
}

// A date that is only worked out is not told here, where no word could say so.
function basis({ title, subtitle, writers, publisher, date, inferred, address }: Report): CreativeWork {
  return {
    '@type': 'CreativeWork',
    name: title,
    ...(subtitle ? { alternativeHeadline: subtitle } : {}),
    ...(writers.length > 0 ? { author: writers.map((name) => ({ '@type': 'Person' as const, name })) } : {}),
    ...(publisher ? { publisher: { '@type': 'Organization' as const, name: publisher } } : {}),
    ...(date && !inferred ? { datePublished: date } : {}),
    ...(address ? { url: address } : {}),
  };
}
