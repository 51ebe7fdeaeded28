import type { Browser, Page } from 'playwright-core';
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

/** All values; or every fifth, for places where each costs a whole search; or those that are signs. */
export function valuesOf(which: 'each' | 'some' | 'few' | 'signs'): readonly Hostile[] {
  if (which === 'signs') return VALUES.filter(({ family }) => family === 'signs');
  const step = { each: 1, some: 5, few: 25 }[which];
  return VALUES.filter((_, n) => n % step === 0);
}

function unique(values: readonly Hostile[]): Hostile[] {
  return [...new Map(values.map((one) => [one.value, one])).values()];
}

/** What is seen of a page that was given a value. */
interface Seen {
  /** The sentence that the page answers with; empty where it has nothing to say. */
  readonly said: string;
  /** How many hits it shows. */
  readonly found: number;
  /** What the value has made of the page that it must not. */
  readonly faults: readonly string[];
}

interface Place {
  /** The parameters of the address, or the box. */
  readonly parameters: readonly string[];
  readonly fragment: boolean;
  readonly raw: boolean;
  readonly box: string;
}

/**
 * Puts values into a page, one after the other, and gives what was wrong with each. `into` are the parameters of the address, which all
 * carry the value, as the fragment does; or the form with the box that it is typed into. `judge` says what is wrong with what the page
 * said, `between` does something to the page beside.
 */
export async function attack(
  browser: Browser,
  folder: string,
  path: string,
  values: readonly Hostile[],
  into: readonly string[] | string,
  judge: (seen: Seen, value: Hostile) => string | undefined = () => undefined,
  between: (page: Page) => Promise<unknown> = async () => {},
  raw = false,
): Promise<string[]> {
  const { page, at, said, leave } = await visit(browser, folder, { viewport: { width: 1280, height: 800 } });
  const wrong: string[] = [];
  try {
    await page.goto(at + path);
    // As JSON, which carries half letters through the browser's protocol.
    await page.evaluate(prepare, JSON.stringify(values.map(({ value }) => value)));
    for (let from = 0; from < values.length; from += AT_ONCE) {
      const batch = values.slice(from, from + AT_ONCE);
      const named = (one?: Hostile) => `${path} ${one?.family} ${JSON.stringify(one?.value).slice(0, 100)}`;
      await between(page);
      const puts = batch.map((one, i) => [from + i, placeOf(one, from + i, into, raw)] as const);
      const seen = await inTime(page.evaluate(putInto, puts), `${named(batch[0])} to ${named(batch.at(-1))}`);
      for (const [i, one] of batch.entries()) {
        const { faults, ...rest } = seen[i] ?? { said: '', found: 0, faults: ['no answer'] };
        const judged = judge({ faults, ...rest }, one);
        for (const fault of judged === undefined ? faults : [...faults, judged]) wrong.push(`${named(one)}: ${fault}`);
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

// Of what is long each value takes another part of the address: one as long as a megabyte costs a browser a second.
function placeOf({ value }: Hostile, n: number, into: readonly string[] | string, raw: boolean): Place {
  if (typeof into === 'string') return { parameters: [], fragment: false, raw, box: into };
  if (value.length <= LONG) return { parameters: into, fragment: true, raw, box: '' };
  const parameters = into.filter((_, i) => i === n % (into.length + 1));
  return { parameters, fragment: parameters.length === 0, raw, box: '' };
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

interface Prepared {
  readonly values: readonly string[];
  readonly faults: () => string[];
}

/** Runs in the page: keeps the values, and what the page is like before the first of them. */
function prepare(json: string): void {
  const made =
    'script, img, picture, iframe, frame, object, embed, svg, math, style, link:not([rel=modulepreload]), base, meta, form, video, ' +
    'audio, source, template, noscript, textarea, select, dialog, marquee, x, custom-element, ' +
    'input:not([type=checkbox], [type=search])';
  // Every handler that a value writes, and any click: selectors take a thousandth of what reading all attributes would.
  const handlers = [...new Set(['onclick', ...(json.match(/\bon[a-z]{3,}(?==)/g) ?? [])])].map((name) => `[${name}]`);
  const many = (selector: string) => document.querySelectorAll(selector).length;
  const count = () => ({
    elements: many(made),
    handlers: many(handlers.join()),
    styles: many('[style]'),
    // The site writes the addresses of its own pages as paths, or whole.
    foreign: many(`:is(a, area)[href]:not([href^="${location.origin}/"], [href^="/"], [href^="#"]), [href^="//"]`),
    frames: window.length,
    polluted: Object.keys(Object.prototype).length + Number('polluted' in {}),
    ran: Number('__ran' in window),
  });
  const before = count();
  const faults = () =>
    Object.entries(count()).flatMap(([name, now]) => {
      const was = before[name as keyof typeof before];
      return now === was ? [] : [`${name}: ${was} before, ${now} now`];
    });
  Object.assign(window, { hostile: { values: JSON.parse(json), faults } satisfies Prepared });
}

/** Runs in the page: puts values where they belong, one after the other, waits for each answer, and tells what it sees. */
async function putInto(puts: readonly (readonly [n: number, place: Place])[]): Promise<Seen[]> {
  const { values, faults } = (window as unknown as { hostile: Prepared }).hostile;
  const rest = (ms: number) => new Promise((done) => setTimeout(done, ms));
  const textOf = (selector: string) => document.querySelector(selector)?.textContent ?? '';
  const put = async (value: string, place: Place): Promise<Seen> => {
    if (place.box === '') {
      const written = place.raw ? value : encodeURIComponent(value.toWellFormed());
      const query = place.parameters.map((name) => `${name}=${written}`).join('&');
      // Where nothing else is looked for, what finds something is.
      const found = location.pathname.endsWith('/search/') && !place.parameters.includes('q') ? 'q=五化&' : '';
      history.replaceState(null, '', `${location.pathname}?${found}${query}`);
      dispatchEvent(new PopStateEvent('popstate'));
      if (place.fragment) location.hash = value;
      await rest(0);
      const region = document.querySelector('#results');
      while (region?.getAttribute('aria-busy') === 'true') await rest(2);
      const said = textOf('#results .state') || textOf('.choice-note');
      return { said, found: document.querySelectorAll('.hit-list > li').length, faults: faults() };
    }
    const box = document.querySelector<HTMLInputElement>(`${place.box} input[type=search]`);
    if (!box) throw new Error('the page has no box');
    box.focus();
    box.value = value;
    box.dispatchEvent(new Event('input', { bubbles: true }));
    // Where nothing is left to look for, nothing comes; else all hits, or a sentence.
    const panel = `${place.box} .hits:not([hidden])`;
    for (let waited = 0; waited < 250 && !document.querySelector(`${panel} :is(.all, p.meta)`); waited += 10)
      await rest(10);
    const said = textOf(`${panel} p.meta`) || textOf('#results .state');
    return { said, found: document.querySelectorAll(`${panel} [role=option]`).length, faults: faults() };
  };
  const seen: Seen[] = [];
  for (const [n, place] of puts) seen.push(await put(values[n] ?? '', place));
  return seen;
}
