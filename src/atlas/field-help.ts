/** What a field should hold, and one that does: two of the five parts of a message about it. */
interface FieldHelp {
  readonly expected: string;
  readonly example: string;
}

const HELP: Readonly<Record<string, FieldHelp>> = {
  id: { expected: '小写英文单词和数字，用连字符相连', example: 'id: secretary-pay' },
  name: { expected: '中文名称，至少两个字', example: 'name: 村干部报酬动态增长' },
  english: { expected: '英文名称', example: 'english: Rising pay for village cadres' },
  province: { expected: '省级行政区全称', example: 'province: 湖南省' },
  prefecture: { expected: '地级行政区全称', example: 'prefecture: 衡阳市' },
  seal: { expected: '一个汉字', example: 'seal: 衡' },
  period: {
    expected: "带引号的日期，或 { from: '2016', to: '2018' }，from 不晚于 to",
    example: "period: { from: '2016', to: '2018' }",
  },
  from: { expected: '带引号的年、年-月或年-月-日', example: "from: '2016'" },
  to: { expected: '带引号的年、年-月或年-月-日', example: "to: '2018-05'" },
  coverage: { expected: 'complete（已收全）或 partial（节选）', example: 'coverage: complete' },
  summary: { expected: '一句话，数字写作 {id}', example: 'summary: 村干部报酬与考核挂钩，书记年均 {secretary-pay}。' },
  lead: { expected: '两三句话，也说明报道没有说什么', example: 'lead: 报道讲了三件事：……' },
  sources: { expected: '至少一个来源的 id，即 content/sources 里的文件名', example: 'sources: [hengdong-2018]' },
  figures: {
    expected: '数据的列表，每条一行',
    example: "figures:\n        - { id: pay, label: 报酬, printed: '3.6万元', value: 36000, unit: 元, at: 14 }",
  },
  initiatives: { expected: '举措的列表，至少一条', example: 'initiatives:\n        - id: village-pay' },
  changes: {
    expected: '增补和更正的列表',
    example:
      "changes: [{ date: '2026-01-31', kind: corrected, record: fig-pay, field: nature, from: result, to: plan, why: 原文写的是打算 }]",
  },
  label: { expected: '数的是什么，用文字写', example: 'label: 村党组织书记年均报酬' },
  printed: { expected: '带引号的文字，数字和单位照原文', example: "printed: '1.6万余户'" },
  value: { expected: '换算到基本单位的数；区间写 { min, max }；原文含糊（数十）写 null', example: 'value: 16000' },
  unit: { expected: '单位表（src/model/units.ts）里的一个单位，不带万和亿', example: 'unit: 户' },
  bound: { expected: 'exact、about、over、under、at-least、at-most、vague 之一', example: 'bound: at-least' },
  nature: { expected: 'result、standard、target、plan、forecast、capacity 之一', example: 'nature: plan' },
  measure: { expected: 'stock（某时点的存量）或 flow（一段时间的流量）', example: 'measure: flow' },
  per: { expected: '方括号里的一个或几个“每”', example: 'per: [person, year]' },
  scope: { expected: '数据所指的地方或人群', example: 'scope: 杨桥镇荆竹村' },
  of: { expected: '百分比所占的整体，照原文说；原文没有写就不写', example: 'of: 农村人口' },
  partOf: { expected: '本县一条数据的 id，这条是它的一部分', example: 'partOf: promoted' },
  stage: { expected: 'before（之前）或 after（之后）', example: 'stage: before' },
  asOf: { expected: '带引号的年、年-月或年-月-日；与 period 只写一个', example: "asOf: '2018'" },
  at: { expected: '来源的第几段（从 1 起），几段时写 [14, 15]，从小到大', example: 'at: 14' },
  source: { expected: '来源的 id；只有一个来源时不写', example: 'source: mou-2018' },
  clause: { expected: '数字前后的原文，2 到 20 个字', example: 'clause: 村党组织书记工资3053元/月' },
  initiative: { expected: '本县一条举措的 id', example: 'initiative: village-pay' },
  indicators: { expected: '指标 id 的列表', example: 'indicators: [village-secretary-pay]' },
  notes: { expected: '文字的列表', example: 'notes: [原文没有写明年份]' },
  key: { expected: 'true 或 false', example: 'key: true' },
  coined: { expected: 'true 或 false', example: 'coined: true' },
  aliases: { expected: '文字的列表', example: 'aliases: [五化]' },
  themes: { expected: '至少一个专题的 id', example: 'themes: [incentives]' },
  who: { expected: '谁来做，用原文的称呼', example: 'who: 县委组织部' },
  parts: { expected: '文字的列表，按原文的次序', example: 'parts: [亮身份, 亮承诺, 亮业绩]' },
  formerly: { expected: '旧 id 的列表', example: 'formerly: [old-pay]' },
  county: { expected: '县的 id，即 content/counties 里的文件名', example: 'county: hengdong' },
  title: { expected: '来源的标题', example: 'title: 某县党建工作纪实' },
  subtitle: { expected: '副标题', example: 'subtitle: 某县创新党建工作纪实' },
  publisher: { expected: '发布者；原文没有写就写 null', example: 'publisher: null' },
  authors: { expected: '文字的列表；原文没有写就写 []', example: 'authors: [王刚]' },
  date: { expected: '带引号的日期；没有日期写 null，同时 dateBasis: none', example: "date: '2018-11-13'" },
  dateBasis: { expected: 'stated（写明）、inferred（推定）、none（没有）之一', example: 'dateBasis: stated' },
  notBefore: { expected: '带引号的日期', example: "notBefore: '2024-07'" },
  dateNote: { expected: '日期的依据，一句话', example: 'dateNote: 标题下方印有发布时间' },
  kind: { expected: '说明这是哪一类', example: 'kind: 网络新闻' },
  address: { expected: 'http 或 https 地址；原文没有写就写 null', example: 'address: null' },
  sha256: { expected: '64 位十六进制校验和', example: 'sha256sum report.txt' },
  paragraphs: {
    expected: '每个非空行一条：所在小节和开头至多 12 个字',
    example: '- { section: null, first: 近年来,某县坚持 }',
  },
  section: { expected: '小节标题；第一个标题之前写 null', example: 'section: 压实责任' },
  first: { expected: '这一段开头的 1 到 12 个字，一字不改', example: 'first: 近年来,某县坚持' },
  setAside: { expected: '不作为数据的数字和没有事实的段落', example: 'setAside: { numbers: [], paragraphs: [] }' },
  names: { expected: '{ text, reason } 的列表', example: '- { text: “党建工作要作为第一重点”, reason: 引语 }' },
  numbers: { expected: '{ text, reason } 的列表', example: '- { text: “五化”, reason: 名称 }' },
  reason: { expected: '理由', example: 'reason: 名称' },
  remarks: { expected: '存疑的列表；没有写 []', example: 'remarks: []' },
  text: { expected: '文字', example: 'text: 原文写……' },
  question: { expected: '一个问题，以全角问号结尾', example: 'question: 干得不好，谁来担责？' },
  order: { expected: '不重复的正整数', example: 'order: 3' },
  definition: { expected: '什么算、什么不算', example: 'definition: 县里规定的书记报酬，不含补贴' },
  explanation: { expected: '两句平实的话', example: 'explanation: ……' },
  everyday: { expected: '口语说法的列表', example: 'everyday: [村支书]' },
  also: { expected: '单位的列表：别的来源数同一类东西时用的单位', example: 'also: [人次]' },
  computed: {
    expected: '算出的数的列表，share、average、difference、sum 四种算法写一种',
    example: '- { id: mou-share, label: 达标的占比, share: [mou/passed, mou/all] }',
  },
  share: { expected: '部分和整体，两条数据，写作 县/数据', example: 'share: [mou/passed, mou/all]' },
  average: { expected: '总数和个数，两条数据，写作 县/数据', example: 'average: [mou/visits, mou/classes]' },
  difference: { expected: '后来的数和先前的数，写作 县/数据', example: 'difference: [mou/rate-2017, mou/rate-2013]' },
  sum: { expected: '同一整体的几部分，写作 县/数据', example: 'sum: [mou/part-one, mou/part-two]' },
  unlike: {
    expected: '{ figures: [县/数据], against: [县/数据], because } 的列表；不写 against 时 figures 两两不同',
    example: '- { figures: [a/x], against: [b/y], because: 口径不同 }',
  },
  against: { expected: '与 figures 各条都不同的数据，写作 县/数据', example: 'against: [b/y, c/z]' },
  uses: {
    expected: '至少两个县的用法',
    example: '- { county: hengdong, initiatives: [five-standards], means: 党支部建设的五项 }',
  },
  means: { expected: '在这个县指什么，一句话', example: 'means: 党支部建设的五项' },
  contrast: { expected: '一句话说明各县所指有什么不同', example: 'contrast: 一个指支部建设，一个指安置点的设施' },
  answers: {
    expected: '各县的回答，至少一条；没有说的县不写',
    example: '- { county: mou, text: 书记年均 {secretary-pay}。, initiatives: [village-pay] }',
  },
  unsaid: { expected: '各来源没有说什么', example: 'unsaid: 其余各县没有写数额。' },
  because: { expected: '理由', example: 'because: 一个含补贴，一个不含' },
  why: { expected: '理由', example: 'why: 原文数字抄错' },
};

