/**
 * Brings the side-by-side tables of all themes but the first onto one page, each from its theme's page as its room comes near, since all of
 * them at once would be more than a phone should have to load. A section is not shown while the room above it is awaited, nor is the foot of the
 * page while any is (access.css): a table that comes pushes nothing that is read. Without the script the sections lead to the themes' pages.
 */

/** After so many milliseconds a table does not come. */
const PATIENCE = 10_000;

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
    const answer = await fetch(from, { signal: AbortSignal.timeout(PATIENCE) });
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    // A page that came in part has no foot, and might have a part of the table.
    const table = answer.ok && page.querySelector('footer') && page.querySelector('#answers');
    if (!table) throw new Error(from);
    // The anchors are the theme page's own; here they would stand once for each theme.
    for (const cell of table.querySelectorAll('[id]')) cell.removeAttribute('id');
    room.replaceChildren(...[...table.children].map((child) => document.importNode(child, true)));
    document.dispatchEvent(new Event('widened'));
  } catch {
    room.textContent = everything?.dataset.failed ?? '';
    delete room.dataset.state;
  }
  room.ariaBusy = null;
  // Nor does it hide anything again when it is asked for once more.
  room.classList.remove('awaited');
}

/** Brings all tables, or those up to the one that `last` stands in, but none of a theme that is left out. */
const upTo = (last?: Node) =>
  Promise.all(
    rooms
      .slice(0, last && rooms.findIndex((room) => room.parentNode?.contains(last)) + 1)
      .map((room) => room.closest('[hidden]') ?? bring(room)),
  );

let astray = false;

/** Goes to a part of the page when it and all above it have come, unless the reader has gone elsewhere meanwhile. */
async function reach(part: Element, focus?: () => void): Promise<void> {
  astray = false;
  await upTo(part);
  if (astray) return;
  part.scrollIntoView();
  focus?.();
}

if (everything) {
  const near = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) if (isIntersecting) void bring(target as HTMLElement);
    },
    { rootMargin: '100%' },
  );
  for (const room of rooms) {
    room.classList.add('awaited');
    near.observe(room);
  }
  for (const type of ['wheel', 'pointerdown', 'keydown']) {
    addEventListener(type, () => (astray = true), { passive: true });
  }

  const byAddress = () => {
    const asked = document.getElementById(location.hash.slice(1));
    if (asked && !asked.closest('[hidden]') && everything.contains(asked)) void reach(asked);
  };
  addEventListener('hashchange', byAddress);
  byAddress();
  // By what one comes back to: its section, and what gives it the focus.
  everything.addEventListener('wanted', (event) => {
    void reach(event.target as Element, (event as CustomEvent<() => void>).detail);
  });
  // For printing and for finding in the page.
  const expand = document.querySelector<HTMLButtonElement>('button.expand');
  expand?.addEventListener('click', () => void upTo());
  if (expand) expand.hidden = false;
}
