import { inject, it } from 'vitest';
import { addressesOf } from './built-site.ts';
import { checkLetters, checkMeasure } from './letter-checks.ts';
import { visiting } from './visiting.ts';

const sites = inject('sites');
const site = visiting(sites.root);

it.each([320, 360, 412, 600, 768, 1024, 1180, 1440])(
  'every page keeps the rules of Chinese at %s px',
  async (width) => {
    await site.root.page.setViewportSize({ width, height: 800 });
    for (const path of addressesOf(sites.root)) {
      await site.root.page.goto(site.root.at + path);
      await checkLetters(site.root.page, `${path} at ${width} px`);
      await checkMeasure(site.root.page, path, width);
    }
  },
);
