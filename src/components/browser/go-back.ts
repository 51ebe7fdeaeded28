/**
 * Esc leads from the row of a number, or from its paragraph, back to the mark by which one came, and that mark has the focus again.
 * Which one it was is kept in the history's own entry, so that it outlives the page; without scripts the row's number leads back.
 * The pages that compare do without: their marks lead to other pages, and a browser that goes back to one has its focus still.
 */
const marks = () => [...document.querySelectorAll<HTMLElement>('a.mark')];
const closest = ({ target }: Event, selector: string) => (target as Element).closest<HTMLElement>(selector);
const keep = (more: object) => history.replaceState({ ...history.state, ...more }, '');
const comeBack = () => marks()[history.state?.mark]?.focus({ preventScroll: true });

addEventListener('click', (event) => {
  const mark = closest(event, 'a.mark');
  if (mark) keep({ mark: marks().indexOf(mark) });
});
addEventListener('hashchange', () => keep({ came: 1 }));
addEventListener('popstate', comeBack);
addEventListener('keydown', (event) => {
  const came = history.state?.came || document.referrer.startsWith(location.origin);
  if (event.key === 'Escape' && came && !closest(event, 'input') && document.querySelector('tr:target')) history.back();
});
comeBack();
