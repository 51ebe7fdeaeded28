import { PLACEHOLDER } from '../atlas/placeholder.ts';
import { isUnread, readPrinted, unitMatches } from '../model/printed.ts';
import { measureWordAt, UNIT_NAMES, UNITS, type UnitName } from '../model/units.ts';
import { saidAround } from './context.ts';
import { type NumberFound, numbersIn } from './numbers.ts';
import type { SourceText } from './source-text.ts';

/** The two files of a county that is to be filled in. */
export interface Draft {
  readonly county: string;
  readonly source: string;
}

const BEFORE = /(?:不低于|不少于|不超过|至少|至多|超过|突破|大约|不足|逾|近|约|超)$/;
const BEHIND = /^(?:以上|以下|以内|左右|\/[年月日天人次户村])/;
// Between the ends of a range stands at most a measure word: 由35%提高到六成 is two numbers.
const BETWEEN = /^(?:[%％]|个|元|人|名|户|亩|万元?|亿元?)?(?:至|到|[-—–―−~〜～]+)$/;
const DATE = /(?<!\d)((?:19|20)\d\d)[-/.年](\d{1,2})[-/.月](\d{1,2})/;

/** Drafts a county's file and its source record from the text of its report. What only a person can tell is left to be filled in. */
export function draftOf(id: string, sourceId: string, text: SourceText): Draft {
  return { county: countyDraft(sourceId, text), source: sourceDraft(id, text) };
}

function sourceDraft(id: string, text: SourceText): string {
  const head = text.paragraphs.slice(0, 6);
  const date = head.map((line) => DATE.exec(line)).find((match) => match !== null);
  const sections = sectionsOf(text.paragraphs);
  const unread = text.passages.flatMap((passage) =>
    readingsIn(passage.text)
      .filter(({ found }) => found === undefined)
      .map(({ number }) => around(passage.text, number)),
  );
  const lines = [
    `county: ${id}`,
    `title: ${titleOf(text.paragraphs[0] ?? '')}`,
    '# 原文没有写发布者、作者、地址时，publisher 和 address 写 null，authors 写 []。',
    `publisher: ${PLACEHOLDER}`,
    `authors: [${PLACEHOLDER}]`,
    ...(date
      ? [`date: '${date[1]}-${padded(date[2])}-${padded(date[3])}'`, 'dateBasis: stated']
      : ['date: null', 'dateBasis: none']),
    `dateNote: ${PLACEHOLDER}`,
    `kind: ${PLACEHOLDER}`,
    'address: null',
    `sha256: ${text.sha256}`,
    '# 小节是照短行猜的，对照原文改正。',
    'paragraphs:',
    ...text.paragraphs.map((line, i) => {
      const section = sections[i];
      return `  - { section: ${section ? quoted(section) : 'null'}, first: ${quoted([...line].slice(0, 12).join(''))} }`;
    }),
    'setAside:',
    unread.length > 0 ? '  numbers:' : '  numbers: []',
    ...[...new Set(unread)].map((number) => `    - { text: ${quoted(number)}, reason: ${PLACEHOLDER} }`),
    '  names: []',
    '  paragraphs: []',
    'remarks: []',
  ];
  return `${lines.join('\n')}\n`;
}

function countyDraft(sourceId: string, text: SourceText): string {
  const ids = new Map<string, number>();
  const figures = text.passages.flatMap((passage) =>
    readingsIn(passage.text).flatMap(({ number, found }) => {
      if (!found) return [];
      const paragraph = passage.paragraphAt(number.from);
      const count = (ids.get(String(paragraph)) ?? 0) + 1;
      ids.set(String(paragraph), count);
      const clause = passage.text.slice(Math.max(0, number.from - 10), number.to + 10);
      return [
        `  # ${clause}`,
        `  - { id: p${paragraph}-${count}, label: ${PLACEHOLDER}, printed: ${quoted(found.printed)}, ${found.fields}, at: ${paragraph} }`,
      ];
    }),
  );
  const lines = [
    '---',
    `name: ${PLACEHOLDER}`,
    `english: ${PLACEHOLDER}`,
    `province: ${PLACEHOLDER}`,
    `prefecture: ${PLACEHOLDER}`,
    `seal: ${PLACEHOLDER}`,
    `period: ${PLACEHOLDER} # { from: '2016', to: '2018' }：报道所述的时期`,
    'coverage: partial',
    `summary: ${PLACEHOLDER}：一句话，60 字以内，数字写作 {id}。`,
    `sources: [${sourceId}]`,
    figures.length > 0 ? 'figures:' : 'figures: []',
    ...figures,
    'initiatives:',
    '  - id: first-practice',
    `    name: ${PLACEHOLDER}`,
    `    english: ${PLACEHOLDER}`,
    `    themes: [${PLACEHOLDER}]`,
    '    at: 1',
    `    summary: ${PLACEHOLDER}：谁、为谁、用什么办法、做什么、结果怎样。`,
    '---',
    `## ${PLACEHOLDER}`,
    '',
    '<Initiative id="first-practice">',
    '',
    PLACEHOLDER,
    '',
    '</Initiative>',
  ];
  return `${lines.join('\n')}\n`;
}

