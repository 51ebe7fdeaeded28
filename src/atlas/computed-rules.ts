import type { Figure } from '../model/figure.ts';
import { OPERATIONS, type Operation } from '../model/indicator.ts';
import { intervalOf, quotient } from '../model/interval.ts';
import { perOf } from '../model/pers.ts';
import { factorBetween } from '../model/units.ts';
import { type Entries, figuresOf } from './files.ts';
import { isMore } from './part-rules.ts';
import type { Problem } from './problem.ts';

const FITTING: Readonly<Record<Operation, string>> = {
  share: '同一个县的部分和整体，单位能换算，时间相同，部分不大于整体',
  average: '同一个县、同一范围、同一时间的总数和个数',
  difference: '同一个县、同一范围的后来的数和先前的数，单位能换算',
  sum: '同一个县、同一时间、同一性质的几部分，单位能换算',
};

/** Computed values whose terms do not belong together. */
export function computedTerms(entries: Entries): Problem[] {
  const figures = figuresOf(entries);
  const problems: Problem[] = [];
  for (const { document, data } of entries.indicators) {
    const first = new Map<string, number>();
    data.computed.forEach((computed, i) => {
      const operation = OPERATIONS.find((one) => computed[one]);
      const refs = (operation && computed[operation]) ?? [];
      const line = document.lineOf(['computed', i, 'id']);
      const before = first.get(computed.id);
      first.set(computed.id, before ?? line);
      if (before !== undefined) {
        problems.push({
          rule: 'id-twice',
          file: document.file,
          line,
          found: `id ${computed.id} 在第 ${before} 行已经用过`,
          expected: '每个 id 在文件里只出现一次：它是网页上的锚点',
          example: `id: ${computed.id}-2`,
          next: '给其中一条换一个说明它是什么的 id',
        });
      }
      const terms = refs.flatMap((ref) => figures.get(ref) ?? []);
      // A term that does not exist is reported as that.
      if (!operation || terms.length < refs.length) return;
      const fault = faultOf(operation, refs, terms);
      if (fault === undefined) return;
      problems.push({
        rule: 'computed-terms',
        file: document.file,
        line: document.lineOf(['computed', i, operation]),
        found: `${refs.join('、')}：${fault}`,
        expected: FITTING[operation],
        example: `${operation}: [mou/part, mou/whole]`,
        next: '换成同属一处的数据，或删去这条算出的数：算不出来的不算',
      });
    });
  }
  return problems;
}

/** Why these terms do not belong together; undefined where they do. */
function faultOf(operation: Operation, refs: readonly string[], terms: readonly Figure[]): string | undefined {
  const [a, b] = terms;
  if (!a || !b) return undefined;
  const differ = (of: (figure: Figure) => unknown) =>
    new Set(terms.map((term) => JSON.stringify(of(term) ?? null))).size > 1;
  const unsure = new Set(terms.map(({ nature }) => nature).filter((nature) => nature !== 'result'));
  if (new Set(refs).size < refs.length) return '同一条数据写了两次';
  if (new Set(refs.map((ref) => ref.split('/')[0])).size > 1) return '不是同一个县的数据';
  if (terms.some(({ value }) => value === null)) return '其中一条没有数值';
  if (unsure.size > 1) return '性质不同';
  if (operation === 'average') {
    if (!perOf(b.unit)) return `不能按${b.unit}平均`;
    if (b.per.length > 0) return `个数${b.printed}本身是按别的计的`;
    if (differ(({ scope }) => scope)) return '范围不同';
  } else {
    if (terms.some((term) => factorBetween(term.unit, a.unit) === null)) return '单位不能换算';
    if (differ(({ per }) => [...per].sort())) return '口径不同，一个按时间或按人计，一个不是';
  }
  if (operation === 'share' || operation === 'average') {
    const [x, y] = [intervalOf(a), intervalOf(b)];
    if (!x || !y || !quotient(x, y)) return `${y && y.min <= 0 ? b.printed : a.printed}可能是零或更少，除不出来`;
  }
  if (operation === 'difference') {
    if (differ(({ scope }) => scope)) return '范围不同';
    return differ(({ nature, measure }) => [nature, measure]) ? '性质不同' : undefined;
  }
  // Where the source names the whole of a part, both are of one time.
  const named = operation === 'share' && a.partOf !== undefined && a.partOf === b.id;
  if (!named && differ(({ asOf, period }) => [asOf, period])) return '时间不同';
  if (operation === 'sum' && differ(({ nature, measure, stage }) => [nature, measure, stage])) return '性质不同';
  return operation === 'share' && isMore(a, b) ? '部分大于整体' : undefined;
}
