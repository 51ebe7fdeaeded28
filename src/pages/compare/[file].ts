import type { APIRoute, GetStaticPaths } from 'astro';
import { currentAtlas } from '../../atlas/current.ts';
import { allLines, matrixLines } from '../../compare/take-along.ts';
import { takenFiles } from '../../components/taken-files.ts';
import { compareWords } from '../../i18n/compare-words.ts';

const COMPARISONS = {
  matrix: { name: compareWords.title, url: '/compare/', lines: matrixLines },
  'side-by-side': { name: compareWords.everythingPage.title, url: '/compare/side-by-side/', lines: allLines },
} as const;
const NAMES = Object.keys(COMPARISONS) as (keyof typeof COMPARISONS)[];

export const getStaticPaths: GetStaticPaths = () =>
  NAMES.flatMap((name) => ['csv', 'txt'].map((ending) => ({ params: { file: `${name}.${ending}` } })));

/** The matrix of themes and counties, and all practices side by side, to take along. */
export const GET: APIRoute = ({ params: { file }, site }) => {
  const { themes, counties } = currentAtlas();
  const wanted = NAMES.find((name) => file?.startsWith(`${name}.`));
  if (!wanted) return new Response(null, { status: 404 });
  const { name, url, lines } = COMPARISONS[wanted];
  return takenFiles({ file, name, url, site, lines: (context) => lines(themes, counties, context) });
};
