import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { type Served, serve } from './built-site.ts';
import { watch } from './watch.ts';

/** A built site that is served, and a page that looks at it. */
export interface Visit {
  readonly served: Served;
  /** The site's address with its base path, without a slash at the end. */
  readonly at: string;
  readonly context: BrowserContext;
  readonly page: Page;
  /** All that the page complained of. */
  readonly said: readonly string[];
  leave(): Promise<void>;
}

/** Serves a built folder under its base path, and opens a page to look at it with. */
export async function visit(
  browser: Browser,
  folder: string,
  { base = '/', ...options }: { base?: string } & BrowserContextOptions = {},
): Promise<Visit> {
  const served = await serve(folder, base);
  const context = await browser.newContext(options);
  const page = await context.newPage();
  return {
    served,
    at: served.origin + base.slice(0, -1),
    context,
    page,
    said: watch(page),
    leave: async () => {
      await context.close();
      await served.close();
    },
  };
}
