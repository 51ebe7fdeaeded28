import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const PARTS = ['src', 'content', 'public', 'astro.config.mjs', 'package.json', 'package-lock.json', 'tsconfig.json'];

/** An environment in which all differs that a build must not depend on: time zone, language, user, clock and order of files. */
export const ELSEWHERE: Readonly<Record<string, string>> = {
  TZ: 'Pacific/Kiritimati',
  LANG: 'tr_TR.UTF-8',
  LC_ALL: 'tr_TR.UTF-8',
  USER: 'another',
  LOGNAME: 'another',
  HOSTNAME: 'elsewhere',
  NODE_OPTIONS: `--import=${pathToFileURL(join(import.meta.dirname, 'elsewhere-preload.mjs')).href}`,
};

/** What ended in the other place. */
export interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Copies the project to another folder, with a longer name and letters that an address must escape, and runs a command there in an
 * environment where all else differs. `use` looks at the folder before it is removed.
 */
export function elsewhere<T>(
  root: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  use: (folder: string, ended: Ended) => T,
): T {
  const above = mkdtempSync(join(tmpdir(), 'atlas-elsewhere-'));
  const folder = join(above, 'in another folder', '别处');
  try {
    mkdirSync(join(folder, 'node_modules'), { recursive: true });
    for (const part of PARTS.toReversed()) cpSync(join(root, part), join(folder, part), { recursive: true });
    // What tools keep from one build for the next stands there too, behind a dot: this build must do its work itself.
    for (const name of readdirSync(join(root, 'node_modules')).filter(
      (one) => !one.startsWith('.') || one === '.bin',
    )) {
      symlinkSync(join(root, 'node_modules', name), join(folder, 'node_modules', name));
    }
    const home = join(above, 'home');
    mkdirSync(home);
    const ended = spawnSync('sh', ['-c', 'umask 077 && exec "$0" "$@"', process.execPath, ...args], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...env, ...ELSEWHERE, PATH: process.env.PATH, HOME: home },
    });
    return use(folder, ended);
  } finally {
    rmSync(above, { recursive: true, force: true });
  }
}
