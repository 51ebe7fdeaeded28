import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { keptList, LIST, shortHash, WORKER } from './list.ts';

/**
 * Writes the worker into a built folder, with the list of what it keeps, from the SHA-256 of all files there. Where the site shall
 * not be kept it is a worker that takes itself away: a browser that has one asks for it at each visit, and would keep the last for ever.
 */
export async function writeWorker(
  folder: string,
  hashes: ReadonlyMap<string, string>,
  offline: boolean,
): Promise<void> {
  if (!offline) return writeFileSync(join(folder, WORKER), await removingWorker());
  const list = JSON.stringify(keptList(hashes));
  const version = shortHash(createHash('sha256').update(list).digest('hex'));
  writeFileSync(join(folder, LIST), list);
  writeFileSync(join(folder, WORKER), await compiled('worker', version));
}

/** The worker that takes away what an earlier one has kept, and itself. */
export function removingWorker(): Promise<string> {
  return compiled('away', '');
}

async function compiled(name: 'worker' | 'away', version: string): Promise<string> {
  const result = await build({
    configFile: false,
    envDir: false,
    publicDir: false,
    logLevel: 'error',
    define: { VERSION: JSON.stringify(version) },
    build: {
      write: false,
      modulePreload: false,
      rollupOptions: {
        input: fileURLToPath(new URL(`./browser/${name}.ts`, import.meta.url)),
        output: { format: 'iife' },
      },
    },
  });
  const [chunk] = 'output' in result ? result.output : [];
  if (chunk?.type !== 'chunk') throw new Error('the worker was not compiled');
  return chunk.code;
}
