import { currentAtlas } from '../atlas/current.ts';
import { type Context, csvOf, type Line, textOf } from '../compare/take-along.ts';
import { takeWords } from '../i18n/take-words.ts';
import { words } from '../i18n/zh.ts';
import { absolute } from './absolute.ts';

interface Taken {
  /** The name of the file that is asked for: its ending says in which form. */
  readonly file: string | undefined;
  readonly name: string;
  /** The address of the page whose comparison it is. */
  readonly url: string;
  readonly site: URL | undefined;
  readonly lines: (context: Context) => readonly Line[];
  /** What follows the lines in the text. */
  readonly after?: string;
}

/** A comparison as a file to take along: CSV, or text to paste. */
export function takenFiles({ file, name, url, site, lines, after }: Taken): Response {
  const { figures } = currentAtlas();
  const link = (address: string) => absolute(address, site);
  const all = lines({ figures, link });
  if (file?.endsWith('.csv')) {
    return new Response(csvOf(all), { headers: { 'content-type': 'text/csv; charset=utf-8' } });
  }
  const text = textOf(takeWords.title(words.site, name, link(url)), all);
  return new Response(after ? `${text}\n${after}` : text, { headers: { 'content-type': 'text/plain; charset=utf-8' } });
}
