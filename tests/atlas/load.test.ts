import { describe, expect, test } from 'vitest';
import { loadAtlas } from '../../src/atlas/load.ts';
import { append, atlasOf, BROKEN, contentTree, FILES, load, placesOf, replace, reportOf } from './fixture.ts';

describe('a valid tree', () => {
  test('has no problems', () => {
    expect(reportOf({})).toBe('');
  });

  test('is the atlas of its records', () => {
    const atlas = atlasOf();
    expect([...atlas.figures.keys()]).toEqual([
      'lin/secretary-wage',
      'lin/trained',
      'lin/sessions',
      'mou/secretary-pay',
      'mou/pay-fund',
    ]);
    expect([...atlas.initiatives.keys()]).toEqual(['lin/pay', 'lin/training', 'mou/village-pay']);
  });

  test('with the county of the design’s sample alone passes as the sample stands', () => {
    const atlas = atlasOf({
      'content/counties/lin.mdx': null,
      'content/sources/lin-2017.yaml': null,
      'content/themes/training.mdx': null,
      'content/themes/incentives.mdx': replace('，邻县写的是{lin/secretary-wage}', ''),
      'content/indicators/village-secretary-pay.yaml': (text) => text.replace(/unlike:[\s\S]*(?=themes:)/, ''),
      'content/false-friends/pay.yaml': null,
    });
    expect(atlas.counties.map(({ id }) => id)).toEqual(['mou']);
  });

  test('may hold hidden files, which are no content', () => {
    expect(reportOf({ 'content/counties/.DS_Store': Uint8Array.of(0, 0, 1), 'content/.gitkeep': '' })).toBe('');
  });

  test('reads the same with the line ends of Windows and a byte order mark', () => {
    const windows = (text: string) => `\uFEFF${text.replaceAll('\n', '\r\n')}`;
    expect(reportOf({ 'content/counties/lin.mdx': windows, 'content/sources/lin-2017.yaml': windows })).toBe('');
  });
});

