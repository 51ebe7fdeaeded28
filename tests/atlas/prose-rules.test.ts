import { describe, expect, test } from 'vitest';
import { append, BROKEN, load, replace, reportOf } from './fixture.ts';

const LIN = 'content/counties/lin.mdx';
// The valid file has this many lines; what is appended begins two lines further on.
const FIRST = 47;

/** What is found in a paragraph added to a body: line within the addition, rule, what was found. */
function foundIn(addition: string): string[] {
  const { problems } = load({ [LIN]: append(`\n${addition}`) });
  return problems.map(({ line, rule, found }) => `${line - FIRST + 1} ${rule} ${found}`);
}

describe('what is said of', () => {
  test('a sign that does not parse is a whole text', () => {
    expect(reportOf(BROKEN['mdx-syntax'])).toMatchInlineSnapshot(`
      "content/counties/lin.mdx:41  mdx-syntax
        读到：“<邻县。”这里读不懂：< 后面应是组件名
        应为：正文里 < 只用来写站点的组件，{ } 不用
        例如：增速低于<Figure id="growth" />；2025年
        怎么改：小于号写成“低于”，花括号换成全角括号，组件以 /> 结尾或写上成对的结束标记

      共 1 个问题，改好以后再运行 npm run check。
      "
    `);
  });

  test('a link within the site is a whole text', () => {
    expect(reportOf(BROKEN['mdx-forbidden'])).toMatchInlineSnapshot(`
      "content/counties/lin.mdx:47  mdx-forbidden
        读到：链接地址 /counties/mou/
        应为：站内用 <Ref id="…" />，站外用 http 或 https 地址
        例如：<Ref id="hengdong/five-standards" />
        怎么改：站内的链接改用 Ref，地址才会随部署路径变化

      共 1 个问题，改好以后再运行 npm run check。
      "
    `);
  });

  test('an unknown component is a whole text', () => {
    expect(reportOf(BROKEN['mdx-component'])).toMatchInlineSnapshot(`
      "content/counties/lin.mdx:47  mdx-component
        读到：<Reff>
        应为：站点的组件：Initiative、Figure、Ref、Term
        例如：<Figure id="secretary-pay" />
        怎么改：也许是 <Ref>？

      共 1 个问题，改好以后再运行 npm run check。
      "
    `);
  });

  test('a block of code is a whole text', () => {
    expect(reportOf({ [LIN]: append('\n```\n全县12个村\n```') })).toMatchInlineSnapshot(`
      "content/counties/lin.mdx:47  mdx-forbidden
        读到：代码块
        应为：正文只写段落、列表、引文、表格和站点的组件
        例如：> 引文
        怎么改：去掉围栏；原文摘录改成以 > 开头的引文

      共 1 个问题，改好以后再运行 npm run check。
      "
    `);
  });

  test('a footnote is a whole text', () => {
    expect(reportOf({ [LIN]: append('\n说明[^1]\n\n[^1]: 注文') })).toMatchInlineSnapshot(`
      "content/counties/lin.mdx:47  mdx-forbidden
        读到：脚注的标记 [^1]
        应为：正文不用脚注，数字的出处由数据给出
        例如：工资按月发放（半年考核一次）。
        怎么改：删去脚注，把注文写进正文或括号

      content/counties/lin.mdx:49  mdx-forbidden
        读到：脚注的注文 [^1]
        应为：正文不用脚注，数字的出处由数据给出
        例如：工资按月发放（半年考核一次）。
        怎么改：删去脚注，把注文写进正文或括号

      共 2 个问题，改好以后再运行 npm run check。
      "
    `);
  });

  test('an item to be ticked is a whole text', () => {
    expect(reportOf({ [LIN]: append('\n- [x] 一项') })).toMatchInlineSnapshot(`
      "content/counties/lin.mdx:47  mdx-forbidden
        读到：列表项前的勾选框 [x]
        应为：列表只用 - 或数字开头
        例如：- 按月发放
        怎么改：删去方括号

      共 1 个问题，改好以后再运行 npm run check。
      "
    `);
  });

  test('a bare address that takes in the words behind it is a whole text', () => {
    expect(reportOf({ [LIN]: append('\n见https://example.org/公告。') })).toMatchInlineSnapshot(`
      "content/counties/lin.mdx:47  mdx-forbidden
        读到：直接写出的地址 https://example.org/公告。，后面的字也成了地址
        应为：地址写进圆括号，前面的方括号里是文字
        例如：见[公告](https://example.org/)。
        怎么改：改写成 [文字](地址)

      共 1 个问题，改好以后再运行 npm run check。
      "
    `);
  });

  test('a title of a link is a whole text', () => {
    expect(reportOf({ [LIN]: append('\n[公告](https://example.org/ "全文")') })).toMatchInlineSnapshot(`
      "content/counties/lin.mdx:47  mdx-forbidden
        读到：链接的标题“全文”
        应为：链接只有文字和地址：标题要把鼠标停在上面才看得见
        例如：[公告](https://example.org/)
        怎么改：删去地址后面引号里的字，要说的话写进正文

      共 1 个问题，改好以后再运行 npm run check。
      "
    `);
  });

  test('a heading of another depth is a whole text', () => {
    expect(reportOf(BROKEN['mdx-heading'])).toMatchInlineSnapshot(`
      "content/counties/lin.mdx:39  mdx-heading
        读到：### 开头的标题
        应为：正文的小节一律用 ##，举措的标题由组件写
        例如：## 谁来担责
        怎么改：改成 ##

      共 1 个问题，改好以后再运行 npm run check。
      "
    `);
  });
});

