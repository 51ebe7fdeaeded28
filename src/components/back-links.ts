const MARK = /<a class="mark" href="([^"#]*)#fig-([a-z0-9-]+)"/g;
const ROW = /(<tr id="fig-([a-z0-9-]+)">[\s\S]*?<td class="num"[^>]*>)([^<]*)(<\/td>)/g;

/**
 * Leads from the rows of a county's figures back to where its text names them: the first mark of each figure gets an id (`at-pay`
 * for the row `fig-pay`), and the number in the row becomes a link to it. A row that the text does not name stays as it is, and so
 * does a mark that leads to another page than `page`, the address of this one.
 */
export function linkBack(html: string, page: string): string {
  const rows = new Set([...html.matchAll(ROW)].map(([, , id]) => id));
  const named = new Set<string>();
  return html
    .replace(MARK, (mark, to: string, id: string) => {
      if (to !== page || named.has(id) || !rows.has(id)) return mark;
      named.add(id);
      return `${mark} id="at-${id}"`;
    })
    .replace(ROW, (row, before: string, id: string, number: string, after: string) =>
      named.has(id) ? `${before}<a href="#at-${id}">${number}</a>${after}` : row,
    );
}

/** The links of a page to places on it, by the place alone: a county's page has hundreds, which would weigh a quarter of a kilobyte. */
export function shortened(html: string, page: string): string {
  return html.replaceAll(` href="${page}#`, ' href="#');
}
