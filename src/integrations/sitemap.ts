import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/** What a page says that no one should arrive at from elsewhere. */
const UNLISTED = /<meta name="?robots"? content="?noindex/;

/**
 * Writes `sitemap.xml` with the whole addresses of the pages that may be indexed, and at the root of an origin the `robots.txt` that
 * names it; further down no one would ask for one. Without an origin there is neither, since the addresses in them have to be whole.
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
        const listed: string[] = [];
        for (const { pathname } of pages) {
          const file = pathname === '404/' ? '404.html' : `${pathname}index.html`;
          if (!UNLISTED.test(await readFile(join(root, file), 'utf8'))) listed.push(pathname);
        }
        await writeFile(join(root, 'sitemap.xml'), sitemapOf(home, listed));
        if (base === '/') await writeFile(join(root, 'robots.txt'), robotsOf(home));
      },
    },
  };
}

/**
 * The sitemap of the pages at these paths below `home`. No day of a change stands in it: the build's would be none of the content's.
 */
export function sitemapOf(home: string, paths: readonly string[]): string {
  const addresses = paths.map((path) => new URL(path, home).href);
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
