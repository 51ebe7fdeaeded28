import { inject, it } from 'vitest';
import { addressesOf } from './built-site.ts';
import { checkPrint, figuresOf } from './print-checks.ts';
import { visiting } from './visiting.ts';

const sites = inject('sites');
const FIGURES = figuresOf(sites.root);
const site = visiting(sites.root, { javaScriptEnabled: false });

// Without scripts, so that no page fetches more while it is being read.
it.each(addressesOf(sites.root))('%s is whole on paper', async (path) => {
  await site.root.page.goto(site.root.at + path);
  await checkPrint(site.root.page, FIGURES);
});
