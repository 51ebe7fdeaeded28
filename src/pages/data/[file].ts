import type { APIRoute, GetStaticPaths } from 'astro';
import { currentAtlas } from '../../atlas/current.ts';
import { dataFiles } from '../../atlas/data-files.ts';
import { tablesOf } from '../../atlas/tables.ts';

const files = () => {
  const atlas = currentAtlas();
  return dataFiles(tablesOf(atlas, `${import.meta.env.BASE_URL.replace(/\/$/, '')}/`), atlas.version);
};

export const getStaticPaths: GetStaticPaths = () => files().map(({ name }) => ({ params: { file: name } }));

/** The public data: every table as JSON and CSV, and `datapackage.json`. */
export const GET: APIRoute = ({ params }) => {
  const file = files().find(({ name }) => name === params.file);
  if (!file) return new Response(null, { status: 404 });
  return new Response(file.body, { headers: { 'content-type': file.type } });
};
