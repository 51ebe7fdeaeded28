import { join } from 'node:path';
import { loadAtlas } from '../atlas/load.ts';
import { searchRecords } from '../search/records.ts';
import { SITE_OUT } from './builds.ts';
import { MANY } from './many.ts';
import { MANY_FOLDER, writeManySite } from './many-site.ts';
import { evenly, queriesOf, questions } from './queries.ts';
import type { Load } from './query.ts';
import type { Bench } from './report.ts';
import { type SearchScripts, searchScripts } from './scripts.ts';
import { firstQueryOf, indexSize, loadsOf, siteIndex } from './search-index.ts';
import type { FirstLoad } from './search-report.ts';
import { searchSpeed } from './search-speed.ts';
import { type SentFile, sentFiles } from './sent.ts';
import { STOCK_FOLDER, writeStockIndex } from './stock.ts';

/** Where there is no list of questions, so many queries of every kind take their place. */
const EACH = 4;
/** Of many counties a query takes seconds even without a browser, and a run in it longer than a reader would wait. */
const QUERIES_OF_MANY = 30;
const RUNS_OF_MANY = 1;

/** Measures search on the site built into `SITE_OUT`, each query `runs` times, and on an index of many counties. */
export async function searchBench(
  root: string,
  runs: number,
  tell: (what: string) => void,
): Promise<Pick<Bench, 'index' | 'first' | 'speed' | 'many'>> {
  const { atlas } = loadAtlas(root);
  const [county] = atlas?.counties ?? [];
  if (!atlas || !county)
    throw new Error('The content changed while the bench ran and has mistakes now: run npm run check to see them.');
  const records = searchRecords(atlas);
  const names = [...new Set([...atlas.initiatives.values()].map(({ name }) => name))];
  const asked = questions(root) ?? queriesOf(records, EACH).map(({ text }) => text);
  const site = join(root, SITE_OUT);
  const stock = join(root, STOCK_FOLDER);

  tell('the search index, and stock Pagefind over the same texts');
  await writeStockIndex(records, stock);
  const files = siteIndex(site);
  const stockFiles = sentFiles(stock);
  const ofNames = loadsHere(site, names);
  const index = {
    site: { size: indexSize(files), first: firstQueryOf(files, ofNames) },
    stock: {
      size: indexSize(stockFiles),
      first: firstQueryOf(stockFiles, loadsOf({ folder: stock, how: 'stock', queries: names })),
    },
  };

  tell('what a first query loads');
  const first = firstLoads(searchScripts(site, county.url), files, ofNames, loadsHere(site, asked));
  const queries = queriesOf(records, 1);
  const speed = await searchSpeed({ folder: site, url: county.url, queries, runs, searchPage: true }, tell);

  tell(`the search index of ${MANY} counties`);
  const build = await writeManySite(root);
  const many = join(root, MANY_FOLDER);
  const filesOfMany = siteIndex(many);
  const size = indexSize(filesOfMany);
  tell(`what a first query loads of ${MANY} counties`);
  const some = (queries: readonly string[]) => loadsHere(many, evenly(queries, QUERIES_OF_MANY));
  const firstOfMany = firstLoads(searchScripts(many, county.url), filesOfMany, some(names), some(asked));
  const task = { folder: many, url: county.url, queries, runs: Math.min(runs, RUNS_OF_MANY), searchPage: false };
  const speedOfMany = typeof speed === 'string' ? speed : await searchSpeed(task, tell);
  const count = { few: records.length, many: size.parts.fragments.files };
  return {
    index,
    first,
    speed,
    many: { counties: MANY, records: count, build, size, first: firstOfMany, speed: speedOfMany },
  };
}

function loadsHere(folder: string, queries: readonly string[]): Load[] {
  return loadsOf({ folder, how: 'site', queries });
}

function firstLoads(
  scripts: SearchScripts,
  files: readonly SentFile[],
  ofNames: readonly Load[],
  ofQuestions: readonly Load[],
): FirstLoad[] {
  return [
    { what: 'names of initiatives', load: firstQueryOf(files, ofNames, scripts) },
    { what: 'questions', load: firstQueryOf(files, ofQuestions, scripts) },
  ];
}
