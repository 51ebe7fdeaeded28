import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The file at the root of a built folder that lists all others with their hashes. */
export const HASHES = 'hashes.txt';

/** The SHA-256 of every file below a folder, by its path with forward slashes, in the order of the paths' bytes. */
export function hashFiles(folder: string): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((full) => ({ full, path: full.slice(folder.length + 1).replaceAll('\\', '/') }))
    .sort((a, b) => Buffer.compare(Buffer.from(a.path), Buffer.from(b.path)));
  return new Map(files.map(({ full, path }) => [path, sha256(readFileSync(full))]));
}

/**
 * Writes the list of all files of a folder but itself, as `sha256sum -c` reads it; gives the SHA-256 of the list, which is one for
 * the whole folder. Nothing may change there afterwards.
 */
export function writeHashes(folder: string): string {
  const list = [...hashFiles(folder)]
    .filter(([path]) => path !== HASHES)
    .map(([path, hash]) => `${hash}  ${path}\n`)
    .join('');
  writeFileSync(join(folder, HASHES), list);
  return sha256(list);
}

function sha256(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex');
}
