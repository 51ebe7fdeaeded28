import { expect, test } from 'vitest';
import { formatProblems, type SourceRuleName } from '../../src/atlas/problem.ts';
import { replace } from '../atlas/fixture.ts';
import { FILES, PARAGRAPHS, TEXT } from './report.ts';
import { type Held, hold } from './tree.ts';

const COUNTY_FILE = 'content/counties/qinghe.mdx';
const SOURCE_FILE = 'content/sources/qinghe-2018.yaml';

interface Broken {
  /** The smallest change that breaks the rule, and no other. */
  readonly change: Readonly<Record<string, (text: string) => string>>;
  /** The whole of what a contributor reads. */
  readonly says: (report: string) => void;
}

/** Adds a figure before the initiatives. */
const figure = (fields: string) =>
  replace('initiatives:\n', `  - { id: extra, label: 青禾县的一个数, ${fields} }\ninitiatives:\n`);

/** For every rule, a change that breaks it. A rule without one does not compile. */
const BROKEN: Readonly<Record<SourceRuleName, Broken>> = {
  'source-checksum': {
    change: { [SOURCE_FILE]: (text) => text.replace(/sha256: .*/, `sha256: ${'c'.repeat(64)}`) },
    says: (report) =>
      expect(report).toMatchInlineSnapshot(`
      "content/sources/qinghe-2018.yaml:10  source-checksum
        读到：没有一个文本的校验和是 cccccccccccc……
        应为：文件夹里有一个文本，它的 SHA-256 与记录相同
        例如：sha256sum report.txt
        怎么改：找到当初读的那份文本；文本改过，就重新核对全部记录，再改校验和

      共 1 个问题，改好以后再运行 npm run check。
      "
    `),
  },
  'source-paragraphs': {
    change: { [SOURCE_FILE]: replace("first: '聚力强保障'", "first: '聚力保障'") },
    says: (report) =>
      expect(report).toMatchInlineSnapshot(`
      "content/sources/qinghe-2018.yaml:19  source-paragraphs
        读到：第 8 段开头写作 聚力保障
        应为：原文这一段开头是 聚力强保障
        例如：first: '聚力强保障'
        怎么改：照原文改，一字不差

      共 1 个问题，改好以后再运行 npm run check。
      "
    `),
  },
  'printed-absent': {
    change: { [COUNTY_FILE]: figure("printed: '27人', value: 27, unit: 人, at: 25") },
    says: (report) =>
      expect(report).toMatchInlineSnapshot(`
      "content/counties/qinghe.mdx:81  printed-absent
        读到：数据 extra：第 25 段里没有另外一处 27人
        应为：这一段里原样的数字和单位，别的数据没有占用的一处
        例如：这里的数：14个，处理、27人，其中、19人。
        怎么改：对照原文改 printed 或段号；同一个数原文只写一次，就只记一条数据

      共 1 个问题，改好以后再运行 npm run check。
      "
    `),
  },
  'clause-absent': {
    change: { [COUNTY_FILE]: figure("printed: '27人', value: 27, unit: 人, at: 25, clause: 处分27人") },
    says: (report) =>
      expect(report).toMatchInlineSnapshot(`
      "content/counties/qinghe.mdx:81  clause-absent
        读到：数据 extra：第 25 段里没有“处分27人”
        应为：这一段里原样的文字
        例如：这里的数：14个，处理、27人，其中、19人。
        怎么改：照原文改 clause，或改段号 at

      共 1 个问题，改好以后再运行 npm run check。
      "
    `),
  },
  'name-absent': {
    change: { [COUNTY_FILE]: replace('name: 连心路,', 'name: 连民路, aliases: [连心路],') },
    says: (report) =>
      expect(report).toMatchInlineSnapshot(`
      "content/counties/qinghe.mdx:88  name-absent
        读到：举措 heart-road：第 15 段里没有“连民路”
        应为：原文的名称；引号、括号和空白不计
        例如：coined: true
        怎么改：照原文改名称或段号；原文没有名称，就写 coined: true

      共 1 个问题，改好以后再运行 npm run check。
      "
    `),
  },
  'name-untold': {
    change: { [COUNTY_FILE]: replace('name: 邻里小院,', 'name: 调解小院, coined: true,') },
    says: (report) =>
      expect(report).toMatchInlineSnapshot(`
      "content/sources/qinghe-2018.yaml:30  name-untold
        读到：第 19 段的“邻里小院”在引用这一段的记录里没有出现
        应为：引号和书名号里的名称都在引用这一段的记录里
        例如：aliases: [邻里小院]
        怎么改：给它一条举措，写进某条举措的名称、别名、分项或文字，或写进 setAside.names

      共 1 个问题，改好以后再运行 npm run check。
      "
    `),
  },
  'aside-idle': {
    change: { [SOURCE_FILE]: replace('  numbers:\n', '  numbers:\n    - { text: 五化, reason: 名称里的数字 }\n') },
    says: (report) =>
      expect(report).toMatchInlineSnapshot(`
      "content/sources/qinghe-2018.yaml:44  aside-idle
        读到：原文里没有“五化”
        应为：原文里原样的、含有这个数字的名称或短语
        例如：- { text: '“五化”', reason: 名称里的数字 }
        怎么改：删去，或照原文改

      共 1 个问题，改好以后再运行 npm run check。
      "
    `),
  },
  'number-unaccounted': {
    change: { [SOURCE_FILE]: replace('    - { text: 三年共发放, reason: 累计的年数 }\n', '') },
    says: (report) =>
      expect(report).toMatchInlineSnapshot(`
      "content/sources/qinghe-2018.yaml:22  number-unaccounted
        读到：第 11 段的 三（……00元/人/年，三年共发放380余……）没有记录
        应为：每个数字是一条数据，或写明理由搁置
        例如：- { id: …, printed: '三年共', at: 11 }
        怎么改：在县的 figures 里加一条，或在 setAside.numbers 里写出它所在的名称和理由

      共 1 个问题，改好以后再运行 npm run check。
      "
    `),
  },
  'paragraph-unaccounted': {
    change: { [SOURCE_FILE]: replace('at: [8, 14, 24, 30]', 'at: [8, 14, 24]') },
    says: (report) =>
      expect(report).toMatchInlineSnapshot(`
      "content/sources/qinghe-2018.yaml:41  paragraph-unaccounted
        读到：第 30 段（下一步，青禾县将继续努力……）没有一条记录引用
        应为：每段有记录引用，或写明理由搁置
        例如：- { at: [30], reason: 小节标题 }
        怎么改：补上这一段的举措或数据，或写进 setAside.paragraphs

      共 1 个问题，改好以后再运行 npm run check。
      "
    `),
  },
};

