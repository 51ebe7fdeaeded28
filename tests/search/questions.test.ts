import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { loadAtlas } from '../../src/atlas/load.ts';
import { formatProblems } from '../../src/atlas/problem.ts';
import type { Atlas } from '../../src/atlas/records.ts';
import { buildIndex } from '../../src/search/build-index.ts';
import { cutQuery } from '../../src/search/cut.ts';
import { choicesOf, NOTHING_CHOSEN } from '../../src/search/facets.ts';
import type { Aids } from '../../src/search/hints.ts';
import { hitsOf } from '../../src/search/hits.ts';
import type { Library } from '../../src/search/library.ts';
import { openOffline } from '../../src/search/offline.ts';
import { type Answer, runQuery } from '../../src/search/query.ts';
import { sameNamesOf } from '../../src/search/same-name.ts';

interface Question {
  readonly kind: string;
  readonly q: string;
  /** Addresses, any of which answers it. */
  readonly finds: readonly string[];
}

/** What a search of these kinds has to reach: the share of questions with an answer among the first so many results. */
const PROMISES = [
  { kinds: ['name'], share: 1, within: 3 },
  { kinds: ['fragment'], share: 1, within: 3 },
  { kinds: ['number'], share: 1, within: 3 },
  { kinds: ['person-place'], share: 0.9, within: 3 },
  { kinds: ['pinyin'], share: 0.9, within: 3 },
  { kinds: ['traditional'], share: 0.9, within: 3 },
  { kinds: ['order'], share: 0.9, within: 3 },
  { kinds: ['typo'], share: 0.9, within: 3 },
  { kinds: ['everyday', 'question'], share: 0.85, within: 10 },
  { kinds: ['english'], share: 0.85, within: 10 },
] as const;

const questions: readonly Question[] = parse(readFileSync(new URL('questions.yaml', import.meta.url), 'utf8'));
const { fetch, document } = globalThis;

/** The place of the first right result of each question, from 1; Infinity where there is none. */
const places = new Map<Question, number>();
const answers = new Map<Question, Answer>();
let atlas: Atlas;
let library: Library;
let aids: Aids;

beforeAll(async () => {
  const { atlas: loaded, problems } = loadAtlas(process.cwd());
  if (!loaded) throw new Error(formatProblems(problems));
  atlas = loaded;
  ({ library, aids } = await openOffline(await buildIndex(atlas)));
  for (const question of questions) {
    const answer = await runQuery(library, aids, question.q);
    const place = listed(answer).findIndex((url) => question.finds.includes(url));
    answers.set(question, answer);
    places.set(question, place < 0 ? Number.POSITIVE_INFINITY : place + 1);
  }
  process.stdout.write(`\n${tableOf(questions)}\n`);
});

afterAll(() => {
  // Pagefind's program was given others.
  Object.assign(globalThis, { fetch, document });
});

/** The addresses of all results in the order in which they are shown. */
function listed({ exact, looser }: Answer): string[] {
  return [exact, ...looser.map(({ hits }) => hits)].flat().map(({ row }) => row.url);
}

function within(asked: readonly Question[], most: number): number {
  return asked.filter((question) => (places.get(question) ?? Number.POSITIVE_INFINITY) <= most).length;
}

function tableOf(asked: readonly Question[]): string {
  const kinds = [...new Set(asked.map(({ kind }) => kind))];
  const rows = kinds.map((kind) => {
    const own = asked.filter((question) => question.kind === kind);
    return [kind, own.length, within(own, 1), within(own, 3), within(own, 10)];
  });
  return [['kind', 'n', 'first', 'in 3', 'in 10'], ...rows]
    .map(([kind, ...numbers]) => String(kind).padEnd(14) + numbers.map((n) => String(n).padStart(6)).join(''))
    .join('\n');
}

function missed(asked: readonly Question[], most: number): string {
  return asked
    .filter((question) => (places.get(question) ?? Number.POSITIVE_INFINITY) > most)
    .map((question) => {
      const answer = answers.get(question);
      const first = answer ? listed(answer).slice(0, 3).join(' ') : '';
      return `${question.kind}: ${question.q}: ${question.finds.join(' ')} at ${places.get(question)}; first: ${first}`;
    })
    .join('\n');
}

describe('what readers type', () => {
  test('is written down for every kind, each question with an answer that the site has', () => {
    expect([...new Set(questions.map(({ kind }) => kind))].sort()).toEqual(
      PROMISES.flatMap(({ kinds }) => [...kinds]).sort(),
    );
    const urls = new Set(library.table.rows.map(({ url }) => url));
    for (const { q, finds } of questions) {
      expect(finds.length, q).toBeGreaterThan(0);
      for (const url of finds) expect(urls, q).toContain(url);
    }
  });

  for (const { kinds, share, within: most } of PROMISES) {
    test(`${kinds.join(' and ')}: ${share * 100} % within the first ${most}`, () => {
      const asked = questions.filter(({ kind }) => (kinds as readonly string[]).includes(kind));
      expect(asked.length).toBeGreaterThanOrEqual(10);
      expect(within(asked, most) / asked.length, missed(asked, most)).toBeGreaterThanOrEqual(share);
    });
  }

  test('lists no record twice, and nothing found as typed again below', () => {
    for (const [{ q }, answer] of answers) {
      const all = listed(answer);
      expect(new Set(all).size, q).toBe(all.length);
    }
  });
});

