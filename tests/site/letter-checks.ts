import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { faultsOn, measuresOn } from './letters.ts';

/** What names its things at length may break in a column: more letters than these. */
const LONG = 8;

/** Holds the letters of the open page against the rules. */
export async function checkLetters(page: Page, where: string): Promise<void> {
  const { numbers, ...faults } = await faultsOn(page);
  expect(faults, where).toEqual({ breaks: [], units: [], apart: [], blanks: [], quotes: [], slanted: [] });
  expect(
    numbers.filter((number) => number.length <= LONG),
    `${where}: broken numbers`,
  ).toEqual([]);
}

/** Holds the lines of running text against the measure; on a screen that is too narrow for it, only against the greatest. */
export async function checkMeasure(page: Page, where: string, width: number): Promise<void> {
  const measures = await measuresOn(page);
  // A line that is drawn together has a fraction of a letter over.
  const long = measures.filter(({ longest, column }) => longest > 40.5 || column > 40.5);
  expect(long, `${where}: lines of more than 40 letters`).toEqual([]);
  if (width < 768) return;
  const narrow = measures.filter(({ full, column }) => full && column < 32);
  expect(narrow, `${where}: columns of less than 32 letters`).toEqual([]);
}
