import type { APIRoute, GetStaticPaths } from 'astro';
import { currentAtlas } from '../../../atlas/current.ts';
import { themeLines } from '../../../compare/take-along.ts';
import { takenFiles } from '../../../components/taken-files.ts';

export const getStaticPaths: GetStaticPaths = () =>
  currentAtlas().themes.flatMap(({ id }) =>
    ['csv', 'txt'].map((ending) => ({ params: { theme: id, file: `side-by-side.${ending}` } })),
  );

/** The counties' practices on a theme, to take along. */
export const GET: APIRoute = ({ params, site }) => {
  const { themes, counties } = currentAtlas();
  const theme = themes.find(({ id }) => id === params.theme);
  if (!theme) return new Response(null, { status: 404 });
  const { name, url } = theme;
  return takenFiles({ file: params.file, name, url, site, lines: (context) => themeLines(theme, counties, context) });
};
