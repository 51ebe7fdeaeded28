import { describe, expect, test } from 'vitest';
import { append, BROKEN, type Changes, FILES, load, placesOf, replace, reportOf } from './fixture.ts';

const LIN = 'content/counties/lin.mdx';
const MOU = 'content/counties/mou.mdx';
const SOURCE = 'content/sources/lin-2017.yaml';

const found = (changes: Changes) => load(changes).problems.map((problem) => `${problem.line} ${problem.found}`);

describe('an id that stands twice', () => {
  test('is reported at its second place with the line of the first', () => {
    expect(reportOf(BROKEN['id-twice'])).toMatchInlineSnapshot(`
      "content/counties/lin.mdx:35  id-twice
        读到：id pay 在第 17 行已经用过
        应为：每个 id 在文件里只出现一次：它是网页上的锚点
        例如：id: pay-2
        怎么改：给其中一条换一个说明它是什么的 id

      共 1 个问题，改好以后再运行 npm run check。
      "
    `);
  });

  test.each([
    ['two figures', { [MOU]: replace('id: pay-fund', 'id: secretary-pay') }],
    [
      'two initiatives',
      {
        [LIN]: (text: string) => text.replace('- id: training', '- id: pay'),
      },
    ],
    ['an initiative and an old id', BROKEN['id-twice']],
    [
      'two remarks',
      { [SOURCE]: append("  - { id: vague-number, kind: count, text: '同一段又写了一次，没有说明。', at: 2 }") },
    ],
    ['a theme of an initiative', { [LIN]: replace('themes: [training, incentives]', 'themes: [training, training]') }],
    [
      'an indicator of a figure',
      { [MOU]: replace('[village-secretary-pay]', '[village-secretary-pay, village-secretary-pay]') },
    ],
    ['a source of a county', { [LIN]: replace('sources: [lin-2017]', 'sources: [lin-2017, lin-2017]') }],
  ])('is found for %s', (_, changes) => {
    expect(load(changes).problems.map(({ rule }) => rule)).toContain('id-twice');
  });

  test('is found for remarks in two sources of one county, which share a page', () => {
    expect(
      reportOf({
        'content/sources/lin-2020.yaml': FILES[SOURCE] ?? '',
        [LIN]: replace('sources: [lin-2017]', 'sources: [lin-2017, lin-2020]'),
      }),
    ).toMatchInlineSnapshot(`
      "content/sources/lin-2020.yaml:19  id-twice
        读到：存疑的 id vague-number 在 content/sources/lin-2017.yaml 里已经用过
        应为：同一个县的存疑，id 各不相同：它们在同一个网页上
        例如：id: vague-number-2
        怎么改：给其中一条换一个说明它是什么的 id

      共 1 个问题，改好以后再运行 npm run check。
      "
    `);
  });

  test('in a list is told by the list', () => {
    expect(reportOf({ [LIN]: replace('[training, incentives]', '[training, training]') })).toMatchInlineSnapshot(`
      "content/counties/lin.mdx:29  id-twice
        读到：themes 里 training 写了两次
        应为：同一个列表里每个 id 只写一次
        例如：themes: [training]
        怎么改：删去重复的一个

      共 1 个问题，改好以后再运行 npm run check。
      "
    `);
  });

  test('is none when a figure and an initiative share it, since their anchors differ', () => {
    expect(reportOf({ [MOU]: (text) => text.replaceAll('pay-fund', 'village-pay') })).toBe('');
  });
});

