import { PAGE_BUDGET } from './budget.ts';
import { BUILD_BUDGET, type Builds, type ColdBuilds } from './builds.ts';
import type { LighthousePage } from './lighthouse.ts';
import { POLL_MS } from './memory.ts';
import type { Narrowing } from './narrowing.ts';
import { budgetText, bytesText, ratioText, type Spread, secondsText, spreadText } from './numbers.ts';
import type { PageWeight } from './pages.ts';
import { type FirstQuery, INDEX_BUDGET, type IndexSize, PARTS } from './search-index.ts';
import type { FirstLoad, ManySearch } from './search-report.ts';
import type { QuerySpeed } from './search-speed.ts';
import type { Table } from './table.ts';

/** All that one run of the bench found. */
export interface Bench {
  readonly machine: {
    readonly node: string;
    readonly system: string;
    readonly processor: string;
    readonly cores: number;
    /** Processes that wanted a core in the minute before; 0 where the system does not say. */
    readonly load: number;
  };
  readonly builds: ColdBuilds;
  readonly index: { readonly site: IndexBeside; readonly stock: IndexBeside };
  readonly first: readonly FirstLoad[];
  /** A sentence where it was not measured. */
  readonly speed: readonly QuerySpeed[] | string;
  readonly many: ManySearch;
  /** The heaviest first. */
  readonly pages: readonly PageWeight[];
  /** A sentence where it was not measured. */
  readonly narrowed: readonly Narrowing[] | string;
  /** A sentence where it was not asked. */
  readonly lighthouse: readonly LighthousePage[] | string;
}

/** An index, and what a first query loads of it, scripts of the page left out. */
export interface IndexBeside {
  readonly size: IndexSize;
  readonly first: FirstQuery;
}

/** Time and memory of the cold builds, side by side with their ratio and the budget. */
export function buildTable({ site, bare }: ColdBuilds): Table {
  const row = (name: string, spread: Spread | undefined, other: Spread | undefined, text: (value: number) => string) =>
    spread && other
      ? [name, spreadText(spread, text), spreadText(other, text), ratioText(spread.median, other.median)]
      : [name, 'not measured', 'not measured', '-'];
  return {
    title: `Cold build, whole process, ${site.runs.length} runs each in turns: median (least to most)`,
    heads: ['', 'this site', 'bare reference', 'ratio', 'budget', 'this site is'],
    rows: [
      [
        ...row('time', site.time, bare.time, secondsText),
        `under ${BUILD_BUDGET.seconds} s`,
        budgetText(site.time.median, BUILD_BUDGET.seconds),
      ],
      [
        ...row('peak memory', site.peak, bare.peak, bytesText),
        `under ${bytesText(BUILD_BUDGET.peakBytes)}`,
        site.peak ? budgetText(site.peak.median, BUILD_BUDGET.peakBytes) : '-',
      ],
    ],
    notes: [
      'Caches of Astro and Vite removed before each run. Bare reference: Astro + MDX, five pages, then Pagefind over their HTML.',
      site.peak
        ? `Peak memory: resident memory summed over the process tree, looked at every ${POLL_MS} ms; 1 GB is 1,000,000,000 bytes.`
        : 'Peak memory is not measured: this system has no /proc.',
      `Runs of this site: ${runsText(site)}. Runs of the bare reference: ${runsText(bare)}.`,
    ],
  };
}

function runsText({ runs }: Builds): string {
  return runs
    .map(({ seconds }) => seconds.toFixed(2))
    .join(', ')
    .concat(' s');
}

