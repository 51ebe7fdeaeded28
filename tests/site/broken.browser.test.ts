import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { currentAtlas } from '../../src/atlas/current.ts';
import { launch } from '../../src/bench/browser.ts';
import { type IndexFile, indexOf, labelsOf } from '../../src/search/build-index.ts';
import { searchRecords } from '../../src/search/records.ts';
import { Broken, HOWS, type How } from './break.ts';
import { quiet } from './quiet.ts';
import { open, outcome, search } from './results-page.ts';
import { type Visit, visit } from './visit.ts';

const sites = inject('sites');
const ATLAS = currentAtlas();
const FAILED = '检索没有加载成功';
const SLOW = '检索的文件还没有取到';
const QUERY = '五化';
const eventually = <T>(of: () => T) => expect.poll(of, { timeout: 15_000 });

let browser: Browser;
let site: Visit;
let at: string;

beforeAll(async () => {
  browser = await launch();
  site = await visit(browser, sites.root, { viewport: { width: 1280, height: 800 } });
  ({ at } = site);
});
afterAll(async () => {
  await site.leave();
  await browser.close();
});

/** A page for one test, which is closed after it. */
async function onPage(look: (tab: Page) => Promise<void>): Promise<void> {
  const tab = await site.context.newPage();
  try {
    await look(tab);
  } finally {
    await tab.close();
  }
}

const hrefsOf = async (tab: Page) => (await outcome(tab)).items.map(({ href }) => href);

describe('a search of which a file is missing, damaged or another', () => {
  // A file that is not there is told by its status; of the others each way to be told something else is tried on some.
  const SOME: readonly How[] = ['html', 'half'];

  it.each([
    ['pagefind/pagefind-entry.json', QUERY, ['missing', 'html']],
    ['pagefind/*.pf_meta', QUERY, SOME],
    ['pagefind/index/*.pf_index', QUERY, HOWS],
    ['pagefind/wasm.*.pagefind', QUERY, SOME],
    ['pagefind/pagefind.js', QUERY, SOME],
    ['search/table.json', QUERY, ['missing', 'error', 'half']],
    ['search/words.json', '脱贫 高质量', SOME],
    ['search/everyday.json', '自己当老板', SOME],
    ['search/traditional.json', '書記工資', SOME],
    ['search/pinyin.json', 'kaoshijieguo', SOME],
    ['search/english.json', 'Party building', SOME],
    ['search/paraphrases.json', 'how much do secretaries earn', SOME],
    ['_astro/loosen.*.js', '脱贫 高质量', SOME],
  ] as const)(
    'says so without %s, offers the index, and finds the same once it is there',
    async (file, query, hows) => {
      await onPage(async (tab) => {
        const broken = await Broken.on(tab, `**/${file}*`, undefined);
        await search(tab, at, query);
        const whole = await hrefsOf(tab);
        expect(whole.length).toBeGreaterThan(0);
        for (const how of hows) {
          broken.how = how;
          const { state, items, indexShown } = await search(tab, at, query);
          expect([state.includes(FAILED), items.length, indexShown], `${how}: ${state}`).toEqual([true, 0, true]);
        }
        // Once more in vain: the button stays.
        const again = tab.getByRole('button', { name: '再试一次' });
        await again.click();
        await eventually(async () => (await outcome(tab)).state).toContain(FAILED);
        expect(await again.count()).toBe(1);
        broken.how = undefined;
        await again.click();
        await tab.locator('main ol > li').first().waitFor();
        expect(await hrefsOf(tab)).toEqual(whole);
        expect(broken.asked).toBeGreaterThan(hows.length);
      });
    },
  );

  it('has its results without the texts of the records, and says of each that its excerpt did not come', async () => {
    await onPage(async (tab) => {
      await search(tab, at, QUERY);
      const whole = await hrefsOf(tab);
      const broken = await Broken.on(tab, '**/*.pf_fragment', 'missing');
      for (const how of SOME) {
        broken.how = how;
        const { items, state } = await search(tab, at, QUERY);
        expect(items.map(({ href }) => href)).toEqual(whole);
        expect(state).not.toContain(FAILED);
        expect(new Set(items.slice(0, 10).map(({ excerpt }) => excerpt)), how).toEqual(new Set(['摘录没有取到。']));
      }
    });
  });

  it('in the box of any page says so, names the way on, and is none of a page’s other files', async () => {
    await onPage(async (tab) => {
      const broken = await Broken.on(tab, '**/*.pf_index', 'half');
      await tab.goto(`${at}/about/`);
      await tab.locator('header form.search input').fill(QUERY);
      await tab.locator('header .hits', { hasText: `${FAILED}；按回车到检索页再试。` }).waitFor();
      broken.how = undefined;
      // A file that another part of the page asks for in vain is none of the search.
      await tab.evaluate(() => fetch('/nowhere.csv'));
      await tab.locator('header form.search input').fill('五化建设');
      await tab.locator('header [role=option].all').waitFor();
    });
  });
});