function changed(changes: Broken['change']): Held {
  const files = Object.entries(changes).map(([file, change]) => [file, change(FILES[file] ?? '')]);
  return hold({ ...FILES, ...Object.fromEntries(files) }, [TEXT]);
}

const counts = (held: Held) => held.verified.map(({ numbers, paragraphs }) => ({ numbers, paragraphs }));

test.each(Object.entries(BROKEN))('%s is reported with place, cause and cure, and nothing else is', (rule, broken) => {
  const { check, verify } = changed(broken.change);
  expect(check).toEqual([]);
  expect(verify.map((problem) => problem.rule)).toEqual([rule]);
  broken.says(formatProblems(verify));
});

test('a report whose records hold gives no problem, and 0 and 0', () => {
  const held = changed({});
  expect(held).toMatchObject({ check: [], verify: [] });
  expect(counts(held)).toEqual([
    { numbers: { all: 79, unaccounted: 0 }, paragraphs: { all: PARAGRAPHS.length, unaccounted: 0 } },
  ]);
});

test('the counts are those of the numbers and of the paragraphs, a paragraph once', () => {
  // Numbers 27人 and 19人; paragraphs 1 and 2 without a record, 19 for its name.
  const held = changed({
    [COUNTY_FILE]: (text) =>
      replace('name: 邻里小院,', 'name: 调解小院, coined: true,')(text).replace(/.*printed: '(?:27|19)人'.*\n/g, ''),
    [SOURCE_FILE]: replace('at: [1, 2, 3]', 'at: [3]'),
  });
  expect(counts(held)).toMatchObject([{ numbers: { unaccounted: 2 }, paragraphs: { unaccounted: 3 } }]);
});

