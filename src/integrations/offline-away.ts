import type { AstroIntegration } from 'astro';
import { WORKER } from '../offline/list.ts';
import { removingWorker } from '../offline/write-worker.ts';

/**
 * Takes the worker of a built site away in development. Both are served at the same address, and a page that is being written must
 * not be answered from what was kept before.
 */
export function offlineAway(): AstroIntegration {
  return {
    name: 'offline-away',
    hooks: {
      'astro:server:setup': ({ server }) => {
        server.middlewares.use((request, response, next) => {
          if (!request.url?.split('?')[0]?.endsWith(`/${WORKER}`)) return next();
          removingWorker().then((code) => {
            response.setHeader('content-type', 'text/javascript');
            response.end(code);
          }, next);
        });
      },
    },
  };
}
