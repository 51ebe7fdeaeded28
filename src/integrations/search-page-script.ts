import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { FILES } from '../search/files.ts';

/**
 * Builds the script that answers on the search page under a name that the page knows beforehand. An `import()` of it would bring the
 * bundler's own loader, a file of its own that every page would then ask for.
 */
export function searchPageScript(): AstroIntegration {
  const id = fileURLToPath(new URL('../search/browser/page.ts', import.meta.url));
  return {
    name: 'search-page-script',
    hooks: {
      'astro:config:setup': ({ command, updateConfig }) => {
        if (command !== 'build') return;
        const emit = {
          name: 'search-page-script',
          applyToEnvironment: ({ name }: { name: string }) => name === 'client',
          buildStart(this: { emitFile(file: object): string }) {
            this.emitFile({ type: 'chunk', id, fileName: FILES.page });
          },
        };
        updateConfig({ vite: { plugins: [emit] } });
      },
    },
  };
}
