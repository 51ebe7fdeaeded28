import { describe, expect, test } from 'vitest';
import { addressOfFile, fileAt, keptList } from '../../src/offline/list.ts';

const hashes = (...paths: string[]) => new Map(paths.map((path, i) => [path, String(i).padStart(64, '0')]));

describe('the list of what is kept', () => {
  test('holds what a page needs to be read and searched, pages first and the pieces of the index last', () => {
    const { files } = keptList(
      hashes(
        '_astro/Page.a1.css',
        'about/index.html',
        'favicon.svg',
        'index.html',
        'pagefind/index/und_a1.pf_index',
        'pagefind/pagefind.js',
        'search/table.json',
        'search/index.html',
      ),
    );
    expect(Object.keys(files)).toEqual([
      'about/index.html',
      'index.html',
      'search/index.html',
      '_astro/Page.a1.css',
      'favicon.svg',
      'pagefind/pagefind.js',
      'search/table.json',
      'pagefind/index/und_a1.pf_index',
    ]);
    expect(files['index.html']).toBe('0000000000000000');
  });

  test('names what is made to be taken away apart, and what a host or the worker itself reads not at all', () => {
    expect(
      keptList(
        hashes(
          'data/figures.csv',
          'data/figures.json',
          'compare/take.txt',
          'sw.js',
          'offline.json',
          '_headers',
          '_redirects',
        ),
      ),
    ).toEqual({ files: {}, later: ['data/figures.csv', 'data/figures.json', 'compare/take.txt'] });
  });

  test('is another one when a file is', () => {
    const one = keptList(new Map([['index.html', 'a'.repeat(64)]]));
    const other = keptList(new Map([['index.html', `b${'a'.repeat(63)}`]]));
    expect(JSON.stringify(one)).not.toBe(JSON.stringify(other));
  });
});

test.each([
  ['/', '/', 'index.html'],
  ['/atlas/', '/atlas/', 'index.html'],
  ['/atlas/counties/dongan/?q=1', '/atlas/', 'counties/dongan/index.html'],
  ['/atlas/counties/dongan', '/atlas/', 'counties/dongan'],
  ['/atlas/404.html', '/atlas/', '404.html'],
  ['/atlasx/', '/atlas/', undefined],
  ['/atlas', '/atlas/', undefined],
  ['/', '/atlas/', undefined],
])('the address %s on a site under %s asks for %s', (address, base, file) => {
  expect(fileAt(new URL(address, 'https://atlas.example'), base)).toBe(file);
});

test.each([
  ['index.html', ''],
  ['about/index.html', 'about/'],
  ['404.html', '404.html'],
  ['search/table.json', 'search/table.json'],
  ['reindex.html', 'reindex.html'],
])('the file %s is fetched from %s', (path, address) => {
  expect(addressOfFile(path)).toBe(address);
});
