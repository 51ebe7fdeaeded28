import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** How many hexadecimal digits of the hash name a version: enough to tell all that will ever be apart, few enough to be cited. */
const DIGITS = 12;

/**
 * What names this state of the content wherever it is cited: the first digits of the SHA-256 over all files below `root`/content, by
 * path. It says nothing of the day of a build or of the code, and ends of lines, which a checkout may change, do not count.
 */
export function contentVersion(root: string): string {
  const folder = join(root, 'content');
  const hash = createHash('sha256');
  if (!existsSync(folder)) return hash.digest('hex').slice(0, DIGITS);
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
  for (const file of files) {
    const text = readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n');
    hash.update(`${file}\0${createHash('sha256').update(text).digest('hex')}\0`);
  }
  return hash.digest('hex').slice(0, DIGITS);
}
