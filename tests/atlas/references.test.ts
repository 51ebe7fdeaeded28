import { describe, expect, test } from 'vitest';
import { append, BROKEN, type Change, FILES, load, replace, reportOf } from './fixture.ts';

const LIN = 'content/counties/lin.mdx';
const MOU = 'content/counties/mou.mdx';
const SOURCE = 'content/sources/lin-2017.yaml';
const THEME = 'content/themes/incentives.mdx';

const placed = (file: string, change: Change) =>
  load({ [file]: change }).problems.map(({ rule, line, found }) => `${rule} ${line} ${found}`);

describe('a reference to nothing', () => {
  test('is reported with the nearest id that exists', () => {
    expect(reportOf(BROKEN['reference-unknown'])).toMatchInlineSnapshot(`
      "content/counties/mou.mdx:17  reference-unknown
        读到：没有 id 为 incentive 的专题
        应为：已有的专题的 id
        例如：incentives
        怎么改：也许是 incentives？

      共 1 个问题，改好以后再运行 npm run check。
      "
    `);
  });

  test('that resembles nothing is reported with an id that exists', () => {
    expect(reportOf({ [MOU]: replace('themes: [incentives]', 'themes: [weather]') })).toMatchInlineSnapshot(`
      "content/counties/mou.mdx:17  reference-unknown
        读到：没有 id 为 weather 的专题
        应为：已有的专题的 id
        例如：incentives
        怎么改：改正 id，或先写好这条专题

      共 1 个问题，改好以后再运行 npm run check。
      "
    `);
  });

  test.each([
    ['a source of a county', LIN, 'sources: [lin-2017]', 'sources: [lin-2017, lin-2016]', 11, 'lin-2016 的来源'],
    [
      'the source of a figure',
      LIN,
      'unit: 天, at: 2',
      'unit: 天, source: lin-2016, at: 2',
      15,
      'lin-2016 的本县的来源',
    ],
    ['the initiative of a figure', LIN, 'initiative: pay,', 'initiative: pai,', 13, 'lin/pai 的举措'],
    ['the indicator of a figure', LIN, '[village-secretary-pay]', '[village-pay]', 13, 'village-pay 的指标'],
    ['a note', LIN, '与{trained}无关', '与{trainee}无关', 13, 'lin/trainee 的数据'],
    ['the summary of a county', LIN, '工资为{secretary-wage}。', '工资为{wage}。', 9, 'lin/wage 的数据'],
    ['the lead', LIN, '报道讲书记的报酬和培训，', '报道讲{pay}和培训，', 10, 'lin/pay 的数据'],
    ['the source of an initiative', LIN, 'at: 1\n', 'at: 1\n    source: lin-2016\n', 24, 'lin-2016 的本县的来源'],
    ['a theme', LIN, 'themes: [training, incentives]', 'themes: [trainings]', 29, 'trainings 的专题'],
    ['the summary of an initiative', LIN, '按月发放', '另发{bonus}', 24, 'lin/bonus 的数据'],
    ['a change', LIN, 'record: fig-trained', 'record: fig-trained-x', 37, 'fig-trained-x 的记录'],
    ['a figure in a body', LIN, '<Figure id="secretary-wage" />', '<Figure id="wage" />', 44, 'lin/wage 的数据'],
    ['a link in a body', LIN, '<Ref id="mou/village-pay" />', '<Ref id="mou/pay" />', 41, 'mou/pay 的举措'],
    [
      'a figure where an initiative is meant',
      LIN,
      '<Ref id="mou/village-pay" />',
      '<Ref id="mou/pay-fund" />',
      41,
      'mou/pay-fund 的举措',
    ],
    ['a term', LIN, '"two-committees"', '"three-committees"', 44, 'three-committees 的术语'],
    ['a place in a theme', THEME, '{mou/secretary-pay}', '{secretary-pay}', 6, 'secretary-pay 的数据'],
    ['a link in a theme', THEME, '<Ref id="mou/village-pay" />', '<Ref id="village-pay" />', 10, 'village-pay 的举措'],
    ['the figures of a remark', SOURCE, 'figures: [trained]', 'figures: [training]', 19, 'lin/training 的数据'],
    [
      'the initiatives of a remark',
      SOURCE,
      'initiatives: [training]',
      'initiatives: [trained]',
      19,
      'lin/trained 的举措',
    ],
    ['the text of a remark', SOURCE, '只写{trained}', '只写{trainee}', 19, 'lin/trainee 的数据'],
    [
      'a pair of an indicator',
      'content/indicators/village-secretary-pay.yaml',
      'lin/secretary-wage',
      'lin/secretary-pay',
      6,
      'lin/secretary-pay 的数据',
    ],
  ])('is found in %s', (_, file, from, to, line, what) => {
    expect(placed(file, replace(from, to))).toEqual([`reference-unknown ${line} 没有 id 为 ${what}`]);
  });

  test('is found in the county of a source', () => {
    const found = placed(SOURCE, replace('county: lin', 'county: len'));
    expect(found).toContain('reference-unknown 1 没有 id 为 len 的县');
  });
});

