/** A piece of HTML whose marks carry the numbers of their notes. */
export interface Numbered {
  readonly html: string;
  /** The figures that the marks lead to, by `county/id`; the n-th has the number n. */
  readonly figures: readonly string[];
}

const MARK = / data-note="([^"]+)"/g;

/**
 * Puts in place of each mark's figure (`data-note="county/id"`) the number that its note has on paper. `noted` are the figures whose
 * notes the page has already, in their order there; all others follow in the order in which the page first shows them.
 */
export function numberMarks(html: string, noted: readonly string[] = []): Numbered {
  const numbers = new Map(noted.map((figure, i) => [figure, i + 1]));
  const numbered = html.replace(MARK, (_, figure: string) => {
    const number = numbers.get(figure) ?? numbers.size + 1;
    numbers.set(figure, number);
    return ` data-note="${number}"`;
  });
  return { html: numbered, figures: [...numbers.keys()] };
}
