import { describe, expect, test } from 'vitest';
import { currentAtlas } from '../../src/atlas/current.ts';
import { buildHints } from '../../src/search/build-hints.ts';
import type { English, Listed, Pinyin, Traditional } from '../../src/search/hints.ts';
import { searchRecords } from '../../src/search/records.ts';
import { ALIASES_AT_ONCE } from '../../src/search/table.ts';
import { record, term } from './fake.ts';

interface Hints {
  readonly words: readonly Listed[];
  readonly everyday: readonly Listed[];
  readonly traditional: Traditional;
  readonly pinyin: Pinyin;
  readonly english: English;
  readonly paraphrases: readonly Listed[];
}

const records = searchRecords(currentAtlas());
const site = buildHints(records) as unknown as Hints;
const small = (...list: Parameters<typeof buildHints>[0]) => buildHints(list) as unknown as Hints;

describe('the table of traditional letters', () => {
  const written = new Set(records.flatMap(({ fields }) => fields.map(({ text }) => text)).join(''));
  const { traditional, simplified } = site.traditional;

  test('has for each letter one that the site writes', () => {
    expect([...traditional].length).toBe([...simplified].length);
    expect(traditional.length).toBeGreaterThan(500);
    for (const letter of simplified) expect(written, letter).toContain(letter);
  });

  test('never changes a letter that the site writes, and has each letter once', () => {
    for (const letter of traditional) expect(written, letter).not.toContain(letter);
    expect(new Set(traditional).size).toBe([...traditional].length);
  });

  test('knows the letters of Taiwan and of Hong Kong, and only those of the content', () => {
    const plain = small(record('a', '党员群众为里')).traditional;
    const of = (letter: string) => plain.simplified[plain.traditional.indexOf(letter)];
    expect([of('黨'), of('員'), of('眾'), of('衆'), of('為'), of('爲'), of('裡'), of('裏')]).toEqual([
      ...'党员众众为为里里',
    ]);
    expect(plain.traditional).not.toContain('書');
  });

  test('leaves a letter alone that the site writes itself beside its simple form', () => {
    expect(small(record('a', '干部乾隆')).traditional.traditional).not.toContain('乾');
    expect(small(record('a', '干部')).traditional.traditional).toContain('乾');
  });
});

describe('the table of pinyin', () => {
  const names = records.flatMap(({ fields }) => fields.filter(({ role }) => role === 'name' || role === 'alias'));
  const letters = new Set(names.map(({ text }) => text).join(''));

  test('has only letters of names, under syllables of a to z', () => {
    for (const [syllable, read] of Object.entries(site.pinyin)) {
      expect(syllable).toMatch(/^[a-z]{1,6}$/);
      for (const letter of read) expect(letters, letter).toContain(letter);
    }
  });

  test('has every Han letter of a name, and none twice under one syllable', () => {
    const read = Object.values(site.pinyin);
    const known = new Set(read.join(''));
    for (const letter of letters) if (/\p{Script=Han}/u.test(letter)) expect(known, letter).toContain(letter);
    for (const list of read) expect(new Set(list).size).toBe([...list].length);
  });

  test('has a letter under its reading in the word and under its usual one', () => {
    const { pinyin } = small(record('a', { name: '重庆绿色', prose: '五化' }));
    expect(pinyin).toEqual({ chong: '重', zhong: '重', lv: '绿', qing: '庆', se: '色' });
  });

  test('is not put off its step by signs, digits and Latin letters in a name', () => {
    const { pinyin } = small(record('a', '“三会一课”APP2.0签到·重庆'));
    expect(pinyin).toMatchObject({ san: '三', hui: '会', yi: '一', ke: '课', qian: '签', dao: '到', chong: '重' });
  });
});

describe('the lists of words', () => {
  test('have the English name of each record in its place', () => {
    expect(site.english.length).toBe(records.length);
    expect(small(record('a', { name: '甲', english: 'A' }), record('b', '乙')).english).toEqual(['A', '']);
  });

  test('have the other names that the table leaves out, by the place of their record', () => {
    const { words } = small(record('a', { name: '甲', alias: '乙' }), term('b', '丙', '丁', '戊'), term('c', '己'));
    expect(words).toEqual([[1, '丁', '戊']]);
    for (const [n] of site.words) expect(ALIASES_AT_ONCE).not.toContain(records[n]?.kind);
  });

  test('have what people say in Chinese and in English apart', () => {
    const everyday = ['老人吃饭', 'where old people eat'];
    const { everyday: chinese, paraphrases } = small(record('a', '甲'), record('b', '长者食堂', { everyday }));
    expect(chinese).toEqual([[1, '老人吃饭']]);
    expect(paraphrases).toEqual([[1, 'where old people eat']]);
  });

  test('have nothing said that a record says itself', () => {
    expect(small(record('a', { name: '长者食堂', prose: '老人吃饭' }, { everyday: ['老人吃饭'] })).everyday).toEqual(
      [],
    );
  });
});
