import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadAtlas } from '../../src/atlas/load.ts';
import {
  type CountyRecord,
  type FigureRecord,
  type InitiativeRecord,
  isTimeInferred,
} from '../../src/atlas/records.ts';
import {
  axisOf,
  extentOf,
  type Lane,
  labelBeside,
  packInRows,
  rowOf,
  spanOf,
  timelineOf,
  timeOf,
  yearsShown,
} from '../../src/compare/timeline.ts';
import { axisInWords, countsInWords, labelOf, markInWords, reportLabelOf } from '../../src/i18n/timeline-words.ts';
import { atlasOf, replace, validAtlas } from '../atlas/fixture.ts';

const DAY = 1 / 366;

/** All records of a lane, as their rows: those of its marks, then those without a time. */
function rowsOf({ marks, undated }: Lane): string[] {
  const dated = marks.flatMap(({ initiative, figures }) => [...(initiative ? [initiative] : []), ...figures]);
  return [...dated, ...undated.initiatives, ...undated.figures].map(rowOf);
}

const recordsOf = ({ initiatives, figures }: CountyRecord): (InitiativeRecord | FigureRecord)[] => [
  ...initiatives,
  ...figures,
];

describe('a time on the axis', () => {
  test('is as wide as it is printed: a day a day, a month a month, a year the year', () => {
    const day = extentOf('2018-11-13');
    expect(day.to - day.from).toBeCloseTo(1 / 365, 9);
    expect(day.from).toBeCloseTo(2018 + 316 / 365, 9);
    const month = extentOf('2016-02');
    expect(month.to - month.from).toBeCloseTo(29 / 366, 9);
    expect(extentOf('2018')).toEqual({ from: 2018, to: 2019 });
    expect(extentOf('2018-12').to).toBe(2019);
    expect(extentOf('2018-12-31').to).toBe(2019);
    expect(spanOf('2018-11-13')).toMatchObject({ form: 'date', precision: 'day' });
    expect(spanOf('2018-11')).toMatchObject({ form: 'date', precision: 'month' });
    expect(spanOf('2018')).toMatchObject({ form: 'date', precision: 'year' });
  });

  test('reaches from the first day of a stretch to its last', () => {
    expect(spanOf({ from: '2015', to: '2016' })).toEqual({ form: 'stretch', from: 2015, to: 2017 });
    expect(spanOf({ from: '2015-07', to: '2016' })).toMatchObject({ from: extentOf('2015-07').from, to: 2017 });
  });

  test('stays open where an end is not printed, and is drawn no farther than to the date of its report', () => {
    expect(spanOf({ from: '2015' }, 2017.5)).toEqual({
      form: 'since',
      precision: 'year',
      from: 2015,
      firm: 2016,
      to: 2017.5,
    });
    // What is printed is not cut by the date of the report.
    expect(spanOf({ from: '2017' }, 2017.5)).toMatchObject({ form: 'since', firm: 2018, to: 2018 });
    expect(spanOf({ from: '2017-03' })).toMatchObject({ form: 'since', to: extentOf('2017-03').to });
  });

  test('has no beginning where none is printed', () => {
    expect(spanOf({ to: '2017' }, 2030)).toEqual({ form: 'until', precision: 'year', from: 2017, to: 2018 });
  });

  test('of a stretch that begins and ends with the same date is that date', () => {
    expect(timeOf({ period: { from: '2018', to: '2018' } } as FigureRecord)).toBe('2018');
    expect(timeOf({ period: { from: '2018', to: '2018-05' } } as FigureRecord)).toEqual({
      from: '2018',
      to: '2018-05',
    });
  });
});

describe('the axis', () => {
  test('holds whole years from the first date to the last, whichever end of a stretch it is', () => {
    expect(axisOf(['2015-06-01', { from: '2013-12' }, { to: '2020' }])).toEqual({ from: 2013, to: 2021 });
    expect(axisOf([])).toBeUndefined();
  });

  test('is labelled at every year, or at every second, fifth, tenth', () => {
    const axis = { from: 2011, to: 2025 };
    expect(yearsShown(axis, 20)).toHaveLength(14);
    expect(yearsShown(axis, 7)).toEqual([2011, 2013, 2015, 2017, 2019, 2021, 2023]);
    expect(yearsShown({ from: 1949, to: 2025 }, 8)).toEqual([1949, 1959, 1969, 1979, 1989, 1999, 2009, 2019]);
  });
});

