/**
 * Brings the side-by-side tables of all themes but the first onto one page, each from its theme's page as its room comes near, since all of
 * them at once would be more than a phone should have to load. A section is not shown before the one above it is filled, nor the foot of the page
 * before all are (access.css): a table that grows pushes nothing that is read. Without the script the sections lead to the themes' pages.
 */

const everything = document.querySelector<HTMLElement>('.everything');
const rooms = [...document.querySelectorAll<HTMLElement>('.room[data-from]')];

async function bring(room: HTMLElement): Promise<void> {
  const { from = '', state } = room.dataset;
  if (state) return;
  room.dataset.state = 'loading';
  room.ariaBusy = 'true';
  // What is seldom said stands in the page.
  room.textContent = everything?.dataset.loading ?? '';
  try {
    const answer = await fetch(from);
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    // A page that came in part has no foot, and might have a part of the table.
    const table = answer.ok && page.querySelector('footer') && page.querySelector('#answers');
    if (!table) throw new Error(from);
    // The anchors are the theme page's own; here they would stand once for each theme.
    for (const cell of table.querySelectorAll('[id]')) cell.removeAttribute('id');
    room.replaceChildren(...[...table.children].map((child) => document.importNode(child, true)));
  } catch {
    room.textContent = everything?.dataset.failed ?? '';
    delete room.dataset.state;
  }
  room.ariaBusy = null;
  // What came is narrowed, and may be what one comes back to.
  if (room.dataset.state) document.dispatchEvent(new Event('widened'));
}

if (everything) {
  const upTo = (last?: Node) =>
    Promise.all(
      rooms
        .slice(0, last && rooms.findIndex((room) => room.parentNode?.contains(last)) + 1)
        .map((room) => room.closest('[hidden]') ?? bring(room)),
    );
  everything.classList.add('brings');
  const near = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        near.unobserve(target);
        void bring(target as HTMLElement);
      }
    },
    { rootMargin: '100%' },
  );
  for (const room of rooms) near.observe(room);

  // What is asked for by its address, or come back to, comes with all above it.
  const asked = document.querySelector(':target');
  if (asked) void upTo(asked).then(() => asked.scrollIntoView());
  everything.addEventListener('wanted', ({ target }) => void upTo(target as Node));
  // For printing and for finding in the page.
  const expand = document.querySelector<HTMLButtonElement>('button.expand');
  expand?.addEventListener('click', () => void upTo());
  if (expand) expand.hidden = false;
}
