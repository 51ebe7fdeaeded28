import { type Counted, countedBy, type UnitName } from './units.ts';

/** What a figure is reckoned by: per month, per village, per person … */

/** The kinds of `per`, in the order in which a reader would say them. */
export const PERS = [
  'hour',
  'day',
  'week',
  'month',
  'quarter',
  'year',
  'term',
  'person',
  'household',
  'group',
  'village',
  'community',
  'township',
  'county',
  'organisation',
  'branch',
  'party-organisation',
  'session',
  'thing',
  'mu',
  'hectare',
  'square-metre',
  'kilometre',
  'tonne',
  'kilogram',
  'jin',
] as const;

/** One of the kinds of `per`. */
export type Per = (typeof PERS)[number];

/** The words of each; the first is the one that is written. */
const WORDS = {
  hour: ['小时'],
  day: ['天', '日'],
  week: ['周', '星期'],
  month: ['月', '个月'],
  quarter: ['季度', '季', '个季度'],
  year: ['年'],
  term: ['届'],
  person: ['人', '名', '位'],
  household: ['户'],
  group: ['组', '小组', '个小组', '村民小组', '个村民小组'],
  village: ['村', '个村', '个贫困村', '个行政村'],
  community: ['社区', '个社区'],
  township: ['乡镇', '个乡镇', '乡', '镇'],
  county: ['县', '个县'],
  organisation: ['家', '单位', '个单位', '企业', '家企业'],
  'party-organisation': ['党组织', '个党组织'],
  branch: ['支部', '党支部', '个支部', '个党支部'],
  // 场 first, since 人/次 is read as 人次.
  session: ['场', '次', '期', '场次', '人次'],
  thing: ['个', '件', '套', '台', '项', '块', '头', '只', '株'],
  mu: ['亩'],
  hectare: ['公顷'],
  'square-metre': ['平方米', '㎡', '平米'],
  kilometre: ['公里'],
  tonne: ['吨'],
  kilogram: ['公斤', '千克'],
  jin: ['斤'],
} as const satisfies Record<Per, readonly [string, ...string[]]>;

const BY_WORD = new Map<string, Per>(PERS.flatMap((per) => WORDS[per].map((word) => [word, per] as const)));
const LONGEST_FIRST = [...BY_WORD.keys()].sort((a, b) => b.length - a.length);
const EVERY = new RegExp(`^每(?:一)?(${LONGEST_FIRST.join('|')})`);
const MEAN = /^([年月日周季人户村亩]{1,2})均/;

/** What was read off a text, and what is left of it. */
export interface PerRead {
  readonly per: readonly Per[];
  readonly rest: string;
}

/** The word by which a `per` is written after a stroke, such as 月 in 元/月. */
export const perWord = (per: Per): string => WORDS[per][0];

const known = (words: readonly string[]): readonly Per[] | null => {
  const pers = words.map((word) => BY_WORD.get(word));
  return pers.every((per) => per !== undefined) ? pers : null;
};

/** Takes one 每月, 人均 or 年人均 off the start; null where the text begins with none. */
export function perAtStart(text: string): PerRead | null {
  const every = EVERY.exec(text);
  const words = every?.[1] ? [every[1]] : [...(MEAN.exec(text)?.[1] ?? '')];
  const length = every ? every[0].length : words.length + 1;
  const per = words.length > 0 ? known(words) : null;
  return per && { per, rest: text.slice(length) };
}

/**
 * Takes 元/月, 元/人/年, 元/(人·年) off the end, from the first stroke on. Without a stroke nothing is taken off;
 * null where what stands after the stroke is no known word.
 */
export function perAtEnd(text: string): PerRead | null {
  const stroke = text.indexOf('/');
  if (stroke < 0) return { per: [], rest: text };
  const words = text
    .slice(stroke + 1)
    .replace(/^\((.*)\)$/, '$1')
    .split(/[/·・•.]/);
  const per = known(words);
  return per && { per, rest: text.slice(0, stroke) };
}

/** How many of a stretch of time make a year; the others have no fixed number. */
export const PER_YEAR: Readonly<Partial<Record<Per, number>>> = { month: 12, quarter: 4, year: 1 };

const TIMES: readonly Per[] = ['hour', 'day', 'week', 'month', 'quarter', 'year', 'term'];

/** Whether it is a stretch of time. */
export const isTime = (per: Per): boolean => TIMES.includes(per);

// What an average falls to, by what its count counts; kinds that no average has been asked of are missing.
const PER_COUNTED: Readonly<Partial<Record<Counted, Per>>> = {
  people: 'person',
  households: 'household',
  villages: 'village',
  communities: 'community',
  townships: 'township',
  counties: 'county',
  organisations: 'organisation',
  'party-organisations': 'party-organisation',
  events: 'session',
  things: 'thing',
  projects: 'thing',
  places: 'thing',
};

/** What an average over a number in this unit falls to: a person, a village, a session; undefined where none is known. */
export function perOf(unit: UnitName): Per | undefined {
  return unit === '个党支部' ? 'branch' : PER_COUNTED[countedBy(unit)];
}
