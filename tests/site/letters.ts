import type { Page } from 'playwright-core';
import { PERS, perWord } from '../../src/model/pers.ts';
import { MEASURE_WORDS } from '../../src/model/units.ts';

/** What belongs to the digits before it: every unit of the model, what a number is reckoned by, and the parts of a date or text. */
const UNITS = [...new Set([...MEASURE_WORDS, ...PERS.map(perWord), ...Array.from('年月日时分秒段页字%％‰')])];
const UNIT = `(?:${UNITS.sort((a, b) => b.length - a.length)
  .map((unit) => unit.replace(/[()]/g, '\\$&'))
  .join('|')})`;
const COUNTED = `\\d[\\d.,]*[十百千万亿余多来]*${UNIT}(?:/${UNIT})*`;

/** What a page's type does against the rules for Chinese, each as a text that shows where. */
export interface Faults {
  /** A line that begins with a mark that closes, or ends with one that opens. */
  readonly breaks: readonly string[];
  /** A printed number that is broken. */
  readonly numbers: readonly string[];
  /** Digits and their unit on two lines, wherever they stand but in what is to be copied as it stands. */
  readonly units: readonly string[];
  /** A number whose mark stands on another line. */
  readonly apart: readonly string[];
  /** A blank typed between Han and Latin letters or digits. */
  readonly blanks: readonly string[];
  /** A straight quotation mark in Chinese text. */
  readonly quotes: readonly string[];
  /** Chinese letters that are slanted. */
  readonly slanted: readonly string[];
}

