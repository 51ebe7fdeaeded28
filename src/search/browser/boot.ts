/**
 * The one script of every page, and a small one: it waits for a reader to touch a search box and only then loads what answers. Without
 * it the boxes are plain forms that lead to the search page.
 */
import { recall } from './remember.ts';
import { warm } from './warm.ts';

const forms = [...document.querySelectorAll<HTMLFormElement>('form.search')];

for (const form of forms) {
  const input = form.querySelector('input');
  if (!input || input.id === 'q-page') continue;
  let started = false;
  const start = () => {
    if (started) return;
    started = true;
    warm();
    import('./box.ts')
      .then(({ answerIn }) => answerIn(form, input))
      .catch(() => {
        // The form still leads to the search page, and the next touch tries again.
        started = false;
        const note = form.querySelector('.hits') ?? form.appendChild(document.createElement('p'));
        note.className = 'hits';
        note.setAttribute('role', 'status');
        note.textContent = form.dataset.failed ?? '';
        input.addEventListener('blur', () => note.remove(), { once: true });
      });
  };
  input.addEventListener('pointerdown', start);
  input.addEventListener('focus', start);
  if (document.activeElement === input) start();
}

function arrive(): void {
  const marks = recall(location.href);
  if (marks) import('./arrive.ts').then(({ markHits }) => markHits(marks)).catch(() => {});
}

arrive();
// A result can lead to a record of the page that one is on, even to where one is.
window.addEventListener('hashchange', arrive);
document.addEventListener('click', ({ target }) => {
  const link = target instanceof Element ? target.closest('a') : null;
  if (link?.href === location.href) setTimeout(arrive);
});
