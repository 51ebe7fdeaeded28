import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { launch } from '../../src/bench/browser.ts';
import { addressesOf } from './built-site.ts';
import { checkPrint, figuresOf } from './print-checks.ts';
import { type Visit, visit } from './visit.ts';

const sites = inject('sites');
const FIGURES = figuresOf(sites.root);
let browser: Browser;
let root: Visit;

beforeAll(async () => {
  browser = await launch();
  root = await visit(browser, sites.root, { javaScriptEnabled: false });
});
afterAll(async () => {
  await root.leave();
  await browser.close();
});

// Without scripts, so that no page fetches more while it is being read.
it.each(addressesOf(sites.root))('%s is whole on paper', async (path) => {
  await root.page.goto(root.at + path);
  expect(await checkPrint(root.page, FIGURES)).toBeGreaterThanOrEqual(0);
});
