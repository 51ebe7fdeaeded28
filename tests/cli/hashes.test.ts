import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { HASHES, writeHashes } from '../../src/cli/hashes.ts';
import { emptyFolder } from './fixture.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

function someFolder(): string {
  const folder = emptyFolder();
  mkdirSync(join(folder, 'a'));
  for (const path of ['a/b', 'a-b', 'B', '县']) writeFileSync(join(folder, path), `text of ${path}`);
  return folder;
}

test('the list names every file but itself in the order of bytes, and its own hash is the one of the folder', () => {
  const folder = someFolder();
  const one = writeHashes(folder);
  const list = ['B', 'a-b', 'a/b', '县'].map((path) => `${sha256(`text of ${path}`)}  ${path}\n`).join('');
  expect(readFileSync(join(folder, HASHES), 'utf8')).toBe(list);
  expect(one).toBe(sha256(list));
  expect(writeHashes(folder), 'written again').toBe(one);
});

test('sha256sum reads the list, and sees a file that was altered', () => {
  const folder = someFolder();
  writeHashes(folder);
  const check = () =>
    spawnSync('sha256sum', ['--check', '--strict', '--quiet', HASHES], { cwd: folder, encoding: 'utf8' });
  expect(check()).toMatchObject({ status: 0, stdout: '', stderr: '' });
  writeFileSync(join(folder, 'a/b'), 'another text');
  expect(check()).toMatchObject({ status: 1, stdout: 'a/b: FAILED\n' });
});
