import { cpSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { inputHash } from '../../src/cli/input-hash.ts';
import { emptyFolder } from './fixture.ts';

let root: string;

beforeEach(() => {
  root = emptyFolder();
  for (const folder of ['content/counties', 'src/cli', 'public', 'dist', 'node_modules', 'tests']) {
    mkdirSync(join(root, folder), { recursive: true });
    writeFileSync(join(root, folder, 'one.txt'), '一');
  }
  for (const file of ['package-lock.json', 'package.json', 'astro.config.mjs', 'tsconfig.json', 'README.md']) {
    writeFileSync(join(root, file), '{}');
  }
});

describe('the hash of what a build depends on', () => {
  test('is the same when nothing has changed, here and in a copy elsewhere', () => {
    const copy = emptyFolder();
    cpSync(root, copy, { recursive: true });
    expect(inputHash(root, [])).toBe(inputHash(root, []));
    expect(inputHash(copy, [])).toBe(inputHash(root, []));
  });

  test.each([
    'content/counties/one.txt',
    'src/cli/one.txt',
    'public/one.txt',
    'package-lock.json',
    'package.json',
    'astro.config.mjs',
    'tsconfig.json',
  ])('changes with %s', (file) => {
    const before = inputHash(root, []);
    writeFileSync(join(root, file), '二');
    expect(inputHash(root, [])).not.toBe(before);
  });

  test.each(['dist/one.txt', 'node_modules/one.txt', 'tests/one.txt', 'README.md'])('stays with %s', (file) => {
    const before = inputHash(root, []);
    writeFileSync(join(root, file), '二');
    expect(inputHash(root, [])).toBe(before);
  });

  test('changes when a file is added, renamed or removed', () => {
    const seen = [inputHash(root, [])];
    writeFileSync(join(root, 'content/counties/two.txt'), '二');
    seen.push(inputHash(root, []));
    renameSync(join(root, 'content/counties/two.txt'), join(root, 'content/counties/three.txt'));
    seen.push(inputHash(root, []));
    rmSync(join(root, 'content/counties/one.txt'));
    seen.push(inputHash(root, []));
    expect(new Set(seen).size).toBe(4);
  });

  test('changes when two files change their texts for each other’s', () => {
    writeFileSync(join(root, 'content/counties/two.txt'), '二');
    const before = inputHash(root, []);
    writeFileSync(join(root, 'content/counties/one.txt'), '二');
    writeFileSync(join(root, 'content/counties/two.txt'), '一');
    expect(inputHash(root, [])).not.toBe(before);
  });

  test('changes with the settings from outside', () => {
    expect(
      new Set(
        [
          ['', '/'],
          ['', '/atlas/'],
          ['https://a.org', '/'],
        ].map((more) => inputHash(root, more)),
      ).size,
    ).toBe(3);
  });

  test('needs no folder to be there', () => {
    expect(inputHash(emptyFolder(), [])).toMatch(/^[0-9a-f]{64}$/);
  });
});
