import { describe, expect, test } from 'vitest';
import { BROKEN, load, placesOf, replace, reportOf } from './fixture.ts';

const LIN = 'content/counties/lin.mdx';
const MOU = 'content/counties/mou.mdx';
const SOURCE = 'content/sources/lin-2017.yaml';

/** What was found and what to do next, for each problem of a change to one file. */
function foundIn(file: string, from: string, to: string): string[] {
  return load({ [file]: replace(from, to) }).problems.map(({ found, next }) => `${found} → ${next}`);
}

const WRONG_VALUES = [
  ['an unquoted year', MOU, "asOf: '2018'", 'asOf: 2018'],
  ['a day that is in no calendar', MOU, "asOf: '2018'", "asOf: '2018-02-30'"],
  ['a moment and a period together', LIN, 'bound: vague,', "bound: vague, asOf: '2016',"],
  ['a period that ends before it begins', LIN, "{ from: '2015', to: '2016' }, at", "{ from: '2016', to: '2015' }, at"],
  ['an empty period', LIN, "period: { from: '2015' }", 'period: {}'],
  ['a range upside down', LIN, '{ min: 3, max: 5 }', '{ min: 5, max: 3 }'],
  ['a number in quotes', MOU, 'value: 36000', "value: '36000'"],
  ['a unit with its scale', MOU, 'unit: 元, per: [person', 'unit: 万元, per: [person'],
  ['an unknown per', MOU, 'per: [person, year]', 'per: [person, yaer]'],
  ['paragraphs out of order', MOU, 'at: [14, 15]', 'at: [15, 14]'],
  ['a paragraph twice', MOU, 'at: [14, 15]', 'at: [14, 14]'],
  ['paragraph 0', MOU, 'at: 15,', 'at: 0,'],
  ['an id with capitals', MOU, 'id: pay-fund', 'id: payFund'],
  ['an id kept for anchors', MOU, '- id: village-pay', '- id: fig-pay'],
  ['a clause that is too long', MOU, 'value: 36000', `clause: ${'字'.repeat(21)}, value: 36000`],
  ['a seal of two characters', MOU, 'seal: 某', 'seal: 某县'],
  ['a name that is not Chinese', MOU, 'name: 某县', 'name: Mou'],
  ['no theme at all', MOU, 'themes: [incentives]', 'themes: []'],
  ['a date although there is none', SOURCE, 'date: null', "date: '2017'"],
  ['a checksum that is none', SOURCE, 'b'.repeat(64), 'b'.repeat(63)],
  ['an address that is not of the web', SOURCE, 'address: null', 'address: javascript:alert(1)'],
  ['a paragraph quoted at too great a length', SOURCE, '邻县书记的工资', '邻县书记的工资'.repeat(2)],
  ['a remark of no known kind', SOURCE, 'kind: count', 'kind: number'],
  ['a remark that names a figure by a wrong id', SOURCE, 'figures: [trained]', 'figures: [Trained]'],
  [
    'a value of an indicator by a wrong id',
    'content/indicators/village-secretary-pay.yaml',
    'mou/secretary-pay, lin',
    'mou/Pay, lin',
  ],
  ['a question without its mark', 'content/themes/training.mdx', '谁来培训？', '谁来培训'],
  ['a change of no known kind', LIN, 'kind: corrected', 'kind: correctd'],
] as const;

describe('a missing field', () => {
  test('is reported at the line of the record that lacks it', () => {
    expect(reportOf(BROKEN['field-missing'])).toMatchInlineSnapshot(`
      "content/counties/lin.mdx:14  field-missing
        读到：缺少字段 figures 第 2 条的 label
        应为：数的是什么，用文字写
        例如：label: 村党组织书记年均报酬
        怎么改：补上这个字段

      共 1 个问题，改好以后再运行 npm run check。
      "
    `);
  });

  test('of the file itself is reported at its first field', () => {
    expect(placesOf({ [MOU]: replace('seal: 某\n', '') })).toEqual(['field-missing counties/mou.mdx:2']);
  });

  test.each(['printed', 'value', 'unit', 'at'])('%s of a figure is reported by name', (field) => {
    const { problems } = load({ [MOU]: (text) => text.replace(new RegExp(` ${field}: [^,]+,`), '') });
    expect(problems.map(({ rule, found, line }) => ({ rule, found, line }))).toEqual([
      { rule: 'field-missing', found: `缺少字段 figures 第 1 条的 ${field}`, line: 11 },
    ]);
  });
});

