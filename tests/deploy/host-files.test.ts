import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllHeaders } from '@netlify/headers-parser';
import { describe, expect, inject, it } from 'vitest';
import { HASHES } from '../../src/cli/hashes.ts';
import { isHashed } from '../../src/deploy/hashed.ts';
import { HEADERS, LASTING } from '../../src/deploy/headers.ts';
import { emptyFolder } from '../cli/fixture.ts';
import { addressOf, filesOf } from '../site/built-site.ts';

const sites = inject('sites');
const GUIDE = readFileSync('src/deploy/README.md', 'utf8');

describe('the guide’s steps for a path on Netlify and Cloudflare Pages', () => {
  it('put beside the site what those hosts read, and leave its list of hashes true', () => {
    const [, lines = ''] = /For a path,.*?^```sh\n(.*?)^```/ms.exec(GUIDE) ?? [];
    const [build = '', ...steps] = lines.trimEnd().split('\n');
    expect(build).toMatch(/ BASE=\/atlas\/ npm run build -- --out site\/atlas$/);
    const folder = emptyFolder();
    cpSync(sites.based, join(folder, 'site', 'atlas'), { recursive: true });
    expect(spawnSync('sh', ['-e', '-c', steps.join('\n')], { cwd: folder }).status).toBe(0);
    const beside = readdirSync(join(folder, 'site')).filter((name) => name !== 'atlas');
    expect(beside.sort()).toEqual(['404.html', '_headers', '_redirects']);
    for (const name of beside) {
      expect(readFileSync(join(folder, 'site', name), 'utf8')).toBe(readFileSync(join(sites.based, name), 'utf8'));
    }
    const { status } = spawnSync('sha256sum', ['--check', '--quiet', HASHES], { cwd: join(folder, 'site', 'atlas') });
    expect(status).toBe(0);
  });
});

describe.each([
  { site: 'root', base: '/' },
  { site: 'based', base: '/atlas/' },
] as const)('what is built under $base', ({ site, base }) => {
  const folder = sites[site];
  const read = (name: string) => readFileSync(join(folder, name), 'utf8');

  it('gives every file its headers on Netlify, and each header by one rule', async () => {
    const { headers: rules, errors } = await parseAllHeaders({
      headersFiles: [join(folder, '_headers')],
      configHeaders: undefined,
      minimal: false,
    });
    expect(errors).toEqual([]);
    const files = filesOf(folder);
    expect(files.filter(isHashed).length).toBeGreaterThan(100);
    for (const file of files) {
      const path = base + addressOf(file).slice(1);
      const given = rules
        .filter((rule) => 'forRegExp' in rule && rule.forRegExp.test(path))
        .flatMap(({ values }) => Object.entries(values));
      // What two rules say is joined by a comma on Cloudflare Pages, and the later one counts on Netlify.
      expect(given.map(([name]) => name).sort(), file).toEqual([...new Set(given.map(([name]) => name))].sort());
      expect(Object.fromEntries(given), file).toEqual({
        ...HEADERS,
        ...(isHashed(file) ? { 'Cache-Control': LASTING } : {}),
      });
    }
  });

  it('is within the limits of Cloudflare Pages: 100 rules, 2,000 characters a line, one * in a path, at its end', () => {
    const lines = read('_headers').split('\n');
    const paths = lines.filter((line) => line.startsWith('/'));
    expect(paths.length).toBeGreaterThan(3);
    expect(paths.length).toBeLessThanOrEqual(100);
    expect(lines.filter((line) => line.length > 2000)).toEqual([]);
    expect(paths.filter((path) => /\*.|:/.test(path))).toEqual([]);
    expect(lines.filter((line) => !/^(?:|\/\S*| {2}[A-Za-z-]+: \S.*)$/.test(line))).toEqual([]);
  });

  it('leads the root of the address to the site where it stands under a path, and nothing else anywhere', () => {
    const rules = read('_redirects')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'));
    expect(rules).toEqual(base === '/' ? [] : [`/ ${base} 302`]);
  });
});
