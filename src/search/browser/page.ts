/** The script of the search page: the query and what is chosen stand in the address; the page is an index without it. */
import { searchWords as words } from '../../i18n/search-words.ts';
import { excerptFor } from '../excerpts.ts';
import {
  addressOf,
  type Chosen,
  choicesOf,
  FACETS,
  type Facet,
  NOTHING_CHOSEN,
  passes,
  readChosen,
} from '../facets.ts';
import type { Hit } from '../hits.ts';
import { type Answer, hasSigns, lookedUp, nameHits, runQuery, WORDS_AT_MOST, wordsOf } from '../query.ts';
import type { Row, Table } from '../table.ts';
import { element, marked } from './dom.ts';
import { aids, assertWhole, closeLibrary, openLibrary, openTable } from './open.ts';
import { factsOf, linkOf, themeLinksOf } from './results.ts';
import { shownOf } from './shown.ts';
import { warm } from './warm.ts';

/** The best exact hits up to this many are shown. */
const HITS_AT_MOST = 200;
/** So many excerpts are there when the results are; the others come as they are scrolled to. */
const EXCERPTS_FIRST = 10;
/** Milliseconds without a key after which the whole index is asked, and after which the outcome is read out. */
const REST = 150;
const SETTLED = 600;
/** Nothing longer is kept of an address. */
const QUERY_AT_MOST = 200;

const byId = <T extends HTMLElement>(id: string) => document.getElementById(id) as T | null;

interface Shown {
  readonly query: string;
  readonly answer: Answer;
  readonly table: Table;
}

class SearchPage {
  private readonly region: HTMLElement;
  private readonly input: HTMLInputElement;
  private readonly form: HTMLFormElement;
  private readonly state = element('h2', { class: 'state' });
  private readonly status = element('p', { role: 'status', class: 'unseen' });
  private readonly narrow = element('details', { class: 'facets', hidden: '' });
  private readonly list = element('ol', { class: 'hit-list' });
  private readonly rest = element('div', { class: 'beside' });
  private readonly title = document.title;
  private chosen: Chosen = NOTHING_CHOSEN;
  private shown: Shown | undefined;
  private turn = 0;
  /** Counts how often the list was made; of two that overlap the later stands. */
  private pass = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private reader: ReturnType<typeof setTimeout> | undefined;
  private waiting = new AbortController();
  private composing = false;
  /** Whether the place in the history that is shown was made by what is being typed. */
  private typing = false;
  /** Whether what the address chooses has been read. */
  private knows = false;
  /** Where the reader was on this page of results before leaving it. */
  private place: number | undefined;
  /** The part of the address that is shown. */
  private address = '';
  private items = new Map<number, HTMLLIElement>();
  private readonly watcher = new IntersectionObserver((entries) => this.fillSeen(entries), {
    rootMargin: '1200px 0px',
  });

  constructor(region: HTMLElement, input: HTMLInputElement, form: HTMLFormElement) {
    this.region = region;
    this.input = input;
    this.form = form;
  }

  start(): void {
    this.region.replaceChildren(this.status, this.state, this.narrow, this.list, this.rest);
    this.input.addEventListener('pointerdown', warm);
    this.input.addEventListener('focus', warm);
    this.input.addEventListener('compositionstart', () => {
      this.composing = true;
    });
    this.input.addEventListener('compositionend', () => {
      this.composing = false;
      this.typed();
    });
    this.input.addEventListener('input', () => this.typed());
    this.form.addEventListener('submit', (event) => {
      event.preventDefault();
      clearTimeout(this.timer);
      this.keep('done');
      void this.show(this.input.value, true);
    });
    window.addEventListener('popstate', () => {
      // A jump within the page is no other query.
      if (location.search !== this.address) this.fromAddress();
    });
    window.addEventListener('pagehide', () => history.replaceState({ y: window.scrollY }, ''));
    document.addEventListener('keydown', (event) => this.walk(event));
    this.narrow.addEventListener('change', () => this.choose());
    this.fromAddress();
  }

