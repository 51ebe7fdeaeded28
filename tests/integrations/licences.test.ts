import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { licencesText } from '../../src/integrations/licences.ts';
import { packageLicence } from '../../src/integrations/package-licence.ts';
import { packageOf } from '../../src/integrations/shipped.ts';

const made: string[] = [];
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true });
});

/** An installed package of these files; `licence` is what its package.json says. */
function packageWith(licence: unknown, files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'package-'));
  made.push(folder);
  const own = { 'package.json': JSON.stringify({ name: 'pick', version: '1.2.3', license: licence }), ...files };
  for (const [path, text] of Object.entries(own)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

describe('the licence of a package', () => {
  test('is what its package.json names, with all its licence files, notices and those of third parties among them', () => {
    const folder = packageWith('MIT AND Apache-2.0', {
      LICENSE: 'one\r\ntwo\n',
      'THIRD_PARTY_LICENSES.md': 'three',
      'NOTICE.txt': 'four',
      'README.md': 'no licence',
      'licenser.js': 'code()',
    });
    expect(packageLicence(folder)).toEqual({
      name: 'pick',
      version: '1.2.3',
      licence: 'MIT AND Apache-2.0',
      texts: ['one\ntwo', 'four', 'three'],
    });
  });

  test('may stand in a folder', () => {
    expect(
      packageLicence(packageWith('MIT', { 'LICENSE/LICENSE': 'one', 'LICENSE/LICENSE-pick': 'two' })).texts,
    ).toEqual(['one', 'two']);
  });

  test('ends where a bundler lists what it is built of itself', () => {
    const text = '# Core\none\n\n# Licenses of bundled dependencies\n## other\ntwo';
    expect(packageLicence(packageWith('MIT', { 'LICENSE.md': text })).texts).toEqual(['# Core\none']);
  });

  test('that is not named, or has no text, stops the build', () => {
    expect(() => packageLicence(packageWith(undefined, { LICENSE: 'one' }))).toThrow(
      'The package pick names no licence in its package.json.',
    );
    expect(() => packageLicence(packageWith('MIT', { 'README.md': 'MIT' }))).toThrow(
      'The package pick carries no text of its licence.',
    );
  });
});

describe('the package of a module', () => {
  test.each([
    ['/site/node_modules/stemmer/index.js', 'stemmer', '/site/node_modules/stemmer'],
    ['/site/node_modules/a/node_modules/@b/c/x/y.js?v=1', '@b/c', '/site/node_modules/a/node_modules/@b/c'],
    ['C:\\site\\node_modules\\@b\\c\\x.js', '@b/c', 'C:\\site\\node_modules\\@b\\c'],
    ['\0/site/node_modules/a/x.js?commonjs-proxy', 'a', '/site/node_modules/a'],
    ['\0vite/preload-helper.js', 'vite', undefined],
    ['\0rolldown/runtime.js', 'rolldown', undefined],
  ])('%j is %s', (module, name, folder) => {
    expect(packageOf(module)).toEqual(folder === undefined ? { name } : { name, folder });
  });

  test.each(['/site/src/search/cut.ts', '/site/src/layouts/Page.astro?astro&type=script&index=0&lang.ts'])(
    '%s is the site’s own',
    (module) => {
      expect(packageOf(module)).toBeUndefined();
    },
  );
});

test('the list has every package once, by name, with its licence, what it is for and all texts', () => {
  const one = { version: '1.0.0', licence: 'MIT', texts: ['Licence'] };
  const text = licencesText([
    { ...one, name: 'b', what: 'script' },
    { ...one, name: 'a', what: 'data', texts: ['Licence', 'Notice'] },
  ]);
  expect(text.startsWith('\uFEFF县域做法图谱')).toBe(true);
  const [, ...parts] = text.trim().split(`\n\n${'='.repeat(80)}\n\n`);
  expect(parts).toEqual([
    'a 1.0.0\n许可：MIT\n用途：由其数据得出的检索用表\n\nLicence\n\nNotice',
    'b 1.0.0\n许可：MIT\n用途：打包在脚本里\n\nLicence',
  ]);
});
