/** How alike texts are in their words: 0 where they share none, 1 where they are the same. */
export type Similarity = (a: number, b: number) => number;

/**
 * Compares texts by the pairs of neighbouring letters that they share (cosine of tf-idf): a pair that stands in few of the texts counts
 * for more, so that what all reports say (工作, 党员) makes nothing alike. Texts are named by their place in the list.
 */
export function similarityOf(texts: readonly string[]): Similarity {
  const pairs = texts.map(pairsIn);
  const holders = new Map<string, number>();
  for (const own of pairs) for (const pair of own.keys()) holders.set(pair, (holders.get(pair) ?? 0) + 1);
  const vectors = pairs.map((own) => {
    const weights = [...own].map(
      ([pair, count]) => [pair, count * Math.log(1 + texts.length / (holders.get(pair) ?? 1))] as const,
    );
    const length = Math.hypot(...weights.map(([, weight]) => weight)) || 1;
    return new Map(weights.map(([pair, weight]) => [pair, weight / length]));
  });
  return (a, b) => {
    const [x, y] = [vectors[a], vectors[b]];
    if (!x || !y) return 0;
    let sum = 0;
    for (const [pair, weight] of x) sum += weight * (y.get(pair) ?? 0);
    return sum;
  };
}

function pairsIn(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  // Runs of letters: a pair across a comma is no word.
  for (const [run] of text.matchAll(/[\p{Script=Han}]+/gu)) {
    const letters = [...run];
    for (let i = 1; i < letters.length; i++) {
      const pair = `${letters[i - 1]}${letters[i]}`;
      counts.set(pair, (counts.get(pair) ?? 0) + 1);
    }
  }
  return counts;
}
