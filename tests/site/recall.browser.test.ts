import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { currentAtlas } from '../../src/atlas/current.ts';
import { launch } from '../../src/bench/browser.ts';
import type { Field } from '../../src/search/cut.ts';
import { FILES } from '../../src/search/files.ts';
import { type Aids, aidsOf } from '../../src/search/hints.ts';
import { type Library, libraryOf, type Pagefind, type PagefindResult } from '../../src/search/library.ts';
import { runQuery } from '../../src/search/query.ts';
import { type SearchRecord, searchRecords } from '../../src/search/records.ts';
import { readTable } from '../../src/search/table.ts';
import { type Served, serve } from './built-site.ts';
import { plainOf } from './plain.ts';
import { ask, exactOf, SHOWN_AT_MOST, search } from './results-page.ts';

const RUNS = process.env.ATLAS_TESTS === 'full' ? 5_000 : 500;
/** So many of them go through the page itself. */
const SHOWN_RUNS = 40;
const SEED = 20_261_122;

const site = inject('sites').root;
const RECORDS = searchRecords(currentAtlas()).map(({ url, kind, fields }) => ({
  url,
  kind,
  fields: fields.map(({ role, text }) => ({ role, text, plain: plainOf(text) })),
}));

/** What the page keeps of the index between two questions. */
interface Opened {
  readonly index: Pagefind;
  readonly found?: Map<string, PagefindResult>;
}

let browser: Browser;
let served: Served;
let page: Page;
let library: Library;
let aids: Aids;

beforeAll(async () => {
  browser = await launch();
  served = await serve(site);
  page = await browser.newPage();
  // The built index, read by its own program in the browser under the policy of the page, asked by the site's own code.
  await page.goto(`${served.origin}/about/`);
  await page.evaluate(`import('/${FILES.index}pagefind.js').then(({ createInstance }) => {
    window.index = createInstance({ basePath: '/${FILES.index}', noWorker: true });
  })`);
  const pagefind: Pagefind = {
    search: async (query) => {
      const found = await page.evaluate(async (phrase) => {
        const { index, found = new Map() } = window as unknown as Opened;
        const { results } = await index.search(phrase);
        for (const result of results) found.set(result.id, result);
        Object.assign(window, { found });
        return results.map(({ id, words }) => ({ id, words: [...words] }));
      }, query);
      const contentOf = (id: string) =>
        page.evaluate(async (one) => {
          const { found } = window as unknown as Opened;
          const { content = '' } = (await found?.get(one)?.data()) ?? {};
          return { content };
        }, id);
      return { results: found.map((one) => ({ ...one, data: () => contentOf(one.id) })) };
    },
  };
  const parse = async (path: string) => JSON.parse(readFileSync(join(site, path), 'utf8'));
  library = libraryOf(readTable(await parse(FILES.table)), pagefind);
  aids = aidsOf(parse);
});
afterAll(async () => {
  await browser.close();
  await served.close();
});

/** Numbers below 1, always the same ones for a seed (mulberry32). */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Pieces of 1 to 8 letters of all texts but the English ones; every letter of every text is as likely to begin one. */
function piecesOf(count: number, seed: number): string[] {
  const texts = RECORDS.flatMap(({ fields }) => fields)
    .filter(({ role }) => role !== 'english')
    .map(({ text }) => Array.from(text));
  const total = texts.reduce((sum, { length }) => sum + length, 0);
  const random = randomOf(seed);
  const piece = (): string => {
    let at = Math.floor(random() * total);
    const text = texts.find(({ length }) => {
      if (at < length) return true;
      at -= length;
      return false;
    });
    const cut = text?.slice(at, at + 1 + Math.floor(random() * 8)).join('') ?? '';
    // A piece without a letter or digit is no query, and one that begins in the middle of a sign’s accents neither.
    return plainOf(cut) === '' ? piece() : cut;
  };
  return Array.from({ length: count }, piece);
}

/** The order that is promised, by where a record holds the query, as plainly as it can be said. */
const PLACES = [
  'a whole name',
  'a whole alias',
  'a part of a name',
  'a part of an alias',
  'a part of a slogan',
  'a figure',
  'the summary',
  'the prose',
  'a part of the English name',
] as const;
type Place = (typeof PLACES)[number];
const KINDS: readonly SearchRecord['kind'][] = [
  ...(['initiative', 'theme', 'term', 'friend', 'county', 'indicator', 'question', 'source', 'page'] as const),
];

function placeOf(
  { role, plain }: { role: Field['role']; plain: string },
  wanted: string,
  kind: SearchRecord['kind'],
): Place | undefined {
  if (!plain.includes(wanted)) return undefined;
  const whole = plain === wanted;
  // Part of a question is part of a sentence; what an indicator is called stands with the other names of practices.
  const part = kind === 'question' ? 'the summary' : 'a part of a name';
  const places = {
    name: !whole ? part : kind === 'indicator' ? 'a whole alias' : 'a whole name',
    alias: whole ? 'a whole alias' : 'a part of an alias',
    part: 'a part of a slogan',
    figure: 'a figure',
    summary: 'the summary',
    prose: 'the prose',
    english: whole ? 'a whole alias' : 'a part of the English name',
  } as const satisfies Record<Field['role'], Place>;
  return places[role];
}

