import {
  type CountyRecord,
  type FigureRecord,
  type InitiativeRecord,
  isTimeInferred,
  type SourceRecord,
} from '../atlas/records.ts';
import { type DatePrecision, type Period, precisionOf } from '../model/date.ts';
import { numbersIn } from '../search/match.ts';

/** A date or a stretch of time as a record gives it. */
export type Time = string | Period;

/** Where the axis begins and ends, in years; both are whole, and the last year lies wholly before `to`. */
export interface Axis {
  readonly from: number;
  readonly to: number;
}

/**
 * A time on the axis, in years and their parts: a day is a day wide, a month a month, a year a year. `since` has no printed end:
 * what is printed reaches from `from` to `firm`, and it is drawn on to `to`, the date of its report. `until` has no printed
 * beginning, and none is drawn.
 */
export type Span =
  | { readonly form: 'date'; readonly precision: DatePrecision; readonly from: number; readonly to: number }
  | { readonly form: 'stretch'; readonly from: number; readonly to: number }
  | {
      readonly form: 'since';
      readonly precision: DatePrecision;
      readonly from: number;
      readonly firm: number;
      readonly to: number;
    }
  | { readonly form: 'until'; readonly precision: DatePrecision; readonly from: number; readonly to: number };

/** What is drawn as one: an initiative and its figures of the same time, or figures alone that share initiative and time. */
export interface Mark {
  readonly time: Time;
  readonly span: Span;
  /** Whether the time is worked out from the date of the report, which is itself worked out. */
  readonly inferred: boolean;
  readonly initiative: InitiativeRecord | undefined;
  readonly figures: readonly FigureRecord[];
}

/** When a report was published; where it says none, the time before which it cannot have been is a `since`. */
export interface ReportMark {
  readonly source: SourceRecord;
  readonly span: Span;
  /** Whether the date is worked out and not printed. */
  readonly inferred: boolean;
}

/** A county's part of the timeline: every record of it is in one mark or undated. */
export interface Lane {
  readonly county: CountyRecord;
  readonly reports: readonly ReportMark[];
  /** By time, then in the order of the atlas. */
  readonly marks: readonly Mark[];
  readonly undated: { readonly initiatives: readonly InitiativeRecord[]; readonly figures: readonly FigureRecord[] };
}

export interface Timeline {
  /** Absent where no record and no report has a date. */
  readonly axis: Axis | undefined;
  readonly lanes: readonly Lane[];
}

/** The counties in their order on one axis, from the first date of any of them to the last. */
export function timelineOf(counties: readonly CountyRecord[]): Timeline {
  const axis = axisOf(counties.flatMap(timesOf));
  return { axis, lanes: counties.map((county) => laneOf(county, axis)) };
}

/** The time of an initiative or a figure; undefined where its source gives none. */
export function timeOf(record: InitiativeRecord | FigureRecord): Time | undefined {
  const time = 'asOf' in record && record.asOf ? record.asOf : record.period;
  // A stretch from 2018 to 2018 is 2018.
  return typeof time === 'object' && time.from !== undefined && time.from === time.to ? time.from : time;
}

/** The whole years that hold all of these times. */
export function axisOf(times: readonly Time[]): Axis | undefined {
  const years = times.flatMap(datesOf).map((date) => Number(date.slice(0, 4)));
  return years.length > 0 ? { from: Math.min(...years), to: Math.max(...years) + 1 } : undefined;
}

/** A time on the axis. `end` is how far a stretch without a printed end is drawn, unless what is printed reaches farther. */
export function spanOf(time: Time, end = Number.NEGATIVE_INFINITY): Span {
  if (typeof time === 'string') return { form: 'date', precision: precisionOf(time), ...extentOf(time) };
  const { from, to } = time;
  if (from && to) return { form: 'stretch', from: extentOf(from).from, to: extentOf(to).to };
  if (to) return { form: 'until', precision: precisionOf(to), ...extentOf(to) };
  if (!from) throw new Error('a stretch of time without both ends');
  const printed = extentOf(from);
  return {
    form: 'since',
    precision: precisionOf(from),
    from: printed.from,
    firm: printed.to,
    to: Math.max(printed.to, end),
  };
}

/** The address within the page of a record's row in the table, which its mark leads to. */
export function rowOf(record: InitiativeRecord | FigureRecord): string {
  return `t-${record.county.id}-${isFigure(record) ? 'fig-' : ''}${record.id}`;
}

/** From the first moment of a date to its last, in years: 2016-07 is from 2016.497 to 2016.582. */
export function extentOf(date: string): Axis {
  const [year = 0, month, day] = date.split('-').map(Number);
  if (month === undefined) return { from: year, to: year + 1 };
  const next = day === undefined ? Date.UTC(year, month, 1) : Date.UTC(year, month - 1, day + 1);
  return { from: inYears(Date.UTC(year, month - 1, day ?? 1)), to: inYears(next) };
}

/** The years of the axis that are labelled where there is room for `most` of them: every one, or every second, fifth, tenth … */
export function yearsShown({ from, to }: Axis, most: number): number[] {
  const step = [1, 2, 5, 10, 20, 50, 100].find((one) => (to - from) / one <= most) ?? 1000;
  return Array.from({ length: Math.ceil((to - from) / step) }, (_, i) => from + i * step);
}

/** Puts items into as few rows as going through them once allows, so that in no row two of them overlap. */
export function packInRows<T extends Axis>(items: readonly T[]): T[][] {
  const rows: T[][] = [];
  for (const item of items) {
    const row = rows.find((one) => one.every(({ from, to }) => item.to <= from || item.from >= to));
    if (row) row.push(item);
    else rows.push([item]);
  }
  return rows;
}

