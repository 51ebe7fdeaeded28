import type { Figure } from '../model/figure.ts';
import { intervalOf } from '../model/interval.ts';
import { factorBetween } from '../model/units.ts';
import type { Entries } from './files.ts';
import type { Problem } from './problem.ts';

/** Parts that count something else than their whole, are more than it, or stand in a ring. */
export function partsOfWholes({ counties }: Entries): Problem[] {
  return counties.flatMap(({ document, data }) =>
    data.figures.flatMap((part, i) => {
      const whole = data.figures.find(({ id }) => id === part.partOf);
      const fault = whole && wholeFault(part, whole, data.figures);
      if (!fault) return [];
      return [
        {
          rule: 'part-of-whole' as const,
          file: document.file,
          line: document.lineOf(['figures', i, 'partOf']),
          found: `数据 ${part.id} 的 partOf：${fault}`,
          expected: '同一个县的另一条数据：数的是同一类东西，而且不比这一条小',
          example: `partOf: ${whole.id}`,
          next: '改正 partOf，或删去它',
        },
      ];
    }),
  );
}

function wholeFault(part: Figure, whole: Figure, figures: readonly Figure[]): string | undefined {
  if (whole === part) return '写的是它自己';
  if (factorBetween(part.unit, whole.unit) === null) return `单位是 ${part.unit}，整体的单位是 ${whole.unit}`;
  if ([...part.per].sort().join() !== [...whole.per].sort().join()) return '口径不同，一个按时间或按人计，一个不是';
  if (isMore(part, whole)) return `比整体 ${whole.printed} 还大`;
  // A ring is reported where one stands in it, once for each.
  const seen = new Set<Figure>([part]);
  for (let next: Figure | undefined = whole; next; next = figures.find(({ id }) => id === next?.partOf)) {
    if (next === part) return '整体又是它的一部分';
    if (seen.has(next)) return undefined;
    seen.add(next);
  }
  return undefined;
}

/** Whether the one is certainly more than the other, whatever its hedge leaves open. */
export function isMore(a: Figure, b: Figure): boolean {
  const [x, y, factor] = [intervalOf(a), intervalOf(b), factorBetween(a.unit, b.unit)];
  if (!x || !y || factor === null) return false;
  // Rounded, since 3 ‰ are 0.3 % and a computer's product is a little more.
  const least = Number((x.min * factor).toPrecision(12));
  return least > y.max || (least === y.max && (x.open || y.open));
}
