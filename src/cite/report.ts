import type { SourceRecord } from '../atlas/records.ts';

/** What a report is told by in a list of references. What its record lacks is null, never guessed. */
export interface Report {
  readonly id: string;
  /** Who wrote it; empty where it names no one. */
  readonly writers: readonly string[];
  readonly title: string;
  readonly subtitle: string | undefined;
  readonly publisher: string | null;
  readonly date: string | null;
  /** Whether the date is worked out and not printed. */
  readonly inferred: boolean;
  /** The earliest date that the text allows, where it carries none. */
  readonly notBefore: string | undefined;
  /** Where it appeared, as far as the words on its kind say. */
  readonly medium: 'newspaper' | 'online' | 'unknown';
  readonly address: string | null;
}

/** Parts in a report that are no writing. An unknown part is taken for writing: rather a name too many than an author left out. */
const OTHER_PARTS = /统筹|策划|责任编辑|责编|编辑|校对|审核|图|摄影|提供/;

/** The title that a newspaper puts before its writers' names. */
const TITLE_BEFORE = /^(?:本报|本刊|本网)?(?:特约)?(?:记者|通讯员)/;

/** Reads a source's record as a reference does. */
export function reportOf(source: SourceRecord): Report {
  const { id, title, subtitle, publisher, date, dateBasis, notBefore, kind, address } = source;
  return {
    id,
    writers: source.authors.flatMap(writersIn),
    title,
    subtitle,
    publisher,
    date,
    inferred: dateBasis === 'inferred',
    notBefore: date === null ? notBefore : undefined,
    medium: /报纸/.test(kind) ? 'newspaper' : /网站|网页/.test(kind) ? 'online' : 'unknown',
    address,
  };
}

/** The writers that an entry of a record names, `部分：甲、乙` or `甲（部分）`. */
export function writersIn(author: string): string[] {
  const [, before, list] = /^([^：]+)：(.+)$/.exec(author) ?? [undefined, '', author];
  const [, bare = '', after = ''] = /^(.+?)(?:（([^）]+)）)?$/.exec(list ?? author) ?? [];
  if (OTHER_PARTS.test(before ?? '') || OTHER_PARTS.test(after)) return [];
  return bare.split('、').map((name) => name.replace(TITLE_BEFORE, ''));
}
