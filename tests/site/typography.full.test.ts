import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, inject, it } from 'vitest';
import { launch } from '../../src/bench/browser.ts';
import { addressesOf } from './built-site.ts';
import { checkLetters, checkMeasure } from './letter-checks.ts';
import { type Visit, visit } from './visit.ts';

const sites = inject('sites');
let browser: Browser;
let root: Visit;

beforeAll(async () => {
  browser = await launch();
  root = await visit(browser, sites.root);
});
afterAll(async () => {
  await root.leave();
  await browser.close();
});

it.each([320, 360, 412, 600, 768, 1024, 1180, 1440])(
  'every page keeps the rules of Chinese at %s px',
  async (width) => {
    await root.page.setViewportSize({ width, height: 800 });
    for (const path of addressesOf(sites.root)) {
      await root.page.goto(root.at + path);
      await checkLetters(root.page, `${path} at ${width} px`);
      await checkMeasure(root.page, path, width);
    }
  },
);