/** Looks at every letter that the open page shows. */
export function faultsOn(page: Page): Promise<Faults> {
  return page.evaluate((counted) => {
    // A dash may begin a line.
    const CLOSING = /[，。；：、？！）】〕〉》”’…%％·]/;
    const OPENING = /[（【〔〈《“‘]/;
    const HAN = /\p{Script=Han}/u;
    const inline = (one: Element) => /^(?:inline$|contents)/.test(getComputedStyle(one).display);
    const shown = (one: Element) => one.checkVisibility() && !one.closest('.unseen, svg, option, [hidden]');
    const found: Record<keyof Faults, string[]> = {
      breaks: [],
      numbers: [],
      units: [],
      apart: [],
      blanks: [],
      quotes: [],
      slanted: [],
    };
    const rectOf = (node: Text, at: number) => {
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      return range.getBoundingClientRect();
    };

    // The texts of each block, one after the other: what is in a box of its own does not share its lines.
    const flows = new Map<Element, { node: Text; at: number }[]>();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
      const parent = node.parentElement;
      if (!parent || !shown(parent)) continue;
      let block: Element = parent;
      while (inline(block) && block.parentElement) block = block.parentElement;
      const flow = flows.get(block) ?? [];
      flows.set(block, flow);
      for (let at = 0; at < node.length; at++) flow.push({ node, at });
      if (HAN.test(node.data) && getComputedStyle(parent).fontStyle !== 'normal') found.slanted.push(node.data);
    }
    for (const flow of flows.values()) {
      const text = flow.map(({ node, at }) => node.data[at]).join('');
      const near = (i: number) => text.slice(Math.max(0, i - 8), i + 8).replace(/\s+/g, ' ');
      const brokenAfter = (i: number) => {
        const [a, b] = [flow[i], flow[i + 1]];
        if (!a || !b) return false;
        const [left, right] = [rectOf(a.node, a.at), rectOf(b.node, b.at)];
        return left.width > 0 && right.width > 0 && right.left < left.left && right.bottom > left.top;
      };
      for (let i = 0; i < text.length; i++) {
        const letter = text[i] ?? '';
        if (i > 0 && CLOSING.test(letter) && brokenAfter(i - 1)) found.breaks.push(near(i));
        if (OPENING.test(letter) && brokenAfter(i)) found.breaks.push(near(i));
        if (/["']/.test(letter) && HAN.test(near(i))) found.quotes.push(near(i));
      }
      const copied = flow[0]?.node.parentElement?.closest('pre');
      for (const { index, 0: whole } of copied ? [] : text.matchAll(new RegExp(counted, 'g'))) {
        for (let i = index; i < index + whole.length - 1; i++) {
          if (brokenAfter(i))
            found.units.push(`${text.slice(index, i + 1)}|${text.slice(i + 1, index + whole.length)}`);
        }
      }
      for (const { index } of text.matchAll(
        /\p{Script=Han}[ \u00a0]+(?=[A-Za-z0-9])|[A-Za-z0-9%][ \u00a0]+(?=\p{Script=Han})/gu,
      )) {
        found.blanks.push(near(index));
      }
    }

    for (const number of document.querySelectorAll<HTMLElement>('.number')) {
      if (!shown(number)) continue;
      const tops = new Set([...number.getClientRects()].map(({ bottom }) => Math.round(bottom / 8)));
      if (number.getClientRects().length > 1 && tops.size > 1) found.numbers.push(number.textContent ?? '');
      // In a narrow column, and so on a phone, a mark may stand on the line below its number.
      if (innerWidth < 768 || number.closest('td, .note, .side, li')) continue;
      const mark = number.parentElement?.querySelector('.mark');
      if (mark && mark.getBoundingClientRect().left < number.getBoundingClientRect().right - 2) {
        found.apart.push(number.parentElement?.textContent ?? '');
      }
    }
    return found;
  }, COUNTED);
}

/** A block of the main part with text of its own. */
export interface Measure {
  /** Letters of the longest line, a Latin letter being half of one. */
  readonly longest: number;
  /** Letters that fill the column; 0 for what is no paragraph, item or answer, since another may have made it as wide. */
  readonly column: number;
  /** Whether the column is as wide as the page gives. */
  readonly full: boolean;
  readonly text: string;
}

/** Measures all text of the open page's main part and of its notes on paper: paragraphs, items, answers, cells, whatever holds it. */
export function measuresOn(page: Page): Promise<Measure[]> {
  return page.evaluate(() => {
    const inline = (one: Element) => /^(?:inline$|contents)/.test(getComputedStyle(one).display);
    const em = (one: Element) => Number.parseFloat(getComputedStyle(one).fontSize);
    const texts = new Map<HTMLElement, Text[]>();
    for (const root of document.querySelectorAll('main, .print-notes')) {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
        const parent = node.parentElement;
        if (!node.data.trim() || !parent?.checkVisibility() || parent.closest('.unseen, svg, pre, option, [hidden]'))
          continue;
        let block: HTMLElement = parent;
        while (inline(block) && block.parentElement) block = block.parentElement;
        texts.set(block, [...(texts.get(block) ?? []), node]);
      }
    }
    return [...texts].map(([one, nodes]) => {
      const style = getComputedStyle(one);
      const inner = one.clientWidth - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.paddingRight);
      // The letters of a line are those of its text; marks and notes beside it are smaller.
      const own = Math.max(...nodes.map((node) => em(node.parentElement ?? one)));
      const lines = new Map<number, [number, number]>();
      for (const node of nodes) {
        const range = document.createRange();
        range.selectNodeContents(node);
        for (const { left, right, bottom, width } of range.getClientRects()) {
          if (width === 0) continue;
          const line = Math.round(bottom / (own * 1.2));
          const [from, to] = lines.get(line) ?? [left, right];
          lines.set(line, [Math.min(from, left), Math.max(to, right)]);
        }
      }
      const column = one.matches('p, li, dd') && /^(?:block|list-item)$/.test(style.display) ? inner / em(one) : 0;
      const wide = !!one.parentElement?.matches('.body, .initiative, main, main > section');
      return {
        longest: Math.max(0, ...[...lines.values()].map(([from, to]) => to - from)) / own,
        column,
        full: column > 0 && one.matches('p:not(.question, .note *)') && wide,
        text: (one.textContent ?? '').trim().slice(0, 20),
      };
    });
  });
}
