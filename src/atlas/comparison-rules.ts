import type { Figure } from '../model/figure.ts';
import type { Operation } from '../model/indicator.ts';
import { OPERATIONS } from '../model/indicator.ts';
import { intervalOf, quotient } from '../model/interval.ts';
import { perOf } from '../model/pers.ts';
import { agree } from '../model/printed.ts';
import { countedBy, factorBetween } from '../model/units.ts';
import type { Entries } from './files.ts';
import type { Problem } from './problem.ts';

/** What is wrong with what is compared: values of indicators, computed ones, parts and wholes, counties named twice, names. */
export function comparisonProblems(entries: Entries): Problem[] {
  return [
    ...indicatorUnits(entries),
    ...computedTerms(entries),
    ...idleUnlike(entries),
    ...partsOfWholes(entries),
    ...countyTwice(entries),
    ...unsaidFriends(entries),
  ];
}

// Values of one indicator stand in one table: what they count is the indicator's kind, or one that it says to be taken for it.
function indicatorUnits({ counties, indicators }: Entries): Problem[] {
  const units = new Map(indicators.map(({ document, data }) => [document.id, [data.unit, ...data.also]]));
  return counties.flatMap(({ document, data }) =>
    data.figures.flatMap((figure, i) =>
      // One that is written twice is reported as that.
      [...new Set(figure.indicators)].flatMap((id) => {
        const [unit, ...also] = units.get(id) ?? [];
        if (unit === undefined) return [];
        if ([unit, ...also].some((one) => countedBy(one) === countedBy(figure.unit))) return [];
        // A unit that is not the printed one has been reported as that.
        if (agree(figure.printed, figure).some(({ field }) => field === 'unit')) return [];
        return [
          {
            rule: 'indicator-unit' as const,
            file: document.file,
            line: document.lineOf(['figures', i, 'indicators']),
            found: `数据 ${figure.id} 的单位是 ${figure.unit}，指标 ${id} 的单位是 ${[unit, ...also].join('、')}`,
            expected: '数据和指标数的是同一类东西：人和人次、户和户次都不是一类',
            example: `unit: ${unit}, indicators: [${id}]`,
            next: `从这条数据的 indicators 里删去 ${id}；若单位写错了，改 unit；若各来源确有不同的数法，在指标的 also 里加上 ${figure.unit}`,
          },
        ];
      }),
    ),
  );
}

const FITTING: Readonly<Record<Operation, string>> = {
  share: '同一个县的部分和整体，单位能换算，时间相同，部分不大于整体',
  average: '同一个县、同一范围、同一时间的总数和个数',
  difference: '同一个县、同一范围的后来的数和先前的数，单位能换算',
  sum: '同一个县、同一时间、同一性质的几部分，单位能换算',
};

