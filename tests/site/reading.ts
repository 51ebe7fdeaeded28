/** A cell of a table as it is read out: the caption, the heads that it stands under, and what it says. */
export interface Reading {
  readonly table: string;
  readonly county: string;
  readonly text: string;
}

/**
 * What is read out of every cell of data of the tables that a selector gives, by the algorithm of HTML for the heads of a cell: those
 * of its row, of its column and of its group of rows. What is hidden from ears is left out, and a name given takes the place of the
 * text. Runs in the page.
 */
export function readingsOf(selector: string): Reading[] {
  const said = (node: Node): string => {
    if (node instanceof Text) return node.data.replace(/\s+/g, ' ');
    if (!(node instanceof Element) || node.getAttribute('aria-hidden') === 'true') return '';
    if (!(node instanceof SVGElement) && getComputedStyle(node).display === 'none') return '';
    const name = node.getAttribute('aria-label');
    if (name && !(node instanceof HTMLTableCellElement)) return name;
    return [...node.childNodes].map(said).join('');
  };
  return [...document.querySelectorAll<HTMLTableElement>(selector)].flatMap((table) => {
    const grid: HTMLTableCellElement[][] = [];
    const rows = [...table.rows];
    rows.forEach((row, y) => {
      let x = 0;
      for (const cell of row.cells) {
        while (grid[y]?.[x]) x++;
        for (let dy = 0; dy < cell.rowSpan; dy++) {
          for (let dx = 0; dx < cell.colSpan; dx++) {
            const line = grid[y + dy] ?? [];
            line[x + dx] = cell;
            grid[y + dy] = line;
          }
        }
      }
    });
    return rows.flatMap((row, y) =>
      [...row.cells]
        .filter((cell) => cell.tagName === 'TD')
        .map((cell) => {
          const x = grid[y]?.indexOf(cell) ?? 0;
          const above = rows.map((_, i) => grid[i]?.[x]).filter((one) => one?.getAttribute('scope')?.startsWith('col'));
          const beside = (grid[y] ?? []).filter((one) => one.getAttribute('scope')?.startsWith('row'));
          const heads = [...new Set([...above, ...beside])].flatMap((one) => (one ? [said(one).trim()] : []));
          return {
            table: table.caption?.textContent?.trim() ?? '',
            county: cell.dataset.county ?? '',
            text: [table.caption ? said(table.caption) : '', ...heads, said(cell).trim()].join('｜'),
          };
        }),
    );
  });
}