describe('a figure that contradicts what the source prints', () => {
  test('is reported with both readings', () => {
    expect(reportOf(BROKEN['figure-disagrees'])).toMatchInlineSnapshot(`
      "content/counties/mou.mdx:11  figure-disagrees
        读到：数据 secretary-pay：原文 3.6万元 读作 36000，value 写的是 3.6
        应为：printed 与 value、unit、bound、per 说的是同一个数
        例如：printed: '1.6万余户', value: 16000, unit: 户, bound: over
        怎么改：对照原文第 14 段，改 printed 或 value

      共 1 个问题，改好以后再运行 npm run check。
      "
    `);
  });

  test.each([
    ['value', replace('value: 36000', 'value: 3.6')],
    ['unit', replace('value: 36000, unit: 元', 'value: 36000, unit: 户')],
    ['bound', replace('bound: at-least', 'bound: at-most')],
    ['printed', replace("printed: '3.6万元'", 'printed: 不多')],
  ])('in %s is found', (field, change) => {
    const { problems } = load({ [MOU]: change });
    expect(problems.map(({ rule }) => rule)).toEqual(['figure-disagrees']);
    expect(problems[0]?.found).toContain(field === 'printed' ? 'printed 的 不多 读不懂' : `${field} 写的是`);
  });

  test('in per is found where the source prints one', () => {
    expect(found({ [LIN]: replace(' per: [month],', '') })).toMatchInlineSnapshot(`
      [
        "13 数据 secretary-wage：原文 3000元/月 读作 每月(month)，per 写的是 没有写",
      ]
    `);
  });

  test('in several fields is reported for each', () => {
    expect(
      found({ [MOU]: replace('value: 12000000, unit: 元, bound: at-least', 'value: 1200, unit: 人') }),
    ).toMatchInlineSnapshot(`
      [
        "12 数据 pay-fund：原文 不低于1200万元 读作 12000000，value 写的是 1200",
        "12 数据 pay-fund：原文 不低于1200万元 读作 以上(at-least)，bound 写的是 确数(exact)",
        "12 数据 pay-fund：原文 不低于1200万元 读作 元，unit 写的是 人",
      ]
    `);
  });
});

describe('a summary', () => {
  test('of a county that is too long is reported with its length', () => {
    expect(reportOf(BROKEN['summary-length'])).toMatchInlineSnapshot(`
      "content/counties/lin.mdx:9  summary-length
        读到：65 个字
        应为：至多 60 个字，一个 {id} 算一个字
        例如：summary: 书记责任制、问责办法和“五化”示范点。
        怎么改：把话说短，细节写进 lead

      共 1 个问题，改好以后再运行 npm run check。
      "
    `);
  });

  test('counts each place as one character', () => {
    const summary = (length: number) =>
      replace('讲书记的报酬和培训，工资为{secretary-wage}。', `${'字'.repeat(length - 1)}{secretary-wage}`);
    expect(placesOf({ [LIN]: summary(60) })).toEqual([]);
    expect(placesOf({ [LIN]: summary(61) })).toEqual(['summary-length counties/lin.mdx:9']);
  });

  test('counts a rare character outside of the basic plane as one', () => {
    expect(placesOf({ [LIN]: replace('讲书记的报酬和培训，工资为{secretary-wage}。', '𬭚'.repeat(60)) })).toEqual([]);
  });
});

describe('two themes', () => {
  test('with one order are reported, with an order that is free', () => {
    expect(reportOf(BROKEN['order-twice'])).toMatchInlineSnapshot(`
      "content/themes/training.mdx:4  order-twice
        读到：order 2 与 content/themes/incentives.mdx 相同
        应为：每个专题的 order 各不相同
        例如：order: 3
        怎么改：换一个没有用过的数

      共 1 个问题，改好以后再运行 npm run check。
      "
    `);
  });
});

