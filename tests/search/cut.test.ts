import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentOf, cut, cutQuery, type Field, joinFields, ROLES } from '../../src/search/cut.ts';

const keys = (text: string) => cut(text).map(({ key }) => key);

// Letters of every kind, signs that become several letters, marks, signs in pairs of surrogates, halves of such pairs, and
// the letters and signs that the index uses for itself.
const ODD = [
  ...'五化建设村书记aAzZ09.％%,，。、；！？-—…⋯‥~/|+',
  ...' \t\n\u3000“”‘’"\'()（）《》〈〉「」【】[]{}·・',
  ...'Ａａ０９．㎡㈠⒈¼½㊙ﬁﬀⅣ℃№㍿ǅßİıΣς',
  ...'e\u0301\u200b\u200d\ufeff\u00ad\u0300',
  '𠮷',
  '👩\u200d🌾',
  '\ud800',
  '\udc00',
  ...'\ua000\ua001\ua002\ua003\ua009\ua00a\ua00f\ua010\u2423',
];
const oddText = fc.oneof(
  { weight: 4, arbitrary: fc.array(fc.constantFrom(...ODD), { maxLength: 24 }).map((signs) => signs.join('')) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 24 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 24 }) },
);
const oddFields = fc.array(fc.record({ role: fc.constantFrom(...ROLES), text: oddText }), {
  minLength: 1,
  maxLength: 6,
});

/** What an index must not change about a text: everything but white space, the form of its letters, and our own marker letters. */
function essence(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\ua000-\ua00f]/g, '')
    .normalize('NFC')
    .replace(/[\s\u2423]+/gu, ' ')
    .trim();
}
// Letter by letter: a sigma at the end of a word is another letter to toLowerCase.
const folded = (text: string) =>
  Array.from(text.normalize('NFKC'), (sign) => sign.toLowerCase().normalize('NFKC'))
    .join('')
    .replace(/\s+/gu, ' ')
    .trim();

