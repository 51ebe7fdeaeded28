/** A piece of text from a record: words as they stand, or the place of a figure. */
export type Segment = { readonly text: string } | { readonly figure: string };

const PLACE = /\{([^{}]*)\}/g;

/**
 * Cuts a summary, a note or a remark at its places `{id}` and `{county/id}`.
 * What stands in the braces is not judged here: whether such a figure exists, the atlas knows.
 */
export function segmentsOf(text: string): Segment[] {
  const segments: Segment[] = [];
  let end = 0;
  for (const match of text.matchAll(PLACE)) {
    if (match.index > end) segments.push({ text: text.slice(end, match.index) });
    segments.push({ figure: (match[1] ?? '').trim() });
    end = match.index + match[0].length;
  }
  if (end < text.length) segments.push({ text: text.slice(end) });
  return segments;
}

/** The text with each place filled by `fill`, which gets the reference between the braces. */
export function fillTemplate(text: string, fill: (reference: string) => string): string {
  return segmentsOf(text)
    .map((segment) => ('text' in segment ? segment.text : fill(segment.figure)))
    .join('');
}

/** The references of all places, in the order in which they stand. */
export function referencesIn(text: string): string[] {
  return segmentsOf(text).flatMap((segment) => ('figure' in segment ? [segment.figure] : []));
}
