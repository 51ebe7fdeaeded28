// What runs before anything is installed: plain JavaScript that Node 20 understands.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

const NODE_TO_START = [20, 0];
// From here on Node runs TypeScript by itself, and Astro and Vitest start.
const NODE_TO_RUN = [22, 18];

/**
 * Ends with one sentence: what is wrong and what to do.
 * @param {string} sentence
 * @returns {never}
 */
export function stop(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

/**
 * Installs what the lock file names unless that has been done, and returns the Node that everything else runs under.
 * @returns {string}
 */
export function setUp() {
  if (!atLeast(process.versions.node, NODE_TO_START)) {
    stop(
      `Node ${process.versions.node} is too old: install Node 20 or newer from https://nodejs.org and run the command again.`,
    );
  }
  install();
  return nodePath();
}

/**
 * Runs a command to its end, its output passed through.
 * @param {string} command
 * @param {string[]} args
 * @param {Record<string, string>} [env]
 * @returns {number} its exit status
 */
export function run(command, args, env = {}) {
  const path = `${join(ROOT, 'node_modules', '.bin')}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH ?? ''}`;
  const result = spawnSync(command, args, {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, PATH: path, ASTRO_TELEMETRY_DISABLED: '1', ...env },
  });
  return result.status ?? 1;
}

function install() {
  const lock = createHash('sha256')
    .update(readFileSync(join(ROOT, 'package-lock.json')))
    .digest('hex');
  const stamp = join(ROOT, 'node_modules', '.county-atlas-lock');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  process.stdout.write('Installing the packages that package-lock.json names …\n');
  const npm = process.env.npm_execpath;
  // No package needs a script of its own to be installed, and none gets to run one.
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const status = npm?.endsWith('.js')
    ? run(process.execPath, [npm, ...args])
    : run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args);
  if (status !== 0)
    stop('The packages could not be installed: see npm’s message above, check the network, and run the command again.');
  writeFileSync(stamp, lock);
}

function nodePath() {
  const shipped = join(ROOT, 'node_modules', '.bin', process.platform === 'win32' ? 'node.exe' : 'node');
  for (const candidate of [shipped, process.execPath]) {
    if (!existsSync(candidate)) continue;
    const version = spawnSync(candidate, ['--version'], { encoding: 'utf8' }).stdout?.trim().replace('v', '');
    if (version && atLeast(version, NODE_TO_RUN)) return candidate;
  }
  return stop(
    `Node ${process.versions.node} cannot build the site, and no newer one could be installed for ${process.platform} ${process.arch}: install Node 22.18 or newer from https://nodejs.org and run the command again.`,
  );
}

/**
 * @param {string} version
 * @param {number[]} least
 */
function atLeast(version, least) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [wantedMajor = 0, wantedMinor = 0] = least;
  return major > wantedMajor || (major === wantedMajor && minor >= wantedMinor);
}
