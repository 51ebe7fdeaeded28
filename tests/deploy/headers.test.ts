import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { isHashed } from '../../src/deploy/hashed.ts';
import { contentPolicy, HEADERS, LASTING } from '../../src/deploy/headers.ts';
import { filesOf } from '../site/built-site.ts';

const RECIPE = readFileSync('src/deploy/nginx.conf', 'utf8');

/** A policy's directives, each with what it allows. */
const directives = (policy = ''): Record<string, string[]> =>
  Object.fromEntries(
    policy.split('; ').map((one) => {
      const [name = '', ...allowed] = one.split(' ');
      return [name, allowed];
    }),
  );
const HEADER = directives(HEADERS['Content-Security-Policy']);

describe('the policy', () => {
  it('allows the own origin and what compiles WebAssembly, nothing inline and no other origin', () => {
    expect(new Set(Object.values(HEADER).flat())).toEqual(new Set(["'none'", "'self'", "'wasm-unsafe-eval'"]));
    expect(HEADER['default-src']).toEqual(["'none'"]);
    expect(Object.entries(HEADER).filter(([, allowed]) => allowed.includes("'wasm-unsafe-eval'"))).toEqual([
      ['script-src', ["'self'", "'wasm-unsafe-eval'"]],
    ]);
  });

  it('is the same in the page and in the header, but for frames, which only a header can refuse', () => {
    expect({ ...directives(contentPolicy(false)), 'frame-ancestors': ["'none'"] }).toEqual(HEADER);
  });

  it('is no wider in development than its own reload script needs', () => {
    const wider = Object.entries(directives(contentPolicy(true))).filter(
      ([name = '', allowed]) => allowed.join() !== HEADER[name]?.join(),
    );
    expect(Object.fromEntries(wider)).toEqual({
      'script-src': ["'self'", "'unsafe-inline'", "'wasm-unsafe-eval'"],
      'style-src': ["'self'", "'unsafe-inline'"],
      'connect-src': ["'self'", 'ws:'],
    });
  });
});

describe('nginx.conf', () => {
  const added = [...RECIPE.matchAll(/^ *add_header (\S+) (.*) always;$/gm)].map(([, name = '', value = '']) => [
    name,
    value.replace(/^"(.*)"$/, '$1'),
  ]);

  it('adds these headers and Cache-Control, all of them in one place', () => {
    expect(Object.fromEntries(added)).toEqual({ ...HEADERS, 'Cache-Control': '$county_atlas_cache' });
    // One that stands in a location drops the others there.
    expect(RECIPE.match(/^ {8,}add_header/gm)).toBeNull();
  });

  it('has the types of all files of the site, and no others', () => {
    const [, types = ''] = /^ {4}types \{(.*?)^ {4}\}/ms.exec(RECIPE) ?? [];
    const named = [...types.matchAll(/^ *[a-z]+\/[a-z+-]+ +([\w ]+);$/gm)].flatMap(([, names = '']) =>
      names.split(' '),
    );
    const { root, based } = inject('sites');
    const files = [root, based].flatMap(filesOf).map((file) => extname(file).slice(1));
    expect([...named].sort()).toEqual([...new Set(files)].filter((name) => name !== '').sort());
  });

  it('keeps long exactly the names that carry a hash', () => {
    const [, map = ''] = /^map \$uri \$county_atlas_cache \{(.*?)^\}/ms.exec(RECIPE) ?? [];
    const kept = [...map.matchAll(/^ *~(\S+) +"(.*)";$/gm)].map(([, pattern = '', value]) => {
      expect(value).toBe(LASTING);
      return new RegExp(pattern);
    });
    for (const path of [
      '_astro/Page.By4N74bI.css',
      '_astro/',
      'pagefind/fragment/und_0491974.pf_fragment',
      'pagefind/index/und_13d27c1.pf_index',
      'pagefind/pagefind.und_9550436ac82.pf_meta',
      'pagefind/pagefind-entry.json',
      'pagefind/pagefind.js',
      'pagefind/wasm.unknown.pagefind',
      'search/table.json',
      'index.html',
      'sw.js',
    ]) {
      const file = !path.endsWith('/');
      for (const base of ['/', '/atlas/', '/a/b/'])
        expect(
          kept.some((pattern) => pattern.test(base + path)),
          path,
        ).toBe(file && isHashed(path));
    }
  });
});
