/** The words of citing: on the page, and in the fixed forms of the texts to copy. */
export const citeWords = {
  summary: '引用',
  heading: '引用本站',
  forms: { gbt7714: 'GB/T 7714', apa: 'APA', bibtex: 'BibTeX' },
  how: (version: string) =>
    `点一下选中全段，先本站，后所据报道；引用日期自填。内容版本${version}由内容算出，与生成日期无关。`,
  noOrigin: '本站没有设定网址，请在地址前补上域名。',
  whole: '引用一项做法或一个数，请用该县、专题或指标页上的引文，并连同数的性质、范围和时间。',
  version: '内容版本',
  accessed: '引用日期',
  titles: {
    theme: (name: string) => `专题：${name}`,
    indicator: (name: string) => `指标：${name}`,
    data: '做法和数据',
    dataEnglish: 'County Practice Atlas: Practices and Figures',
  },
  gbt7714: {
    others: '等',
    anonymous: '佚名',
    noPublisher: '[出版者不详]',
    noDate: '[日期不详]',
    notBefore: (date: string) => `[日期不详，不早于${date}]`,
    noAddress: '原文未注网址',
  },
  bibtex: {
    draws: (version: string, keys: string) => `内容版本${version}；所据报道：${keys}`,
    noAuthor: '原文未署名',
    noPublisher: '原文未注发布者',
    noDate: '原文未注日期',
    notBefore: (date: string) => `原文未注日期，不早于${date}`,
    inferred: '年份为推定',
    and: '；',
  },
} as const;
