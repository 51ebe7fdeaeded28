import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launch } from '../../src/bench/browser.ts';
import { addressesOf, type Served, serve } from './built-site.ts';
import { faultsOn, MODES, type Mode, modeFor, type Walker, walker } from './walk.ts';

const sites = inject('sites');
const PATHS = addressesOf(sites.root);

let browser: Browser;
let root: Served;
let walking: Walker;

beforeAll(async () => {
  browser = await launch();
  root = await serve(sites.root);
  walking = await walker(browser);
});
afterAll(async () => {
  await browser.close();
  await root.close();
});

describe('the walk', () => {
  it('goes to every page once, in a mode that every time is the same, and gives each mode its share', () => {
    const modes = PATHS.map((path) => modeFor(PATHS, path));
    expect(PATHS.length).toBeGreaterThan(80);
    for (const mode of MODES) {
      expect(modes.filter((one) => one === mode).length, JSON.stringify(mode)).toBeGreaterThan(PATHS.length / 12);
    }
    // Where a kind has as many pages as there are modes, all modes have one of it.
    for (const kind of ['/indicators/', '/themes/', '/counties/', '/sources/']) {
      expect(new Set(PATHS.filter((path) => path.startsWith(kind)).map((path) => modeFor(PATHS, path))).size).toBe(6);
    }
  });

  it('finds nothing wrong: for axe, in the outline, in width, in height, in tables, in targets, in what moves and in what is said', async () => {
    const found: string[] = [];
    for (const path of PATHS) found.push(...(await faultsOn(walking, root.origin, path, modeFor(PATHS, path))));
    expect(found).toEqual([]);
  }, 400_000);
});

describe('a page that is spoilt', () => {
  const whole = readFileSync(join(sites.root, 'about', 'index.html'), 'utf8')
    // What spoils it is styles and scripts in the page.
    .replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '');
  const table = (inside: string) => `<table>${inside}</table>`;

  it.each<[demand: string, put: string, fault: RegExp, mode?: Partial<Mode>]>([
    ['a second heading of the first level', '<h1>又一个</h1>', /2 headings of the first level/],
    ['a level that is left out', '<h5>太深</h5>', /h5 after h2: 太深/],
    ['a table without caption', table('<tr><th scope="row">甲</th><td>1</td></tr>'), /a table without caption/],
    [
      'a head without scope',
      table('<caption>表</caption><tr><th>甲</th><td>1</td></tr>'),
      /a head without scope in “表”/,
    ],
    [
      'cells without heads',
      table('<caption>表</caption><tr><td>甲</td><td>1</td></tr>'),
      /cells without heads in “表”/,
    ],
    ['what is too wide', '<p style="width: 2000px">宽</p>', /\d+ px wide on a screen[\s\S]*sticks out: P/],
    ['what is too wide at 400 % only', '<p style="width: 330px">宽</p>', /at 400 %: \d+ px wide on a screen of 320/],
    ['a page that hides what is too wide', '<style>html { overflow-x: clip }</style>', /HTML hides what sticks out/],
    [
      'text that is cut off',
      '<div style="width: 3em; overflow: hidden"><p style="width: 9em">长长的</p></div>',
      /is cut off/,
    ],
    [
      'a small target',
      '<button style="padding: 0; width: 20px; height: 20px; border: 0">一</button>',
      /is 20\.0 × 20\.0 px: button/,
    ],
    ['a small mark', '<p>数字 <a class="mark" href="#main" style="padding: 0">〔3〕</a></p>', /px: a\.mark 〔3〕/],
    ['small links beside each other', '<ul><li><a href="#main" style="padding: 0">甲乙</a></li></ul>', /px: a\. 甲乙/],
    [
      'what is too wide and folded away',
      '<details><summary>更多，更多</summary><p style="width: 2000px">宽</p></details>',
      /sticks out: P/,
    ],
    [
      'a small target that is folded away',
      '<details><summary>更多，更多</summary><button style="padding: 0; width: 20px; height: 20px; border: 0">一</button></details>',
      /is 20\.0 × 20\.0 px: button/,
    ],
    [
      'faint letters that are folded away',
      '<details><summary>更多，更多</summary><p style="color: #ccc; background: #fff">看不清的字</p></details>',
      /color-contrast/,
    ],
    [
      'what does not unfold with the others',
      '<details name="a"><summary>更多，更多</summary>一</details><details name="a"><summary>更少，更少</summary>二</details>',
      /does not unfold with the others: a/,
    ],
    ['what moves', '<p style="transition: opacity 1s">慢</p>', /moves: P/],
    [
      'a place that shifts',
      '<style>html { overflow-anchor: none }</style><script>new PerformanceObserver(() => document.querySelector("main").style.paddingTop = "400px").observe({ type: "paint", buffered: true })</script>',
      /moves by \d\.\d+/,
    ],
    [
      'a head that covers the screen',
      '<div style="position: fixed; top: 0; height: 100px">头</div>',
      /at 400 %: DIV.* cover \d+ px of 256/,
    ],
    ['a word in the console', '<script>console.info("说")</script>', /console info: 说/],
    ['an error', '<script>throw new Error("错")</script>', /error: 错/],
    ['what does not come', '<img src="/none.png" alt="" />', /404: .*none\.png/],
    ['a button without name', '<button type="button"></button>', /button-name/],
    ['faint letters', '<p style="color: #ccc; background: #fff">看不清的字</p>', /color-contrast/],
    [
      'letters that are faint in the dark',
      '<p style="color: #333">看不清的字</p>',
      /color-contrast/,
      { colours: 'dark' },
    ],
    [
      'letters that are faint in forced colours',
      '<p style="forced-color-adjust: none; color: #ccc; background: #fff">看不清的字</p>',
      /color-contrast/,
      { colours: 'forced' },
    ],
  ])('is seen by %s', async (_, put, fault, mode) => {
    await walking.tab.route('**/spoilt/', (route) =>
      route.fulfill({ contentType: 'text/html; charset=utf-8', body: whole.replace('</article>', `${put}</article>`) }),
    );
    const found = await faultsOn(walking, root.origin, '/spoilt/', { colours: 'light', width: 1280, ...mode });
    await walking.tab.unrouteAll();
    expect(found.join('\n')).toMatch(fault);
  });

  it('is sound before it is spoilt', async () => {
    await walking.tab.route('**/spoilt/', (route) =>
      route.fulfill({ contentType: 'text/html; charset=utf-8', body: whole }),
    );
    for (const mode of MODES) expect(await faultsOn(walking, root.origin, '/spoilt/', mode)).toEqual([]);
    await walking.tab.unrouteAll();
  });
});
