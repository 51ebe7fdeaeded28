/** The script of the search page: the query and what is chosen stand in the address; the page is an index without it. */
import { searchWords as words } from '../../i18n/search-words.ts';
import { fitting, queryAt } from '../asked.ts';
import type { Hit } from '../hits.ts';
import { type Answer, nameHits, runQuery, wordsOf } from '../query.ts';
import type { Table } from '../table.ts';
import { Announcer } from './announce.ts';
import { element } from './dom.ts';
import { type HitGroup, HitList } from './hit-list.ts';
import { Narrowing } from './narrowing.ts';
import { aids, closeLibrary, isMixed, openLibrary, openTable } from './open.ts';
import { sentenceOf, waysOn } from './outcome.ts';
import { assertWhole } from './receive.ts';
import { shownOf } from './shown.ts';
import { canRemember } from './storage.ts';
import { onTyping } from './typing.ts';
import { warm } from './warm.ts';

/** Milliseconds without a key after which the whole index is asked, and after which the outcome is read out. */
const REST = 150;
const SETTLED = 600;
/** Milliseconds after which a reader who waits is told so, and has the index meanwhile. */
const SLOW = 6000;

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
  private readonly announcer = new Announcer(SETTLED);
  private readonly narrowing = new Narrowing(() => this.narrowed());
  private readonly list = new HitList(() => this.shown?.query);
  private readonly rest = element('div', { class: 'beside' });
  private readonly title = document.title;
  private readonly composes: (key: KeyboardEvent) => boolean;
  private shown: Shown | undefined;
  private turn = 0;
  /** How often a search has failed on this page. */
  private inVain = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private waiting = new AbortController();
  /** Whether the place in the history that is shown was made by what is being typed. */
  private typing = false;
  /** Where the reader was on this page of results before leaving it. */
  private place: number | undefined;
  /** The part of the address that is shown. */
  private address = '';

  constructor(region: HTMLElement, input: HTMLInputElement, form: HTMLFormElement) {
    this.region = region;
    this.input = input;
    this.form = form;
    this.composes = onTyping(input, () => this.typed());
  }

  /** Takes the page over; `typed` is what stood in the box by then, where a reader was faster. */
  start(typed: string | undefined): void {
    document.documentElement.dataset.search = 'runs';
    document.querySelector('.unready')?.remove();
    this.region.replaceChildren(
      this.announcer.status,
      this.state,
      this.narrowing.element,
      this.list.element,
      this.rest,
    );
    this.input.addEventListener('pointerdown', warm);
    this.input.addEventListener('focus', warm);
    this.form.addEventListener('submit', (event) => {
      event.preventDefault();
      clearTimeout(this.timer);
      this.keep('done');
      void this.show(this.asked, true);
    });
    window.addEventListener('popstate', () => {
      // A jump within the page is no other query.
      if (location.search !== this.address) this.fromAddress();
    });
    window.addEventListener('pagehide', () => history.replaceState({ y: window.scrollY }, ''));
    document.addEventListener('keydown', (event) => this.walk(event));
    this.fromAddress(typed);
    if (typed !== undefined && typed !== fitting(queryAt(location.search))) this.typed();
  }

  private fromAddress(typed?: string): void {
    this.typing = false;
    this.address = location.search;
    const query = queryAt(location.search);
    this.input.value = typed ?? fitting(query);
    this.narrowing.forget();
    this.place = history.state?.y;
    void this.show(query, false);
  }

  private get asked(): string {
    return fitting(this.input.value);
  }

  private typed(): void {
    clearTimeout(this.timer);
    // What was asked before must not come in between.
    this.turn += 1;
    const query = this.asked;
    this.timer = setTimeout(() => {
      this.keep('typed');
      void this.show(query, true);
    }, REST);
    void this.names(query);
  }

  // The query and what is chosen go into the address. What is typed in one go is one place in the history, and what was there before
  // it stays the place to go back to.
  private keep(how: 'typed' | 'done'): void {
    const address = this.asked === '' ? location.pathname : this.narrowing.addressFor(this.asked);
    const same = new URL(address, location.href).href === location.href;
    if (same || this.typing) history.replaceState(null, '', address);
    else history.pushState(null, '', address);
    this.typing = how === 'typed';
    this.address = location.search;
  }

  // Names are found in the table alone, and stand first whatever else will be found: they answer while the index is on its way.
  private async names(query: string): Promise<void> {
    const mine = this.turn;
    try {
      const table = await openTable();
      if (mine !== this.turn) return;
      this.narrowing.learn(table);
      const hits = this.passing(nameHits(table, query));
      if (hits.length === 0) return;
      this.begin(query);
      await this.list.fill([{ heading: '', hits }], query);
    } catch {
      // It is told by the query itself.
    }
  }

  private passing(hits: readonly Hit[]): Hit[] {
    return hits.filter(({ row }) => this.narrowing.passes(row));
  }

  private begin(query: string): void {
    document.documentElement.dataset.query = 'run';
    this.region.hidden = false;
    this.region.setAttribute('aria-busy', 'true');
    this.state.textContent = words.working(shownOf(query));
    this.narrowing.open();
    this.rest.replaceChildren();
  }

  private async show(query: string, atOnce: boolean): Promise<void> {
    this.turn += 1;
    this.waiting.abort();
    const mine = this.turn;
    this.announcer.clear();
    this.shown = undefined;
    if (wordsOf(query).length === 0) return this.empty(query);
    document.title = `${shownOf(query)} · ${this.title}`;
    this.begin(query);
    // Who types is answered by names at once; who comes by an address, by whole results that do not move.
    if (atOnce) void this.names(query);
    const slow = setTimeout(() => {
      if (mine === this.turn) this.slow();
    }, SLOW);
    try {
      const library = await openLibrary();
      if (mine === this.turn) this.narrowing.readAddress(library.table);
      const answer = await runQuery(library, aids, query, (exact) => {
        if (mine === this.turn && atOnce) void this.list.fill([{ heading: '', hits: this.passing(exact) }], query);
      });
      assertWhole();
      if (mine !== this.turn) return;
      this.shown = { query, answer, table: library.table };
      // Where the reader was given the index to wait with.
      document.documentElement.dataset.query = 'run';
      await this.render();
      assertWhole();
    } catch {
      if (mine === this.turn) this.failed(query);
    } finally {
      clearTimeout(slow);
      if (mine === this.turn) this.region.setAttribute('aria-busy', 'false');
    }
  }

  private empty(query: string): void {
    delete document.documentElement.dataset.query;
    document.title = this.title;
    this.list.empty();
    this.rest.replaceChildren();
    this.narrowing.hide();
    this.region.hidden = query === '';
    this.region.setAttribute('aria-busy', 'false');
    this.tell(query === '' ? '' : words.nothing(shownOf(query)));
  }

  // A signal for what ends with the query that is shown.
  private abandoned(): AbortSignal {
    this.waiting.abort();
    this.waiting = new AbortController();
    return this.waiting.signal;
  }

  private tell(said: string): void {
    this.state.textContent = said;
    this.announcer.say(said);
  }

  // What is seldom said stands in the page.
  private trouble(kind: 'failed' | 'slow' | 'mixed' | 'unmarked'): string {
    return this.region.dataset[kind] ?? '';
  }

  private slow(): void {
    if (!this.list.links.length) delete document.documentElement.dataset.query;
    this.tell(this.trouble('slow'));
  }

  private failed(query: string): void {
    const said = this.trouble(isMixed() ? 'mixed' : 'failed');
    // Names that come after that are of no use.
    this.turn += 1;
    this.region.setAttribute('aria-busy', 'false');
    closeLibrary();
    this.inVain += 1;
    delete document.documentElement.dataset.query;
    this.list.empty();
    this.narrowing.hide();
    const again = element('button', { type: 'button' }, words.again);
    const retry = () => {
      this.input.focus();
      void this.show(query, false);
    };
    // A script that came damaged is kept by the page that asked for it: who has tried in vain gets another page.
    again.addEventListener('click', () => (this.inVain > 1 ? location.reload() : retry()));
    // A network that comes back is a reason to try by itself.
    window.addEventListener('online', retry, { once: true, signal: this.abandoned() });
    this.rest.replaceChildren(again);
    this.tell(said);
  }

  private async render(): Promise<void> {
    if (!this.shown) return;
    const { query, answer, table } = this.shown;
    const groups: HitGroup[] = [
      { heading: '', hits: answer.exact },
      ...answer.looser.map((one) => ({ heading: words.looser(one.way, one.read, one.hits.length), hits: one.hits })),
    ];
    const rows = groups.flatMap(({ hits }) => hits.map(({ row }) => row));
    const passing = groups.map(({ heading, hits }) => ({ heading, hits: this.passing(hits) }));
    const count = passing.reduce((sum, { hits }) => sum + hits.length, 0);
    const exact = passing[0]?.hits.length ?? 0;
    const said = sentenceOf(query, answer, { count, exact }, this.narrowing.unknown);
    this.state.textContent = said;
    this.narrowing.show(rows, table);
    await this.list.fill(passing, query);
    this.rest.replaceChildren(...(rows.length === 0 ? waysOn(answer, table) : this.notes));
    if (this.place !== undefined) window.scrollTo(0, this.place);
    this.place = undefined;
    this.announcer.say(said);
  }

  // What a browser that refuses storage takes from these results.
  private get notes(): Node[] {
    return canRemember() ? [] : [element('p', { class: 'soft' }, this.trouble('unmarked'))];
  }

  private narrowed(): void {
    this.typing = false;
    this.keep('done');
    const mine = this.turn;
    this.region.setAttribute('aria-busy', 'true');
    const done = () => {
      if (mine === this.turn) this.region.setAttribute('aria-busy', 'false');
    };
    this.render().then(done, () => this.failed(this.shown?.query ?? ''));
  }

  private walk(event: KeyboardEvent): void {
    if (this.composes(event)) return;
    const { links } = this.list;
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

const region = byId('results');
const input = byId<HTMLInputElement>('q-page');
// What a browser puts back into the box when one returns was not typed now.
if (region && input?.form) {
  new SearchPage(region, input, input.form).start(input.dataset.typed === undefined ? undefined : input.value);
}