/** What a label says: a name, and behind it what must not be lost where the name is cut. */
export interface Label {
  readonly name: string;
  readonly tail: string;
}

/** A mark's label beside it, and how much of the axis both take. */
export interface Labelled extends Axis {
  readonly side: 'before' | 'after';
  /** Its name is cut where there is no room for the whole; empty where there is none for a few characters. */
  readonly text: string;
}

/**
 * Finds a place for a label: after its mark, unless there is much more room before it. `em` is the width of a Han character in years.
 * Where there is no room for all of it, its name is cut and its tail stays, unless next to nothing of the name would.
 */
export function labelBeside(span: Span, { name, tail }: Label, axis: Axis, em: number): Labelled {
  // A point is wider than its day, and the sign of an open end stands outside of the mark.
  const from = span.from - em * (span.form === 'until' ? 1.6 : 0.5);
  const to = span.to + em * (span.form === 'since' ? 1 : 0.5);
  const room = { after: (axis.to - to) / em, before: (from - axis.from) / em };
  const width = widthOf(name + tail);
  // By the mark rather than by the label, so that labels of marks below each other stand on one side.
  const side = width <= room.after || room.after >= room.before * 0.6 ? 'after' : 'before';
  const text = cutTo(name, tail, room[side]);
  const taken = text === '' ? 0 : em * (widthOf(text) + 0.5);
  return side === 'after' ? { side, text, from, to: to + taken } : { side, text, from: from - taken, to };
}

function laneOf(county: CountyRecord, axis: Axis | undefined): Lane {
  const { initiatives, figures } = county;
  return {
    county,
    reports: county.sources.flatMap((source) => {
      const time = reportTimeOf(source);
      return time && axis ? [{ source, span: spanOf(time, axis.to), inferred: source.dateBasis === 'inferred' }] : [];
    }),
    marks: marksOf([...initiatives, ...figures]),
    undated: {
      initiatives: initiatives.filter((one) => timeOf(one) === undefined),
      figures: figures.filter((one) => timeOf(one) === undefined),
    },
  };
}

function marksOf(records: readonly (InitiativeRecord | FigureRecord)[]): Mark[] {
  const marks = new Map<string, Mark & { figures: FigureRecord[] }>();
  for (const record of records) {
    const time = timeOf(record);
    if (time === undefined) continue;
    const initiative = isFigure(record) ? record.initiative : record;
    const inferred = isTimeInferred(record, datesOf(time));
    // An initiative and a figure may have the same id.
    const key = JSON.stringify([initiative?.ref ?? null, initiative ? null : record.ref, time, inferred]);
    const known = marks.get(key);
    if (known && isFigure(record)) known.figures.push(record);
    else {
      const span = spanOf(time, endOf(record.source));
      marks.set(
        key,
        isFigure(record)
          ? { time, span, inferred, initiative: undefined, figures: [record] }
          : { time, span, inferred, initiative: record, figures: [] },
      );
    }
  }
  return [...marks.values()].sort((a, b) => a.span.from - b.span.from || a.span.to - b.span.to);
}

const isFigure = (record: InitiativeRecord | FigureRecord): record is FigureRecord => 'printed' in record;

function timesOf(county: CountyRecord): Time[] {
  return [...[...county.initiatives, ...county.figures].map(timeOf), ...county.sources.map(reportTimeOf)].filter(
    (time) => time !== undefined,
  );
}

function reportTimeOf({ date, notBefore }: SourceRecord): Time | undefined {
  return date ?? (notBefore ? { from: notBefore } : undefined);
}

// The last moment at which the report can speak; where it has no date, the one before which it cannot have been written.
function endOf({ date, notBefore }: SourceRecord): number | undefined {
  const last = date ?? notBefore;
  return last ? extentOf(last).to : undefined;
}

function datesOf(time: Time): string[] {
  return typeof time === 'string' ? [time] : [time.from, time.to].filter((date) => date !== undefined);
}

function inYears(moment: number): number {
  const year = new Date(moment).getUTCFullYear();
  const [first, next] = [Date.UTC(year, 0), Date.UTC(year + 1, 0)];
  return year + (moment - first) / (next - first);
}

// In widths of a Han character; Latin letters and digits take up to two thirds of one.
function widthOf(text: string): number {
  return [...text].reduce((sum, one) => sum + (/[ -~]/.test(one) ? 0.65 : 1), 0);
}

// The least of a name, in characters, that is shown of it alone, and beside its tail.
const LEAST = 4;
const LEAST_WITH_TAIL = 6;

function cutTo(name: string, tail: string, room: number): string {
  if (widthOf(name + tail) <= room) return name + tail;
  const beside = cutName(name, room - widthOf(tail));
  if (tail !== '' && [...beside].length >= LEAST_WITH_TAIL) return `${beside}…${tail}`;
  const alone = cutName(name, room);
  return [...alone].length < LEAST ? '' : `${alone}…`;
}

/** As much of a name as has room with a sign of omission behind it. */
function cutName(name: string, room: number): string {
  let cut = '';
  for (const one of name) {
    if (widthOf(cut + one) + 1 > room) break;
    cut += one;
  }
  // Half a number is another number.
  const number = numbersIn(name).find(({ from, to }) => from < cut.length && cut.length < to);
  return cut.slice(0, number?.from).replace(/[（(“《]+$/, '');
}
