const QUOTED = /“([^“”]+)”|《([^《》]+)》/g;
const MARKS = /[\s“”‘’"'《》〈〉（）()【】\p{P}]/gu;

/** Every name that stands in “” or 《》 in a text, inner ones too. */
export function namesIn(text: string): string[] {
  const names: string[] = [];
  for (const match of text.matchAll(QUOTED)) {
    const name = match[1] ?? match[2] ?? '';
    names.push(name, ...namesIn(name));
  }
  // A name within a document's name: 《关于“x”的办法》 is both.
  for (const match of text.matchAll(/《([^》]+)》/g)) names.push(match[1] ?? '');
  return [...new Set(names.filter((name) => bare(name) !== ''))];
}

/** A text without marks and blanks and in one width, for comparing names: half-width and full-width brackets are one. */
export function bare(text: string): string {
  return text.normalize('NFKC').replace(MARKS, '').toLowerCase();
}

/** Whether a name occurs in a text, marks and blanks aside. */
export function occursIn(name: string, text: string): boolean {
  return bare(text).includes(bare(name));
}
