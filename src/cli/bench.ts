import { rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadAtlas } from '../atlas/load.ts';
import { BARE_FOLDER, BUILD_BUDGET, coldBuilds, SITE_OUT } from '../bench/builds.ts';
import { countyPages, PAGE_BUDGET } from '../bench/pages.ts';
import { type Bench, buildTable, indexTable, pagesTable } from '../bench/report.ts';
import { measureIndex } from '../bench/search-index.ts';
import { STOCK_FOLDER, writeStockIndex } from '../bench/stock.ts';
import { tableText } from '../bench/table.ts';
import { searchRecords } from '../search/records.ts';

const root = process.cwd();

try {
  const { values } = parseArgs({ options: { runs: { type: 'string', default: '5' }, json: { type: 'string' } } });
  if (!/^[1-9]\d?$/.test(values.runs)) {
    throw new Error(`--runs is “${values.runs}”: give how often to build, from 1 to 99, for example --runs 5.`);
  }
  const bench = await measure(Number(values.runs));
  const { machine } = bench;
  process.stdout.write(
    `${machine.processor}, ${machine.cores} cores, ${machine.system}, Node ${machine.node}; load before: ${machine.load.toFixed(2)}\n\n`,
  );
  for (const table of [buildTable(bench.builds), indexTable(bench.index), pagesTable(bench.pages)]) {
    process.stdout.write(`${tableText(table)}\n`);
  }
  if (values.json !== undefined) {
    const budgets = { build: BUILD_BUDGET, page: PAGE_BUDGET };
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
  tell('the search index, and stock Pagefind over the same texts');
  const { atlas } = loadAtlas(root);
  if (!atlas)
    throw new Error('The content changed while the bench ran and has mistakes now: run npm run check to see them.');
  await writeStockIndex(searchRecords(atlas), join(root, STOCK_FOLDER));
  const names = [...new Set([...atlas.initiatives.values()].map(({ name }) => name))];
  const index = {
    site: measureIndex(join(root, SITE_OUT, 'pagefind'), 'site', names),
    stock: measureIndex(join(root, STOCK_FOLDER), 'stock', names),
  };
  return { machine, builds, index, pages: countyPages(join(root, SITE_OUT)) };
}

// On the other stream, so that what is piped into a file is the tables alone.
function tell(what: string): void {
  process.stderr.write(`${what} …\n`);
}

function clear(): void {
  for (const folder of [SITE_OUT, BARE_FOLDER, STOCK_FOLDER]) {
    rmSync(join(root, folder), { recursive: true, force: true });
  }
}
