import { expect, inject, it } from 'vitest';
import { launch } from '../../src/bench/browser.ts';
import { addressesOf } from './built-site.ts';
import { focusFaults } from './focus-walk.ts';
import { visit } from './visit.ts';

const sites = inject('sites');

it.each([
  { viewport: { width: 1280, height: 800 }, colorScheme: 'dark' },
  { viewport: { width: 360, height: 740 }, forcedColors: 'active' },
] as const)(
  'every stop on every page is seen at $viewport.width px, and none keeps the focus',
  async (options) => {
    const browser = await launch();
    const { page, at, leave } = await visit(browser, sites.root, options);
    const found: string[] = [];
    for (const path of addressesOf(sites.root)) {
      await page.goto(at + path);
      found.push(...(await focusFaults(page, path)));
    }
    await leave();
    await browser.close();
    expect(found).toEqual([]);
  },
  900_000,
);
