import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { HASHES, hashFiles } from '../../src/cli/hashes.ts';
import { ELSEWHERE, elsewhere } from './elsewhere.ts';
import { PRINTED, REPORT } from './global-setup.ts';

const sites = inject('sites');
const listOf = (folder: string) => readFileSync(join(folder, HASHES), 'utf8');

test('a site built in another folder, time zone, language, year, order of files and by another user has the same bytes', () => {
  const first = [...hashFiles(sites.based)];
  expect(first.length).toBeGreaterThan(1000);
  expect(first.map(([file]) => file)).toEqual(expect.arrayContaining(['sitemap.xml', 'changes/feed.xml']));
  expect([...hashFiles(sites.again)]).toEqual(first);
});

test('the list of a site names all its files with their hashes, and each site has its own', () => {
  for (const folder of [sites.root, sites.based]) {
    expect(spawnSync('sha256sum', ['--check', '--strict', '--quiet', HASHES], { cwd: folder }).status).toBe(0);
    const named = listOf(folder)
      .trimEnd()
      .split('\n')
      .map((line) => line.slice(66));
    expect([...named, HASHES].sort()).toEqual([...hashFiles(folder).keys()].sort());
  }
  expect(listOf(sites.based)).not.toBe(listOf(sites.root));
});

/** What the preload says of one thread. */
interface Report {
  readonly argv: readonly string[];
  readonly times: number;
  readonly listings: number;
  readonly timeZone: string;
  readonly locale: string;
  readonly home: string;
}

test('the build elsewhere did ask for the time and for lists of files, and got those of elsewhere', () => {
  const threads: Report[] = readFileSync(REPORT, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  const build = threads.find(({ argv }) => argv[1]?.endsWith('src/cli/build.ts'));
  expect(build).toMatchObject({ timeZone: ELSEWHERE.TZ, locale: 'tr-TR' });
  expect(statSync(REPORT).mode & 0o777, 'what it writes is for its user alone').toBe(0o600);
  expect(build?.argv[1]).toContain('/in another folder/别处/');
  expect(build?.home).not.toBe(process.env.HOME);
  expect(build?.times).toBeGreaterThan(10);
  // The folders of the content alone are more.
  expect(build?.listings).toBeGreaterThan(8);
});

const PROBE = `
import { execFileSync } from 'node:child_process';
import fs, { readdirSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { promisify } from 'node:util';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';
const names = (list) => list.map((one) => one.name ?? one);
const folder = 'content/terms';
const opened = [];
for await (const entry of await fs.promises.opendir(folder)) opened.push(entry.name);
const mine = {
  lists: [readdirSync(folder), names(readdirSync(folder, { withFileTypes: true })), await readdir(folder), await promisify(fs.readdir)(folder)],
  opened,
  // Node gives opened folders as they are on disk, in no order.
  onDisk: execFileSync('ls', ['-U', folder], { encoding: 'utf8' }).trimEnd().split('\\n'),
  years: [new Date().getFullYear(), new Date(Date.now()).getFullYear(), Number(Date().split(' ')[3])],
  fixed: new Date(0).getTime(),
  half: (0.5).toLocaleString(),
};
if (!isMainThread) parentPort.postMessage(mine);
else {
  const worker = new Worker(process.argv[1]);
  worker.once('message', (theirs) => process.stdout.write(JSON.stringify([mine, theirs])));
}
`;

test('elsewhere lists run backwards and the clock is years ahead, in every way to ask, in threads too', () => {
  const probe = join(process.cwd(), '.build', 'probe.mjs');
  spawnSync('sh', ['-c', 'cat > "$0"', probe], { input: PROBE });
  const { status, stdout, stderr } = elsewhere(process.cwd(), [probe], {}, (_, ended) => ended);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  const backwards = readdirSync('content/terms').toReversed();
  const year = new Date().getFullYear() + 7;
  for (const { lists, opened, onDisk, years, fixed, half } of JSON.parse(stdout)) {
    expect(lists).toEqual(Array(4).fill(backwards));
    expect(opened).toEqual(onDisk.toReversed());
    for (const one of years) expect(Math.abs(one - year)).toBeLessThanOrEqual(1);
    expect(fixed).toBe(0);
    expect(half, 'as it is written in Turkish').toBe('0,5');
  }
});

test('the hash that a build prints is the one of its list', () => {
  const printed = createHash('sha256').update(listOf(sites.based)).digest('hex');
  expect(readFileSync(PRINTED, 'utf8')).toBe(
    `The site is in dist/. The SHA-256 of its list of files, hashes.txt: ${printed}\n`,
  );
});