describe('cut', () => {
  it('makes every letter and digit a word of its own, and says where it stands', () => {
    expect(cut('五化9a')).toEqual([
      { key: '五', from: 0, to: 1 },
      { key: '化', from: 1, to: 2 },
      { key: '9', from: 2, to: 3 },
      { key: 'a', from: 3, to: 4 },
    ]);
  });

  it('takes full-width letters, capitals and compatibility signs for the plain ones', () => {
    expect(keys('ＡｂC')).toEqual(['a', 'b', 'c']);
    expect(keys('２．４９')).toEqual(keys('2.49'));
    expect(keys('18.7％')).toEqual(keys('18.7%'));
    expect(keys('㎡')).toEqual(['m', '2']);
  });

  it('counts quotation marks, brackets, middle dots and white space for nothing', () => {
    expect(keys('“五化”建设')).toEqual(keys('五化建设'));
    expect(keys('《办法（试行）》')).toEqual(keys('办法试行'));
    expect(keys('村 书　记\n')).toEqual(keys('村书记'));
    expect(keys('雷·锋')).toEqual(keys('雷锋'));
    expect(keys('村\u200b书\ufeff记')).toEqual(keys('村书记'));
  });

  it('puts one stop in the place of any run of other punctuation', () => {
    expect(keys('甲，乙')).not.toEqual(keys('甲乙'));
    expect(keys('甲，乙')).toEqual(keys('甲。乙'));
    expect(keys('甲——！乙')).toEqual(keys('甲、乙'));
  });

  it('keeps the point and the per cent sign apart from each other and from a stop', () => {
    const seen = ['2.4', '2%4', '2，4', '24'].map((text) => keys(text).join(' '));
    expect(new Set(seen).size).toBe(4);
  });

  it('says of every word which part of the text it came from, in order and without overlap', () => {
    fc.assert(
      fc.property(oddText, (text) => {
        let end = 0;
        let from = -1;
        for (const word of cut(text)) {
          expect(word.to).toBeGreaterThan(word.from);
          expect(word.to).toBeLessThanOrEqual(text.length);
          // Several words of one sign share its place.
          if (word.from !== from) expect(word.from).toBeGreaterThanOrEqual(end);
          ({ from, to: end } = word);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('composes letters that only a marker of ours kept apart', () => {
    const [field] = joinFields(contentOf([{ role: 'name', text: 'A\ua009\u0301五' }]));
    expect(keys(field?.text ?? '')).toEqual(cutQuery('á五'));
  });

  it('finds a part of a text in the text: any piece between two words is cut as it was in the whole', () => {
    fc.assert(
      fc.property(oddText, fc.nat(), fc.nat(), (odd, a, b) => {
        const text = essence(odd);
        const words = cut(text);
        if (words.length === 0) return;
        const [first, last] = [a % words.length, b % words.length].sort((x, y) => x - y);
        const piece = text.slice(words[first ?? 0]?.from, words[last ?? 0]?.to);
        const found = cutQuery(piece).join(' ');
        expect(` ${words.map(({ key }) => key).join(' ')} `).toContain(found);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('cutQuery', () => {
  it('drops stops at the ends of a query and keeps those inside', () => {
    expect(cutQuery('，五化，建设。')).toEqual(keys('五化，建设'));
  });

  it('leaves nothing of a query that is only punctuation, white space or halves of letters', () => {
    for (const query of ['', '   ', '，。！？——', '“”《》', '<>', '\ud800', '\udfff\ud800', '\u200b']) {
      expect(cutQuery(query)).toEqual([]);
    }
  });

  it('finds a letter with an accent whether it is typed as one sign or as two', () => {
    expect(cutQuery('cafe\u0301')).toEqual(cutQuery('café'));
    expect(cutQuery('cafe\u0301')).toEqual(keys('café'));
  });

  it('cuts a query as the same words are cut in a text', () => {
    fc.assert(
      fc.property(oddText, (text) => {
        const whole = keys(text.toWellFormed().normalize('NFC'));
        const stop = keys('，')[0];
        while (whole[0] === stop && whole.length > 0) whole.shift();
        while (whole.at(-1) === stop && whole.length > 0) whole.pop();
        expect(cutQuery(text)).toEqual(whole);
      }),
    );
  });
});

describe('contentOf and joinFields', () => {
  it('give the fields back letter for letter where no sign is a variant of another', () => {
    const fields: Field[] = [
      { role: 'name', text: '“五化”建设 第2期' },
      { role: 'figure', text: '212.49亿元：全县生产总值（2017年），增速18.7%' },
      { role: 'english', text: "Dong'an “Five Standards” drive, 2.0" },
    ];
    expect(joinFields(contentOf(fields))).toEqual(fields);
  });

  it('give an ellipsis back once, though it is three points', () => {
    const fields: Field[] = [{ role: 'prose', text: '有的……有的…等⋯' }];
    expect(joinFields(contentOf(fields))).toEqual(fields);
  });

  it('give every field back, whatever stands in it, up to the form of its letters', () => {
    fc.assert(
      fc.property(oddFields, (fields) => {
        const back = joinFields(contentOf(fields));
        expect(back.map(({ role }) => role)).toEqual(fields.map(({ role }) => role));
        back.forEach(({ text }, i) => {
          expect(folded(text)).toBe(folded(essence(fields[i]?.text ?? '')));
        });
      }),
      { numRuns: 5000 },
    );
  });

  it('give back a text that is cut as the one that went in, so that a page marks what the index found', () => {
    fc.assert(
      fc.property(oddFields, (fields) => {
        joinFields(contentOf(fields)).forEach(({ text }, i) => {
          expect(keys(text)).toEqual(keys(essence(fields[i]?.text ?? '')));
        });
      }),
      { numRuns: 5000 },
    );
  });

  it('write one word of the index for each word of the text, and a letter of its own before each field', () => {
    fc.assert(
      fc.property(oddFields, (fields) => {
        const words = contentOf(fields).split(' ');
        // A field without words still has its letter, and an empty word behind it.
        const expected = fields.map(({ text }) => 1 + Math.max(1, cut(essence(text)).length));
        expect(words.length).toBe(expected.reduce((sum, count) => sum + count));
      }),
      { numRuns: 2000 },
    );
  });

  it('let no phrase run from one field into the next', () => {
    const content = contentOf([
      { role: 'alias', text: '村书记' },
      { role: 'alias', text: '工资' },
    ]);
    expect(content).toContain('村 书 记');
    expect(content).not.toContain('记 工');
    const roles = ROLES.map((role) => contentOf([{ role, text: '甲' }]).split(' ')[0]);
    expect(new Set(roles).size).toBe(ROLES.length);
  });
});
