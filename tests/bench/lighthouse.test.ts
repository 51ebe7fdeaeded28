import { describe, expect, test } from 'vitest';
import { type LighthouseRun, pageOf, runOf } from '../../src/bench/lighthouse.ts';
import { lighthouseTable } from '../../src/bench/lighthouse-report.ts';

type Report = Parameters<typeof runOf>[0];

/** As much of a report as is read: the audits of each category with weight and score; `null` for what does not apply. */
function report(categories: Record<string, { score: number | null; audits: Record<string, [number, number | null]> }>) {
  const audits: Record<string, unknown> = {};
  const judged = Object.entries(categories).map(([name, { score, audits: own }]) => {
    for (const [id, [, passed]] of Object.entries(own)) audits[id] = { id, score: passed, displayValue: `${id} found` };
    return [name, { score, auditRefs: Object.entries(own).map(([id, [weight]]) => ({ id, weight })) }];
  });
  return { categories: Object.fromEntries(judged), audits } as unknown as Report;
}

const whole = { score: 1, audits: { 'html-has-lang': [1, 1] as [number, number] } };
const run = (performance: number, seo = 100): LighthouseRun => ({
  scores: { performance, accessibility: 100, 'best-practices': 100, seo },
  lost: [{ category: 'performance', audit: `paint ${performance}`, found: '2.1 s', points: 100 - performance }],
});

describe('a report of Lighthouse', () => {
  test('comes to scores of 100 and to the points that each audit costs; what does not apply weighs nothing', () => {
    const { scores, lost } = runOf(
      report({
        performance: {
          score: 0.955,
          audits: { paint: [10, 0.7], shift: [20, 1], tapping: [70, null], 'is-told-only': [0, 0] },
        },
        accessibility: whole,
        'best-practices': whole,
        seo: whole,
      }),
    );
    expect(scores).toEqual({ performance: 96, accessibility: 100, 'best-practices': 100, seo: 100 });
    expect(lost).toEqual([
      { category: 'performance', audit: 'paint', found: 'paint found', points: expect.any(Number) },
    ]);
    expect(lost[0]?.points).toBeCloseTo(10);
  });

  test('without a score for a category is an error', () => {
    const some = { performance: whole, accessibility: whole, 'best-practices': whole };
    expect(() => runOf(report(some))).toThrow('Lighthouse gave no score for seo.');
    expect(() => runOf(report({ ...some, seo: { ...whole, score: null } }))).toThrow(
      'Lighthouse gave no score for seo.',
    );
  });
});

describe('the table of Lighthouse', () => {
  const page = pageOf('/search/?q=%E7%A7%AF%E5%88%86', [run(99), run(91), run(97)]);

  test('tells the middle score, and what costs points in the run in the middle', () => {
    expect(page.scores.performance).toBe(97);
    const { rows, notes } = lighthouseTable([page, pageOf('/', [run(98), run(100), run(98)])]);
    expect(rows).toEqual([
      ['/search/?q=积分', '97 (91 to 99)', '100', '100', '100', 'missed'],
      ['/', '98 (98 to 100)', '100', '100', '100', 'reached'],
      ['goal, at least', '98', '100', '100', '100', ''],
    ]);
    expect(notes?.[1]).toBe('Points lost on /search/?q=积分: paint 97 (2.1 s) 3.0 of performance.');
  });

  test('misses the goal where one category does', () => {
    expect(lighthouseTable([pageOf('/', [run(100, 91)])]).rows[0]?.at(-1)).toBe('missed');
    expect(lighthouseTable([pageOf('/', [run(100)])]).rows[0]?.at(-1)).toBe('reached');
  });
});
