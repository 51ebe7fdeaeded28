/**
 * The search page's own script until something is asked: an address without a query is an index that is read like any other page, and
 * what answers is loaded when the box is touched. Until then, and where it does not come, the box is a form that leads back here.
 */
import { fitting, queryAt } from '../asked.ts?in-search';

const { dataset } = document.documentElement;
const input = document.querySelector<HTMLInputElement>('#q-page');
const results = document.querySelector<HTMLElement>('#results');
const touches = ['pointerdown', 'focus', 'input'] as const;
let attempts = 0;

function start(): void {
  // Browsers keep a module that failed to load: another attempt needs another address.
  const address = (results?.dataset.script ?? '') + (attempts > 0 ? `?${attempts}` : '');
  import(/* @vite-ignore */ address).catch(failed);
}

function touched(): void {
  for (const touch of touches) input?.removeEventListener(touch, touched);
  removeEventListener('online', touched);
  start();
}

function wait(): void {
  dataset.search = 'waits';
  // The style hides it too, from the first paint on; but it would not be true without the style either.
  document.querySelector('.unready')?.remove();
  results?.setAttribute('aria-busy', 'false');
  for (const touch of touches) input?.addEventListener(touch, touched);
}

// The index is back, with a word that is read out, and the next touch or a network that comes back is another attempt.
function failed(): void {
  attempts += 1;
  delete dataset.query;
  wait();
  addEventListener('online', touched);
  if (!results) return;
  const said = Object.assign(document.createElement('p'), { role: 'status', textContent: results.dataset.failed });
  results.replaceChildren(said);
  results.hidden = false;
}

// What is typed before the rest has come is not lost; a word that is still being composed is none yet.
input?.addEventListener('input', (event) => {
  if (!(event as InputEvent).isComposing) input.dataset.typed = '';
});
const query: string = queryAt(location.search);
// What answers puts the same there, too late for who reads it or begins to change it before that has come.
if (input && input.value === '') input.value = fitting(query);
else if (input && document.activeElement === input) input.dataset.typed = '';
if (query !== '') start();
else {
  wait();
  if (document.activeElement === input) touched();
}
dataset.entered = '';
