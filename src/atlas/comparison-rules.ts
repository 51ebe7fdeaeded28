import type { Figure } from '../model/figure.ts';
import { OPERATIONS } from '../model/indicator.ts';
import { agree } from '../model/printed.ts';
import { countedBy } from '../model/units.ts';
import { computedTerms } from './computed-rules.ts';
import { type Entries, figuresOf } from './files.ts';
import { partsOfWholes } from './part-rules.ts';
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
