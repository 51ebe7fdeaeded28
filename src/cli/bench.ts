import { rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadAtlas } from '../atlas/load.ts';
import { PAGE_BUDGET } from '../bench/budget.ts';
import { BARE_FOLDER, BUILD_BUDGET, coldBuilds, SITE_OUT } from '../bench/builds.ts';
import { lighthousePages, SCORE_GOAL } from '../bench/lighthouse.ts';
import { lighthouseTable } from '../bench/lighthouse-report.ts';
import { MANY_FOLDER } from '../bench/many-site.ts';
import { narrowing, narrowingTable } from '../bench/narrowing.ts';
import { weighedPages } from '../bench/pages.ts';
import { queriesOf } from '../bench/queries.ts';
import { type Bench, buildTable, indexTable, pagesTable } from '../bench/report.ts';
import { searchBench } from '../bench/search-bench.ts';
import { FIRST_QUERY_BUDGET, INDEX_BUDGET } from '../bench/search-index.ts';
import { firstQueryTable, manyTable, speedTable } from '../bench/search-report.ts';
import { SPEED_BUDGET } from '../bench/search-speed.ts';
import { STOCK_FOLDER } from '../bench/stock.ts';
import { type Table, tableText } from '../bench/table.ts';
import { searchRecords } from '../search/records.ts';

const root = process.cwd();
// The scores move with the load of the machine: the middle one of three is told.
const LIGHTHOUSE_RUNS = 3;

try {
  const { values } = parseArgs({ options: { runs: { type: 'string', default: '5' }, json: { type: 'string' } } });
  if (!/^[1-9]\d?$/.test(values.runs)) {
    throw new Error(
      `--runs is “${values.runs}”: give how often to build and to search, from 1 to 99, for example --runs 5.`,
    );
  }
  const bench = await measure(Number(values.runs));
  const { machine } = bench;
  process.stdout.write(
    `${machine.processor}, ${machine.cores} cores, ${machine.system}, Node ${machine.node}; load before: ${machine.load.toFixed(2)}\n\n`,
  );
  for (const part of partsOf(bench))
    process.stdout.write(`${typeof part === 'string' ? `${part}\n` : tableText(part)}\n`);
  if (values.json !== undefined) {
    const budgets = {
      build: BUILD_BUDGET,
      page: PAGE_BUDGET,
      index: INDEX_BUDGET,
      firstQuery: FIRST_QUERY_BUDGET,
      speed: SPEED_BUDGET,
      lighthouse: SCORE_GOAL,
    };
    writeFileSync(values.json, `${JSON.stringify({ ...bench, budgets }, null, 2)}\n`);
  }
  clear();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

async function measure(runs: number): Promise<Bench> {
  const machine = {
    node: process.versions.node,
    system: `${process.platform} ${process.arch}`,
    processor: cpus()[0]?.model.trim() ?? 'unknown processor',
    cores: cpus().length,
    load: loadavg()[0] ?? 0,
  };
  const builds = await coldBuilds(root, runs, tell);
  const site = join(root, SITE_OUT);
  const pages = weighedPages(site);
  const heaviest = (kind: string) => pages.find(({ url }) => url.startsWith(kind))?.url ?? kind;
  const theme = heaviest('/themes/');
  const narrowed = await narrowing(site, ['/compare/', theme], runs, tell);
  const looked = ['/', heaviest('/counties/'), theme, '/compare/', resultsPage(root)];
  const lighthouse = await lighthousePages(site, looked, LIGHTHOUSE_RUNS, tell);
  return { machine, builds, pages, narrowed, lighthouse, ...(await searchBench(root, runs, tell)) };
}

/** The page of search with a query that holds for any content: the whole name of a practice. */
function resultsPage(root: string): string {
  const { atlas } = loadAtlas(root);
  const query = queriesOf(atlas ? searchRecords(atlas) : [], 1).find(({ kind }) => kind === 'whole name');
  return `/search/?q=${encodeURIComponent(query?.text ?? '')}`;
}

function partsOf({ builds, index, first, speed, many, pages, narrowed, lighthouse }: Bench): (Table | string)[] {
  const here = 'this site';
  const there = `${many.counties} counties`;
  const parts = [
    buildTable(builds),
    indexTable(index),
    firstQueryTable(here, first),
    typeof speed === 'string' ? speed : speedTable(here, speed),
    manyTable(index.site.size, many),
    firstQueryTable(there, many.first),
    typeof many.speed === 'string' ? many.speed : speedTable(there, many.speed),
    pagesTable(pages),
    typeof narrowed === 'string' ? narrowed : narrowingTable(narrowed),
    typeof lighthouse === 'string' ? lighthouse : lighthouseTable(lighthouse),
  ];
  // Without a browser one sentence stands for both tables of speed.
  return [...new Set(parts)];
}

// On the other stream, so that what is piped into a file is the tables alone.
function tell(what: string): void {
  process.stderr.write(`${what} …\n`);
}

function clear(): void {
  for (const folder of [SITE_OUT, BARE_FOLDER, STOCK_FOLDER, MANY_FOLDER]) {
    rmSync(join(root, folder), { recursive: true, force: true });
  }
}
