import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type ContentDocument, readDocument } from '../../src/atlas/document.ts';
import type { Problem } from '../../src/atlas/problem.ts';
import { BROKEN, FILES, placesOf, replace, reportOf } from './fixture.ts';

const LIN = 'content/counties/lin.mdx';

function read(
  text: string | Uint8Array,
  file = 'content/themes/some.mdx',
): { document?: ContentDocument; rules: string[] } {
  const folder = mkdtempSync(join(tmpdir(), 'atlas-document-'));
  const path = join(folder, 'file');
  writeFileSync(path, text);
  const problems: Problem[] = [];
  const document = readDocument(path, file, problems);
  rmSync(folder, { recursive: true });
  return { ...(document ? { document } : {}), rules: problems.map(({ rule, line }) => `${rule}:${line}`) };
}

describe('a file that is no text', () => {
  test('is reported with what it may be', () => {
    expect(reportOf(BROKEN['file-not-text'])).toMatchInlineSnapshot(`
      "content/terms/picture.yaml:1  file-not-text
        读到：这个文件不是 UTF-8 文本
        应为：UTF-8 编码的纯文本
        例如：用编辑器另存为“UTF-8”
        怎么改：检查是否误放了图片、Word 文档或其他编码的文件

      共 1 个问题，改好以后再运行 npm run check。
      "
    `);
  });

  test.each([
    ['a PNG named .mdx', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)],
    ['UTF-16', Buffer.from('\uFEFF---\nname: 某县\n---\n', 'utf16le')],
    ['GBK', Uint8Array.of(0xc4, 0xb3, 0xcf, 0xd8)],
  ])('is reported, and nothing else about it: %s', (_, bytes) => {
    expect(placesOf({ 'content/counties/extra.mdx': bytes })).toEqual(['file-not-text counties/extra.mdx:1']);
  });
});

describe('front matter', () => {
  test('that is missing is reported with the two lines to write', () => {
    expect(reportOf(BROKEN['front-matter-missing'])).toMatchInlineSnapshot(`
      "content/themes/extra.mdx:1  front-matter-missing
        读到：文件开头没有 ---
        应为：文件以 --- 开始，事实写在两行 --- 之间
        例如：---
              name: 某县
              ---
        怎么改：照着 content/counties 里的另一个文件补上这两行

      共 1 个问题，改好以后再运行 npm run check。
      "
    `);
  });

  test('that does not end is reported as such', () => {
    expect(reportOf({ 'content/themes/extra.mdx': '---\nname: 某题\n' })).toContain(
      '读到：开头的 --- 之后没有找到结尾的 ---',
    );
  });

  test('ends at the first closing line, whatever the prose holds', () => {
    const { document } = read('---\nname: 某题\n---\n\n一\n\n---\n\n二\n');
    expect(document?.data).toEqual({ name: '某题' });
    expect(document?.body).toBe('\n一\n\n---\n\n二\n');
    expect(document?.bodyOffset).toBe(3);
  });
});

describe('YAML that does not parse', () => {
  test('is reported at its line in words, and the parser’s own beside them', () => {
    expect(reportOf(BROKEN['yaml-syntax'])).toMatchInlineSnapshot(`
      "content/counties/lin.mdx:4  yaml-syntax
        读到：同一个字段写了两次（Map keys must be unique）
        应为：合法的 YAML：每个字段一行，缩进用空格，含有冒号、括号、引号的文字加单引号
        例如：- { id: secretary-pay, label: 报酬, printed: '3.6万元' }
        怎么改：两处只留一处

      共 1 个问题，改好以后再运行 npm run check。
      "
    `);
  });

  test.each([
    ['a tab as indent', 'a:\n\tb: 1\n', 'yaml-syntax:3'],
    ['a quote that does not end', "a: 1\nb: 'c\n", 'yaml-syntax:3'],
    ['two colons in a line', 'a: 1\nb: c: d\n', 'yaml-syntax:3'],
    ['an anchor that is not there', 'a: 1\nb: *x\n', 'yaml-syntax:3'],
    ['two documents', 'a: 1\n--- # next\nb: 2\n', 'yaml-syntax:3'],
  ])('is reported at its line: %s', (_, yaml, place) => {
    const { rules, document } = read(`---\n${yaml}---\n`);
    expect(rules).toContain(place);
    expect(document?.data).toBeUndefined();
  });

  test('for an alias bomb is refused before it unfolds', () => {
    const list = (name: string, of: string) => `${name}: &${name} [${Array(9).fill(of).join(', ')}]`;
    const bomb = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'].map((name, i, all) =>
      list(name, i === 0 ? 'x' : `*${all[i - 1]}`),
    );
    expect(placesOf({ 'content/terms/bomb.yaml': `${bomb.join('\n')}\n` })).toEqual(['yaml-syntax terms/bomb.yaml:1']);
  });
});

describe('a date without quotes', () => {
  test('is reported at its line with its quotes', () => {
    expect(reportOf(BROKEN['yaml-unquoted-date'])).toMatchInlineSnapshot(`
      "content/counties/lin.mdx:37  yaml-unquoted-date
        读到：没有引号的日期 2026-01-31
        应为：带引号的文字：日期的精度照原文，不补月日
        例如：'2026-01-31'
        怎么改：在日期两边加上单引号

      共 1 个问题，改好以后再运行 npm run check。
      "
    `);
  });

  test('is read as text, and nothing is made of it', () => {
    const { document, rules } = read('---\na: 2018-05-01\nb: 1.60\nc: "2018-05-01"\n---\n');
    expect(document?.data).toEqual({ a: '2018-05-01', b: 1.6, c: '2018-05-01' });
    expect(rules).toEqual(['yaml-unquoted-date:2']);
  });
});

describe('the line of a value', () => {
  const { document } = read(FILES[LIN] ?? '', LIN);
  const lines = (FILES[LIN] ?? '').split('\n');
  const at = (path: readonly PropertyKey[]) => lines[(document?.lineOf(path) ?? 0) - 1];

  test('is the line on which its name stands', () => {
    expect(at(['seal'])).toBe('seal: 邻');
    expect(at(['initiatives', 1, 'who'])).toBe('    who: 县委组织部');
    expect(at(['figures', 2, 'value', 'min'])).toMatch(/^ {2}- { id: sessions/);
  });

  test('is that of the nearest parent where the value is missing', () => {
    expect(at(['initiatives', 1, 'clause'])).toBe('  - id: training');
    expect(document?.lineOf(['nothing', 'at', 'all'])).toBe(2);
  });

  test('is where the alias stands, not what it stands for', () => {
    const { document: aliased } = read('---\na: &x { b: 1 }\nc: *x\n---\n');
    expect(aliased?.lineOf(['c', 'b'])).toBe(3);
  });
});

test('the id of a record is its file’s name', () => {
  expect(read('name: 两委\n', 'content/terms/two-committees.yaml').document?.id).toBe('two-committees');
});

test('a value that holds a date among words needs no quotes', () => {
  expect(placesOf({ [LIN]: replace('who: 县委组织部', 'who: 2018-05 县委组织部') })).toEqual([]);
});
