import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { currentAtlas } from '../../src/atlas/current.ts';
import type { Atlas } from '../../src/atlas/records.ts';
import { matrixOf } from '../../src/compare/matrix.ts';
import { reservationsOf } from '../../src/compare/reservations.ts';
import {
  allLines,
  COLUMNS,
  type Context,
  csvOf,
  indicatorLines,
  type Line,
  matrixLines,
  textOf,
  themeLines,
  verdictsText,
} from '../../src/compare/take-along.ts';
import { valuesOf } from '../../src/compare/value.ts';
import { verdictsOf } from '../../src/compare/verdict.ts';
import { VERDICT_WORDS, verdictText } from '../../src/i18n/verdict-words.ts';
import { atlasOf, replace, validAtlas } from '../atlas/fixture.ts';

const ORIGIN = 'https://atlas.example/atlas';
const contextOf = ({ figures }: Atlas): Context => ({ figures, link: (url) => ORIGIN + url });
const real = currentAtlas();
const context = contextOf(real);

/** Every comparison of the real content that can be taken along. */
const TAKEN: readonly (readonly [string, readonly Line[]])[] = [
  ['matrix', matrixLines(real.themes, real.counties, context)],
  ['everything', allLines(real.themes, real.counties, context)],
  ...real.themes.map((theme) => [theme.id, themeLines(theme, real.counties, context)] as const),
  ...real.indicators.map((indicator) => [indicator.id, indicatorLines(indicator, real.counties, context)] as const),
];
const ofNumbers = new Set(real.indicators.map(({ url }) => ORIGIN + url));
const silent = ({ kind }: Line) => kind === '没有';

describe.each(TAKEN)('the comparison “%s” as CSV', (_, lines) => {
  const csv = csvOf(lines);
  const rows: string[][] = parse(csv, { bom: true });

  test('has a head and one line for each record, none of which has a line break', () => {
    expect(rows[0]).toEqual([...COLUMNS]);
    expect(rows.slice(1)).toEqual(lines.map((line) => COLUMNS.map((column) => line[column])));
    for (const cell of rows.flat()) expect(cell).not.toMatch(/[\r\n\u2028\u2029]/);
    // So that a line of the file is a line of the table, and a script can sift it.
    expect(csv.trimEnd().split('\n')).toHaveLength(rows.length);
    expect(csv.startsWith('\uFEFFcounty,question,')).toBe(true);
  });

  test('begins each line with the ids of its county and question, unquoted', () => {
    for (const [i, line] of csv.trimEnd().split('\n').slice(1).entries()) {
      expect(line.startsWith(`${lines[i]?.county},${lines[i]?.question},`)).toBe(true);
    }
  });

  test('has in each line county, question, report, source, kind, and an address that is whole', () => {
    for (const line of lines) {
      for (const column of ['countyName', 'questionName', 'report', 'source', 'kind'] as const) {
        expect(line[column], `${line.url} ${column}`).toMatch(/\S/);
      }
      expect(line.report).toMatch(/年|未注日期/);
      expect(line.url.startsWith(`${ORIGIN}/`)).toBe(true);
      expect(() => new URL(line.url)).not.toThrow();
    }
  });

  test('has the paragraphs of each line but of those that say that nothing is there', () => {
    for (const line of lines) {
      if (silent(line)) {
        const county = real.counties.find(({ id }) => id === line.county);
        const nothing = ofNumbers.has(line.url) ? '没有印出这类数' : '原文未提及';
        const said = county?.coverage === 'complete' ? nothing : '尚未收录';
        expect([line.paragraphs, line.summary]).toEqual(['', said]);
      } else expect(line.paragraphs, line.url).toMatch(/^\d+(?: \d+)*$/);
    }
  });

  test('names with each number its unit, nature, scope and time, and with each practice who and when', () => {
    for (const line of lines) {
      if (line.label)
        for (const column of ['printed', 'unit', 'nature', 'scope', 'time'] as const)
          expect(line[column]).toMatch(/\S/);
      if (line.value) expect(Number.isFinite(Number(line.value)), line.value).toBe(true);
      if (line.kind !== '做法') continue;
      for (const column of ['initiative', 'who', 'when', 'summary', 'printed'] as const)
        expect(line[column]).toMatch(/\S/);
      expect(line.summary).not.toMatch(/[{}]/);
    }
  });

  test('has every county', () => {
    expect(new Set(lines.map(({ county }) => county))).toEqual(new Set(real.counties.map(({ id }) => id)));
  });
});

