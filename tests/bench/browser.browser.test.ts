import { expect, inject, it } from 'vitest';
import { launch } from '../../src/bench/browser.ts';
import { serve } from '../site/built-site.ts';

it('a page has no service worker unless it asks for one, be it opened with a context or by itself', async () => {
  const [browser, site] = await Promise.all([launch(), serve(inject('sites').root)]);
  const workers = async (open: () => ReturnType<typeof browser.newPage>) => {
    const page = await open();
    await page.goto(`${site.origin}/about/`);
    const there = await page.evaluate(async () => {
      await navigator.serviceWorker.register('/sw.js');
      return (await navigator.serviceWorker.getRegistrations()).length;
    });
    await page.close();
    return there;
  };
  const all = await Promise.all([
    workers(async () => (await browser.newContext()).newPage()),
    workers(() => browser.newPage()),
    workers(() => browser.newPage({ viewport: { width: 360, height: 740 } })),
    workers(() => browser.newPage({ serviceWorkers: 'allow' })),
  ]);
  await browser.close();
  await site.close();
  expect(all).toEqual([0, 0, 0, 1]);
});