test('paragraphs that stand on one line of the record are counted each', () => {
  const list = PARAGRAPHS.map((text) => `{ section: null, first: '${text.slice(0, 12)}' }`).join(', ');
  const held = changed({
    [SOURCE_FILE]: (text) =>
      replace(
        'at: [1, 2, 3]',
        'at: [3]',
      )(text).replace(/paragraphs:\n(?: {2}- \{ section.*\n)+/, `paragraphs: [${list}]\n`),
  });
  expect(held.verify.map(({ rule }) => rule)).toEqual(['paragraph-unaccounted', 'paragraph-unaccounted']);
  expect(counts(held)).toMatchObject([{ paragraphs: { unaccounted: 2 } }]);
});

test('a record of a paragraph too many is reported, and so is one too few', () => {
  const line = "  - { section: null, first: '聚力强保障' }\n";
  const [much, ...others] = changed({ [SOURCE_FILE]: replace(line, line + line) }).verify;
  expect(much).toMatchObject({ rule: 'source-paragraphs', found: '记了 31 段', expected: '原文有 30 个非空行' });
  expect(others.length).toBeGreaterThan(0);
  // The last paragraph is set aside, and has no record now: the check says so before.
  expect(changed({ [SOURCE_FILE]: replace(line, '') }).check.map(({ rule }) => rule)).toEqual(['paragraph-unknown']);
});

test('a set-aside of one character would let every such character pass', () => {
  const { verify } = changed({ [SOURCE_FILE]: replace('text: 三年共发放', 'text: 三') });
  expect(verify.map(({ rule, found }) => `${rule}: ${found}`)).toEqual([
    'aside-idle: “三”只有一个字，会放过所有同样的字',
  ]);
});

test('a figure said to stand in two paragraphs must stand in both', () => {
  const { verify } = changed({ [COUNTY_FILE]: replace('at: [4, 26]', 'at: [4, 25, 26]') });
  expect(verify.map(({ rule, found }) => `${rule}: ${found}`)).toEqual([
    'printed-absent: 数据 figure-2：第 25 段里没有另外一处 208个',
  ]);
});

test('in a broken line a name belongs to its own half, and to both where it is broken itself', () => {
  const at = (paragraphs: string) => changed({ [COUNTY_FILE]: replace('at: [22, 23]', `at: ${paragraphs}`) }).verify;
  // 五步议 / 事 is broken; 十几位 stands in the first half only.
  expect(at('22')).toEqual([expect.objectContaining({ rule: 'paragraph-unaccounted' })]);
  expect(at('23')).toEqual([]);
  const own = replace('name: 五步议事,', 'name: 十几位村民, aliases: [五步议事],');
  const other = changed({ [COUNTY_FILE]: (text) => replace('at: [22, 23]', 'at: 23')(own(text)) });
  expect(other.verify.map(({ rule }) => rule)).toEqual(['name-absent']);
});

test('a hedge that stands beside the number belongs to it', () => {
  const { verify } = changed({
    [COUNTY_FILE]: replace(
      "printed: '约60个', value: 60, unit: '个场所', bound: about",
      "printed: '60个', value: 60, unit: '个场所'",
    ),
  });
  expect(formatProblems(verify)).toMatchInlineSnapshot(`
    "content/counties/qinghe.mdx:31  figure-disagrees
      读到：数据 figure-21：原文写的是 约60个，bound 写的是 exact
      应为：bound: about
      例如：printed: '约60个'
      怎么改：照原文把数字前后的“约”“不低于”“每月”之类写进 printed，再改 bound 和 per

    共 1 个问题，改好以后再运行 npm run check。
    "
  `);
});

test('a month that stands beside the number belongs to it', () => {
  const { verify } = changed({
    [COUNTY_FILE]: replace(
      "printed: '2600元/月', value: 2600, unit: '元', at: 9, per: [month]",
      "printed: '2600元', value: 2600, unit: '元', at: 9, per: [year]",
    ),
  });
  expect(verify.map(({ rule, found }) => `${rule}: ${found}`)).toEqual([
    'figure-disagrees: 数据 figure-17：原文写的是 2600元/月，per 写的是 [year]',
  ]);
});

test('a text that no record names is not asked for', () => {
  expect(hold(FILES, ['别的报道。', TEXT])).toMatchObject({ check: [], verify: [] });
});

test('without its text a source is a problem, and nothing of it is counted', () => {
  const { verify, verified } = hold(FILES, []);
  expect(verify.map(({ rule }) => rule)).toEqual(['source-checksum']);
  expect(verified).toEqual([]);
});