  private fromAddress(): void {
    this.typing = false;
    this.address = location.search;
    const asked = new URLSearchParams(location.search).get('q');
    const query = asked?.trim() === '' ? '' : asked;
    this.input.value = [...(query ?? '')].slice(0, QUERY_AT_MOST).join('');
    this.chosen = NOTHING_CHOSEN;
    this.knows = false;
    this.place = history.state?.y;
    void this.show(query ?? undefined, false);
  }

  private typed(): void {
    if (this.composing) return;
    clearTimeout(this.timer);
    // What was asked before must not come in between.
    this.turn += 1;
    const query = this.input.value;
    this.timer = setTimeout(() => {
      this.keep('typed');
      void this.show(query === '' ? undefined : query, true);
    }, REST);
    void this.names(query);
  }

  // The query and what is chosen go into the address. What is typed in one go is one place in the history, and what was there before
  // it stays the place to go back to.
  private keep(how: 'typed' | 'done'): void {
    const address = this.input.value === '' ? location.pathname : this.addressNow();
    const same = new URL(address, location.href).href === location.href;
    if (same || this.typing) history.replaceState(null, '', address);
    else history.pushState(null, '', address);
    this.typing = how === 'typed';
    this.address = location.search;
  }

  private addressNow(): string {
    if (this.knows) return addressOf(this.input.value, this.chosen);
    // What the address chooses is not known yet, and stays.
    const params = new URLSearchParams(location.search);
    params.set('q', this.input.value.toWellFormed());
    return `?${params}`;
  }

  // Names are found in the table alone, and stand first whatever else will be found: they answer while the index is on its way.
  private async names(query: string): Promise<void> {
    const mine = this.turn;
    try {
      const table = await openTable();
      const hits = this.passing(nameHits(table, query));
      if (mine === this.turn && hits.length > 0) {
        this.begin(query);
        await this.fill(hits, []);
      }
    } catch {
      // It is told by the query itself.
    }
  }

  private passing(hits: readonly Hit[]): Hit[] {
    return hits.filter(({ row }) => passes(row, this.chosen)).slice(0, HITS_AT_MOST);
  }

  private begin(query: string): void {
    document.documentElement.dataset.query = 'run';
    this.region.hidden = false;
    this.region.setAttribute('aria-busy', 'true');
    this.state.textContent = words.working(shownOf(query));
    this.openFacets();
    this.rest.replaceChildren();
  }

  private async show(query: string | undefined, atOnce: boolean): Promise<void> {
    this.turn += 1;
    this.waiting.abort();
    const mine = this.turn;
    this.status.textContent = '';
    this.shown = undefined;
    if (query === undefined || wordsOf(query).length === 0) return this.empty(query ?? '');
    document.title = `${shownOf(query)} · ${this.title}`;
    this.begin(query);
    // Who types is answered by names at once; who comes by an address, by whole results that do not move.
    if (atOnce) void this.names(query);
    try {
      const library = await openLibrary();
      if (mine === this.turn) this.readAddress(library.table);
      const answer = await runQuery(library, aids, query, (exact) => {
        if (mine === this.turn && atOnce) void this.fill(this.passing(exact), []);
      });
      assertWhole();
      if (mine !== this.turn) return;
      this.shown = { query, answer, table: library.table };
      await this.render();
      assertWhole();
    } catch {
      if (mine === this.turn) this.failed(query);
    } finally {
      if (mine === this.turn) this.region.setAttribute('aria-busy', 'false');
    }
  }

  private unknown: readonly string[] = [];

  private readAddress(table: Table): void {
    const { chosen, unknown } = readChosen(new URLSearchParams(location.search), table);
    this.chosen = chosen;
    this.unknown = unknown;
    this.knows = true;
  }

