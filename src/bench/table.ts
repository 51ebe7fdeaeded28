/** A table of plain text: its heads, and rows of as many cells. */
export interface Table {
  readonly title: string;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Sentences below the table: what a figure means and what it leaves out. */
  readonly notes?: readonly string[];
}

const GAP = '   ';

/** A table as lines of equal columns; the first column is set to the left, the others, which are numbers, to the right. */
export function tableText({ title, heads, rows, notes = [] }: Table): string {
  const lines = [heads, ...rows];
  const widths = heads.map((_, column) => Math.max(...lines.map((line) => letters(line[column] ?? ''))));
  const set = (line: readonly string[]) =>
    widths
      .map((width, column) => pad(line[column] ?? '', width, column === 0))
      .join(GAP)
      .trimEnd();
  const rule = '-'.repeat(widths.reduce((sum, width) => sum + width, GAP.length * (widths.length - 1)));
  return [title, '', set(heads), rule, ...rows.map(set), ...notes.map((note) => `  ${note}`), ''].join('\n');
}

function pad(text: string, width: number, left: boolean): string {
  const blank = ' '.repeat(width - letters(text));
  return left ? text + blank : blank + text;
}

function letters(text: string): number {
  return [...text].length;
}