describe.each(TAKEN)('the comparison “%s” as text', (name, lines) => {
  const text = textOf('标题\n副标题', lines);
  const [title, ...paragraphs] = text.trimEnd().split('\n\n');

  test('is a title and a paragraph for each line, in the same order', () => {
    expect(title).toBe('标题\n副标题');
    expect(paragraphs).toHaveLength(lines.length);
    for (const [i, paragraph] of paragraphs.entries()) {
      const line = lines[i];
      if (!line) throw new Error(`${name}: no line ${i}`);
      expect(paragraph).not.toContain('\n');
      expect(paragraph.startsWith(`${line.countyName}（报道日期：${line.report}）${line.questionName}：`)).toBe(true);
      expect(paragraph.endsWith(` ${line.url}`)).toBe(true);
      for (const column of ['initiative', 'label', 'printed', 'reservations', 'time', 'scope'] as const) {
        if (line[column]) expect(paragraph, column).toContain(line[column]);
      }
      if (!silent(line)) expect(paragraph).toContain(`${line.source}，第${line.paragraphs.replaceAll(' ', '、')}段`);
      expect(paragraph).not.toMatch(/。；|；；|undefined|NaN|null|\[object/);
    }
  });
});

describe('what is taken along', () => {
  test('has of the matrix a line for each cell, with as many practices as the cell says', () => {
    const lines = matrixLines(real.themes, real.counties, context);
    const cells = matrixOf(real.themes, real.counties).flatMap(({ theme, cells: own }) =>
      own.map((one) => ({ theme, ...one })),
    );
    expect(lines.map(({ county, question }) => `${question} ${county}`)).toEqual(
      cells.flatMap(({ theme, county, cell }) =>
        Array(cell.kind === 'figures' ? cell.figures.length : 1).fill(`${theme.id} ${county.id}`),
      ),
    );
    for (const [i, { theme, county, cell }] of cells.entries()) {
      if (cell.kind !== 'initiatives') continue;
      expect(lines[i]?.count).toBe(String(cell.count));
      expect(lines[i]?.initiative).toBe(cell.initiative.name);
      expect(lines[i]?.url).toBe(`${ORIGIN}${theme.url}#${county.id}`);
    }
  });

  test('has of a theme every practice and every figure of it', () => {
    for (const theme of real.themes) {
      const lines = themeLines(theme, real.counties, context);
      const expected = theme.initiatives.flatMap(({ url, numbers }) =>
        Array(Math.max(1, numbers.length)).fill(ORIGIN + url),
      );
      expect(
        lines
          .filter((line) => !silent(line))
          .map(({ url }) => url)
          .sort(),
      ).toEqual(expected.sort());
    }
  });

  test('has of an indicator every value, computed ones with their formula and the paragraphs of all terms', () => {
    for (const indicator of real.indicators) {
      const lines = indicatorLines(indicator, real.counties, context);
      const values = valuesOf(indicator, real.counties);
      expect(lines.filter((line) => !silent(line)).map(({ label }) => label)).toEqual(values.map(({ label }) => label));
      for (const { computed, label, terms } of values.filter((value) => value.computed)) {
        const line = lines.find((one) => one.label === label);
        for (const { printed } of terms) expect(line?.printed).toContain(printed);
        expect(line?.kind).toBe('算出的数');
        expect(line?.url).toBe(`${ORIGIN}${computed?.url}`);
        const paragraphs = [...new Set(terms.flatMap(({ at }) => at))].sort((a, b) => a - b);
        expect(line?.paragraphs).toBe(paragraphs.join(' '));
      }
    }
  });

  test('has with each record each of its reservations', () => {
    for (const theme of real.themes) {
      const lines = themeLines(theme, real.counties, context);
      for (const initiative of theme.initiatives) {
        const own = lines.filter(({ url }) => url === ORIGIN + initiative.url);
        for (const line of own) {
          for (const text of reservationsOf(initiative, real.figures)) expect(line.reservations).toContain(text);
        }
        for (const [i, figure] of initiative.numbers.entries()) {
          for (const text of reservationsOf(figure, real.figures)) expect(own[i]?.reservations).toContain(text);
        }
      }
    }
    for (const indicator of real.indicators) {
      const lines = indicatorLines(indicator, real.counties, context);
      for (const { label, terms } of valuesOf(indicator, real.counties)) {
        const own = lines
          .filter((line) => line.label === label)
          .map(({ reservations }) => reservations)
          .join('\n');
        for (const text of terms.flatMap((term) => reservationsOf(term, real.figures))) expect(own).toContain(text);
      }
    }
  });

  test('says of a county without a value that there is none, and of which kind that is', () => {
    const indicator = real.indicators.find(({ figures }) => new Set(figures.map(({ county }) => county)).size === 1);
    if (!indicator) throw new Error('no indicator of one county');
    expect(indicatorLines(indicator, real.counties, context).filter(silent)).toHaveLength(real.counties.length - 1);
    const small = atlasOf({ 'content/counties/mou.mdx': replace('summary: 一', 'coverage: partial\nsummary: 一') });
    const [theme] = small.themes;
    if (!theme) throw new Error('no theme');
    const line = themeLines(theme, small.counties, contextOf(small)).find(({ county }) => county === 'mou');
    expect(line).toMatchObject({
      kind: '没有',
      summary: '尚未收录',
      source: '某县党建工作纪实，某报',
      report: '2018年11月13日',
      url: `${ORIGIN}/themes/training/`,
    });
  });

  test('has a cell with figures alone as a line for each of them', () => {
    const small = atlasOf({
      'content/counties/lin.mdx': (text) =>
        text.replaceAll(/themes: \[(?:training, )?incentives\]/g, 'themes: [training]'),
    });
    const lines = matrixLines(small.themes, small.counties, contextOf(small));
    const [line, ...more] = lines.filter(({ county, question }) => county === 'lin' && question === 'incentives');
    expect(more).toEqual([]);
    expect(line).toMatchObject({
      kind: '数据',
      count: '',
      printed: '3000元/月',
      url: `${ORIGIN}/counties/lin/#fig-secretary-wage`,
    });
  });
});

describe('a paragraph of the text', () => {
  const small = validAtlas();
  const lines = matrixLines(small.themes, small.counties, contextOf(small));
  const paragraphs = textOf('题', lines).trimEnd().split('\n\n').slice(1);

  test('says of a practice who, when, what, which number, where, with which reservations', () => {
    expect(paragraphs[0]).toBe(
      '邻县（报道日期：未注日期，不早于2017年3月）培训： 书记培训；主体：县委组织部；时间：2015年至2016年；组织部培训书记数十人，每期3—5天；受训的书记：数十人（结果，全县，2015年至2016年） （该县在这个问题下共1条） 〔邻县党建工作纪实，第2段〕 须知：只写数十人，没有写几期。 https://atlas.example/atlas/themes/training/#lin',
    );
  });

  test('says of a county that is silent that it is', () => {
    expect(paragraphs[1]).toBe(
      '某县（报道日期：2018年11月13日）培训： 尚未收录 https://atlas.example/atlas/themes/training/',
    );
  });

  test('says of a number what it is', () => {
    expect(paragraphs[3]).toContain('村党组织书记年均报酬：3.6万元（按每人每年，结果，全县，2018年）');
  });
});

describe('the verdicts as text', () => {
  test('name every pair, with both values, the verdict and why', () => {
    for (const indicator of real.indicators) {
      const pairs = verdictsOf(indicator, valuesOf(indicator, real.counties));
      const told = verdictsText(indicator, real.counties).split('\n').filter(Boolean);
      expect(told).toHaveLength(pairs.length);
      for (const [i, { a, b, verdict }] of pairs.entries()) {
        for (const value of [a, b]) {
          expect(told[i]).toContain(`${value.county.name}：${value.label}，`);
          for (const { printed } of value.terms) expect(told[i]).toContain(printed);
        }
        expect(told[i]).toContain(`。${VERDICT_WORDS[verdict.kind]}：${verdictText(verdict, a, b)}`);
        expect(told[i]).toMatch(/。$/);
      }
    }
  });

  test('are whole sentences', () => {
    const small = validAtlas();
    const [indicator] = small.indicators;
    if (!indicator) throw new Error('no indicator');
    expect(verdictsText(indicator, small.counties)).toBe(
      '邻县：村党组织书记的工资，3000元/月 / 某县：村党组织书记年均报酬，3.6万元。不能比：口径不同：邻县按每月计，某县按每人每年计；一个是年均，一个是月工资；时间不同或没有写：邻县原文未注年份，某县2018年。\n',
    );
  });

  test('are none where one county alone has values', () => {
    const indicator = real.indicators.find(({ figures }) => new Set(figures.map(({ county }) => county)).size === 1);
    if (!indicator) throw new Error('no indicator of one county');
    expect(verdictsText(indicator, real.counties)).toBe('');
  });
});
