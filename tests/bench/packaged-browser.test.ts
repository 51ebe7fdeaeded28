import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { packagedBrowser } from '../../src/bench/packaged-browser.ts';

const cache = mkdtempSync(join(tmpdir(), 'atlas-browser-'));
afterAll(() => rmSync(cache, { recursive: true }));

it('the packaged browser is unpacked once, whole, by whoever comes first, and leaves nothing else; elsewhere than on Linux there is none', async () => {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    expect(await packagedBrowser(cache)).toBeUndefined();
    expect(readdirSync(cache)).toEqual([]);
    return;
  }
  const before = process.env.TMPDIR;
  const [one, other] = await Promise.all([packagedBrowser(cache), packagedBrowser(cache)]);
  expect(other).toBe(one);
  expect(process.env.TMPDIR).toBe(before);
  expect(readdirSync(cache).map((name) => name.replace(/[\d.]+$/, ''))).toEqual(['chromium-']);
  expect(dirname(dirname(one ?? ''))).toBe(cache);
  // Without the libraries of a desktop it says which it misses, and is there all the same.
  const said = (() => {
    try {
      return execFileSync(one ?? '', ['--version'], { encoding: 'utf8', stdio: 'pipe' });
    } catch (error) {
      return String(error);
    }
  })();
  expect(said).toMatch(/^Chromium \d+|shared libraries/);
});
