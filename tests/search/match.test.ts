import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutQuery } from '../../src/search/cut.ts';
import { excerptOf, numbersIn, spansOf, withoutOverlap } from '../../src/search/match.ts';

const marks = (text: string, query: string) =>
  spansOf(text, cutQuery(query)).map(({ from, to }) => text.slice(from, to));

describe('spansOf', () => {
  it('gives every place of a query in a text, with the signs that stand inside it', () => {
    expect(marks('“五化”建设和五化建设', '五化建设')).toEqual(['五化”建设', '五化建设']);
    expect(marks('工资3053元/月', '3053元/月')).toEqual(['3053元/月']);
    expect(marks('全年212.49亿元', '2.49')).toEqual(['2.49']);
    expect(marks('增长18.7％', '18.7%')).toEqual(['18.7％']);
    expect(marks('Party Building', 'ｐａｒｔｙ')).toEqual(['Party']);
  });

  it('finds nothing across punctuation, and nothing for an empty query', () => {
    expect(marks('甲，乙', '甲乙')).toEqual([]);
    expect(marks('2.49', '249')).toEqual([]);
    expect(marks('18.7%', '187')).toEqual([]);
    expect(spansOf('五化', [])).toEqual([]);
    expect(marks('', '五')).toEqual([]);
  });

  it('gives places that do not overlap, in order', () => {
    expect(spansOf('村村村村村', cutQuery('村村'))).toEqual([
      { from: 0, to: 2 },
      { from: 2, to: 4 },
    ]);
  });
});

describe('withoutOverlap', () => {
  it('puts spans in order, and of two that share letters keeps the one that begins first, or else the longer', () => {
    const spans = [
      { from: 4, to: 6 },
      { from: 0, to: 2 },
      { from: 3, to: 5 },
      { from: 0, to: 3 },
      { from: 5, to: 7 },
    ];
    expect(withoutOverlap(spans)).toEqual([
      { from: 0, to: 3 },
      { from: 3, to: 5 },
      { from: 5, to: 7 },
    ]);
    expect(withoutOverlap([])).toEqual([]);
  });
});

describe('numbersIn', () => {
  it('gives each number in digits with its scale and its unit', () => {
    const text = '2018年投入841万元，增长18.7％，10—15万人，3次，1,234多户，共十个。';
    expect(numbersIn(text).map(({ from, to }) => text.slice(from, to))).toEqual([
      '2018年',
      '841万元',
      '18.7％',
      '10—15万人',
      '3次',
      '1,234多户',
    ]);
    expect(numbersIn('没有')).toEqual([]);
  });
});

describe('excerptOf', () => {
  // Texts of sentences, long runs and letters in pairs of surrogates, with the query put somewhere into them.
  const filler = fc
    .array(fc.constantFrom(...'甲乙丙丁甲乙丙丁甲乙丙丁甲乙丙丁甲乙丙丁。；，“”\n ….%A1', '𠮷', '𠮷', '👩'), {
      maxLength: 150,
      size: 'max',
    })
    .map((signs) => signs.join(''));
  const query = fc
    .array(fc.constantFrom(...'五化建设3元', '𠮷'), { minLength: 1, maxLength: 40, size: 'max' })
    .map((signs) => signs.join(''));

  it('always holds the first hit whole, and its marks stand right after it was cut out', () => {
    fc.assert(
      fc.property(filler, query, filler, (before, hit, after) => {
        const text = before + hit + after;
        const keys = cutQuery(hit);
        const { text: shown, spans } = excerptOf(text, [keys]);
        expect(spans.length).toBeGreaterThan(0);
        for (const { from, to } of spans) {
          expect(cutQuery(shown.slice(from, to))).toEqual(keys);
        }
        const [first] = spansOf(text, keys);
        const place = spans[0];
        expect(shown.slice(place?.from, place?.to)).toBe(text.slice(first?.from, first?.to).replaceAll('\n', ' '));
      }),
      { numRuns: 5000 },
    );
  });

  it('is a piece of the text between two marks of omission, without half letters, and not much longer than asked', () => {
    fc.assert(
      fc.property(filler, query, filler, (before, hit, after) => {
        const text = before + hit + after;
        const { text: shown } = excerptOf(text, [cutQuery(hit)]);
        const plain = text.replaceAll('\n', ' ');
        const bare = plain.includes(shown) ? shown : shown.replace(/^……/, '').replace(/……$/, '');
        expect(plain).toContain(bare);
        expect(shown.isWellFormed()).toBe(true);
        expect(bare.length).toBeLessThanOrEqual(84 + 42 + 2 * hit.length + 24);
      }),
      { numRuns: 5000 },
    );
  });

  it('gives marks in order and without overlap for several queries', () => {
    fc.assert(
      fc.property(filler, query, filler, query, (before, one, between, other) => {
        const { text, spans } = excerptOf(before + one + between + other, [cutQuery(other), cutQuery(one)]);
        let end = 0;
        for (const { from, to } of spans) {
          expect(from).toBeGreaterThanOrEqual(end);
          expect(to).toBeGreaterThan(from);
          expect(to).toBeLessThanOrEqual(text.length);
          end = to;
        }
      }),
    );
  });

  it('begins at the sentence that holds the hit where that begins near by', () => {
    expect(excerptOf(`${'长'.repeat(100)}。后面有五化建设。`, [cutQuery('五化')]).text).toBe('后面有五化建设。');
  });

  it('neither begins nor ends within a number, its scale or its unit', () => {
    const numbers = ['841万元', '212.49亿元', '10—15万人', '1,234', '80%', '3053元/月'];
    for (const number of numbers) {
      for (let gap = 0; gap < 100; gap++) {
        const text = `${'甲'.repeat(30)}${number}${'乙'.repeat(gap)}五化${'丙'.repeat(gap)}${number}${'丁'.repeat(30)}`;
        const { text: shown, spans } = excerptOf(text, [cutQuery('五化')]);
        expect(spans.map(({ from, to }) => shown.slice(from, to))).toEqual(['五化']);
        const whole = number.replace('/月', '');
        expect(shown.replaceAll(whole, '')).not.toMatch(/[\d.,%万亿元]/);
      }
    }
  });

  it('shows a number whole that stands at the beginning of its text', () => {
    const text = '841万元：为提高村（社区）“两委”干部报酬待遇的村支书工资';
    expect(excerptOf(text, [cutQuery('干部报酬')]).text).toBe(text);
  });

  it('is the beginning of the text where no query stands in it', () => {
    const { text, spans } = excerptOf(`开头，${'长'.repeat(200)}`, [cutQuery('没有')]);
    expect(text.startsWith('开头')).toBe(true);
    expect(text.endsWith('……')).toBe(true);
    expect(spans).toEqual([]);
  });
});
