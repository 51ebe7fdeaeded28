import { stringify } from 'csv-stringify/sync';
import {
  type CountyRecord,
  type FigureRecord,
  type IndicatorRecord,
  type InitiativeRecord,
  type SourceRecord,
  silenceOf,
  type ThemeRecord,
} from '../atlas/records.ts';
import { filled } from '../atlas/resolve.ts';
import { reportDate, timeInWords } from '../i18n/dates.ts';
import { takeWords } from '../i18n/take-words.ts';
import { formulaText, perText, timeOf, VERDICT_WORDS, verdictText } from '../i18n/verdict-words.ts';
import { NATURE_WORDS, words } from '../i18n/zh.ts';
import { type Cell, type MatrixRow, matrixOf } from './matrix.ts';
import { reservationsOf } from './reservations.ts';
import { tellingOf } from './telling.ts';
import { printedValue, type Value, valuesOf } from './value.ts';
import { verdictsOf } from './verdict.ts';

/** The columns of every comparison that is taken along. The first two are ids, so that a reader's choice can be sifted by line. */
export const COLUMNS = [
  'county',
  'question',
  'countyName',
  'report',
  'questionName',
  'kind',
  'count',
  'initiative',
  'who',
  'when',
  'summary',
  'label',
  'printed',
  'value',
  'unit',
  'per',
  'nature',
  'scope',
  'time',
  'source',
  'paragraphs',
  'reservations',
  'url',
] as const;

export type Line = Readonly<Record<(typeof COLUMNS)[number], string>>;

/** What is needed to write records out: all figures for places in texts, and how an address becomes a whole one. */
export interface Context {
  readonly figures: ReadonlyMap<string, FigureRecord>;
  readonly link: (url: string) => string;
}

/** A question as it stands in the first columns: a theme or an indicator. */
type Question = Pick<ThemeRecord | IndicatorRecord, 'id' | 'name' | 'url'>;

/** The matrix, a line for each cell. */
export function matrixLines(
  themes: readonly ThemeRecord[],
  counties: readonly CountyRecord[],
  context: Context,
): Line[] {
  return matrixOf(themes, counties).flatMap((row) =>
    row.cells.flatMap(({ county, cell }) => cellLines(row, county, cell, context)),
  );
}

function cellLines({ theme }: MatrixRow, county: CountyRecord, cell: Cell, context: Context): Line[] {
  if (cell.kind === 'silent') return [silentLine(theme, county, words.silence[cell.silence], context)];
  if (cell.kind === 'figures') return cell.figures.map((figure) => valueLine(theme, printedValue(figure), context));
  const line = initiativeLine(theme, cell.initiative, cell.figure, context);
  return [{ ...line, count: String(cell.count), url: context.link(`${theme.url}#${county.id}`) }];
}

/** All practices of a theme, county by county, a line for each figure of a practice and one for a practice without. */
export function themeLines(theme: ThemeRecord, counties: readonly CountyRecord[], context: Context): Line[] {
  const telling = tellingOf(theme);
  return counties.flatMap((county) => {
    const initiatives = telling.filter((initiative) => initiative.county === county);
    if (initiatives.length === 0) return [silentLine(theme, county, words.silence[silenceOf(county)], context)];
    return initiatives.flatMap((initiative) => {
      const figures = initiative.numbers.length > 0 ? initiative.numbers : [undefined];
      return figures.map((figure) => initiativeLine(theme, initiative, figure, context));
    });
  });
}

/** All practices of all themes. */
export function allLines(themes: readonly ThemeRecord[], counties: readonly CountyRecord[], context: Context): Line[] {
  return themes.flatMap((theme) => themeLines(theme, counties, context));
}

/** All values of an indicator, the silent counties among them. */
export function indicatorLines(
  indicator: IndicatorRecord,
  counties: readonly CountyRecord[],
  context: Context,
): Line[] {
  const values = valuesOf(indicator, counties);
  return counties.flatMap((county) => {
    const own = values.filter((value) => value.county === county);
    if (own.length === 0) return [silentLine(indicator, county, words.numberSilence[silenceOf(county)], context)];
    return own.map((value) => valueLine(indicator, value, context));
  });
}

/** Lines as CSV with a head, and with a byte order mark, without which spreadsheets take it for another encoding. No cell breaks a line. */
export function csvOf(lines: readonly Line[]): string {
  return stringify(
    lines.map((line) => COLUMNS.map((column) => line[column])),
    { header: true, columns: [...COLUMNS], bom: true, record_delimiter: '\n' },
  );
}

