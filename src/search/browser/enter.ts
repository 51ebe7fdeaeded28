/**
 * The search page's own script until something is asked: an address without a query is an index that is read like any other page, and
 * what answers is loaded when the box is touched. Until then, and where it does not come, the box is a form that leads back here.
 */
const { dataset } = document.documentElement;
const input = document.querySelector<HTMLInputElement>('#q-page');
const results = document.querySelector<HTMLElement>('#results');
const touches = ['pointerdown', 'focus', 'input'] as const;

function start(): void {
  import(/* @vite-ignore */ results?.dataset.script ?? '').catch(() => {
    delete dataset.search;
    delete dataset.query;
  });
}

function touched(): void {
  for (const touch of touches) input?.removeEventListener(touch, touched);
  if (input) input.dataset.touched = '';
  start();
}

if (new URLSearchParams(location.search).get('q')?.trim()) start();
else {
  dataset.search = 'waits';
  for (const touch of touches) input?.addEventListener(touch, touched);
  if (document.activeElement === input) touched();
}
