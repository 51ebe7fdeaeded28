import type { Browser, Page } from 'playwright-core';
import { fitting, queryAt } from '../../src/search/asked.ts';
import { wordsOf } from '../../src/search/query.ts';
import { lookAt, type Place, prepare, putInto, type Seen } from './hostile-page.ts';
import { HOSTILE, type Hostile, randomValues } from './hostile-values.ts';
import { visit } from './visit.ts';

/** The seed of the values that are made at random; another by `ATLAS_SEED`. */
export const SEED = Number(process.env.ATLAS_SEED ?? 20_261_123);
export const VALUES: readonly Hostile[] = unique([...HOSTILE, ...randomValues(SEED, 60)]);

/** So many values are put into a page by one message to the browser, which takes longer than most values do. */
const AT_ONCE = 10;
/** Milliseconds in which a page must have answered to so many: one that has not has stopped. */
const ANSWERS_WITHIN = 30_000;
/** More letters than this, of which one can be nine in an address, are put into one part of it; a browser takes two million. */
const LONG = 2_000;
/** A longer address is more than the server takes, which takes more than others. */
const SENT_AT_MOST = 200_000;
/** What the search page looks for where a value is not looked for itself. */
const FOUND = '五化';
const FAILED = '检索没有加载成功';
const WIDE = { viewport: { width: 1280, height: 800 } };
/** To paint a long page after each value takes five times as long as all else; what a value makes of it is counted, not looked at. */
const LOW = { viewport: { width: 1280, height: 60 } };

/** All values; or every fifth, for places where each costs a whole search; or some dozen; or those that are signs. */
export function valuesOf(which: 'each' | 'some' | 'few' | 'signs'): readonly Hostile[] {
  if (which === 'signs') return VALUES.filter(({ family }) => family === 'signs');
  const step = { each: 1, some: 5, few: 25 }[which];
  return VALUES.filter((_, n) => n % step === 0);
}

/** The first value of each family that a server takes. */
export function oneOfEachFamily(): readonly Hostile[] {
  const sent = VALUES.filter(({ value }) => encoded(value).length <= SENT_AT_MOST);
  return [...new Map(sent.toReversed().map((one) => [one.family, one])).values()].reverse();
}

function unique(values: readonly Hostile[]): Hostile[] {
  return [...new Map(values.map((one) => [one.value, one])).values()];
}

type Floods = 'everywhere' | 'parameters' | 'somewhere';

interface Options {
  /** Says what is wrong with what the page said, beside what is wrong with any answer. */
  readonly judge?: (seen: Seen, value: Hostile) => string | undefined;
  /** Does something to the page before each batch. */
  readonly between?: (page: Page) => Promise<unknown>;
  /** Whether the values are written into the address without encoding. */
  readonly raw?: boolean;
  /**
   * Which parts of the address get what is long, one after the other: all; all parameters, and the fragment, which takes longest,
   * some of it; or one.
   */
  readonly floods?: Floods;
}

/**
 * Puts values into a page, one after the other, and gives what was wrong with each. `into` are the parameters of the address, which all
 * carry the value, as the fragment does; or the form with the box that it is typed into.
 */
export async function attack(
  browser: Browser,
  folder: string,
  path: string,
  values: readonly Hostile[],
  into: readonly string[] | string,
  { judge = () => undefined, between = async () => {}, raw = false, floods = 'somewhere' }: Options = {},
): Promise<string[]> {
  const searches = path === '/search/';
  const { page, at, said, leave } = await visit(browser, folder, searches ? WIDE : LOW);
  const wrong: string[] = [];
  const puts = values.flatMap((one, n) =>
    placesOf(one, n, into, floods).map((place) => ({ n, one, place: askedAt(place, one, raw, searches) })),
  );
  try {
    await page.goto(at + path);
    if (searches) await wake(page);
    // As JSON, which carries half letters through the browser's protocol.
    await page.evaluate(prepare, JSON.stringify(values.map(({ value }) => value)));
    for (let from = 0; from < puts.length; from += AT_ONCE) {
      const batch = puts.slice(from, from + AT_ONCE);
      await between(page);
      const answer = page.evaluate(
        putInto,
        batch.map(({ n, place }) => [n, place] as const),
      );
      const seen = await inTime(answer, `${named(path, batch[0]?.one)} to ${named(path, batch.at(-1)?.one)}`);
      for (const [i, { one, place }] of batch.entries()) {
        const shown = seen[i] ?? { said: '', found: 0, faults: ['no answer'] };
        const judged = [answered(shown, place, searches), judge(shown, one)].filter((fault) => fault !== undefined);
        for (const fault of [...shown.faults, ...judged]) wrong.push(`${named(path, one)}: ${fault}`);
      }
    }
    // What a value set going needs a moment to be heard of.
    await page.waitForTimeout(200);
    // The names of what was asked for may be as long as the values.
    return [...wrong, ...said.map((one) => one.slice(-300))];
  } finally {
    await leave();
  }
}