describe('every rule', () => {
  test.each(Object.entries(BROKEN))('%s has a fixture that breaks it and no other', (rule, changes) => {
    expect([...new Set(load(changes).problems.map((problem) => problem.rule))]).toEqual([rule]);
  });

  test.each(Object.entries(BROKEN))(
    '%s says where, what was found and expected, gives an example and the cure',
    (_, changes) => {
      for (const problem of load(changes).problems) {
        expect(problem.file).toMatch(/^content\//);
        expect(problem.line).toBeGreaterThan(0);
        for (const part of [problem.found, problem.expected, problem.example, problem.next]) expect(part).toBeTruthy();
      }
    },
  );
});

describe('problems of several files', () => {
  test('come all at once, by file and line', () => {
    expect(
      placesOf({
        'content/counties/mou.mdx': (text) =>
          append('\n全县12个乡镇。')(replace('value: 36000', 'value: 3.6')(replace('at: 15,', 'at: 99,')(text))),
        'content/counties/lin.mdx': (text) => append('\n<br>')(replace('seal: 邻', 'seal: Lin')(text)),
        'content/terms/two-committees.yaml': replace('everyday', 'evryday'),
        'content/zzz.txt': '',
      }),
    ).toMatchInlineSnapshot(`
      [
        "field-value counties/lin.mdx:6",
        "mdx-syntax counties/lin.mdx:47",
        "figure-disagrees counties/mou.mdx:11",
        "paragraph-unknown counties/mou.mdx:12",
        "quantity-in-prose counties/mou.mdx:27",
        "field-unknown terms/two-committees.yaml:3",
        "file-unexpected zzz.txt:1",
      ]
    `);
  });

  test('are one text that ends with their number and the next command', () => {
    expect(
      reportOf({
        'content/counties/mou.mdx': replace('value: 36000', 'value: 3.6'),
        'content/counties/lin.mdx': replace('再写本县。', '再写<br>本县，增速<5%。'),
        'content/sources/lin-2017.yaml': replace('kind: count', 'kind: cuont'),
      }),
    ).toMatchInlineSnapshot(`
      "content/counties/lin.mdx:41  mdx-syntax
        读到：“<5%。”这里读不懂：< 后面应是组件名
        应为：正文里 < 只用来写站点的组件，{ } 不用
        例如：增速低于<Figure id="growth" />；2025年
        怎么改：小于号写成“低于”，花括号换成全角括号，组件以 /> 结尾或写上成对的结束标记

      content/counties/lin.mdx:41  mdx-syntax
        读到：“<br>”这里读不懂：<br> 没有结束标记
        应为：正文里 < 只用来写站点的组件，{ } 不用
        例如：增速低于<Figure id="growth" />；2025年
        怎么改：小于号写成“低于”，花括号换成全角括号，组件以 /> 结尾或写上成对的结束标记

      content/counties/lin.mdx:41  quantity-in-prose
        读到：直接写在文字里的数量 5%
        应为：数量只写在 figures 里，文字引用它；年份、名称和引号里的文字不算
        例如：正文写 <Figure id="secretary-pay" />，摘要写 {secretary-pay}
        怎么改：给这个数加一条数据并引用它；如果不是数据，改写句子

      content/counties/mou.mdx:11  figure-disagrees
        读到：数据 secretary-pay：原文 3.6万元 读作 36000，value 写的是 3.6
        应为：printed 与 value、unit、bound、per 说的是同一个数
        例如：printed: '1.6万余户', value: 16000, unit: 户, bound: over
        怎么改：对照原文第 14 段，改 printed 或 value

      content/sources/lin-2017.yaml:19  field-value
        读到：remarks 第 1 条的 kind 是 "cuont"
        应为：sum、share、name、date、count、wording、broken、missing、scope 之一
        例如：kind: count
        怎么改：也许是 count？

      共 5 个问题，改好以后再运行 npm run check。
      "
    `);
  });

  test('leave no atlas', () => {
    expect(load(BROKEN['order-twice']).atlas).toBeUndefined();
  });

  test('are the same however often they are looked for', () => {
    const root = contentTree(BROKEN['field-value']);
    expect(loadAtlas(root)).toEqual(loadAtlas(root));
  });
});

describe('a tree without any county', () => {
  test.each([
    ['with everything else', BROKEN['content-empty']],
    ['with nothing else', Object.fromEntries(Object.keys(FILES).map((file) => [file, null]))],
  ])('is one problem: %s', (_, changes) => {
    expect(reportOf(changes)).toMatchInlineSnapshot(`
      "content/counties:1  content-empty
        读到：一个县的文件也没有
        应为：content/counties 里至少一个以 .mdx 结尾的文件
        例如：content/counties/hengdong.mdx
        怎么改：看命令是不是在项目的文件夹里运行的；文件若被删去，先找回来

      共 1 个问题，改好以后再运行 npm run check。
      "
    `);
  });
});

describe('a county whose own file is broken', () => {
  test.each([
    ['its front matter does not parse', replace('english: Mou County', 'english: [Mou')],
    ['a field is missing', replace('seal: 某\n', '')],
    ['it has no front matter', () => '只有文字\n'],
    ['it is no text', () => '\0'],
  ])('causes no problem in another file that refers to it: %s', (_, change) => {
    const { problems } = load({ 'content/counties/mou.mdx': change });
    expect(problems.length).toBeGreaterThan(0);
    expect([...new Set(problems.map(({ file }) => file))]).toEqual(['content/counties/mou.mdx']);
  });

  test('is judged by its prose too, in the same run', () => {
    expect(
      placesOf({
        'content/counties/mou.mdx': (text) =>
          append('\n<br />\n\n见<Figure id="x" y="1" />')(text.replace('seal: 某\n', '')),
      }),
    ).toMatchInlineSnapshot(`
      [
        "field-missing counties/mou.mdx:2",
        "mdx-component counties/mou.mdx:26",
        "mdx-component counties/mou.mdx:28",
        "reference-unknown counties/mou.mdx:28",
      ]
    `);
  });

  test('is judged by all that is whole in it: five mistakes of five kinds come in one run', () => {
    expect(
      placesOf({
        'content/counties/mou.mdx': (text) =>
          append('\n共有300户，见<Figure id="nope" />。')(
            text
              .replace('seal: 某', 'seal: 某县')
              .replace('value: 12000000', 'value: 1200')
              .replace('[village-secretary-pay]', '[village-pay]'),
          ),
      }),
    ).toMatchInlineSnapshot(`
      [
        "field-value counties/mou.mdx:6",
        "reference-unknown counties/mou.mdx:11",
        "figure-disagrees counties/mou.mdx:12",
        "quantity-in-prose counties/mou.mdx:27",
        "reference-unknown counties/mou.mdx:27",
      ]
    `);
  });

  test('is judged at the lines of the file, whichever records before failed', () => {
    expect(
      placesOf({
        'content/counties/lin.mdx': (text) =>
          text.replace('bound: vague', 'bound: vag').replace('max: 5', 'max: 6').replace('coined: true', 'coined: 1'),
        'content/sources/lin-2017.yaml': replace('figures: [trained]', 'figures: [trained, trainee]'),
      }),
    ).toMatchInlineSnapshot(`
      [
        "field-value counties/lin.mdx:14",
        "figure-disagrees counties/lin.mdx:15",
        "field-value counties/lin.mdx:19",
        "reference-unknown sources/lin-2017.yaml:19",
      ]
    `);
  });

  test.each([
    ['a record fails', replace("printed: '3.6万元', ", '')],
    ['a record has no id', replace('- { id: secretary-pay,', '- {')],
    ['the id of a record is none', replace('id: secretary-pay,', 'id: Secretary_Pay,')],
    ['the list of figures has another name', replace('figures:', 'figure:')],
    [
      'the list of initiatives is none',
      replace('initiatives:\n  - id: village-pay', 'initiatives:\n    id: village-pay'),
    ],
    ['its sources are no list', replace('sources: [mou-2018]', 'sources: mou-2018')],
    [
      'the failed record has a name with a number, which the prose tells',
      (text: string) =>
        append('\n推行“三看”和4个一律。')(
          text.replace('name: 村干部报酬动态增长', 'name: 村干部报酬动态增长\n    parts: 4个一律\n    who: 1'),
        ),
    ],
  ])('has no more than its own mistake where %s', (_, change) => {
    const { problems } = load({ 'content/counties/mou.mdx': change });
    expect(problems.length).toBeGreaterThan(0);
    expect(problems.filter(({ rule }) => !rule.startsWith('field-'))).toEqual([]);
  });

  test('whose source is broken too causes no problem about paragraphs', () => {
    expect(placesOf({ 'content/sources/mou-2018.yaml': replace('title', 'titel') })).toMatchInlineSnapshot(`
      [
        "field-missing sources/mou-2018.yaml:1",
        "field-unknown sources/mou-2018.yaml:2",
      ]
    `);
  });
});

describe('a tree in which folders and files are mixed up', () => {
  test('with a folder named like a file is reported, not thrown', () => {
    expect(placesOf({ 'content/counties/sub.mdx/readme.txt': '' })).toEqual(['file-unexpected counties/sub.mdx:1']);
  });

  test('with a file in place of a folder is reported, not thrown', () => {
    const { problems } = load({
      'content/terms/two-committees.yaml': null,
      'content/terms': '',
      'content/counties/lin.mdx': replace('<Term id="two-committees" />', '两委'),
    });
    expect(problems.map(({ rule, file }) => `${rule} ${file}`)).toEqual(['file-unexpected content/terms']);
  });
});
