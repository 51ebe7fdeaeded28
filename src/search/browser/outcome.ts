import { searchWords as words } from '../../i18n/search-words.ts';
import { type Answer, countOf, hasSigns, lookedUp, WORDS_AT_MOST } from '../query.ts';
import type { Row, Table } from '../table.ts';
import { element } from './dom.ts';
import { HITS_AT_MOST } from './hit-list.ts';
import { linkOf } from './results.ts';
import { shownOf } from './shown.ts';

/** What passes the filters: of all results, and of the exact ones. */
interface Passing {
  readonly count: number;
  readonly exact: number;
}

/** The sentence above the results. `unknown` are values of the address that the site does not have. */
export function sentenceOf(query: string, answer: Answer, passing: Passing, unknown: readonly string[]): string {
  const shown = shownOf(query);
  const all = countOf(answer);
  const exact = answer.exact.length;
  const parts: string[] = [];
  if (all === 0) parts.push(words.none(shown), words.triedList(answer.tried.map((way) => words.tried[way])));
  else {
    parts.push(exact > 0 ? words.exact(exact, shownOf(lookedUp(query))) : words.noExact(shown));
    if (exact > 0 && hasSigns(answer.keys)) parts.push(words.anySign);
    if (all > exact) parts.push(words.looserCount(all - exact, exact > 0));
    if (passing.count < all) parts.push(passing.count === 0 ? words.noneLeft : words.narrowed(passing.count, all));
  }
  if (passing.exact > HITS_AT_MOST) parts.push(words.most(HITS_AT_MOST));
  if (answer.keys.length >= WORDS_AT_MOST) parts.push(words.shortened(WORDS_AT_MOST));
  if (unknown.length > 0) parts.push(words.unknown(unknown.map(shownOf)));
  return parts
    .map((part) => part.replace(/。$/, ''))
    .join('。')
    .concat('。');
}

/** What stands there where nothing was found: the nearest names, and all themes. */
export function waysOn({ nearest }: Answer, { rows }: Table): Node[] {
  const nodes = [element('h2', {}, words.themes), linked(rows.filter(({ kind }) => kind === 'theme'))];
  return nearest.length > 0 ? [element('h2', {}, words.nearest), linked(nearest), ...nodes] : nodes;
}

function linked(rows: readonly Row[]): HTMLUListElement {
  const list = element('ul', { class: 'run' });
  for (const row of rows) {
    list.append(element('li', {}, linkOf({ row, rank: { tier: 'prose', kind: row.kind, share: 0 }, marks: [] })));
  }
  return list;
}
