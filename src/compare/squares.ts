/** The side of the square that stands for a count, so that areas are as the counts; the greatest of `counts` fills `side`. */
export function squareSides(counts: readonly number[], side: number): (count: number) => number {
  const most = Math.max(1, ...counts);
  return (count) => Math.round(Math.sqrt(count / most) * side * 10) / 10;
}
