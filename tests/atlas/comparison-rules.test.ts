import { describe, expect, test } from 'vitest';
import { append, BROKEN, type Changes, load, placesOf, replace, reportOf } from './fixture.ts';

const MOU = 'content/counties/mou.mdx';
const INDICATOR = 'content/indicators/village-secretary-pay.yaml';

/** Adds figures to the county before its initiatives. */
const withFigures =
  (...lines: readonly string[]) =>
  (text: string): string =>
    replace('initiatives:\n', `${lines.map((line) => `  - { ${line}, at: 3 }\n`).join('')}initiatives:\n`)(text);

const figure = (id: string, printed: string, value: string, unit: string, more = "asOf: '2018'"): string =>
  `id: ${id}, label: 一个数, printed: '${printed}', value: ${value}, unit: ${unit}${more && `, ${more}`}`;

const ALL = figure('all', '200户', '200', '户');
const SOME = figure('some', '50户', '50', '户');

/** The tree with these figures of one county, of which something is computed. */
const computing = (computed: string, ...figures: readonly string[]): Changes => ({
  [MOU]: withFigures(...figures),
  [INDICATOR]: append(`computed:\n  - { id: made, label: 算出的数, ${computed} }`),
});

const found = (changes: Changes): string[] =>
  load(changes).problems.map(({ rule, found: words }) => `${rule} ${words}`);

const fault = (words: string): string[] => [`computed-terms mou/some、mou/all：${words}`];

describe('the unit of a figure and that of its indicator', () => {
  test('count one kind of thing, or it is reported with both and with what may be done', () => {
    expect(reportOf(BROKEN['indicator-unit'])).toMatchInlineSnapshot(`
      "content/counties/lin.mdx:14  indicator-unit
        读到：数据 trained 的单位是 人，指标 village-secretary-pay 的单位是 元
        应为：数据和指标数的是同一类东西：人和人次、户和户次都不是一类
        例如：unit: 元, indicators: [village-secretary-pay]
        怎么改：从这条数据的 indicators 里删去 village-secretary-pay；若单位写错了，改 unit；若各来源确有不同的数法，在指标的 also 里加上 人

      共 1 个问题，改好以后再运行 npm run check。
      "
    `);
  });

  const attending = (unit: string, printed: string) =>
    withFigures(figure('more', printed, '30', unit, 'indicators: [village-secretary-pay]'));

  test('are right where the indicator names the other unit as one that is taken for it', () => {
    const also = { [INDICATOR]: replace('unit: 元\n', 'unit: 元\nalso: [人, 人次]\n') };
    expect(placesOf({ [MOU]: attending('人', '30人'), ...also })).toEqual([]);
    expect(placesOf({ [MOU]: attending('人次', '30人次'), ...also })).toEqual([]);
    expect(found({ [MOU]: attending('户', '30户'), ...also })).toEqual([
      'indicator-unit 数据 more 的单位是 户，指标 village-secretary-pay 的单位是 元、人、人次',
    ]);
  });

  test('are right in two units of one kind, although no factor joins them', () => {
    expect(placesOf({ [MOU]: attending('美元', '30美元') })).toEqual([]);
  });

  test('are one problem where the wrong indicator is written twice', () => {
    const twice = 'indicators: [village-secretary-pay, village-secretary-pay]';
    const wrong = found({ [MOU]: withFigures(figure('some', '50户', '50', '户', twice)) });
    expect(wrong.filter((words) => words.startsWith('indicator-unit'))).toEqual([
      'indicator-unit 数据 some 的单位是 户，指标 village-secretary-pay 的单位是 元',
    ]);
  });

  test('are not held against each other where the indicator is unknown: that is reported by itself', () => {
    const changes = { [MOU]: withFigures(figure('more', '30人', '30', '人', 'indicators: [village-pay]')) };
    expect(placesOf(changes)).toEqual(['reference-unknown counties/mou.mdx:13']);
  });

  test('are not held against each other where the unit is not the printed one: that is reported by itself', () => {
    expect(placesOf({ [MOU]: attending('人', '30元') })).toEqual(['figure-disagrees counties/mou.mdx:13']);
  });
});