/** Lines as text to paste, a paragraph for each; each ends with its address. */
export function textOf(title: string, lines: readonly Line[]): string {
  return [title, ...lines.map(paragraph)].join('\n\n').concat('\n');
}

/** What may be made of each pair of values of an indicator, a paragraph for each. */
export function verdictsText(indicator: IndicatorRecord, counties: readonly CountyRecord[]): string {
  const pairs = verdictsOf(indicator, valuesOf(indicator, counties));
  return pairs
    .map(
      ({ a, b, verdict }) =>
        `${valueText(a)} / ${valueText(b)}。${VERDICT_WORDS[verdict.kind]}：${verdictText(verdict, a, b)}\n`,
    )
    .join('');
}

const valueText = (value: Value): string =>
  `${value.county.name}：${value.label}，${formulaText(value) ?? value.terms[0].printed}`;

function base(question: Question, county: CountyRecord, source: SourceRecord): Line {
  const empty = Object.fromEntries(COLUMNS.map((column) => [column, ''])) as Line;
  return {
    ...empty,
    county: county.id,
    question: question.id,
    countyName: county.name,
    report: reportDate(source),
    questionName: question.name,
    source: [[source.title, source.subtitle].filter(Boolean).join('——'), source.publisher].filter(Boolean).join('，'),
  };
}

function silentLine(question: Question, county: CountyRecord, summary: string, { link }: Context): Line {
  const line = base(question, county, county.sources[0]);
  return { ...line, kind: takeWords.kinds.silent, summary, url: link(question.url) };
}

function initiativeLine(
  question: Question,
  initiative: InitiativeRecord,
  figure: FigureRecord | undefined,
  context: Context,
): Line {
  const { county, who, period, at, url, name, summary } = initiative;
  const { figures, link } = context;
  const reservations = [...reservationsOf(initiative, figures), ...(figure ? reservationsOf(figure, figures) : [])];
  return {
    ...base(question, county, initiative.source),
    kind: takeWords.kinds.initiative,
    initiative: name,
    who: who ?? takeWords.unsaid,
    when: period ? timeInWords(period) : takeWords.unsaid,
    summary: filled(summary, figures, county.id),
    ...(figure ? numberOf(printedValue(figure)) : { printed: takeWords.noFigure }),
    // A number that a summary names may stand elsewhere than the practice.
    paragraphs: paragraphsOf([...at, ...(figure?.at ?? [])]),
    reservations: [...new Set(reservations)].join(' '),
    url: link(url),
  };
}

function valueLine(question: Question, value: Value, { figures, link }: Context): Line {
  const [first] = value.terms;
  return {
    ...base(question, value.county, first.source),
    kind: value.computed ? takeWords.kinds.computed : takeWords.kinds.figure,
    initiative: first.initiative?.name ?? '',
    ...numberOf(value),
    paragraphs: paragraphsOf(value.terms.flatMap(({ at }) => at)),
    reservations: [...new Set(value.terms.flatMap((term) => reservationsOf(term, figures)))].join(' '),
    url: link(value.url),
  };
}

const paragraphsOf = (at: readonly number[]): string => [...new Set(at)].sort((a, b) => a - b).join(' ');

function numberOf(
  value: Value,
): Pick<Line, 'label' | 'printed' | 'value' | 'unit' | 'per' | 'nature' | 'scope' | 'time'> {
  const { interval } = value;
  const point = interval && interval.min === interval.max && !interval.open;
  return {
    label: value.label,
    printed: formulaText(value) ?? value.terms[0].printed,
    value: point ? String(interval.min) : '',
    unit: value.unit,
    per: perText(value.per),
    nature: NATURE_WORDS[value.nature],
    scope: value.scope ?? words.figure.wholeCounty,
    time: timeOf(value),
  };
}

function paragraph(line: Line): string {
  const t = takeWords;
  const number = line.label
    ? t.number(
        line.label,
        line.printed,
        [line.per && `${t.per}${line.per}`, line.nature, line.scope, line.time].filter(Boolean).join('，'),
      )
    : line.printed;
  const facts = [
    line.initiative,
    line.who && `${t.who}${line.who}`,
    line.when && `${t.when}${line.when}`,
    line.summary,
    number,
  ];
  return [
    `${line.countyName}（${t.report}${line.report}）${line.questionName}：`,
    facts.filter(Boolean).join('；').replace(/。；/g, '；'),
    line.count && `（${t.count(line.count)}）`,
    line.paragraphs && `〔${line.source}，第${line.paragraphs.replaceAll(' ', '、')}段〕`,
    line.reservations && `${t.reservations}${line.reservations}`,
    line.url,
  ]
    .filter(Boolean)
    .join(' ');
}