describe('<Initiative>', () => {
  const INITIATIVE = '<Initiative id="pay">';
  test.each([
    ['twice', { [LIN]: append('\n<Initiative id="pay">\n\n再写一次。\n\n</Initiative>') }],
    ['inside a paragraph', { [LIN]: replace('再写本县。', '<Initiative id="training">再写</Initiative>本县。') }],
    ['inside a list', { [LIN]: append('\n- 一项\n\n  <Initiative id="training">\n  再写。\n  </Initiative>') }],
    ['with the name of the county', { [LIN]: replace(INITIATIVE, '<Initiative id="lin/pay">') }],
    ['of another county', { [LIN]: replace(INITIATIVE, '<Initiative id="mou/village-pay">') }],
    ['in a theme', { 'content/themes/training.mdx': append('\n<Initiative id="lin/pay">\n\n再写。\n\n</Initiative>') }],
  ])('is refused %s', (name, changes) => {
    expect(load(changes).problems.map(({ rule }) => rule)).toEqual([name === 'twice' ? 'id-twice' : 'mdx-component']);
  });
});

describe('the words for <Initiative>', () => {
  test('twice name the first place', () => {
    expect(
      reportOf({ [LIN]: append('\n<Initiative id="pay">\n\n再写一次。\n\n</Initiative>') }),
    ).toMatchInlineSnapshot(`
      "content/counties/lin.mdx:47  id-twice
        读到：举措 pay 在第 43 行已经放过
        应为：每条举措在正文里只放一次
        例如：<Ref id="pay" />
        怎么改：这里改用 Ref 链接过去

      共 1 个问题，改好以后再运行 npm run check。
      "
    `);
  });

  test('inside a paragraph show how it stands alone', () => {
    const change = replace('再写本县。', '<Initiative id="training">再写</Initiative>本县。');
    expect(reportOf({ [LIN]: change })).toMatchInlineSnapshot(`
      "content/counties/lin.mdx:41  mdx-component
        读到：<Initiative id="training"> 夹在别的段落或组件里
        应为：独占若干行，前后和里面的文字之间各空一行
        例如：<Initiative id="village-pay">

              书记年均报酬为……

              </Initiative>
        怎么改：把它移到段落之外

      共 1 个问题，改好以后再运行 npm run check。
      "
    `);
  });

  test('of another county lead to Ref', () => {
    expect(
      reportOf({ [LIN]: replace('<Initiative id="pay">', '<Initiative id="mou/village-pay">') }),
    ).toMatchInlineSnapshot(`
      "content/counties/lin.mdx:43  mdx-component
        读到：<Initiative id="mou/village-pay">
        应为：本县一条举措的 id，不带县名
        例如：<Initiative id="village-pay">
        怎么改：本县的举措去掉县名和斜线；别县的举措用 <Ref id="…" /> 链接

      共 1 个问题，改好以后再运行 npm run check。
      "
    `);
  });

  test('in a theme lead to Ref', () => {
    const change = append('\n<Initiative id="lin/pay">\n\n再写。\n\n</Initiative>');
    expect(reportOf({ 'content/themes/training.mdx': change })).toMatchInlineSnapshot(`
      "content/themes/training.mdx:9  mdx-component
        读到：专题正文里的 <Initiative>
        应为：举措的正文写在县的文件里，专题用 Ref 链接
        例如：<Ref id="lin/pay" />
        怎么改：改用 Ref

      共 1 个问题，改好以后再运行 npm run check。
      "
    `);
  });
});

