import { describe, expect, test } from 'vitest';
import { readPort, readSettings } from '../../src/cli/settings.ts';

const PLAIN = { site: undefined, base: '/', repository: undefined, offline: true };

describe('SITE and BASE', () => {
  test('that are not set, or empty, are a site at the root with no known origin', () => {
    expect(readSettings({})).toEqual({ ...PLAIN });
    expect(readSettings({ SITE: '', BASE: '' })).toEqual({ ...PLAIN });
  });

  test.each(['https://example.org', 'https://example.org/', 'http://localhost:8080', 'https://县.example'])(
    'SITE=%s is an origin',
    (site) => {
      expect(readSettings({ SITE: site })).toEqual({ ...PLAIN, site });
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
    expect(readSettings({ BASE: base })).toEqual({ ...PLAIN, base: path });
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

describe('REPOSITORY', () => {
  test.each([
    ['https://github.com/owner/name', 'https://github.com/owner/name'],
    ['https://github.com/owner/name/', 'https://github.com/owner/name'],
    ['https://git.example.org/group/part/name.x', 'https://git.example.org/group/part/name.x'],
  ])('%s is the repository %s', (given, repository) => {
    expect(readSettings({ REPOSITORY: given })).toEqual({ ...PLAIN, repository });
  });

  test.each([
    'owner/name',
    'http://github.com/owner/name',
    'https://github.com/owner',
    'https://github.com/a/b?x',
    'javascript:alert(1)//a/b',
    'https://github.com/a/b"',
  ])('%s is refused', (repository) => {
    expect(readSettings({ REPOSITORY: repository })).toEqual({
      fault: `REPOSITORY is “${repository}”, which is no address of a repository: give it as a browser shows it, for example REPOSITORY=https://github.com/owner/name.`,
    });
  });
});

describe('OFFLINE', () => {
  test.each([
    ['yes', true],
    ['no', false],
    ['', true],
  ])('“%s” is %s', (given, offline) => {
    expect(readSettings({ OFFLINE: given })).toEqual({ ...PLAIN, offline });
  });

  test('of anything else is refused', () => {
    expect(readSettings({ OFFLINE: '0' })).toEqual({
      fault: 'OFFLINE is “0”: give yes or no, for example OFFLINE=no.',
    });
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
