/**
 * Copies a comparison as text, and lets what is downloaded be what is shown: the files stand on the site whole, and of them only the
 * lines of the counties and questions that are in view are kept. What keeps them comes when it is asked for.
 */
import { choiceWords } from '../../i18n/choice-words.ts';
import { inView } from './in-view.ts';

const words = choiceWords.take;

async function textAt(address: string): Promise<string> {
  const answer = await fetch(address);
  // Some hosts give a page of theirs for whatever is missing.
  if (!answer.ok || /html/.test(answer.headers.get('content-type') ?? '')) throw new Error(address);
  return answer.text();
}

for (const group of document.querySelectorAll<HTMLElement>('.take')) {
  const csv = group.querySelector<HTMLAnchorElement>('a.csv');
  const text = group.querySelector<HTMLAnchorElement>('a.text');
  const copy = group.querySelector<HTMLButtonElement>('button.copy');
  const note = group.querySelector<HTMLElement>('[role="status"]');
  if (!csv || !text || !copy || !note) continue;

  csv.addEventListener('click', async (event) => {
    const view = inView();
    if (!view) return;
    event.preventDefault();
    const address = csv.href;
    try {
      const { siftCsv } = await import('../sift.ts');
      const file = URL.createObjectURL(new Blob([siftCsv(await textAt(address), view)], { type: 'text/csv' }));
      const link = document.createElement('a');
      link.href = file;
      link.download = address.split('/').at(-1) ?? '';
      link.click();
      setTimeout(() => URL.revokeObjectURL(file), 60_000);
    } catch {
      // The whole file is better than none.
      location.href = address;
    }
  });
  copy.hidden = false;
  copy.addEventListener('click', async () => {
    try {
      const { siftText } = await import('../sift.ts');
      const lines = siftText(await textAt(text.href), await textAt(csv.href), inView(), location);
      await navigator.clipboard.writeText(lines);
      note.textContent = words.copied;
    } catch {
      note.textContent = words.failed;
    }
  });
}
