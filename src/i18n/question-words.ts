/** The words of the questions and of the home page's overview. */
export const questionWords = {
  title: '问题',
  heading: (count: string) => `${count}个问题，各县怎样回答`,
  description: '读者会问的问题：每个问题下各县的报道各说了什么、有什么数字、没有说什么，以及去哪里比较。',
  lead: '每个问题先给一两句总的回答，再列各县的报道怎么说，最后是各来源没有说的。数字后面的方括号通向它在原文的哪一段。',
  answers: '各县的回答',
  rests: '依据的做法',
  unsaid: '没有说的',
  silent: (counties: string) => `没有写到的县：${counties}。`,
  compare: '比较',
  matrix: (theme: string) => `“${theme}”各县并列`,
  indicator: (name: string) => `指标：${name}`,
  sources: '各来源的日期和依据',
  timeline: '时间线',
  home: {
    heading: '从问题看起',
    note: '实心的印是报道写到有关内容的县，空心的印是没有写到。',
    answered: (county: string, answered: boolean) => `${county}：${answered ? '写到有关内容' : '没有写到'}`,
  },
  overview: {
    heading: '说了什么，没有说什么',
    note: '方块的面积是做法的条数；斜纹是原文未提及。条数多少与报道的长短和收录的粗细有关，不说明谁做得好。',
    caption: '各县在每个专题下的做法条数',
    theme: '专题',
    count: (count: number) => `${count}条`,
    figures: '只有数据',
  },
} as const;
