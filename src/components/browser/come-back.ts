/**
 * Keeps by which mark one left, and gives it the focus again when one comes back. It is kept in the entry of the tab's history, which
 * outlives the page and which no other tab has. A browser without `navigation` leads back without the focus.
 */
interface Left {
  /** The entry that was left: what follows it within the page inherits its state. */
  readonly at: string;
  readonly to: string;
  /** All marks that lead there, of the same theme where there are several, and which of them it was. */
  readonly marks: string;
  readonly nth: number;
}

/** The history of this tab as far as it is of this site without a break. */
export const tab = window.navigation as Navigation | undefined;

/** By which mark an entry was left, if by one. */
export function leftBy(entry: NavigationHistoryEntry | null | undefined): Left | undefined {
  const left = entry?.getState() as Left | undefined;
  return left?.at === entry?.key ? left : undefined;
}

const marksOf = (selector: string) => [...document.querySelectorAll<HTMLAnchorElement>(selector)];

function comeBack(): void {
  const left = leftBy(tab?.currentEntry);
  if (!left) return;
  const mark = () => marksOf(left.marks)[left.nth];
  // The browser itself leads back to where the page was scrolled to, but not to a part that is yet to be fetched.
  mark()?.focus({ preventScroll: true });
  if (mark()) return;
  const part = document.querySelector(left.marks.split(' ')[0] ?? '');
  part?.dispatchEvent(new CustomEvent('wanted', { bubbles: true, detail: () => mark()?.focus() }));
}

addEventListener('click', ({ target }) => {
  const mark = (target as Element).closest<HTMLAnchorElement>('a.mark');
  const at = tab?.currentEntry?.key;
  if (!tab || !at || !mark) return;
  const theme = mark.closest<HTMLElement>('[data-theme]')?.dataset.theme;
  const marks = `${theme ? `[data-theme=${theme}] ` : ''}a.mark[href="${mark.getAttribute('href')}"]`;
  tab.updateCurrentEntry({ state: { at, to: mark.href, marks, nth: marksOf(marks).indexOf(mark) } satisfies Left });
});

addEventListener('popstate', comeBack);
comeBack();
