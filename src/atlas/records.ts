import type { Change, ChangedFolder } from '../model/change.ts';
import type { County } from '../model/county.ts';
import type { FalseFriend } from '../model/false-friend.ts';
import type { Figure } from '../model/figure.ts';
import type { Computed, Indicator, Operation } from '../model/indicator.ts';
import type { Initiative } from '../model/initiative.ts';
import type { Question } from '../model/question.ts';
import type { Remark, Source } from '../model/source.ts';
import type { Term } from '../model/term.ts';
import type { Theme } from '../model/theme.ts';

/**
 * The records as pages, search and downloads read them: every reference resolved, every address known. Addresses are those
 * of a site at the root; the base path is added where a link is written.
 */
interface Addressed {
  readonly id: string;
  /** Path from the site's root with slashes at both ends, and a fragment where the record is a part of a page. */
  readonly url: string;
}

export interface SourceRecord extends Addressed, Omit<Source, 'remarks' | 'county'> {
  readonly county: CountyRecord;
  readonly remarks: readonly RemarkRecord[];
}

export interface RemarkRecord extends Addressed, Omit<Remark, 'id' | 'figures' | 'initiatives'> {
  readonly figures: readonly FigureRecord[];
  readonly initiatives: readonly InitiativeRecord[];
}

export interface FigureRecord
  extends Addressed,
    Omit<Figure, 'id' | 'source' | 'initiative' | 'indicators' | 'partOf'> {
  /** `county/id`. */
  readonly ref: string;
  readonly county: CountyRecord;
  readonly source: SourceRecord;
  readonly initiative: InitiativeRecord | undefined;
  readonly indicators: readonly IndicatorRecord[];
  /** The whole of which it is a part. */
  readonly partOf: FigureRecord | undefined;
  /** The parts that the source names of it. */
  readonly parts: readonly FigureRecord[];
  readonly remarks: readonly RemarkRecord[];
}

export interface InitiativeRecord extends Addressed, Omit<Initiative, 'id' | 'source' | 'themes'> {
  /** `county/id`. */
  readonly ref: string;
  readonly county: CountyRecord;
  readonly source: SourceRecord;
  readonly themes: readonly ThemeRecord[];
  readonly figures: readonly FigureRecord[];
  /** Its figures, and those of other practices that its summary names. */
  readonly numbers: readonly FigureRecord[];
  readonly remarks: readonly RemarkRecord[];
  /** The names in it that another county uses for something else. */
  readonly falseFriends: readonly FalseFriendRecord[];
  /** Whether the page's body tells it at length; the others stand in a list. */
  readonly placed: boolean;
  /** Its prose in the body as plain text, numbers as printed; empty where it is not placed. */
  readonly text: string;
}

export interface CountyRecord extends Addressed, Omit<County, 'figures' | 'initiatives' | 'sources' | 'changes'> {
  readonly sources: readonly [SourceRecord, ...SourceRecord[]];
  readonly figures: readonly FigureRecord[];
  readonly initiatives: readonly InitiativeRecord[];
  /** The newest first. */
  readonly changes: readonly ChangeRecord[];
  /** What the body says outside of its initiatives, as plain text. */
  readonly text: string;
}

export interface ThemeRecord extends Addressed, Theme {
  readonly initiatives: readonly InitiativeRecord[];
  readonly indicators: readonly IndicatorRecord[];
  /** The body as plain text. */
  readonly text: string;
}

export interface IndicatorRecord extends Addressed, Omit<Indicator, 'themes' | 'computed'> {
  readonly themes: readonly ThemeRecord[];
  readonly figures: readonly FigureRecord[];
  readonly computed: readonly ComputedRecord[];
}

/** A value that follows from figures of one county. Its address is its row on the indicator's page. */
export interface ComputedRecord extends Addressed, Pick<Computed, 'label'> {
  readonly county: CountyRecord;
  readonly operation: Operation;
  /** As the operation takes them: part and whole, total and count, later and earlier, or the parts. */
  readonly terms: readonly [FigureRecord, FigureRecord, ...FigureRecord[]];
}

