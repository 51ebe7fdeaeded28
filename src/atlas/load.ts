import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { consistencyProblems } from './consistency.ts';
import { FOLDERS, type Folder, readEntries } from './files.ts';
import { type Problem, sortProblems } from './problem.ts';
import type { Atlas } from './records.ts';
import { knownIds, referenceProblems } from './references.ts';
import { resolveAtlas } from './resolve.ts';

/** Either the whole atlas, or every mistake that stands in its way. */
export type Loaded =
  | { readonly atlas: Atlas; readonly problems: readonly [] }
  | { readonly atlas: undefined; readonly problems: readonly Problem[] };

/** Reads `root`/content once. Nothing is half loaded: with one mistake there are only problems. */
export function loadAtlas(root: string): Loaded {
  const problems: Problem[] = [];
  const entries = readEntries(root, problems);
  problems.push(...referenceProblems(entries, knownIds(entries, contentFiles(root))));
  problems.push(...consistencyProblems(entries));
  if (problems.length > 0) return { atlas: undefined, problems: sortProblems(problems) };
  return { atlas: resolveAtlas(entries), problems: [] };
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
