import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { handedOver } from './hand-over.ts';
import { loadAtlas } from './load.ts';
import { formatProblems } from './problem.ts';
import type { Atlas } from './records.ts';

let kept: Atlas | undefined;
let keptFrom = 0;
let lookedAt = 0;

/** How long, in milliseconds, the development server goes without looking whether a file has changed: one page asks many times. */
const REST = 300;

/** The atlas of this project's content, read once. Content that the check would refuse stops the build here too. */
export function currentAtlas(): Atlas {
  // What was read before is not shown in place of what cannot be read now.
  if (import.meta.env.DEV && changedSince()) kept = undefined;
  if (!import.meta.env.DEV) kept ??= handedOver();
  if (kept) return kept;
  const { atlas, problems } = loadAtlas(process.cwd());
  if (!atlas) throw new Error(`\n${formatProblems(problems)}`);
  if (!kept) lookedAt = Date.now();
  kept = atlas;
  return atlas;
}

// While one writes, the content on disk is what counts: the bundler knows of the MDX files, but not that every page rests on all.
function changedSince(): boolean {
  const now = Date.now();
  if (now - lookedAt < REST) return false;
  lookedAt = now;
  const newest = newestIn(join(process.cwd(), 'content'));
  const changed = keptFrom !== 0 && newest !== keptFrom;
  keptFrom = newest;
  return changed;
}

function newestIn(folder: string): number {
  return readdirSync(folder, { withFileTypes: true }).reduce((newest, entry) => {
    const path = join(folder, entry.name);
    const time = entry.isDirectory() ? Math.max(newestIn(path), statSync(path).mtimeMs) : statSync(path).mtimeMs;
    return Math.max(newest, time);
  }, 0);
}
