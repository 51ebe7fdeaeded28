import { budgetText, bytesText, ratioText, type Spread, secondsText, spreadOf, spreadText } from './numbers.ts';
import type { Run } from './process.ts';
import { FIRST_QUERY_BUDGET, type FirstQuery, type IndexSize, PARTS } from './search-index.ts';
import { FOCUSED, LIMIT, PROFILE, type QuerySpeed, SPEED_BUDGET, type SpeedRun } from './search-speed.ts';
import type { Table } from './table.ts';

/** What first queries of one sort load. */
export interface FirstLoad {
  /** Which queries these are. */
  readonly what: string;
  readonly load: FirstQuery;
}

/** The search of many generated counties. */
export interface ManySearch {
  readonly counties: number;
  readonly records: { readonly few: number; readonly many: number };
  readonly build: Run;
  readonly size: IndexSize;
  readonly first: readonly FirstLoad[];
  /** A sentence where it was not measured. */
  readonly speed: readonly QuerySpeed[] | string;
}

const NEIGHBOURS =
  'Neighbours on the same profile, as published, cold / warm: VitePress MiniSearch 1.36 s / 0.28 s, docusaurus-search-local 1.6 s / 0.19 s, Pagefind component 2.5 s / 1.35 s with 185 kB.';

/** What the first query of a visit loads, against the budget. */
export function firstQueryTable(where: string, first: readonly FirstLoad[]): Table {
  const rows = (what: string, name: string, requests: Spread, sent: Spread) => [
    `${what}: ${name}`,
    spreadText(sent, bytesText),
    spreadText(requests, String),
    budgetText(sent.median, FIRST_QUERY_BUDGET),
    budgetText(sent.most, FIRST_QUERY_BUDGET),
  ];
  return {
    title: `First query of a visit, ${where}: median (least to most), budget under ${bytesText(FIRST_QUERY_BUDGET)}`,
    heads: ['', 'as sent', 'requests', 'the median is', 'the most is'],
    rows: first.flatMap(({ what, load }) => [
      rows(what, 'until the results', load.requests, load.sent),
      rows(what, 'with excerpts', load.allRequests, load.allSent),
    ]),
    notes: [
      `Over ${first.map(({ what, load }) => `${load.queries} ${what}`).join(' and ')}. Bodies with gzip -9; the boot script counts too, though the page has brought it.`,
      'Counted: the scripts of the box, the table of records, Pagefind’s program and index, the tables of words that the query needs; with excerpts: also the first ten fragments, which the search page shows.',
    ],
  };
}

/** How long queries take in a browser, against the budgets. */
export function speedTable(where: string, speeds: readonly QuerySpeed[]): Table {
  const withPage = speeds.some(({ page }) => page.length > 0);
  const { viewport, latency, down, processor } = PROFILE;
  return {
    title: `Speed of search, ${where}, ${speeds[0]?.cold.length ?? 0} runs each: median (least to most)`,
    heads: ['', 'cold', 'is', 'warm', 'is', 'whole, cold', 'bytes', 'requests', ...(withPage ? ['search page'] : [])],
    rows: [
      ...speeds.map(({ kind, cold, warm, page }) => [
        kind,
        runsText(cold, ({ first }) => first),
        verdict(cold, SPEED_BUDGET.cold),
        runsText(warm, ({ first }) => first),
        verdict(warm, SPEED_BUDGET.warm),
        runsText(cold, ({ whole }) => whole),
        middle(cold, ({ bytes }) => bytes, bytesText),
        middle(cold, ({ requests }) => requests, String),
        ...(withPage ? [runsText(page, ({ first }) => first)] : []),
      ]),
      ['budget', `under ${SPEED_BUDGET.cold} s`, '', `under ${SPEED_BUDGET.warm} s`],
    ],
    notes: [
      `Queries: ${speeds.map(({ kind, text }) => `${kind} ${text}`).join('; ')}.`,
      `Chromium, ${viewport.width} × ${viewport.height}, ${latency} ms latency, ${(down * 8) / 1_000_000} Mbit/s down, processor ${processor} times slower than this machine; set when the page is loaded.`,
      `Cold: from focusing the box with the whole query in it to the first hit in the list. Warm: the box focused ${FOCUSED / 1000} s before. Whole: until all of the answer is there. Bytes and requests: cold, until then, headers included. A run is given up after ${LIMIT / 1000} s.`,
      ...(withPage ? ['Search page: from the start of the navigation to its first hit; for information.'] : []),
      NEIGHBOURS,
    ],
  };
}

/** What grows with the number of counties, and what stays. */
export function manyTable(few: IndexSize, { counties, records, build, size }: ManySearch): Table {
  const row = (name: string, one: number, other: number, text: (value: number) => string) => [
    name,
    text(one),
    text(other),
    ratioText(other, one),
  ];
  return {
    title: `Search of ${counties} generated counties, beside this site`,
    heads: ['', 'this site', `${counties} counties`, 'ratio'],
    rows: [
      row('records', records.few, records.many, String),
      row('files', few.all.files, size.all.files, String),
      row('on disk', few.all.bytes, size.all.bytes, bytesText),
      row('as sent', few.all.sent, size.all.sent, bytesText),
      ...PARTS.filter((part) => few.parts[part].files > 0).map((part) =>
        row(`- ${part}, as sent`, few.parts[part].sent, size.parts[part].sent, bytesText),
      ),
      row('- an index chunk, mean', chunkOf(few), chunkOf(size), bytesText),
    ],
    notes: [
      `Making the index took ${secondsText(build.seconds)} and ${build.peakBytes === undefined ? 'memory that is not measured here' : `${bytesText(build.peakBytes)} at the peak`}, as a process of its own.`,
      'With every county grow what each visit loads whole: the table of records, and the record list in Pagefind’s meta; and the tables of words where a query needs them (everyday, paraphrases, English names).',
      'What stays: the program and the scripts. The pieces of the index stay about as many and grow with the texts; a fragment is that of one record.',
      'Texts: those of this site, in each county with about half of the letters swapped for others by a seeded rule; the first of each county as they are.',
    ],
  };
}

function chunkOf({ parts }: IndexSize): number {
  return parts['index chunks'].sent / Math.max(1, parts['index chunks'].files);
}

/** Times of some runs as `0.93 s (0.91 s to 1.02 s)`, and how many of them came to nothing. */
export function runsText(runs: readonly SpeedRun[], time: (run: SpeedRun) => number | undefined): string {
  const times = timesOf(runs, time);
  const others = (['nothing found', 'timed out', 'failed'] as const).flatMap((outcome) => {
    const count = runs.filter((run) => run.outcome === outcome).length;
    return count > 0 ? [`${count} ${outcome}`] : [];
  });
  const unfinished = runs.filter((run) => run.outcome === 'found' && time(run) === undefined).length;
  if (unfinished > 0) others.push(`${unfinished} not whole`);
  return [...(times.length > 0 ? [spreadText(spreadOf(times), secondsText)] : []), ...others].join(', ') || '-';
}

function verdict(runs: readonly SpeedRun[], budget: number): string {
  const times = timesOf(runs, ({ first }) => first);
  return times.length > 0 ? budgetText(spreadOf(times).median, budget) : '-';
}

function middle(runs: readonly SpeedRun[], of: (run: SpeedRun) => number, text: (value: number) => string): string {
  const found = runs.filter(({ whole }) => whole !== undefined);
  return found.length > 0 ? text(spreadOf(found.map(of)).median) : '-';
}

function timesOf(runs: readonly SpeedRun[], time: (run: SpeedRun) => number | undefined): number[] {
  return runs.flatMap((run) => time(run) ?? []);
}
