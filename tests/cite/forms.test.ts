import '@citation-js/plugin-bibtex';
import { plugins } from '@citation-js/core';
import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Atlas } from '../../src/atlas/records.ts';
import { apa } from '../../src/cite/apa.ts';
import { bibtex } from '../../src/cite/bibtex.ts';
import { gbt7714 } from '../../src/cite/gbt7714.ts';
import type { Report } from '../../src/cite/report.ts';
import { atlasWork, countyWork, dataWork, indicatorWork, themeWork, type Work } from '../../src/cite/work.ts';
import { validAtlas } from '../atlas/fixture.ts';

const atlas: Atlas = { ...validAtlas(), version: '0123456789ab' };
const link = (url: string) => `https://atlas.example/atlas${url}`;
const first = <T>([one]: readonly T[]): T => {
  if (one === undefined) throw new Error('nothing there');
  return one;
};
const FORMS = { gbt7714, apa, bibtex };
const works = (state: Atlas = atlas, to = link) => ({
  county: countyWork(first(state.counties), state, to),
  theme: themeWork(first(state.themes), state, to),
  indicator: indicatorWork(first(state.indicators), state, to),
  atlas: atlasWork(state, to),
  data: dataWork(state, to),
});
const textOf = (work: Work) => Object.values(FORMS).flatMap((form) => form(work));

describe('the texts to copy', () => {
  test('of a county', () => {
    expect(textOf(works().county).join('\n')).toMatchInlineSnapshot(`
      "县域做法图谱. 邻县[EB/OL]. 内容版本0123456789ab. [引用日期]. https://atlas.example/atlas/counties/lin/.
      佚名. 邻县党建工作纪实[Z]. [出版者不详], [日期不详，不早于2017年3月].
      县域做法图谱. (n.d.). 邻县 [Lin County] (Version 0123456789ab) [Web page]. Retrieved [引用日期], from https://atlas.example/atlas/counties/lin/
      邻县党建工作纪实. (n.d.).
      @misc{county-practice-atlas-lin,
        author = {{县域做法图谱}},
        title = {{邻县}},
        note = {内容版本0123456789ab；所据报道：report-lin-2017},
        url = {https://atlas.example/atlas/counties/lin/},
        urldate = {},
      }
      @misc{report-lin-2017,
        title = {{邻县党建工作纪实}},
        note = {原文未署名；原文未注发布者；原文未注日期，不早于2017年3月},
      }"
    `);
  });

  test('of a theme', () => {
    expect(textOf(works().theme).join('\n')).toMatchInlineSnapshot(`
      "县域做法图谱. 专题：培训[EB/OL]. 内容版本0123456789ab. [引用日期]. https://atlas.example/atlas/themes/training/.
      佚名. 邻县党建工作纪实[Z]. [出版者不详], [日期不详，不早于2017年3月].
      县域做法图谱. (n.d.). 专题：培训 [Training] (Version 0123456789ab) [Web page]. Retrieved [引用日期], from https://atlas.example/atlas/themes/training/
      邻县党建工作纪实. (n.d.).
      @misc{county-practice-atlas-theme-training,
        author = {{县域做法图谱}},
        title = {{专题：培训}},
        note = {内容版本0123456789ab；所据报道：report-lin-2017},
        url = {https://atlas.example/atlas/themes/training/},
        urldate = {},
      }
      @misc{report-lin-2017,
        title = {{邻县党建工作纪实}},
        note = {原文未署名；原文未注发布者；原文未注日期，不早于2017年3月},
      }"
    `);
  });

  test('of an indicator', () => {
    expect(textOf(works().indicator).join('\n')).toMatchInlineSnapshot(`
      "县域做法图谱. 指标：村党组织书记的报酬[EB/OL]. 内容版本0123456789ab. [引用日期]. https://atlas.example/atlas/indicators/village-secretary-pay/.
      佚名. 邻县党建工作纪实[Z]. [出版者不详], [日期不详，不早于2017年3月].
      王某. 某县党建工作纪实[Z/OL]. 某报, 2018-11-13[引用日期]. https://example.org/mou.
      县域做法图谱. (n.d.). 指标：村党组织书记的报酬 [Pay of village Party secretaries] (Version 0123456789ab) [Web page]. Retrieved [引用日期], from https://atlas.example/atlas/indicators/village-secretary-pay/
      邻县党建工作纪实. (n.d.).
      王某. (2018, November 13). 某县党建工作纪实. 某报. https://example.org/mou
      @misc{county-practice-atlas-indicator-village-secretary-pay,
        author = {{县域做法图谱}},
        title = {{指标：村党组织书记的报酬}},
        note = {内容版本0123456789ab；所据报道：report-lin-2017, report-mou-2018},
        url = {https://atlas.example/atlas/indicators/village-secretary-pay/},
        urldate = {},
      }
      @misc{report-lin-2017,
        title = {{邻县党建工作纪实}},
        note = {原文未署名；原文未注发布者；原文未注日期，不早于2017年3月},
      }
      @misc{report-mou-2018,
        author = {{王某}},
        title = {{某县党建工作纪实}},
        publisher = {{某报}},
        date = {2018-11-13},
        year = {2018},
        url = {https://example.org/mou},
      }"
    `);
  });

  test('of the whole atlas', () => {
    expect(textOf(works().atlas).join('\n')).toMatchInlineSnapshot(`
      "县域做法图谱. 二个县，同一组问题[EB/OL]. 内容版本0123456789ab. [引用日期]. https://atlas.example/atlas/.
      佚名. 邻县党建工作纪实[Z]. [出版者不详], [日期不详，不早于2017年3月].
      王某. 某县党建工作纪实[Z/OL]. 某报, 2018-11-13[引用日期]. https://example.org/mou.
      县域做法图谱. (n.d.). 二个县，同一组问题 [County Practice Atlas] (Version 0123456789ab) [Web page]. Retrieved [引用日期], from https://atlas.example/atlas/
      邻县党建工作纪实. (n.d.).
      王某. (2018, November 13). 某县党建工作纪实. 某报. https://example.org/mou
      @misc{county-practice-atlas,
        author = {{县域做法图谱}},
        title = {{二个县，同一组问题}},
        note = {内容版本0123456789ab；所据报道：report-lin-2017, report-mou-2018},
        url = {https://atlas.example/atlas/},
        urldate = {},
      }
      @misc{report-lin-2017,
        title = {{邻县党建工作纪实}},
        note = {原文未署名；原文未注发布者；原文未注日期，不早于2017年3月},
      }
      @misc{report-mou-2018,
        author = {{王某}},
        title = {{某县党建工作纪实}},
        publisher = {{某报}},
        date = {2018-11-13},
        year = {2018},
        url = {https://example.org/mou},
      }"
    `);
  });

  test('of the data', () => {
    expect(textOf(works().data).slice(0, 1).join('\n')).toMatchInlineSnapshot(
      `"县域做法图谱. 做法和数据[DS/OL]. 内容版本0123456789ab. [引用日期]. https://atlas.example/atlas/data/."`,
    );
  });
});

