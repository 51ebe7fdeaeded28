import { loadAtlas } from './load.ts';
import { formatProblems } from './problem.ts';
import type { Atlas } from './records.ts';

let kept: Atlas | undefined;

/** The atlas of this project's content, read once. Content that the check would refuse stops the build here too. */
export function currentAtlas(): Atlas {
  if (kept) return kept;
  const { atlas, problems } = loadAtlas(process.cwd());
  if (!atlas) throw new Error(`\n${formatProblems(problems)}`);
  kept = atlas;
  return atlas;
}