export interface FalseFriendRecord extends Addressed, Omit<FalseFriend, 'uses'> {
  readonly uses: readonly {
    readonly county: CountyRecord;
    readonly initiatives: readonly InitiativeRecord[];
    readonly means: string;
  }[];
}

export interface QuestionRecord extends Addressed, Omit<Question, 'answers' | 'themes' | 'indicators'> {
  readonly answers: readonly {
    readonly county: CountyRecord;
    readonly text: string;
    readonly initiatives: readonly InitiativeRecord[];
  }[];
  readonly themes: readonly ThemeRecord[];
  readonly indicators: readonly IndicatorRecord[];
}

export interface TermRecord extends Addressed, Term {}

/** An addition or correction. Its address is its place on the page of all changes, made of day, record and field, so it stays. */
export interface ChangeRecord extends Addressed, Pick<Change, 'date' | 'kind' | 'field' | 'from' | 'to' | 'why'> {
  /** The county to whose page the record belongs. */
  readonly county: CountyRecord | undefined;
  /** What sort of record it is about. */
  readonly of: 'counties' | 'initiatives' | 'figures' | 'remarks' | ChangedFolder;
  /** The record's id within its county or folder; a county's own where its whole report is meant. */
  readonly record: string;
  /** The record's name, or what it is called by in words. */
  readonly name: string;
  /** Where the record stands; where it stood, as far as that is still there, when it was removed. */
  readonly target: string;
}

/** All records of the site, each list in the order in which it is shown. */
export interface Atlas {
  /** Names this state of the content, see version.ts. */
  readonly version: string;
  readonly counties: readonly CountyRecord[];
  readonly sources: readonly SourceRecord[];
  readonly themes: readonly ThemeRecord[];
  readonly indicators: readonly IndicatorRecord[];
  readonly terms: readonly TermRecord[];
  readonly falseFriends: readonly FalseFriendRecord[];
  readonly questions: readonly QuestionRecord[];
  /** The newest first. */
  readonly changes: readonly ChangeRecord[];
  /** By `county/id`. */
  readonly figures: ReadonlyMap<string, FigureRecord>;
  /** By `county/id`. */
  readonly initiatives: ReadonlyMap<string, InitiativeRecord>;
}

/** What a county's silence on a theme means: its report says nothing, or we have not taken it all up yet. */
export type Silence = 'silent' | 'not-yet';

/** A county's answer to a theme: its initiatives, or the kind of its silence. */
export function answerOf(theme: ThemeRecord, county: CountyRecord): readonly InitiativeRecord[] | Silence {
  const initiatives = theme.initiatives.filter((initiative) => initiative.county === county);
  if (initiatives.length > 0) return initiatives;
  return silenceOf(county);
}

/** What it means that nothing of a county's report is here. */
export function silenceOf(county: CountyRecord): Silence {
  return county.coverage === 'complete' ? 'silent' : 'not-yet';
}

/** What of a record says where its time comes from: its source, and the words in which the year may stand printed. */
interface Timed {
  readonly source: SourceRecord;
  readonly name?: string;
  readonly label?: string;
  readonly clause?: string | undefined;
}

/**
 * Whether a record's time rests on the date of its report where that is worked out and not printed: “this year” is as sure as the year
 * of the report. Where the year stands in the record's own words it is printed; else a time in that year is doubted.
 */
export function isTimeInferred(
  { source, name, label, clause }: Timed,
  times: readonly (string | undefined)[],
): boolean {
  const year = source.dateBasis === 'inferred' ? source.date?.slice(0, 4) : undefined;
  if (year === undefined || [name, label, clause].some((words) => words?.includes(year))) return false;
  return times.some((time) => time?.startsWith(year));
}
