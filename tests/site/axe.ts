import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds wrong with the page that a tab shows, at most three places of each kind; `path` is what it is told by. */
export async function violationsOn(tab: Page, path: string, colorScheme: 'light' | 'dark'): Promise<string[]> {
  await tab.evaluate(SOURCE);
  const { violations } = await tab.evaluate(
    async (options) => {
      const { axe } = window as unknown as { axe: { run: (options: RunOptions) => Promise<AxeResults> } };
      return axe.run(options);
    },
    // In the dark only colours differ.
    colorScheme === 'dark'
      ? ({ resultTypes: ['violations'], runOnly: ['color-contrast', 'link-in-text-block'] } satisfies RunOptions)
      : ({ resultTypes: ['violations'] } satisfies RunOptions),
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes
      .slice(0, 3)
      .map(
        ({ target, failureSummary }) =>
          `${path} ${id} (${nodes.length}) ${target.join(' ')}: ${failureSummary?.replaceAll('\n', ' ')}`,
      ),
  );
}
