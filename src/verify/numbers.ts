import { measureWordAt } from '../model/units.ts';

/** A number in a text, with its offsets. */
export interface NumberFound {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

// A comma joins thousands only: 2016,2017 are two numbers.
const ARABIC = /[0-9０-９]+(?:[,，][0-9０-９]{3}(?![0-9０-９]))*(?:[.．][0-9０-９]+)*[十百千万亿]*/g;
const HAN = /[〇零一二两三四五六七八九十百千万亿半数几]+/g;

/**
 * Every number of a text: each run of Arabic or full-width digits, and each run of Chinese numerals, with 半, 数 and 几, that
 * stands before a measure word.
 */
export function numbersIn(text: string): NumberFound[] {
  const found: NumberFound[] = [];
  for (const match of text.matchAll(ARABIC)) {
    found.push({ text: match[0], from: match.index, to: match.index + match[0].length });
  }
  for (const match of text.matchAll(HAN)) {
    const from = match.index;
    const to = from + match[0].length;
    if (found.some((number) => from < number.to && number.from < to)) continue;
    // The 百 of 个百分点 belongs to the measure word.
    if (measureWordAt(text.slice(from)) !== null) continue;
    if (measureWordAt(text.slice(to).replace(/^[余多来]/, '')) !== null) found.push({ text: match[0], from, to });
  }
  return found.sort((a, b) => a.from - b.from);
}
