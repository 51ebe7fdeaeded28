import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readDocument } from '../../src/atlas/document.ts';
import { loadAtlas } from '../../src/atlas/load.ts';
import type { Problem } from '../../src/atlas/problem.ts';
import { figureSchema } from '../../src/model/figure.ts';
import { agree } from '../../src/model/printed.ts';
import { contentTree } from '../atlas/fixture.ts';
import { FILES, TEXT } from '../verify/report.ts';
import { command, emptyFolder, PROJECT } from './fixture.ts';

const NEW = join(PROJECT, 'src/cli/new.ts');
const CHECK = join(PROJECT, 'src/cli/check.ts');
const VERIFY = join(PROJECT, 'src/cli/verify.ts');
const USAGE =
  '用法：npm run new -- county <id> --text report.txt，例如 npm run new -- county pingjiang --text ../report.txt\n';
const COUNTY = 'content/counties/yunlu.mdx';
const SOURCE = 'content/sources/yunlu.yaml';

/** A folder with a text, for a county yunlu to be drafted from. */
function withText(text: string | Uint8Array): string {
  const root = emptyFolder();
  writeFileSync(join(root, 'report.txt'), text);
  return root;
}

const draft = (root: string) => command(root, [NEW, 'county', 'yunlu', '--text', 'report.txt']);
const read = (root: string, file: string) => readFileSync(join(root, file), 'utf8');

/** The draft's front matter and record through the reader of check and build. */
function readDraft(root: string) {
  const problems: Problem[] = [];
  const county = readDocument(join(root, COUNTY), COUNTY, problems);
  const source = readDocument(join(root, SOURCE), SOURCE, problems);
  expect(problems).toEqual([]);
  return { county: county?.data as { figures: unknown[] }, source: source?.data as Record<string, unknown> };
}

describe('a call that says too little or too much is explained, with status 1', () => {
  test.each([
    [[]],
    [['county']],
    [['county', 'yunlu']],
    [['village', 'yunlu', '--text', 'report.txt']],
    [['county', 'yunlu', 'more', '--text', 'report.txt']],
    [['county', 'yunlu', '--text']],
    [['county', 'yunlu', '--text', 'report.txt', '--force']],
  ])('%j', (args) => {
    expect(command(withText('正文。'), [NEW, ...args])).toMatchObject({ status: 1, stdout: '', stderr: USAGE });
  });
});

describe('what cannot be drafted is said, and nothing is written', () => {
  test.each([
    ['Yun_Lu', 'report.txt', '“Yun_Lu”不能作 id：用小写英文单词和数字，以连字符相连，例如 pingjiang。\n'],
    ['../yunlu', 'report.txt', '“../yunlu”不能作 id：用小写英文单词和数字，以连字符相连，例如 pingjiang。\n'],
    ['yunlu', 'none.txt', '没有 none.txt 这个文件：给出报道的纯文本，例如 --text report.txt。\n'],
    ['yunlu', '.', '没有 . 这个文件：给出报道的纯文本，例如 --text report.txt。\n'],
    ['yunlu', 'gbk.txt', 'gbk.txt 不是 UTF-8 文本：用编辑器另存为 UTF-8 再试。\n'],
    ['yunlu', 'blank.txt', 'blank.txt 里没有文字：给出报道的全文。\n'],
  ])('%s from %s', (id, text, stderr) => {
    const root = withText('正文。');
    writeFileSync(join(root, 'gbk.txt'), Uint8Array.of(0xd4, 0xc6, 0xc2, 0xb4));
    writeFileSync(join(root, 'blank.txt'), '\uFEFF\r\n　\n');
    expect(command(root, [NEW, 'county', id, '--text', text])).toMatchObject({ status: 1, stdout: '', stderr });
    expect(existsSync(join(root, 'content'))).toBe(false);
  });
});

describe('nothing is overwritten', () => {
  test.each([[[COUNTY]], [[SOURCE]], [[COUNTY, SOURCE]]])('%j', (there) => {
    const root = contentTree(Object.fromEntries(there.map((file) => [file, '旧文'])));
    writeFileSync(join(root, 'report.txt'), '正文。');
    expect(draft(root)).toMatchObject({
      status: 1,
      stdout: '',
      stderr: `${there.join('、')} 已经有了，没有改动任何文件：换一个 id，或先移走它。\n`,
    });
    for (const file of [COUNTY, SOURCE]) {
      if (there.includes(file)) expect(read(root, file)).toBe('旧文');
      else expect(existsSync(join(root, file))).toBe(false);
    }
  });
});

test('the two drafts are named, with what to do next', () => {
  expect(draft(withText(TEXT))).toMatchObject({
    status: 0,
    stdout: `写好了 ${COUNTY} 和 ${SOURCE} 的草稿：30 段。\n照原文填好“待填”的地方，删去用不上的行，再运行 npm run check。\n`,
    stderr: '',
  });
});