describe('a computed value', () => {
  test('whose terms belong to two counties is reported with what fits together', () => {
    expect(reportOf(BROKEN['computed-terms'])).toMatchInlineSnapshot(`
      "content/indicators/village-secretary-pay.yaml:9  computed-terms
        读到：mou/secretary-pay、lin/secretary-wage：不是同一个县的数据
        应为：同一个县、同一时间、同一性质的几部分，单位能换算
        例如：sum: [mou/part, mou/whole]
        怎么改：换成同属一处的数据，或删去这条算出的数：算不出来的不算

      共 1 个问题，改好以后再运行 npm run check。
      "
    `);
  });

  test.each<[string, string, readonly string[]]>([
    ['share of a whole', 'share: [mou/some, mou/all]', [SOME, ALL]],
    ['share of all of it', 'share: [mou/some, mou/all]', [SOME, figure('all', '50户', '50', '户')]],
    [
      'share in another unit',
      'share: [mou/some, mou/all]',
      [figure('some', '15亩', '15', '亩'), figure('all', '20000平方米', '20000', '平方米')],
    ],
    [
      'share of what is at least so much',
      'share: [mou/some, mou/all]',
      [SOME, figure('all', '40户以上', '40', '户', "bound: at-least, asOf: '2018'")],
    ],
    [
      'share of a part of the county',
      'share: [mou/some, mou/all]',
      [figure('some', '50户', '50', '户', "scope: 山区, asOf: '2018'"), ALL],
    ],
    [
      'share of a whole that the source names, of another time',
      'share: [mou/some, mou/all]',
      [figure('some', '50户', '50', '户', "partOf: all, asOf: '2017'"), ALL],
    ],
    [
      'average by the village',
      'average: [mou/some, mou/all]',
      [figure('some', '50元', '50', '元'), figure('all', '200个村', '200', '个村')],
    ],
    [
      'difference of two times',
      'difference: [mou/some, mou/all]',
      [SOME, figure('all', '200户', '200', '户', "asOf: '2015'")],
    ],
    [
      'sum of two parts of the county',
      'sum: [mou/some, mou/all]',
      [
        figure('some', '50户', '50', '户', "scope: 山区, asOf: '2018'"),
        figure('all', '200户', '200', '户', "scope: 平原, asOf: '2018'"),
      ],
    ],
    [
      'share of 100 mu in 10 hectares, which are 150 mu',
      'share: [mou/some, mou/all]',
      [figure('some', '100亩', '100', '亩'), figure('all', '10公顷', '10', '公顷')],
    ],
    [
      'share of all of it in another unit, whatever a computer makes of its last digits',
      'share: [mou/some, mou/all]',
      [figure('some', '3‰', '3', "'‰'"), figure('all', '0.3%', '0.3', "'%'")],
    ],
    [
      'share of near 100 in 98, since near 100 may be 97',
      'share: [mou/some, mou/all]',
      [figure('some', '近100户', '100', '户', "bound: under, asOf: '2018'"), figure('all', '98户', '98', '户')],
    ],
    [
      'share of 150 in about 100, which may be 150',
      'share: [mou/some, mou/all]',
      [figure('some', '150户', '150', '户'), figure('all', '约100户', '100', '户', "bound: about, asOf: '2018'")],
    ],
    [
      'share of 2599 in 2500余',
      'share: [mou/some, mou/all]',
      [figure('some', '2599户', '2599', '户'), figure('all', '2500余户', '2500', '户', "bound: over, asOf: '2018'")],
    ],
    [
      'share of 9000 in more than 2500, which has no upper end',
      'share: [mou/some, mou/all]',
      [figure('some', '9000户', '9000', '户'), figure('all', '超过2500户', '2500', '户', "bound: over, asOf: '2018'")],
    ],
    [
      'share of a plan in what there is',
      'share: [mou/some, mou/all]',
      [figure('some', '50户', '50', '户', "nature: plan, asOf: '2018'"), ALL],
    ],
    [
      'share of two payments by the month',
      'share: [mou/some, mou/all]',
      [
        figure('some', '3000元/月', '3000', '元', "per: [month], asOf: '2018'"),
        figure('all', '9000元/月', '9000', '元', "per: [month], asOf: '2018'"),
      ],
    ],
    [
      'average of a payment by the month',
      'average: [mou/some, mou/all]',
      [
        figure('some', '3000元/月', '3000', '元', "per: [month], asOf: '2018'"),
        figure('all', '200个村', '200', '个村'),
      ],
    ],
    [
      'difference of two stages',
      'difference: [mou/some, mou/all]',
      [
        figure('some', '50户', '50', '户', "stage: after, asOf: '2018'"),
        figure('all', '60户', '60', '户', "stage: before, asOf: '2017'"),
      ],
    ],
    [
      'difference that is less than nought, or from nought',
      'difference: [mou/some, mou/all]',
      [SOME, figure('all', '0户', '0', '户', "asOf: '2017'")],
    ],
    ['sum of three', 'sum: [mou/some, mou/all, mou/rest]', [SOME, ALL, figure('rest', '9个家庭', '9', '个户')]],
  ])('may be a %s', (_, computed, figures) => {
    expect(found(computing(computed, ...figures))).toEqual([]);
  });

  const unlike = (more: string) => figure('all', '200户', '200', '户', more);
  test.each<[string, string, string, readonly string[]]>([
    ['share of itself', 'share: [mou/all, mou/all]', 'mou/all、mou/all：同一条数据写了两次', [ALL]],
    [
      'share of a number that is not given',
      'share: [mou/some, mou/all]',
      '其中一条没有数值',
      [SOME, figure('all', '数十户', 'null', '户', "bound: vague, asOf: '2018'")],
    ],
    [
      'share in units that no factor joins',
      'share: [mou/some, mou/all]',
      '单位不能换算',
      [SOME, figure('all', '200人', '200', '人')],
    ],
    ['share at two times', 'share: [mou/some, mou/all]', '时间不同', [SOME, unlike("asOf: '2017'")]],
    [
      'share of what is no moment',
      'share: [mou/some, mou/all]',
      '时间不同',
      [SOME, unlike("period: { from: '2018', to: '2018' }")],
    ],
    [
      'share that is more than the whole',
      'share: [mou/some, mou/all]',
      '部分大于整体',
      [figure('some', '201户', '201', '户'), ALL],
    ],
    [
      'share of 5 hectares in 50 mu',
      'share: [mou/some, mou/all]',
      '部分大于整体',
      [figure('some', '5公顷', '5', '公顷'), figure('all', '50亩', '50', '亩')],
    ],
    [
      'share of 2700 in 2500余',
      'share: [mou/some, mou/all]',
      '部分大于整体',
      [figure('some', '2700户', '2700', '户'), figure('all', '2500余户', '2500', '户', "bound: over, asOf: '2018'")],
    ],
    [
      'share of 2600 in 2500余, which ends before it',
      'share: [mou/some, mou/all]',
      '部分大于整体',
      [figure('some', '2600户', '2600', '户'), figure('all', '2500余户', '2500', '户', "bound: over, asOf: '2018'")],
    ],
    [
      'share of 200余 in 200',
      'share: [mou/some, mou/all]',
      '部分大于整体',
      [figure('some', '200余户', '200', '户', "bound: over, asOf: '2018'"), ALL],
    ],
    [
      'share of a whole that may be nought',
      'share: [mou/some, mou/all]',
      '近2500户可能是零或更少，除不出来',
      [figure('some', '100户', '100', '户'), figure('all', '近2500户', '2500', '户', "bound: under, asOf: '2018'")],
    ],
    [
      'share of nought',
      'share: [mou/some, mou/all]',
      '0户可能是零或更少，除不出来',
      [figure('some', '0户', '0', '户'), figure('all', '0户', '0', '户')],
    ],
    [
      'share of what is paid by the month in what is paid by the year',
      'share: [mou/some, mou/all]',
      '口径不同，一个按时间或按人计，一个不是',
      [
        figure('some', '3000元/月', '3000', '元', "per: [month], asOf: '2018'"),
        figure('all', '36000元/年', '36000', '元', "per: [year], asOf: '2018'"),
      ],
    ],
    [
      'share of a plan in a rule',
      'share: [mou/some, mou/all]',
      '性质不同',
      [figure('some', '50户', '50', '户', "nature: plan, asOf: '2018'"), unlike("nature: standard, asOf: '2018'")],
    ],
    [
      'average by a count of nought',
      'average: [mou/some, mou/all]',
      '0户可能是零或更少，除不出来',
      [figure('some', '100元', '100', '元'), figure('all', '0户', '0', '户')],
    ],
    [
      'average by a count that may be nought',
      'average: [mou/some, mou/all]',
      '不足30个村可能是零或更少，除不出来',
      [figure('some', '100元', '100', '元'), figure('all', '不足30个村', '30', '个村', "bound: under, asOf: '2018'")],
    ],
    [
      'average by a count that is itself reckoned by the township',
      'average: [mou/some, mou/all]',
      '个数30个村本身是按别的计的',
      [figure('some', '100元', '100', '元'), figure('all', '30个村', '30', '个村', "per: [township], asOf: '2018'")],
    ],
    [
      'average of a target over a plan',
      'average: [mou/some, mou/all]',
      '性质不同',
      [
        figure('some', '100元', '100', '元', "nature: target, asOf: '2018'"),
        figure('all', '30个村', '30', '个村', "nature: plan, asOf: '2018'"),
      ],
    ],
    [
      'difference of what is paid by the month and by none',
      'difference: [mou/some, mou/all]',
      '口径不同，一个按时间或按人计，一个不是',
      [
        figure('some', '3000元/月', '3000', '元', "per: [month], asOf: '2018'"),
        figure('all', '2000元', '2000', '元', "asOf: '2017'"),
      ],
    ],
    [
      'difference of a stock and a flow',
      'difference: [mou/some, mou/all]',
      '性质不同',
      [figure('some', '50户', '50', '户', "measure: stock, asOf: '2018'"), unlike("measure: flow, asOf: '2017'")],
    ],
    [
      'difference of a result and a plan',
      'difference: [mou/some, mou/all]',
      '性质不同',
      [SOME, unlike("nature: plan, asOf: '2017'")],
    ],
    [
      'sum of what is paid by the month and by the year',
      'sum: [mou/some, mou/all]',
      '口径不同，一个按时间或按人计，一个不是',
      [
        figure('some', '3000元/月', '3000', '元', "per: [month], asOf: '2018'"),
        figure('all', '36000元/年', '36000', '元', "per: [year], asOf: '2018'"),
      ],
    ],
    [
      'sum of what was before and what was after',
      'sum: [mou/some, mou/all]',
      '性质不同',
      [figure('some', '50户', '50', '户', "stage: before, asOf: '2018'"), unlike("stage: after, asOf: '2018'")],
    ],
    [
      'sum of a plan and a rule',
      'sum: [mou/some, mou/all]',
      '性质不同',
      [figure('some', '50户', '50', '户', "nature: plan, asOf: '2018'"), unlike("nature: standard, asOf: '2018'")],
    ],
    [
      'share of another whole than the one that the source names, at another time',
      'share: [mou/some, mou/all]',
      '时间不同',
      [figure('some', '50户', '50', '户', "partOf: rest, asOf: '2017'"), ALL, figure('rest', '100户', '100', '户')],
    ],
    [
      'average by the lesson',
      'average: [mou/some, mou/all]',
      '不能按学时平均',
      [SOME, figure('all', '200学时', '200', '学时')],
    ],
    [
      'average over another part of the county',
      'average: [mou/some, mou/all]',
      '范围不同',
      [figure('some', '50元', '50', '元'), unlike("scope: 山区, asOf: '2018'")],
    ],
    [
      'average over another time',
      'average: [mou/some, mou/all]',
      '时间不同',
      [figure('some', '50元', '50', '元'), unlike("asOf: '2017'")],
    ],
    [
      'difference in units that no factor joins',
      'difference: [mou/some, mou/all]',
      '单位不能换算',
      [SOME, figure('all', '200人', '200', '人')],
    ],
    [
      'difference from another part of the county',
      'difference: [mou/some, mou/all]',
      '范围不同',
      [SOME, unlike("scope: 山区, asOf: '2018'")],
    ],
    ['sum at two times', 'sum: [mou/some, mou/all]', '时间不同', [SOME, unlike("asOf: '2017'")]],
    [
      'sum of a result and a plan',
      'sum: [mou/some, mou/all]',
      '性质不同',
      [SOME, unlike("nature: plan, asOf: '2018'")],
    ],
    [
      'sum of a stock and a flow',
      'sum: [mou/some, mou/all]',
      '性质不同',
      [figure('some', '50户', '50', '户', "measure: stock, asOf: '2018'"), unlike("measure: flow, asOf: '2018'")],
    ],
    [
      'sum in units that no factor joins',
      'sum: [mou/some, mou/all]',
      '单位不能换算',
      [SOME, figure('all', '200户次', '200', '户次')],
    ],
  ])('may be no %s', (_, computed, words, figures) => {
    expect(found(computing(computed, ...figures))).toEqual(
      words.includes('：') ? [`computed-terms ${words}`] : fault(words),
    );
  });

  test('is refused where its terms were counted over two stretches of time', () => {
    const over = (id: string, to: string) =>
      figure(id, '50户', '50', '户', `measure: flow, period: { from: '2016', to: '${to}' }`);
    expect(found(computing('share: [mou/some, mou/all]', over('some', '2017'), over('all', '2017')))).toEqual([]);
    expect(found(computing('share: [mou/some, mou/all]', over('some', '2017'), over('all', '2018')))).toEqual(
      fault('时间不同'),
    );
  });

  test('may be a share of somewhat more than so many', () => {
    const over = figure('all', '40余户', '40', '户', "bound: over, asOf: '2018'");
    const part = figure('some', '45户', '45', '户');
    expect(found(computing('share: [mou/some, mou/all]', part, over))).toEqual([]);
  });

  test('is refused where only its third term does not belong to the others', () => {
    const rest = (more: string) => figure('rest', '9户', '9', '户', more);
    const sum = 'sum: [mou/some, mou/all, mou/rest]';
    expect(found(computing(sum, SOME, ALL, rest("asOf: '2017'")))).toEqual([
      'computed-terms mou/some、mou/all、mou/rest：时间不同',
    ]);
    expect(found(computing(sum, SOME, ALL, figure('rest', '9人', '9', '人')))).toEqual([
      'computed-terms mou/some、mou/all、mou/rest：单位不能换算',
    ]);
    expect(found(computing('sum: [mou/some, mou/all, mou/some]', SOME, ALL))).toEqual([
      'computed-terms mou/some、mou/all、mou/some：同一条数据写了两次',
    ]);
  });

  test.each([
    ['share', '同一个县的部分和整体，单位能换算，时间相同，部分不大于整体'],
    ['average', '同一个县、同一范围、同一时间的总数和个数'],
    ['difference', '同一个县、同一范围的后来的数和先前的数，单位能换算'],
    ['sum', '同一个县、同一时间、同一性质的几部分，单位能换算'],
  ])('that is a wrong %s is told what fits', (operation, expected) => {
    const { problems } = load(computing(`${operation}: [mou/all, mou/all]`, ALL));
    expect(problems.map((problem) => [problem.expected, problem.example])).toEqual([
      [expected, `${operation}: [mou/part, mou/whole]`],
    ]);
  });

  test('is reported at the line of its terms', () => {
    const changes = computing('\n      share: [mou/all,\n      mou/some]', SOME, ALL);
    expect(placesOf(changes)).toEqual(['computed-terms indicators/village-secretary-pay.yaml:10']);
  });

  test('with a term that does not exist is reported as that alone', () => {
    expect(placesOf(computing('share: [mou/some, mou/al]', SOME, ALL))).toEqual([
      'reference-unknown indicators/village-secretary-pay.yaml:9',
    ]);
  });

  test('with a third term that does not exist is reported as that alone, although the two others do not fit', () => {
    const later = figure('all', '200户', '200', '户', "asOf: '2019'");
    expect(placesOf(computing('sum: [mou/some, mou/all, mou/al]', SOME, later))).toEqual([
      'reference-unknown indicators/village-secretary-pay.yaml:9',
    ]);
  });

  test('with terms of a county whose file is broken is not reported too', () => {
    const changes = { ...computing('share: [mou/some, mou/all]'), [MOU]: replace('seal: 某', 'seal: 某县') };
    expect(placesOf(changes)).toEqual(expect.arrayContaining(['field-value counties/mou.mdx:6']));
    expect(placesOf(changes).filter((place) => place.startsWith('computed-terms'))).toEqual([]);
  });

  test('has an id of its own', () => {
    const line = (id: string) => `  - { id: ${id}, label: 算出的数, share: [mou/some, mou/all] }`;
    const changes = (id: string): Changes => ({
      [MOU]: withFigures(SOME, ALL),
      [INDICATOR]: append(`computed:\n${line('made')}\n${line(id)}`),
    });
    expect(placesOf(changes('made-again'))).toEqual([]);
    expect(reportOf(changes('made'))).toMatchInlineSnapshot(`
      "content/indicators/village-secretary-pay.yaml:10  id-twice
        读到：id made 在第 9 行已经用过
        应为：每个 id 在文件里只出现一次：它是网页上的锚点
        例如：id: made-2
        怎么改：给其中一条换一个说明它是什么的 id

      共 1 个问题，改好以后再运行 npm run check。
      "
    `);
  });
});