describe('an unknown field', () => {
  test('is reported at its line with the nearest known one and an example of that', () => {
    expect(reportOf(BROKEN['field-unknown'])).toMatchInlineSnapshot(`
      "content/counties/lin.mdx:30  field-unknown
        读到：没有 whom 这个字段
        应为：这些字段之一：id、name、coined、english、aliases、everyday、themes、who、period、at、source、summary、parts、formerly
        例如：who: 县委组织部
        怎么改：也许是 who？

      共 1 个问题，改好以后再运行 npm run check。
      "
    `);
  });

  test('that resembles none is reported without a guess', () => {
    expect(foundIn(LIN, 'seal: 邻', 'seal: 邻\npopulation: 1')).toEqual([
      '没有 population 这个字段 → 删去这个字段，或改用已有的字段',
    ]);
  });

  test('inside a list is held against the fields of that list', () => {
    expect(foundIn(SOURCE, '{ section: 培训, first', '{ sectoin: 培训, first')).toEqual([
      '缺少字段 paragraphs 第 2 条的 section → 补上这个字段',
      '没有 sectoin 这个字段 → 也许是 section？',
    ]);
  });
});

describe('a value that does not fit', () => {
  test('of an enumeration is reported with the nearest legal one', () => {
    expect(reportOf(BROKEN['field-value'])).toMatchInlineSnapshot(`
      "content/counties/lin.mdx:14  field-value
        读到：figures 第 2 条的 bound 是 "vag"
        应为：exact、about、over、under、at-least、at-most、vague 之一
        例如：bound: at-least
        怎么改：也许是 vague？

      共 1 个问题，改好以后再运行 npm run check。
      "
    `);
  });

  test.each(WRONG_VALUES)('is one problem, and the only one: %s', (_, file, from, to) => {
    expect(load({ [file]: replace(from, to) }).problems.map(({ rule }) => rule)).toEqual(['field-value']);
  });

  test.each([
    'main',
    'key-figures',
    'all-figures',
    'other-initiatives',
    'remarks',
    'changes',
    'q-header',
    'q-page',
    'results',
    'index',
    'fig-pay',
    'remark-pay',
    'user-content-pay',
    'footnote-pay',
    'footnotes',
    'pay-name',
  ])('is an id that the page needs for itself, now or formerly: %s', (id) => {
    const problem = `initiatives 第 1 条的 id 是 "${id}"`;
    const { problems } = load({ [MOU]: replace('- id: village-pay', `- id: ${id}`) });
    expect(problems.map(({ found }) => found)).toEqual([problem]);
    expect(problems[0]?.next).toContain('留给网页自己的锚点');
    expect(placesOf({ [LIN]: replace('formerly: [old-training]', `formerly: [${id}]`) })).toEqual([
      'field-value counties/lin.mdx:35',
    ]);
  });

  test('is not an id that only resembles one of the page', () => {
    const rename = (text: string) => text.replaceAll('old-training', 'main-index');
    expect(placesOf({ [LIN]: rename })).toEqual([]);
  });

  test('is told with what was found, what was expected, an example and the cure', () => {
    const told = WRONG_VALUES.flatMap(([what, file, from, to]) =>
      load({ [file]: replace(from, to) }).problems.map(({ found, expected, example, next }) =>
        [what, found, expected, example, next].join('\n  '),
      ),
    );
    expect(told.join('\n')).toMatchInlineSnapshot(`
      "an unquoted year
        figures 第 1 条的 asOf 是 2018
        带引号的年、年-月或年-月-日；与 period 只写一个
        asOf: '2018'
        按“应为”一行改写
      a day that is in no calendar
        figures 第 1 条的 asOf 是 "2018-02-30"
        带引号的年、年-月或年-月-日；与 period 只写一个
        asOf: '2018'
        按“应为”一行改写
      a moment and a period together
        figures 第 2 条的 asOf 是 "2016"
        带引号的年、年-月或年-月-日；与 period 只写一个
        asOf: '2018'
        asOf 和 period 只留一个
      a period that ends before it begins
        figures 第 2 条的 period 是 {"from":"2016","to":"2015"}
        带引号的日期，或 { from: '2016', to: '2018' }，from 不晚于 to
        period: { from: '2016', to: '2018' }
        from 不能晚于 to
      an empty period
        period 是 {}
        带引号的日期，或 { from: '2016', to: '2018' }，from 不晚于 to
        period: { from: '2016', to: '2018' }
        from 和 to 至少写一个
      a range upside down
        figures 第 3 条的 value 是 {"min":5,"max":3}
        换算到基本单位的数；区间写 { min, max }；原文含糊（数十）写 null
        value: 16000
        区间的 min 要小于 max
      a number in quotes
        figures 第 1 条的 value 是 "36000"
        换算到基本单位的数；区间写 { min, max }；原文含糊（数十）写 null
        value: 16000
        按“应为”一行改写
      a unit with its scale
        figures 第 1 条的 unit 是 "万元"
        单位表（src/model/units.ts）里的一个单位，不带万和亿
        unit: 户
        单位要在 src/model/units.ts 的表里；选一个相同意思的，或先在表里加上
      an unknown per
        figures 第 1 条的 per 第 2 条 是 "yaer"
        hour、day、week、month、quarter、year、term、person、household、group、village、community、township、county、organisation、branch、party-organisation、session、thing、mu、hectare、square-metre、kilometre、tonne、kilogram、jin 之一
        per: [person, year]
        也许是 year？
      paragraphs out of order
        initiatives 第 1 条的 at 是 [15,14]
        来源的第几段（从 1 起），几段时写 [14, 15]，从小到大
        at: 14
        段号从小到大写，不重复
      a paragraph twice
        initiatives 第 1 条的 at 是 [14,14]
        来源的第几段（从 1 起），几段时写 [14, 15]，从小到大
        at: 14
        段号从小到大写，不重复
      paragraph 0
        figures 第 2 条的 at 是 0
        来源的第几段（从 1 起），几段时写 [14, 15]，从小到大
        at: 14
        按“应为”一行改写
      an id with capitals
        figures 第 2 条的 id 是 "payFund"
        小写英文单词和数字，用连字符相连
        id: secretary-pay
        按“应为”一行改写
      an id kept for anchors
        initiatives 第 1 条的 id 是 "fig-pay"
        小写英文单词和数字，用连字符相连
        id: secretary-pay
        这个 id 留给网页自己的锚点（main、remarks 等，fig-、remark-、parts- 开头，-name 结尾），换一个
      a clause that is too long
        figures 第 1 条的 clause 是 "字字字字字字字字字字字字字字字字字字字字字"
        数字前后的原文，2 到 20 个字
        clause: 村党组织书记工资3053元/月
        只留数字前后 20 个字以内的原文
      a seal of two characters
        seal 是 "某县"
        一个汉字
        seal: 衡
        按“应为”一行改写
      a name that is not Chinese
        name 是 "Mou"
        中文名称，至少两个字
        name: 村干部报酬动态增长
        按“应为”一行改写
      no theme at all
        initiatives 第 1 条的 themes 是 []
        至少一个专题的 id
        themes: [incentives]
        按“应为”一行改写
      a date although there is none
        date 是 "2017"
        带引号的日期；没有日期写 null，同时 dateBasis: none
        date: '2018-11-13'
        没有日期时 date 写 null 且 dateBasis 写 none，二者一致
      a checksum that is none
        sha256 是 "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb……
        64 位十六进制校验和
        sha256sum report.txt
        按“应为”一行改写
      an address that is not of the web
        address 是 "javascript:alert(1)"
        http 或 https 地址；原文没有写就写 null
        address: null
        按“应为”一行改写
      a paragraph quoted at too great a length
        paragraphs 第 1 条的 first 是 "邻县书记的工资邻县书记的工资"
        这一段开头的 1 到 12 个字，一字不改
        first: 近年来,某县坚持
        只留开头 12 个字以内
      a remark of no known kind
        remarks 第 1 条的 kind 是 "number"
        sum、share、name、date、count、wording、broken、missing、scope 之一
        kind: count
        按“应为”一行改写
      a remark that names a figure by a wrong id
        remarks 第 1 条的 figures 第 1 条 是 "Trained"
        本县数据的 id 的列表
        figures: [secretary-pay]
        按“应为”一行改写
      a value of an indicator by a wrong id
        unlike 第 1 条的 figures 第 1 条 是 "mou/Pay"
        数据，写作 县/数据；本指标算出的数写它的 id
        figures: [hengdong/secretary-pay, mou/secretary-pay]
        按“应为”一行改写
      a question without its mark
        question 是 "谁来培训"
        一个问题，以全角问号结尾
        question: 干得不好，谁来担责？
        按“应为”一行改写
      a change of no known kind
        changes 第 1 条的 kind 是 "correctd"
        added（增补）、corrected（更正）、removed（删去）之一
        kind: corrected
        也许是 corrected？"
    `);
  });

  test('is cut short where it is long', () => {
    expect(foundIn(MOU, 'value: 36000', `value: '${'9'.repeat(200)}'`)[0]).toMatch(
      /^figures 第 1 条的 value 是 "9{59}…… → /,
    );
  });
});

describe('a file with nothing in it', () => {
  test.each([
    ['an empty YAML file', { 'content/terms/empty.yaml': '' }],
    ['empty front matter', { 'content/themes/empty.mdx': '---\n---\n## 标题\n\n---\n' }],
  ])('is said to have no field: %s', (_, changes) => {
    expect(load(changes).problems.map(({ found, next }) => `${found} → ${next}`)).toEqual([
      '一个字段也没有 → 照 content 里同类的文件补上各个字段',
    ]);
  });
});

test('all faults of one file are reported at once', () => {
  expect(
    placesOf({
      [MOU]: (text) =>
        [
          replace('seal: 某', 'seal: XX'),
          replace('value: 36000', 'valeu: 36000'),
          replace('bound: at-least', 'bound: atleast'),
          replace('at: [14, 15]', 'at: [15, 14]'),
        ].reduce((changed, change) => change(changed), text),
    }),
  ).toMatchInlineSnapshot(`
    [
      "field-value counties/mou.mdx:6",
      "field-missing counties/mou.mdx:11",
      "field-unknown counties/mou.mdx:11",
      "field-value counties/mou.mdx:12",
      "field-value counties/mou.mdx:18",
    ]
  `);
});
