import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { writeBareSite } from './bare.ts';
import { type Spread, spreadOf } from './numbers.ts';
import { joinRuns, measureNode, type Run } from './process.ts';

/** The runs of one build, in the order in which they were made. */
export interface Builds {
  readonly runs: readonly Run[];
  /** In seconds. */
  readonly time: Spread;
  /** In bytes; undefined where memory is not measured. */
  readonly peak: Spread | undefined;
}

/** The cold builds of the site and of the bare reference. */
export interface ColdBuilds {
  readonly site: Builds;
  readonly bare: Builds;
}

/** What a build may take: seconds, and bytes at the peak. */
export const BUILD_BUDGET = { seconds: 8, peakBytes: 1_000_000_000 };

/** The folders that the bench writes, below the project's root. */
export const SITE_OUT = join('.build', 'bench-site');
export const BARE_FOLDER = join('.build', 'bench-bare');

// What Astro and Vite keep from one build to the next.
const CACHES = [join('node_modules', '.astro'), join('node_modules', '.vite'), '.astro', SITE_OUT];

/**
 * Builds the site and the bare reference in turns, `times` each, so that a busy minute falls on both. The built site is left
 * in `SITE_OUT`. `tell` hears of each run. Throws with one sentence where a build fails.
 */
export async function coldBuilds(root: string, times: number, tell: (what: string) => void): Promise<ColdBuilds> {
  const site: Run[] = [];
  const bare: Run[] = [];
  for (let turn = 1; turn <= times; turn++) {
    tell(`cold build ${turn} of ${times}: this site`);
    site.push(await buildSite(root));
    tell(`cold build ${turn} of ${times}: bare reference`);
    bare.push(await buildBare(root));
  }
  return { site: together(site), bare: together(bare) };
}

async function buildSite(root: string): Promise<Run> {
  for (const path of CACHES) rmSync(join(root, path), { recursive: true, force: true });
  return explained(
    'The site could not be built',
    'run npm run build to see all of it',
    measureNode(root, ['src/cli/build.ts', '--out', SITE_OUT]),
  );
}

async function buildBare(root: string): Promise<Run> {
  const folder = join(root, BARE_FOLDER);
  writeBareSite(root, folder);
  const bin = (path: string) => join(root, 'node_modules', path);
  const runs = async () =>
    joinRuns(
      await measureNode(folder, [bin('astro/bin/astro.mjs'), 'build']),
      await measureNode(folder, [bin('pagefind/lib/runner/bin.cjs'), '--site', 'dist']),
    );
  return explained('The bare reference could not be built', `it is left in ${BARE_FOLDER}`, runs());
}

async function explained(what: string, next: string, run: Promise<Run>): Promise<Run> {
  try {
    return await run;
  } catch (error) {
    throw new Error(`${what} (${error instanceof Error ? error.message : String(error)}): ${next}.`);
  }
}

function together(runs: readonly Run[]): Builds {
  const peaks = runs.flatMap(({ peakBytes }) => (peakBytes === undefined ? [] : [peakBytes]));
  return {
    runs,
    time: spreadOf(runs.map(({ seconds }) => seconds)),
    peak: peaks.length > 0 ? spreadOf(peaks) : undefined,
  };
}
