import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import { formatProblems } from '../atlas/problem.ts';
import { forbiddenProblems } from '../atlas/prose-rules.ts';

const CONTENT_FILE = /[\\/](content[\\/](?:counties|themes)[\\/][^\\/]+\.mdx)$/;

/**
 * A remark plugin: what the check refuses in a page's prose is refused where it would be compiled, too. The files come from
 * strangers, and a development server takes up a changed file before anyone has run the check.
 */
export function refuseCode() {
  return (tree: Root, file: VFile): void => {
    const path = CONTENT_FILE.exec(file.path)?.[1]?.replaceAll('\\', '/');
    if (!path) return;
    const document = { id: '', file: path, text: '', data: undefined, body: '', bodyOffset: 0, lineOf: () => 1 };
    const problems = forbiddenProblems(document, { tree, placed: [] });
    if (problems.length > 0) throw new Error(`\n${formatProblems(problems)}`);
  };
}
