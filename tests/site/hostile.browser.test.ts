import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launch } from '../../src/bench/browser.ts';
import { attack, follow, oneOfEachFamily, SEED, VALUES, valuesOf } from './hostile-tab.ts';

const sites = inject('sites');

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
    const parameters = ['counties', 'themes'];
    const wrong = await attack(browser, sites.root, '/compare/', valuesOf('each'), parameters, {
      floods: 'parameters',
    });
    expect(wrong).toEqual([]);
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

  it('runs, breaks or stops the search page where it is looked for, and narrowed by, at once', async () => {
    const parameters = ['q', 'counties', 'themes', 'kinds'];
    const seen: { said: string; found: number }[] = [];
    const judge = ({ said, found }: { said: string; found: number }) => {
      seen.push({ said, found });
      return undefined;
    };
    expect(await attack(browser, sites.root, '/search/', valuesOf('some'), parameters, { judge })).toEqual([]);
    // Each answer is judged; that there are answers at all is seen here.
    expect(seen.length).toBeGreaterThan(100);
    expect(seen.filter(({ said }) => said !== '').length).toBeGreaterThan(seen.length * 0.9);
    expect(seen.filter(({ found }) => found > 0).length).toBeGreaterThan(seen.length * 0.3);
  });

  it('runs, breaks or stops the search page where a browser opens the link', async () => {
    const values = oneOfEachFamily();
    expect(values.length).toBeGreaterThan(12);
    expect(await follow(browser, sites.root, '/search/', values, ['q', 'counties', 'themes', 'kinds'])).toEqual([]);
  });

  it('turns the sentence round in which it is told of', async () => {
    const seen: string[] = [];
    const judge = ({ said }: { said: string }) => {
      seen.push(said);
      return undefined;
    };
    await attack(browser, sites.root, '/compare/', valuesOf('signs'), ['counties'], { judge });
    expect(seen.filter((said) => said.includes('没有理会')).length).toBeGreaterThan(50);
    expect(seen.filter((said) => /[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c\p{Cs}]/u.test(said))).toEqual([]);
  });
});

describe('nothing that is typed', () => {
  it.each([
    ['/about/', 'header form.search'],
    ['/search/', 'main form.search'],
  ])('runs, breaks or stops %s', async (path, form) => {
    expect(await attack(browser, sites.root, path, valuesOf('few'), form)).toEqual([]);
  });

  it('is half a letter that breaks the answer to the rest', async () => {
    const half = { family: 'halves', value: '\ud800五化' };
    const wrong = await attack(browser, sites.root, '/about/', [half], 'header form.search', {
      judge: ({ said, found }) => (found === 0 ? `says “${said}”, finds ${found}` : undefined),
    });
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
    const wrong = await attack(browser, sites.root, '/about/', valuesOf('signs').slice(0, 1), [], {
      between: (page) => page.evaluate(fault as () => unknown),
    });
    expect(wrong.join()).toContain(`${name}: `);
  });

  it('sees a search that does not load, that says nothing, and that finds nothing of what is there', async () => {
    const [value] = valuesOf('few');
    const spoilt = async (parameters: readonly string[], spoil: () => void) =>
      attack(browser, sites.root, '/search/', value ? [value] : [], parameters, {
        between: (page) => page.evaluate(spoil),
      });
    const lost = () => {
      window.fetch = () => Promise.reject(new TypeError('lost'));
    };
    const mute = () => {
      const hide = () => document.querySelector('#results .state')?.replaceChildren();
      new MutationObserver(hide).observe(document, { subtree: true, childList: true, characterData: true });
    };
    const empty = () => {
      const hide = () => {
        for (const hit of document.querySelectorAll('.hit-list > li')) hit.remove();
      };
      new MutationObserver(hide).observe(document, { subtree: true, childList: true });
    };
    expect((await spoilt(['q'], lost)).join()).toContain('says 检索没有加载成功');
    expect((await spoilt(['q'], mute)).join()).toContain('says nothing');
    expect((await spoilt(['counties'], empty)).join()).toContain('finds nothing of 五化');
  });
});
