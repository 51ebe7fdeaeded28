import { describe, expect, test } from 'vitest';
import { byInitial, headOf, typedAs } from '../../src/search/initials.ts';

describe('the head of a name', () => {
  test.each([
    ['支部主题党日', 'Z'],
    ['安全饮水', 'A'],
    ['〇号文件', 'L'],
  ])('%s stands under the letter of its first syllable, %s', (name, head) => {
    expect(headOf(name)).toBe(head);
  });

  test.each([
    ['“三会一课”', 'S'],
    ['《扶持发展方案》', 'F'],
    ['“《办法》”的落实', 'B'],
    ['（试行）办法', 'S'],
  ])('%s is read without its marks, %s', (name, head) => {
    expect(headOf(name)).toBe(head);
  });

  test.each([
    ['重点工业项目', 'Z'],
    ['重阳节慰问', 'C'],
    ['“长者”食堂', 'Z'],
    ['长效机制', 'C'],
    ['调研党建工作', 'D'],
    ['调整撤换村书记', 'T'],
    ['行业扶贫', 'H'],
    ['行动支部', 'X'],
    ['召回撤换', 'Z'],
  ])('%s is read as the word is, %s', (name, head) => {
    expect(headOf(name)).toBe(head);
  });

  test.each([
    ['“20+29+36”事项清单', '0–9'],
    ['2018年培训', '0–9'],
    ['３个统一', '0–9'],
    ['APP签到', 'A'],
    ['ｗeb平台', 'W'],
    ['……', '#'],
  ])('%s stands under %s', (name, head) => {
    expect(headOf(name)).toBe(head);
  });
});

describe('an index by initials', () => {
  const names = ['支部', 'ＡＰＰ', '5个一', '安居', '“支边”', '之一', '安家', '知识', '……'];
  const groups = byInitial(names.map((name) => ({ name })));

  test('has digits first, then the letters that occur, then what has no reading', () => {
    expect(groups.map(({ head }) => head)).toEqual(['0–9', 'A', 'Z', '#']);
    expect(groups.map(({ id }) => id)).toEqual(['digits', 'a', 'z', 'others']);
  });

  test('has every name once', () => {
    expect(groups.flatMap(({ entries }) => entries.map(({ name }) => name)).sort()).toEqual([...names].sort());
  });

  test('is in the order of a dictionary under each letter: by syllable, tone and letter', () => {
    expect(groups[1]?.entries.map(({ name }) => name)).toEqual(['ＡＰＰ', '安家', '安居']);
    expect(groups[2]?.entries.map(({ name }) => name)).toEqual(['之一', '“支边”', '支部', '知识']);
  });

  test('keeps the order of names that are alike', () => {
    const twins = [
      { name: '培训', n: 1 },
      { name: '“培训”', n: 2 },
    ];
    expect(byInitial(twins)[0]?.entries.map(({ n }) => n)).toEqual([1, 2]);
  });
});

describe('a name as it is typed', () => {
  test('is its syllables without tones or its initials', () => {
    expect(typedAs('党建“四个一”')).toEqual({ full: 'dangjiansigeyi', initials: 'djsgy' });
    expect(typedAs('绿色')).toEqual({ full: 'lvse', initials: 'ls' });
  });
});
