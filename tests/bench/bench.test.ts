import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { BARE_PAGES, barePage } from '../../src/bench/bare.ts';
import { readStatus, residentOf, treeOf } from '../../src/bench/memory.ts';
import {
  budgetText,
  bytesText,
  median,
  ratioText,
  secondsText,
  spreadOf,
  spreadText,
} from '../../src/bench/numbers.ts';
import { pageWeight, type ReadFile } from '../../src/bench/pages.ts';
import { joinRuns } from '../../src/bench/process.ts';
import { referencesOfCss, referencesOfHtml, referencesOfJs } from '../../src/bench/references.ts';
import { buildTable, pagesTable } from '../../src/bench/report.ts';
import { firstQueryOf, partOf } from '../../src/bench/search-index.ts';
import { sentBytes } from '../../src/bench/sent.ts';
import { tableText } from '../../src/bench/table.ts';

describe('numbers', () => {
  test('the median is the middle one, or the mean of the two in the middle, in whatever order they come', () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([10, 1, 2, 3])).toBe(2.5);
    expect(median([7])).toBe(7);
    expect(() => median([])).toThrow('there is no median of no numbers');
  });

  test('a spread keeps the least and the most', () => {
    expect(spreadOf([3, 1, 2])).toEqual({ median: 2, least: 1, most: 3 });
    expect(spreadText(spreadOf([4.8, 5.1, 4.92]), secondsText)).toBe('4.92 s (4.80 s to 5.10 s)');
  });

  test.each([
    [0, '0 B'],
    [999, '999 B'],
    [1000, '1.0 kB'],
    [49_950, '50.0 kB'],
    [1_400_000, '1.4 MB'],
    [612_400_000, '612 MB'],
    [1_000_000_000, '1.0 GB'],
  ])('%i bytes are written %s', (bytes, text) => {
    expect(bytesText(bytes)).toBe(text);
  });

  test('a ratio to nothing is none', () => {
    expect(ratioText(5, 2)).toBe('2.50 x');
    expect(ratioText(0, 2)).toBe('0.00 x');
    expect(ratioText(5, 0)).toBe('-');
  });

  test('a budget of which all is used is over, unless it says at most', () => {
    expect(budgetText(4, 8)).toBe('within (50 %)');
    expect(budgetText(8, 8)).toBe('over (100 %)');
    expect(budgetText(5, 5, true)).toBe('within (100 %)');
    expect(budgetText(6, 5, true)).toBe('over (120 %)');
  });
});

describe('tables', () => {
  test('columns are as wide as their widest cell, numbers set to the right, notes below', () => {
    const table = {
      title: 'Sizes',
      heads: ['', 'site', 'ratio'],
      rows: [
        ['files', '12', '1.00 x'],
        ['as sent', '132.0 kB', '-'],
      ],
      notes: ['A note.'],
    };
    expect(tableText(table)).toBe(
      [
        'Sizes',
        '',
        '              site    ratio',
        '---------------------------',
        'files           12   1.00 x',
        'as sent   132.0 kB        -',
        '  A note.',
        '',
      ].join('\n'),
    );
  });

  test('where memory is not measured, the table says so and gives no ratio', () => {
    const builds = (seconds: number) => ({
      runs: [{ seconds, peakBytes: undefined }],
      time: spreadOf([seconds]),
      peak: undefined,
    });
    const { rows, notes } = buildTable({ site: builds(9), bare: builds(3) });
    expect(rows).toEqual([
      ['time', '9.00 s (9.00 s to 9.00 s)', '3.00 s (3.00 s to 3.00 s)', '3.00 x', 'under 8 s', 'over (113 %)'],
      ['peak memory', 'not measured', 'not measured', '-', 'under 1.0 GB', '-'],
    ]);
    expect(notes).toContain('Peak memory is not measured: this system has no /proc.');
  });
});

