import { readFileSync } from 'node:fs';
import { isAlias, isMap, isNode, isScalar, isSeq, LineCounter, type Node, parseDocument, Scalar, visit } from 'yaml';
import type { Problem } from './problem.ts';

/** A content file cut into its typed part and its prose, with the lines that each value came from. */
export interface ContentDocument {
  /** The file's name without ending: the record's id. */
  readonly id: string;
  /** Path from the project's root. */
  readonly file: string;
  /** The front matter, or the whole of a YAML file, as plain values; undefined where it could not be read. */
  readonly data: unknown;
  /** The whole file as it was read. */
  readonly text: string;
  /** The MDX below the front matter; empty for YAML. */
  readonly body: string;
  /** How many lines stand before the body, to turn its lines into the file's. */
  readonly bodyOffset: number;
  /** The line of a value by its path; of the nearest parent where the value is missing. */
  lineOf(path: readonly PropertyKey[]): number;
}

const FRONT_MATTER = /^---[ \t]*\r?\n(?:([\s\S]*?)\r?\n)??---[ \t]*(?:\r?\n|$)/;

/**
 * Reads one content file. There is this one reader for build, check and tests: js-yaml, which Astro uses by itself, makes
 * dates of `2018-05-01` and loses the zero of `1.60`.
 */
export function readDocument(path: string, file: string, problems: Problem[]): ContentDocument | undefined {
  const id = (file.split('/').at(-1) ?? '').replace(/\.[a-z]+$/, '');
  const text = decode(readFileSync(path));
  if (text === undefined) {
    problems.push({
      rule: 'file-not-text',
      file,
      line: 1,
      found: '这个文件不是 UTF-8 文本',
      expected: 'UTF-8 编码的纯文本',
      example: '用编辑器另存为“UTF-8”',
      next: '检查是否误放了图片、Word 文档或其他编码的文件',
    });
    return undefined;
  }
  if (file.endsWith('.yaml'))
    return yamlDocument({ id, file, text, yaml: text, yamlOffset: 0, body: '', bodyOffset: 0 }, problems);
  const match = FRONT_MATTER.exec(text);
  if (!match) {
    problems.push({
      rule: 'front-matter-missing',
      file,
      line: 1,
      found: text.startsWith('---') ? '开头的 --- 之后没有找到结尾的 ---' : '文件开头没有 ---',
      expected: '文件以 --- 开始，事实写在两行 --- 之间',
      example: '---\n        name: 某县\n        ---',
      next: '照着 content/counties 里的另一个文件补上这两行',
    });
    return undefined;
  }
  const yaml = match[1] ?? '';
  const bodyOffset = match[0].split('\n').length - 1;
  return yamlDocument({ id, file, text, yaml, yamlOffset: 1, body: text.slice(match[0].length), bodyOffset }, problems);
}

interface Parts {
  readonly id: string;
  readonly text: string;
  readonly file: string;
  readonly yaml: string;
  readonly yamlOffset: number;
  readonly body: string;
  readonly bodyOffset: number;
}

function yamlDocument(parts: Parts, problems: Problem[]): ContentDocument {
  const counter = new LineCounter();
  const document = parseDocument(parts.yaml, { lineCounter: counter, prettyErrors: false });
  const lineAt = (offset: number) => counter.linePos(offset).line + parts.yamlOffset;
  for (const error of [...document.errors, ...document.warnings]) {
    problems.push(syntaxProblem(parts.file, lineAt(error.pos[0]), error.code, error.message));
  }
  let unresolved = false;
  visit(document, {
    Scalar(_, node) {
      if (node.type !== Scalar.PLAIN || typeof node.value !== 'string') return;
      if (!/^\d{4}-\d{2}(-\d{2})?$/.test(node.value)) return;
      problems.push({
        rule: 'yaml-unquoted-date',
        file: parts.file,
        line: lineAt(node.range?.[0] ?? 0),
        found: `没有引号的日期 ${node.value}`,
        expected: '带引号的文字：日期的精度照原文，不补月日',
        example: `'${node.value}'`,
        next: '在日期两边加上单引号',
      });
    },
  });
  if (document.errors.length === 0) {
    visit(document, {
      Alias(_, node) {
        if (node.resolve(document)) return;
        const line = lineAt(node.range?.[0] ?? 0);
        problems.push(syntaxProblem(parts.file, line, 'ALIAS', `*${node.source}`));
        unresolved = true;
      },
    });
  }
  let data: unknown;
  if (document.errors.length === 0 && !unresolved) {
    try {
      data = document.toJS({ maxAliasCount: 20 });
    } catch (error) {
      problems.push(
        syntaxProblem(parts.file, 1 + parts.yamlOffset, 'ALIAS', error instanceof Error ? error.message : ''),
      );
    }
  }
  return {
    id: parts.id,
    file: parts.file,
    text: parts.text,
    data,
    body: parts.body,
    bodyOffset: parts.bodyOffset,
    lineOf: (path) => lineAt(offsetOf(document.contents, path)),
  };
}

function offsetOf(root: unknown, path: readonly PropertyKey[]): number {
  let node = root;
  let offset = startOf(node);
  for (const key of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(key));
      if (!pair) return offset;
      offset = startOf(pair.key);
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(key)];
      offset = node === undefined ? offset : startOf(node);
    } else {
      return offset;
    }
    if (isAlias(node)) return offset;
  }
  return offset;
}

function startOf(node: unknown): number {
  return isNode(node) ? ((node as Node).range?.[0] ?? 0) : 0;
}

const SYNTAX_WORDS: Readonly<Record<string, string>> = {
  DUPLICATE_KEY: '同一个字段写了两次',
  BAD_INDENT: '缩进不对',
  TAB_AS_INDENT: '用了制表符缩进',
  MISSING_CHAR: '少了一个引号或括号',
  BLOCK_AS_IMPLICIT_KEY: '一行里出现了两个冒号，或上一行没有结束',
  MULTILINE_IMPLICIT_KEY: '字段名跨了行，可能上一行少了引号或括号',
  ALIAS: '别名（*）引用得太多或没有定义',
};

const SYNTAX_CURES: Readonly<Record<string, string>> = {
  DUPLICATE_KEY: '两处只留一处',
  ALIAS: '不用 & 和 *，把内容写出来',
};

function syntaxProblem(file: string, line: number, code: string, message: string): Problem {
  return {
    rule: 'yaml-syntax',
    file,
    line,
    found: `${SYNTAX_WORDS[code] ?? '这里不是合法的 YAML'}（${message.split('\n')[0] ?? code}）`,
    expected: '合法的 YAML：每个字段一行，缩进用空格，含有冒号、括号、引号的文字加单引号',
    example: "- { id: secretary-pay, label: 报酬, printed: '3.6万元' }",
    next: SYNTAX_CURES[code] ?? '看这一行和上一行的引号、括号与缩进',
  };
}

function decode(bytes: Uint8Array): string | undefined {
  if (bytes.includes(0)) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
