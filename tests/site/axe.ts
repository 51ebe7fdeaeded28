import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * All rules, best practices among them, without exceptions. Of those that axe leaves out by itself, the size of targets (WCAG 2.2 AA)
 * is asked for; the rest of them are deprecated or belong to AAA.
 */
const ALL: RunOptions = { resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } };

/** And seven to one where a reader asks for more contrast. */
export const MORE_CONTRAST: RunOptions = { resultTypes: ['violations'], runOnly: ['color-contrast-enhanced'] };

/** What axe finds wrong with the page that a tab shows, at most three places of each kind; `path` is what it is told by. */
export async function violationsOn(tab: Page, path: string, options = ALL): Promise<string[]> {
  await tab.evaluate(SOURCE);
  const { violations } = await tab.evaluate(async (options) => {
    const { axe } = window as unknown as { axe: { run: (options: RunOptions) => Promise<AxeResults> } };
    return axe.run(options);
  }, options);
  return violations.flatMap(({ id, nodes }) =>
    nodes
      .slice(0, 3)
      .map(
        ({ target, failureSummary }) =>
          `${path} ${id} (${nodes.length}) ${target.join(' ')}: ${failureSummary?.replaceAll('\n', ' ')}`,
      ),
  );
}
