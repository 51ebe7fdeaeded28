import { createServer } from 'node:http';
import lighthouse, { type Result } from 'lighthouse';
import { listen, staticServer } from '../cli/static-server.ts';
import { launch } from './browser.ts';
import { median } from './numbers.ts';

/** What Lighthouse judges, by its own names. */
export const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
export type Category = (typeof CATEGORIES)[number];

/** The scores that every page is to reach, of 100. */
export const SCORE_GOAL: Readonly<Record<Category, number>> = {
  performance: 98,
  accessibility: 100,
  'best-practices': 100,
  seo: 100,
};

/** One run on one page: the scores of 100, and the audits that cost points. */
export interface LighthouseRun {
  readonly scores: Readonly<Record<Category, number>>;
  readonly lost: readonly Lost[];
}

/** An audit that is not passed whole. */
export interface Lost {
  readonly category: Category;
  readonly audit: string;
  /** What was measured, such as `2.1 s`; empty where the audit is passed or not. */
  readonly found: string;
  /** Points of the category's 100. */
  readonly points: number;
}

/** The runs on one page. */
export interface LighthousePage {
  /** From the site's root. */
  readonly url: string;
  /** The medians over the runs. */
  readonly scores: Readonly<Record<Category, number>>;
  /** What costs points in the run whose score in speed is the middle one. */
  readonly lost: readonly Lost[];
  readonly runs: readonly LighthouseRun[];
}

/**
 * Asks Lighthouse of each page, `runs` times on its phone: Lighthouse's own profile, whose slow network and processor are worked out
 * from one load and not waited for. Returns one sentence where no browser can be started.
 */
export async function lighthousePages(
  folder: string,
  urls: readonly string[],
  runs: number,
  tell: (what: string) => void,
): Promise<readonly LighthousePage[] | string> {
  const port = await freePort();
  const browser = await launch([`--remote-debugging-port=${port}`]).catch((error) =>
    error instanceof Error ? error.message : String(error),
  );
  if (typeof browser === 'string') return `Lighthouse is not asked here: ${browser.split('\n')[0]}`;
  const server = staticServer(folder, '/');
  try {
    const served = await listen(server, 0);
    if (typeof served !== 'number') return served.fault;
    const pages: LighthousePage[] = [];
    for (const url of urls) {
      tell(`Lighthouse: ${decodeURI(url)}`);
      const made: LighthouseRun[] = [];
      for (let run = 0; run < runs; run++) made.push(await ask(`http://127.0.0.1:${served}${url}`, port));
      pages.push(pageOf(url, made));
    }
    return pages;
  } finally {
    await browser.close();
    server.close();
    server.closeAllConnections();
  }
}

async function ask(address: string, port: number): Promise<LighthouseRun> {
  const result = await lighthouse(address, { port, onlyCategories: [...CATEGORIES], logLevel: 'silent' });
  if (!result) throw new Error(`Lighthouse said nothing of ${address}.`);
  const { runtimeError } = result.lhr;
  if (runtimeError) throw new Error(`Lighthouse could not look at ${address}: ${runtimeError.message}`);
  return runOf(result.lhr);
}

/** What a report of Lighthouse comes to. Throws where it lacks a category or has not judged it. */
export function runOf({ categories, audits }: Pick<Result, 'categories' | 'audits'>): LighthouseRun {
  const judged = CATEGORIES.map((name) => {
    const category = categories[name];
    if (typeof category?.score !== 'number') throw new Error(`Lighthouse gave no score for ${name}.`);
    return { name, score: Math.round(category.score * 100), auditRefs: category.auditRefs };
  });
  return {
    scores: scoresOf((name) => judged.find((one) => one.name === name)?.score ?? 0),
    lost: judged.flatMap(({ name, auditRefs }) => {
      // What does not apply to a page has no score, and its weight goes to the others.
      const counted = auditRefs.flatMap(({ id, weight }) => {
        const audit = audits[id];
        return audit && audit.score !== null && weight > 0 ? [{ audit, score: audit.score, weight }] : [];
      });
      const whole = counted.reduce((sum, { weight }) => sum + weight, 0);
      return counted
        .filter(({ score }) => score < 1)
        .map(({ audit, score, weight }) => ({
          category: name,
          audit: audit.id,
          found: audit.displayValue ?? '',
          points: (weight / whole) * (1 - score) * 100,
        }));
    }),
  };
}

/** What several runs on one page come to. */
export function pageOf(url: string, runs: readonly LighthouseRun[]): LighthousePage {
  const bySpeed = [...runs].sort((a, b) => a.scores.performance - b.scores.performance);
  return {
    url,
    scores: scoresOf((name) => median(runs.map(({ scores }) => scores[name]))),
    lost: bySpeed[Math.floor((bySpeed.length - 1) / 2)]?.lost ?? [],
    runs,
  };
}

function scoresOf(score: (category: Category) => number): Record<Category, number> {
  return {
    performance: score('performance'),
    accessibility: score('accessibility'),
    'best-practices': score('best-practices'),
    seo: score('seo'),
  };
}

/** Lighthouse finds the browser by a port that must be named before the browser starts. */
async function freePort(): Promise<number> {
  const server = createServer();
  const port = await listen(server, 0);
  await new Promise((resolve) => server.close(resolve));
  if (typeof port !== 'number') throw new Error(port.fault);
  return port;
}
