import { describe, expect, test } from 'vitest';
import { manyOf, randomOf } from '../../src/bench/many.ts';
import { spreadOf } from '../../src/bench/numbers.ts';
import { evenly, QUERY_KINDS, queriesOf, readQuestions } from '../../src/bench/queries.ts';
import { indexTable } from '../../src/bench/report.ts';
import { laterImports, scriptsOf } from '../../src/bench/scripts.ts';
import { FIRST_QUERY_BUDGET, type FirstQuery, indexSize } from '../../src/bench/search-index.ts';
import { firstQueryTable, manyTable, runsText, speedTable } from '../../src/bench/search-report.ts';
import type { SpeedRun } from '../../src/bench/search-speed.ts';
import type { Role } from '../../src/search/cut.ts';
import type { SearchRecord } from '../../src/search/records.ts';

function record(url: string, county: string | undefined, fields: readonly [Role, string][], everyday: string[] = []) {
  const kind = county ? 'initiative' : 'term';
  const made: SearchRecord = {
    url,
    kind,
    county,
    themes: [],
    everyday,
    printed: [],
    fields: fields.map(([role, text]) => ({ role, text })),
  };
  return made;
}

const COUNTIES = [
  { id: 'shan', name: '青山县', seal: '青', date: '2018年' },
  { id: 'shui', name: '白水县', seal: '白', date: '2019年' },
];
const RECORDS = [
  record(
    '/counties/shan/#ferry',
    'shan',
    [
      ['name', '渡船早晚各有一班'],
      ['figure', '126次：全年渡船班次'],
      ['summary', '对岸看得出轮廓；绕行下游大桥'],
      ['english', 'Ferries twice a day'],
    ],
    ['怎么过河去', 'cross the river'],
  ),
  record('/counties/shan/#trees', 'shan', [
    ['name', '银杏叶黄'],
    ['summary', '深秋落满院子'],
  ]),
  record('/counties/shui/#kiln', 'shui', [
    ['name', '烧制陶器'],
    ['prose', '两天冷却以后看釉色'],
  ]),
  record('/sources/shui-2019/', 'shui', [['name', '白水县志']]),
  record('/terms/#glaze', undefined, [['name', '釉色']]),
];

describe('many counties', () => {
  const many = manyOf(RECORDS, COUNTIES, 20);

  test('the records of every county come again under new ids, what belongs to none once', () => {
    expect(many.counties.map(({ id }) => id).slice(0, 3)).toEqual(['c001', 'c002', 'c003']);
    expect(many.counties).toHaveLength(20);
    expect(many.records).toHaveLength(10 * 4 + 1);
    expect(many.records.filter(({ county }) => county === 'c003').map(({ url }) => url)).toEqual([
      '/counties/c003/#ferry',
      '/counties/c003/#trees',
    ]);
    expect(many.records.filter(({ county }) => county === 'c020').map(({ url }) => url)).toEqual([
      '/counties/c020/#kiln',
      '/sources/c020-shui-2019/',
    ]);
  });

  test('no two records have one address, and no two counties one name', () => {
    expect(new Set(many.records.map(({ url }) => url)).size).toBe(many.records.length);
    expect(new Set(many.counties.map(({ name }) => name)).size).toBe(20);
  });

  test('the first of each are as they are; of the others the texts differ, as long as before', () => {
    const named = (county: string) => many.records.find((one) => one.county === county)?.fields[0]?.text ?? '';
    expect([named('c001'), named('c002')]).toEqual(['渡船早晚各有一班', '烧制陶器']);
    const others = many.counties.filter((_, i) => i % 2 === 0).map(({ id }) => named(id));
    expect(new Set(others).size).toBe(10);
    expect(new Set(others.map((name) => [...name].length))).toEqual(new Set([8]));
  });

  test('numbers stay', () => {
    const figures = many.records.flatMap(({ fields }) => fields.filter(({ role }) => role === 'figure'));
    expect(figures).toHaveLength(10);
    for (const { text } of figures) expect(text).toMatch(/^126.：.{6}$/);
  });

  test('the same input gives the same records', () => {
    expect(manyOf(RECORDS, COUNTIES, 20)).toEqual(many);
    const [random, again] = [randomOf(7), randomOf(7)];
    const numbers = Array.from({ length: 1000 }, () => random());
    expect(numbers).toEqual(Array.from({ length: 1000 }, () => again()));
    expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...numbers)).toBeLessThan(1);
  });
});

