import type { APIRoute, GetStaticPaths } from 'astro';
import { currentAtlas } from '../../atlas/current.ts';
import { dataFiles } from '../../atlas/data-files.ts';
import { tablesOf } from '../../atlas/tables.ts';
import { absolute } from '../../components/absolute.ts';
import { href } from '../../components/href.ts';

const files = (site?: URL) => {
  const atlas = currentAtlas();
  const { version, sources } = atlas;
  return dataFiles(tablesOf(atlas, href('/')), { version, sources, homepage: site && absolute('/', site) });
};

export const getStaticPaths: GetStaticPaths = () => files().map(({ name }) => ({ params: { file: name } }));

/** The public data: every table as JSON and CSV, and `datapackage.json`. */
export const GET: APIRoute = ({ params, site }) => {
  const file = files(site).find(({ name }) => name === params.file);
  if (!file) return new Response(null, { status: 404 });
  return new Response(file.body, { headers: { 'content-type': file.type } });
};
