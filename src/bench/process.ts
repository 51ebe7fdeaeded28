import { spawn } from 'node:child_process';
import { stripVTControlCharacters } from 'node:util';
import { watchMemory } from './memory.ts';

/** One run of a command, from its start to its end. */
export interface Run {
  /** Wall-clock time. */
  readonly seconds: number;
  /** Peak of the resident memory of the process tree; undefined where it is not measured. */
  readonly peakBytes: number | undefined;
}

// A cold build is the same whatever the caller has set for a site of its own.
const ENV = { SITE: '', BASE: '', NODE_ENV: 'production', ASTRO_TELEMETRY_DISABLED: '1', NODE_COMPILE_CACHE: '' };

/** Runs Node with `args` in a folder, and measures it. Throws with the last line of what it said where it fails. */
export function measureNode(folder: string, args: readonly string[]): Promise<Run> {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const child = spawn(process.execPath, args, {
      cwd: folder,
      env: { ...process.env, ...ENV },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const memory = watchMemory(child.pid ?? process.pid);
    let said = '';
    const keep = (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-4000);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    let seconds = 0;
    child.once('exit', () => {
      seconds = (performance.now() - start) / 1000;
    });
    child.once('error', (error) => {
      memory.stop();
      reject(error);
    });
    child.once('close', (status, signal) => {
      const peakBytes = memory.stop();
      if (status === 0) resolve({ seconds, peakBytes });
      else reject(new Error(`${signal ?? `exit status ${status}`}: ${lastLine(said)}`));
    });
  });
}

/** Two runs one after the other as one: their times added, the higher of their peaks. */
export function joinRuns(first: Run, second: Run): Run {
  const peakBytes =
    first.peakBytes === undefined || second.peakBytes === undefined
      ? undefined
      : Math.max(first.peakBytes, second.peakBytes);
  return { seconds: first.seconds + second.seconds, peakBytes };
}

// What a program says last is what stopped it, below which Node may print where.
function lastLine(said: string): string {
  const lines = stripVTControlCharacters(said)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !/^(at |Node\.js v)/.test(line));
  return lines.at(-1) ?? 'it said nothing';
}