describe('memory of a process tree', () => {
  test('a status gives the parent and the resident bytes; an ended process has none', () => {
    expect(readStatus('Name:\tnode\nPPid:\t41\nVmRSS:\t   1024 kB\n')).toEqual({ parent: 41, resident: 1_048_576 });
    expect(readStatus('Name:\tnode\nState:\tZ (zombie)\nPPid:\t41\n')).toEqual({ parent: 41, resident: 0 });
    expect(readStatus('')).toBeUndefined();
  });

  test('a tree holds children of children, in whatever order they are listed, and no one else', () => {
    const parents = new Map([
      [30, 20],
      [20, 10],
      [10, 1],
      [11, 1],
      [40, 11],
    ]);
    expect([...treeOf(10, parents)].sort()).toEqual([10, 20, 30]);
  });

  test('a copy of a process that has not become another program yet is not counted again', () => {
    const member = (id: number, parent: number, command: string, resident: number) => ({
      id,
      parent,
      command,
      resident,
    });
    expect(residentOf([member(1, 0, 'node build', 500), member(2, 1, 'node build', 500)])).toBe(500);
    expect(residentOf([member(1, 0, 'node build', 500), member(2, 1, 'pagefind', 40)])).toBe(540);
    expect(residentOf([member(1, 0, '', 0), member(2, 1, '', 30)])).toBe(30);
  });

  test('two runs one after the other add their times and keep the higher peak', () => {
    expect(joinRuns({ seconds: 1, peakBytes: 5 }, { seconds: 2, peakBytes: 3 })).toEqual({ seconds: 3, peakBytes: 5 });
    expect(joinRuns({ seconds: 1, peakBytes: undefined }, { seconds: 2, peakBytes: 3 }).peakBytes).toBeUndefined();
  });
});

describe('what a page loads', () => {
  const addresses = (html: string) => referencesOfHtml(html).map(({ kind, address }) => `${kind} ${address}`);

  test('style sheets, scripts, pictures and the icon; neither links to follow, nor comments, nor data addresses', () => {
    const html = `<link rel="canonical" href="/here/"><link rel=stylesheet href=/a.css>
      <link href='/i.svg' rel='shortcut icon'><!-- <img src="/gone.png"> --><a href="/b/">b</a>
      <script type="module" src="/a.js?x=1&amp;y=2"></script><script>inline()</script>
      <img alt="a > b" src="/p.png"><img src="data:image/png;base64,AA"><img srcset="/s.png 1x, /l.png 2x">`;
    expect(addresses(html)).toEqual(['css /a.css', 'other /i.svg', 'js /a.js?x=1&y=2', 'other /p.png', 'other /s.png']);
  });

  test('data-src is no src', () => {
    expect(addresses('<link rel="icon" href="/i.svg"><img data-src="/later.png">')).toEqual(['other /i.svg']);
  });

  test('a page that names no icon makes the browser ask for /favicon.ico', () => {
    expect(addresses('<p>')).toEqual(['other /favicon.ico']);
  });

  test('a style sheet loads its imports, pictures and fonts', () => {
    const css = `@import url("b.css") print; @import 'c.css'; /* url(no.png) */ a { background: url(p.svg#x) }
      b { mask: url('data:image/svg+xml,x'); cursor: url(#local) }`;
    expect(referencesOfCss(css)).toEqual([
      { kind: 'css', address: 'b.css' },
      { kind: 'css', address: 'c.css' },
      { kind: 'other', address: 'p.svg#x' },
    ]);
  });

  test('a module loads its static imports, minified or not, and not what it asks for later', () => {
    const js = `import{a as b}from"./a.js";import './b.js';\nexport { c } from '/c.js';const d=()=>import("./later.js");`;
    expect(referencesOfJs(js).map(({ address }) => address)).toEqual(['./a.js', './b.js', '/c.js']);
  });
});

describe('the weight of a page', () => {
  const site: Record<string, string> = {
    '/counties/a/index.html':
      '<link rel="icon" href="/i.svg"><link rel="stylesheet" href="/_astro/p.css"><link rel="stylesheet" href="/_astro/p.css">' +
      '<script type="module" src="../../m.js"></script><img src="https://elsewhere.example/x.png"><img src="/none.png">',
    '/i.svg': '<svg/>',
    '/_astro/p.css': 'a{background:url(f.woff2)}',
    '/_astro/f.woff2': 'font font font font font font font font font font font',
    '/m.js': 'import"./n.js"',
    '/n.js': 'n()',
  };
  const read: ReadFile = (path) => (site[path] === undefined ? undefined : Buffer.from(site[path]));
  const zipped = (path: string) => gzipSync(site[path] ?? '', { level: 9 }).length;
  const weight = pageWeight('/counties/a/', read);

  test('texts count with gzip -9, fonts as they are, and each address once', () => {
    expect(weight.html).toBe(zipped('/counties/a/index.html'));
    expect(weight.css).toBe(zipped('/_astro/p.css'));
    expect(weight.js).toBe(zipped('/m.js') + zipped('/n.js'));
    expect(weight.other).toBe(zipped('/i.svg') + (site['/_astro/f.woff2'] ?? '').length);
    expect(weight.total).toBe(weight.html + weight.css + weight.js + weight.other);
    // The page, icon, sheet, font, two modules, one picture elsewhere, one that is not there.
    expect(weight.requests).toBe(8);
  });

  test('what lies elsewhere and what is not there is named', () => {
    expect(weight.foreign).toEqual(['https://elsewhere.example/x.png']);
    expect(weight.missing).toEqual(['/none.png']);
    expect(pagesTable([weight]).notes).toEqual([
      'From other origins, bytes not known: https://elsewhere.example/x.png.',
      'Asked for and not in the built site: /none.png.',
    ]);
  });

  test('the table holds the largest of each kind against the budgets', () => {
    const other = { ...weight, url: '/counties/b/', html: 45_000, css: 13_000, js: 2_500, requests: 5 };
    const { rows } = pagesTable([other, { ...weight, requests: 3 }]);
    expect(rows.at(-1)).toEqual([
      'the largest is',
      'within (100 %)',
      'over (108 %)',
      'within (50 %)',
      '',
      '',
      'within (100 %)',
    ]);
  });

  test('a page that is not there is an error', () => {
    expect(() => pageWeight('/none.html', read)).toThrow('the built site has no page /none.html');
    expect(() => pageWeight('/counties/z/', read)).toThrow('the built site has no page /counties/z/');
  });
});

