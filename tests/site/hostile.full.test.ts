import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launch } from '../../src/bench/browser.ts';
import { attack, follow, oneOfEachFamily, valuesOf } from './hostile-tab.ts';

const sites = inject('sites');
/** Every value in every place is some thousands of searches. */
const LONG = 1_800_000;

let browser: Browser;

beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

describe('nothing that a link carries or a reader types, every value in every place,', () => {
  it.each([
    ['/search/', ['q', 'counties', 'themes', 'kinds']],
    ['/search/', ['counties', 'themes', 'kinds']],
    ['/compare/side-by-side/', ['counties', 'themes']],
    ['/themes/members/', ['counties']],
    ['/indicators/village-secretary-pay/', ['counties']],
    ['/counties/hengdong/', []],
    ['/about/', []],
  ])(
    'runs, breaks or stops %s in %s and in the fragment',
    async (path, parameters) => {
      const values = valuesOf('each');
      expect(await attack(browser, sites.root, path, values, parameters, { floods: 'everywhere' })).toEqual([]);
    },
    LONG,
  );

  it.each([
    ['/compare/', ['counties', 'themes']],
    ['/themes/members/', ['counties']],
  ])(
    'runs, breaks or stops %s where a browser opens the link with %s and a fragment',
    async (path, parameters) => {
      expect(await follow(browser, sites.root, path, oneOfEachFamily(), parameters)).toEqual([]);
    },
    LONG,
  );

  // As a hand would write it into an address, without encoding.
  it.each([
    ['/search/', ['q']],
    ['/compare/', ['counties']],
    ['/compare/', ['themes']],
  ])(
    'runs, breaks or stops %s in %s alone, written as it is',
    async (path, parameters) => {
      const values = valuesOf('some');
      expect(await attack(browser, sites.root, path, values, parameters, { raw: true })).toEqual([]);
    },
    LONG,
  );

  it.each([
    ['/about/', 'header form.search'],
    ['/search/', 'main form.search'],
  ])(
    'runs, breaks or stops the box of %s',
    async (path, form) => {
      expect(await attack(browser, sites.root, path, valuesOf('each'), form)).toEqual([]);
    },
    LONG,
  );
});