describe('queries', () => {
  test('there is one of every kind, taken from the records', () => {
    const queries = queriesOf(RECORDS, 1);
    expect(queries.map(({ kind }) => kind)).toEqual(QUERY_KINDS);
    expect(Object.fromEntries(queries.map(({ kind, text }) => [kind, text]))).toEqual({
      'whole name': '烧制陶器',
      'part of a name': '早晚各有',
      'printed number': '126次',
      'words of the prose': '深秋落满',
      'everyday words': '怎么过河去',
      'pinyin initials': 'sztq',
      'English name': 'Ferries twice a day',
    });
  });

  test('words of the prose stand in no name', () => {
    const twice = [...RECORDS, record('/terms/#autumn', undefined, [['name', '深秋落满']])];
    const words = queriesOf(twice, 9).filter(({ kind }) => kind === 'words of the prose');
    expect(words.map(({ text }) => text)).toEqual(['对岸看得', '两天冷却']);
  });

  test('few are spread evenly over many', () => {
    expect(evenly([0, 1, 2, 3, 4, 5, 6, 7, 8], 3)).toEqual([1, 4, 7]);
    expect(evenly([0, 1, 2, 3, 4], 1)).toEqual([2]);
    expect(evenly([0, 1], 5)).toEqual([0, 1]);
  });

  test('questions are read from YAML', () => {
    expect(readQuestions('- { kind: name, q: 渡船, finds: [] }\n- { q: "a, b" }\n')).toEqual(['渡船', 'a, b']);
    expect(() => readQuestions('q: 渡船')).toThrow('is not a list');
    expect(() => readQuestions('- { kind: name }')).toThrow('has an entry without q');
  });
});

describe('the scripts of search', () => {
  const site: Record<string, string> = {
    '/a/index.html': '<link rel="icon" href="/i.svg"><script type="module" src="/_astro/boot.1.js"></script>',
    '/_astro/boot.1.js':
      'import{a}from"./warm.2.js";x(()=>import(`./box.3.js`));y(()=>import("./arrive.4.js"));z(import(b+`pagefind/pagefind.js`))',
    '/_astro/warm.2.js': 'export{a}',
    '/_astro/box.3.js': 'import{q}from"./query.5.js";',
    '/_astro/arrive.4.js': 'export{}',
    '/_astro/query.5.js': 'q(()=>import("./loosen.6.js"))',
    '/_astro/loosen.6.js': 'import{q}from"./query.5.js";import"./pinyin.7.js";',
    '/_astro/pinyin.7.js': 'p()',
  };
  const paths = (files: readonly { path: string }[]) => files.map(({ path }) => path);

  test('are those of the page and of its box; what loosens apart; what marks hits is none of them', () => {
    const { box, loosen } = scriptsOf('/a/', (path) => site[path]);
    expect(paths(box)).toEqual(['_astro/boot.1.js', '_astro/warm.2.js', '_astro/box.3.js', '_astro/query.5.js']);
    expect(paths(loosen)).toEqual(['_astro/loosen.6.js', '_astro/pinyin.7.js']);
  });

  test('modules asked for later are read in all quotation marks, unless the address is made up at run time', () => {
    expect(laterImports('import("./a.js");import(\'./b.js\');import(`./c.js`);import(d+`e.js`)')).toEqual([
      './a.js',
      './b.js',
      './c.js',
    ]);
  });

  test('a box that is not there is an error, so that nothing is counted too low', () => {
    expect(() => scriptsOf('/a/', (path) => (path === '/_astro/boot.1.js' ? '' : site[path]))).toThrow(
      'no script of search loads one that is called box',
    );
    expect(() => scriptsOf('/b/', () => undefined)).toThrow('the built site has no page /b/');
  });
});