test('title, date, checksum and paragraphs are drafted as they stand in the text', () => {
  const root = withText(TEXT);
  draft(root);
  const { source } = readDraft(root);
  const fixture = /sha256: (\w+)/.exec(FILES['content/sources/qinghe-2018.yaml'] ?? '')?.[1];
  expect(source).toMatchObject({
    title: '青禾县基层党建工作纪实',
    date: '2018-06-03',
    dateBasis: 'stated',
    sha256: fixture,
  });
  expect(source.paragraphs).toHaveLength(30);
  expect((source.paragraphs as unknown[]).slice(2, 4)).toEqual([
    { section: '聚力打基础', first: '聚力打基础' },
    { section: '聚力打基础', first: '全县共有12个乡镇、20' },
  ]);
});

test('every drafted figure holds what its print is read as', () => {
  const root = withText(
    `${TEXT}收入3000余万元，每户5-10万元，有3个行政村、12个乡镇、6家企业，参加20多万人次，利率2到3%，至少3天。\n`,
  );
  draft(root);
  const figures = readDraft(root).county.figures.map((figure) => figureSchema.parse(figure));
  expect(figures.flatMap((figure) => agree(figure.printed, figure))).toEqual([]);
  expect(figures.length).toBeGreaterThan(65);
  expect(
    figures.filter(({ at }) => at.includes(31)).map((one) => [one.printed, one.value, one.unit, ...one.per]),
  ).toEqual([
    ['3000余万元', 30_000_000, '元'],
    ['每户5-10万元', { min: 50_000, max: 100_000 }, '元', 'household'],
    ['3个', 3, '个'],
    ['12个', 12, '个乡镇'],
    ['6家', 6, '家企业'],
    ['20多万人次', 200_000, '人次'],
    ['2到3%', { min: 2, max: 3 }, '%'],
    ['至少3天', 3, '天'],
  ]);
});

test('every place to be filled in is reported by the check at its line', () => {
  const root = contentTree();
  writeFileSync(join(root, 'report.txt'), TEXT);
  draft(root);
  const marked = [COUNTY, SOURCE].flatMap((file) =>
    read(root, file)
      .split('\n')
      .flatMap((line, i) => (line.includes('待填') ? [`${file}:${i + 1}`] : [])),
  );
  const reported = loadAtlas(root).problems.filter(({ rule }) => rule === 'not-filled-in');
  expect(reported.map(({ file, line }) => `${file}:${line}`)).toEqual(marked);
  expect(marked.length).toBeGreaterThan(60);
  expect(command(root, [CHECK]).status).toBe(1);
});

const SMALL =
  '云麓县工作纪实\n全县有12个乡镇，工资3000元/月，其中近万元的占5%。\n2018年开展“云课”3期。每期2—3天，培训\n200余人。\n';

/** Fills in a draft as a person would, by machine. */
function fillIn(root: string): void {
  const county = read(root, COUNTY)
    .replace('name: 待填', 'name: 云麓县')
    .replace('seal: 待填', 'seal: 云')
    .replace(/period: 待填.*/, "period: { from: '2018' }")
    .replace(/summary: 待填：一句话.*/, 'summary: 讲云课和各村工资的发放办法。')
    .replace('themes: [待填]', 'themes: [training]')
    .replace('    name: 待填', '    name: 云课')
    .replace('    at: 1', '    at: [1, 3]')
    .replace(/summary: 待填：谁.*/, 'summary: 县里为各村干部开设云课。')
    .replaceAll('待填', '云麓县的事');
  writeFileSync(join(root, COUNTY), county);
  writeFileSync(
    join(root, SOURCE),
    read(root, SOURCE)
      .replace('publisher: 待填', 'publisher: null')
      .replace('authors: [待填]', 'authors: []')
      .replaceAll('待填', '照原文填好的话'),
  );
}

describe('a draft that was filled in passes the check and holds against its text', () => {
  test.each([
    ['as it is', SMALL],
    ['with the line ends of Windows', SMALL.replaceAll('\n', '\r\n')],
    ['with a byte order mark', `\uFEFF${SMALL}`],
    ['without a title or headings', SMALL.replace('云麓县工作纪实', '云麓县各村都很忙。')],
    ['with quotation marks and a rare character', SMALL.replace('云麓县工作纪实', "云麓县'𬭼'工作: #纪实")],
  ])('%s', (_, text) => {
    const root = contentTree();
    writeFileSync(join(root, 'report.txt'), text);
    expect(draft(root).stderr).toBe('');
    fillIn(root);
    expect(command(root, [CHECK])).toMatchObject({ status: 0, stderr: '' });
    const verified = command(root, [VERIFY, '.']);
    // The two other counties of the tree have no text here.
    expect(verified.stderr.match(/^content\/\S+/gm)).toEqual([
      'content/sources/lin-2017.yaml:11',
      'content/sources/mou-2018.yaml:10',
    ]);
    expect(verified.stdout).toMatch(/\n未入账的数字：0；未入账的段落：0\n$/);
  });
});

test('a text without a title leaves the title to be filled in', () => {
  const root = withText('今天开会。');
  draft(root);
  expect(readDraft(root).source).toMatchObject({ title: '待填', date: null, dateBasis: 'none' });
});
