import type { Page } from 'playwright-core';

/** So many exact hits are shown at most. */
export const SHOWN_AT_MOST = 200;

/** One result of the search page, as a reader sees it. */
export interface Item {
  /** Where its first link leads. */
  readonly href: string;
  readonly seal: string;
  readonly name: string;
  /** Kind, county and date. */
  readonly facts: string;
  readonly themes: readonly { readonly href: string; readonly name: string }[];
  readonly excerpt: string;
  /** The marked stretches of the name and of the excerpt. */
  readonly marks: readonly string[];
  /** The heading above it, which says how the query was loosened for it and what follows; empty for most. */
  readonly tier: string;
}

/** What results can be narrowed by. */
export interface Choice {
  readonly facet: string;
  readonly value: string;
  readonly label: string;
  readonly count: number;
  readonly chosen: boolean;
}

/** What the search page shows. */
export interface Outcome {
  /** The sentence above the results. */
  readonly state: string;
  readonly items: readonly Item[];
  readonly choices: readonly Choice[];
  /** What stands below the results: headings, and the names of links. */
  readonly beside: { readonly headings: readonly string[]; readonly links: readonly string[] };
  readonly indexShown: boolean;
  readonly title: string;
  readonly field: string;
}

/** Opens the page of a query, waits for its outcome, and reads it. */
export function search(page: Page, site: string, query: string): Promise<Outcome> {
  return open(page, `${site}/search/?q=${encodeURIComponent(query)}`);
}

/** The outcome of a query that is typed into the page where it is open already: faster than opening it anew for each. */
export async function ask(page: Page, site: string, query: string): Promise<Outcome> {
  if (!page.url().startsWith(`${site}/search/`)) return search(page, site, query);
  await page.evaluate((typed) => {
    const input = document.querySelector<HTMLInputElement>('main input[type=search]');
    if (!input?.form) throw new Error('the page has no box');
    input.value = typed;
    input.form.requestSubmit();
  }, query);
  return outcome(page);
}

/** Opens an address of the search page, waits for the outcome, and reads it. */
export async function open(page: Page, address: string): Promise<Outcome> {
  await page.goto(address, { waitUntil: 'commit' });
  return outcome(page);
}

/** Waits until the search page has an outcome, and reads it. */
export async function outcome(page: Page): Promise<Outcome> {
  await page.locator('#results[aria-busy=false]').waitFor({ state: 'attached', timeout: 20_000 });
  return page.evaluate(() => {
    const textOf = (one: Element | null | undefined) => one?.textContent ?? '';
    const seen = (one: Element | null) => (one?.checkVisibility() ? textOf(one) : '');
    return {
      state: seen(document.querySelector('#results .state')),
      items: [...document.querySelectorAll('main ol > li')]
        .filter((item) => item.checkVisibility())
        .map((item) => ({
          href: item.querySelector('a')?.getAttribute('href') ?? '',
          seal: textOf(item.querySelector('h3 .seal')),
          name: [...(item.querySelector('h3 a')?.children ?? [])]
            .filter((part) => part.getAttribute('aria-hidden') !== 'true')
            .map(textOf)
            .join(''),
          facts: textOf(item.querySelector('.meta > span')),
          themes: [...item.querySelectorAll('.meta a')].map((link) => ({
            href: link.getAttribute('href') ?? '',
            name: textOf(link),
          })),
          excerpt: textOf(item.querySelector('.excerpt')),
          marks: [...item.querySelectorAll('mark')].map(textOf),
          tier: textOf(item.querySelector('h2.tier')),
        })),
      choices: [...document.querySelectorAll<HTMLInputElement>('#results input[type=checkbox]')].map((box) => {
        const [label = '', count = ''] = textOf(box.parentElement).trim().split(/\s+/);
        return { facet: box.name, value: box.value, label, count: Number(count), chosen: box.checked };
      }),
      beside: {
        headings: [...document.querySelectorAll('#results .beside h2')].map(textOf),
        links: [...document.querySelectorAll('#results .beside a')].map((link) => link.getAttribute('href') ?? ''),
      },
      indexShown: document.querySelector('#index')?.checkVisibility() ?? false,
      title: document.title,
      field: document.querySelector<HTMLInputElement>('main input[type=search]')?.value ?? '',
    };
  });
}

/** The results that hold the query as it was typed: those before the first heading that says how it was loosened. */
export function exactOf(items: readonly Item[]): readonly Item[] {
  const tier = items.findIndex((item) => item.tier !== '');
  return tier < 0 ? items : items.slice(0, tier);
}

/** The results below the headings. */
export function looserOf(items: readonly Item[]): readonly Item[] {
  return items.slice(exactOf(items).length);
}

/** Reads the results once the reader has scrolled past all of them, so that every excerpt has come. */
export async function scrolled(page: Page): Promise<Outcome> {
  await outcome(page);
  await page.evaluate(async () => {
    for (const item of document.querySelectorAll('main ol > li')) {
      item.scrollIntoView();
      for (let i = 0; i < 40 && item.querySelector('.excerpt')?.textContent === ''; i++) {
        await new Promise((done) => setTimeout(done, 25));
      }
    }
  });
  return outcome(page);
}
