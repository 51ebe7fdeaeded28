interface AnswerInWords {
  readonly initiatives: number;
  readonly withWho: number;
  readonly dated: number;
  readonly withFigures: number;
  readonly natures: readonly string[];
}

/** The words of the pages that set counties side by side. */
export const compareWords = {
  title: '比较',
  description:
    '一行一个问题，一列一个县：各县报道在每个问题下有多少做法、最能说明问题的一条和它的数据；没有提到的写明没有提到。',
  lead: '一行一个问题，一列一个县。格中是这个县在这个问题下最能说明问题的一条做法和它的一个数据：县页展开叙述的在先，其次是以这个问题为首的，再看数据和内容的多少。斜纹是原文未提及。各列的年份是报道的年份，不是同一时点，数字不能当作同一时点的来比。',
  question: '问题',
  caption: '各县在每个问题下的做法和数据',
  noFigure: '无数据',
  count: (count: number) => (count === 1 ? '只这一条' : `共${count}条`),
  countLabel: (county: string, theme: string, count: string) => `${count}：${county}的“${theme}”`,
  figuresOnly: '没有对应的做法，只有数据：',
  sideBySide: '逐条并列',
  toMatrix: '各县逐个问题对照',
  toIndicators: '指标：两个数能不能比',
  everything: '把全部做法逐条并列',
  /** What stands in the form; what its script says is kept apart from it. */
  choice: {
    /** Said where no box is checked. */
    none: { counties: '至少要有一个县，现在各县都显示。', themes: '至少要有一个问题，现在各个问题都显示。' },
    label: '选择要看的县和问题',
    counties: '县',
    themes: '问题',
    all: '全部显示',
  },
  take: {
    label: '带走这份比较',
    csv: '下载CSV',
    text: '文字版（全部）',
    copy: '复制为文字',
    /** What became of it. */
    copied: '已复制到剪贴板。',
    lost: '没有取到完整的文件，请再试一次。',
    failed: '没有复制成：可以打开“文字版（全部）”，自己选取。',
  },
  friends: {
    title: '同名不同事',
    note: '几个县用同一个名称，所指不尽相同。不能因为名称相同就放在一起比。',
    means: '所指',
    elsewhere: '同名不同事',
    others: (counties: string) => `在${counties}所指不尽相同`,
  },
  side: {
    title: '各县的做法，逐条并列',
    note: '每列一个县，列内最能说明问题的在前。没有写明的主体、时间和数据，写明没有写。',
    caption: (theme: string) => `${theme}：各县的做法`,
    who: '主体',
    when: '时间',
    means: '做法',
    figures: '数据',
    whoUnsaid: '原文未写明主体',
    whenUnsaid: '原文未注时间',
    differences: '各县写明了多少',
    answer: ({ initiatives, withWho, dated, withFigures, natures }: AnswerInWords) =>
      [
        `${initiatives}条做法`,
        withWho === 0 ? '都没有写明主体' : `${withWho}条写明主体`,
        dated === 0 ? '都没有注明时间' : `${dated}条注明时间`,
        withFigures === 0 ? '都没有数据' : `${withFigures}条有数据`,
        ...(natures.length > 0 ? [`数据里有${natures.join('、')}，不都是结果`] : []),
      ].join('；'),
    expand: '全部展开',
    open: '在专题页看',
  },
  everythingPage: {
    /** Of a question whose practices are being fetched, and of one whose did not come. */
    loading: '正在取这一个问题的做法……',
    failed: '没有取到。可以打开这个问题的网页看。',
    title: '全部做法，逐条并列',
    description: '两个到五个县并列：按问题对齐，每条做法写明谁来做、什么时候、怎么做、有什么数据。',
    lead: '每个问题下各县的做法并排，写明谁来做、什么时候、怎么做、有什么数据。',
  },
} as const;
