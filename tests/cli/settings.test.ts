import { describe, expect, test } from 'vitest';
import { readPort, readSettings } from '../../src/cli/settings.ts';

describe('SITE and BASE', () => {
  test('that are not set, or empty, are a site at the root with no known origin', () => {
    expect(readSettings({})).toEqual({ site: undefined, base: '/' });
    expect(readSettings({ SITE: '', BASE: '' })).toEqual({ site: undefined, base: '/' });
  });

  test.each(['https://example.org', 'https://example.org/', 'http://localhost:8080', 'https://县.example'])(
    'SITE=%s is an origin',
    (site) => {
      expect(readSettings({ SITE: site })).toEqual({ site, base: '/' });
    },
  );

  test.each([
    'example.org',
    'ftp://example.org',
    'https://example.org/atlas',
    'https://',
    'https://example.org?x',
    'https://example.org#x',
    'https://user@example.org',
    'https://exa mple.org',
    'https://example.org:port',
    'javascript:alert(1)',
  ])('SITE=%s is refused', (site) => {
    expect(readSettings({ SITE: site })).toHaveProperty('fault');
  });

  test.each([
    ['/', '/'],
    ['atlas', '/atlas/'],
    ['/atlas', '/atlas/'],
    ['atlas/', '/atlas/'],
    ['/atlas/', '/atlas/'],
    ['/a/b-c/d.e', '/a/b-c/d.e/'],
  ])('BASE=%s is the path %s', (base, path) => {
    expect(readSettings({ BASE: base })).toEqual({ site: undefined, base: path });
  });

  test.each([
    '//evil',
    '/a//b',
    '/a b/',
    '/县/',
    '/a?b',
    '/a#b',
    'https://x.org/a',
    '/../',
    '/a/./b',
    '..',
    '/a\\b',
    '/%2e/',
  ])('BASE=%s is refused', (base) => {
    expect(readSettings({ BASE: base })).toHaveProperty('fault');
  });

  test('are refused in a sentence that shows what was given and an example', () => {
    expect([readSettings({ SITE: 'example.org' }), readSettings({ BASE: '/a b/' })]).toMatchInlineSnapshot(`
      [
        {
          "fault": "SITE is “example.org”, which is no origin: give scheme and host only, for example SITE=https://example.org.",
        },
        {
          "fault": "BASE is “/a b/”, which is no path: give a path of plain letters, for example BASE=/atlas/.",
        },
      ]
    `);
  });
});

describe('PORT', () => {
  test.each([
    [undefined, 4321],
    ['', 4321],
    ['0', 0],
    ['8080', 8080],
    ['65535', 65535],
  ])('%s is the port %i', (port, number) => {
    expect(readPort({ PORT: port })).toBe(number);
  });

  test.each(['abc', '-1', '65536', '80.5', '8080 ', '1e3', '0x50'])('%s is refused', (port) => {
    expect(readPort({ PORT: port })).toEqual({
      fault: `PORT is “${port}”, which is no port: give a number from 0 to 65535, for example PORT=8080.`,
    });
  });
});
