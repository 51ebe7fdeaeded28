import type { County } from '../../src/model/county.ts';
import { type Bound, isUnread, type Per, readPrinted } from '../../src/model/printed.ts';
import type { Source } from '../../src/model/source.ts';
import type { UnitName } from '../../src/model/units.ts';
import { bare, namesIn } from '../../src/verify/names.ts';
import { numbersIn } from '../../src/verify/numbers.ts';

type Figure = County['figures'][number];
type Initiative = County['initiatives'][number];

/** The two records of a report, as they are or with one error in them. */
export interface Report {
  readonly county: Readonly<County>;
  readonly source: Readonly<Source>;
}

/** One error in an otherwise right report. */
export interface Seed extends Report {
  readonly kind: string;
  /** Where and what, for a reader who must find out why it was not caught. */
  readonly what: string;
}

/**
 * Every error of every kind over the figures, the initiatives and the source's record of a report. `prose` is what the body
 * tells, so that a name told there is not taken for one that only an aside accounts for.
 *
 * Left out, since no text can show them to be wrong:
 * - a `per` that neither `printed` nor the words right beside it state (每年召开2次): month for year reads as well;
 * - the name of an initiative that is ours (`coined`), and its paragraph, which others tell of too;
 * - an initiative's paragraph where the name stands in the next one as well;
 * - a number or a name broken across two lines, which either of its paragraphs names;
 * - an aside that accounts for nothing: it holds no number by the definition, or another record accounts for it too.
 */
export function seedsOf(report: Report, paragraphs: readonly string[], prose = ''): Seed[] {
  return [
    ...report.county.figures.flatMap((figure, i) => figureSeeds(report, figure, i, paragraphs)),
    ...report.county.initiatives.flatMap((initiative, i) => initiativeSeeds(report, initiative, i, paragraphs)),
    ...sourceSeeds(report, prose),
  ];
}

function figureSeeds(report: Report, figure: Figure, index: number, paragraphs: readonly string[]): Seed[] {
  const { figures } = report.county;
  const seeds: Seed[] = [];
  const seed = (kind: string, change: Partial<Figure>) => {
    if (Object.entries(change).every(([field, to]) => same(to, figure[field as keyof Figure]))) return;
    const changed = figures.map((one, i) => (i === index ? { ...one, ...change } : one));
    seeds.push({
      ...report,
      kind,
      what: `${figure.id} (${figure.printed}): ${JSON.stringify(change)}`,
      county: { ...report.county, figures: changed },
    });
  };
  const { printed, value, unit, bound, per } = figure;

  const digits = digitErrors(printed);
  for (const wrong of digits) {
    seed('digit in printed', { printed: wrong });
    seedBoth('digit in both', wrong, seed);
  }
  for (const wrong of transposed(printed)) seedBoth('two digits swapped in both', wrong, seed);
  seed('digit in value', { value: wrongValue(value) });

  for (const wrong of scaleErrors(printed)) {
    seed('万 for 亿 in printed', { printed: wrong });
    seedBoth('万 for 亿 in both', wrong, seed);
  }
  if (/[万亿]/.test(printed) && typeof value === 'number') {
    seed('万 for 亿 in value', { value: printed.includes('亿') ? value / 10_000 : value * 10_000 });
  }

  const unitError = UNIT_ERRORS[unit];
  if (unitError) {
    const [kind, wrongUnit, from, to] = unitError;
    seed(`${kind} in unit`, { unit: wrongUnit });
    const at = printed.lastIndexOf(from);
    if (at >= 0) {
      const wrong = printed.slice(0, at) + to + printed.slice(at + from.length);
      seed(`${kind} in printed`, { printed: wrong });
      seed(`${kind} in both`, { printed: wrong, unit: wrongUnit });
    }
  }

  const reading = readPrinted(printed);
  const stated = isUnread(reading) ? [] : reading.per;
  const whole = figure.at.map((n) => paragraphs[n - 1] ?? '').join('\n');
  for (const one of ['month', 'year'] as const) {
    const other = one === 'month' ? 'year' : 'month';
    const beside = new RegExp(`(?:每${WORD[one]}|${WORD[one]}均)${escaped(printed)}`).test(whole);
    const wrongPer: Per[] = per.map((each) => (each === one ? other : each));
    if (stated.includes(one) || beside) seed('month for year in per', { per: wrongPer });
    if (!stated.includes(one)) continue;
    const wrong = printed.replace(new RegExp(`${WORD[one]}(?!.*${WORD[one]})`), WORD[other]);
    seed('month for year in printed', { printed: wrong });
    seed('month for year in both', { printed: wrong, per: wrongPer });
    const cut = printed.replace(new RegExp(`/${WORD[one]}|每${WORD[one]}`), '');
    if (cut !== printed) seed('per cut off printed and changed', { printed: cut, per: wrongPer });
  }

  if (bound === 'exact') {
    seed('bound added', { bound: 'about' });
    seed('bound added in both', { printed: `约${printed}`, bound: 'about' });
  } else {
    seed('bound dropped', { bound: 'exact' });
    seed('bound changed', { bound: OTHER_BOUND[bound] });
    const cut = printed.replace(HEDGE, '');
    if (cut !== printed) seedBoth('bound dropped in both', cut, seed);
    const other = printed.replace(HEDGE, (word) => OTHER_HEDGE[word] ?? word);
    if (other !== printed) seedBoth('bound changed in both', other, seed);
  }

  for (const n of figure.at) {
    for (const step of [-1, 1]) {
      if (n + step < 1 || n + step > paragraphs.length) continue;
      if (!paragraphs[n - 1]?.includes(printed)) continue;
      seed('one paragraph off', { at: sorted(figure.at.map((one) => (one === n ? n + step : one))) });
      seed('one paragraph too many', { at: sorted([...figure.at, n + step]) });
    }
  }

  if (figure.clause !== undefined) {
    const middle = Math.floor(figure.clause.length / 2);
    seed('clause altered', { clause: `${figure.clause.slice(0, middle)}某${figure.clause.slice(middle + 1)}` });
    for (const wrong of digitErrors(figure.clause).slice(0, 1)) seed('digit in clause', { clause: wrong });
  }
  seeds.push({
    ...report,
    kind: 'figure deleted',
    what: `${figure.id} (${printed})`,
    county: { ...report.county, figures: figures.filter((_, i) => i !== index) },
  });
  return seeds;
}

