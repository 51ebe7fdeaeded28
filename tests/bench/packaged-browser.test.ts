import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { launch } from '../../src/bench/browser.ts';
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
  const path = one ?? '';
  expect(statSync(dirname(path)).mode & 0o777).toBe(0o755);
  const unpacked = statSync(path).ino;
  expect(await packagedBrowser(cache)).toBe(path);
  expect(statSync(path).ino).toBe(unpacked);
  // What somebody left without the browser is no browser.
  rmSync(path);
  expect(await packagedBrowser(cache)).toBe(path);
  expect(existsSync(path)).toBe(true);
  expect(readdirSync(cache)).toHaveLength(1);
  // Without the libraries of a desktop it says which it misses, and is there all the same.
  const said = (() => {
    try {
      return execFileSync(path, ['--version'], { encoding: 'utf8', stdio: 'pipe' });
    } catch (error) {
      return String(error);
    }
  })();
  expect(said).toMatch(/^Chromium \d+|shared libraries/);
});

describe('where the browser that CHROME names cannot be had, a sentence says so', () => {
  afterEach(() => vi.unstubAllEnvs());

  it('if it is not there', async () => {
    vi.stubEnv('CHROME', join(cache, 'nowhere'));
    await expect(launch()).rejects.toThrow(
      `CHROME names ${join(cache, 'nowhere')}, which is not there: give the path of a Chromium or Chrome.`,
    );
  });

  it('if it lacks a library', async () => {
    const path = join(cache, 'lacking');
    const said = 'error while loading shared libraries: libnss3.so: cannot open shared object file';
    writeFileSync(path, `#!/bin/sh\necho "${said}" >&2\nexit 127\n`, { mode: 0o755 });
    vi.stubEnv('CHROME', path);
    await expect(launch()).rejects.toThrow(
      'The browser needs libnss3.so: install Chromium from your system’s packages (Debian: apt-get install chromium), and give its path as CHROME or leave CHROME away.',
    );
  });

  it('if it ends for another reason', async () => {
    const path = join(cache, 'broken');
    writeFileSync(path, '#!/bin/sh\necho "no such luck" >&2\nexit 1\n', { mode: 0o755 });
    vi.stubEnv('CHROME', path);
    await expect(launch()).rejects.toThrow('no such luck');
  });
});
