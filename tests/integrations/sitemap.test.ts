import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { sitemap, sitemapOf } from '../../src/integrations/sitemap.ts';
import { emptyFolder } from '../cli/fixture.ts';

type Hook = (given: object) => Promise<void>;

/** What the integration writes for a site at this place. */
async function written(config: { site?: string; base: string }): Promise<Record<string, string | undefined>> {
  const folder = emptyFolder();
  mkdirSync(join(folder, 'a'));
  writeFileSync(join(folder, 'index.html'), '<title>Home</title>');
  writeFileSync(join(folder, 'a', 'index.html'), '<title>A</title>');
  writeFileSync(join(folder, '404.html'), '<meta name="robots" content="noindex">');
  const hooks = sitemap().hooks as unknown as Readonly<Record<string, Hook>>;
  await hooks['astro:config:done']?.({ config });
  await hooks['astro:build:done']?.({
    dir: pathToFileURL(`${folder}/`),
    pages: [{ pathname: '' }, { pathname: 'a/' }, { pathname: '404/' }],
  });
  const read = (file: string) =>
    existsSync(join(folder, file)) ? readFileSync(join(folder, file), 'utf8') : undefined;
  return { sitemap: read('sitemap.xml'), robots: read('robots.txt') };
}

test('has the whole address of every page in order', () => {
  expect(sitemapOf('https://atlas.example/atlas/', ['b/', '', 'a/'])).toBe(
    `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<url><loc>https://atlas.example/atlas/</loc></url>
<url><loc>https://atlas.example/atlas/a/</loc></url>
<url><loc>https://atlas.example/atlas/b/</loc></url>
</urlset>
`,
  );
});

test('at the root of an origin stands beside a robots.txt that names it', async () => {
  const { sitemap, robots } = await written({ site: 'https://atlas.example', base: '/' });
  expect(sitemap?.match(/<loc>.*<\/loc>/g)).toEqual([
    '<loc>https://atlas.example/</loc>',
    '<loc>https://atlas.example/a/</loc>',
  ]);
  expect(robots).toBe('User-agent: *\nAllow: /\n\nSitemap: https://atlas.example/sitemap.xml\n');
});

test('under a base path stands alone, since robots.txt is asked for at the root only', async () => {
  const { sitemap, robots } = await written({ site: 'https://atlas.example', base: '/atlas' });
  expect(sitemap).toContain('<loc>https://atlas.example/atlas/a/</loc>');
  expect(robots).toBeUndefined();
});

test('is not written where the origin is not known', async () => {
  expect(await written({ base: '/' })).toEqual({ sitemap: undefined, robots: undefined });
});
