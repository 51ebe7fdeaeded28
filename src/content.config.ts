import { defineCollection } from 'astro:content';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Loader } from 'astro/loaders';
import { type Entry, readEntries } from './atlas/files.ts';
import type { Problem } from './atlas/problem.ts';
import { formatProblems } from './atlas/problem.ts';
import { countySchema } from './model/county.ts';
import { themeSchema } from './model/theme.ts';

/**
 * Gives Astro the MDX files as our own reader reads them, so that build and check never differ in what a date or a number is.
 * The body is rendered by the MDX integration when a page asks for it.
 */
function atlasLoader(folder: 'counties' | 'themes'): Loader {
  return {
    name: `atlas-${folder}`,
    load: async ({ store, parseData, watcher, config }) => {
      const root = process.cwd();
      const load = async () => {
        const problems: Problem[] = [];
        const entries: readonly Entry<unknown>[] = readEntries(root, problems)[folder];
        if (problems.length > 0) throw new Error(`\n${formatProblems(problems)}`);
        store.clear();
        for (const { document } of entries) {
          const { id, file: filePath, body } = document;
          const data = await parseData({
            id,
            data: document.data as Record<string, unknown>,
            filePath: join(root, filePath),
          });
          // The digest makes a changed file be rendered anew.
          const digest = readFileSync(join(root, filePath), 'utf8');
          store.set({ id, data, body, filePath, digest, deferredRender: true });
        }
      };
      await load();
      const watched = join(root, 'content', folder);
      watcher?.on('change', (path) => {
        if (path.startsWith(watched))
          void load().catch((error: unknown) => console.error(String(error), config.root.href));
      });
    },
  };
}

export const collections = {
  counties: defineCollection({ loader: atlasLoader('counties'), schema: countySchema }),
  themes: defineCollection({ loader: atlasLoader('themes'), schema: themeSchema }),
};
