import type { CDPSession, Page } from 'playwright-core';
import { unfold } from './page-faults.ts';

/** Where the focus is, and what is wrong with how it is shown; none where it is nowhere on the page. */
interface Stop {
  readonly name: string;
  readonly faults: readonly string[];
  /** How often the focus has been here, this time included. */
  readonly visits: number;
  /** Whether it is the first link of the page. */
  readonly first: boolean;
}

/** Brings onto a page what it fetches only when one comes near. */
export async function bringAll(tab: Page): Promise<void> {
  const expand = tab.locator('button.expand');
  if ((await expand.count()) === 0) return;
  await expand.click();
  const coming = '[data-theme]:not([hidden]) > :is(.room:not([data-state]), .room[aria-busy])';
  await tab.locator(coming).first().waitFor({ state: 'detached' });
}

/**
 * Goes through a page with all of it open by the key Tab, from its beginning to its end, and gives every fault as a sentence: a stop that is not seen,
 * that something covers, that keeps the focus, and what can be reached by a pointer and not by the key.
 */
export async function focusFaults(tab: Page, path: string): Promise<string[]> {
  const keys = await tab.context().newCDPSession(tab);
  const found = await stopFaults(tab, keys, path);
  await keys.detach();
  return found;
}

async function stopFaults(tab: Page, keys: CDPSession, path: string): Promise<string[]> {
  await bringAll(tab);
  await tab.evaluate(unfold);
  await tab.evaluate(() => {
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute('tabindex');
    scrollTo(0, 0);
  });
  const found: string[] = [];
  const expected = await tab.evaluate(
    () =>
      [...document.querySelectorAll('a[href], button, input, select, textarea, summary')].filter((one) =>
        one.checkVisibility({ visibilityProperty: true }),
      ).length,
  );
  for (let count = 0; count <= expected + 3; count++) {
    // Half the messages of Playwright's own way, of thousands.
    await keys.send('Input.dispatchKeyEvent', {
      type: 'rawKeyDown',
      key: 'Tab',
      code: 'Tab',
      windowsVirtualKeyCode: 9,
    });
    const stop = await tab.evaluate(stopOf);
    if (!stop) {
      if (count < expected) found.push(`${path}: ${count} stops, and ${expected} things that can be pressed`);
      return found;
    }
    if (stop.visits > 1) {
      // After the last stop comes the browser's own window, or the first again.
      return stop.first && count >= expected ? found : [...found, `${path}: comes back to ${stop.name}`];
    }
    found.push(...stop.faults.map((fault) => `${path}: ${stop.name} ${fault}`));
  }
  return [...found, `${path}: more stops than ${expected}, which can be pressed`];
}

// Runs in the page: it must not use anything from outside.
function stopOf(): Stop | undefined {
  const one = document.activeElement;
  if (!one || one === document.body || one === document.documentElement) return undefined;
  const counted = one as Element & { visits?: number };
  counted.visits = (counted.visits ?? 0) + 1;
  const faults: string[] = [];

  const numbersOf = (colour: string) => (colour.match(/[\d.]+/g) ?? []).map(Number);
  const lightOf = (colour: string) => {
    const [r = 0, g = 0, b = 0] = numbersOf(colour)
      .slice(0, 3)
      .map((part) => part / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const behind = (from: Element | null): string => {
    for (let at = from; at; at = at.parentElement) {
      const { backgroundColor } = getComputedStyle(at);
      const [, , , alpha = 1] = numbersOf(backgroundColor);
      if (alpha > 0.9) return backgroundColor;
    }
    return 'rgb(255, 255, 255)';
  };

  const style = getComputedStyle(one);
  if (style.outlineStyle === 'none' || Number.parseFloat(style.outlineWidth) < 2) {
    faults.push(`shows no focus (${style.outlineStyle} ${style.outlineWidth})`);
  } else if (style.outlineStyle !== 'auto') {
    const inside = Number.parseFloat(style.outlineOffset) < 0;
    const [a, b] = [lightOf(style.outlineColor), lightOf(behind(inside ? one : one.parentElement))];
    const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (contrast < 3) faults.push(`shows a focus of contrast ${contrast.toFixed(1)}`);
  }

  const boxes = [...one.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
  const seen = boxes.some(({ left, top, width, height }) => {
    const at = document.elementFromPoint(left + width / 2, top + height / 2);
    // A link in a drawing is drawn in pieces.
    return at && (one.contains(at) || at.closest('label')?.contains(one) || one.closest('svg')?.contains(at));
  });
  if (!seen) faults.push('is not on the screen, or covered');
  // A drawing has its names in titles.
  const name = (one.getAttribute('aria-label') ?? one.textContent ?? '').trim().slice(0, 30);
  return {
    name: `${one.tagName.toLowerCase()} “${name}”`,
    faults,
    visits: counted.visits,
    first: one.matches('.skip'),
  };
}
