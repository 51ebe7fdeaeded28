import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launch } from '../../src/bench/browser.ts';
import { attack, valuesOf } from './hostile-tab.ts';

const sites = inject('sites');
/** Every value in each parameter of its own is some thousands of searches. */
const LONG = 1_800_000;

let browser: Browser;

beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

describe('nothing that a link carries or a reader types, each value in each place on its own,', () => {
  it.each([
    ['/search/', 'q'],
    ['/search/', 'counties'],
    ['/search/', 'themes'],
    ['/search/', 'kinds'],
    ['/compare/', 'counties'],
    ['/compare/', 'themes'],
    ['/compare/side-by-side/', 'counties'],
    ['/compare/side-by-side/', 'themes'],
    ['/themes/members/', 'counties'],
    ['/indicators/village-secretary-pay/', 'counties'],
  ])(
    'runs, breaks or stops %s in %s, written as it is or encoded',
    async (path, parameter) => {
      for (const raw of [false, true]) {
        expect(
          await attack(browser, sites.root, path, valuesOf('each'), [parameter], undefined, undefined, raw),
        ).toEqual([]);
      }
    },
    LONG,
  );

  it.each([
    ['/about/', 'header form.search'],
    ['/', 'main form.search'],
    ['/search/', 'main form.search'],
  ])(
    'runs, breaks or stops the box of %s',
    async (path, form) => {
      expect(await attack(browser, sites.root, path, valuesOf('each'), form)).toEqual([]);
    },
    LONG,
  );
});
