import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/** In development, a change below content/ shows at once: pages read the atlas, which the bundler does not know of. */
export function contentWatch(): AstroIntegration {
  return {
    name: 'content-watch',
    hooks: {
      'astro:server:setup': ({ server }) => {
        const content = fileURLToPath(new URL('../../content/', import.meta.url));
        server.watcher.add(content);
        server.watcher.on('all', (_event, path) => {
          if (!path.startsWith(content)) return;
          for (const environment of Object.values(server.environments)) {
            for (const module of environment.moduleGraph.getModulesByFile(currentAtlasFile) ?? []) {
              environment.moduleGraph.invalidateModule(module);
            }
          }
          server.ws.send({ type: 'full-reload' });
        });
      },
    },
  };
}

const currentAtlasFile = fileURLToPath(new URL('../atlas/current.ts', import.meta.url));
