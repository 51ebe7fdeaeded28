import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/** Pages that no one should arrive at from elsewhere: what is not there, and a search without a query. */
const LEFT_OUT = ['404/', 'search/'];

/**
 * Writes `sitemap.xml` with the whole addresses of the pages, and at the root of an origin the `robots.txt` that names it; further down
 * no one would ask for one. Without an origin there is neither, since the addresses in them have to be whole.
 */
export function sitemap(): AstroIntegration {
  let site: string | undefined;
  let base = '/';
  return {
    name: 'sitemap',
    hooks: {
      'astro:config:done': ({ config }) => {
        site = config.site;
        base = config.base;
      },
      'astro:build:done': async ({ dir, pages }) => {
        if (site === undefined) return;
        const root = fileURLToPath(dir);
        const home = new URL(`${base.replace(/\/$/, '')}/`, site).href;
        await writeFile(
          join(root, 'sitemap.xml'),
          sitemapOf(
            home,
            pages.map(({ pathname }) => pathname),
          ),
        );
        if (base === '/') await writeFile(join(root, 'robots.txt'), robotsOf(home));
      },
    },
  };
}

/**
 * The sitemap of the pages at these paths below `home`. No day of a change stands in it: the build's would be none of the content's.
 */
export function sitemapOf(home: string, paths: readonly string[]): string {
  const addresses = paths.filter((path) => !LEFT_OUT.includes(path)).map((path) => new URL(path, home).href);
  const lines = addresses.sort().map((address) => `<url><loc>${address.replaceAll('&', '&amp;')}</loc></url>`);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...lines,
    '</urlset>\n',
  ].join('\n');
}

/** Lets everyone read everything, and says where the sitemap is. */
export function robotsOf(home: string): string {
  return `User-agent: *\nAllow: /\n\nSitemap: ${new URL('sitemap.xml', home).href}\n`;
}
