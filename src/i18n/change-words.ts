import type { ChangeRecord } from '../atlas/records.ts';
import type { ChangeKind } from '../model/change.ts';
import { COVERAGES } from '../model/county.ts';
import { MEASURES, NATURES } from '../model/figure.ts';
import { dateInWords, timeInWords } from './dates.ts';
import { MEASURE_WORDS, NATURE_WORDS } from './zh.ts';

/** The words of the page of additions and corrections, and of its feed. */
export const changeWords = {
  description: '本站的记录什么时候收录，什么时候改过：哪一条、旧值、新值和理由。',
  lead: '用过本站数据的人需要知道哪里变了。这里逐条列出收录的内容和更正过的事实：日期、记录、旧值、新值、理由。措辞的修改不列。',
  note: '数据下载里有同样内容的表：',
  feed: '订阅（Atom）',
  feedTitle: (site: string) => `${site}：增补与更正`,
  none: (kind: string) => `还没有${kind}。`,
  kinds: '各有多少',
  count: (kind: string, count: number) => `${kind}${count}条`,
  became: '改为',
  gained: '补入',
  lost: '不再写',
} as const;

export const CHANGE_KIND_WORDS: Readonly<Record<ChangeKind, string>> = {
  added: '增补',
  corrected: '更正',
  removed: '删去',
};

/** What sort of record a change is about. */
export const CHANGED_WORDS: Readonly<Record<ChangeRecord['of'], string>> = {
  counties: '报道',
  initiatives: '做法',
  figures: '数据',
  remarks: '存疑',
  themes: '专题',
  sources: '来源',
  indicators: '指标',
  terms: '术语',
  'false-friends': '同名异义',
  questions: '问题',
};

/** What a reader calls each field that can be corrected. A field without words here fails a test. */
export const FIELD_WORDS: Readonly<Record<string, string>> = {
  address: '原址',
  aliases: '别名',
  also: '其他单位',
  answers: '各县的回答',
  asOf: '时点',
  at: '原文段落',
  authors: '作者',
  bound: '约数',
  clause: '原文摘录',
  coined: '名称是否本站所拟',
  computed: '算出的数',
  contrast: '不同之处',
  county: '县',
  coverage: '收录程度',
  date: '日期',
  dateBasis: '日期的依据',
  dateNote: '日期依据的说明',
  definition: '定义',
  english: '英文名',
  everyday: '平常的说法',
  explanation: '解释',
  figures: '有关数据',
  indicators: '指标',
  initiative: '所属做法',
  initiatives: '有关做法',
  key: '是否关键数据',
  kind: '类型',
  label: '数的是什么',
  lead: '导语',
  measure: '时点数或时段数',
  name: '名称',
  nature: '性质',
  notBefore: '最早日期',
  notes: '使用须知',
  of: '占什么的比例',
  order: '次序',
  paragraphs: '段落',
  parts: '内容各项',
  partOf: '所属整体',
  per: '按什么计',
  period: '时间',
  prefecture: '地级行政区',
  printed: '原文写法',
  province: '省级行政区',
  publisher: '发布者',
  question: '问题',
  remarks: '存疑',
  scope: '范围',
  seal: '县印',
  setAside: '不作为数据的数字',
  sha256: '文本校验和',
  source: '来源',
  sources: '来源',
  stage: '之前或之后',
  subtitle: '副标题',
  summary: '概括',
  text: '正文',
  themes: '专题',
  title: '标题',
  unit: '单位',
  unlike: '不能相比的数据',
  unsaid: '没有说的',
  uses: '各县所指',
  value: '数值',
  who: '主体',
};

const COVERAGE_WORDS: Readonly<Record<(typeof COVERAGES)[number], string>> = { complete: '收全', partial: '节选' };

/** A value that a change quotes, as a reader would read it on the record itself. */
function valueInWords(field: string, value: string): string {
  const nature = NATURES.find((one) => one === value);
  if (field === 'nature' && nature) return NATURE_WORDS[nature];
  const measure = MEASURES.find((one) => one === value);
  if (field === 'measure' && measure) return MEASURE_WORDS[measure];
  const coverage = COVERAGES.find((one) => one === value);
  if (field === 'coverage' && coverage) return COVERAGE_WORDS[coverage];
  if (field === 'at') return `第${value}段`;
  if (!['period', 'asOf', 'date', 'notBefore'].includes(field)) return value;
  const [from = '', to] = value.split('/').map((end) => (end === '..' ? '' : end));
  return to === undefined ? dateInWords(value) : timeInWords({ ...(from && { from }), ...(to && { to }) });
}

/** A correction in words: the field, and what it said before and says since, each absent where it said or says nothing. */
export function correctionInWords({ field, from, to }: Pick<ChangeRecord, 'field' | 'from' | 'to'>) {
  if (field === undefined) return undefined;
  const words = (value: string | undefined) => (value === undefined ? undefined : valueInWords(field, value));
  return { field: FIELD_WORDS[field] ?? field, from: words(from), to: words(to) };
}