describe('the rows', () => {
  const item = fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 20 }));
  const items = fc.array(item.map(([from, width]) => ({ from, to: from + width })));

  test('hold every item once, and in no row two that overlap', () => {
    fc.assert(
      fc.property(items, (given) => {
        const rows = packInRows(given);
        expect(rows.flat()).toHaveLength(given.length);
        expect(new Set(rows.flat())).toEqual(new Set(given));
        for (const row of rows) {
          const sorted = row.toSorted((a, b) => a.from - b.from);
          for (const [i, one] of sorted.entries()) expect(one.from).toBeGreaterThanOrEqual(sorted[i - 1]?.to ?? 0);
        }
      }),
    );
  });

  test('are one where nothing overlaps', () => {
    expect(packInRows([1, 2, 3].map((from) => ({ from, to: from + 1 })))).toHaveLength(1);
  });
});

describe('a label', () => {
  const axis = { from: 2010, to: 2020 };
  const named = (name: string, tail = '') => ({ name, tail });

  test('stands after its mark, else before it, within the axis', () => {
    expect(labelBeside(spanOf('2012'), named('五个字的名'), axis, 0.2)).toMatchObject({
      side: 'after',
      text: '五个字的名',
    });
    expect(labelBeside(spanOf('2019'), named('五个字的名'), axis, 0.2)).toMatchObject({
      side: 'before',
      text: '五个字的名',
    });
  });

  test('is cut where there is no room, and left out where there is hardly any', () => {
    const cut = labelBeside(spanOf('2014'), named('一二三四五六七八九十'), axis, 0.9);
    expect(cut).toMatchObject({ side: 'after', text: '一二三四…' });
    expect(cut.to).toBeLessThanOrEqual(axis.to + 0.9);
    expect(labelBeside(spanOf({ from: '2010', to: '2019' }), named('五个字的名'), axis, 0.2).text).toBe('');
  });

  test('keeps what stands behind its name where that is cut', () => {
    const label = named('数据：一二三四五六七八九十', '等2个');
    expect(labelBeside(spanOf('2012'), label, axis, 0.6)).toMatchObject({ text: '数据：一二三四…等2个' });
    expect(labelBeside(spanOf('2012'), label, axis, 0.2)).toMatchObject({ text: '数据：一二三四五六七八九十等2个' });
    // A count says nothing beside next to nothing of a name.
    expect(labelBeside(spanOf('2012'), label, axis, 0.8)).toMatchObject({ text: '数据：一二三四…' });
  });

  test('is cut before a number, never within its digits, its scale or its unit', () => {
    const whole = '收入达1000.5万元以上的村';
    const cuts = Array.from(
      { length: 40 },
      (_, i) => labelBeside(spanOf('2010'), named(whole), axis, 0.3 + i / 20).text,
    );
    expect(new Set(cuts)).toEqual(
      new Set([whole, '收入达1000.5万元…', '收入达1000.5万元以…', '收入达1000.5万元以上…', '']),
    );
  });

  test('takes its place together with its mark', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2010, max: 2019 }), fc.string({ maxLength: 40 }), (year, label) => {
        const { from, to, text, side } = labelBeside(spanOf(String(year)), named(label), axis, 0.25);
        expect(from).toBeLessThan(year);
        expect(to).toBeGreaterThan(year + 1);
        const taken = [...text].length * 0.25 * 0.65;
        expect(side === 'after' ? to - year - 1 : year - from).toBeGreaterThanOrEqual(taken);
      }),
    );
  });
});

