import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

export const PROJECT = process.cwd();

/** What a command left behind: its exit status and all that it wrote. */
export interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const environment = (env: Readonly<Record<string, string>>) => ({
  ...process.env,
  BASE: '',
  SITE: '',
  REPOSITORY: '',
  OFFLINE: '',
  PORT: '',
  NODE_ENV: 'production',
  ASTRO_TELEMETRY_DISABLED: '1',
  ...env,
});

/** Runs one of the project's commands to its end, in the folder `cwd`. */
export function command(cwd: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Ended {
  return spawnSync(process.execPath, args, { cwd, encoding: 'utf8', timeout: 60_000, env: environment(env) });
}

/** The same without blocking this process, for commands that meet a server of the test. */
export function commandBeside(
  cwd: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd, timeout: 60_000, env: environment(env) });
    const said = { stdout: '', stderr: '' };
    child.stdout.on('data', (text) => {
      said.stdout += text;
    });
    child.stderr.on('data', (text) => {
      said.stderr += text;
    });
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, ...said }));
  });
}

/** An empty folder, removed when the test ends. */
export function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'atlas-cli-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A copy of the project with its packages linked, to be spoilt by one test. */
export function projectCopy(): string {
  const root = emptyFolder();
  const parts = ['src', 'content', 'public', 'astro.config.mjs', 'package.json', 'package-lock.json', 'tsconfig.json'];
  for (const part of parts) cpSync(join(PROJECT, part), join(root, part), { recursive: true });
  symlinkSync(join(PROJECT, 'node_modules'), join(root, 'node_modules'));
  return root;
}
