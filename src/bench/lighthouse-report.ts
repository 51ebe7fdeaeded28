import { CATEGORIES, type LighthousePage, SCORE_GOAL } from './lighthouse.ts';
import type { Table } from './table.ts';

/** The scores of Lighthouse beside their goals, and below the table what costs the points that are missing. */
export function lighthouseTable(pages: readonly LighthousePage[]): Table {
  const runs = pages[0]?.runs.length ?? 0;
  return {
    title: `Lighthouse, its phone profile, ${runs} runs each: median (least to most)`,
    heads: ['', ...CATEGORIES, 'goal'],
    rows: [
      ...pages.map((page) => [
        decodeURI(page.url),
        ...CATEGORIES.map((name) => {
          const scores = page.runs.map((run) => run.scores[name]);
          const least = Math.min(...scores);
          const most = Math.max(...scores);
          return least === most ? `${least}` : `${page.scores[name]} (${least} to ${most})`;
        }),
        CATEGORIES.every((name) => page.scores[name] >= SCORE_GOAL[name]) ? 'reached' : 'missed',
      ]),
      ['goal, at least', ...CATEGORIES.map((name) => `${SCORE_GOAL[name]}`), ''],
    ],
    notes: [
      'Network and processor of the phone are worked out from one load (simulated throttling): the scores for speed still move with the load of this machine.',
      ...pages.flatMap(lostText),
    ],
  };
}

function lostText({ url, lost }: LighthousePage): string[] {
  if (lost.length === 0) return [];
  const audits = lost.map(
    ({ category, audit, found, points }) => `${audit}${found ? ` (${found})` : ''} ${points.toFixed(1)} of ${category}`,
  );
  return [`Points lost on ${decodeURI(url)}: ${audits.join('; ')}.`];
}