// The same name means something else inside these lists.
const WITHIN: Readonly<Record<string, Readonly<Record<string, FieldHelp>>>> = {
  remarks: {
    kind: {
      expected: 'sum、share、name、date、count、wording、broken、missing、scope 之一',
      example: 'kind: count',
    },
    figures: { expected: '本县数据的 id 的列表', example: 'figures: [secretary-pay]' },
    initiatives: { expected: '本县举措的 id 的列表', example: 'initiatives: [village-pay]' },
  },
  unlike: {
    figures: {
      expected: '数据，写作 县/数据；本指标算出的数写它的 id',
      example: 'figures: [hengdong/secretary-pay, mou/secretary-pay]',
    },
  },
  uses: { initiatives: { expected: '这个县里用这个名称的举措的 id', example: 'initiatives: [five-standards]' } },
  answers: { initiatives: { expected: '回答所依据的本县举措的 id', example: 'initiatives: [village-pay]' } },
  setAside: { paragraphs: { expected: '{ at, reason } 的列表', example: '- { at: 3, reason: 没有事实 }' } },
  changes: {
    date: { expected: '带引号的年-月-日，网站改动的那一天', example: "date: '2026-01-31'" },
    kind: { expected: 'added（增补）、corrected（更正）、removed（删去）之一', example: 'kind: corrected' },
    record: {
      expected: '县的文件里照网址 # 后面的写法：举措写 id，数据写 fig-id，存疑写 remark-id；别处写文件名',
      example: 'record: fig-secretary-pay',
    },
    name: { expected: '删去的记录原来的名称', example: 'name: 村干部报酬动态增长' },
    field: { expected: '改动的字段，照记录里的名称；正文写 text', example: 'field: nature' },
    from: {
      expected: '改之前的写法，带引号的文字；长的文字只摘改动的几个字；原来没有写的不写',
      example: "from: '3.6万元'",
    },
    to: {
      expected: '改之后的写法，带引号的文字；长的文字只摘改动的几个字；改后不再写的不写',
      example: "to: '3.8万元'",
    },
    why: { expected: '理由，一句话，数字写作 {id}', example: 'why: 原文写的是打算，不是已有的结果。' },
  },
};

/** Help for the innermost named field of a path. */
export function helpFor(path: readonly PropertyKey[]): FieldHelp {
  const name = [...path].reverse().find((key): key is string => typeof key === 'string');
  const outer = String(path[0] ?? '');
  return (
    (name ? (WITHIN[outer]?.[name] ?? HELP[name]) : undefined) ?? {
      expected: '照同类文件的写法',
      example: '见 content 里的其他文件',
    }
  );
}
