import { searchWords as words } from '../../i18n/search-words.ts';
import { spansOf, withoutOverlap } from '../match.ts';
import { element } from './dom.ts';
import type { Marks } from './remember.ts';

// What stands between the letters of a text without being part of it.
const BESIDE = '.mark, .doubt, .unseen, script, style, template';
const BLOCK = 'p, li, h1, h2, h3, h4, td, th, dt, dd, caption, figcaption, summary';

/**
 * Marks what was found on the page that a result led to: in the record that the address names, or on the whole page where the record
 * does not hold it. A hit that runs over several elements is marked in each of them. The marks can be put off.
 */
export function markHits(marks: Marks): void {
  putOff();
  const main = document.querySelector<HTMLElement>('main');
  if (!main) return;
  const record = document.querySelector<HTMLElement>(':target') ?? main;
  const count = markIn(record, marks) || markIn(main, marks);
  if (count === 0) return;
  // A record that is a page of its own begins far above the hit.
  if (record === main) document.querySelector('mark.found')?.scrollIntoView({ block: 'center' });
  const note = element('p', { class: 'found-note' }, element('span', { role: 'status' }, words.marked(count)));
  const off = element('button', { type: 'button' }, words.unmark);
  note.append(off);
  off.addEventListener('click', putOff);
  document.addEventListener('keydown', byKey);
  document.body.append(note);
}

function putOff(): void {
  for (const mark of document.querySelectorAll('mark.found')) {
    const parent = mark.parentNode;
    mark.replaceWith(...mark.childNodes);
    parent?.normalize();
  }
  document.querySelector('.found-note')?.remove();
  document.removeEventListener('keydown', byKey);
}

function byKey(event: KeyboardEvent): void {
  if (event.key === 'Escape' && !event.isComposing) putOff();
}

interface Piece {
  readonly node: Text;
  /** Where it stands in the text of all pieces. */
  readonly from: number;
  readonly to: number;
}

function markIn(root: HTMLElement, marks: Marks): number {
  const { text, pieces } = textOf(root);
  const spans = withoutOverlap(marks.flatMap((keys) => spansOf(text, keys)));
  // From the end, so that the offsets before stay true.
  for (const { from, to } of [...spans].reverse()) {
    for (const piece of [...pieces].reverse()) {
      if (piece.to <= from || piece.from >= to) continue;
      wrap(piece.node, Math.max(0, from - piece.from), Math.min(piece.to, to) - piece.from);
    }
  }
  return spans.length;
}

function textOf(root: HTMLElement): { text: string; pieces: Piece[] } {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const pieces: Piece[] = [];
  let text = '';
  let block: Element | null = null;
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    const parent = node.parentElement;
    if (!parent || parent.closest(BESIDE)) continue;
    const own = parent.closest(BLOCK);
    // No phrase runs from one block into the next.
    if (own !== block) text += '；';
    block = own;
    pieces.push({ node, from: text.length, to: text.length + node.data.length });
    text += node.data;
  }
  return { text, pieces };
}

function wrap(node: Text, from: number, to: number): void {
  const hit = node.splitText(from);
  hit.splitText(to - from);
  if (hit.data.trim() === '') return;
  const mark = element('mark', { class: 'found' });
  hit.replaceWith(mark);
  mark.append(hit);
}
