/**
 * Copies a comparison as text, and lets what is downloaded be what is shown: the files stand on the site whole, and of them only the
 * lines of the counties and questions that are in view are kept. What keeps them comes when it is asked for.
 */
import { inView } from './in-view.ts';

const sift = () => import('../sift.ts');

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
    const view = inView();
    if (!view) return;
    event.preventDefault();
    note.textContent = '';
    try {
      const { siftCsv } = await sift();
      const file = URL.createObjectURL(new Blob([siftCsv(await textAt(csv.href), view)], { type: 'text/csv' }));
      const link = document.createElement('a');
      link.href = file;
      link.download = csv.href.split('/').at(-1) ?? '';
      link.click();
      setTimeout(() => URL.revokeObjectURL(file), 60_000);
    } catch {
      note.textContent = note.dataset.lost ?? '';
    }
  });
  copy.hidden = false;
  copy.addEventListener('click', async () => {
    try {
      const { siftText } = await sift();
      const lines = siftText(await textAt(text.href), await textAt(csv.href), inView(), location);
      await navigator.clipboard.writeText(lines);
      note.textContent = note.dataset.copied ?? '';
    } catch {
      note.textContent = note.dataset.failed ?? '';
    }
  });
}