describe('what gathers and compares practices', () => {
  const GATHERING: readonly string[] = ['friend', 'indicator', 'question', 'page'];
  const plain = (text: string) => cutQuery(text).join('');
  const namesOf = ({ name, aliases }: { name: string; aliases: readonly string[] }) => [name, ...aliases].map(plain);

  test('never stands before a practice of which the query is the name or an alias', async () => {
    const early: string[] = [];
    for (const { url, name, aliases } of atlas.initiatives.values()) {
      for (const text of [name, ...aliases]) {
        const hits = await hitsOf(library, text);
        const at = hits.findIndex(({ row }) => row.url === url);
        const before = hits.slice(0, at).filter(({ row }) => GATHERING.includes(row.kind));
        if (at < 0 || before.length > 0) early.push(`${text}: ${before.map(({ row }) => row.url)} before ${url}`);
      }
    }
    expect(early).toEqual([]);
  });

  test('leaves the word of a false friend to the practices that have it in their names, and is found right behind', async () => {
    expect(atlas.falseFriends.length).toBeGreaterThan(10);
    for (const friend of atlas.falseFriends) {
      const hits = await hitsOf(library, friend.name);
      const at = hits.findIndex(({ row }) => row.url === friend.url);
      expect(at, friend.name).toBeGreaterThanOrEqual(0);
      const word = plain(friend.name);
      const whole = hits.filter(({ row }) => row.kind === 'initiative' && namesOf(row).includes(word));
      const part = hits.filter(({ row }) => row.kind === 'initiative' && row.keys[0]?.includes(word));
      const practices = whole.length > 0 ? whole : part;
      for (const hit of practices) expect(hits.indexOf(hit), `${friend.name}: ${hit.row.url}`).toBeLessThan(at);
      // 党建+ is looked up as 党建, which is much else.
      if (!friend.name.endsWith('+')) expect(at, friend.name).toBeLessThan(10);
    }
  });

  test('tells of every practice with a false friend, found by the shared name, where the name is something else', async () => {
    for (const friend of atlas.falseFriends) {
      const users = friend.uses.flatMap(({ county, initiatives }) => initiatives.map(({ url }) => ({ url, county })));
      const hits = (await hitsOf(library, friend.name)).filter(({ row }) => users.some(({ url }) => url === row.url));
      expect(hits.length, friend.name).toBeGreaterThan(0);
      for (const hit of hits) {
        const told = sameNamesOf(hit, friend.name).find(({ row }) => row.url === friend.url);
        const county = users.find(({ url }) => url === hit.row.url)?.county;
        const elsewhere = friend.uses.map((use) => use.county.id).filter((id) => id !== county?.id);
        expect(told?.name, hit.row.url).toBe(friend.name);
        expect(told?.counties.map(({ id }) => id).sort(), hit.row.url).toEqual(elsewhere.sort());
      }
    }
  });

  test('stands behind the practice or county of each printed figure, where the figure is what finds it', async () => {
    const early: string[] = [];
    for (const figure of atlas.figures.values()) {
      const hits = await hitsOf(library, figure.printed);
      const own = figure.initiative?.url ?? figure.county.url;
      const first = hits.findIndex(({ row }) => GATHERING.includes(row.kind));
      const at = hits.findIndex(({ row }) => row.url === own);
      if (at < 0 || (first >= 0 && first < at)) early.push(`${figure.printed}: ${hits[first]?.row.url} before ${own}`);
    }
    expect(early).toEqual([]);
  });

  test('answers a question of the site, with its mark and without, first', async () => {
    for (const { question, url } of atlas.questions) {
      for (const query of [question, question.slice(0, -1)]) {
        const answer = await runQuery(library, aids, query);
        expect(listed(answer)[0], query).toBe(url);
        expect(listed(answer).length, query).toBeGreaterThan(1);
      }
    }
  });

  test('finds the pages that compare by their names', async () => {
    for (const [name, url] of Object.entries({ 比较: '/compare/', 时间线: '/timeline/', 指标: '/indicators/' })) {
      expect((await hitsOf(library, name))[0]?.row.url).toBe(url);
    }
  });

  test('is counted among the kinds, each kind as often as it was found', async () => {
    const rows = (await hitsOf(library, '五化')).map(({ row }) => row);
    const choices = choicesOf(rows, 'kinds', NOTHING_CHOSEN, library.table);
    for (const { id, count } of choices) expect(count, id).toBe(rows.filter(({ kind }) => kind === id).length);
    expect(choices.reduce((sum, { count }) => sum + count, 0)).toBe(rows.length);
    expect(choices.map(({ id }) => id).slice(0, 4)).toEqual(['initiative', 'theme', 'term', 'friend']);
  });
});

describe('the index of this site', () => {
  test('knows every name and alias that comes with the table for a whole one', async () => {
    const { rows } = library.table;
    expect(rows.length).toBeGreaterThan(300);
    for (const row of rows) {
      for (const name of [row.name, ...row.aliases]) {
        const hit = (await hitsOf(library, name)).find((one) => one.row === row);
        expect(['name', 'alias'], `${row.url}: ${name}`).toContain(hit?.rank.tier);
        expect(hit?.rank.share).toBe(1);
      }
    }
  });

  test('finds a record by its name, and gives its text back', async () => {
    for (const row of library.table.rows.filter(({ n }) => n % 20 === 0)) {
      const hits = await hitsOf(library, row.name);
      const fields = await library.fieldsOf(row);
      expect(hits.some((hit) => hit.row === row)).toBe(true);
      expect(fields.find(({ role }) => role === 'name')?.text).toBe(row.name);
    }
  });

  test('says which of its files is missing', async () => {
    const before = { fetch: globalThis.fetch, document: globalThis.document };
    await expect(openOffline([])).rejects.toThrow('pagefind/pagefind.js');
    Object.assign(globalThis, before);
  });
});
