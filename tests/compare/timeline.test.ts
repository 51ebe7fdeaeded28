import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadAtlas } from '../../src/atlas/load.ts';
import type { CountyRecord, FigureRecord, InitiativeRecord } from '../../src/atlas/records.ts';
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
import { axisInWords, countsInWords, labelOf, markInWords } from '../../src/i18n/timeline-words.ts';
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

  test('stands after its mark, else before it, within the axis', () => {
    expect(labelBeside(spanOf('2012'), '五个字的名', axis, 0.2)).toMatchObject({ side: 'after', text: '五个字的名' });
    expect(labelBeside(spanOf('2019'), '五个字的名', axis, 0.2)).toMatchObject({ side: 'before', text: '五个字的名' });
  });

  test('is cut where there is no room, and left out where there is hardly any', () => {
    const cut = labelBeside(spanOf('2014'), '一二三四五六七八九十', axis, 0.9);
    expect(cut).toMatchObject({ side: 'after', text: '一二三四…' });
    expect(cut.to).toBeLessThanOrEqual(axis.to + 0.9);
    expect(labelBeside(spanOf({ from: '2010', to: '2019' }), '五个字的名', axis, 0.2).text).toBe('');
  });

  test('takes its place together with its mark', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2010, max: 2019 }), fc.string({ maxLength: 40 }), (year, label) => {
        const { from, to, text, side } = labelBeside(spanOf(String(year)), label, axis, 0.25);
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
  const named = ({ marks }: Lane) => marks.map((mark) => labelOf(mark, true));

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
