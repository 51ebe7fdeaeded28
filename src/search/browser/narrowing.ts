import { searchWords as words } from '../../i18n/search-words.ts';
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
import type { Row, Table } from '../table.ts';
import { element } from './dom.ts';

/** What the results are narrowed to: as the address chooses it, and then as the reader changes it in the boxes of `element`. */
export class Narrowing {
  readonly element = element('details', { class: 'facets', hidden: '' });
  /** Values in the address that the site does not have. */
  unknown: readonly string[] = [];
  private readonly changed: () => void;
  private chosen: Chosen = NOTHING_CHOSEN;
  /** Whether what the address chooses has been read. */
  private knows = false;

  /** `changed` is called when the reader has chosen something else. */
  constructor(changed: () => void) {
    this.changed = changed;
    this.element.addEventListener('change', () => this.choose(this.ticked()));
  }

  /** Forgets what is chosen: another address is shown, which is read when the table is there. */
  forget(): void {
    this.chosen = NOTHING_CHOSEN;
    this.knows = false;
  }

  /** Takes up what the address chooses. */
  readAddress(table: Table): void {
    const { chosen, unknown } = readChosen(new URLSearchParams(location.search), table);
    this.chosen = chosen;
    this.unknown = unknown;
    this.knows = true;
  }

  /** Does so where it has not been done yet: names are found before the index is there. */
  learn(table: Table): void {
    if (!this.knows) this.readAddress(table);
  }

  /** The part of the address behind the path, for a query and what is chosen. */
  addressFor(query: string): string {
    if (this.knows) return addressOf(query, this.chosen);
    // What the address chooses is not known yet, and stays.
    const params = new URLSearchParams(location.search);
    params.set('q', query.toWellFormed());
    return `?${params}`;
  }

  passes(row: Row): boolean {
    return passes(row, this.chosen);
  }

  /** Shows the line of the choices before they are known, so that it moves nothing when they come. */
  open(): void {
    if (!this.element.hidden) return;
    this.element.open = matchMedia('(width >= 64rem)').matches;
    this.element.replaceChildren(element('summary', {}, words.narrow));
    this.element.hidden = false;
  }

  /** Shows the choices that there are for these results. */
  show(rows: readonly Row[], table: Table): void {
    const focused = document.activeElement instanceof HTMLInputElement ? document.activeElement.id : '';
    const groups = FACETS.map((facet) => this.fieldOf(facet, rows, table)).filter((one) => one !== undefined);
    const any = FACETS.some((facet) => this.chosen[facet].size > 0);
    const clear = element('button', { type: 'button' }, words.clear);
    clear.addEventListener('click', () => this.choose(NOTHING_CHOSEN));
    this.element.replaceChildren(element('summary', {}, words.narrow), ...groups, ...(any ? [clear] : []));
    this.element.hidden = rows.length === 0;
    if (focused.startsWith('facet-')) document.getElementById(focused)?.focus();
  }

  hide(): void {
    this.element.hidden = true;
  }

  private fieldOf(facet: Facet, rows: readonly Row[], table: Table): HTMLFieldSetElement | undefined {
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

  private ticked(): Chosen {
    const values = (facet: Facet) => {
      const boxes = this.element.querySelectorAll<HTMLInputElement>(`input[name="${facet}"]:checked`);
      return new Set([...boxes].map(({ value }) => value));
    };
    return { counties: values('counties'), themes: values('themes'), kinds: values('kinds') };
  }

  private choose(chosen: Chosen): void {
    this.chosen = chosen;
    this.unknown = [];
    this.changed();
  }
}

function nameOf(facet: Facet, id: string, table: Table): string {
  if (facet === 'kinds') return words.kinds[id as keyof typeof words.kinds];
  return table[facet].find((one) => one.id === id)?.name ?? id;
}
