import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { consistencyProblems } from './consistency.ts';
import { FOLDERS, type Folder, readForCheck } from './files.ts';
import { type Problem, sortProblems } from './problem.ts';
import type { Atlas } from './records.ts';
import { knownIds, referenceProblems } from './references.ts';
import { resolveAtlas } from './resolve.ts';
import { contentVersion } from './version.ts';

/** Either the whole atlas, or every mistake that stands in its way. */
export type Loaded =
  | { readonly atlas: Atlas; readonly problems: readonly [] }
  | { readonly atlas: undefined; readonly problems: readonly Problem[] };

/** Reads `root`/content once. Nothing is half loaded: with one mistake there are only problems. */
export function loadAtlas(root: string): Loaded {
  const problems: Problem[] = [];
  const entries = readForCheck(root, problems);
  const files = contentFiles(root);
  if (!files.some((file) => /^content\/counties\/[^.].*\.mdx$/.test(file))) problems.push(noCounty());
  const known = knownIds(entries, files);
  problems.push(...referenceProblems(entries, known));
  problems.push(...consistencyProblems(entries, known.unread));
  if (problems.length > 0) return { atlas: undefined, problems: sortProblems(problems) };
  return { atlas: resolveAtlas(entries, contentVersion(root)), problems: [] };
}

function noCounty(): Problem {
  return {
    rule: 'content-empty',
    file: 'content/counties',
    line: 1,
    found: '一个县的文件也没有',
    expected: 'content/counties 里至少一个以 .mdx 结尾的文件',
    example: 'content/counties/hengdong.mdx',
    next: '看命令是不是在项目的文件夹里运行的；文件若被删去，先找回来',
  };
}

function contentFiles(root: string): string[] {
  return (Object.keys(FOLDERS) as Folder[]).flatMap((folder) => {
    try {
      return readdirSync(join(root, 'content', folder)).map((name) => `content/${folder}/${name}`);
    } catch {
      return [];
    }
  });
}
