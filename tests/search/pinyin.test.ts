import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lettersOf, readingsOf, readPinyin } from '../../src/search/pinyin.ts';

const table = {
  an: '安',
  chong: '重',
  dang: '党',
  dian: '点',
  fan: '范',
  hua: '化',
  hui: '会',
  ji: '记',
  jian: '建',
  jie: '街',
  ke: '课',
  lv: '绿',
  qing: '庆',
  san: '三',
  se: '色',
  shi: '示',
  shu: '书',
  wu: '五',
  xi: '西',
  xian: '先',
  yi: '一',
  zhong: '重中',
};
const readings = readingsOf(table);
const read = (query: string, ...names: string[]) => readPinyin(query, names, readings);
const texts = (query: string, ...names: string[]) => read(query, ...names).map(({ text }) => text);

describe('the readings of letters', () => {
  test('are all syllables under which a letter stands', () => {
    expect(readings.get('重')).toEqual(['chong', 'zhong']);
    expect(readings.get('中')).toEqual(['zhong']);
    expect(readings.get('没')).toBeUndefined();
  });
});

describe('the letters of a query', () => {
  test('are without case, tones and blanks, and say where a syllable has to begin', () => {
    expect(lettersOf('Xī’ān')).toEqual({ letters: 'xian', breaks: new Set([2]) });
    expect(lettersOf('dang  jian ')).toEqual({ letters: 'dangjian', breaks: new Set([4, 8]) });
    expect(lettersOf('lüse').letters).toBe('lvse');
  });
});

describe('a query in pinyin', () => {
  test('in full is a name, the beginning of one, or a stretch inside of one, nearest first', () => {
    const found = read('dangjian', '五化党建', '党建示范街', '党建');
    expect(found).toEqual([{ text: '党建', distance: 0 }]);
    expect(read('dangjian', '党建示范街')).toEqual([{ text: '党建', distance: 1 }]);
    expect(read('dangjian', '五化党建')).toEqual([{ text: '党建', distance: 2 }]);
    expect(texts('dangjian', '三会一课')).toEqual([]);
  });

  test('may have blanks, apostrophes, capitals and tone marks', () => {
    for (const query of ['dang jian', "dang'jian", 'DangJian', 'dǎng jiàn', ' dangjian ', 'DÀNGJIĀN']) {
      expect(texts(query, '党建示范街'), query).toEqual(['党建']);
    }
  });

  test('with a blank is read across it last of all', () => {
    expect(texts('xian', '西安', '先')).toEqual(['西安', '先']);
    const [apart, across] = read('xi an', '先', '西安');
    expect(apart).toEqual({ text: '西安', distance: 0 });
    expect(across?.distance ?? 9).toBeGreaterThan(read('xa', '西安')[0]?.distance ?? 9);
  });

  test('by initials is a name, its beginning, or three letters of its inside and more', () => {
    expect(texts('djsfj', '党建示范街')).toEqual(['党建示范街']);
    expect(texts('dj', '党建示范街')).toEqual(['党建']);
    expect(texts('sfj', '党建示范街')).toEqual(['示范街']);
    expect(texts('sf', '党建示范街')).toEqual([]);
    expect(texts('d j s', '党建示范街')).toEqual(['党建示']);
  });

  test('may end within a syllable', () => {
    expect(read('dangji', '党建')).toEqual([{ text: '党建', distance: 0.5 }]);
    expect(texts('wuh', '五化')).toEqual(['五化']);
    expect(texts('dangjo', '党建')).toEqual([]);
  });

  test('finds a letter of several readings by each', () => {
    expect(texts('chongqing', '重庆')).toEqual(['重庆']);
    expect(texts('zhongdian', '重点')).toEqual(['重点']);
    expect(texts('zq', '重庆')).toEqual(['重庆']);
    expect(texts('cd', '重点')).toEqual(['重点']);
  });

  test('may mix syllables and initials', () => {
    expect(texts('dangjsfj', '党建示范街')).toEqual(['党建示范街']);
    expect(texts('djianshifj', '党建示范街')).toEqual(['党建示范街']);
    expect(read('dangjsfj', '党建示范街')[0]?.distance).toBeGreaterThan(read('djsfj', '党建示范街')[0]?.distance ?? 0);
  });

  test('takes ü and v for one', () => {
    expect(texts('lvse', '绿色')).toEqual(['绿色']);
    expect(texts('lüse', '绿色')).toEqual(['绿色']);
    expect(texts('LÜSE', '绿色')).toEqual(['绿色']);
    expect(texts('luse', '绿色')).toEqual([]);
  });

  test('gives a stretch as it is written, with the signs inside of it', () => {
    const name = '“大党建、大组工”';
    const readings = readingsOf({ da: '大', dang: '党', jian: '建', zu: '组', gong: '工' });
    expect(readPinyin('dadangjiandazugong', [name], readings)[0]?.text).toBe('大党建、大组工');
    expect(readPinyin('ddjdzg', [name], readings)[0]?.text).toBe('大党建、大组工');
  });

  test('takes ü with a tone mark for ü', () => {
    expect(lettersOf('lǜsè').letters).toBe('lvse');
    expect(lettersOf('lu\u0308\u0300se\u0300').letters).toBe('lvse');
  });

  test('passes over quotation marks in a name, and reads its Latin letters as they are', () => {
    expect(texts('sanhuiyike', '“三会一课”')).toEqual(['三会一课']);
    expect(texts('shyk', '“三会一课”')).toEqual(['三会一课']);
    expect(texts('dangjianapp', '党建APP')).toEqual(['党建APP']);
  });

  test('of one letter is nothing', () => {
    expect(texts('d', '党建')).toEqual([]);
    expect(texts('', '党建')).toEqual([]);
    expect(texts('1 2', '党建')).toEqual([]);
  });

  test('gives each stretch once, by its nearest reading, full before initials before a mixture', () => {
    const found = read('shiyi', '示一', '示一会', '党示一', '书会一课');
    expect(found).toEqual([{ text: '示一', distance: 0 }]);
    const [full, initials] = [read('dangjian', '党建'), read('dj', '党建')].map(([one]) => one?.distance ?? 0);
    expect(full).toBeLessThan(initials ?? 0);
    const names = ['一化三记', '会书建一', '会示街', '三会一课'];
    expect(texts('hsj', ...names)).toEqual(['会示街', '会书建', '化三记']);
  });

  test('finds any stretch of any name by its syllables, run together or apart, and by its initials', () => {
    const letters = [...new Set(Object.values(table).join(''))];
    const name = fc.array(fc.constantFrom(...letters), { minLength: 2, maxLength: 7 });
    fc.assert(
      fc.property(name, fc.nat(), fc.nat(), fc.infiniteStream(fc.nat()), (signs, a, b, picks) => {
        const from = a % (signs.length - 1);
        const to = from + 2 + (b % (signs.length - from - 1));
        const stretch = signs.slice(from, to);
        const syllables = stretch.map((sign) => {
          const all = readings.get(sign) ?? [];
          return all[picks.next().value % all.length] ?? '';
        });
        const whole = signs.join('');
        expect(texts(syllables.join(''), whole)).toContain(stretch.join(''));
        expect(texts(syllables.join(' '), whole)).toContain(stretch.join(''));
        const initials = syllables.map((syllable) => syllable[0]).join('');
        if (initials.length >= 3) expect(texts(initials, whole)).toContain(stretch.join(''));
      }),
      { numRuns: 1000 },
    );
  });
});
