import { spawnSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Folders with built sites: at the root, again at the root, and under /atlas/. */
    sites: { readonly root: string; readonly again: string; readonly based: string };
  }
}

/** What the site under a base path names as the place to report errors to. */
export const REPOSITORY = 'https://git.example/owner/name';

/** Builds the sites that the tests look at: one at the root, one more of the same, and one under a base path with an origin and a repository. */
export default function setup(project: TestProject): void {
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
    build(sites.root, {});
    build(sites.again, {});
    build(sites.based, { BASE: '/atlas/', SITE: 'https://atlas.example', REPOSITORY });
  }
  project.provide('sites', sites);
}

function build(out: string, env: Record<string, string>): void {
  const result = spawnSync(process.execPath, ['src/cli/build.ts', '--out', out], {
    encoding: 'utf8',
    env: { ...process.env, BASE: '', SITE: '', REPOSITORY: '', OFFLINE: '', NODE_ENV: 'production', ...env },
  });
  if (result.status !== 0) throw new Error(`the site could not be built:\n${result.stdout}${result.stderr}`);
}
