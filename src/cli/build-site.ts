import { mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { build } from 'astro';
import { loadAtlas } from '../atlas/load.ts';
import { formatProblems } from '../atlas/problem.ts';
import { readSettings } from './settings.ts';

/** What came of a build: nothing to say, or why there is none. */
export type Built = { readonly fault?: undefined } | { readonly fault: string };

/**
 * Builds the site into `out`. The content is checked first, and all its problems are the fault that is returned. A build is
 * made beside `out` and put in its place when it is whole, so that a failed one leaves what was there.
 */
export async function buildSite(root: string, out: string): Promise<Built> {
  const settings = readSettings(process.env);
  if ('fault' in settings) return { fault: settings.fault };
  const { problems } = loadAtlas(root);
  if (problems.length > 0) return { fault: formatProblems(problems) };

  const work = join(root, '.build');
  mkdirSync(work, { recursive: true });
  const draft = mkdtempSync(join(work, 'site-'));
  try {
    await build({ root, outDir: draft, logLevel: 'error' });
    const target = resolve(root, out);
    mkdirSync(dirname(target), { recursive: true });
    rmSync(target, { recursive: true, force: true });
    renameSync(draft, target);
    return {};
  } catch (error) {
    return { fault: `The site could not be built: ${error instanceof Error ? error.message : String(error)}` };
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}
