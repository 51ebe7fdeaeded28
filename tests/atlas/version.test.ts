import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { contentVersion } from '../../src/atlas/version.ts';
import { emptyFolder } from '../cli/fixture.ts';

function project(files: Readonly<Record<string, string>>): string {
  const root = emptyFolder();
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(join(root, file, '..'), { recursive: true });
    writeFileSync(join(root, file), text);
  }
  return root;
}

const FILES = { 'content/a/one.yaml': '一\n二\n', 'content/b.mdx': '三\n' };

test('a version is twelve hexadecimal digits, the same wherever the content lies and in whatever order it was written', () => {
  const version = contentVersion(project(FILES));
  expect(version).toMatch(/^[0-9a-f]{12}$/);
  expect(contentVersion(project(Object.fromEntries(Object.entries(FILES).reverse())))).toBe(version);
});

test('it changes with a text and with the name of a file', () => {
  const root = project(FILES);
  const version = contentVersion(root);
  expect(contentVersion(project({ ...FILES, 'content/b.mdx': '四\n' }))).not.toBe(version);
  renameSync(join(root, 'content/b.mdx'), join(root, 'content/c.mdx'));
  expect(contentVersion(root)).not.toBe(version);
});

test('it changes neither with the code, nor with ends of lines, nor with files that an editor leaves', () => {
  const version = contentVersion(project(FILES));
  const more = { 'content/a/one.yaml': '一\r\n二\r\n', 'content/.swp': 'x', 'src/a.ts': 'x' };
  expect(contentVersion(project({ ...FILES, ...more }))).toBe(version);
});
