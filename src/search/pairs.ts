/** The pairs of neighbouring letters of a text. Two texts that share many say much alike. */
export function pairsOf(text: string): string[] {
  const letters = [...text];
  return letters.slice(1).map((letter, i) => `${letters[i]}${letter}`);
}
