import { expect, test } from 'vitest';
import { formatProblems, type Problem, sortProblems } from '../../src/atlas/problem.ts';

const problem = (file: string, line: number, more: Partial<Problem> = {}): Problem => ({
  rule: 'field-value',
  file,
  line,
  found: '甲',
  expected: '乙',
  example: 'a: 1',
  next: '改',
  ...more,
});

test('no problems are no text', () => {
  expect(formatProblems([])).toBe('');
});

test('the text names place and rule, then four lines, and ends with the count', () => {
  expect(
    formatProblems([problem('content/b.mdx', 2, { rule: 'id-twice' }), problem('content/a.mdx', 10)]),
  ).toMatchInlineSnapshot(`
    "content/a.mdx:10  field-value
      读到：甲
      应为：乙
      例如：a: 1
      怎么改：改

    content/b.mdx:2  id-twice
      读到：甲
      应为：乙
      例如：a: 1
      怎么改：改

    共 2 个问题，改好以后再运行 npm run check。
    "
  `);
});

test('problems stand by file, then by line as a number, then by rule, then by what was found', () => {
  const list = [
    problem('b', 1),
    problem('a', 10),
    problem('a', 9, { found: '丙' }),
    problem('a', 9, { rule: 'id-twice' }),
    problem('a', 9, { found: '丁' }),
  ];
  expect(sortProblems(list).map(({ file, line, rule, found }) => `${file}:${line} ${rule} ${found}`)).toEqual([
    'a:9 field-value 丁',
    'a:9 field-value 丙',
    'a:9 id-twice 甲',
    'a:10 field-value 甲',
    'b:1 field-value 甲',
  ]);
});

test('the list that is sorted stays as it was', () => {
  const list = [problem('b', 1), problem('a', 1)];
  sortProblems(list);
  expect(list.map(({ file }) => file)).toEqual(['b', 'a']);
});
