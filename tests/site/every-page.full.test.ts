import { expect, inject, it } from 'vitest';
import { launch } from '../../src/bench/browser.ts';
import { addressesOf, serve } from './built-site.ts';
import { faultsOn, MODES, walker } from './walk.ts';

const sites = inject('sites');

it.each(MODES)(
  'every page has nothing wrong in $colours colours at $width px',
  async (mode) => {
    const browser = await launch();
    const root = await serve(sites.root);
    const walking = await walker(browser);
    const found: string[] = [];
    for (const path of addressesOf(sites.root)) found.push(...(await faultsOn(walking, root.origin, path, mode)));
    await browser.close();
    await root.close();
    expect(found).toEqual([]);
  },
  900_000,
);
