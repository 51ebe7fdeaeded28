import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import satisfies from 'spdx-satisfies';
import { expect, inject, test } from 'vitest';
import { LICENCES } from '../../src/integrations/licences.ts';
import { packageLicence } from '../../src/integrations/package-licence.ts';
import { SHIPPED_BY_FILE } from '../../src/integrations/shipped.ts';

const text = readFileSync(join(inject('sites').root, LICENCES), 'utf8');
const parts = text.split(`\n\n${'='.repeat(80)}\n\n`).slice(1);
const listed = parts.map((part) => part.slice(0, part.indexOf(' ')));

/** What may stand beside code under MIT and data under CC BY 4.0, and asks for no more than to be named with its text. */
const COMPATIBLE = ['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', '0BSD', 'CC0-1.0', 'BlueOak-1.0.0'];

/**
 * What else may be compiled into a file that is sent as it came, beside the site's own code and apart from it, with its text and the
 * place of its source: MIT code may be used by such a program, and the program takes nothing from the site.
 */
const IN_A_FILE_OF_ITS_OWN = [...COMPATIBLE, 'GPL-3.0-only'];

/** Packages that the sources import and that leave nothing of theirs in a built site; why they are there. */
const TOOLS: Readonly<Record<string, string>> = {
  '@astrojs/markdown-remark': 'reads the prose',
  '@astrojs/mdx': 'reads the prose',
  '@polka/compression': 'the server of npm start',
  '@sparticuz/chromium': 'measures',
  astro: 'writes the pages, and reads fields (zod)',
  'csv-stringify': 'writes the data',
  feedsmith: 'writes the feed',
  lighthouse: 'measures',
  'playwright-core': 'measures',
  'remark-cjk-friendly': 'reads the prose',
  'remark-gfm': 'reads the prose',
  'remark-mdx': 'reads the prose',
  'remark-parse': 'reads the prose',
  sirv: 'the server of npm start',
  unified: 'reads the prose',
  'unist-util-visit': 'reads the prose',
  'unist-util-visit-parents': 'reads the prose',
  'vfile-message': 'reads the prose',
  yaml: 'reads the content',
};

const IMPORT = /(?:^|[\s;}])(?:import|export)\s+(?!type\b)(?:[^'"();]*?\sfrom\s+)?'([^']+)'|\bimport\('([^']+)'\)/g;

/** What a source imports when it runs: all but types. */
function imports(source: string): string[] {
  return [...source.matchAll(IMPORT)].map(([, named, later]) => named ?? later ?? '');
}

const packageName = (name: string) => name.split('/', name.startsWith('@') ? 2 : 1).join('/');
const isPackage = (name: string) => /^[@a-z]/.test(name) && !/^(?:node|astro|virtual):/.test(name);

/** The packages that what runs in a browser imports: from the scripts of pages down, as the sources say it. */
function importedByScripts(): Set<string> {
  const pages = globSync('src/**/*.astro');
  const scripts = pages.flatMap((page) =>
    [...readFileSync(page, 'utf8').matchAll(/<script>([\s\S]*?)<\/script>/g)].flatMap(([, code = '']) =>
      imports(code).map((path) => join(dirname(page), path)),
    ),
  );
  const files = new Set(scripts.map((path) => path.replace(/\?.*$/, '')));
  const packages = new Set<string>();
  // A set hands out what is added while it is walked.
  for (const file of files) {
    for (const name of imports(readFileSync(file, 'utf8'))) {
      if (name.startsWith('.')) files.add(join(dirname(file), name.replace(/\?.*$/, '')));
      else packages.add(packageName(name));
    }
  }
  expect(files.size).toBeGreaterThan(20);
  return packages;
}

test('the list of licences names all that is sent to readers, and nothing else', () => {
  // Vite adds the loader of scripts that are asked for later.
  const shipped = new Set([...importedByScripts(), ...SHIPPED_BY_FILE.map(({ name }) => name), 'vite']);
  expect(listed).toEqual([...shipped].sort());
});

test('every package that the sources import is sent to readers and listed, or is a tool that leaves nothing behind', () => {
  const files = [...globSync('src/**/*.{ts,astro,mjs}'), 'astro.config.mjs'];
  // What a source writes into other files as a text is none of its imports.
  const code = files.map((file) => readFileSync(file, 'utf8').replace(/`[^`]*`/g, '``'));
  const imported = new Set(code.flatMap(imports).filter(isPackage).map(packageName));
  expect(imported.size).toBeGreaterThan(15);
  expect([...imported].filter((name) => !listed.includes(name) && !(name in TOOLS))).toEqual([]);
  expect(Object.keys(TOOLS).filter((name) => !imported.has(name) || listed.includes(name))).toEqual([]);
});

test('each stands there with the version that is installed, a licence that fits, and its own texts whole', () => {
  for (const [i, name] of listed.entries()) {
    const installed = packageLicence(join('node_modules', name));
    const part = parts[i] ?? '';
    expect(part.startsWith(`${name} ${installed.version}\n许可：${installed.licence}\n`), name).toBe(true);
    expect(fits(installed.licence), `${name}: ${installed.licence}`).toBe(true);
    for (const own of installed.texts) expect(part, name).toContain(own);
    expect(part, name).toMatch(/Permission is hereby granted|Permission to use, copy|Apache License/);
  }
});

test('what is compiled into the program of search is listed with licence and source, and with the texts that have to go along', () => {
  const { root } = inject('sites');
  const [program, ...more] = SHIPPED_BY_FILE.filter(({ holds }) => holds);
  expect([program?.name, more]).toEqual(['pagefind', []]);
  const part = parts[listed.indexOf('pagefind')] ?? '';
  for (const { name, licence, source } of program?.holds ?? []) {
    expect(part).toContain(`\n\n${name}\n许可：${licence}\n${source}\n\n`);
    expect(satisfies(licence, IN_A_FILE_OF_ITS_OWN), name).toBe(true);
  }
  expect(part).toContain('GNU GENERAL PUBLIC LICENSE\n                       Version 3, 29 June 2007');
  expect(part).toContain('END OF TERMS AND CONDITIONS');
  expect(part).toContain('Blue Oak Model License');
  // Crates whose code can fail name the file of it.
  const [wasm = ''] = globSync('pagefind/wasm.*.pagefind', { cwd: root });
  const code = gunzipSync(readFileSync(join(root, wasm))).toString('latin1');
  const named = [...code.matchAll(/\/registry\/src\/[^/]+\/([\w-]+?)-\d+\.\d+\.\d+\//g)].map(([, name]) => name);
  expect(named).toContain('minicbor');
  expect(named.filter((name) => !program?.holds?.some((one) => one.name === name))).toEqual([]);
});

test('licences that do not fit are told from those that do', () => {
  expect(['MIT AND Apache-2.0', '(GPL-3.0-only OR MIT)'].map(fits)).toEqual([true, true]);
  expect(['GPL-3.0-only', 'MIT AND LGPL-3.0-or-later', 'CC-BY-NC-4.0'].map(fits)).toEqual([false, false, false]);
});

test('every file that is said to come of a package is there', () => {
  const { root } = inject('sites');
  const files = globSync('**/*', { cwd: root }).filter((file) => existsSync(join(root, file)));
  for (const { name, made } of SHIPPED_BY_FILE) expect(files.filter(made).length, name).toBeGreaterThan(0);
});

function fits(licence: string): boolean {
  return satisfies(licence, COMPATIBLE);
}
