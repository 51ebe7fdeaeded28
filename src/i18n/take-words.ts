/** The words of what is taken along from a comparison. */
export const takeWords = {
  kinds: { initiative: '做法', figure: '数据', computed: '算出的数', silent: '没有' },
  unsaid: '原文未写',
  noFigure: '无数据',
  who: '主体：',
  when: '时间：',
  report: '报道日期：',
  reservations: '须知：',
  per: '按',
  sameName: (name: string, contrast: string) => `“${name}”各县所指不尽相同：${contrast}`,
  number: (label: string, printed: string, facts: string) => `${label}：${printed}（${facts}）`,
  count: (count: string) => `该县在这个问题下共${count}条`,
  title: (site: string, name: string, url: string) =>
    `${site}：${name}\n${url}\n数字都是各县报道自己公布的；报道的年份和口径各不相同，没有写明可以比的不能比。`,
} as const;
