/** The names of all rules. A name is English and stays; the words around it are for the contributor, in Chinese. */
export type RuleName =
  | 'content-empty'
  | 'file-not-text'
  | 'file-unexpected'
  | 'file-name'
  | 'front-matter-missing'
  | 'yaml-syntax'
  | 'yaml-unquoted-date'
  | 'field-missing'
  | 'field-unknown'
  | 'field-value'
  | 'id-twice'
  | 'reference-unknown'
  | 'paragraph-unknown'
  | 'figure-disagrees'
  | 'summary-length'
  | 'order-twice'
  | 'county-twice'
  | 'indicator-unit'
  | 'computed-terms'
  | 'unlike-idle'
  | 'part-of-whole'
  | 'false-friend-unsaid'
  | 'change-removed'
  | 'change-field'
  | 'change-stale'
  | 'mdx-syntax'
  | 'mdx-forbidden'
  | 'mdx-component'
  | 'mdx-heading'
  | 'quantity-in-prose'
  | 'not-filled-in';

/** The rules that only a source's text can show to be broken. */
export type SourceRuleName =
  | 'source-checksum'
  | 'source-paragraphs'
  | 'printed-absent'
  | 'clause-absent'
  | 'name-absent'
  | 'name-untold'
  | 'aside-idle'
  | 'number-unaccounted'
  | 'paragraph-unaccounted';

/** A mistake as a contributor meets it: where, what was found, what was expected, an example, what to do next. */
export interface Problem {
  readonly rule: RuleName | SourceRuleName;
  /** Path from the project's root, with forward slashes. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly found: string;
  readonly expected: string;
  readonly example?: string;
  readonly next: string;
}

/** In the order in which a contributor would go through them: by file, then by line. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  return [...problems].sort(
    (a, b) => compare(a.file, b.file) || a.line - b.line || compare(a.rule, b.rule) || compare(a.found, b.found),
  );
}

/** All problems as one text for the terminal; empty when there are none. */
export function formatProblems(problems: readonly Problem[]): string {
  if (problems.length === 0) return '';
  const entries = sortProblems(problems).map(formatProblem);
  return `${entries.join('\n\n')}\n\n共 ${problems.length} 个问题，改好以后再运行 npm run check。\n`;
}

function formatProblem(problem: Problem): string {
  const lines = [
    `${problem.file}:${problem.line}  ${problem.rule}`,
    `  读到：${problem.found}`,
    `  应为：${problem.expected}`,
  ];
  if (problem.example) lines.push(`  例如：${problem.example}`);
  lines.push(`  怎么改：${problem.next}`);
  return lines.join('\n');
}

// Code-unit order, not the machine's locale: the list reads the same everywhere.
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
