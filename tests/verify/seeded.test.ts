import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { consistencyProblems } from '../../src/atlas/consistency.ts';
import { type Entries, readEntries } from '../../src/atlas/files.ts';
import type { Problem } from '../../src/atlas/problem.ts';
import { knownIds, referenceProblems } from '../../src/atlas/references.ts';
import { resolveAtlas } from '../../src/atlas/resolve.ts';
import { countySchema } from '../../src/model/county.ts';
import { sourceSchema } from '../../src/model/source.ts';
import { casesOf } from '../../src/verify/case.ts';
import { sourceText } from '../../src/verify/source-text.ts';
import { verify } from '../../src/verify/verify.ts';
import { COUNTY, FILES, PARAGRAPHS, SOURCE, TEXT } from './report.ts';
import { type Report, type Seed, seedsOf, tally } from './seeds.ts';
import { hold } from './tree.ts';

const SOURCES = join(process.cwd(), '..', 'shared', 'sources');

const BODY = COUNTY.slice(COUNTY.indexOf('\n---\n', 4));

/** The report's files with these records in them. */
function filesOf({ county, source }: Report): Record<string, string> {
  const yaml = (record: object) =>
    stringify(record, { defaultStringType: 'QUOTE_SINGLE', defaultKeyType: 'PLAIN', lineWidth: 0 });
  return {
    ...FILES,
    'content/counties/qinghe.mdx': `---\n${yaml(county).trimEnd()}${BODY}`,
    'content/sources/qinghe-2018.yaml': yaml(source),
  };
}

function madeUp(): Report {
  return {
    county: countySchema.parse(parse(COUNTY.slice(4, COUNTY.indexOf('\n---\n', 4)))),
    source: sourceSchema.parse(parse(SOURCE)),
  };
}

test('the made-up report is held by its records, and every error seeded in them is caught', () => {
  expect(hold(FILES, [TEXT])).toMatchObject({ check: [], verify: [] });
  const report = madeUp();
  const right = hold(filesOf(report), [TEXT]);
  expect(right).toMatchObject({ check: [], verify: [] });
  expect(PARAGRAPHS.length).toBeGreaterThanOrEqual(25);
  expect(right.verified[0]?.numbers.all).toBeGreaterThanOrEqual(60);

  const results = spread(seedsOf(report, PARAGRAPHS), 5).map((seed) => {
    const { check, verify } = hold(filesOf(seed), [TEXT]);
    return { seed, caught: check.length + verify.length > 0 };
  });
  process.stdout.write(tally('Errors in a made-up report', results));
  expect(results.length).toBeGreaterThanOrEqual(150);
  expect(missed(results)).toEqual([]);
});

const why = existsSync(SOURCES) ? '' : `no folder ${SOURCES}`;
if (why) process.stdout.write(`The errors in the real content are not seeded: ${why}.\n`);

test.skipIf(why)('every error seeded in the records of the real reports is caught', () => {
  const problems: Problem[] = [];
  const entries = readEntries(process.cwd(), problems);
  const texts = readdirSync(SOURCES)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => sourceText(readFileSync(join(SOURCES, name))));
  const results = entries.sources.flatMap((source) => {
    const county = entries.counties.find(({ document }) => document.id === source.data.county);
    const text = texts.find(({ sha256 }) => sha256 === source.data.sha256);
    // A county of several sources would need its figures told apart; none has.
    if (!county || !text || county.data.sources.length > 1) return [];
    const report = { county: county.data, source: source.data };
    const before = new Set(said(problemsWith(entries, report)));
    return spread(seedsOf(report, text.paragraphs, county.document.body), 3).map((seed) => {
      const caught = said(problemsWith(entries, seed)).some((one) => !before.has(one));
      return { seed: { ...seed, what: `${county.document.id}: ${seed.what}` }, caught };
    });
  });

  /** What check and verify say with one report's records replaced: the steps of `loadAtlas` and of the command, without files. */
  function problemsWith(all: Entries, { county, source }: Report): readonly Problem[] {
    if (!countySchema.safeParse(county).success || !sourceSchema.safeParse(source).success) return [SCHEMA];
    const changed: Entries = {
      ...all,
      counties: all.counties.map((one) => (one.data.name === county.name ? { ...one, data: county } : one)),
      sources: all.sources.map((one) => (one.data.county === source.county ? { ...one, data: source } : one)),
    };
    // Only the report's own records are looked at, and no prose: nothing else was changed.
    const own: Entries = {
      ...changed,
      counties: changed.counties.filter(({ data }) => data === county).map((one) => ({ ...one, prose: undefined })),
      sources: changed.sources.filter(({ data }) => data === source),
      themes: [],
      changes: [],
    };
    // A figure that is gone may be missed by the prose of any page.
    const gone = all.counties.some(
      ({ data }) => data.name === county.name && data.figures.length > county.figures.length,
    );
    const check = [...referenceProblems(gone ? changed : own, knownIds(changed, [])), ...consistencyProblems(own)];
    if (check.length > 0) return check;
    const { cases, problems } = casesOf({ ...changed, sources: own.sources }, resolveAtlas(changed, '0'), texts);
    return [...problems, ...cases.flatMap((one) => verify(one).problems)];
  }

  process.stdout.write(tally('Errors in the real content', results));
  expect(results.length).toBeGreaterThanOrEqual(300);
  expect(missed(results)).toEqual([]);
});

const SCHEMA: Problem = { rule: 'field-value', file: '', line: 1, found: 'schema', expected: '', next: '' };

function said(problems: readonly Problem[]): string[] {
  return problems.map(({ rule, file, found }) => `${rule} ${file} ${found}`);
}

/** At most so many errors of each kind, from the first to the last: a whole run would take minutes. */
function spread(seeds: readonly Seed[], most: number): Seed[] {
  return [...Map.groupBy(seeds, ({ kind }) => kind).values()].flatMap((of) =>
    of.filter((_, i) => Math.floor((i * most) / of.length) !== Math.floor(((i - 1) * most) / of.length)),
  );
}

function missed(results: readonly { readonly seed: Seed; readonly caught: boolean }[]): string[] {
  return results.filter(({ caught }) => !caught).map(({ seed }) => `${seed.kind}: ${seed.what}`);
}