  private empty(query: string): void {
    this.pass += 1;
    delete document.documentElement.dataset.query;
    document.title = this.title;
    this.items.clear();
    this.list.replaceChildren();
    this.rest.replaceChildren();
    this.narrow.hidden = true;
    this.region.hidden = query === '';
    this.region.setAttribute('aria-busy', 'false');
    this.state.textContent = query === '' ? '' : words.nothing(shownOf(query));
    this.say(this.state.textContent);
  }

  // A signal for what ends with the query that is shown.
  private abandoned(): AbortSignal {
    this.waiting.abort();
    this.waiting = new AbortController();
    return this.waiting.signal;
  }

  private failed(query: string): void {
    // Names that come after that are of no use.
    this.turn += 1;
    this.pass += 1;
    this.region.setAttribute('aria-busy', 'false');
    closeLibrary();
    delete document.documentElement.dataset.query;
    this.items.clear();
    this.list.replaceChildren();
    this.narrow.hidden = true;
    const again = element('button', { type: 'button' }, words.again);
    const retry = () => {
      this.input.focus();
      void this.show(query, false);
    };
    again.addEventListener('click', retry);
    // A network that comes back is a reason to try by itself.
    window.addEventListener('online', retry, { once: true, signal: this.abandoned() });
    this.state.textContent = words.failed;
    this.rest.replaceChildren(again);
    this.say(words.failed);
  }

  private async render(): Promise<void> {
    if (!this.shown) return;
    const { query, answer, table } = this.shown;
    const groups = [
      { heading: '', hits: answer.exact },
      ...answer.looser.map((one) => ({ heading: words.looser(one.way, one.read, one.hits.length), hits: one.hits })),
    ];
    const all = groups.flatMap(({ hits }) => hits);
    const kept = groups.map(({ heading, hits }) => ({
      heading,
      hits: hits.filter(({ row }) => passes(row, this.chosen)),
    }));
    const [exact, ...looser] = kept;
    const count = kept.reduce((sum, { hits }) => sum + hits.length, 0);
    const said = this.saidOf(query, answer, all.length, count, exact?.hits.length ?? 0);
    this.state.textContent = said;
    this.facets(
      all.map(({ row }) => row),
      table,
    );
    await this.fill(exact?.hits.slice(0, HITS_AT_MOST) ?? [], looser);
    this.rest.replaceChildren(...(all.length === 0 ? this.nothing(answer, table) : []));
    if (this.place !== undefined) window.scrollTo(0, this.place);
    this.place = undefined;
    this.say(said);
  }

  private saidOf(query: string, answer: Answer, all: number, count: number, exact: number): string {
    const shown = shownOf(query);
    const parts: string[] = [];
    if (all === 0) parts.push(words.none(shown), words.triedList(answer.tried.map((way) => words.tried[way])));
    else {
      parts.push(
        answer.exact.length > 0 ? words.exact(answer.exact.length, shownOf(lookedUp(query))) : words.noExact(shown),
      );
      if (answer.exact.length > 0 && hasSigns(answer.keys)) parts.push(words.anySign);
      const looser = all - answer.exact.length;
      if (looser > 0) parts.push(words.looserCount(looser, answer.exact.length > 0));
      if (count < all) parts.push(count === 0 ? words.noneLeft : words.narrowed(count, all));
    }
    if (exact > HITS_AT_MOST) parts.push(words.most(HITS_AT_MOST));
    if (answer.keys.length >= WORDS_AT_MOST) parts.push(words.shortened(WORDS_AT_MOST));
    if (this.unknown.length > 0) parts.push(words.unknown(this.unknown.map(shownOf)));
    return parts
      .map((part) => part.replace(/。$/, ''))
      .join('。')
      .concat('。');
  }

