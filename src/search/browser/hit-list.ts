import { searchWords as words } from '../../i18n/search-words.ts';
import type { Field } from '../cut.ts';
import { excerptFor } from '../excerpts.ts';
import type { Hit } from '../hits.ts';
import { LATIN } from '../script.ts';
import { element, marked } from './dom.ts';
import { aids, openLibrary } from './open.ts';
import { factsOf, linkOf, sameNameLinksOf, themeLinksOf } from './results.ts';

/** The best hits up to this many are shown of a group; only exact ones can be more. */
export const HITS_AT_MOST = 200;
/** So many excerpts are there when the results are; the others come as they are scrolled to. */
const EXCERPTS_FIRST = 10;

/** Hits below a heading that says how the query was loosened for them; exact ones have none. */
export interface HitGroup {
  readonly heading: string;
  readonly hits: readonly Hit[];
}

/** The list of results: an item for each hit, and in it an excerpt once the whole answer is there. */
export class HitList {
  readonly element = element('ol', { class: 'hit-list' });
  private readonly answered: () => string | undefined;
  /** Counts how often the list was made; of two that overlap the later stands. */
  private pass = 0;
  private items = new Map<number, HTMLLIElement>();
  private readonly hits = new WeakMap<HTMLLIElement, Hit>();
  private readonly filled = new WeakSet<HTMLLIElement>();
  private readonly watcher = new IntersectionObserver((entries) => this.fillSeen(entries), {
    rootMargin: '1200px 0px',
  });

  /** `answered` gives the query of which the whole answer is there; for what comes before it no texts are loaded. */
  constructor(answered: () => string | undefined) {
    this.answered = answered;
  }

  /** The links of the results, in order. */
  get links(): HTMLAnchorElement[] {
    return [...this.element.querySelectorAll<HTMLAnchorElement>('h3 a.record')];
  }

  empty(): void {
    this.pass += 1;
    this.items.clear();
    this.element.replaceChildren();
  }

  /** Shows the hits of a query. Items that stand already stay as they are, so that nothing flickers when the rest comes. */
  async fill(groups: readonly HitGroup[], query: string): Promise<void> {
    const before = this.items;
    this.items = new Map();
    const nodes: HTMLLIElement[] = [];
    for (const { heading, hits } of groups) {
      for (const [i, hit] of hits.slice(0, HITS_AT_MOST).entries()) {
        const item = this.itemOf(hit, query, i === 0 ? heading : '', before.get(hit.row.n));
        this.items.set(hit.row.n, item);
        nodes.push(item);
      }
    }
    this.pass += 1;
    const { pass } = this;
    if (this.answered()) await Promise.all(nodes.slice(0, EXCERPTS_FIRST).map((item) => this.tryExcerpt(item)));
    if (pass !== this.pass) return;
    this.element.replaceChildren(...nodes);
    if (!this.answered()) return;
    for (const item of nodes.slice(EXCERPTS_FIRST)) if (!this.filled.has(item)) this.watcher.observe(item);
  }

  private itemOf(hit: Hit, query: string, heading: string, old: HTMLLIElement | undefined): HTMLLIElement {
    if (old && heading === '' && old.dataset.marks === marksOf(hit) && !old.querySelector('.tier')) return old;
    const facts = element('p', { class: 'meta' }, element('span', {}, factsOf(hit.row)), ...themeLinksOf(hit.row));
    const item = element('li', { 'data-marks': marksOf(hit) });
    if (heading !== '') item.append(element('h2', { class: 'tier' }, heading));
    const sameNames = sameNameLinksOf(hit, query).map((link) => element('p', { class: 'same-name' }, link));
    item.append(element('h3', {}, linkOf(hit)), facts, ...sameNames, element('p', { class: 'excerpt reserved' }));
    this.hits.set(item, hit);
    return item;
  }

  // An excerpt that does not come leaves its result as good as it was, and may come another time.
  private async tryExcerpt(item: HTMLLIElement): Promise<void> {
    try {
      await this.excerpt(item);
    } catch {
      this.filled.delete(item);
      item.querySelector('.excerpt')?.replaceChildren(words.noExcerpt);
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

  private async englishOf({ row, rank }: Hit): Promise<Field[]> {
    if (rank.tier !== 'english' && rank.tier !== 'alias') return [];
    if (!LATIN.test(this.answered() ?? '')) return [];
    const english = await aids.english();
    return [{ role: 'english', text: english[row.n] ?? '' }];
  }

  private fillSeen(entries: readonly IntersectionObserverEntry[]): void {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting || !(target instanceof HTMLLIElement)) continue;
      this.watcher.unobserve(target);
      void this.tryExcerpt(target);
    }
  }
}

function marksOf({ marks }: Hit): string {
  return marks.map((keys) => keys.join('')).join(' ');
}
