import { describe, expect, test } from 'vitest';
import { cutQuery, type Field } from '../../src/search/cut.ts';
import { excerptFor } from '../../src/search/excerpts.ts';
import type { Hit } from '../../src/search/hits.ts';
import type { Row } from '../../src/search/table.ts';
import { record, tableOf } from './fake.ts';

const [row] = tableOf([record('a', '党建示范街')]).rows as [Row];
const fields: Field[] = [
  { role: 'name', text: '党建示范街' },
  { role: 'alias', text: '红色一条街' },
  { role: 'part', text: '文化墙' },
  { role: 'figure', text: '33个：省级贫困村' },
  { role: 'figure', text: '500米：街长' },
  { role: 'summary', text: '沿街布置党建内容。' },
  { role: 'prose', text: '街道两边有文化墙和500米长的灯带。' },
  { role: 'prose', text: '书记项目在这里展示。' },
];
const other = (alias: string) => `又称${alias}。`;

function excerpt(queries: readonly string[], of: readonly Field[] = fields) {
  const hit: Hit = { row, rank: { tier: 'prose', kind: 'initiative', share: 1 }, marks: queries.map(cutQuery) };
  const found = excerptFor(hit, of, other);
  return found && { text: found.text, marked: found.spans.map(({ from, to }) => found.text.slice(from, to)) };
}

describe('the excerpt of a hit', () => {
  test('is the field that holds what was looked for, with that marked', () => {
    expect(excerpt(['书记项目'])).toEqual({ text: '书记项目在这里展示。', marked: ['书记项目'] });
    expect(excerpt(['文化墙'])).toEqual({ text: '文化墙', marked: ['文化墙'] });
  });

  test('is the figure where the query has a number, else the field that holds most', () => {
    expect(excerpt(['500米'])).toEqual({ text: '500米：街长', marked: ['500米'] });
    expect(excerpt(['500', '文化墙', '灯带'])?.text).toBe('500米：街长');
    expect(excerpt(['文化墙', '灯带'])).toEqual({
      text: '街道两边有文化墙和500米长的灯带。',
      marked: ['文化墙', '灯带'],
    });
  });

  test('begins with the whole number of a figure, however far before the hit that stands', () => {
    const of: Field[] = [{ role: 'figure', text: '841万元：为提高村（社区）“两委”干部待遇的村支书工资' }];
    for (const query of ['村支书工资', '干部待遇', '两委'])
      expect(excerpt([query], of)?.text).toMatch(/^(841万元|……[^\d万元])/);
  });

  test('is no figure where no figure holds the number', () => {
    expect(excerpt(['500米长'])?.text).toBe('街道两边有文化墙和500米长的灯带。');
  });

  test('is the summary where the name holds the query, which stands above', () => {
    expect(excerpt(['示范街'])).toEqual({ text: '沿街布置党建内容。', marked: [] });
  });

  test('names the other name where that holds the query, before the summary', () => {
    expect(excerpt(['红色一条街'])).toEqual({ text: '又称红色一条街。沿街布置党建内容。', marked: ['红色一条街'] });
    const english: Field[] = [...fields, { role: 'english', text: 'Model street' }];
    expect(excerpt(['model'], english)).toEqual({ text: '又称Model street。沿街布置党建内容。', marked: ['Model'] });
  });

  test('is a text before another name, where both hold the query', () => {
    const both: Field[] = [...fields, { role: 'prose', text: '人称红色一条街。' }];
    expect(excerpt(['红色一条街'], both)?.text).toBe('人称红色一条街。');
  });

  test('is the summary without marks where the record was found by what people say', () => {
    expect(excerpt([])).toEqual({ text: '沿街布置党建内容。', marked: [] });
  });

  test('is the first text of a record without a summary, and nothing for one that has only a name', () => {
    expect(
      excerpt(
        [],
        fields.filter(({ role }) => role !== 'summary'),
      )?.text,
    ).toBe('红色一条街');
    expect(excerpt(['党建'], fields.slice(0, 1))).toBeUndefined();
    expect(excerpt([], [])).toBeUndefined();
  });
});

describe('the excerpt of a false friend', () => {
  test('is in what its uses differ where it was found by its name, and else the use that was looked for', () => {
    const fields = { name: '“五化”：所指不同', summary: '两县所指不同。', prose: ['衡东县：“五化”是支部的标准。'] };
    const one = record('five', fields, { kind: 'friend' });
    const [row] = tableOf([one]).rows as [Row];
    const rank = { tier: 'name-part', kind: 'friend', share: 0 } as const;
    const of = (text: string) => excerptFor({ row, rank, marks: [cutQuery(text)] }, one.fields, (alias) => alias)?.text;
    expect(of('五化')).toBe('两县所指不同。');
    expect(of('标准')).toBe('衡东县：“五化”是支部的标准。');
  });
});
