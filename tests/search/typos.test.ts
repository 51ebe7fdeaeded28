import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { corrections } from '../../src/search/typos.ts';

const texts = (query: string, ...names: string[]) => corrections(query, names).map(({ text }) => text);

// Few letters, so that names repeat them.
const LETTERS = [...'甲乙丙丁戊'];
const letter = fc.constantFrom(...LETTERS);

describe('corrections', () => {
  test('find a name of which one letter was typed wrong', () => {
    expect(corrections('党建示犯街', ['党建示范街'])).toEqual([{ text: '党建示范街', edits: 1, whole: true }]);
    expect(texts('挡建示范街', '党建示范街')).toEqual(['党建示范街']);
    expect(texts('党建示范接', '党建示范街')).toContain('党建示范街');
  });

  test('find a name of which one letter is missing', () => {
    expect(texts('驻村工队', '驻村工作队')).toContain('驻村工作队');
    expect(texts('党建示街', '党建示范街')).toContain('党建示范街');
  });

  test('find a name with one letter too many', () => {
    expect(texts('党建建示范街', '党建示范街')).toContain('党建示范街');
    expect(texts('党建示范的街', '党建示范街')).toContain('党建示范街');
    expect(texts('红党建示范街', '党建示范街')).toContain('党建示范街');
  });

  test('find a stretch inside of a name, and of whole names and parts the whole ones first', () => {
    expect(corrections('示范点打照', ['五化示范点打造工作'])).toContainEqual({
      text: '示范点打造',
      edits: 1,
      whole: false,
    });
    const found = corrections('误工补帖', ['发误工补贴', '误工补助']);
    expect(found.slice(0, 2)).toEqual([
      { text: '误工补助', edits: 1, whole: true },
      { text: '误工补贴', edits: 1, whole: false },
    ]);
  });

  test('allow two wrong letters from eight letters on, and one below', () => {
    expect(texts('易地扶贫般千工作', '易地扶贫搬迁工作')).toContain('易地扶贫搬迁工作');
    expect(corrections('易地扶贫般千工作', ['易地扶贫搬迁工作'])[0]?.edits).toBe(2);
    expect(texts('易地扶贫般千', '易地扶贫搬迁')).toEqual([]);
    expect(texts('亦地扶贫般千工作', '易地扶贫搬迁工作')).toEqual([]);
  });

  test('hold a query of three letters against whole names only, and a shorter one against none', () => {
    expect(texts('走村港', '走村巷')).toEqual(['走村巷']);
    expect(texts('走村港', '党员走村巷活动')).toEqual([]);
    expect(texts('走港', '走巷')).toEqual([]);
    expect(texts('', '走巷')).toEqual([]);
  });

  test('take letters in pairs of surrogates for one', () => {
    expect(texts('𠮷村港', '𠮷村巷')).toEqual(['𠮷村巷']);
    expect(texts('𠮷港', '𠮷巷')).toEqual([]);
  });

  test('say nothing of a name that holds the query as it is', () => {
    expect(texts('示范街', '示范街', '党建示范街')).toEqual([]);
    expect(texts('党建示范', '党建示范街')).toEqual([]);
  });

  test('give only the nearest: a name with one wrong letter keeps out one with two', () => {
    const found = corrections('易地扶贫般迁工作', ['易地扶贫搬离工作', '易地扶贫搬迁工作']);
    expect(found.map(({ edits }) => edits)).toEqual(found.map(() => 1));
    expect(found.map(({ text }) => text)).not.toContain('易地扶贫搬离工作');
  });

  test('give each stretch once', () => {
    const found = texts('误工补帖', '误工补贴', '误工补贴', '发误工补贴');
    expect(new Set(found).size).toBe(found.length);
  });

  test('find every name of three letters or more of which one letter was replaced', () => {
    const name = fc.array(letter, { minLength: 3, maxLength: 12 });
    fc.assert(
      fc.property(name, fc.nat(), fc.constantFrom(...LETTERS, '己'), (letters, at, other) => {
        const place = at % letters.length;
        fc.pre(letters[place] !== other);
        const typed = letters.with(place, other).join('');
        expect(corrections(typed, [letters.join('')])).toContainEqual({
          text: letters.join(''),
          edits: 1,
          whole: true,
        });
      }),
      { numRuns: 3000 },
    );
  });

  test('finds a whole name of which a letter is missing inside', () => {
    for (const name of ['主题党日', '党建示范街', '季查季比季通报']) {
      for (let i = 1; i < name.length - 1; i++) {
        const typed = name.slice(0, i) + name.slice(i + 1);
        expect(corrections(typed, [name]), typed).toContainEqual({ text: name, edits: 1, whole: true });
      }
    }
  });

  test('never give a stretch that no name has, nor one as it was typed, nor more edits than allowed', () => {
    const name = fc.array(letter, { minLength: 1, maxLength: 10 }).map((letters) => letters.join(''));
    fc.assert(
      fc.property(name, fc.array(name, { maxLength: 4 }), (typed, names) => {
        for (const { text, edits, whole } of corrections(typed, names)) {
          expect(text).not.toBe(typed);
          expect(names.some((one) => (whole ? one === text : one.includes(text)))).toBe(true);
          expect(edits).toBe(distance(typed, text));
          expect(edits).toBeLessThanOrEqual(typed.length >= 8 ? 2 : 1);
        }
      }),
      { numRuns: 3000 },
    );
  });
});

/** How many letters have to be put in, taken out or replaced, by the definition. */
function distance(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  if (a[0] === b[0]) return distance(a.slice(1), b.slice(1));
  // More than three make no difference here.
  const bounded = (x: string, y: string) => (Math.abs(x.length - y.length) > 3 ? 9 : distance(x, y));
  return 1 + Math.min(bounded(a.slice(1), b), bounded(a, b.slice(1)), bounded(a.slice(1), b.slice(1)));
}
