import { describe, expect, test } from 'vitest';
import { append, type Changes, FILES, load, placesOf, replace, reportOf } from './fixture.ts';

const LIN = 'content/counties/lin.mdx';
const TERMS = 'content/changes/terms.yaml';
const found = (changes: Changes) => load(changes).problems.map(({ rule, found: words }) => `${rule} ${words}`);
/** A county's file with one more change. */
const withChange = (change: string) => ({
  [LIN]: replace('---\n## 报酬', `  - { date: '2026-03-01', ${change} }\n---\n## 报酬`),
});

describe('a change of a county', () => {
  test.each([
    ['of the whole report', 'kind: corrected, field: coverage, from: complete, to: partial, why: 没有收全。'],
    [
      'of a practice by an id that it had before',
      'kind: corrected, record: old-training, field: who, to: 县委组织部, why: 补写主体。',
    ],
    ['of a remark', 'kind: added, record: remark-vague-number, why: 补写存疑。'],
    [
      'of a record that was removed later',
      "kind: removed, record: gone, name: 走访, why: 原文没有写。 }\n  - { date: '2026-02-01', kind: added, record: gone, why: 补入走访。",
    ],
    [
      'of prose, which stands in no field',
      'kind: corrected, record: pay, field: text, from: 发放, to: 按月发放, why: 补写按月。',
    ],
    [
      'that a later one has overtaken',
      "kind: corrected, record: fig-trained, field: printed, from: 几人, to: 数百人, why: 抄错过。 }\n  - { date: '2026-03-02', kind: corrected, record: fig-trained, field: printed, from: 数百人, to: 数十人, why: 又抄错。",
    ],
  ])('may be one %s', (_, change) => {
    expect(found(withChange(change))).toEqual([]);
  });

  test.each([
    [
      'a record that is not there',
      'kind: added, record: fig-trainee, why: 补入一条。',
      'reference-unknown 没有 id 为 fig-trainee 的记录',
    ],
    [
      'a figure by its bare id',
      'kind: added, record: trained, why: 补入一条。',
      'reference-unknown 没有 id 为 trained 的记录',
    ],
    [
      'a record removed that is still there',
      'kind: removed, record: pay, name: 报酬, why: 没有写。',
      'change-removed 写作删去的记录 pay 还在',
    ],
    [
      'a field that the record has not',
      'kind: corrected, record: pay, field: printed, to: 三千元, why: 抄错过。',
      'change-field pay 没有 printed 这个字段',
    ],
    [
      'its own id as a field',
      'kind: corrected, record: pay, field: id, to: pay, why: 改过名。',
      'change-field pay 没有 id 这个字段',
    ],
    [
      'a value that is not the record’s',
      'kind: corrected, record: fig-trained, field: bound, from: over, to: about, why: 抄错过。',
      'change-stale fig-trained 的 bound 改作 about，记录里现在是 vague',
    ],
    [
      'nothing where the record says something',
      'kind: corrected, record: fig-trained, field: unit, from: 名, why: 抄错过。',
      'change-stale fig-trained 的 unit 改作 （不写），记录里现在是 人',
    ],
    [
      'one field twice a day',
      "kind: corrected, record: fig-trained, field: unit, from: 名, to: 人, why: 抄错过。 }\n  - { date: '2026-03-01', kind: corrected, record: fig-trained, field: unit, from: 个, to: 人, why: 抄错过。",
      'id-twice 2026-03-01 fig-trained 的 unit 在第 38 行已经写过',
    ],
    [
      'a bare quantity in its reason',
      'kind: added, record: fig-trained, why: 原文写了12人。',
      'quantity-in-prose 直接写在文字里的数量 12人',
    ],
    [
      'a figure in its reason that is not there',
      "kind: added, record: fig-trained, why: '见{nowhere}。'",
      'reference-unknown 没有 id 为 lin/nowhere 的数据',
    ],
  ])('may not name %s', (_, change, expected) => {
    expect(found(withChange(change))).toEqual([expected]);
  });

  test('is not blamed for a record that fails its schema', () => {
    const broken = { [LIN]: replace('bound: vague', 'bound: vag') };
    expect(placesOf(broken)).toEqual(['field-value counties/lin.mdx:14']);
  });
});

describe('a change of what cuts across counties', () => {
  test.each([
    [
      'a record that is not there',
      'kind: added, record: two-committee, why: 补入一条。',
      'reference-unknown 没有 id 为 two-committee 的记录',
    ],
    [
      'words that do not stand in the record',
      'kind: corrected, record: two-committees, field: explanation, from: 村里, to: 镇里, why: 写错过。',
      'change-stale',
    ],
    [
      'prose where there is none',
      'kind: corrected, record: two-committees, field: text, from: 村里, to: 镇里, why: 写错过。',
      'change-field two-committees 没有 text 这个字段',
    ],
  ])('may not name %s', (_, change, expected) => {
    const [problem, ...more] = found({ [TERMS]: append(`  - { date: '2026-03-01', ${change} }`) });
    expect(problem?.startsWith(expected), problem).toBe(true);
    expect(more).toEqual([]);
  });

  test('stands in a file that is called after the folder', () => {
    const problems = placesOf({ 'content/changes/term.yaml': FILES[TERMS] ?? '', [TERMS]: null });
    expect(problems).toEqual(['file-name changes/term.yaml:1']);
  });
});

test('a correction that the record has left behind is told with what stands there now', () => {
  expect(reportOf({ [LIN]: replace("to: '数十人'", "to: '几十人'") })).toMatchInlineSnapshot(`
    "content/counties/lin.mdx:37  change-stale
      读到：fig-trained 的 printed 改作 几十人，记录里现在是 数十人
      应为：最近一次更正的 to 就是记录现在的写法；原来的写法不写时，记录里也不再有 from
      例如：to: '数十人'
      怎么改：记录又改过的，再加一条更正；写错的，改 to

    共 1 个问题，改好以后再运行 npm run check。
    "
  `);
});

test('a correction without its field is told with an example', () => {
  expect(reportOf({ [LIN]: replace('field: printed, ', '') })).toMatchInlineSnapshot(`
    "content/counties/lin.mdx:37  field-missing
      读到：缺少字段 changes 第 1 条的 field
      应为：改动的字段，照记录里的名称；正文写 text
      例如：field: nature
      怎么改：补上这个字段

    共 1 个问题，改好以后再运行 npm run check。
    "
  `);
});