describe('the timeline of two counties', () => {
  const [lin, mou] = timelineOf(validAtlas().counties).lanes as [Lane, Lane];
  const named = ({ marks }: Lane) => marks.map((mark) => Object.values(labelOf(mark, true)).join(''));

  test('puts an initiative and its figures of the same time into one mark, and others into their own', () => {
    expect(named(lin)).toEqual(['书记报酬', '书记培训', '数据：受训的书记']);
    const [one] = timelineOf(
      atlasOf({
        'content/counties/lin.mdx': replace("to: '2016' }, at: 2 }\n", "to: '2016' }, at: 2, initiative: training }\n"),
      }).counties,
    ).lanes as [Lane];
    expect(named(one)).toEqual(['书记报酬', '书记培训，1个数据']);
    expect(one.marks.map(markInWords)).toEqual(['2015年：书记报酬', '2015年至2016年：书记培训；数据：受训的书记']);
  });

  test('infers no time: neither from the initiative of a figure nor from the report', () => {
    expect(named(mou)).toEqual(['数据：村党组织书记年均报酬']);
    expect(countsInWords(mou.undated.initiatives, mou.undated.figures)).toBe('1条做法、1个数据');
    expect(lin.undated.figures.map(({ id }) => id)).toEqual(['secretary-wage', 'sessions']);
  });

  test('marks the reports; one without a date is open from the time before which it cannot be', () => {
    expect(mou.reports.map(({ span }) => span)).toEqual([spanOf('2018-11-13')]);
    expect(lin.reports.map(({ span }) => span)).toEqual([
      { form: 'since', precision: 'month', from: extentOf('2017-03').from, firm: extentOf('2017-03').to, to: 2019 },
    ]);
  });

  test('says an open end and an open beginning in words', () => {
    const change = (period: string) =>
      timelineOf(
        atlasOf({ 'content/counties/lin.mdx': replace("period: '2015'\n", `period: ${period}\n`) }).counties,
      ).lanes[0]?.marks.map(markInWords);
    expect(change("{ from: '2015-02' }")).toContain('2015年2月起（何时止，原文没有写）：书记报酬');
    expect(change("{ to: '2015-02' }")).toContain('截至2015年2月（何时起，原文没有写）：书记报酬');
  });

  test('says of a figure that it is one of several at every width, of an initiative how many it has where there is room', () => {
    const [one, other] = [lin.marks[0], mou.marks[0]];
    if (!one || !other) throw new Error('no marks');
    const figures = [...mou.county.figures, ...mou.county.figures];
    expect(labelOf({ ...one, figures }, true)).toEqual({ name: '书记报酬', tail: '，4个数据' });
    expect(labelOf({ ...one, figures }, false)).toEqual({ name: '书记报酬', tail: '' });
    for (const counted of [true, false]) {
      expect(labelOf({ ...other, figures }, counted)).toEqual({ name: '数据：村党组织书记年均报酬', tail: '等4个' });
    }
  });

  test('says which times are worked out from the date of a report that is itself worked out', () => {
    const inferring = replace('dateBasis: stated', 'dateBasis: inferred');
    const [, lane] = timelineOf(atlasOf({ 'content/sources/mou-2018.yaml': inferring }).counties).lanes as [Lane, Lane];
    expect(mou.marks.map(({ inferred }) => inferred)).toEqual([false]);
    expect(lane.marks.map(({ inferred }) => inferred)).toEqual([true]);
    expect(lane.marks.map(markInWords)).toEqual(['2018年（推定）：数据：村党组织书记年均报酬']);
    const [report, printed] = [lane.reports[0], mou.reports[0]];
    if (!report || !printed) throw new Error('no reports');
    expect(reportLabelOf(report, true)).toEqual({ name: '报道：2018年11月13日', tail: '（推定）' });
    expect(reportLabelOf(report, false)).toEqual({ name: '报道', tail: '（推定）' });
    expect(reportLabelOf(printed, true)).toEqual({ name: '报道：2018年11月13日', tail: '' });
    expect(reportLabelOf(printed, false)).toEqual({ name: '报道', tail: '' });
  });

  test('has no axis where nothing has a date', () => {
    const county = {
      sources: [{ date: null }],
      initiatives: [{ name: '培训' }],
      figures: [],
    } as unknown as CountyRecord;
    const { axis, lanes } = timelineOf([county]);
    expect(axis).toBeUndefined();
    expect(lanes[0]).toMatchObject({ reports: [], marks: [], undated: { initiatives: county.initiatives } });
  });
});

