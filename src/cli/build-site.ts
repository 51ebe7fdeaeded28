import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { build } from 'astro';
import { handOver } from '../atlas/hand-over.ts';
import { loadAtlas } from '../atlas/load.ts';
import { formatProblems } from '../atlas/problem.ts';
import { writeWorker } from '../offline/write-worker.ts';
import { clearStamp, writeStamp } from './build-stamp.ts';
import { hashFiles, writeHashes } from './hashes.ts';
import { readSettings } from './settings.ts';

/** What came of a build: the one hash of all that it wrote, or why there is none. */
export type Built = { readonly hash: string; readonly fault?: undefined } | { readonly fault: string };

/**
 * Builds the site into `out`. The content is checked first, and all its problems are the fault that is returned. A build is
 * made beside `out` and put in its place when it is whole, so that a failed one leaves what was there.
 */
export async function buildSite(root: string, out: string): Promise<Built> {
  const settings = readSettings(process.env);
  if ('fault' in settings) return { fault: settings.fault };
  const target = resolve(root, out);
  const { atlas, problems } = loadAtlas(root);
  if (problems.length > 0) return { fault: formatProblems(problems) };
  const unfit = target === join(root, 'dist') ? undefined : unfitFolder(target, out);
  if (unfit !== undefined) return { fault: unfit };

  const work = join(root, '.build');
  mkdirSync(work, { recursive: true });
  const draft = mkdtempSync(join(work, 'site-'));
  try {
    handOver(atlas);
    await build({ root, outDir: draft, logLevel: 'error' });
    // Both say what all other files are, and come after everything that writes any.
    await writeWorker(draft, hashFiles(draft), settings.offline);
    const hash = writeHashes(draft);
    // Made for this user alone, like every temporary folder; a web server must be able to read it.
    chmodSync(draft, 0o755);
    mkdirSync(dirname(target), { recursive: true });
    const main = target === join(root, 'dist');
    if (main) clearStamp(root);
    replace(target, draft);
    if (main) writeStamp(root, settings);
    return { hash };
  } catch (error) {
    return { fault: `The site could not be built: ${error instanceof Error ? error.message : String(error)}` };
  } finally {
    handOver(undefined);
    rmSync(draft, { recursive: true, force: true });
  }
}

// What stands at the target is deleted: only a folder that is empty, or a site that was built before, may be.
function unfitFolder(target: string, out: string): string | undefined {
  if (!existsSync(target)) return undefined;
  if (statSync(target).isDirectory()) {
    if (readdirSync(target).length === 0) return undefined;
    if (['index.html', '404.html', 'data/datapackage.json'].every((file) => existsSync(join(target, file))))
      return undefined;
  }
  return `${out} is there already and holds no built site: name a new folder, for example --out dist, or remove it first.`;
}

// The old site is put aside whole and removed after the new one stands: a server that reads it meets no half of either.
function replace(target: string, draft: string): void {
  const old = `${draft}-old`;
  if (existsSync(target)) move(target, old);
  move(draft, target);
  rmSync(old, { recursive: true, force: true });
}

function move(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    // On another disk a folder cannot be renamed.
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    cpSync(from, to, { recursive: true });
    rmSync(from, { recursive: true, force: true });
  }
}
