/**
 * Esc leads from the row of a number, or from its paragraph, back to the mark by which one came, and nowhere else: the entry before in
 * this tab's history must have been left by a mark that leads here. Without scripts the row's number leads back.
 */
import { leftBy, tab } from './come-back.ts';

addEventListener('keydown', ({ key, target }) => {
  if (key !== 'Escape' || (target as Element).closest('input') || !document.querySelector('tr:target')) return;
  const before = tab?.entries()[(tab.currentEntry?.index ?? 0) - 1];
  if (leftBy(before)?.to === location.href) history.back();
});
