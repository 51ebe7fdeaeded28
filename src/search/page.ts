/** The script of the search page: reads the query from the address, runs it, and shows the results. The page is an index without it. */
import { searchWords as words } from '../i18n/search-words.ts';
import { cutQuery } from './cut.ts';
import { type Excerpt, excerptOf, spansOf } from './match.ts';
import { type Found, HITS_AT_MOST, type Hit, type Pagefind, piecesOf, runQuery, WORDS_AT_MOST } from './query.ts';

/** What results show of counties and themes, by id; made at build time as `/search/labels.json`. */
export interface Labels {
  readonly counties: Readonly<Record<string, { readonly name: string; readonly seal: string; readonly date: string }>>;
  readonly themes: Readonly<Record<string, string>>;
}

const SHOWN_AT_MOST = 80;

const region = document.querySelector<HTMLElement>('#results');
const index = document.querySelector<HTMLElement>('#index');
const input = document.querySelector<HTMLInputElement>('#q-page');
const asked = new URLSearchParams(location.search).get('q');
const query = asked ?? '';
let attempts = 0;
// Requests that failed since the last attempt began.
let lost = 0;
if (region && index && input && asked !== null) {
  noteLosses();
  void answer(region, index, input);
}

async function answer(region: HTMLElement, index: HTMLElement, input: HTMLInputElement): Promise<void> {
  const base = region.dataset.base ?? '/';
  input.value = [...query].slice(0, 200).join('');
  const shown = clip(query);
  region.hidden = false;
  region.setAttribute('aria-busy', 'true');
  const status = element('p', { role: 'status' }, words.working(shown));
  region.replaceChildren(status);
  if (cutQuery(query).length === 0) {
    status.textContent = words.nothing(shown);
    region.setAttribute('aria-busy', 'false');
    return;
  }
  lost = 0;
  try {
    const [pagefind, labels] = await Promise.all([loadPagefind(base), loadLabels(base)]);
    const found = await runQuery(pagefind, query);
    if (lost > 0) throw new Error(`${lost} parts of the index did not load`);
    const list = found.exact.length + found.looser.length > 0 ? listOf(found, labels, base) : undefined;
    index.hidden = list !== undefined;
    document.title = `${shown} · ${document.title}`;
    region.replaceChildren(status, ...(list ? [list] : []));
    // Said last, in the element that was there before: a screen reader reads the outcome once.
    status.textContent = summaryOf(found, shown);
  } catch {
    const again = element('button', { type: 'button' }, words.again);
    again.addEventListener('click', () => void answer(region, index, input));
    index.hidden = false;
    region.replaceChildren(status, again);
    status.textContent = words.failed;
  } finally {
    region.setAttribute('aria-busy', 'false');
  }
}

// Pagefind keeps silent about a part of its index that does not load, and finds nothing in it. It runs in the page and not in
// a worker, so that what it asks for can be watched; an index of this size takes a few milliseconds.
function noteLosses(): void {
  const plain = window.fetch.bind(window);
  window.fetch = async (...request) => {
    try {
      const response = await plain(...request);
      if (!response.ok) lost += 1;
      return response;
    } catch (error) {
      lost += 1;
      throw error;
    }
  };
}

// Every attempt has an instance of its own: one that failed to load stays broken. Browsers may keep a failed module, too.
async function loadPagefind(base: string): Promise<Pagefind> {
  const again = attempts > 0 ? `?${attempts}` : '';
  attempts += 1;
  const { createInstance } = await import(/* @vite-ignore */ `${base}pagefind/pagefind.js${again}`);
  return createInstance({ noWorker: true });
}

async function loadLabels(base: string): Promise<Labels> {
  const response = await fetch(`${base}search/labels.json`);
  if (!response.ok) throw new Error(`labels: ${response.status}`);
  return response.json();
}

