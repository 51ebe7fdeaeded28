/** Of the files of a comparison that stand on the site whole, what is in view; without a view all of it. */
import type { View } from './view.ts';

function isShown(view: View | undefined, county: string, question: string): boolean {
  return !view || (view.counties.includes(county) && (view.themes.length === 0 || view.themes.includes(question)));
}

/** The lines of a CSV that are shown: its first two columns are the ids. */
export function siftCsv(csv: string, view: View | undefined): string {
  const [head = '', ...lines] = csv.split('\n');
  const kept = lines.filter((line) => {
    const [county = '', question = ''] = line.split(',', 2);
    return line !== '' && isShown(view, county, question);
  });
  return `\uFEFF${[head, ...kept, ''].join('\n')}`;
}

/**
 * The paragraphs of a text that are shown, told by the lines of the CSV, which stand in the same order; the first is the title, and
 * below it comes the address of the page that it is taken from.
 */
export function siftText(
  text: string,
  csv: string,
  view: View | undefined,
  page: { readonly href: string; readonly origin: string },
): string {
  const [title = '', ...paragraphs] = text.trimEnd().split('\n\n');
  const ids = csv.split('\n').slice(1);
  const kept = paragraphs.filter((_, i) => {
    const [county, question] = ids[i]?.split(',', 2) ?? [];
    // What follows the lines (verdicts on pairs) belongs to all of them.
    return county === undefined || county === '' || isShown(view, county, question ?? '');
  });
  // A site that was built without its origin writes addresses as paths; here it is known.
  const whole = kept.map((one) => one.replace(/ (\/\S*)$/, (_, path: string) => ` ${page.origin}${path}`));
  return `${[title, page.href, ...whole].join('\n\n')}\n`;
}
