/**
 * Narrows a comparison to the counties and themes that a reader chooses, and keeps the choice in the address: back, reload and a
 * link sent give the same view. What it works on stands in the page: `[data-county]`, `[data-theme]`, and a form with a box for each.
 */
import { choiceWords } from '../../i18n/choice-words.ts';
import { CHOICES, readView, type View, writeView } from '../view.ts';
import { setInView } from './in-view.ts';

const words = choiceWords.choice;
const form = document.querySelector<HTMLFormElement>('form.choice');
const note = document.querySelector<HTMLElement>('.choice-note');

if (form && note) {
  const boxes = (choice: (typeof CHOICES)[number]) => [
    ...form.querySelectorAll<HTMLInputElement>(`input[name="${choice}"]`),
  ];
  const known: View = {
    counties: boxes('counties').map(({ value }) => value),
    themes: boxes('themes').map(({ value }) => value),
  };
  // Who writes the address by hand writes a county's name, with 县 or without.
  const names = new Map(
    CHOICES.flatMap(boxes).flatMap((box): [string, string][] => {
      const name = box.dataset.name ?? '';
      return [name, name.replace(/[县市区]$/, '')].map((one) => [one, box.value]);
    }),
  );
  const allOf = (view: View): View => ({
    counties: view.counties.length > 0 ? view.counties : known.counties,
    themes: view.themes.length > 0 ? view.themes : known.themes,
  });

  const show = (asked: View) => {
    const view = allOf(asked);
    for (const choice of CHOICES) {
      for (const box of boxes(choice)) box.checked = view[choice].includes(box.value);
    }
    const sift = (name: 'county' | 'theme', ids: readonly string[]) => {
      for (const part of document.querySelectorAll<HTMLElement>(`main [data-${name}]`)) {
        part.hidden = !ids.includes(part.dataset[name] ?? '');
      }
    };
    sift('county', view.counties);
    if (known.themes.length > 0) sift('theme', view.themes);
    // Links to the same counties elsewhere keep the choice of counties.
    for (const link of document.querySelectorAll<HTMLAnchorElement>('main a[data-keep]')) {
      link.search = writeView({ counties: view.counties, themes: [] }, known);
    }
    // A name that one county alone is left to use differs from nothing.
    for (const friend of document.querySelectorAll<HTMLElement>('.friend')) {
      friend.hidden = friend.querySelectorAll('[data-county]:not([hidden])').length < 2;
    }
    setInView(view);
    return view;
  };
  const told = (view: View) =>
    known.themes.length > 0
      ? words.shown(view.counties.length, view.themes.length)
      : words.shownCounties(view.counties.length);

  const fromAddress = () => {
    const asked = readView(location.search, known, names);
    const view = show(asked);
    const left = asked.counties.length + asked.themes.length > 0;
    note.textContent = asked.ignored.length > 0 ? words.ignored(asked.ignored, left) : '';
    return view;
  };
  const choose = (asked: View) => {
    const view = show(asked);
    const empty = CHOICES.find((choice) => known[choice].length > 0 && asked[choice].length === 0);
    note.textContent = empty ? (note.dataset[empty] ?? '') : told(view);
    history.pushState(null, '', `${location.pathname}${writeView(view, known)}`);
  };
  const checked = (choice: (typeof CHOICES)[number]) =>
    boxes(choice)
      .filter((box) => box.checked)
      .map(({ value }) => value);

  form.addEventListener('change', () => choose({ counties: checked('counties'), themes: checked('themes') }));
  // The one button shows all again.
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    choose(known);
  });
  addEventListener('popstate', fromAddress);
  form.hidden = false;
  fromAddress();
  // What is inserted later is narrowed as well.
  document.addEventListener('widened', () => show(readView(location.search, known, names)));
}
