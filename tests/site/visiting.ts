import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { launch } from '../../src/bench/browser.ts';
import { type Visit, visit } from './visit.ts';

/** A browser and a built site open in it, for all tests of a file; both are there once its tests run. */
export interface Visiting {
  readonly browser: Browser;
  readonly root: Visit;
}

/** Opens the folder before the tests of a file and closes it after them. */
export function visiting(folder: string, options: BrowserContextOptions = {}): Visiting {
  let open: Visiting | undefined;
  const now = () => {
    if (!open) throw new Error('the site is not open before the tests run');
    return open;
  };
  beforeAll(async () => {
    const browser = await launch();
    open = { browser, root: await visit(browser, folder, options) };
  });
  afterAll(async () => {
    await open?.root.leave();
    await open?.browser.close();
  });
  return {
    get browser() {
      return now().browser;
    },
    get root() {
      return now().root;
    },
  };
}
