import type { AstroIntegration } from 'astro';
import { PERS, perWord } from '../model/pers.ts';
import { MEASURE_WORDS } from '../model/units.ts';
import { editPages } from './edit-pages.ts';

/** Has no line of the built pages end between a number and its unit: a browser may break Chinese anywhere. */
export function wholeNumbers(): AstroIntegration {
  return editPages('whole-numbers', withWholeNumbers);
}

/** What follows digits in our own words and is in no table of units: parts of a date, paragraphs, pages. */
const OWN_UNITS = ['月', '日', '时', '段', '页', '字'];

// No browser breaks before these.
const KEPT = /^[%‰]/;

/** All that a line may not part from the digits before it, the longest first. */
export const KEPT_UNITS: readonly string[] = [
  ...new Set([...MEASURE_WORDS, ...PERS.map(perWord), ...OWN_UNITS].filter((unit) => !KEPT.test(unit))),
].sort((a, b) => b.length - a.length);

const UNIT = `(?:${KEPT_UNITS.map((unit) => unit.replace(/[()/]/g, '\\$&')).join('|')})`;
// Of a date each part: in a narrow column it breaks between them.
const WHOLE = new RegExp(`第?\\d[\\d.,]*[十百千万亿余多来]*${UNIT}(?:/${UNIT})*`, 'g');

// What holds no text of the page or text to be copied as it stands, a printed number, which is kept whole by itself, and any other tag; between them is text.
const ASIDE = [
  '<(script|style|title|textarea|option|svg|pre|code)\\b[\\s\\S]*?</\\1>',
  '<span class="number">[^<]*</span>',
  '<!--[\\s\\S]*?-->',
  `<(?:"[^"]*"|'[^']*'|[^"'>])*>`,
];
const PIECE = new RegExp(`${ASIDE.join('|')}|[^<]+`, 'g');

/** The page with each number and its unit in an element of its own, for typography.css. No letter is added, so what is copied stays as it was. */
export function withWholeNumbers(html: string): string {
  return html.replace(PIECE, (piece) =>
    piece.startsWith('<') ? piece : piece.replace(WHOLE, '<span class="whole">$&</span>'),
  );
}
