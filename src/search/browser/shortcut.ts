/** The keys that lead into a search box from anywhere on a page, / and Ctrl+K, and Esc, which leads back. */
// Who leaves the box by Esc is back where the shortcut was pressed.
let place: number | undefined;
document.addEventListener('keydown', ({ key }) => {
  if (key !== 'Escape' || place === undefined) return;
  setTimeout(() => {
    if (document.activeElement === document.body && place !== undefined) window.scrollTo(0, place);
    if (document.activeElement === document.body) place = undefined;
  });
});

document.addEventListener('keydown', (event) => {
  const slash = event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey;
  const command =
    event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
  if (!(slash || command) || event.isComposing || (slash && isWriting(event.target))) return;
  const boxes = [...document.querySelectorAll<HTMLInputElement>('form.search input')];
  const box = boxes.find((input) => input.checkVisibility?.() ?? true);
  if (!box) return;
  event.preventDefault();
  place = window.scrollY;
  box.focus();
  box.select();
});

function isWriting(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}
