import type { CountyRecord } from '../atlas/records.ts';
import type { MEASURES, Nature } from '../model/figure.ts';
import type { RemarkKind } from '../model/source.ts';

/** The interface's words. A second language is a second object of this type. */
export const words = {
  lang: 'zh-CN',
  site: '县域做法图谱',
  siteEnglish: 'County Practice Atlas',
  seal: '县',
  title: (counties: string) => `${counties}个县，同一组问题`,
  skip: '跳到正文',
  unstyled: '样式没有载入，内容不缺。',
  home: '首页',
  questions: '问题',
  nav: {
    label: '主导航',
    more: '更多',
    questions: '问题',
    counties: '县',
    themes: '专题',
    compare: '比较',
    indicators: '指标',
    timeline: '时间线',
    sources: '来源',
    terms: '术语',
    data: '数据',
    changes: '增补与更正',
    report: '报告错误',
    about: '关于',
    accessibility: '无障碍',
  },
  breadcrumbs: '所在位置',
  contents: '本页内容',
  footer: {
    independent: '独立整理，不是官方网站；数字都是各县报道自己公布的。',
    rights: '内容与数据CC BY 4.0，代码MIT；来源文件不在其内，也不收入本站。',
  },
  /** The link beside a record that leads to where an error in it is reported. */
  report: '报错',
  search: {
    title: '检索',
    label: '检索做法、数字、名称',
    placeholder: '做法、数字',
    submit: '检索',
    failed: '检索没有加载成功；按回车到检索页再试。',
    slow: '检索的文件还没有取到，可能是网络慢。可以继续等，或者按回车到检索页。',
    /** What the script of the search page says when a thing is not as it should be; in the page, which the script need not carry then. */
    trouble: {
      failed: '检索没有加载成功，可能是网络断了，或者少了文件。下面是全部做法的索引，可以用浏览器的页内查找。',
      slow: '检索的文件还没有取到，可能是网络慢。结果到了就显示在这里；下面先是全部做法的索引，可以用浏览器的页内查找。',
      mixed:
        '检索没有加载成功：取到的文件不是同一次发布的，可能网站刚刚更新。可以再试一次，或者重新载入本页。下面是全部做法的索引，可以用浏览器的页内查找。',
      unmarked: '浏览器不让本站暂存检索词：打开结果以后，网页上不会标出它们。',
    },
    unready: '检索要靠脚本，现在脚本没有运行。下面是全部做法的索引，可以用浏览器的页内查找。',
    examples: '试试',
    description: '怎样检索各县的做法；各专题最能说明问题的做法；按县、按专题、按拼音首字母排列的全部做法索引。',
    start: {
      title: '怎样检索',
      part: '名称或其中一段',
      number: '原文写的数字',
      numberNote: '照原文写，可以连同单位',
      pinyin: '拼音或首字母',
      pinyinNote: '不写声调',
      traditional: '繁体字',
      everyday: '平常的说法',
      everydayNote: (term: string) => `也能找到“${term}”`,
      english: '英文',
      question: '整句提问',
      order:
        '逐字含有所写词语的结果排在最前。拆开词语、换用近义的说法等放宽以后才找到的，排在后面，前面有一行标题，写明是怎样放宽的。',
    },
    telling: {
      title: '按专题看，最能说明问题的做法',
      note: '每个专题至多两条，出自不同的县，年份是报道的年份。县页展开叙述的在先，其次是以这个专题为首的，再看数据和内容的多少。这是取舍的次序，不是评价。',
    },
    index: {
      title: '全部做法',
      note: (count: number) => `${count}条做法，按三种次序各列一遍。方印里的字代表县。`,
      parts: '索引的排列',
      county: '按县',
      theme: '按专题',
      themeNote: '一条做法可以属于几个专题，在每个专题下都列出。',
      initial: '按拼音首字母',
      initialNote: '按名称的第一个字排，引号和书名号不计。',
    },
  },
  county: {
    report: '报道',
    source: '来源',
    period: '所述时期',
    counts: { initiatives: '做法', figures: '数据', remarks: '存疑' },
    key: '关键数据',
    others: '其他做法',
    othersNote: '正文没有展开的做法，各用一两句话说明。',
    figures: '全部数据',
    figuresNote: '原文怎样写，就怎样列；换算后的值见数据下载。点这里的数字，回到正文用它的地方。',
    remarks: '存疑',
    remarksNote:
      '原文中前后不一、算不拢或交代不清之处。只列出原文怎样写，不判断哪一处对；在做法旁边写过的，这里通向那里。',
    changes: '增补与更正',
    allChanges: (count: number) => `全部${count}条`,
    partial: '本页是节选：报道的其余做法和数据还在整理，没有列出的不等于原文没有。',
    who: '主体',
    parts: '内容',
    when: '时间',
    at: '原文',
    coined: '名称为本站所拟',
  },
  figure: {
    label: '数据',
    printed: '原文写作',
    nature: '性质',
    time: '时间',
    scope: '范围',
    wholeCounty: '全县',
    undated: '原文未注年份',
    inferred: '（推定）',
    paragraph: '段',
    doubt: '疑',
    doubtLabel: '这个数据存疑，看说明',
    clause: '原文',
    initiative: '所属做法',
    indicator: '指标',
    seeRow: '出处',
  },
  silence: { silent: '原文未提及', 'not-yet': '尚未收录' },
  /** Of an indicator a report can be silent and still speak of the matter. */
  numberSilence: { silent: '没有印出这类数', 'not-yet': '尚未收录' },
  theme: { answers: '各县的做法', county: '县', initiatives: '做法', figures: '数据' },
  source: {
    publisher: '发布者',
    authors: '作者',
    date: '日期',
    dateNote: '日期依据',
    kind: '类型',
    address: '原址',
    sha256: '文本校验和',
    paragraphs: '段落',
    paragraphsNote: '“第几段”指原文文本的第几个非空行。只列每段开头几个字，供对照原文时查找；原文不收入本站。',
    section: '所在小节',
    first: '开头',
    used: '引用它的记录',
    aside: '不作为数据的数字',
    unstated: '原文未注',
    none: '无',
  },
} as const;

export type Words = typeof words;

export const NATURE_WORDS: Readonly<Record<Nature, string>> = {
  result: '结果',
  standard: '标准',
  target: '目标',
  plan: '计划',
  forecast: '预计',
  capacity: '容量',
};

export const MEASURE_WORDS: Readonly<Record<(typeof MEASURES)[number], string>> = {
  stock: '某一时点的数',
  flow: '一段时间内的数',
};

export const REMARK_WORDS: Readonly<Record<RemarkKind, string>> = {
  sum: '合计',
  share: '比例',
  name: '名称',
  date: '时间',
  count: '条数',
  wording: '措辞',
  broken: '断裂',
  missing: '缺失',
  scope: '范围',
};

/** Where a county lies, in one run: 湖南省衡阳市. */
export function placeOf(county: CountyRecord): string {
  return county.province + county.prefecture;
}
