import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { isHashed } from '../../src/deploy/hashed.ts';
import { filesOf } from '../site/built-site.ts';

const sites = inject('sites');

test.each([
  ['_astro/box.CNITrjvO.js', true],
  ['pagefind/pagefind.und_9550436ac82.pf_meta', true],
  ['pagefind/fragment/und_1.pf_fragment', true],
  ['pagefind/index/und_13d27c1.pf_index', true],
  ['pagefind/pagefind.js', false],
  ['pagefind/pagefind-entry.json', false],
  ['pagefind/wasm.unknown.pagefind', false],
  ['search/page.js', false],
  ['search/table.json', false],
  ['data/und_1.pf_meta', false],
  ['a/_astro/box.CNITrjvO.js', false],
  ['index.html', false],
])('the name of %s holds a hash: %s', (path, hashed) => {
  expect(isHashed(path)).toBe(hashed);
});

test('no name that holds a hash stands for two contents in two builds of the site', () => {
  const contents = (folder: string) =>
    new Map(
      filesOf(folder).map((path) => [
        path,
        createHash('sha256')
          .update(readFileSync(join(folder, path)))
          .digest('hex'),
      ]),
    );
  const [root, based] = [contents(sites.root), contents(sites.based)];
  const differing = [...root].flatMap(([path, hash]) => (based.has(path) && based.get(path) !== hash ? [path] : []));
  // Another base path is in almost every file.
  expect(differing.length).toBeGreaterThan(50);
  expect(differing.filter(isHashed)).toEqual([]);
  expect([...root.keys()].filter(isHashed).length).toBeGreaterThan(100);
});
