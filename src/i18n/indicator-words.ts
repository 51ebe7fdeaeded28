/** The words of the pages of indicators. */
export const indicatorWords = {
  title: '指标',
  description: '几个县的报道都数的同一类东西：定义、各县的数，以及每两个数能不能比、为什么。',
  lead: '一个指标把各县报道里数同一类东西的数放在一处，写明什么算、什么不算，再逐对说明两个县的数能不能比。有疑的一律算不能比。',
  all: (pairs: number, like: number) =>
    `现在各指标里不同县的数两两相对，共${pairs}对：${like === 0 ? '没有一对可以直接比，也没有一对换算后可以比' : `可以比的有${like}对，其余不能比`}。`,
  several: '两个县以上都有的指标',
  one: '只有一个县有的指标',
  oneNote: '常有人问，而只有一份报道印出了数。其余各县没有印出这类数，不等于没有提到这件事。',
  name: '指标',
  definition: '定义',
  seals: '有数据的县',
  verdict: '能不能比',
  pairs: (verdict: string, count: number) => `${verdict}的${count}对`,
  unlikeFor: (reasons: readonly string[]) => `不能比：${reasons.join('、')}`,
  unit: '单位',
  themes: '所属专题',
  printedBy: '有数据的县',
  counties: (names: readonly string[], silent: number) =>
    `${names.join('、')}${silent > 0 ? `；其余${silent}个县没有` : ''}`,
  values: '各县的数',
  valuesNote: '照各县报道原样列出，没有排名。算出的数写明算式，各项可以点开。',
  computed: '算出',
  formula: '算式',
  terms: '各项',
  measure: '时点或时段',
  noMeasure: '不涉及',
  measureUnsaid: '原文看不出',
  per: (per: string) => `按${per}计`,
  verdicts: '能不能比',
  alone: (county: string) => `只有${county}有这类数，没有可以比的。`,
  countsNote: '由各个数的单位、范围、时间、性质逐项对照得出；有疑的一律算不能比。',
  pair: '哪两个数',
  judged: '判断',
  why: '理由或算式',
  summary: (pairs: number, counts: { same: number; converted: number; unlike: number }) => {
    const kinds = [
      counts.same > 0 && `可以直接比的${counts.same}对`,
      counts.converted > 0 && `换算后可以比的${counts.converted}对`,
      counts.unlike > 0 && `不能比的${counts.unlike}对`,
    ].filter(Boolean);
    const all = counts.unlike === pairs ? (pairs === 1 ? '不能比' : '都不能比') : kinds.join('，');
    return `不同县的数两两相对，共${pairs}对：${all}。`;
  },
} as const;