describe('an exception of an indicator', () => {
  test('for a figure that is no value of it is reported with both ways out', () => {
    expect(reportOf(BROKEN['unlike-idle'])).toMatchInlineSnapshot(`
      "content/indicators/village-secretary-pay.yaml:6  unlike-idle
        读到：mou/pay-fund 不是这个指标的数据
        应为：这个指标里不同县的数据
        例如：indicators: [village-secretary-pay]
        怎么改：从 unlike 里删去 mou/pay-fund，或在那条数据的 indicators 里写上 village-secretary-pay

      共 1 个问题，改好以后再运行 npm run check。
      "
    `);
  });

  const unlike = (line: string): Changes => ({
    [INDICATOR]: replace(
      '- { figures: [mou/secretary-pay, lin/secretary-wage], because: 一个是年均，一个是月工资 }',
      `- { ${line}, because: 不是一回事 }`,
    ),
  });

  test('is looked at on both of its sides', () => {
    expect(placesOf(unlike('figures: [mou/secretary-pay], against: [lin/secretary-wage]'))).toEqual([]);
    expect(found(unlike('figures: [mou/secretary-pay], against: [lin/trained]'))).toEqual([
      'unlike-idle lin/trained 不是这个指标的数据',
    ]);
    expect(found(unlike('figures: [mou/pay-fund], against: [lin/secretary-wage]'))).toEqual([
      'unlike-idle mou/pay-fund 不是这个指标的数据',
    ]);
  });

  test('among values of one county is reported, since only those of different counties meet', () => {
    const idle = ['unlike-idle 写到的数据都是同一个县的'];
    const more = figure('more', '3000元', '3000', '元', 'indicators: [village-secretary-pay]');
    const changed = (line: string): Changes => ({ ...unlike(line), [MOU]: withFigures(more) });
    expect(found(unlike('figures: [mou/secretary-pay, mou/secretary-pay]'))).toEqual(idle);
    expect(found(changed('figures: [mou/secretary-pay, mou/more]'))).toEqual(idle);
    expect(found(changed('figures: [mou/secretary-pay], against: [mou/more]'))).toEqual(idle);
    expect(found(changed('figures: [mou/secretary-pay], against: [mou/secretary-pay]'))).toEqual(idle);
    expect(found(changed('figures: [mou/secretary-pay, mou/more], against: [lin/secretary-wage]'))).toEqual([]);
    expect(found(changed('figures: [mou/secretary-pay], against: [mou/more, lin/secretary-wage]'))).toEqual([]);
    expect(placesOf(unlike('figures: [mou/secretary-pay, mou/secretary-pay]'))).toEqual([
      'unlike-idle indicators/village-secretary-pay.yaml:6',
    ]);
  });

  test('of a computed value is of the county of its terms', () => {
    const made = (other: string): Changes => ({
      [MOU]: withFigures(SOME, ALL),
      [INDICATOR]: (text) =>
        append('computed:\n  - { id: made, label: 算出的数, share: [mou/some, mou/all] }')(
          replace('figures: [mou/secretary-pay, lin/secretary-wage]', `figures: [made, ${other}]`)(text),
        ),
    });
    expect(found(made('lin/secretary-wage'))).toEqual([]);
    expect(found(made('mou/secretary-pay'))).toEqual(['unlike-idle 写到的数据都是同一个县的']);
  });

  test('may name a computed value of the indicator by its id, but none that is not there', () => {
    const made = (name: string): Changes => ({
      [MOU]: withFigures(SOME, ALL),
      [INDICATOR]: (text) =>
        append('computed:\n  - { id: made, label: 算出的数, share: [mou/some, mou/all] }')(
          replace('figures: [mou/secretary-pay', `figures: [${name}`)(text),
        ),
    });
    expect(placesOf(made('made'))).toEqual([]);
    expect(placesOf(made('mad'))).toEqual(['reference-unknown indicators/village-secretary-pay.yaml:6']);
  });

  test('for a figure that does not exist is reported as that alone', () => {
    expect(placesOf(unlike('figures: [mou/secretary-wages], against: [lin/secretary-wage]'))).toEqual([
      'reference-unknown indicators/village-secretary-pay.yaml:6',
    ]);
  });

  test('is left alone where the figure names an indicator that does not exist: that is reported by itself', () => {
    expect(placesOf({ [MOU]: replace('indicators: [village-secretary-pay]', 'indicators: [village-pay]') })).toEqual([
      'reference-unknown counties/mou.mdx:11',
    ]);
  });
});