/** The size of the search index beside that of Pagefind as it comes. */
export function indexTable({ site, stock }: Bench['index']): Table {
  const row = (name: string, ours: number, theirs: number, text: (value: number) => string) => [
    name,
    text(ours),
    text(theirs),
    ratioText(ours, theirs),
  ];
  const all = (of: 'bytes' | 'sent') => budgetText(site.size.all[of] / stock.size.all[of], INDEX_BUDGET, true);
  const first = (name: string, of: (first: FirstQuery) => number, text: (value: number) => string) =>
    row(name, of(site.first), of(stock.first), text);
  return {
    title: 'Search index, beside stock Pagefind over the same texts (uncut, zh)',
    heads: ['', 'this site', 'stock', 'ratio', `of at most ${INDEX_BUDGET} x`],
    rows: [
      row('files', site.size.all.files, stock.size.all.files, String),
      [...row('on disk', site.size.all.bytes, stock.size.all.bytes, bytesText), all('bytes')],
      [...row('as sent', site.size.all.sent, stock.size.all.sent, bytesText), all('sent')],
      ...PARTS.filter((part) => part !== 'interface').map((part) =>
        row(`- ${part}, as sent`, site.size.parts[part].sent, stock.size.parts[part].sent, bytesText),
      ),
      first('first query: requests, median', ({ requests }) => requests.median, String),
      first('first query: as sent, median', ({ sent }) => sent.median, bytesText),
      first('first query: as sent, most', ({ sent }) => sent.most, bytesText),
    ],
    notes: [
      `First query: until the results are known, nothing loaded before, without scripts of the page; over ${site.first.queries} queries, the names of all initiatives.`,
      `For the first ten excerpts this site then loads ${site.first.fragments.median} fragments, ${bytesText(site.first.fragmentsSent.median)} (median; most ${site.first.fragments.most}, ${bytesText(site.first.fragmentsSent.most)}).`,
      `As sent: gzip -9 for what is not compressed already. This site’s tables also hold what people say for its practices, which stock does not. Stock also ships ${bytesText(stock.size.parts.interface.bytes)} of ready-made user interfaces, left out here.`,
    ],
  };
}

/** How many pages are listed by themselves; the largest of each column is told of all. */
const LISTED = 16;

/** What the pages cost to send, beside the budgets; the heaviest are listed. */
export function pagesTable(pages: readonly PageWeight[]): Table {
  const most = (of: (page: PageWeight) => number) => Math.max(0, ...pages.map(of));
  const largest = {
    html: most(({ html }) => html),
    css: most(({ css }) => css),
    js: most(({ js }) => js),
    requests: most(({ requests }) => requests),
  };
  const foreign = [...new Set(pages.flatMap((page) => page.foreign))];
  const missing = [...new Set(pages.flatMap((page) => page.missing))];
  const bytes = ['html', 'css', 'js', 'other', 'total'] as const;
  const { html, css, js, requests } = PAGE_BUDGET;
  const used = (value: number, budget: number) => budgetText(value, budget, true);
  return {
    title: `Pages, first visit without search, bodies as sent with gzip -9: the heaviest of ${pages.length}`,
    heads: ['', 'HTML', 'CSS', 'JS', 'icon, pictures', 'total', 'requests'],
    rows: [
      ...pages
        .slice(0, LISTED)
        .map((page) => [page.url, ...bytes.map((kind) => bytesText(page[kind])), String(page.requests)]),
      [
        'largest of each',
        bytesText(largest.html),
        bytesText(largest.css),
        bytesText(largest.js),
        bytesText(most(({ other }) => other)),
        bytesText(most(({ total }) => total)),
        `${largest.requests}`,
      ],
      ['budget, at most', bytesText(html), bytesText(css), bytesText(js), '', '', `${requests}`],
      [
        'the largest is',
        used(largest.html, html),
        used(largest.css, css),
        used(largest.js, js),
        '',
        '',
        used(largest.requests, requests),
      ],
    ],
    notes: [
      foreign.length > 0
        ? `From other origins, bytes not known: ${foreign.join(', ')}.`
        : 'Nothing comes from another origin.',
      ...(missing.length > 0 ? [`Asked for and not in the built site: ${missing.join(', ')}.`] : []),
    ],
  };
}
