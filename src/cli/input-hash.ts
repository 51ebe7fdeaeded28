import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const INPUTS = ['content', 'src', 'public', 'package-lock.json', 'package.json', 'astro.config.mjs', 'tsconfig.json'];

/** A hash of all that a build depends on: two builds with the same hash are the same site. `more` holds settings from outside. */
export function inputHash(root: string, more: readonly string[]): string {
  const hash = createHash('sha256');
  for (const text of more) hash.update(`${text}\0`);
  for (const path of INPUTS)
    for (const file of filesBelow(root, path)) {
      hash.update(`${file}\0`).update(
        createHash('sha256')
          .update(readFileSync(join(root, file)))
          .digest(),
      );
    }
  return hash.digest('hex');
}

function filesBelow(root: string, path: string): string[] {
  const full = join(root, path);
  if (!existsSync(full)) return [];
  if (statSync(full).isFile()) return [path];
  return readdirSync(full)
    .sort()
    .flatMap((name) => filesBelow(root, `${path}/${name}`));
}