describe('a search of which the files are of two builds', () => {
  let other: ReadonlyMap<string, IndexFile>;

  beforeAll(async () => {
    // A build without the last county: other rows, other pieces, other hints.
    const left = ATLAS.counties.at(-1)?.id;
    const records = searchRecords(ATLAS).filter(({ county }) => county !== left);
    const files = await indexOf(records, labelsOf(ATLAS), ATLAS.themes);
    other = new Map(files.map((file) => [`/${file.path}`, file]));
  });

  it.each([
    ['the table of records', /\/search\/table\.json/, QUERY],
    ['the index', /\/pagefind\//, QUERY],
    ['the entry of the index', /\/pagefind\/pagefind-entry\.json/, QUERY],
    ['the everyday words', /\/search\/everyday\.json/, '自己当老板'],
    ['the English names', /\/search\/english\.json/, 'Party building'],
  ])(
    'because %s is of another says that they do not fit, and finds the same once they do',
    async (_, pattern, query) => {
      await onPage(async (tab) => {
        await search(tab, at, query);
        const whole = await hrefsOf(tab);
        let given = 0;
        await tab.route(pattern, (route) => {
          const file = other.get(new URL(route.request().url()).pathname);
          if (!file) return route.continue();
          given += 1;
          const contentType = file.path.endsWith('.js') ? 'text/javascript' : 'application/octet-stream';
          return route.fulfill({ status: 200, contentType, body: Buffer.from(file.content) });
        });
        const { state, items, indexShown } = await search(tab, at, query);
        expect(given).toBeGreaterThan(0);
        expect(state).toContain('取到的文件不是同一次发布的');
        expect(state).toContain('重新载入');
        expect([items.length, indexShown]).toEqual([0, true]);
        await tab.unroute(pattern);
        await tab.getByRole('button', { name: '再试一次' }).click();
        await tab.locator('main ol > li').first().waitFor();
        expect(await hrefsOf(tab)).toEqual(whole);
      });
    },
  );
});

describe('a search that is slow', () => {
  it('says so, gives the index meanwhile, and shows its results when they come', async () => {
    await onPage(async (tab) => {
      let go = () => {};
      const gate = new Promise<void>((resolve) => {
        go = resolve;
      });
      await tab.route('**/search/table.json', async (route) => {
        await gate;
        await route.continue();
      });
      await tab.goto(`${at}/search/?q=${encodeURIComponent(QUERY)}`, { waitUntil: 'commit' });
      await tab.locator('#results .state', { hasText: SLOW }).waitFor();
      expect(await tab.locator('#index').isVisible()).toBe(true);
      expect(await tab.locator('#results').getAttribute('aria-busy')).toBe('true');
      go();
      const { items, state, indexShown } = await outcome(tab);
      expect(items.length).toBeGreaterThan(0);
      expect([state.includes(SLOW), indexShown]).toEqual([false, false]);
    });
  });

  it('says so below a box, which Esc closes and Enter leaves for the page of search', async () => {
    await onPage(async (tab) => {
      await tab.route('**/search/table.json', () => {});
      await tab.goto(`${at}/about/`);
      await tab.locator('header form.search input').fill(QUERY);
      const note = tab.locator('header .hits', { hasText: SLOW });
      await note.waitFor();
      await tab.keyboard.press('Escape');
      expect(await note.isVisible()).toBe(false);
      await tab.keyboard.press('Enter');
      await tab.waitForURL(/\/search\/\?q=/);
    });
  });
});

describe('the search page whose script does not run', () => {
  const toldOf = async (tab: Page) => ({
    told: await tab.locator('.unready').isVisible(),
    index: await tab.locator('#index').isVisible(),
  });

  it.each(HOWS)('because what answers is %s says so, and finds once it is there', async (how) => {
    await onPage(async (tab) => {
      const broken = await Broken.on(tab, '**/search/page.js*', how);
      await tab.goto(`${at}/search/?q=${encodeURIComponent(QUERY)}`);
      await tab.locator('#results [role=status]', { hasText: '检索没有加载成功' }).waitFor({ timeout: 4_000 });
      expect(await toldOf(tab)).toEqual({ told: false, index: true });
      broken.how = undefined;
      await tab.locator('#q-page').focus();
      await tab.locator('main ol > li').first().waitFor();
    });
  });

  it.each(HOWS)('because the one of the page is %s says so and is the index', async (how) => {
    await onPage(async (tab) => {
      await Broken.on(tab, '**/_astro/Page*.js', how);
      await tab.goto(`${at}/search/?q=${encodeURIComponent(QUERY)}`);
      // Long before the time is over after which it comes back in any case.
      await expect.poll(() => toldOf(tab), { timeout: 4_000 }).toEqual({ told: true, index: true });
    });
  });

  it('because of the one of the page a part came that runs and does nothing says so and is the index', async () => {
    await onPage(async (tab) => {
      await tab.route('**/_astro/Page*.js', (route) =>
        route.fulfill({ contentType: 'text/javascript', body: 'const a = 1;' }),
      );
      await tab.goto(`${at}/search/?q=${encodeURIComponent(QUERY)}`);
      await expect.poll(() => toldOf(tab), { timeout: 4_000 }).toEqual({ told: true, index: true });
    });
  });

  it('because scripts are off, or the early one is missing too, says so as well; one that runs does not', async () => {
    const still = await visit(browser, sites.root, { javaScriptEnabled: false });
    await still.page.goto(`${still.at}/search/?q=${encodeURIComponent(QUERY)}`);
    expect(await toldOf(still.page)).toEqual({ told: true, index: true });
    await still.leave();
    await onPage(async (tab) => {
      const broken = await Broken.on(tab, '**/*.js', 'missing');
      await tab.goto(`${at}/search/?q=${encodeURIComponent(QUERY)}`);
      expect(await toldOf(tab)).toEqual({ told: true, index: true });
      broken.how = undefined;
      await open(tab, `${at}/search/?q=${encodeURIComponent(QUERY)}`);
      expect(await toldOf(tab)).toEqual({ told: false, index: false });
    });
  });
});

describe('a page without its styles', () => {
  /** The texts of a page that can be seen; those of drawings apart, of which there is another for each width. */
  const seen = (tab: Page) =>
    tab.evaluate(() => {
      const texts = { text: new Set<string>(), drawn: new Set<string>() };
      const walker = document.createTreeWalker(document.querySelector('main') ?? document, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const text = node.textContent?.trim();
        const parent = node.parentElement;
        if (text && parent?.checkVisibility()) texts[parent.closest('svg') ? 'drawn' : 'text'].add(text);
      }
      return { text: [...texts.text], drawn: [...texts.drawn] };
    });

  it.each(['/', '/counties/hengdong/', '/compare/', '/timeline/', '/search/', '/404.html'])(
    '%s says so first, shows the same text and none that is for others, and no control that does nothing',
    async (path) => {
      await onPage(async (tab) => {
        await tab.goto(at + path);
        const styled = await seen(tab);
        expect(styled.text.length).toBeGreaterThan(5);
        expect(await tab.locator('.unstyled').isVisible()).toBe(false);
        await Broken.on(tab, '**/*.css', 'missing');
        await tab.goto(at + path);
        expect(await tab.locator('.unstyled').isVisible()).toBe(true);
        expect(await tab.locator('.unstyled').textContent()).toBe('样式没有载入，内容不缺。');
        const bare = await seen(tab);
        expect(bare.text.toSorted()).toEqual(styled.text.toSorted());
        expect(styled.drawn.filter((text) => !bare.drawn.includes(text))).toEqual([]);
        const first = await tab.evaluate(() => {
          const note = document.querySelector('.unstyled')?.getBoundingClientRect().top ?? Number.NaN;
          return note < (document.querySelector('header.site')?.getBoundingClientRect().top ?? 0);
        });
        expect(first).toBe(true);
        expect(await tab.locator('main :is(button, form)[hidden]:visible').count()).toBe(0);
      });
    },
  );
});

describe('a page without its script', () => {
  it.each(['/compare/', '/compare/side-by-side/', '/themes/members/'])(
    '%s is whole, and has no control that does nothing',
    async (path) => {
      await onPage(async (tab) => {
        await Broken.on(tab, '**/*.js', 'half');
        await tab.goto(at + path);
        expect(await tab.locator('main :is(table, .everything)').first().isVisible()).toBe(true);
        expect(await tab.locator(':is(form.choice, button.copy, button.expand):visible').count()).toBe(0);
        await tab.locator('header form.search input').fill(QUERY);
        await tab.keyboard.press('Enter');
        await tab.waitForURL(/\/search\/\?q=/);
        await tab.locator('.unready').waitFor();
      });
    },
  );
});

describe('a browser that refuses', () => {
  it.each([
    [
      'storage',
      () => {
        for (const name of ['sessionStorage', 'localStorage']) {
          Object.defineProperty(window, name, {
            get: () => {
              throw new DOMException('refused', 'SecurityError');
            },
          });
        }
      },
    ],
    [
      'room in its storage',
      () => {
        Storage.prototype.setItem = () => {
          throw new DOMException('full', 'QuotaExceededError');
        };
      },
    ],
  ] as const)('%s has the results, is told that nothing will be marked, and opens the record', async (_, refuse) => {
    const own = await visit(browser, sites.root);
    await own.page.addInitScript(refuse as () => void);
    await search(own.page, own.at, QUERY);
    expect(await own.page.locator('#results .beside').textContent()).toContain('浏览器不让本站暂存检索词');
    await own.page.locator('main ol > li h3 a').first().click();
    await own.page.waitForURL(/\/(?:counties|themes|terms)\//);
    expect(await own.page.locator('h1').isVisible()).toBe(true);
    await quiet(own.page);
    expect(own.said).toEqual([]);
    await own.leave();
  });

  it('nothing is told nothing', async () => {
    await onPage(async (tab) => {
      await search(tab, at, QUERY);
      expect(await tab.locator('#results .beside').textContent()).toBe('');
    });
  });
});

describe('a comparison of which the data do not come', () => {
  it.each(HOWS)('(%s) copies nothing and says what one can do', async (how) => {
    await onPage(async (tab) => {
      await Broken.on(tab, '**/compare/*.{csv,txt}', how);
      await tab.goto(`${at}/compare/`);
      await tab.locator('.take button.copy').click();
      await eventually(() => tab.locator('.take [role=status]').textContent()).toContain('没有复制成');
    });
  });

  it.each(HOWS)(
    '(%s) downloads nothing in place of them, stays and says so, and downloads them once they come',
    async (how) => {
      await onPage(async (tab) => {
        const files: string[] = [];
        tab.on('download', (file) => files.push(file.suggestedFilename()));
        const broken = await Broken.on(tab, '**/compare/*.csv', how);
        await tab.goto(`${at}/compare/?counties=yongde`);
        const csv = tab.locator('.take a.csv');
        const note = tab.locator('.take [role=status]');
        await csv.click();
        await eventually(() => note.textContent()).toBe('没有取到完整的文件，请再试一次。');
        expect([files, new URL(tab.url()).pathname]).toEqual([[], '/compare/']);
        broken.how = undefined;
        const [file] = await Promise.all([tab.waitForEvent('download'), csv.click()]);
        expect(file.suggestedFilename()).toBe('matrix.csv');
        const lines = readFileSync(await file.path(), 'utf8')
          .trimEnd()
          .split('\n')
          .slice(1);
        expect(lines.length).toBeGreaterThan(5);
        expect(lines.filter((line) => !line.startsWith('yongde,'))).toEqual([]);
        expect(await note.textContent()).toBe('');
      });
    },
  );

  it.each(HOWS)('(%s) says so at the theme, and keeps the way to its page', async (how) => {
    // The first stands in the page.
    const [, theme] = ATLAS.themes;
    await onPage(async (tab) => {
      await Broken.on(tab, `**${theme?.url}`, how);
      await tab.goto(`${at}/compare/side-by-side/`);
      const section = tab.locator(`section[data-theme="${theme?.id}"]`);
      await section.scrollIntoViewIfNeeded();
      await eventually(() => section.locator('.room').textContent()).toBe('没有取到。可以打开这个问题的网页看。');
      expect(await section.locator('a[data-keep]').getAttribute('href')).toContain(`${theme?.url}#side-by-side`);
    });
  });
});

describe('a page without its icon', () => {
  it('is as it is with it', async () => {
    await onPage(async (tab) => {
      await Broken.on(tab, '**/favicon.svg', 'missing');
      await tab.goto(`${at}/`);
      expect(await tab.locator('h1').isVisible()).toBe(true);
    });
  });
});