/** What a contributor would type who misread the source and was consistent about it. */
function seedBoth(kind: string, printed: string, seed: (kind: string, change: Partial<Figure>) => void): void {
  const reading = readPrinted(printed);
  if (!isUnread(reading)) seed(kind, { printed, value: reading.value, bound: reading.bound });
}

const WORD = { month: '月', year: '年' } as const;

const UNIT_ERRORS: Readonly<Partial<Record<UnitName, readonly [string, UnitName, string, string]>>> = {
  '%': ['% for 百分点', '个百分点', '%', '个百分点'],
  个百分点: ['% for 百分点', '%', '个百分点', '%'],
  人: ['人 for 人次', '人次', '人', '人次'],
  名: ['人 for 人次', '人次', '名', '人次'],
  人次: ['人 for 人次', '人', '人次', '人'],
  户: ['户 for 人', '人', '户', '人'],
  户次: ['户 for 户次', '户', '户次', '户'],
  场: ['场 for 场次', '场次', '场', '场次'],
  场次: ['场 for 场次', '场', '场次', '场'],
  期: ['期 for 期次', '期次', '期', '期次'],
  期次: ['期 for 期次', '期', '期次', '期'],
};

const HEDGE = /不低于|不少于|不超过|超过|突破|不足|以上|以下|逾|近|约|余|多(?!少)/;
const OTHER_HEDGE: Readonly<Record<string, string>> = {
  不低于: '不超过',
  不少于: '不超过',
  不超过: '不低于',
  超过: '不足',
  突破: '不足',
  不足: '超过',
  以上: '以下',
  以下: '以上',
  逾: '近',
  近: '逾',
  约: '近',
};
const OTHER_BOUND: Readonly<Record<Bound, Bound>> = {
  exact: 'about',
  about: 'under',
  over: 'under',
  under: 'over',
  'at-least': 'at-most',
  'at-most': 'at-least',
  vague: 'about',
};

/** The text with its first, and with its last digit another; Chinese numerals too. */
function digitErrors(text: string): string[] {
  const places = [...text.matchAll(/[0-9０-９一二三四五六七八九十]/g)].map(({ index }) => index);
  const [first, last] = [places[0], places.at(-1)];
  const ends = first === undefined || last === undefined ? [] : [...new Set([first, last])];
  return ends.map((at) => text.slice(0, at) + nextDigit(text[at] ?? '', at === first) + text.slice(at + 1));
}

function nextDigit(digit: string, leading: boolean): string {
  if (digit === '十') return '百';
  const row = ['0123456789', '０１２３４５６７８９', '零一二三四五六七八九'].find((one) => one.includes(digit)) ?? '';
  const n = row.indexOf(digit);
  return row[n === 9 ? (leading ? 8 : 0) : n + 1] ?? '';
}

/** The text with two unlike digits side by side in the other order. */
function transposed(text: string): string[] {
  const at = text.search(/([1-9])(?!\1)[1-9]/);
  return at < 0 ? [] : [text.slice(0, at) + text[at + 1] + text[at] + text.slice(at + 2)];
}

function wrongValue(value: Figure['value']): Figure['value'] {
  if (value === null) return 10;
  if (typeof value === 'object') return { min: value.min, max: value.max + 1 };
  return Number(digitErrors(String(value))[0]);
}

