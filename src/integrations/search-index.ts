import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { handedOver } from '../atlas/hand-over.ts';
import { loadAtlas } from '../atlas/load.ts';
import { buildIndex, type IndexFile } from '../search/build-index.ts';

/** Writes the search index beside the pages of a build, and serves it from memory in development, so that search works there too. */
export function searchIndex(): AstroIntegration {
  return {
    name: 'search-index',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const atlas = handedOver() ?? loadAtlas(process.cwd()).atlas;
        if (!atlas) throw new Error('the content changed while the site was being built');
        const files = await buildIndex(atlas);
        const root = fileURLToPath(dir);
        for (const folder of new Set(files.map(({ path }) => dirname(join(root, path))))) {
          await mkdir(folder, { recursive: true });
        }
        await Promise.all(files.map(({ path, content }) => writeFile(join(root, path), content)));
        logger.info(`${files.length} files`);
      },
      'astro:server:setup': ({ server }) => {
        let files: Promise<Map<string, IndexFile>> | undefined;
        const fresh = async () => {
          const { atlas } = loadAtlas(process.cwd());
          return new Map((atlas ? await buildIndex(atlas) : []).map((file) => [file.path, file]));
        };
        server.watcher.on('all', (_event, path) => {
          if (path.includes('/content/')) files = undefined;
        });
        server.middlewares.use((request, response, next) => {
          const [, path] = /\/(pagefind\/[^?]*|search\/[^/?]*\.json)/.exec(request.url ?? '') ?? [];
          if (path === undefined) return next();
          files ??= fresh();
          files.then((all) => {
            const file = all.get(path);
            if (!file) return next();
            response.setHeader('content-type', path.endsWith('.js') ? 'text/javascript' : 'application/octet-stream');
            response.end(file.content);
          }, next);
        });
      },
    },
  };
}
