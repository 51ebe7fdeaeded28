import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { currentAtlas } from '../../src/atlas/current.ts';
import { HITS_AT_MOST, type Pagefind, type PagefindResult, runQuery } from '../../src/search/query.ts';
import { searchRecords } from '../../src/search/records.ts';
import { launch } from './browser.ts';
import { type Served, serve } from './built-site.ts';
import { plainOf } from './plain.ts';

const RUNS = 2_000;
const SEED = 20_261_122;

let browser: Browser;
let served: Served;

beforeAll(async () => {
  browser = await launch();
  served = await serve(inject('sites').root);
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

it(`finds for ${RUNS} pieces of 1 to 8 letters cut from all texts every record that holds one, and no other`, async () => {
  const records = searchRecords(currentAtlas());
  const texts = records.flatMap(({ fields }) => fields).map(({ text }) => Array.from(text));
  const plain = records.map(({ url, fields }) => ({ url, texts: fields.map(({ text }) => plainOf(text)) }));
  const total = texts.reduce((sum, { length }) => sum + length, 0);
  const random = randomOf(SEED);

  // Every letter of every text is as likely to begin a piece.
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
  const queries = Array.from({ length: RUNS }, piece);

  let expected = 0;
  let returned = 0;
  let right = 0;
  const wrong: string[] = [];
  // The built index, read by its own program in the browser under the policy of the search page, asked by the site’s own code;
  // that the page shows what this code finds is tested elsewhere, by fewer queries.
  const page = await browser.newPage();
  await page.goto(`${served.origin}/search/`);
  await page.evaluate(`import('/pagefind/pagefind.js').then(({ createInstance }) => {
    window.index = createInstance({ noWorker: true });
  })`);
  const pagefind: Pagefind = {
    search: async (query) => {
      const found = await page.evaluate(async (phrase) => {
        const { index } = window as unknown as { index: Pagefind };
        const { results } = await index.search(phrase);
        const list: { id: string; data: Awaited<ReturnType<PagefindResult['data']>> }[] = [];
        for (const result of results) {
          const { url, raw_url, content, filters } = await result.data();
          list.push({ id: result.id, data: { url, content, filters, ...(raw_url ? { raw_url } : {}) } });
        }
        return list;
      }, query);
      return { results: found.map(({ id, data }) => ({ id, data: async () => data })) };
    },
  };
  for (const query of queries) {
    const found = (await runQuery(pagefind, query)).exact.map(({ url }) => url);
    const wanted = plainOf(query);
    const truth = new Set(plain.filter((one) => one.texts.some((text) => text.includes(wanted))).map(({ url }) => url));
    const hits = new Set(found);
    const both = found.filter((url) => truth.has(url)).length;
    expected += Math.min(truth.size, HITS_AT_MOST);
    returned += hits.size;
    right += both;
    if (both !== Math.min(truth.size, HITS_AT_MOST) || both !== found.length) {
      const missed = [...truth].filter((url) => !hits.has(url)).slice(0, 2);
      const extra = found.filter((url) => !truth.has(url)).slice(0, 2);
      wrong.push(`${JSON.stringify(query)}: missed ${missed.join(' ')}; extra ${extra.join(' ')}`);
    }
  }
  await page.close();
  const [recall, precision] = [right / expected, right / returned];
  process.stdout.write(`${RUNS} queries, recall ${recall.toFixed(4)}, precision ${precision.toFixed(4)}\n`);
  expect(wrong).toEqual([]);
  expect([recall, precision]).toEqual([1, 1]);
}, 1_800_000);
