import type { Problem } from '../atlas/problem.ts';
import { idleAsides } from './asides.ts';
import type { Case } from './case.ts';
import { figureClaims, unaccountedNumbers } from './figures.ts';
import { paragraphList, unaccountedParagraphs } from './paragraphs.ts';
import { absentNames, untoldNames } from './told.ts';

/** What came of holding one source's records against its text. */
export interface Verified {
  readonly source: string;
  readonly problems: readonly Problem[];
  readonly numbers: { readonly all: number; readonly unaccounted: number };
  readonly paragraphs: { readonly all: number; readonly unaccounted: number };
}

/** Holds the records of a source against its text, and the text against the records. */
export function verify(one: Case): Verified {
  const claims = figureClaims(one);
  const numbers = unaccountedNumbers(
    one,
    claims.flatMap((figure) => figure.claims),
  );
  const paragraphs = unaccountedParagraphs(one);
  const names = untoldNames(one);
  return {
    source: one.source.document.id,
    problems: [
      ...paragraphList(one),
      ...claims.flatMap(({ problems }) => problems),
      ...absentNames(one),
      ...idleAsides(one),
      ...numbers.problems,
      ...paragraphs.map(({ problem }) => problem),
      ...names.map(({ problem }) => problem),
    ],
    numbers: { all: numbers.all, unaccounted: numbers.problems.length },
    paragraphs: {
      all: one.text.paragraphs.length,
      unaccounted: new Set([...paragraphs, ...names].map(({ paragraph }) => paragraph)).size,
    },
  };
}
