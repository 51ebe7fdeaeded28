import type { Page } from 'playwright-core';
import { getDocumentProxy } from 'unpdf';

/** A page of a PDF: its size in millimetres, what stands in the margin at its head and foot, and the rest; all without blanks. */
export interface Sheet {
  readonly width: number;
  readonly height: number;
  readonly head: string;
  readonly foot: string;
  readonly text: string;
}

/** A piece of text that a page shows when printed. */
export interface Piece {
  readonly text: string;
  /** Which of the blocks that must stay whole it stands in; -1 for none. */
  readonly block: number;
  /** Whether a drawing stands before it, whose letters are no text of the page. */
  readonly drawn: boolean;
}

/** What a page shows when it is printed, by its document. */
export interface Shown {
  readonly name: string;
  readonly address: string;
  readonly pieces: readonly Piece[];
  readonly blocks: readonly string[];
  /** The whole text of what leads elsewhere or asks for something. */
  readonly unwanted: readonly string[];
  /** What of it, or within it, can be seen all the same, each as its tag and text. */
  readonly controls: readonly string[];
  /** The marks that are printed as numbers, in order. */
  readonly marks: readonly { readonly href: string; readonly number: number }[];
  /** The notes at the end, by number. */
  readonly notes: ReadonlyMap<number, string>;
  /** The rows of a county's figures, which are its notes, by number. */
  readonly rows: ReadonlyMap<number, string>;
}

const MM = 25.4 / 72;
/** Text margins of print.css in millimetres. */
const TOP = 20;
const BOTTOM = 18;
const SIDE = 18;

// A font draws some letters and the radicals of the same shape by one glyph, and a PDF may name the radical. NFKC folds some,
// and one of them to a letter that is not ours.
const RADICALS = new Map(
  Array.from(
    '⺟母⺠民⻁虎⻄西⻅见⻆角⻉贝⻊足⻋车⻓长⻔门⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻬齐⻮齿⻰龙戶户'.matchAll(
      /(.)(.)/gu,
    ),
  ).map(([, radical = '', letter = '']) => [radical, letter]),
);

/** One way of writing: a PDF may name a letter by another of the same shape, and breaks lines where it likes. */
export const plain = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/[⺀-⻿戶]/gu, (one) => RADICALS.get(one) ?? one)
    .replace(/[‐-―−]/gu, '-')
    .replace(/[\s\u200b]+/gu, '');

/** Prints what is open in a browser and reads the PDF. */
export async function printOf(page: Page): Promise<Sheet[]> {
  const pdf = await getDocumentProxy(new Uint8Array(await page.pdf({ preferCSSPageSize: true })));
  const sheets: Sheet[] = [];
  for (let n = 1; n <= pdf.numPages; n++) {
    const sheet = await pdf.getPage(n);
    const [left = 0, bottom = 0, right = 0, top = 0] = sheet.view;
    const { items } = await sheet.getTextContent();
    const runs = items.flatMap((item) => ('str' in item ? [{ text: item.str, y: Number(item.transform[5]) }] : []));
    const of = (here: (y: number) => boolean) =>
      plain(
        runs
          .filter(({ y }) => here(y))
          .map(({ text }) => text)
          .join(''),
      );
    const inHead = (y: number) => (top - y) * MM < TOP;
    const inFoot = (y: number) => (y - bottom) * MM < BOTTOM;
    sheets.push({
      width: (right - left) * MM,
      height: (top - bottom) * MM,
      head: of(inHead),
      foot: of(inFoot),
      text: of((y) => !inHead(y) && !inFoot(y)),
    });
  }
  await pdf.cleanup();
  return sheets;
}

/** The blocks that stay on one page; a county's column on paper is a list of practices, of which each does. */
const WHOLE =
  'tbody tr:not(.side tr), .side li, .rows > div, .keys > div, .remarks li, .print-notes li, .short .initiative, figure.parts';

/** Looks at a page as a sheet shows it: in the medium of print, and as wide, since much hangs on the width. */
export async function onPaper<T>(page: Page, look: () => Promise<T>): Promise<T> {
  await page.emulateMedia({ media: 'print' });
  const screen = page.viewportSize();
  await page.setViewportSize({ width: Math.round(((210 - 2 * SIDE) / 25.4) * 96), height: 987 });
  try {
    return await look();
  } finally {
    await page.emulateMedia({ media: null });
    if (screen) await page.setViewportSize(screen);
  }
}