function summaryOf(found: Found, shown: string): string {
  const parts: string[] = [];
  if (found.exact.length > 0) parts.push(words.exact(found.total, shown));
  else if (found.looser.length > 0) parts.push(words.looserCount(found.looser.length, shown));
  else parts.push(words.none(shown));
  if (found.total > HITS_AT_MOST) parts.push(words.most(HITS_AT_MOST));
  if (found.whole.length >= WORDS_AT_MOST) parts.push(words.shortened(WORDS_AT_MOST));
  return parts.join('');
}

function listOf(found: Found, labels: Labels, base: string): HTMLOListElement {
  const list = element('ol', { class: 'results' });
  for (const hit of found.exact) list.append(itemOf(hit, [found.whole], labels, base));
  found.looser.forEach((hit, i) => {
    const item = itemOf(hit, found.pieces, labels, base);
    if (i === 0) item.prepend(element('p', { class: 'tier' }, words.looser(piecesOf(query).map(clip))));
    list.append(item);
  });
  return list;
}

type Queries = readonly (readonly string[])[];

function itemOf(hit: Hit, queries: Queries, labels: Labels, base: string): HTMLLIElement {
  const county = hit.county ? labels.counties[hit.county] : undefined;
  const name = hit.fields.find(({ role }) => role === 'name')?.text ?? hit.url;
  const link = element('a', { href: base.replace(/\/$/, '') + hit.url, class: 'record' });
  if (county) link.append(element('span', { class: 'seal', 'aria-hidden': 'true' }, county.seal));
  const spans = queries.flatMap((keys) => spansOf(name, keys)).sort((a, b) => a.from - b.from);
  link.append(...marked({ text: name, spans }));

  const meta = [words.kinds[hit.kind as keyof typeof words.kinds] ?? hit.kind];
  if (county) meta.push(county.name, county.date);
  const facts = element('p', { class: 'meta' }, meta.join(' · '));
  for (const id of hit.kind === 'theme' ? [] : hit.themes) {
    const theme = labels.themes[id];
    if (!theme) continue;
    const fragment = hit.county ? `#${hit.county}` : '';
    facts.append(' ', element('a', { href: `${base}themes/${id}/${fragment}`, class: 'tag' }, theme));
  }

  const item = element('li', {});
  const head = element('h2', {});
  head.append(link);
  item.append(head, facts);
  const excerpt = bestExcerpt(hit, queries);
  if (excerpt) {
    const text = element('p', { class: 'excerpt' });
    text.append(...marked(excerpt));
    item.append(text);
  }
  return item;
}

// The field that holds the hit tells why the record is there; where that is the name itself, the summary says what it is.
function bestExcerpt(hit: Hit, queries: Queries): Excerpt | undefined {
  const others = hit.fields.filter(({ role }) => role !== 'name');
  const holds = (text: string) => queries.some((keys) => spansOf(text, keys).length > 0);
  const field =
    others.find(({ role, text }) => role !== 'alias' && role !== 'english' && holds(text)) ??
    others.find(({ text }) => holds(text)) ??
    others.find(({ role }) => role === 'summary') ??
    others[0];
  if (field?.role !== 'alias' && field?.role !== 'english') return field && excerptOf(field.text, queries);
  const summary = others.find(({ role }) => role === 'summary')?.text ?? '';
  return excerptOf(words.alias(field.text) + summary, queries);
}

function marked({ text, spans }: Excerpt): Node[] {
  const nodes: Node[] = [];
  let end = 0;
  for (const { from, to } of spans) {
    if (from < end) continue;
    nodes.push(document.createTextNode(text.slice(end, from)), element('mark', {}, text.slice(from, to)));
    end = to;
  }
  nodes.push(document.createTextNode(text.slice(end)));
  return nodes;
}

function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Readonly<Record<string, string>>,
  text?: string,
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  if (text !== undefined) made.textContent = text;
  return made;
}

function clip(text: string): string {
  const letters = [...text.trim().toWellFormed()];
  return letters.length > SHOWN_AT_MOST ? `${letters.slice(0, SHOWN_AT_MOST).join('')}……` : letters.join('');
}