/** The best place of each record that holds a query. */
function truthOf(query: string): Map<string, { place: Place; kind: SearchRecord['kind'] }> {
  const wanted = plainOf(query);
  // English names are looked at for what has a Latin letter; 8 is not looked for in 18th.
  const english = /\p{Script=Latin}/u.test(query);
  return new Map(
    RECORDS.flatMap(({ url, kind, fields }) => {
      const texts = fields.filter(({ role }) => english || role !== 'english');
      const places = texts.flatMap((field) => placeOf(field, wanted, kind) ?? []);
      const place = PLACES.find((one) => places.includes(one));
      return place ? [[url, { place, kind }] as const] : [];
    }),
  );
}

/** What is wrong with a list of results; the first two faults are enough. */
function faultsOf(query: string, found: readonly string[], most = Number.POSITIVE_INFINITY): string[] {
  const truth = truthOf(query);
  const said = JSON.stringify(query);
  const hits = new Set(found);
  const faults = found.filter((url) => !truth.has(url)).map((url) => `${said} does not stand in ${url}`);
  if (hits.size < found.length) faults.push(`${said}: a record stands there twice`);
  if (truth.size <= most) {
    faults.push(...[...truth.keys()].filter((url) => !hits.has(url)).map((url) => `${said} does not find ${url}`));
  } else if (found.length !== most) faults.push(`${said}: ${found.length} of ${truth.size}, and ${most} can be shown`);
  found.forEach((url, i) => {
    const [one, before] = [truth.get(url), truth.get(found[i - 1] ?? '')];
    if (!one || !before) return;
    const later = PLACES.indexOf(one.place) - PLACES.indexOf(before.place);
    const wrong = later < 0 || (later === 0 && KINDS.indexOf(one.kind) < KINDS.indexOf(before.kind));
    if (wrong) faults.push(`${said}: ${url} (${one.place}) after ${found[i - 1]} (${before.place})`);
  });
  return faults.slice(0, 2);
}

it(`finds for ${RUNS} pieces of 1 to 8 letters every record that holds one, no other, and in the order promised`, async () => {
  const wrong: string[] = [];
  let [expected, returned, right] = [0, 0, 0];
  for (const query of piecesOf(RUNS, SEED)) {
    const found = (await runQuery(library, aids, query)).exact.map(({ row }) => row.url);
    const truth = truthOf(query);
    expected += truth.size;
    returned += found.length;
    right += new Set(found.filter((url) => truth.has(url))).size;
    wrong.push(...faultsOf(query, found));
  }
  const [recall, precision] = [right / expected, right / returned];
  process.stdout.write(`${RUNS} queries, recall ${recall.toFixed(4)}, precision ${precision.toFixed(4)}\n`);
  expect(wrong).toEqual([]);
  expect([recall, precision]).toEqual([1, 1]);
}, 1_800_000);

it('finds each name and alias as a whole before everything that holds it among more', async () => {
  const random = randomOf(SEED);
  const names = RECORDS.flatMap(({ fields }) => fields).filter(({ role }) => /^(?:name|alias|english)$/.test(role));
  const asked = names.filter(() => RUNS > 500 || random() < 0.1).map(({ text }) => text);
  expect(asked.length).toBeGreaterThan(80);
  const wrong: string[] = [];
  for (const query of asked) {
    const { exact } = await runQuery(library, aids, query);
    wrong.push(
      ...faultsOf(
        query,
        exact.map(({ row }) => row.url),
      ),
    );
  }
  expect(wrong).toEqual([]);
}, 600_000);

it(`shows on the search page what it finds, for ${SHOWN_RUNS} pieces`, async () => {
  const tab = await browser.newPage();
  const wrong: string[] = [];
  for (const [i, query] of piecesOf(SHOWN_RUNS, SEED + 1).entries()) {
    // By its address, and by what is typed into the page.
    const { items } = await (i % 4 === 0 ? search : ask)(tab, served.origin, query);
    wrong.push(
      ...faultsOf(
        query,
        exactOf(items).map(({ href }) => href),
        SHOWN_AT_MOST,
      ),
    );
  }
  await tab.close();
  expect(wrong).toEqual([]);
});

it('would notice a record that is missed, one that is too many, and two in the wrong order', () => {
  const query = '书记';
  const all = [...truthOf(query)];
  const ordered = [...all]
    .sort(
      ([, a], [, b]) =>
        PLACES.indexOf(a.place) - PLACES.indexOf(b.place) || KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind),
    )
    .map(([url]) => url);
  expect(ordered.length).toBeGreaterThan(50);
  expect(faultsOf(query, ordered)).toEqual([]);
  expect(faultsOf(query, ordered.slice(1))).toHaveLength(1);
  const other = RECORDS.find(({ url }) => !ordered.includes(url))?.url ?? '';
  expect(faultsOf(query, [...ordered, other])).toHaveLength(1);
  expect(faultsOf(query, [...ordered.slice(1), ordered[0] ?? ''])).toHaveLength(1);
});
