import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readView, type View, writeView } from '../../src/compare/view.ts';

const KNOWN: View = { counties: ['hengdong', 'yongde', 'dongan'], themes: ['training', 'members', 'poverty-relief'] };
const read = (search: string) => readView(search, KNOWN);
const ALL = { counties: [], themes: [] };

describe('a view in an address', () => {
  test('is written as a reader can read it', () => {
    expect(writeView({ counties: ['hengdong', 'yongde'], themes: ['training'] }, KNOWN)).toBe(
      '?counties=hengdong,yongde&themes=training',
    );
    expect(writeView({ counties: ['dongan'], themes: [] }, KNOWN)).toBe('?counties=dongan');
    expect(writeView({ counties: [], themes: ['members'] }, KNOWN)).toBe('?themes=members');
  });

  test('is no query at all where everything is shown', () => {
    expect(writeView(ALL, KNOWN)).toBe('');
    expect(writeView(KNOWN, KNOWN)).toBe('');
  });

  test('comes back from its address, whatever is chosen', () => {
    const some = (ids: readonly string[]) => fc.subarray([...ids], { maxLength: ids.length - 1 });
    fc.assert(
      fc.property(some(KNOWN.counties), some(KNOWN.themes), (counties, themes) => {
        expect(read(writeView({ counties, themes }, KNOWN))).toEqual({ counties, themes, ignored: [] });
      }),
    );
  });

  test('comes back with ids of any letters, also those that an address must not hold', () => {
    const id = fc.stringMatching(/^[a-z0-9&=?#%+.~;:@-]{1,8}$/);
    fc.assert(
      fc.property(fc.uniqueArray(id, { minLength: 2, maxLength: 6 }), fc.nat(), (ids, at) => {
        const known = { counties: ids, themes: [] };
        const view = { counties: [ids[at % ids.length] ?? ''], themes: [] };
        expect(readView(writeView(view, known), known)).toEqual({ ...view, ignored: [] });
      }),
    );
  });

  test('in other orders and twice over is the same view', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...KNOWN.counties), { minLength: 1 }), (ids) => {
        const counties = KNOWN.counties.filter((id) => ids.includes(id));
        expect(read(`?counties=${ids.join(',')}`)).toEqual({ counties, themes: [], ignored: [] });
        expect(read(ids.map((id) => `counties=${id}`).join('&'))).toEqual({ counties, themes: [], ignored: [] });
      }),
    );
  });
});

describe('an address by hand', () => {
  test('is read in good time, however long what it asks for is', () => {
    // Marks in the wrong order, which a composed text would have to sort.
    const marks = '\u0301\u0316'.repeat(50_000);
    const began = performance.now();
    expect(read(`?counties=${encodeURIComponent(marks)},yongde`)).toEqual({
      counties: ['yongde'],
      themes: [],
      ignored: [marks],
    });
    expect(read(`?counties=${'hengdong,nowhere,'.repeat(6_000)}`)).toEqual({
      counties: ['hengdong'],
      themes: [],
      ignored: ['nowhere'],
    });
    expect(performance.now() - began).toBeLessThan(2_000);
  });

  test.each([
    ['upper case', '?counties=HengDong'],
    ['letters of full width', '?counties=ｈｅｎｇｄｏｎｇ'],
    ['blanks around', '?counties=+hengdong%20'],
    ['empty parts', '?counties=,,hengdong,'],
    ['a question mark left out', 'counties=hengdong'],
  ])('is understood with %s', (_, search) => {
    expect(read(search)).toEqual({ counties: ['hengdong'], themes: [], ignored: [] });
  });

  test.each(['，', '、', '%EF%BC%8C', '%2C', '+', '%20', ',%0A'])(
    'is understood with “%s” between two ids',
    (comma) => {
      expect(read(`?counties=yongde${comma}hengdong`).counties).toEqual(['hengdong', 'yongde']);
    },
  );

  test('that asks for nothing asks for all', () => {
    for (const search of ['', '?', '?counties=', '?counties=&themes=', '?counties=,，、', '?utm_source=x&q=hengdong']) {
      expect(read(search), search).toEqual({ ...ALL, ignored: [] });
    }
  });
});

describe('what an address asks for and we do not have', () => {
  test('is told as it was written, once, and what we have is shown', () => {
    expect(read('?counties=nowhere,hengdong,Nowhere2,nowhere&themes=nowhere')).toEqual({
      counties: ['hengdong'],
      themes: [],
      ignored: ['nowhere', 'Nowhere2'],
    });
  });

  test('is a county among the themes and a theme among the counties as well', () => {
    expect(read('?counties=training&themes=hengdong')).toEqual({ ...ALL, ignored: ['training', 'hengdong'] });
  });

  test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'length', '0'])(
    'is “%s” as any other word',
    (id) => {
      expect(read(`?counties=${id}&themes=${id}`)).toEqual({ ...ALL, ignored: [id] });
      expect(read(`?${id}=hengdong`)).toEqual({ ...ALL, ignored: [] });
    },
  );

  test('is nonsense that cannot be decoded, without an error', () => {
    for (const search of ['?counties=%E0%A4%A', '?counties=%', '?counties=%00', '?counties=\uD800', '?%=%&=&&']) {
      const { counties, themes } = read(search);
      expect({ counties, themes }, search).toEqual(ALL);
    }
  });

  test('is never an error, and always leaves a view of known ids', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const { counties, themes, ignored } = read(`?counties=${text}&themes=${encodeURIComponent(text)}`);
        expect(KNOWN.counties).toEqual(expect.arrayContaining([...counties]));
        expect(KNOWN.themes).toEqual(expect.arrayContaining([...themes]));
        expect(new Set(ignored).size).toBe(ignored.length);
      }),
    );
  });

  test('is found out quickly in a very long address', () => {
    const before = performance.now();
    const { counties, ignored } = read(`?counties=${'x'.repeat(200_000)},${'y,'.repeat(20_000)}hengdong`);
    expect(counties).toEqual(['hengdong']);
    expect(ignored).toHaveLength(2);
    expect(performance.now() - before).toBeLessThan(2000);
  });
});

test('a name counts as its id, and one that nothing has is ignored as written', () => {
  const known = { counties: ['mou', 'lin'], themes: ['pay'] };
  const names = new Map([
    ['某县', 'mou'],
    ['报酬', 'pay'],
  ]);
  expect(readView('?counties=某县,远县&themes=报酬', known, names)).toEqual({
    counties: ['mou'],
    themes: ['pay'],
    ignored: ['远县'],
  });
});