describe('a source', () => {
  test('of another county is reported with both ways to mend it', () => {
    expect(reportOf({ [LIN]: replace('sources: [lin-2017]', 'sources: [lin-2017, mou-2018]') })).toMatchInlineSnapshot(`
      "content/counties/lin.mdx:11  reference-unknown
        读到：来源 mou-2018 属于 mou
        应为：属于 lin 的来源
        例如：county: lin
        怎么改：改这里的 id，或改 content/sources/mou-2018.yaml 里的 county

      共 1 个问题，改好以后再运行 npm run check。
      "
    `);
  });

  test('that its county does not list is reported, since no page would show it', () => {
    const second = (FILES[SOURCE] ?? '').replace(/remarks:\n[\s\S]*/, 'remarks: []\n');
    expect(reportOf({ 'content/sources/lin-2020.yaml': second })).toMatchInlineSnapshot(`
      "content/sources/lin-2020.yaml:1  reference-unknown
        读到：lin 的 sources 里没有 lin-2020
        应为：content/counties/lin.mdx 列出这个来源，否则它不会出现在网站上
        例如：sources: [lin-2017, lin-2020]
        怎么改：把 lin-2020 写进那个文件的 sources，或改正这里的 county

      共 1 个问题，改好以后再运行 npm run check。
      "
    `);
  });
});

describe('a paragraph that the source does not have', () => {
  test('is reported with how many there are', () => {
    expect(reportOf(BROKEN['paragraph-unknown'])).toMatchInlineSnapshot(`
      "content/counties/mou.mdx:18  paragraph-unknown
        读到：第 16 段
        应为：来源的第 1 到第 15 段
        例如：at: 15
        怎么改：数原文的非空行，第一行是 1

      共 1 个问题，改好以后再运行 npm run check。
      "
    `);
  });

  test.each([
    ['a figure', LIN, 'unit: 天, at: 2', 'unit: 天, at: 3', 15],
    ['an initiative', LIN, 'at: 1\n', 'at: [1, 2, 3]\n', 23],
    ['a remark', SOURCE, 'at: 2,', 'at: [2, 3],', 19],
    ['a paragraph set aside', SOURCE, 'paragraphs: []', 'paragraphs: [{ at: 3, reason: 没有事实 }]', 17],
  ])('is found in %s', (_, file, from, to, line) => {
    expect(placed(file, replace(from, to))).toEqual([`paragraph-unknown ${line} 第 3 段`]);
  });

  test('is judged by the source that the record names', () => {
    const second = (FILES[SOURCE] ?? '')
      .replace(/remarks:\n[\s\S]*/, 'remarks: []\n')
      .replace('setAside', '  - { section: null, first: 第三段 }\nsetAside');
    const { problems } = load({
      'content/sources/lin-2020.yaml': second,
      [LIN]: (text) =>
        replace(
          'unit: 天, at: 2',
          'unit: 天, at: 3, source: lin-2020',
        )(replace('sources: [lin-2017]', 'sources: [lin-2017, lin-2020]')(text)),
    });
    expect(problems).toEqual([]);
  });
});

test('the same mistake in two places is reported at both', () => {
  expect(placed(LIN, append('\n<Ref id="nowhere" />和<Ref id="nowhere" />'))).toHaveLength(2);
});

describe('the suggestion for an unknown record', () => {
  const told = (file: string, from: string, to: string) =>
    load({ [file]: replace(from, to) }).problems.map(({ example, next }) => `${example} | ${next}`);

  test.each([
    ['its own county first', LIN, '<Figure id="secretary-wage" />', '<Figure id="secretary-way" />', 'secretary-wage'],
    ['another county next', LIN, '<Figure id="secretary-wage" />', '<Figure id="pay-fnd" />', 'mou/pay-fund'],
    ['the county that is named', LIN, '"mou/secretary-pay"', '"mou/secretary-wage"', 'mou/secretary-pay'],
    ['a mistyped county', LIN, '"mou/secretary-pay"', '"muo/secretary-pay"', 'mou/secretary-pay'],
    ['a theme, where the county was left out', THEME, '{mou/secretary-pay}', '{secretary-pay}', 'mou/secretary-pay'],
    ['a field for own records', LIN, 'initiative: pay,', 'initiative: pya,', 'pay'],
    ['a change', LIN, 'record: fig-trained', 'record: fig-trainned', 'fig-trained'],
    ['a remark', SOURCE, 'figures: [trained]', 'figures: [tained]', 'trained'],
  ])('looks at %s', (_, file, from, to, near) => {
    expect(told(file, from, to)).toEqual([`${near} | 也许是 ${near}？`]);
  });

  test.each([
    ['initiative: pay,', 'initiative: village-pay,', 'pay | 改正 id，或先写好这条举措'],
    ['record: fig-trained', 'record: pay-fund', 'fig-secretary-wage | 改正 id'],
    ['<Initiative id="pay">', '<Initiative id="village-pay">', 'pay | 改正 id，或先写好这条举措'],
  ])('is of the own county where only that is legal: %s → %s', (from, to, expected) => {
    expect(told(LIN, from, to)).toEqual([expected]);
  });

  test('of a county far from any is an example of its own', () => {
    expect(told(LIN, '<Figure id="secretary-wage" />', '<Figure id="nope" />')).toEqual([
      'secretary-wage | 改正 id，或先写好这条数据',
    ]);
  });
});