describe('the timeline of the real content', () => {
  const { atlas } = loadAtlas(process.cwd());
  if (!atlas) throw new Error('the content is not valid');
  const { axis, lanes } = timelineOf(atlas.counties);

  test('has every record of every county once, with a time or without', () => {
    for (const [i, lane] of lanes.entries()) {
      expect(lane.county).toBe(atlas.counties[i]);
      const records = recordsOf(lane.county);
      expect(rowsOf(lane).sort()).toEqual(records.map(rowOf).sort());
      const undated = records.filter((record) => record.period === undefined && !('asOf' in record && record.asOf));
      expect([...lane.undated.initiatives, ...lane.undated.figures]).toEqual(undated);
    }
    const all = lanes.flatMap(rowsOf);
    expect(new Set(all).size).toBe(atlas.initiatives.size + atlas.figures.size);
    expect(all).toHaveLength(atlas.initiatives.size + atlas.figures.size);
  });

  test('holds all of it on the axis, each mark as wide as its time and in order', () => {
    for (const { marks, reports } of lanes) {
      for (const { span } of [...marks, ...reports]) {
        expect(span.from).toBeGreaterThanOrEqual(axis?.from ?? Number.NaN);
        expect(span.to).toBeLessThanOrEqual(axis?.to ?? Number.NaN);
        expect(span.to - span.from).toBeGreaterThan(DAY * 0.99);
      }
      expect(marks.map(({ span }) => span.from)).toEqual(marks.map(({ span }) => span.from).toSorted((a, b) => a - b));
      for (const { time, span, initiative, figures } of marks) {
        for (const record of [...(initiative ? [initiative] : []), ...figures]) expect(timeOf(record)).toEqual(time);
        if (typeof time === 'string') expect(span).toMatchObject({ form: 'date', ...extentOf(time) });
        else expect(span.form).toBe(time.from && time.to ? 'stretch' : time.from ? 'since' : 'until');
      }
    }
  });

  test('marks the times that rest on a date that is worked out, and no others', () => {
    for (const { marks, reports } of lanes) {
      for (const { source, inferred } of reports) expect(inferred).toBe(source.dateBasis === 'inferred');
      for (const mark of marks) {
        for (const record of [...(mark.initiative ? [mark.initiative] : []), ...mark.figures]) {
          const { asOf, period } = record as FigureRecord & InitiativeRecord;
          const dates = typeof period === 'string' ? [period] : [asOf, period?.from, period?.to];
          expect(mark.inferred).toBe(isTimeInferred(record, dates));
        }
        expect(markInWords(mark).includes('（推定）')).toBe(mark.inferred);
      }
    }
    expect(lanes.some(({ marks }) => marks.some(({ inferred }) => inferred))).toBe(true);
  });

  test('cuts no label within a number, and none loses its count', () => {
    for (const { marks } of lanes) {
      for (const mark of axis ? marks : []) {
        // As wide as the drawings of a wide page and a narrow one.
        for (const em of [0.29, 0.66]) {
          const { name, tail } = labelOf(mark, true);
          const { text } = labelBeside(mark.span, { name, tail }, axis as NonNullable<typeof axis>, em);
          if (text === '') continue;
          if (em < 0.5) expect(text.endsWith(tail)).toBe(true);
          const shown = text.replace(tail, '').replace(/…$/, '');
          expect(name.startsWith(shown)).toBe(true);
          expect(/\d$/.test(shown) && /^[\d.十百千万亿元%]/.test(name.slice(shown.length))).toBe(false);
        }
      }
    }
  });

  test('begins with the first date of any report and ends with the last', () => {
    const text = JSON.stringify(
      atlas.counties.flatMap((county) => [
        recordsOf(county).map((record) => [record.period, 'asOf' in record ? record.asOf : null]),
        county.sources.map(({ date, notBefore }) => date ?? notBefore),
      ]),
    );
    const years = [...text.matchAll(/"(\d{4})[-"]/g)].map(([, year]) => Number(year));
    expect(axis).toEqual({ from: Math.min(...years), to: Math.max(...years) + 1 });
    expect(axis && axisInWords(axis)).toBe(`${Math.min(...years)}年至${Math.max(...years)}年，一格一年`);
  });

  test('draws no open end beyond the date of its report', () => {
    for (const { marks } of lanes) {
      for (const { span, initiative, figures } of marks) {
        if (span.form !== 'since') continue;
        const { date, notBefore } = (initiative ?? figures[0])?.source ?? {};
        expect(span.to).toBe(Math.max(span.firm, extentOf(date ?? notBefore ?? '').to));
      }
    }
  });
});