/** Opens a page by links that carry values, as anybody can send them, and gives what was wrong with each. */
export async function follow(
  browser: Browser,
  folder: string,
  path: string,
  values: readonly Hostile[],
  parameters: readonly string[],
): Promise<string[]> {
  const { page, at, said, leave } = await visit(browser, folder, WIDE);
  const wrong: string[] = [];
  const searches = path === '/search/';
  const json = JSON.stringify(values.map(({ value }) => value));
  const opened = async (rest: string) => {
    // A page that is there already would only be told of another fragment.
    await page.goto('about:blank');
    const status = (await page.goto(at + path + rest))?.status();
    if (searches) await page.locator('#results[aria-busy=false]').waitFor({ state: 'attached' });
    return { status, counts: await page.evaluate(prepare, json), ...(await page.evaluate(lookAt)) };
  };
  try {
    const plain = await opened(searches ? `?q=${FOUND}` : '');
    for (const one of values) {
      for (const part of placesOf(one, 0, parameters, 'everywhere')) {
        const place = askedAt(part, one, false, searches);
        const asked = place.asked !== '' && !place.parameters.includes('q') ? [`q=${encoded(place.asked)}`] : [];
        const query = [...asked, ...place.parameters.map((name) => `${name}=${encoded(one.value)}`)].join('&');
        const shown = await opened(`?${query}${place.fragment ? `#${encoded(one.value)}` : ''}`);
        const faults = Object.entries(shown.counts).flatMap(([name, now]) =>
          now === plain.counts[name] ? [] : [`${name}: ${plain.counts[name]} without, ${now} with it`],
        );
        if (shown.status !== 200) faults.push(`answers ${shown.status}`);
        const judged = answered({ ...shown, faults }, place, searches);
        for (const fault of judged === undefined ? faults : [...faults, judged]) {
          wrong.push(`${named(path, one)} in ${[...place.parameters, place.fragment ? '#' : ''].join()}: ${fault}`);
        }
      }
    }
    return [...wrong, ...said.map((one) => one.slice(-300))];
  } finally {
    await leave();
  }
}

const encoded = (value: string) => encodeURIComponent(value.toWellFormed());
const named = (path: string, one: Hostile | undefined) =>
  `${path} ${one?.family} ${JSON.stringify(one?.value).slice(0, 100)}`;

// The search page is an index, and hears nothing of the address, until its box is touched.
async function wake(page: Page): Promise<void> {
  await page.locator('#q-page').focus();
  await page.waitForFunction(() => document.documentElement.dataset.search === 'runs');
}

/** What is wrong with the answer of a search, whatever was asked. */
function answered({ said, found }: Seen, { asked, box, answers }: Place, searches: boolean): string | undefined {
  if (said.includes(FAILED)) return `says ${FAILED}`;
  if (asked === FOUND && found === 0) return `finds nothing of ${FOUND}, says “${said}”`;
  const speaks = searches ? asked !== '' : box !== '' && answers;
  return speaks && said === '' && found === 0 ? 'says nothing' : undefined;
}

type Part = Pick<Place, 'parameters' | 'fragment' | 'box'>;

// What is long is put into one part of the address at a time: one as long as a megabyte costs a browser a second.
function placesOf({ value }: Hostile, n: number, into: readonly string[] | string, floods: Floods): Part[] {
  if (typeof into === 'string') return [{ parameters: [], fragment: false, box: into }];
  if (value.length <= LONG) return [{ parameters: into, fragment: true, box: '' }];
  const parts = [
    ...into.map((name) => ({ parameters: [name], fragment: false, box: '' })),
    { parameters: [], fragment: true, box: '' },
  ];
  if (floods === 'somewhere') return parts.filter((_, i) => i === n % parts.length);
  return parts.filter(({ fragment }) => floods === 'everywhere' || !fragment || n % 3 === 0);
}

function askedAt(part: Part, { value }: Hostile, raw: boolean, searches: boolean): Place {
  const looked = () => {
    if (part.box !== '') return fitting(value);
    if (!part.parameters.includes('q')) return searches ? FOUND : '';
    return queryAt(raw ? new URL(`http://a/?q=${value}`).search : `?q=${encoded(value)}`);
  };
  const asked = looked();
  return { ...part, raw, asked: asked.trim() === '' ? '' : asked, answers: wordsOf(asked).length > 0 };
}

async function inTime<T>(answer: Promise<T>, what: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const stopped = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what}: the page does not answer any more`)), ANSWERS_WITHIN);
  });
  try {
    return await Promise.race([answer, stopped]);
  } finally {
    clearTimeout(timer);
  }
}
