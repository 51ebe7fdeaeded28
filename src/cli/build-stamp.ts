import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inputHash } from './input-hash.ts';
import type { Settings } from './settings.ts';

/** Says from what `dist` was built, so that the next start need not build it again. Whoever builds `dist` keeps it true. */
const stampOf = (root: string) => join(root, '.build', 'stamp');

const hashOf = (root: string, settings: Settings) => inputHash(root, [JSON.stringify(settings)]);

/** Whether `dist` is there, whole, and built from what is on disk now with these settings. */
export function isFresh(root: string, settings: Settings): boolean {
  const stamp = stampOf(root);
  return (
    existsSync(join(root, 'dist', 'index.html')) &&
    existsSync(stamp) &&
    readFileSync(stamp, 'utf8') === hashOf(root, settings)
  );
}

/** Takes the stamp away before `dist` is touched. */
export function clearStamp(root: string): void {
  rmSync(stampOf(root), { force: true });
}

/** Sets the stamp when `dist` is whole. */
export function writeStamp(root: string, settings: Settings): void {
  mkdirSync(join(root, '.build'), { recursive: true });
  writeFileSync(stampOf(root), hashOf(root, settings));
}