describe('a part', () => {
  test('that counts something else than its whole, or is more, is reported', () => {
    expect(reportOf(BROKEN['part-of-whole'])).toMatchInlineSnapshot(`
      "content/counties/mou.mdx:12  part-of-whole
        读到：数据 pay-fund 的 partOf：口径不同，一个按时间或按人计，一个不是
        应为：同一个县的另一条数据：数的是同一类东西，而且不比这一条小
        例如：partOf: secretary-pay
        怎么改：改正 partOf，或删去它

      共 1 个问题，改好以后再运行 npm run check。
      "
    `);
  });

  const parts = (part: string, whole = ALL): Changes => ({ [MOU]: withFigures(part, whole) });
  const part = (printed: string, value: string, unit: string, more = '') =>
    figure('some', printed, value, unit, `partOf: all${more}`);

  test('is right where it counts the same as its whole and is not more', () => {
    expect(placesOf(parts(part('200户', '200', '户')))).toEqual([]);
    expect(placesOf(parts(part('50个家庭', '50', '个户')))).toEqual([]);
    expect(placesOf(parts(part('数十户', 'null', '户', ', bound: vague')))).toEqual([]);
    const open = figure('all', '不低于40户', '40', '户', 'bound: at-least');
    expect(placesOf(parts(part('50户', '50', '户'), open))).toEqual([]);
  });

  test.each([
    ['is its own whole', figure('some', '50户', '50', '户', 'partOf: some'), '写的是它自己'],
    ['counts visits', part('50户次', '50', '户次'), '单位是 户次，整体的单位是 户'],
    ['is more than the whole', part('201户', '201', '户'), '比整体 200户 还大'],
  ])('that %s is reported', (_, line, words) => {
    expect(found(parts(line))).toEqual([`part-of-whole 数据 some 的 partOf：${words}`]);
  });

  test('is more than its whole where the least that it may be is', () => {
    const range = (min: number, max: number) => part(`${min}—${max}户`, `{ min: ${min}, max: ${max} }`, '户');
    expect(placesOf(parts(range(150, 250)))).toEqual([]);
    expect(placesOf(parts(range(201, 250)))).toEqual(['part-of-whole counties/mou.mdx:13']);
  });

  test('whose whole is a part of it is reported at each of the two', () => {
    const whole = figure('all', '200户', '200', '户', 'partOf: some');
    expect(found(parts(part('200户', '200', '户'), whole))).toEqual([
      'part-of-whole 数据 some 的 partOf：整体又是它的一部分',
      'part-of-whole 数据 all 的 partOf：整体又是它的一部分',
    ]);
  });

  test('is held against its whole in one unit', () => {
    const hectares = (count: number) => figure('all', `${count}公顷`, `${count}`, '公顷');
    expect(found(parts(part('100亩', '100', '亩'), hectares(10)))).toEqual([]);
    expect(found(parts(part('200亩', '200', '亩'), hectares(10)))).toEqual([
      'part-of-whole 数据 some 的 partOf：比整体 10公顷 还大',
    ]);
    expect(found(parts(part('5公顷', '5', '公顷'), figure('all', '50亩', '50', '亩')))).toEqual([
      'part-of-whole 数据 some 的 partOf：比整体 50亩 还大',
    ]);
    // A class counts the same kind of thing as a session, but no number of these.
    expect(found(parts(part('5场', '5', '场'), figure('all', '50期', '50', '期')))).toEqual([
      'part-of-whole 数据 some 的 partOf：单位是 场，整体的单位是 期',
    ]);
  });

  test('is refused only where it is certainly more, whatever the hedges leave open', () => {
    const more = ['part-of-whole 数据 some 的 partOf：比整体'];
    const words = (one: string, whole: string) =>
      found(parts(one, whole)).map((line) => line.replace(/ \S+ 还大$/, ''));
    const exact = (value: number) => figure('all', `${value}户`, `${value}`, '户');
    const whole = (printed: string, value: number, bound: string) =>
      figure('all', printed, `${value}`, '户', `bound: ${bound}`);
    const near = part('近100户', '100', '户', ', bound: under');
    const over = part('100余户', '100', '户', ', bound: over');
    expect(words(near, exact(98))).toEqual([]);
    expect(words(over, exact(101))).toEqual([]);
    expect(words(over, exact(100))).toEqual(more);
    expect(words(part('100户', '100', '户'), whole('近100户', 100, 'under'))).toEqual(more);
    expect(words(part('150户', '150', '户'), whole('约100户', 100, 'about'))).toEqual([]);
    expect(words(part('151户', '151', '户'), whole('约100户', 100, 'about'))).toEqual(more);
    expect(words(part('199户', '199', '户'), whole('100余户', 100, 'over'))).toEqual([]);
    expect(words(part('200户', '200', '户'), whole('100余户', 100, 'over'))).toEqual(more);
    expect(words(part('900户', '900', '户'), whole('超过100户', 100, 'over'))).toEqual([]);
    expect(words(part('不低于101户', '101', '户', ', bound: at-least'), exact(100))).toEqual(more);
    expect(words(part('不超过101户', '101', '户', ', bound: at-most'), exact(100))).toEqual([]);
  });

  test('that comes back to itself over any number of wholes is reported at each of the ring, and only there', () => {
    const link = (id: string, whole: string) => figure(id, '5户', '5', '户', `partOf: ${whole}`);
    const ring = ['one', 'two', 'three'].map((id) => `part-of-whole 数据 ${id} 的 partOf：整体又是它的一部分`);
    const three = [link('one', 'two'), link('two', 'three'), link('three', 'one')];
    expect(found({ [MOU]: withFigures(...three) })).toEqual(ring);
    expect(found({ [MOU]: withFigures(...three, link('before', 'one')) })).toEqual(ring);
    expect(
      found({ [MOU]: withFigures(link('one', 'two'), link('two', 'three'), figure('three', '5户', '5', '户')) }),
    ).toEqual([]);
  });

  test('of a whole that does not exist is reported as that alone', () => {
    expect(placesOf(parts(figure('some', '50户', '50', '户', 'partOf: al')))).toEqual([
      'reference-unknown counties/mou.mdx:13',
    ]);
  });
});