describe('tables of search', () => {
  const run = (first: number): SpeedRun => ({
    outcome: 'found',
    first,
    whole: first + 1,
    bytes: 100_000,
    requests: 12,
  });
  const none = (outcome: SpeedRun['outcome']): SpeedRun => ({
    outcome,
    first: undefined,
    whole: undefined,
    bytes: 0,
    requests: 0,
  });
  const flat = (value: number) => spreadOf([value]);
  const first = (sent: number): FirstQuery => ({
    queries: 3,
    requests: flat(12),
    sent: flat(sent),
    fragments: flat(2),
    fragmentsSent: flat(2000),
    allRequests: flat(14),
    allSent: flat(sent + 2000),
  });
  const size = (sent: number) =>
    indexSize([
      { path: 'search/table.json', bytes: 2 * sent, sent },
      { path: 'index/a.pf_index', bytes: 1000, sent: 1000 },
      { path: 'pagefind-ui.js', bytes: 99_000, sent: 9000 },
    ]);

  test('runs that came to nothing are counted beside the times of the others', () => {
    const time = ({ first }: SpeedRun) => first;
    expect(runsText([run(1), run(1.5), none('timed out')], time)).toBe('1.25 s (1.00 s to 1.50 s), 1 timed out');
    expect(runsText([none('nothing found'), none('timed out')], time)).toBe('1 nothing found, 1 timed out');
    expect(runsText([{ ...run(1), whole: undefined }], ({ whole }) => whole)).toBe('1 not whole');
    expect(runsText([], time)).toBe('-');
  });

  test('speed stands beside its budgets, and what others need below', () => {
    const speed = { kind: 'whole name', text: '渡船', cold: [run(1)], warm: [run(0.3)], page: [] } as const;
    const { rows, notes, heads } = speedTable('this site', [speed]);
    expect(rows[0]).toEqual([
      'whole name',
      '1.00 s (1.00 s to 1.00 s)',
      'within (80 %)',
      '0.30 s (0.30 s to 0.30 s)',
      'over (200 %)',
      '2.00 s (2.00 s to 2.00 s)',
      '100.0 kB',
      '12',
    ]);
    expect(heads).not.toContain('search page');
    expect(notes?.join('\n')).toContain('VitePress MiniSearch 1.36 s / 0.28 s');
  });

  test('what a first query loads stands beside its budget, with excerpts and without', () => {
    const { rows } = firstQueryTable('this site', [{ what: 'names', load: first(FIRST_QUERY_BUDGET - 1000) }]);
    expect(rows.map((row) => row.slice(3))).toEqual([
      ['within (99 %)', 'within (99 %)'],
      ['over (101 %)', 'over (101 %)'],
    ]);
  });

  test('the index may be as much larger than stock as its budget says, interfaces left out', () => {
    const site = { size: size(12_000), first: first(9) };
    const stock = { size: size(9000), first: first(9) };
    const { rows } = indexTable({ site, stock });
    expect(rows.slice(0, 3)).toEqual([
      ['files', '2', '2', '1.00 x'],
      ['on disk', '25.0 kB', '19.0 kB', '1.32 x', 'over (101 %)'],
      ['as sent', '13.0 kB', '10.0 kB', '1.30 x', 'within (100 %)'],
    ]);
  });

  test('of many counties the table says what grows, part by part', () => {
    const many = {
      counties: 300,
      records: { few: 5, many: 500 },
      build: { seconds: 24, peakBytes: undefined },
      size: size(40_000),
      first: [],
      speed: '',
    };
    const { rows, notes } = manyTable(size(4000), many);
    expect(rows).toContainEqual(['- table of records, as sent', '4.0 kB', '40.0 kB', '10.00 x']);
    expect(rows).toContainEqual(['- an index chunk, mean', '1.0 kB', '1.0 kB', '1.00 x']);
    expect(notes?.[0]).toBe(
      'Making the index took 24.00 s and memory that is not measured here, as a process of its own.',
    );
  });
});
