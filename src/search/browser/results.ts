import { searchWords as words } from '../../i18n/search-words.ts';
import type { Hit } from '../hits.ts';
import { spansOf, withoutOverlap } from '../match.ts';
import { sameNamesOf } from '../same-name.ts';
import type { Row } from '../table.ts';
import { element, marked } from './dom.ts';
import { remember } from './remember.ts';
import { BASE } from './warm.ts';

/** The address of a record under the site's base path. */
export function addressOfRow(row: Row): string {
  return BASE.slice(0, -1) + row.url;
}

/** A record's link: seal, and name with the hits marked. Following it is remembered, so that the page marks the hit too. */
export function linkOf(hit: Hit, attributes: Readonly<Record<string, string>> = {}): HTMLAnchorElement {
  const { row, marks } = hit;
  const link = element('a', { href: addressOfRow(row), class: 'record', ...attributes });
  if (row.county) link.append(element('span', { class: 'seal', 'aria-hidden': 'true' }, row.county.seal));
  const spans = withoutOverlap(marks.flatMap((keys) => spansOf(row.name, keys)));
  link.append(element('span', {}, ...marked({ text: row.name, spans })));
  link.addEventListener('click', ({ button, ctrlKey, metaKey, shiftKey, altKey }) => {
    // A page in another tab would not know of it, and this tab would keep it.
    if (button === 0 && !(ctrlKey || metaKey || shiftKey || altKey)) remember(link.href, marks);
  });
  return link;
}

/** What kind of record it is, of which county and which year. */
export function factsOf({ kind, county }: Row): string {
  return [words.kinds[kind], ...(county ? [county.name, county.date] : [])].join(' · ');
}

/** Links to the themes of a record, at the answer of its county where it has one. */
export function themeLinksOf({ kind, themes, county }: Row): HTMLAnchorElement[] {
  if (kind === 'theme') return [];
  const fragment = county ? `#${county.id}` : '';
  return themes.map(({ id, name }) => element('a', { href: `${BASE}themes/${id}/${fragment}`, class: 'tag' }, name));
}

/** For each name that was looked for in a practice and is something else elsewhere: a link to where its uses are told apart. */
export function sameNameLinksOf(hit: Hit, query: string): HTMLAnchorElement[] {
  return sameNamesOf(hit, query).map(({ name, row, counties }) =>
    element(
      'a',
      { href: addressOfRow(row) },
      words.sameName(
        name,
        counties.map((county) => county.name),
      ),
    ),
  );
}
