import { describe, expect, test } from 'vitest';
import { parseProse, plainText } from '../../src/atlas/prose.ts';

const words = (body: string) =>
  plainText(parseProse(body).prose?.tree.children ?? [], (component, id) =>
    component === 'Figure' ? `[${id}]` : undefined,
  );

describe('plain text', () => {
  test.each([
    ['drops marks', '**甲**和*乙*，`丙`', '甲和乙，丙'],
    ['puts blocks on lines of their own', '## 标题\n\n第一段\n\n- 一\n- 二', '标题\n第一段\n一\n二'],
    ['puts the words of a component in its place', '工资为 <Figure id="pay" />，按月', '工资为 [pay]，按月'],
    [
      'keeps the words within other components',
      '<Initiative id="a">\n书记<Term id="t">两委</Term>\n</Initiative>',
      '书记两委',
    ],
    ['puts each cell of a table on a line', '| 甲 | 乙 |\n| --- | --- |\n| 一 | 二 |', '甲\n乙\n一\n二'],
    ['keeps blanks between Latin words', 'the new 报酬 rule', 'the new 报酬 rule'],
    ['breaks the line where the author broke it', '甲\\\n乙', '甲\n乙'],
    ['is empty for an empty body', '\n\n', ''],
  ])('%s', (_, body, text) => {
    expect(words(body)).toBe(text);
  });
});

describe('the components of a body', () => {
  test('are listed in order with their ids and lines', () => {
    const { prose } = parseProse(
      '甲<Figure id="a" />\n\n<Initiative id="b">\n乙<Ref id="c" />\n</Initiative>\n\n<Term id={x} />',
    );
    expect(prose?.placed.map(({ component, id, line }) => [component, id, line])).toEqual([
      ['Figure', 'a', 1],
      ['Initiative', 'b', 3],
      ['Ref', 'c', 4],
      ['Term', undefined, 7],
    ]);
  });
});

describe('a fault of syntax', () => {
  const places = (body: string) => parseProse(body).faults.map(({ line, near }) => `${line} ${near}`);

  test.each([
    ['a tag that does not end', '甲\n乙<br>丙<Figure id="x" />', ['2 <br>']],
    ['an import after a component', '<Figure id="a" />好\n\nimport 5', ['3 import 5']],
    ['an expression before a component', '{2025年\n\n<Figure id="a" />', ['1 {2025年']],
    ['a tag within a block', '<Initiative id="a">\n\n- 一<br>二\n\n</Initiative>', ['3 <br>']],
    ['a wrong end', '<Initiative id="a">\n\n<Figure id="b">\n\n</Initiative>', ['3 <Figure id="b">']],
    ['a less-than sign before a brace', '增速<5%，{2025年}', ['1 {2025年}', '1 <5%，{2025年}']],
  ])('is placed where it stands, not where the parser stopped: %s', (_, body, expected) => {
    expect(places(body).sort()).toEqual(expected.sort());
  });

  test('leaves the rest to be read', () => {
    const { prose } = parseProse('甲<br>\n\n乙<Figure id="x" />');
    expect(prose?.placed.map(({ component, line }) => `${component} ${line}`)).toEqual(['Figure 3']);
  });

  test('ends the search after thirty', () => {
    expect(parseProse('增速<5%\n\n'.repeat(40)).faults).toHaveLength(30);
  });
});

test('emphasis works beside Chinese punctuation', () => {
  expect(words('**“甲”**乙')).toBe('“甲”乙');
});
