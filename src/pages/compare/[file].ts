import type { APIRoute, GetStaticPaths } from 'astro';
import { currentAtlas } from '../../atlas/current.ts';
import { matrixLines } from '../../compare/take-along.ts';
import { takenFiles } from '../../components/taken-files.ts';
import { compareWords } from '../../i18n/compare-words.ts';

export const getStaticPaths: GetStaticPaths = () => [
  { params: { file: 'matrix.csv' } },
  { params: { file: 'matrix.txt' } },
];

/** The matrix of themes and counties, to take along. */
export const GET: APIRoute = ({ params, site }) => {
  const { themes, counties } = currentAtlas();
  return takenFiles({
    file: params.file,
    name: compareWords.title,
    url: '/compare/',
    site,
    lines: (context) => matrixLines(themes, counties, context),
  });
};