describe('prose is refused that holds', () => {
  test.each([
    ['import', "import x from 'node:fs'", ['1 mdx-forbidden import 或 export']],
    ['export', 'export const x = 1', ['1 mdx-forbidden import 或 export']],
    [
      'import that does not parse',
      'import 报道',
      ['1 mdx-syntax “import 报道”这里读不懂：行首的 import 和 export 会被当作代码'],
    ],
    ['an expression', '工资{process.env.HOME}元', ['1 mdx-forbidden 花括号里的代码 {process.env.HOME}']],
    ['an expression as a block', '{1 + 1}', ['1 mdx-forbidden 花括号里的代码 {1 + 1}']],
    ['a comment', '{/* 待补 */}', ['1 mdx-forbidden 花括号里的代码 {/* 待补 */}']],
    ['words in braces', '某年{2025年}', ['1 mdx-syntax “{2025年}”这里读不懂：花括号里的字会被当作代码']],
    [
      'a brace that does not end',
      '某年{2025年\n\n见<Term id="two-committees" />',
      ['1 mdx-syntax “{2025年”这里读不懂：花括号里的字会被当作代码'],
    ],
    ['raw HTML', '工资<b>高</b>', ['1 mdx-component <b>']],
    ['a script', '<script>alert</script>', ['1 mdx-component <script>']],
    ['a style', '<style>p</style>', ['1 mdx-component <style>']],
    ['a line break in HTML', '一<br />二', ['1 mdx-component <br>']],
    ['a line break that does not end', '一<br>二', ['1 mdx-syntax “<br>”这里读不懂：<br> 没有结束标记']],
    ['a comment in HTML', '<!-- 待补 -->', ['1 mdx-syntax “<!-- 待补 -->”这里读不懂：< 后面应是组件名']],
    [
      'an address in angle brackets',
      '见<https://example.org>',
      ['1 mdx-syntax “<https://example.org>”这里读不懂：< 后面应是组件名'],
    ],
    ['an unknown component', '<Chart id="x" />', ['1 mdx-component <Chart>']],
    ['a fragment', '<>一</>', ['1 mdx-component <>']],
    ['a member of a component', '<Figure.Big id="pay" />', ['1 mdx-component <Figure.Big>']],
    ['an attribute that is an expression', '见<Term id={"two-committees"} />', ['1 mdx-component <Term> 的属性 id']],
    ['attributes spread', '见<Term {...props} />', ['1 mdx-component <Term> 的属性 {…}']],
    ['another attribute', '见<Term id="two-committees" onclick="x" />', ['1 mdx-component <Term> 的属性 onclick']],
    ['a component without id', '见<Term />', ['1 mdx-component <Term> 没有 id']],
    [
      'an attribute without quotes',
      '见<Term id=two />',
      ['1 mdx-syntax “<Term id=two />”这里读不懂：组件的属性没有写对'],
    ],
    ['an image', '![图](https://example.org/a.png)', ['1 mdx-forbidden 图片']],
    ['an image by reference', '![图][a]\n\n[a]: https://example.org/a.png', ['1 mdx-forbidden 图片']],
    ['a javascript: link', '[点](javascript:alert)', ['1 mdx-forbidden 链接地址 javascript:alert']],
    ['a data: link', '[点](data:text/html,x)', ['1 mdx-forbidden 链接地址 data:text/html,x']],
    ['a link within the site', '[点](/counties/mou/)', ['1 mdx-forbidden 链接地址 /counties/mou/']],
    ['a link without a scheme', '[点](//example.org)', ['1 mdx-forbidden 链接地址 //example.org']],
    [
      'a definition with such an address',
      '[点][a]\n\n[a]: javascript:alert',
      ['3 mdx-forbidden 链接地址 javascript:alert'],
    ],
    ['a mail address', '见 a@example.org', ['1 mdx-forbidden 链接地址 mailto:a@example.org']],
    ['a block of code with a language', '~~~js\nalert(1)\n~~~', ['1 mdx-forbidden 代码块']],
    ['an item not ticked yet', '- 一项\n- [ ] 又一项', ['2 mdx-forbidden 列表项前的勾选框 [ ]']],
    [
      'a bare address with a Chinese full stop behind it',
      '见 https://example.org/。',
      ['1 mdx-forbidden 直接写出的地址 https://example.org/。，后面的字也成了地址'],
    ],
    [
      'a bare address without a scheme',
      '见 www.example.org/公告',
      ['1 mdx-forbidden 直接写出的地址 http://www.example.org/公告，后面的字也成了地址'],
    ],
    ['a definition with a title', '[点][a]\n\n[a]: https://example.org/ "全文"', ['3 mdx-forbidden 链接的标题“全文”']],
    ['an aligned table', '| 甲 | 乙 |\n| :-- | --- |\n| 一 | 二 |', ['1 mdx-forbidden 表格分隔行里的对齐冒号']],
    ['a heading of depth 1', '# 标题', ['1 mdx-heading # 开头的标题']],
    ['a heading of depth 3', '### 标题', ['1 mdx-heading ### 开头的标题']],
    ['a heading by underline', '标题\n====', ['1 mdx-heading # 开头的标题']],
    [
      'a component that does not end',
      '见<Term id="two-committees">',
      ['1 mdx-syntax “<Term id="two-committees">”这里读不懂：<Term> 没有结束标记'],
    ],
    ['an end without a beginning', '见</Term>', ['1 mdx-syntax “</Term>”这里读不懂：这个结束标记没有对应的开始标记']],
    [
      'a less-than sign',
      '增速<5%',
      ['1 mdx-syntax “<5%”这里读不懂：< 后面应是组件名', '1 quantity-in-prose 直接写在文字里的数量 5%'],
    ],
  ])('%s', (_, addition, expected) => {
    expect(foundIn(addition)).toEqual(expected);
  });
});

