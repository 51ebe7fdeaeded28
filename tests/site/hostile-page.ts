/** What runs in a page that is attacked: the browser is given these functions as texts, so none uses anything from outside. */

/** Where a value is put. */
export interface Place {
  /** The parameters of the address, or the box. */
  readonly parameters: readonly string[];
  readonly fragment: boolean;
  readonly raw: boolean;
  readonly box: string;
  /** What the page looks for then; empty where it looks for nothing. */
  readonly asked: string;
  /** Whether a box has something to answer below it. */
  readonly answers: boolean;
}

/** What is seen of a page that was given a value. */
export interface Seen {
  /** The sentence that the page answers with; empty where it has nothing to say. */
  readonly said: string;
  /** How many hits it shows. */
  readonly found: number;
  /** What the value has made of the page that it must not. */
  readonly faults: readonly string[];
}

/** What of a page a value must not change: how many there are of each. */
export type Counts = Readonly<Record<string, number>>;

interface Prepared {
  readonly values: readonly string[];
  readonly count: () => Counts;
  readonly faults: () => string[];
}

/** Keeps the values, and what the page is like before the first of them, which it gives back. */
export function prepare(json: string): Counts {
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
  Object.assign(window, { hostile: { values: JSON.parse(json), count, faults } satisfies Prepared });
  return before;
}

/** Puts values where they belong, one after the other, waits for each answer, and tells what it sees. */
export async function putInto(puts: readonly (readonly [n: number, place: Place])[]): Promise<Seen[]> {
  const { values, faults } = (window as unknown as { hostile: Prepared }).hostile;
  const rest = (ms: number) => new Promise((done) => setTimeout(done, ms));
  const textOf = (selector: string) => document.querySelector(selector)?.textContent ?? '';
  const settled = async () => {
    await rest(0);
    const region = document.querySelector('#results');
    while (region?.getAttribute('aria-busy') === 'true') await rest(2);
    const said = textOf('#results .state') || textOf('.choice-note');
    return { said, found: document.querySelectorAll('.hit-list > li').length, faults: faults() };
  };
  const link = (value: string, { parameters, raw, fragment, asked }: Place): Promise<Seen> => {
    const written = raw ? value : encodeURIComponent(value.toWellFormed());
    const query = parameters.map((name) => `${name}=${written}`).join('&');
    // Where nothing else is looked for, what finds something is.
    const found = asked !== '' && !parameters.includes('q') ? `q=${asked}&` : '';
    history.replaceState(null, '', `${location.pathname}?${found}${query}`);
    dispatchEvent(new PopStateEvent('popstate'));
    if (fragment) location.hash = value;
    return settled();
  };
  const type = async (value: string, { box, answers }: Place): Promise<Seen> => {
    const input = document.querySelector<HTMLInputElement>(`${box} input[type=search]`);
    if (!input) throw new Error('the page has no box');
    input.focus();
    input.value = value;
    input.dispatchEvent(new Event('input', { bubbles: true }));
    // Longer than either box rests before it asks the whole index.
    await rest(200);
    if (input.id === 'q-page') return settled();
    // Where nothing is left to look for, nothing comes; else all hits, or a sentence.
    const panel = `${box} .hits:not([hidden])`;
    while (answers && !document.querySelector(`${panel} :is(.all, p.meta)`)) await rest(10);
    const found = document.querySelectorAll(`${panel} [role=option]`).length;
    return { said: textOf(`${panel} p.meta`), found, faults: faults() };
  };
  const seen: Seen[] = [];
  for (const [n, place] of puts) seen.push(await (place.box === '' ? link : type)(values[n] ?? '', place));
  return seen;
}

/** What a page that was opened by a link says and shows. */
export function lookAt(): Omit<Seen, 'faults'> {
  const said = document.querySelector('#results .state') ?? document.querySelector('.choice-note');
  return { said: said?.textContent ?? '', found: document.querySelectorAll('.hit-list > li').length };
}
