import type { APIRoute, GetStaticPaths } from 'astro';
import { currentAtlas } from '../../../atlas/current.ts';
import { indicatorLines, verdictsText } from '../../../compare/take-along.ts';
import { takenFiles } from '../../../components/taken-files.ts';

export const getStaticPaths: GetStaticPaths = () =>
  currentAtlas().indicators.flatMap(({ id }) =>
    ['csv', 'txt'].map((ending) => ({ params: { indicator: id, file: `values.${ending}` } })),
  );

/** The values of an indicator and the verdict on each pair, to take along. */
export const GET: APIRoute = ({ params, site }) => {
  const { indicators, counties } = currentAtlas();
  const indicator = indicators.find(({ id }) => id === params.indicator);
  if (!indicator) return new Response(null, { status: 404 });
  const { name, url } = indicator;
  return takenFiles({
    file: params.file,
    name,
    url,
    site,
    lines: (context) => indicatorLines(indicator, counties, context),
    after: verdictsText(indicator, counties),
  });
};
