import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/** In development, a change below content/ reloads the page: the bundler does not know that every page rests on all records. */
export function contentWatch(): AstroIntegration {
  return {
    name: 'content-watch',
    hooks: {
      'astro:server:setup': ({ server }) => {
        const content = fileURLToPath(new URL('../../content/', import.meta.url));
        server.watcher.add(content);
        server.watcher.on('all', (_event, path) => {
          if (path.startsWith(content)) server.ws.send({ type: 'full-reload' });
        });
      },
    },
  };
}
