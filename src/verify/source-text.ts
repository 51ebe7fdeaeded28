import { createHash } from 'node:crypto';
import { paragraphsOf } from '../model/locator.ts';

/** A stretch of a source that is read as one: a paragraph, or several where a line was broken inside a sentence. */
export interface Passage {
  readonly text: string;
  /** The numbers of its paragraphs. */
  readonly paragraphs: readonly number[];
  /** The paragraph that the character at an offset stands in. */
  paragraphAt(offset: number): number;
}

/** The text of a source as it is verified. */
export interface SourceText {
  /** SHA-256 of the file's bytes, in hexadecimal. */
  readonly sha256: string;
  readonly paragraphs: readonly string[];
  readonly passages: readonly Passage[];
}

/** Cuts a text into paragraphs and passages. */
export function sourceText(bytes: Uint8Array): SourceText {
  const paragraphs = paragraphsOf(new TextDecoder().decode(bytes));
  return { sha256: createHash('sha256').update(bytes).digest('hex'), paragraphs, passages: passagesOf(paragraphs) };
}

function passagesOf(paragraphs: readonly string[]): Passage[] {
  const passages: Passage[] = [];
  let open: number[] = [];
  paragraphs.forEach((paragraph, i) => {
    open.push(i + 1);
    if (i + 1 < paragraphs.length && isBroken(paragraph)) return;
    passages.push(passage(paragraphs, open));
    open = [];
  });
  return passages;
}

// A line that has a sentence or an open quotation in it and does not end like one goes on in the next. Headings and captions have neither.
function isBroken(line: string): boolean {
  const open = count(line, '“') > count(line, '”');
  return (open || /[。！？!?]/.test(line)) && !/[。！？!?…”）)：:；;]$/.test(line);
}

function count(text: string, sign: string): number {
  return text.split(sign).length - 1;
}

function passage(all: readonly string[], paragraphs: readonly number[]): Passage {
  const texts = paragraphs.map((n) => all[n - 1] ?? '');
  return {
    text: texts.join(''),
    paragraphs,
    paragraphAt: (offset) => {
      let end = 0;
      for (const [i, text] of texts.entries()) {
        end += text.length;
        if (offset < end) return paragraphs[i] ?? 0;
      }
      return paragraphs.at(-1) ?? 0;
    },
  };
}
