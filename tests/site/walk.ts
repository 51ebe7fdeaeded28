import type { Browser, BrowserContext, Page } from 'playwright-core';
import { violationsOn } from './axe.ts';
import {
  movementFaults,
  outlineFaults,
  shiftFaults,
  stickyFaults,
  tableFaults,
  targetFaults,
  unfold,
  widthFaults,
} from './page-faults.ts';
import { watch } from './watch.ts';

/** How a reader sees a page: in which colours, on which screen. */
export interface Mode {
  readonly colours: 'light' | 'dark' | 'forced';
  readonly width: 360 | 1280;
}

/** All of them. */
export const MODES: readonly Mode[] = ([1280, 360] as const).flatMap((width) =>
  (['light', 'dark', 'forced'] as const).map((colours) => ({ colours, width })),
);

/** A window of 1280 by 1024 px at 400 %. */
const ZOOMED = { width: 320, height: 256 };

/** A tab that walks. Its policies are in force: axe reaches the page from outside. */
export interface Walker {
  readonly context: BrowserContext;
  readonly tab: Page;
  /** All that the pages complained of so far. */
  readonly said: string[];
}

/** Opens a tab to walk with. */
export async function walker(browser: Browser): Promise<Walker> {
  const context = await browser.newContext();
  const tab = await context.newPage();
  return { context, tab, said: watch(tab) };
}

/** The mode that a page has where each page is walked once: all modes come in turn among pages of a kind. */
export function modeFor(paths: readonly string[], path: string): Mode {
  const kindOf = (one: string) => one.split('/').slice(0, 2).join('/');
  const kinds = [...new Set(paths.map(kindOf))];
  const place = paths.filter((one) => kindOf(one) === kindOf(path)).indexOf(path);
  // Kinds begin at different modes, since many have one page only.
  const mode = MODES[(place + kinds.indexOf(kindOf(path))) % MODES.length];
  if (!mode) throw new Error(`no mode for ${path}`);
  return mode;
}

/** Walks one page in one mode, and gives everything that is wrong with it as sentences. */
export async function faultsOn({ tab, said }: Walker, site: string, path: string, mode: Mode): Promise<string[]> {
  const told = `${path} (${mode.colours}, ${mode.width} px)`;
  const before = said.length;
  await tab.emulateMedia({
    colorScheme: mode.colours === 'dark' ? 'dark' : 'light',
    forcedColors: mode.colours === 'forced' ? 'active' : 'none',
  });
  await tab.setViewportSize({ width: mode.width, height: mode.width === 360 ? 740 : 800 });
  await tab.goto(site + path, { waitUntil: 'load' });
  const found: string[] = [];
  // What moved while the page came is kept by the browser; to scroll can bring more. Then what is folded away is opened and has to be right
  // as well: nothing is in view closed that is not in view open.
  for (const look of [movementFaults, shiftFaults, unfold, outlineFaults, tableFaults, targetFaults, widthFaults]) {
    found.push(...(await tab.evaluate<string[]>(look)).map((fault) => `${told} ${fault}`));
  }
  found.push(...(await violationsOn(tab, told)));
  await tab.setViewportSize(ZOOMED);
  for (const look of [widthFaults, stickyFaults]) {
    found.push(...(await tab.evaluate<string[]>(look)).map((fault) => `${told} at 400 %: ${fault}`));
  }
  return [...found, ...said.slice(before)];
}
