/**
 * Brings the side-by-side tables of all themes but the first onto one page, each from its theme's page as its section comes into view, since all of
 * them at once would be more than a phone should have to load. Without it the sections lead to those pages.
 */

// What is seldom said stands in the page.
const words = document.querySelector<HTMLElement>('.everything')?.dataset;
const sections = [...document.querySelectorAll<HTMLElement>('.everything > [data-theme]')];
const expand = document.querySelector<HTMLButtonElement>('button.expand');

async function bring(section: HTMLElement): Promise<void> {
  const room = section.querySelector<HTMLElement>('.room');
  const link = section.querySelector<HTMLAnchorElement>('a[data-keep]');
  if (!room || !link || room.dataset.state) return;
  room.dataset.state = 'loading';
  room.setAttribute('aria-busy', 'true');
  room.textContent = words?.loading ?? '';
  try {
    const answer = await fetch(link.pathname);
    if (!answer.ok) throw new Error(String(answer.status));
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    // A page that came in part has no foot, and might have a part of the table.
    const table = page.querySelector('footer') && page.querySelector('#answers');
    if (!table) throw new Error('no table');
    // The anchors are the theme page's own; here they would stand once for each theme.
    for (const cell of table.querySelectorAll('[id]')) cell.removeAttribute('id');
    room.replaceChildren(...[...table.children].map((child) => document.importNode(child, true)));
    document.dispatchEvent(new Event('widened'));
  } catch {
    room.textContent = words?.failed ?? '';
    delete room.dataset.state;
  }
  room.removeAttribute('aria-busy');
}

const seen = new IntersectionObserver(
  (entries) => {
    for (const { isIntersecting, target } of entries) if (isIntersecting) void bring(target as HTMLElement);
  },
  { rootMargin: '100%' },
);
for (const section of sections) seen.observe(section);

if (expand) {
  expand.hidden = false;
  // For printing and for finding in the page.
  expand.addEventListener('click', async () => {
    for (const section of sections) if (!section.hidden) await bring(section);
  });
}