  private nothing(answer: Answer, table: Table): Node[] {
    const nodes: Node[] = [];
    const linked = (rows: readonly Row[]) => {
      const list = element('ul', { class: 'run' });
      for (const row of rows)
        list.append(element('li', {}, linkOf({ row, rank: { tier: 'prose', kind: row.kind, share: 0 }, marks: [] })));
      return list;
    };
    if (answer.nearest.length > 0) nodes.push(element('h2', {}, words.nearest), linked(answer.nearest));
    nodes.push(element('h2', {}, words.themes), linked(table.rows.filter(({ kind }) => kind === 'theme')));
    return nodes;
  }

  // Items that stand already stay as they are, so that nothing flickers when the rest comes.
  private async fill(
    exact: readonly Hit[],
    looser: readonly { heading: string; hits: readonly Hit[] }[],
  ): Promise<void> {
    const before = this.items;
    this.items = new Map();
    const nodes: HTMLLIElement[] = [];
    const add = (hit: Hit, heading = '') => {
      const old = before.get(hit.row.n);
      const same = old && heading === '' && old.dataset.marks === marksOf(hit) && !old.querySelector('.tier');
      const item = same ? old : this.itemOf(hit, heading);
      this.items.set(hit.row.n, item);
      nodes.push(item);
      return item;
    };
    for (const hit of exact) add(hit);
    for (const { heading, hits } of looser) {
      for (const [i, hit] of hits.entries()) add(hit, i === 0 ? heading : '');
    }
    this.pass += 1;
    const { pass } = this;
    if (this.shown) await Promise.all(nodes.slice(0, EXCERPTS_FIRST).map((item) => this.tryExcerpt(item)));
    if (pass !== this.pass) return;
    this.list.replaceChildren(...nodes);
    if (!this.shown) return;
    for (const item of nodes.slice(EXCERPTS_FIRST)) if (!this.filled.has(item)) this.watcher.observe(item);
  }

  private readonly hits = new WeakMap<HTMLLIElement, Hit>();
  private readonly filled = new WeakSet<HTMLLIElement>();

  private itemOf(hit: Hit, heading: string): HTMLLIElement {
    const facts = element('p', { class: 'meta' }, element('span', {}, factsOf(hit.row)), ...themeLinksOf(hit.row));
    const item = element('li', { 'data-marks': marksOf(hit) });
    if (heading !== '') item.append(element('h2', { class: 'tier' }, heading));
    item.append(element('h3', {}, linkOf(hit)), facts, element('p', { class: 'excerpt reserved' }));
    this.hits.set(item, hit);
    return item;
  }

  // An excerpt that does not come leaves its result as good as it was, and may come another time.
  private async tryExcerpt(item: HTMLLIElement): Promise<void> {
    try {
      await this.excerpt(item);
    } catch {
      this.filled.delete(item);
    }
  }

  private async excerpt(item: HTMLLIElement): Promise<void> {
    const hit = this.hits.get(item);
    if (!hit || this.filled.has(item)) return;
    this.filled.add(item);
    const library = await openLibrary();
    const [fields, english] = await Promise.all([library.fieldsOf(hit.row), this.englishOf(hit)]);
    const excerpt = excerptFor(hit, [...fields, ...english], words.alias);
    const place = item.querySelector('.excerpt');
    if (excerpt) place?.replaceChildren(...marked(excerpt));
    // Where a reader looks, what was reserved stays reserved, so that nothing moves.
    const seen = item.isConnected && item.getBoundingClientRect().top < window.innerHeight;
    if (!seen) place?.classList.remove('reserved');
  }

  private async englishOf({ row, rank }: Hit) {
    if (rank.tier !== 'english' && rank.tier !== 'alias') return [];
    const query = this.shown?.query ?? '';
    if (!/\p{Script=Latin}/u.test(query)) return [];
    const english = await aids.english();
    return [{ role: 'english', text: english[row.n] ?? '' } as const];
  }

