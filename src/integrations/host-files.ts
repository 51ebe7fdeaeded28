import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { headersFile, redirectsFile } from '../deploy/host-files.ts';

/** Writes what Netlify and Cloudflare Pages read beside the pages of a build. It comes last: it names files that others write. */
export function hostFiles(): AstroIntegration {
  let base = '/';
  return {
    name: 'host-files',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base;
      },
      'astro:build:done': async ({ dir }) => {
        const root = fileURLToPath(dir);
        const files = (await readdir(root, { recursive: true })).map((file) => file.replaceAll('\\', '/'));
        await writeFile(join(root, '_headers'), headersFile(base, files));
        await writeFile(join(root, '_redirects'), redirectsFile(base));
      },
    },
  };
}