describe('a text', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  test('is the same on another day, and under another address differs in nothing but the address', () => {
    vi.useFakeTimers({ now: new Date('2031-02-03T04:05:06Z') });
    const later = Object.values(works(atlas, (url) => url)).flatMap(textOf);
    vi.useFakeTimers({ now: new Date('2047-08-09T10:11:12Z') });
    expect(Object.values(works()).flatMap(textOf).join('\n').replaceAll('https://atlas.example/atlas', '')).toBe(
      later.join('\n'),
    );
  });

  test('names another state of the content by another version', () => {
    const other = Object.values(works({ ...atlas, version: 'ba9876543210' })).flatMap(textOf);
    expect(other.join('\n').replaceAll('ba9876543210', '0123456789ab')).toBe(
      Object.values(works()).flatMap(textOf).join('\n'),
    );
  });

  test('names this site first and every report apart from it, once', () => {
    for (const work of Object.values(works())) {
      for (const form of Object.values(FORMS)) {
        const [page, ...reports] = form(work);
        expect(page).toContain(work.address);
        expect(page).toContain(work.version);
        expect(page).toContain('县域做法图谱');
        expect(reports).toHaveLength(work.reports.length);
        work.reports.forEach(({ title }, i) => {
          expect(reports[i]).toContain(title);
          expect(reports[i]).not.toContain('县域做法图谱');
          expect(page).not.toContain(title);
        });
      }
    }
  });
});

test('a theme draws on the reports that it says to be silent, and not on those that are not all taken up', () => {
  const theme = first(atlas.themes);
  const silent = (coverage: 'complete' | 'partial') => {
    const counties = atlas.counties.map((county) => ({ ...county, coverage }));
    return themeWork({ ...theme, initiatives: [] }, { ...atlas, counties }, link).reports;
  };
  expect(silent('complete')).toHaveLength(atlas.sources.length);
  expect(silent('partial')).toEqual([]);
});

const REPORT: Report = {
  id: 'mou-2018',
  writers: ['甲', '乙'],
  title: '某县经验',
  subtitle: '某县纪实',
  publisher: '某报',
  date: '2018-07-09',
  inferred: false,
  notBefore: undefined,
  medium: 'newspaper',
  address: null,
};
const told = (form: (work: Work) => string[], change: Partial<Report>) =>
  form({ ...works().county, reports: [{ ...REPORT, ...change }] })[1];
const NOTHING = { writers: [], subtitle: undefined, publisher: null, date: null } as const;

