import type { FigureRecord, InitiativeRecord } from '../atlas/records.ts';
import type { Axis, Label, Lane, Mark, ReportMark, Span } from '../compare/timeline.ts';
import { reportDate, timeInWords } from './dates.ts';
import { words } from './zh.ts';

/** The words of the timeline's page. */
export const timelineWords = {
  description: '各县报道里注有时间的做法和数据，按县排在同一条时间轴上；年份由报道日期推定的注明，没有注时间的另列。',
  lead: '报道印出来的时间照印，原文写到日、月还是年，这里就画到日、月还是年。有的报道没有印日期，年份是推定的；文中写“今年”等的，随之推定，用虚线框画出，写明“推定”。各份报道的年份不同，同一年里没有某县的做法，不等于那一年没有做。原文没有注时间的，不排进任何一年，另列一栏，只写条数。',
  plot: '各县注有时间的做法和数据',
  jumps: '直接看表',
  county: '县',
  undated: '未注时间',
  report: '报道',
  legend: {
    day: '写到日',
    month: '写到月',
    year: '写到年，框宽一年',
    stretch: '写明起止',
    since: '只写起于何时，未写何时止；虚线画到报道的日期为止',
    until: '只写截至何时，未写何时起',
    inferred: '写作“今年”等，年份由报道日期推定',
    report: '报道的日期；没有注日期的，是它不会早于的时间',
  },
  legendNote: '点图中的一处，到下面表里的那一行。标签以“数据”开头的只有数据，所属的做法没有注同一时间。',
  axis: '年份',
  table: { record: '做法或数据', number: '数字', initiative: '做法' },
  nothing: '这份报道的做法和数据都没有注时间。',
  noneUndated: '无',
  undatedNote: '下列做法和数据，原文没有注时间。',
} as const;

/** How many years the axis holds, in words. */
export function axisInWords({ from, to }: Axis): string {
  return `${from}年至${to - 1}年，一格一年`;
}

/** What a lane shows, for a reader who does not see it. */
export function laneInWords({ marks, undated }: Lane, axis: Axis): string {
  const initiatives = marks.flatMap(({ initiative }) => initiative ?? []);
  const dated = countsInWords(
    initiatives,
    marks.flatMap(({ figures }) => figures),
  );
  const rest = countsInWords(undated.initiatives, undated.figures);
  return `横轴自${axis.from}年至${axis.to - 1}年。注有时间的：${dated || '无'}；未注时间的：${rest || '无'}。各项的时间见下面的表。`;
}

/** `54条做法、12个数据`; what there is none of is left out. */
export function countsInWords(initiatives: readonly InitiativeRecord[], figures: readonly FigureRecord[]): string {
  return [
    ...(initiatives.length > 0 ? [`${initiatives.length}条做法`] : []),
    ...(figures.length > 0 ? [`${figures.length}个数据`] : []),
  ].join('、');
}

/**
 * The label beside a mark: its initiative, else the first of its figures. How many figures an initiative has is said only where
 * there is room; that a figure is one of several, wherever its name leaves room.
 */
export function labelOf({ initiative, figures }: Mark, counted: boolean): Label {
  const count = figures.length;
  if (initiative) return { name: initiative.name, tail: counted && count > 0 ? `，${count}个数据` : '' };
  return { name: `数据：${figures[0]?.label}`, tail: count > 1 ? `等${count}个` : '' };
}

/** The label beside the mark of a report: its date only where there is room, that the date is worked out, always. */
export function reportLabelOf({ source, inferred }: ReportMark, dated: boolean): Label {
  const tail = inferred ? words.figure.inferred : '';
  const date = reportDate(source);
  const name = dated ? `${timelineWords.report}：${date.slice(0, date.length - tail.length)}` : timelineWords.report;
  return { name, tail };
}

/** The time of a mark, and whether it is worked out. */
export function markTimeInWords({ time, inferred }: Pick<Mark, 'time' | 'inferred'>): string {
  return timeInWords(time) + (inferred ? words.figure.inferred : '');
}

/** Everything that a mark stands for, its time first. */
export function markInWords(mark: Mark): string {
  const { span, initiative, figures } = mark;
  const labels = figures.map(({ label }) => label).join('、');
  return `${markTimeInWords(mark)}${openness(span)}：${[initiative?.name ?? [], labels && `数据：${labels}`].flat().filter(Boolean).join('；')}`;
}

// Said where the drawing could be taken for the end or the beginning.
function openness({ form }: Span): string {
  return form === 'since' ? '（何时止，原文没有写）' : form === 'until' ? '（何时起，原文没有写）' : '';
}