describe('prose may hold', () => {
  test.each([
    ['emphasis, lists and quotations', '**着重**，*强调*\n\n- 一项\n\n> 引文'],
    ['a table without alignment', '| 甲 | 乙 |\n| --- | --- |\n| 一 | 二 |'],
    ['a link to the web', '[公告](https://example.org/a?b=c)'],
    ['a bare address with a space behind it', '见 https://example.org/ 。'],
    ['words in code', '`甲`'],
    ['a greater-than sign', '甲 > 乙'],
    ['a less-than sign in code', '`甲<乙`'],
    ['an escaped brace', '某年\\{甲\\}'],
    ['every component', '<Term id="two-committees" />、<Ref id="pay" />、<Figure id="trained" />'],
  ])('%s', (_, addition) => {
    expect(reportOf({ [LIN]: append(`\n${addition}`) })).toBe('');
  });
});

test('all faults of one body are reported, each at its own line', () => {
  const lines = [
    '增速<甲，又<乙。见<Figure id="trained" />。',
    '',
    '{2025年}以后，<br>换行。',
    '',
    "import x from 'y'",
    '',
    'import 不是代码',
    '',
    '#### 标题',
    '',
    '<Figure id="trained">没有结束，<Reff id="pay" />。',
    '',
    '见<Figure id="nowhere" />，全县12个乡镇。',
    '',
    '</Initiative>',
  ];
  expect(foundIn(lines.join('\n'))).toMatchInlineSnapshot(`
    [
      "1 mdx-syntax “<乙。见<Figure id="”这里读不懂：< 后面应是组件名",
      "1 mdx-syntax “<甲，又<乙。见<Figure ”这里读不懂：< 后面应是组件名",
      "3 mdx-syntax “<br>”这里读不懂：<br> 没有结束标记",
      "3 mdx-syntax “{2025年}以后，<br>换行”这里读不懂：花括号里的字会被当作代码",
      "5 mdx-forbidden import 或 export",
      "7 mdx-syntax “import 不是代码”这里读不懂：行首的 import 和 export 会被当作代码",
      "9 mdx-heading #### 开头的标题",
      "11 mdx-component <Reff>",
      "11 mdx-syntax “<Figure id="trained">”这里读不懂：<Figure> 没有结束标记",
      "13 quantity-in-prose 直接写在文字里的数量 12个",
      "13 reference-unknown 没有 id 为 lin/nowhere 的数据",
      "15 mdx-syntax “</Initiative>”这里读不懂：这个结束标记没有对应的开始标记",
    ]
  `);
});

test('a fault before a valid component leaves that component alone', () => {
  expect(foundIn('一<br>二<Figure id="trained" />三')).toHaveLength(1);
});

test('a component that does not end inside an initiative is reported, not the initiative', () => {
  const { problems } = load({ [LIN]: replace('<Figure id="mou/secretary-pay" />', '<Figure id="mou/secretary-pay">') });
  expect(problems.map(({ line, found }) => `${line} ${found}`)).toEqual([
    '44 “<Figure id="mou/secretary-pay">”这里读不懂：<Figure> 没有结束标记',
  ]);
});
