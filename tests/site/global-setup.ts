import { execFile } from 'node:child_process';
import { cpSync, existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { TestProject } from 'vitest/node';
import { elsewhere } from './elsewhere.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Folders with built sites: at the root, under /atlas/ with all settings, and the latter built elsewhere. */
    sites: { readonly root: string; readonly again: string; readonly based: string };
  }
}

/** What the site under a base path names as the place to report errors to. */
export const REPOSITORY = 'https://git.example/owner/name';

/** What the build of `again` was asked for and in what surroundings, a line for each thread. */
export const REPORT = join('.build', 'test-elsewhere.jsonl');
/** What that build printed. */
export const PRINTED = join('.build', 'test-elsewhere.txt');

/**
 * Builds the sites that the tests look at: one at the root, one under a base path with an origin and a repository, and the latter, which
 * holds all that the first does and more, once again in another folder and other surroundings.
 */
export default async function setup(project: TestProject): Promise<void> {
  const root = process.cwd();
  const sites = {
    root: join(root, '.build', 'test-root'),
    again: join(root, '.build', 'test-again'),
    based: join(root, '.build', 'test-based'),
  };
  if (process.env.ATLAS_REUSE_SITES && existsSync(sites.based)) {
    process.stdout.write('Using the sites of the last run, as ATLAS_REUSE_SITES asks.\n');
  } else {
    rmSync(sites.root, { recursive: true, force: true });
    const first = build(sites.root, {});
    // It is waited for below; meanwhile the other core builds elsewhere.
    first.catch(() => {});
    buildElsewhere(root, sites.again);
    await first;
    await build(sites.based, BASED);
  }
  project.provide('sites', sites);
}

const PLAIN = { BASE: '', SITE: '', REPOSITORY: '', OFFLINE: '', NODE_ENV: 'production' };
const BASED = { BASE: '/atlas/', SITE: 'https://atlas.example', REPOSITORY };

// What a build that fails has printed is part of the error.
async function build(out: string, env: Record<string, string>): Promise<void> {
  await promisify(execFile)(process.execPath, ['src/cli/build.ts', '--out', out], {
    env: { ...process.env, ...PLAIN, ...env },
  });
}

function buildElsewhere(root: string, out: string): void {
  const report = join(root, REPORT);
  rmSync(report, { force: true });
  elsewhere(
    root,
    ['src/cli/build.ts'],
    { ...PLAIN, ...BASED, ELSEWHERE_REPORT: report },
    (folder, { status, stdout, stderr }) => {
      if (status !== 0) throw new Error(`the site could not be built elsewhere:\n${stdout}${stderr}`);
      writeFileSync(join(root, PRINTED), stdout);
      rmSync(out, { recursive: true, force: true });
      cpSync(join(folder, 'dist'), out, { recursive: true });
    },
  );
}