describe('a report in the form of GB/T 7714', () => {
  test.each<[string, Partial<Report>, string]>([
    ['whole', {}, '甲, 乙. 某县经验: 某县纪实[N]. 某报, 2018-07-09.'],
    [
      'by more than three',
      { writers: ['甲', '乙', '丙', '丁'] },
      '甲, 乙, 丙, 等. 某县经验: 某县纪实[N]. 某报, 2018-07-09.',
    ],
    [
      'with a date that is worked out',
      { date: '2018', inferred: true },
      '甲, 乙. 某县经验: 某县纪实[N]. 某报, [2018].',
    ],
    ['with nothing but a title', { ...NOTHING, medium: 'unknown' }, '佚名. 某县经验[Z]. [出版者不详], [日期不详].'],
    [
      'not before a month',
      { ...NOTHING, medium: 'unknown', notBefore: '2018-07' },
      '佚名. 某县经验[Z]. [出版者不详], [日期不详，不早于2018年7月].',
    ],
    [
      'from a website without its address',
      { medium: 'online' },
      '甲, 乙. 某县经验: 某县纪实[EB/OL]. 某报, 2018-07-09. 原文未注网址.',
    ],
    [
      'with an address',
      { medium: 'online', address: 'https://a.example/1' },
      '甲, 乙. 某县经验: 某县纪实[EB/OL]. 某报, 2018-07-09[引用日期]. https://a.example/1.',
    ],
    [
      'of a newspaper with an address',
      { address: 'https://a.example/1' },
      '甲, 乙. 某县经验: 某县纪实[N/OL]. 某报, 2018-07-09[引用日期]. https://a.example/1.',
    ],
  ])('%s', (_, change, text) => {
    expect(told(gbt7714, change)).toBe(text);
  });
});

describe('a report in the form of APA', () => {
  test.each<[string, Partial<Report>, string]>([
    ['whole', {}, '甲, & 乙. (2018, July 9). 某县经验：某县纪实. 某报.'],
    ['by one', { writers: ['甲'] }, '甲. (2018, July 9). 某县经验：某县纪实. 某报.'],
    ['of a month', { date: '2018-07' }, '甲, & 乙. (2018, July). 某县经验：某县纪实. 某报.'],
    ['of a year', { date: '2018' }, '甲, & 乙. (2018). 某县经验：某县纪实. 某报.'],
    [
      'with a date that is worked out',
      { date: '2018', inferred: true },
      '甲, & 乙. (ca. 2018). 某县经验：某县纪实. 某报.',
    ],
    ['with nothing but a title', NOTHING, '某县经验. (n.d.).'],
    [
      'with an address',
      { address: 'https://a.example/1' },
      '甲, & 乙. (2018, July 9). 某县经验：某县纪实. 某报. https://a.example/1',
    ],
  ])('%s', (_, change, text) => {
    expect(told(apa, change)).toBe(text);
  });

  test('by more than twenty: nineteen and the last', () => {
    const writers = Array.from({ length: 21 }, (_, i) => `第${i + 1}`);
    expect(told(apa, { writers })).toContain('第19, . . . 第21. (');
  });
});

/** The entries of a text as a parser of BibTeX reads them. */
const parsed = (text: string) => plugins.input.chain(text, { generateGraph: false });

describe('BibTeX', () => {
  test('parses, every entry under a key of its own in ASCII', () => {
    for (const work of Object.values(works())) {
      const entries = parsed(bibtex(work).join('\n'));
      expect(entries).toHaveLength(1 + work.reports.length);
      const keys = entries.map((entry) => String(entry['citation-key']));
      expect(new Set(keys).size).toBe(keys.length);
      for (const key of keys) expect(key).toMatch(/^[a-z0-9-]+$/);
      expect(entries[0]).toMatchObject({
        title: work.title,
        URL: work.address,
        author: [{ family: '县域做法图谱' }],
        note: expect.stringContaining(work.version),
      });
    }
  });

  test('gives back whatever stands in a title or a name, TeX’s own letters too', () => {
    const plain = fc
      .array(fc.constantFrom(...'县甲乙“”：a1 \\{}%&$#_^~'), { minLength: 1, maxLength: 12 })
      .map((letters) => letters.join('').replace(/\s+/g, ' ').trim())
      .filter((text) => text !== '');
    fc.assert(
      fc.property(plain, plain, (title, publisher) => {
        const [entry] = parsed(told(bibtex, { title, subtitle: undefined, publisher }) ?? '');
        expect(entry).toMatchObject({ title, publisher });
      }),
      { numRuns: 300 },
    );
  });

  test('gives dates as far as they are known, and says what is lacking', () => {
    expect(parsed(told(bibtex, {}) ?? '')[0]).toMatchObject({
      issued: { 'date-parts': [[2018, 7, 9]] },
      author: [{ family: '甲' }, { family: '乙' }],
    });
    expect(told(bibtex, { date: '2018', inferred: true })).toContain('year = {[2018]}');
    const bare = told(bibtex, { ...NOTHING, notBefore: '2018-07' }) ?? '';
    expect(bare).not.toMatch(/author|publisher|year|date =/);
    expect(parsed(bare)[0]).toMatchObject({ note: '原文未署名；原文未注发布者；原文未注日期，不早于2018年7月' });
  });
});
