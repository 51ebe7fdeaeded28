import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { SITE_OUT } from './builds.ts';
import { measureNode, type Run } from './process.ts';

/** Below the project's root. */
export const MANY_FOLDER = join('.build', 'bench-many');

/**
 * Copies the built site and puts the index of many generated counties in the place of its own: pages of five counties, with a search
 * of all of them. Returns what making that index took. Throws with one sentence where it cannot be made.
 */
export async function writeManySite(root: string): Promise<Run> {
  const folder = join(root, MANY_FOLDER);
  rmSync(folder, { recursive: true, force: true });
  cpSync(join(root, SITE_OUT), folder, { recursive: true });
  rmSync(join(folder, 'pagefind'), { recursive: true });
  try {
    return await measureNode(root, ['src/bench/many-build.ts', folder]);
  } catch (error) {
    throw new Error(`The index of many counties could not be made: ${error instanceof Error ? error.message : error}.`);
  }
}