// A value is computed only of numbers that belong together.
function computedTerms(entries: Entries): Problem[] {
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

/** Whether the one is certainly more than the other, whatever its hedge leaves open. */
function isMore(a: Figure, b: Figure): boolean {
  const [x, y, factor] = [intervalOf(a), intervalOf(b), factorBetween(a.unit, b.unit)];
  if (!x || !y || factor === null) return false;
  // Rounded, since 3 ‰ are 0.3 % and a computer's product is a little more.
  const least = Number((x.min * factor).toPrecision(12));
  return least > y.max || (least === y.max && (x.open || y.open));
}

// An exception that concerns no value, or no pair of counties, is forgotten, or was meant for another.
function idleUnlike(entries: Entries): Problem[] {
  const figures = figuresOf(entries);
  const known = new Set(entries.indicators.map(({ document }) => document.id));
  // Of a figure with an unknown indicator one cannot tell: that is reported by itself.
  const belongs = ({ indicators }: Figure, id: string) =>
    indicators.includes(id) || indicators.some((indicator) => !known.has(indicator));
  return entries.indicators.flatMap(({ document, data }) => {
    const idle = (i: number, field: string, found: string, next: string): Problem => ({
      rule: 'unlike-idle',
      file: document.file,
      line: document.lineOf(['unlike', i, field]),
      found,
      expected: '这个指标里不同县的数据',
      example: `indicators: [${document.id}]`,
      next,
    });
    const countyOf = (ref: string) => {
      const term = data.computed.find(({ id }) => id === ref);
      const from = term ? OPERATIONS.flatMap((operation) => term[operation] ?? [])[0] : ref;
      return (from ?? ref).split('/')[0];
    };
    return data.unlike.flatMap((unlike, i) => {
      const strangers = (['figures', 'against'] as const).flatMap((field) =>
        (unlike[field] ?? []).flatMap((ref) => {
          const figure = figures.get(ref);
          if (!figure || belongs(figure, document.id)) return [];
          const next = `从 unlike 里删去 ${ref}，或在那条数据的 indicators 里写上 ${document.id}`;
          return [idle(i, field, `${ref} 不是这个指标的数据`, next)];
        }),
      );
      const counties = unlike.figures.map(countyOf);
      const others = (unlike.against ?? unlike.figures).map(countyOf);
      const meet = counties.some((county) => others.some((other) => other !== county));
      // A reference to nothing is reported as that.
      const broken = [...unlike.figures, ...(unlike.against ?? [])].some(
        (ref) => ref.includes('/') && !figures.has(ref),
      );
      return meet || broken || strangers.length > 0
        ? strangers
        : [idle(i, 'figures', '写到的数据都是同一个县的', '不同县的数据才会放在一起比：补上另一个县的，或删去这一条')];
    });
  });
}

// A part counts the same as its whole and is not more than it.
function partsOfWholes({ counties }: Entries): Problem[] {
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

// A name that means different things is said to do so by every practice that bears it.
function unsaidFriends(entries: Entries): Problem[] {
  const plain = (name: string) => name.replace(/[“”《》]/g, '');
  return entries.counties.flatMap(({ document, data }) =>
    data.initiatives.flatMap((initiative, i) => {
      const names = [initiative.name, ...initiative.aliases].map(plain);
      const friend = entries['false-friends'].find(
        ({ data: { name, uses } }) =>
          names.includes(plain(name)) &&
          !uses.some(({ county, initiatives }) => county === document.id && initiatives.includes(initiative.id)),
      );
      if (!friend) return [];
      return [
        {
          rule: 'false-friend-unsaid' as const,
          file: document.file,
          line: document.lineOf(['initiatives', i, 'name']),
          found: `举措 ${initiative.id} 也叫“${friend.data.name}”，几个县用这个名称所指不同`,
          expected: `${friend.document.file} 里写明这个名称在本县指什么`,
          example: `- { county: ${document.id}, initiatives: [${initiative.id}], means: 在本县指什么 }`,
          next: '在那个文件的 uses 里加上这一条，或补进本县已有的一条',
        },
      ];
    }),
  );
}

// What a county uses a name for, or answers, is said in one place.
function countyTwice(entries: Entries): Problem[] {
  const lists = [
    ...entries['false-friends'].map(({ document, data }) => ({ document, field: 'uses', items: data.uses })),
    ...entries.questions.map(({ document, data }) => ({ document, field: 'answers', items: data.answers })),
  ];
  return lists.flatMap(({ document, field, items }) =>
    items.flatMap(({ county }, i) =>
      items.findIndex((item) => item.county === county) === i
        ? []
        : [
            {
              rule: 'id-twice' as const,
              file: document.file,
              line: document.lineOf([field, i, 'county']),
              found: `${field} 里 ${county} 写了两次`,
              expected: '每个县只写一条',
              example: `county: ${county}`,
              next: '把两条合成一条',
            },
          ],
    ),
  );
}

function figuresOf({ counties }: Entries): ReadonlyMap<string, Figure> {
  return new Map(
    counties.flatMap(({ document, data }) => data.figures.map((figure) => [`${document.id}/${figure.id}`, figure])),
  );
}
