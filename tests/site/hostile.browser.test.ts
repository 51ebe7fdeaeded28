import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launch } from '../../src/bench/browser.ts';
import { attack, SEED, VALUES, valuesOf } from './hostile-tab.ts';

const sites = inject('sites');
const FAILED = '检索没有加载成功';

let browser: Browser;

beforeAll(async () => {
  process.stdout.write(`Hostile values: ${VALUES.length}, those made at random with seed ${SEED}\n`);
  browser = await launch();
});
afterAll(() => browser.close());

describe('nothing that a link carries', () => {
  it('is too little to be told of: there are at least 500 values, each once', () => {
    expect(VALUES.length).toBeGreaterThanOrEqual(500);
    expect(new Set(VALUES.map(({ value }) => value)).size).toBe(VALUES.length);
  });

  it('runs, breaks or stops /compare/, in every parameter at once and in the fragment', async () => {
    expect(await attack(browser, sites.root, '/compare/', valuesOf('each'), ['counties', 'themes'])).toEqual([]);
  });

  // The same script as above looks after the counties here, and none after the others.
  it.each([
    ['/compare/side-by-side/', ['counties', 'themes']],
    ['/themes/members/', ['counties']],
    ['/indicators/village-secretary-pay/', ['counties']],
    ['/counties/hengdong/', []],
    ['/about/', []],
  ])('runs, breaks or stops %s, in its parameters and in the fragment', async (path, parameters) => {
    expect(await attack(browser, sites.root, path, valuesOf('some'), parameters)).toEqual([]);
  });

  it.each([
    ['looked for, and narrowed by,', ['q', 'counties', 'themes', 'kinds'], 'some'],
    ['narrowed by', ['counties', 'themes', 'kinds'], 'some'],
  ] as const)('runs, breaks or stops the search page where it is %s at once', async (_, parameters, which) => {
    const wrong = await attack(browser, sites.root, '/search/', valuesOf(which), parameters, ({ said }) =>
      said.includes(FAILED) ? `says ${FAILED}` : undefined,
    );
    expect(wrong).toEqual([]);
  });

  it('turns the sentence round in which it is told of', async () => {
    const seen: string[] = [];
    await attack(browser, sites.root, '/compare/', valuesOf('signs'), ['counties'], ({ said }) => {
      seen.push(said);
      return undefined;
    });
    expect(seen.filter((said) => said.includes('没有理会')).length).toBeGreaterThan(50);
    expect(seen.filter((said) => /[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c\p{Cs}]/u.test(said))).toEqual([]);
  });
});

describe('nothing that is typed', () => {
  it.each([
    ['/about/', 'header form.search'],
    ['/search/', 'main form.search'],
  ])('runs, breaks or stops %s', async (path, form) => {
    const wrong = await attack(browser, sites.root, path, valuesOf('few'), form, ({ said }) =>
      said.includes(FAILED) ? `says ${FAILED}` : undefined,
    );
    expect(wrong).toEqual([]);
  });

  it('is half a letter that breaks the answer to the rest', async () => {
    const wrong = await attack(
      browser,
      sites.root,
      '/about/',
      [{ family: 'halves', value: '\ud800五化' }],
      'header form.search',
      ({ said, found }) => (said.includes(FAILED) || found === 0 ? `says “${said}”, finds ${found}` : undefined),
    );
    expect(wrong).toEqual([]);
  });
});

describe('the watch over the values', () => {
  it.each([
    ['what runs', () => Object.assign(window, { __ran: 1 }), 'ran'],
    ['an element', () => document.body.append(document.createElement('iframe')), 'elements'],
    ['a handler', () => document.body.setAttribute('onclick', ''), 'handlers'],
    [
      'a foreign link',
      () => document.body.insertAdjacentHTML('beforeend', '<a href="//evil.example">x</a>'),
      'foreign',
    ],
  ] as const)('sees %s', async (_, fault, name) => {
    const wrong = await attack(browser, sites.root, '/about/', valuesOf('signs').slice(0, 1), [], undefined, (page) =>
      page.evaluate(fault as () => unknown),
    );
    expect(wrong.join()).toContain(`${name}: `);
  });
});
