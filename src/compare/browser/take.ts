/**
 * Copies a comparison as text, and lets what is downloaded be what is shown: the files stand on the site whole, and of them only the
 * lines of the counties and questions that are in view are kept.
 */
import { choiceWords } from '../../i18n/choice-words.ts';
import { inView } from './in-view.ts';

const words = choiceWords.take;

function isShown(county: string, question: string): boolean {
  const view = inView();
  return !view || (view.counties.includes(county) && (view.themes.length === 0 || view.themes.includes(question)));
}

/** The lines of a CSV that are shown: its first two columns are the ids. */
function siftCsv(csv: string): string {
  const [head = '', ...lines] = csv.split('\n');
  const kept = lines.filter((line) => {
    const [county = '', question = ''] = line.split(',', 2);
    return line !== '' && isShown(county, question);
  });
  return `\uFEFF${[head, ...kept, ''].join('\n')}`;
}

/** The paragraphs of a text that are shown, told by the lines of the CSV, which stand in the same order; the first is the title. */
function siftText(text: string, csv: string): string {
  const [title = '', ...paragraphs] = text.trimEnd().split('\n\n');
  const ids = csv.split('\n').slice(1);
  const kept = paragraphs.filter((_, i) => {
    const [county, question] = ids[i]?.split(',', 2) ?? [];
    // What follows the lines (verdicts on pairs) belongs to all of them.
    return county === undefined || county === '' || isShown(county, question ?? '');
  });
  // A site that was built without its origin writes addresses as paths; here it is known.
  const whole = kept.map((one) => one.replace(/ (\/\S*)$/, (_, path: string) => ` ${location.origin}${path}`));
  return `${[title, location.href, ...whole].join('\n\n')}\n`;
}

async function textAt(address: string): Promise<string> {
  const answer = await fetch(address);
  // Some hosts give a page of theirs for whatever is missing.
  if (!answer.ok || /html/.test(answer.headers.get('content-type') ?? '')) throw new Error(address);
  const text = await answer.text();
  // Of a file that came in part the last line is not whole.
  if (!text.endsWith('\n')) throw new Error(address);
  return text;
}

for (const group of document.querySelectorAll<HTMLElement>('.take')) {
  const csv = group.querySelector<HTMLAnchorElement>('a.csv');
  const text = group.querySelector<HTMLAnchorElement>('a.text');
  const copy = group.querySelector<HTMLButtonElement>('button.copy');
  const note = group.querySelector<HTMLElement>('[role="status"]');
  if (!csv || !text || !copy || !note) continue;

  csv.addEventListener('click', async (event) => {
    if (!inView()) return;
    event.preventDefault();
    note.textContent = '';
    try {
      const file = URL.createObjectURL(new Blob([siftCsv(await textAt(csv.href))], { type: 'text/csv' }));
      const link = document.createElement('a');
      link.href = file;
      link.download = csv.href.split('/').at(-1) ?? '';
      link.click();
      setTimeout(() => URL.revokeObjectURL(file), 60_000);
    } catch {
      note.textContent = words.lost;
    }
  });
  copy.hidden = false;
  copy.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(siftText(await textAt(text.href), await textAt(csv.href)));
      note.textContent = words.copied;
    } catch {
      note.textContent = words.failed;
    }
  });
}