describe('a quantity in prose', () => {
  test('is reported with the two ways to draw it', () => {
    expect(reportOf(BROKEN['quantity-in-prose'])).toMatchInlineSnapshot(`
      "content/counties/lin.mdx:47  quantity-in-prose
        读到：直接写在文字里的数量 12个
        应为：数量只写在 figures 里，文字引用它；年份、名称和引号里的文字不算
        例如：正文写 <Figure id="secretary-pay" />，摘要写 {secretary-pay}
        怎么改：给这个数加一条数据并引用它；如果不是数据，改写句子

      共 1 个问题，改好以后再运行 npm run check。
      "
    `);
  });

  test.each([
    ['a summary of a county', LIN, '讲书记的报酬', '讲3名书记的报酬', 9],
    ['a lead', LIN, '没有写全县有多少个村', '没有写12个村', 10],
    ['a note', LIN, "'与{trained}无关'", "'与{trained}无关，共3期'", 13],
    ['a summary of an initiative', LIN, '按月发放', '分12个月发放', 24],
    ['a theme’s summary', 'content/themes/training.mdx', '某县没有写', '某县5次', 6],
    ['a remark', SOURCE, '没有写几期', '没有写3期', 19],
    ['a heading', LIN, '## 报酬', '## 报酬3000元', 39],
    ['an initiative in the body', LIN, '的书记工资为', '的20名书记工资为', 44],
  ])('is found in %s', (_, file, from, to, line) => {
    const places = placesOf({ [file]: replace(from, to) });
    expect(places).toEqual([`quantity-in-prose ${file.replace('content/', '')}:${line}`]);
  });

  test('is reported at its own line of a paragraph, and in the cell of a table', () => {
    expect(
      found({ [LIN]: append('\n第一行\n第二行有3户\n\n| 项 | 数 |\n| --- | --- |\n| 户 | 5户 |\n\n- 列表里2头') }),
    ).toMatchInlineSnapshot(`
      [
        "48 直接写在文字里的数量 3户",
        "52 直接写在文字里的数量 5户",
        "54 直接写在文字里的数量 2头",
      ]
    `);
  });

  test('is none where it is a name of a record, or stands in quotation marks across emphasis', () => {
    expect(
      reportOf({
        [LIN]: (text) => append('\n推行三个一百，又叫“*十*佳百*名*”。')(text.replace('[集中轮训]', '[三个一百]')),
      }),
    ).toBe('');
  });

  test('is none in the number of a list', () => {
    expect(reportOf({ [LIN]: append('\n1. 先培训\n2. 再考试') })).toBe('');
  });
});

describe('two counties', () => {
  test('of one name are reported at the second', () => {
    expect(reportOf(BROKEN['county-twice'])).toMatchInlineSnapshot(`
      "content/counties/mou.mdx:2  county-twice
        读到：name 邻县 与 content/counties/lin.mdx 相同
        应为：每个县的 name 和 seal 各不相同：读者靠它们分辨各县
        例如：name: 衡东县
        怎么改：改正县名；若两个文件写的是同一个县，合成一个文件，各列为它的来源

      共 1 个问题，改好以后再运行 npm run check。
      "
    `);
  });

  test('of one seal are reported at the second', () => {
    expect(found({ [MOU]: replace('seal: 某', 'seal: 邻') })).toEqual(['6 seal 邻 与 content/counties/lin.mdx 相同']);
  });

  test('of one name and one seal are one problem', () => {
    const change = (text: string) => replace('seal: 某', 'seal: 邻')(replace('name: 某县', 'name: 邻县')(text));
    expect(placesOf({ [MOU]: change })).toEqual(['county-twice counties/mou.mdx:2']);
  });

  test('whose seals are both faulty have no more than that mistake', () => {
    expect(placesOf({ [MOU]: replace('seal: 某', 'seal: 某县'), [LIN]: replace('seal: 邻', 'seal: 邻县') })).toEqual([
      'field-value counties/lin.mdx:6',
      'field-value counties/mou.mdx:6',
    ]);
  });
});

test('a printed form that cannot be read is reported as that alone', () => {
  expect(reportOf({ [MOU]: replace("printed: '3.6万元'", "printed: '1.2.3元'") })).toMatchInlineSnapshot(`
    "content/counties/mou.mdx:11  figure-disagrees
      读到：数据 secretary-pay：printed 的 1.2.3元 读不懂：“1.2.3” 不能读作一个数;请核对原文,若原文如此,请在来源记录里注明不作数据
      应为：一个数和它的单位，照原文；数字前后只可有“约”“余”之类的字
      例如：printed: '1.6万余户', value: 16000, unit: 户, bound: over
      怎么改：对照原文第 14 段，改 printed

    共 1 个问题，改好以后再运行 npm run check。
    "
  `);
});