  private fillSeen(entries: readonly IntersectionObserverEntry[]): void {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting || !(target instanceof HTMLLIElement)) continue;
      this.watcher.unobserve(target);
      void this.tryExcerpt(target);
    }
  }

  private facets(rows: readonly Row[], table: Table): void {
    const focused = document.activeElement instanceof HTMLInputElement ? document.activeElement.id : '';
    const groups = FACETS.map((facet) => this.facetOf(facet, rows, table)).filter((one) => one !== undefined);
    const any = FACETS.some((facet) => this.chosen[facet].size > 0);
    const clear = element('button', { type: 'button' }, words.clear);
    clear.addEventListener('click', () => this.choose(NOTHING_CHOSEN));
    this.narrow.replaceChildren(element('summary', {}, words.narrow), ...groups, ...(any ? [clear] : []));
    this.narrow.hidden = rows.length === 0;
    if (focused.startsWith('facet-')) byId(focused)?.focus();
  }

  // Its line stands from the beginning, so that it moves nothing when the choices come.
  private openFacets(): void {
    if (!this.narrow.hidden) return;
    this.narrow.open = matchMedia('(width >= 64rem)').matches;
    this.narrow.replaceChildren(element('summary', {}, words.narrow));
    this.narrow.hidden = false;
  }

  private facetOf(facet: Facet, rows: readonly Row[], table: Table): HTMLFieldSetElement | undefined {
    const choices = choicesOf(rows, facet, this.chosen, table);
    if (choices.length === 0) return undefined;
    const field = element('fieldset', {}, element('legend', {}, words.facets[facet]));
    for (const { id, count, chosen } of choices) {
      const box = element('input', { type: 'checkbox', name: facet, value: id, id: `facet-${facet}-${id}` });
      box.checked = chosen;
      field.append(
        element('label', {}, box, ` ${nameOf(facet, id, table)} `, element('span', { class: 'count' }, String(count))),
      );
    }
    return field;
  }

  private choose(chosen?: Chosen): void {
    const values = (facet: Facet) =>
      new Set(
        [...this.narrow.querySelectorAll<HTMLInputElement>(`input[name="${facet}"]:checked`)].map(({ value }) => value),
      );
    this.chosen = chosen ?? { counties: values('counties'), themes: values('themes'), kinds: values('kinds') };
    this.unknown = [];
    this.typing = false;
    this.keep('done');
    const mine = this.turn;
    this.region.setAttribute('aria-busy', 'true');
    const done = () => {
      if (mine === this.turn) this.region.setAttribute('aria-busy', 'false');
    };
    this.render().then(done, () => this.failed(this.shown?.query ?? ''));
  }

  // Said when the outcome stands, once; not at each key.
  private say(text: string | null): void {
    clearTimeout(this.reader);
    this.reader = setTimeout(() => {
      this.status.textContent = text;
    }, SETTLED);
  }

  private walk(event: KeyboardEvent): void {
    if (event.isComposing || this.composing) return;
    const links = [...this.list.querySelectorAll<HTMLAnchorElement>('h3 a.record')];
    const at = links.indexOf(document.activeElement as HTMLAnchorElement);
    const inBox = document.activeElement === this.input;
    if (event.key === 'ArrowDown' && (inBox || at >= 0) && links[at + 1]) {
      event.preventDefault();
      links[at + 1]?.focus();
    } else if (event.key === 'ArrowUp' && at >= 0) {
      event.preventDefault();
      (links[at - 1] ?? this.input).focus();
    } else if (event.key === 'Escape' && at >= 0) this.input.focus();
    else if (event.key === 'Escape' && inBox) {
      // The browser would empty the box.
      event.preventDefault();
      this.input.blur();
    }
  }
}

function marksOf({ marks }: Hit): string {
  return marks.map((keys) => keys.join('')).join(' ');
}

function nameOf(facet: Facet, id: string, table: Table): string {
  if (facet === 'kinds') return words.kinds[id as keyof typeof words.kinds];
  return table[facet].find((one) => one.id === id)?.name ?? id;
}

const region = byId('results');
const input = byId<HTMLInputElement>('q-page');
if (region && input?.form) new SearchPage(region, input, input.form).start();