/** Reads what a page shows on paper from its document. */
export async function shownOn(page: Page): Promise<Shown> {
  const shown = await onPaper(page, () => read(page));
  return { ...shown, notes: new Map(shown.notes), rows: new Map(shown.rows) };
}

function read(page: Page) {
  return page.evaluate((whole) => {
    const pieces: { text: string; block: number; drawn: boolean }[] = [];
    const blocks = [...document.querySelectorAll(whole)];
    let drawn = false;
    const walk = (node: Node, block: number) => {
      if (node instanceof Text) {
        if (!node.data.trim()) return;
        pieces.push({ text: node.data, block, drawn });
        drawn = false;
      } else if (node instanceof HTMLElement) {
        if (!node.checkVisibility({ contentVisibilityAuto: true }) || node.matches('.unseen')) return;
        const own = blocks.indexOf(node);
        const within = own < 0 ? block : own;
        if (node.dataset.note && getComputedStyle(node).fontSize === '0px') {
          pieces.push({ text: `[${node.dataset.note}]`, block: within, drawn });
          drawn = false;
        } else {
          // Painted in the order in which it is seen.
          const turned = getComputedStyle(node).flexDirection === 'column-reverse';
          for (const child of turned ? [...node.childNodes].reverse() : node.childNodes) walk(child, within);
        }
      } else if (node instanceof SVGElement) drawn ||= node.getClientRects().length > 0;
    };
    walk(document.body, -1);
    const start = document.querySelector<HTMLOListElement>('.print-notes ol')?.start ?? 1;
    const texts = (selector: string) => [...document.querySelectorAll(selector)].map((one) => one.textContent ?? '');
    return {
      name: document.documentElement.dataset.pageName ?? '',
      address: document.querySelector('link[rel=canonical]')?.getAttribute('href') ?? '',
      pieces,
      blocks: blocks.map((one) => one.textContent ?? ''),
      controls: [...document.querySelectorAll('nav, nav *, form, form *, button, input, select, textarea')]
        .filter((one) => one.checkVisibility({ visibilityProperty: true }) && one.getClientRects().length > 0)
        .map((one) => `${one.tagName.toLowerCase()} ${(one.textContent ?? '').trim().slice(0, 20)}`),
      unwanted: texts('nav, form, button, .take, .skip, .choice-note'),
      marks: [...document.querySelectorAll<HTMLAnchorElement>('a[data-note]')]
        .filter((one) => one.checkVisibility())
        .map((one) => ({ href: one.pathname + one.hash, number: Number(one.dataset.note) })),
      notes: texts('.print-notes ol > li').map((text, i) => [start + i, text] as const),
      rows: texts('.figures tbody tr').map((text, i) => [i + 1, text] as const),
    };
  }, WHOLE);
}

/** Where the pieces of a page's text stand in its print: pieces that are not there in their order, and blocks that are cut. */
export function follow(sheets: readonly Sheet[], shown: Shown): { lost: string[]; cut: string[] } {
  // The head of a table stands again on each page, and a page's margin between: this much may stand between two pieces.
  const BETWEEN = 160;
  const all = sheets.map(({ text }) => text).join('');
  const ends = sheets.map((_, i) => sheets.slice(0, i + 1).reduce((sum, { text }) => sum + text.length, 0));
  const sheetAt = (at: number) => ends.findIndex((end) => at < end);
  const lost: string[] = [];
  const on = new Map<number, Set<number>>();
  let from = 0;
  for (const { text, block, drawn } of shown.pieces) {
    const piece = plain(text);
    const at = all.indexOf(piece, from);
    if (at < 0 || (!drawn && at - from > BETWEEN)) {
      lost.push(text.trim());
      continue;
    }
    from = at + piece.length;
    const sheetsOf = on.get(block) ?? new Set();
    on.set(block, sheetsOf.add(sheetAt(at)).add(sheetAt(from - 1)));
  }
  const cut = [...on].filter(([block, where]) => block >= 0 && where.size > 1);
  return { lost, cut: cut.map(([block, where]) => `${[...where].map((n) => n + 1)}: ${shown.blocks[block]}`) };
}