// A first line that is a sentence is no title.
function titleOf(line: string): string {
  const title = line.replace(/^#+\s*/, '');
  return title === '' || title.includes('。') ? PLACEHOLDER : quoted(title);
}

/** Every number of a text with what it reads as; both ends of a range, and a scale that stands apart (3000余万元), are one. */
function readingsIn(text: string): { readonly number: NumberFound; readonly found: Found | undefined }[] {
  const numbers = numbersIn(text);
  let end = 0;
  return numbers.flatMap((number, i) => {
    if (number.from < end) return [];
    const next = numbers[i + 1];
    const range = next && BETWEEN.test(text.slice(number.to, next.from)) && readingAt(text, { ...number, to: next.to });
    const found = range || readingAt(text, number);
    end = found?.to ?? number.to;
    return [{ number, found }];
  });
}

interface Found {
  readonly printed: string;
  /** Where it ends in the text. */
  readonly to: number;
  readonly fields: string;
}

function readingAt(text: string, number: NumberFound): Found | undefined {
  const hedge = BEFORE.exec(text.slice(Math.max(0, number.from - 3), number.from))?.[0] ?? '';
  const more = /^(?:[余多来][十百千万亿]*)?/.exec(text.slice(number.to))?.[0] ?? '';
  const rest = text.slice(number.to + more.length);
  const percent = /^[%％]/.exec(rest)?.[0];
  const measure = percent ?? measureWordAt(rest);
  if (!measure) return undefined;
  const behind = BEHIND.exec(rest.slice(measure.length))?.[0] ?? '';
  const to = number.to + more.length + measure.length + behind.length;
  const from = number.from - hedge.length;
  // What verify would miss beside the number is drafted with it: 每期2—3天.
  const printed = saidAround(text.slice(from, to), text, from, to)?.text ?? text.slice(from, to);
  const reading = readPrinted(printed);
  if (isUnread(reading)) return undefined;
  const unit = unitAt(reading.unit, rest.slice(measure.length));
  if (!unit || (unit === '年' && /^(?:19|20)\d\d(?!\d)/.test(number.text))) return undefined;
  const value =
    reading.value !== null && typeof reading.value === 'object'
      ? `{ min: ${reading.value.min}, max: ${reading.value.max} }`
      : String(reading.value);
  const bound = reading.bound === 'exact' ? '' : `, bound: ${reading.bound}`;
  const per = reading.per.length > 0 ? `, per: [${reading.per.join(', ')}]` : '';
  return {
    printed,
    to: text.indexOf(printed, number.from - printed.length) + printed.length,
    fields: `value: ${value}, unit: ${quoted(unit)}${bound}${per}`,
  };
}

/** The unit that fits what was read: of several with one measure word, that whose noun follows, or the one without a noun. */
function unitAt(read: string, behind: string): UnitName | undefined {
  const fitting = UNIT_NAMES.filter((name) => unitMatches(read, name));
  const named = fitting
    .flatMap((name) => UNITS[name].nouns.map((noun) => ({ name, noun })))
    .filter(({ noun }) => behind.startsWith(noun))
    .sort((a, b) => b.noun.length - a.noun.length);
  return named[0]?.name ?? fitting.find((name) => UNITS[name].nouns.length === 0) ?? fitting[0];
}

/** The heading under which each line stands, guessed: a short line that does not end like a sentence. */
function sectionsOf(paragraphs: readonly string[]): (string | undefined)[] {
  let section: string | undefined;
  return paragraphs.map((line, i) => {
    const marked = /^#+\s*(.+)$/.exec(line)?.[1];
    if (i > 0 && (marked || ([...line].length <= 30 && !/[。！？；，,、：:]$/.test(line) && !line.includes('。')))) {
      section = marked ?? line;
    }
    return section;
  });
}

function around(text: string, number: NumberFound): string {
  const tail = /^(?:年|月|日|[\p{Script=Han}])?/u.exec(text.slice(number.to))?.[0] ?? '';
  const short = number.text + tail;
  return [...short].length > 1 ? short : text.slice(Math.max(0, number.from - 1), number.to + 1);
}

function padded(number: string | undefined): string {
  return (number ?? '').padStart(2, '0');
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