describe('the search index', () => {
  test.each([
    ['pagefind.js', 'program'],
    ['wasm.unknown.pagefind', 'program'],
    ['pagefind-worker.js', 'program'],
    ['pagefind-entry.json', 'entry and record list'],
    ['search/table.json', 'table of records'],
    ['search/everyday.json', 'tables of words'],
    ['pagefind/index/und_1.pf_index', 'index chunks'],
    ['pagefind.und_1.pf_meta', 'entry and record list'],
    ['index/und_1.pf_index', 'index chunks'],
    ['filter/und_1.pf_filter', 'filters'],
    ['fragment/und_1.pf_fragment', 'fragments'],
    ['pagefind-component-ui.css', 'interface'],
    ['pagefind-highlight.js', 'interface'],
  ])('%s belongs to: %s', (path, part) => {
    expect(partOf(path)).toBe(part);
  });

  test('a first query is what was loaded for the search, its fragments apart', () => {
    const files = [
      { path: 'pagefind.js', bytes: 100, sent: 40 },
      { path: 'index/a.pf_index', bytes: 10, sent: 10 },
      { path: 'fragment/a.pf_fragment', bytes: 7, sent: 7 },
    ];
    const load = (...loaded: string[]) => ({ files: loaded, loosened: false });
    const first = firstQueryOf(files, [
      load('pagefind.js', 'index/a.pf_index', 'fragment/a.pf_fragment'),
      load('pagefind.js'),
      load('pagefind.js', 'index/a.pf_index'),
    ]);
    expect(first).toEqual({
      queries: 3,
      requests: { median: 2, least: 1, most: 2 },
      sent: { median: 50, least: 40, most: 50 },
      fragments: { median: 0, least: 0, most: 1 },
      fragmentsSent: { median: 0, least: 0, most: 7 },
      allRequests: { median: 2, least: 1, most: 3 },
      allSent: { median: 50, least: 40, most: 57 },
    });
    expect(() => firstQueryOf(files, [load('x')])).toThrow('a query loads x, which is not in the index');
  });

  test('the scripts count with it, those of loosening only where it was loosened', () => {
    const files = [{ path: 'search/table.json', bytes: 30, sent: 9 }];
    const scripts = {
      box: [{ path: '_astro/box.js', bytes: 5, sent: 5 }],
      loosen: [{ path: '_astro/loosen.js', bytes: 3, sent: 3 }],
    };
    const loads = [false, true].map((loosened) => ({ files: ['search/table.json'], loosened }));
    expect(firstQueryOf(files, loads, scripts).sent).toEqual({ median: 15.5, least: 14, most: 17 });
  });

  test('what is gzip already is sent as it is', () => {
    expect(sentBytes('a.pf_index', new Uint8Array(5000))).toBe(5000);
    expect(sentBytes('a.json', new Uint8Array(5000))).toBeLessThan(100);
  });
});

test('the pages of the bare reference differ, and each has a few hundred Han characters', () => {
  const pages = Array.from({ length: BARE_PAGES }, (_, page) => barePage(page));
  expect(new Set(pages).size).toBe(5);
  for (const page of pages) {
    const han = page.match(/\p{Script=Han}/gu)?.length ?? 0;
    expect(han).toBeGreaterThan(250);
    expect(han).toBeLessThan(500);
  }
});