function scaleErrors(printed: string): string[] {
  const other = printed.replace(/[万亿]/, (scale) => (scale === '万' ? '亿' : '万'));
  return other === printed ? [] : [other, printed.replace(/[万亿]/, '')];
}

function initiativeSeeds(report: Report, one: Initiative, index: number, paragraphs: readonly string[]): Seed[] {
  if (one.coined) return [];
  const seed = (kind: string, change: Partial<Initiative>): Seed => ({
    ...report,
    kind,
    what: `${one.id} (${one.name}): ${JSON.stringify(change)}`,
    county: {
      ...report.county,
      initiatives: report.county.initiatives.map((each, i) => (i === index ? { ...each, ...change } : each)),
    },
  });
  const middle = [...one.name].findIndex((sign, i) => i >= one.name.length / 2 - 1 && /\p{Script=Han}/u.test(sign));
  const signs = [...one.name];
  signs[Math.max(0, middle)] = '某';
  const seeds = [seed('name altered', { name: signs.join('') })];
  const [only] = one.at;
  if (one.at.length !== 1 || only === undefined) return seeds;
  for (const step of [-1, 1]) {
    const there = only + step;
    if (there < 1 || there > paragraphs.length) continue;
    if (!standsIn(one.name, paragraphs[there - 1]) && standsIn(one.name, paragraphs[only - 1])) {
      seeds.push(seed('initiative one paragraph off', { at: [there] }));
    }
  }
  return seeds;
}

// False for a name broken across two lines, which either of its paragraphs names.
function standsIn(name: string, paragraph = ''): boolean {
  return bare(paragraph).includes(bare(name));
}

function sourceSeeds(report: Report, prose: string): Seed[] {
  const { county, source } = report;
  const seed = (kind: string, what: string, change: Partial<Source>): Seed => ({
    ...report,
    kind,
    what,
    source: { ...source, ...change },
  });
  const { numbers, names, paragraphs } = source.setAside;
  const without = <T>(list: readonly T[], one: T): T[] => list.filter((each) => each !== one);
  const words = bare(
    [
      ...county.initiatives.flatMap((one) => [one.name, ...one.aliases, ...one.parts, one.who ?? '', one.summary]),
      ...county.figures.flatMap((one) => [one.label, one.clause ?? '', ...one.notes]),
      ...source.remarks.map(({ text }) => text),
      ...names.map(({ text }) => text),
      prose,
    ].join('\n'),
  );
  const cited = new Set([...county.figures, ...county.initiatives, ...source.remarks].flatMap(({ at }) => at ?? []));
  return [
    ...[0, 31, 63].map((at) =>
      seed('checksum altered', `digit ${at}`, {
        sha256: source.sha256.slice(0, at) + (source.sha256[at] === '0' ? '1' : '0') + source.sha256.slice(at + 1),
      }),
    ),
    ...source.paragraphs.flatMap((paragraph, i) => [
      seed('first words altered', `paragraph ${i + 1}`, {
        paragraphs: source.paragraphs.with(i, { ...paragraph, first: `某${paragraph.first.slice(1)}` }),
      }),
      seed('paragraph record deleted', `paragraph ${i + 1}`, { paragraphs: without(source.paragraphs, paragraph) }),
    ]),
    ...numbers
      .filter(
        (one) =>
          numbersIn(one.text).length > 0 &&
          !numbers.some((other) => other !== one && (other.text.includes(one.text) || one.text.includes(other.text))),
      )
      .map((one) =>
        seed('set-aside number deleted', one.text, {
          setAside: { ...source.setAside, numbers: without(numbers, one) },
        }),
      ),
    ...names
      .filter(({ text }) => {
        const inner = namesIn(text);
        return (inner.length > 0 ? inner : [text]).some((name) => words.split(bare(name)).length === 2);
      })
      .map((one) =>
        seed('set-aside name deleted', one.text, { setAside: { ...source.setAside, names: without(names, one) } }),
      ),
    ...paragraphs
      .filter(({ at }) => at.some((n) => !cited.has(n)))
      .map((one) =>
        seed('set-aside paragraphs deleted', one.at.join(), {
          setAside: { ...source.setAside, paragraphs: without(paragraphs, one) },
        }),
      ),
  ];
}

/** How many errors of each kind were seeded and how many caught, as a table for the terminal. */
export function tally(title: string, results: readonly { readonly seed: Seed; readonly caught: boolean }[]): string {
  const kinds = [...new Set(results.map(({ seed }) => seed.kind))];
  const rows = kinds.map((kind) => {
    const of = results.filter(({ seed }) => seed.kind === kind);
    return `  ${kind}: ${of.length} seeded, ${of.filter(({ caught }) => caught).length} caught`;
  });
  const all = results.filter(({ caught }) => caught).length;
  return `${[`${title}: ${results.length} seeded, ${all} caught`, ...rows].join('\n')}\n`;
}

function sorted(numbers: readonly number[]): number[] {
  return [...new Set(numbers)].sort((a, b) => a - b);
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
