import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/**
 * The Chromium that the lock file names, for Linux on x64 and nowhere else: the one without windows, which does the same work in two thirds
 * of the time of a desktop's. It is unpacked once for each version, into `cache`, and is there whole or not at all.
 */
export async function packagedBrowser(cache: string): Promise<string | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const { version } = JSON.parse(readFileSync(join(dirname(entry), '..', 'package.json'), 'utf8')) as {
    version: string;
  };
  const path = join(cache, `chromium-${version}`, NAME);
  if (!existsSync(path)) await unpack(cache, dirname(path));
  return path;
}

const NAME = 'chromium';

async function unpack(cache: string, folder: string): Promise<void> {
  mkdirSync(cache, { recursive: true });
  const draft = mkdtempSync(join(cache, 'draft-'));
  try {
    // Who tests need not be who installed.
    chmodSync(draft, 0o755);
    const { default: packaged } = await import('@sparticuz/chromium');
    const path = await withTemporaryFolder(draft, () => packaged.executablePath());
    if (path !== join(draft, NAME)) throw new Error(`The package unpacked its browser to ${path}.`);
    chmodSync(path, 0o755);
    // What is there without the browser is what somebody left of it.
    if (!existsSync(join(folder, NAME))) rmSync(folder, { recursive: true, force: true });
    renameSync(draft, folder);
  } catch (error) {
    // Whoever else unpacked it meanwhile has the same.
    if (!existsSync(join(folder, NAME))) throw error;
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

/**
 * Calls with another folder for temporary files. The package unpacks into that folder, takes for its own what it finds there, of whatever
 * version, and asks for it before it first waits: nobody else sees the change.
 */
function withTemporaryFolder<T>(folder: string, call: () => T): T {
  const { TMPDIR } = process.env;
  process.env.TMPDIR = folder;
  try {
    return call();
  } finally {
    if (TMPDIR === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = TMPDIR;
  }
}
