import { type FigureRecord, isTimeInferred, type RemarkRecord, type SourceRecord } from '../atlas/records.ts';
import { perWord } from '../model/pers.ts';
import { reportDate, timeInWords } from './dates.ts';
import { MEASURE_WORDS, NATURE_WORDS, words } from './zh.ts';

/** What stands on paper alone. */
export const printWords = {
  notes: '注',
  notesNote: '正文里方括号中的是注号，〔〕中的是原文的段号。数字照原文写法，由各县报道自己公布。',
  reports: '报道',
  version: (version: string) => `内容版本${version}`,
  remark: (text: string) => `存疑：${text}`,
  sameRemark: (note: number) => `存疑：见[${note}]。`,
} as const;

/** What a figure counts and how it is printed, with all that makes it another than a plain result: `年均报酬：3.6万元（标准；2018年）。` */
export function figureInWords(figure: FigureRecord): string {
  const { label, printed, nature, scope, per, measure, asOf, period } = figure;
  const time = asOf ?? period;
  const inferred = isTimeInferred(figure, [asOf, period?.from, period?.to]) ? words.figure.inferred : '';
  const kind = [
    ...(nature === 'result' ? [] : [NATURE_WORDS[nature]]),
    ...(per.length > 0 ? [per.map((one) => `每${perWord(one)}`).join('')] : []),
    ...(measure ? [MEASURE_WORDS[measure]] : []),
    ...(scope ? [scope] : []),
    time ? timeInWords(time) + inferred : words.figure.undated,
  ];
  return `${label}：${printed}（${kind.join('；')}）。`;
}

/** Where a figure stands: the paragraph and its section in the report, and the words around the number where they help. */
export function placeInWords({ at, clause, source }: FigureRecord): string {
  const sections = new Set(at.flatMap((n) => source.paragraphs[n - 1]?.section ?? []));
  const place = `第${at.join('、')}段${[...sections].map((section) => `“${section}”`).join('')}`;
  return `${place}${clause ? `，${words.figure.clause}“${clause}”` : ''}。`;
}

/** A report as a reader on paper finds it again. */
export function reportInWords(source: SourceRecord): string {
  const { title, subtitle, publisher, address } = source;
  const name = `“${title}${subtitle ? `——${subtitle}` : ''}”`;
  return `${[name, publisher ?? `发布者${words.source.unstated}`, reportDate(source), ...(address ? [address] : [])].join('，')}。`;
}

/** What is odd in the number itself. What a source leaves out is no doubt about what it says, and the time of a note says it. */
export function isDoubt({ kind }: RemarkRecord): boolean {
  return kind !== 'missing' && kind !== 'date';
}
