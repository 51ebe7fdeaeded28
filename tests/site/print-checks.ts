import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { checkMeasure } from './letter-checks.ts';
import { follow, onPaper, plain, printOf, shownOn } from './paper.ts';

interface FigureRow {
  readonly label: string;
  readonly printed: string;
  readonly at: readonly number[];
  readonly url: string;
}

/** The figures of a built site by address. */
export function figuresOf(folder: string): Map<string, FigureRow> {
  const rows: FigureRow[] = JSON.parse(readFileSync(join(folder, 'data', 'figures.json'), 'utf8'));
  return new Map(rows.map((row) => [row.url, row]));
}

/** The pages that show no figure. Every other must have marks when it is printed: without them every check of notes would hold. */
const MARKLESS = /^\/(?:404\.html|report\/.*|(?:about|accessibility|data|indicators|search|sources|terms|themes)\/)$/;

/** Prints the page that is open and holds the PDF against all that paper is to be. */
export async function checkPrint(page: Page, figures: ReadonlyMap<string, FigureRow>): Promise<void> {
  const path = new URL(page.url()).pathname;
  const shown = await shownOn(page);
  await onPaper(page, () => checkMeasure(page, `${path} on paper`, 0));
  const sheets = await printOf(page);
  const text = sheets.map((sheet) => sheet.text).join('');

  for (const [i, sheet] of sheets.entries()) {
    expect([Math.round(sheet.width), Math.round(sheet.height)], `${path} is on A4`).toEqual([210, 297]);
    expect(sheet.head, `${path}: head of page ${i + 1}`).toBe(plain(shown.name));
    expect(sheet.foot, `${path}: foot of page ${i + 1}`).toBe(`${i + 1}/${sheets.length}`);
    expect(sheet.text.length, `${path}: page ${i + 1} is not empty`).toBeGreaterThan(0);
  }
  expect(sheets[0]?.text, `${path} names its address`).toContain(plain(shown.address));
  expect(sheets[0]?.text, `${path} names the version of its content`).toMatch(/内容版本[0-9a-f]{12}/);

  const { lost, cut } = follow(sheets, shown);
  expect(lost, `${path}: text that is not in the print`).toEqual([]);
  expect(cut, `${path}: blocks that begin on one page and end on another`).toEqual([]);
  const unwanted = shown.unwanted.map(plain).filter((one) => one.length > 3 && text.includes(one));
  expect(unwanted, `${path}: navigation and forms in the print`).toEqual([]);
  expect(shown.controls, `${path}: parts of navigation and forms that paper shows`).toEqual([]);

  expect(shown.marks.length === 0, `${path}: no mark in the print`).toBe(MARKLESS.test(path));
  checkNotes(path, shown, figures, text);
}

function checkNotes(
  path: string,
  { marks, notes, rows }: Awaited<ReturnType<typeof shownOn>>,
  figures: ReadonlyMap<string, FigureRow>,
  text: string,
): void {
  // A county's rows come first, and no number stands for two.
  expect([...rows.keys(), ...notes.keys()], path).toEqual(
    Array.from({ length: rows.size + notes.size }, (_, i) => i + 1),
  );
  for (const { href, number } of marks) {
    const figure = figures.get(href);
    if (!figure) throw new Error(`${path}: a mark leads to ${href}, where no figure is`);
    const note = notes.get(number) ?? rows.get(number) ?? '';
    expect(text, `${path}: mark ${number} is printed`).toContain(`[${number}]`);
    for (const part of [figure.label, figure.printed, String(figure.at[0])]) {
      expect(plain(note), `${path}: note ${number}`).toContain(plain(part));
    }
  }
  const marked = new Set(marks.map(({ number }) => number));
  expect(
    [...notes.keys()].filter((number) => !marked.has(number)),
    `${path}: notes without a mark`,
  ).toEqual([]);
  // Printed with its number, not only there.
  for (const [number, note] of [...notes, ...rows]) {
    expect(text, `${path}: note ${number} in the print`).toContain(`[${number}]${plain(note).slice(0, 12)}`);
  }
}
