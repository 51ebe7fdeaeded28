import { searchWords as words } from '../../i18n/search-words.ts';
import { fitting } from '../asked.ts';
import type { Hit } from '../hits.ts';
import { type Answer, countOf, nameHits, runQuery, wordsOf } from '../query.ts';
import { Announcer } from './announce.ts';
import { element } from './dom.ts';
import { aids, closeLibrary, openLibrary, openTable } from './open.ts';
import { assertWhole } from './receive.ts';
import { factsOf, linkOf } from './results.ts';
import { shownOf } from './shown.ts';
import { onTyping } from './typing.ts';

/** The best hits that fit below a box. */
const SHOWN = 8;
/** Milliseconds without a key after which the whole index is asked; names answer at once. */
const REST = 120;
/** Milliseconds after which the outcome is read out. */
const SETTLED = 700;
/** Milliseconds after which a reader who waits is told so. */
const SLOW = 3000;

/**
 * Answers below a search box while one types: names at once, the whole index a moment later. Arrows walk the hits, Enter opens one or leads to the search page, Esc
 * closes. What an input method is still composing is not looked up.
 */
export function answerIn(form: HTMLFormElement, input: HTMLInputElement): void {
  const id = `${input.id}-hits`;
  const panel = element('div', { class: 'hits', id, role: 'listbox', 'aria-label': words.suggestions, hidden: '' });
  const announcer = new Announcer(SETTLED);
  form.append(panel, announcer.status);
  for (const [name, value] of Object.entries({
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-expanded': 'false',
    'aria-controls': id,
  })) {
    input.setAttribute(name, value);
  }
  let turn = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asked = Number.NEGATIVE_INFINITY;

  const options = () => [...panel.querySelectorAll<HTMLAnchorElement>('[role="option"]')];
  const active = () => panel.querySelector<HTMLAnchorElement>('[aria-selected="true"]');
  const select = (option: HTMLAnchorElement | undefined) => {
    for (const other of options()) other.setAttribute('aria-selected', String(other === option));
    if (option) {
      input.setAttribute('aria-activedescendant', option.id);
      option.scrollIntoView({ block: 'nearest' });
    } else input.removeAttribute('aria-activedescendant');
  };
  const close = () => {
    turn += 1;
    clearTimeout(timer);
    announcer.hush();
    panel.hidden = true;
    select(undefined);
    input.setAttribute('aria-expanded', 'false');
  };
  const open = (nodes: readonly Node[]) => {
    const before = active()?.getAttribute('href');
    panel.replaceChildren(...nodes);
    options().forEach((option, i) => {
      option.id = `${id}-${i}`;
    });
    panel.hidden = nodes.length === 0;
    // A sentence that nothing was found is no list to choose from.
    const list = options().length > 0;
    if (list) panel.setAttribute('role', 'listbox');
    else panel.removeAttribute('role');
    input.setAttribute('aria-expanded', String(list));
    // What was chosen stays chosen when more comes.
    select(before ? options().find((option) => option.getAttribute('href') === before) : undefined);
  };
  const optionOf = (hit: Hit) => {
    const link = linkOf(hit, { role: 'option', tabindex: '-1', 'aria-selected': 'false' });
    link.append(element('span', { class: 'meta' }, factsOf(hit.row)));
    return link;
  };
  const searchAddress = () => `${form.action}?q=${encodeURIComponent(fitting(input.value).toWellFormed())}`;
  const nodesOf = (answer: Pick<Answer, 'exact' | 'looser'>, whole: boolean): Node[] => {
    const nodes: Node[] = answer.exact.slice(0, SHOWN).map(optionOf);
    let left = SHOWN - nodes.length;
    for (const { way, read, hits } of answer.looser) {
      if (left <= 0) break;
      const head = element('span', { class: 'tier', 'aria-hidden': 'true' }, words.looser(way, read, hits.length));
      const group = element('div', { role: 'group', 'aria-label': head.textContent ?? '' }, head);
      group.append(...hits.slice(0, left).map(optionOf));
      left -= hits.length;
      nodes.push(group);
    }
    const count = countOf(answer);
    if (whole && count > 0) {
      const all = { href: searchAddress(), role: 'option', tabindex: '-1', 'aria-selected': 'false', class: 'all' };
      nodes.push(element('a', all, words.all(count)));
    }
    return nodes;
  };

  const say = (text: string) => {
    open([element('p', { class: 'meta' }, text)]);
    announcer.say(text);
  };

  const run = async (query: string, mine: number, hurried: boolean) => {
    const slow = setTimeout(() => {
      if (mine === turn && panel.hidden) say(form.dataset.slow ?? '');
    }, SLOW);
    try {
      const table = await openTable();
      if (mine !== turn) return;
      const names = nameHits(table, query);
      if (names.length > 0) open(nodesOf({ exact: names, looser: [] }, false));
      // The first key after a rest, or a whole query at once, is not kept waiting.
      await new Promise((done) => {
        timer = setTimeout(done, hurried ? REST : 0);
      });
      if (mine !== turn) return;
      const library = await openLibrary();
      const answer = await runQuery(library, aids, query, (exact) => {
        if (mine === turn && exact.length > 0) open(nodesOf({ exact, looser: [] }, false));
      });
      assertWhole();
      if (mine !== turn) return;
      const count = countOf(answer);
      if (count === 0) return say(words.none(shownOf(query)));
      open(nodesOf(answer, true));
      announcer.say(words.said(count));
    } catch {
      if (mine !== turn) return;
      closeLibrary();
      // It names the page that this form leads to.
      say(form.dataset.failed ?? '');
    } finally {
      clearTimeout(slow);
    }
  };
  const ask = () => {
    close();
    announcer.clear();
    const hurried = performance.now() - asked < REST * 2;
    asked = performance.now();
    const query = fitting(input.value);
    if (wordsOf(query).length > 0) void run(query, turn, hurried);
  };

  const composes = onTyping(input, ask);
  input.addEventListener('focus', () => {
    if (panel.hidden && input.value !== '') ask();
  });
  input.addEventListener('keydown', (event) => {
    if (composes(event)) return;
    const all = options();
    const at = all.indexOf(active() as HTMLAnchorElement);
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (panel.hidden || all.length === 0) {
        if (event.key === 'ArrowDown' && input.value !== '') ask();
        return;
      }
      event.preventDefault();
      // Past the last and before the first stands the box itself.
      const next = event.key === 'ArrowDown' ? at + 1 : at < 0 ? all.length - 1 : at - 1;
      select(all[next]);
    } else if (event.key === 'Enter') {
      const chosen = active();
      if (!chosen || panel.hidden) return;
      event.preventDefault();
      chosen.click();
      close();
    } else if (event.key === 'Escape') {
      // The first closes what was found, the second leaves the box.
      event.preventDefault();
      if (panel.hidden) input.blur();
      else close();
    }
  });
  form.addEventListener('focusout', (event) => {
    if (!form.contains(event.relatedTarget as Node | null)) close();
  });
  // A press on a hit must not take the focus away before it is a click.
  panel.addEventListener('mousedown', (event) => event.preventDefault());
  // The index is opened while the reader still types.
  openLibrary().catch(() => {});
  if (input.value !== '') ask();
}