describe('a county', () => {
  test('that uses a name twice is reported at the second place', () => {
    const twice = {
      'content/false-friends/pay.yaml': replace(
        'county: lin, initiatives: [pay]',
        'county: mou, initiatives: [village-pay]',
      ),
    };
    expect(reportOf(twice)).toMatchInlineSnapshot(`
      "content/false-friends/pay.yaml:5  id-twice
        读到：uses 里 mou 写了两次
        应为：每个县只写一条
        例如：county: mou
        怎么改：把两条合成一条

      共 1 个问题，改好以后再运行 npm run check。
      "
    `);
  });

  test('that answers a question twice is reported at the second place, and another county’s answer is none', () => {
    const answer = (county: string, initiative: string) => ({
      'content/questions/secretary-pay.yaml': replace(
        'unsaid:',
        `  - { county: ${county}, text: 此外另有按月发放的补贴。, initiatives: [${initiative}] }\nunsaid:`,
      ),
    });
    expect(placesOf(answer('lin', 'pay'))).toEqual([]);
    expect(found(answer('mou', 'village-pay'))).toEqual(['id-twice answers 里 mou 写了两次']);
    expect(placesOf(answer('mou', 'village-pay'))).toEqual(['id-twice questions/secretary-pay.yaml:7']);
  });
});

describe('a practice that bears a name which means different things', () => {
  test('and is not among its uses is reported with the line to write', () => {
    expect(reportOf(BROKEN['false-friend-unsaid'])).toMatchInlineSnapshot(`
      "content/counties/lin.mdx:26  false-friend-unsaid
        读到：举措 training 也叫“报酬”，几个县用这个名称所指不同
        应为：content/false-friends/pay.yaml 里写明这个名称在本县指什么
        例如：- { county: lin, initiatives: [training], means: 在本县指什么 }
        怎么改：在那个文件的 uses 里加上这一条，或补进本县已有的一条

      共 1 个问题，改好以后再运行 npm run check。
      "
    `);
  });

  test('is none where the name is a part of its own only', () => {
    expect(placesOf({ 'content/counties/lin.mdx': replace('aliases: [集中轮训]', 'aliases: [报酬的轮训]') })).toEqual(
      [],
    );
  });
});
