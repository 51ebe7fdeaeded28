import { describe, expect, test } from 'vitest';
import { withWords } from '../../src/search/table.ts';
import { Thesaurus } from '../../src/search/thesaurus.ts';
import { idsOf, record, tableOf, term } from './fake.ts';

const records = [
  term('secretary', '村党组织书记', '村支书', '“村官”'),
  term('resident', '驻村工作队', '驻村干部'),
  record('canteen', { name: '长者食堂', alias: '老年食堂' }),
  record('school', '农民夜校'),
];
const table = withWords(tableOf(records), [
  [0, '村支书', '“村官”'],
  [1, '驻村干部'],
]);
const rowsOf = (rows: Iterable<(typeof table.rows)[number]>) => idsOf([...rows].map((row) => ({ row })));

function learned() {
  const thesaurus = new Thesaurus(table);
  thesaurus.learn([
    [2, '老人在哪吃饭', '吃饭便宜'],
    [3, '晚上去上课'],
  ]);
  return thesaurus;
}

describe('synonyms', () => {
  const thesaurus = new Thesaurus(table);

  test('are all forms of a term, the one asked for first', () => {
    expect(thesaurus.synonyms('村支书')).toEqual(['村支书', '村党组织书记', '“村官”']);
    expect(thesaurus.synonyms('村党组织书记')).toEqual(['村党组织书记', '村支书', '“村官”']);
  });

  test('are found without signs that count for nothing', () => {
    expect(new Set(thesaurus.synonyms('村官'))).toEqual(new Set(['村支书', '村党组织书记', '“村官”']));
    expect(thesaurus.synonyms('村支书。')).toEqual(thesaurus.synonyms('村支书'));
  });

  test('are none for a word that is no term, even where it is a practice with other names', () => {
    expect(thesaurus.synonyms('食堂')).toBeUndefined();
    expect(thesaurus.synonyms('长者食堂')).toBeUndefined();
    expect(thesaurus.synonyms('')).toBeUndefined();
  });

  test('of a word that two terms have are those of both', () => {
    const both = withWords(tableOf([term('a', '甲一', '共同'), term('b', '乙一', '共同')]), [
      [0, '共同'],
      [1, '共同'],
    ]);
    expect(new Set(new Thesaurus(both).synonyms('共同'))).toEqual(new Set(['共同', '甲一', '乙一']));
    expect(new Set(new Thesaurus(both).synonyms('甲一'))).toEqual(new Set(['甲一', '共同']));
  });
});

describe('a question of the site', () => {
  test('is what people say for it, beside what they say for practices', () => {
    const asked = tableOf([record('q', '村集体的钱从哪里来', { kind: 'question' }), record('a', '甲')]);
    const thesaurus = new Thesaurus(asked);
    thesaurus.learn([[1, '钱从哪里来']]);
    const like = thesaurus.likeness('村集体的钱是从哪里来的');
    expect(like.get(asked.rows[0] as (typeof asked.rows)[number])).toBeGreaterThan(0.7);
    expect(rowsOf(thesaurus.saidOf('从哪里来'))).toEqual(['a', 'q']);
  });
});

describe('the county that a word names', () => {
  test('is found by its whole name and without 县', () => {
    const thesaurus = new Thesaurus(table);
    expect(thesaurus.county('衡东县')).toBe('hengdong');
    expect(thesaurus.county('衡东')).toBe('hengdong');
    expect(thesaurus.county('衡')).toBeUndefined();
    expect(thesaurus.county('长沙县')).toBeUndefined();
  });

  test('keeps both letters of a name of two', () => {
    const short = new Thesaurus({ ...table, counties: [{ id: 'she', name: '歙县', seal: '歙', date: '' }] });
    expect(short.county('歙县')).toBe('she');
    expect(short.county('歙')).toBeUndefined();
  });
});

describe('what people say', () => {
  test('is not known before it was learned', () => {
    const thesaurus = new Thesaurus(table);
    expect(thesaurus.saidOf('吃饭').size).toBe(0);
    expect(thesaurus.likeness('老人吃饭').size).toBe(0);
  });

  test('gives the records for which a word is said, each once', () => {
    expect(rowsOf(learned().saidOf('吃饭'))).toEqual(['canteen']);
    expect(rowsOf(learned().saidOf('上'))).toEqual(['school']);
    expect(learned().saidOf('开会').size).toBe(0);
  });

  test('is more like a query the more letters and pairs they share, up to all', () => {
    const like = (query: string) =>
      learned()
        .likeness(query)
        .get(table.rows[2] as (typeof table.rows)[number]) ?? 0;
    expect(like('老人在哪吃饭')).toBe(1);
    // 老, 人, 吃, 饭, 老人, 吃饭 of 7 and 11.
    expect(like('老人吃饭')).toBeCloseTo(12 / 18);
    expect(like('老人吃饭')).toBeGreaterThan(like('吃饭的老人家'));
    expect(like('开会')).toBe(0);
  });

  test('counts for the phrase of a record that is most like the query', () => {
    expect(
      learned()
        .likeness('吃饭便宜')
        .get(table.rows[2] as (typeof table.rows)[number]),
    ).toBe(1);
    expect(rowsOf(learned().likeness('去吃饭').keys()).sort()).toEqual(['canteen', 'school']);
  });

  test('of a record that the table does not have is passed over', () => {
    const thesaurus = new Thesaurus(table);
    thesaurus.learn([[99, '吃饭']]);
    expect(thesaurus.saidOf('吃饭').size).toBe(0);
  });
});
