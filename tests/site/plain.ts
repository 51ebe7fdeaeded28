const SILENT = /[\s"'“”‘’《》〈〉（）()「」『』【】[\]{}·・\p{Mn}\p{Cf}]/gu;

/**
 * A text as a search compares it, written a second time and as plain text: one form of each letter, without silent signs, any
 * run of other punctuation as `|`. Where this and the search disagree, one of them is wrong.
 */
export function plainOf(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replace(SILENT, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(SILENT, '')
    .replace(/[^\p{L}\p{N}.%]+/gu, '|')
    .replace(/^\|+|\|+$/g, '');
}
