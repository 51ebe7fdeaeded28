import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { questionWordsAt } from '../../src/search/question-words.ts';
import { segmentsOf } from '../../src/search/segments.ts';
import { withWords } from '../../src/search/table.ts';
import { Thesaurus } from '../../src/search/thesaurus.ts';
import { fakeOf, record, term } from './fake.ts';

const records = [
  record('a', { name: '村干部坐班制度', prose: '村干部坐班，也下乡开会。' }),
  record('b', { name: '坐班', prose: '下乡填表，坐班。村干部可以种地。' }),
  record('c', { name: '党员会议', prose: '下乡学习' }),
  record('canteen', { name: '长者食堂' }),
  record('other', '部乡'),
  term('reserve', '村级后备干部', '后备'),
  term('long', '改革开放以来特色农产品', '特产'),
];
const { library, table, asked } = fakeOf(records);
const thesaurus = new Thesaurus(
  withWords(table, [
    [5, '后备'],
    [6, '特产'],
  ]),
);
thesaurus.learn([[3, '老人吃饭']]);
const cutUp = async (query: string) => (await segmentsOf(library, query, thesaurus)).map(({ text }) => text);

describe('a query that is taken apart', () => {
  test('falls into the words that stand in the texts', async () => {
    expect(await cutUp('村干部下乡坐班')).toEqual(['村干部', '下乡', '坐班']);
  });

  test('is not cut by a question of the site, which holds every piece of itself', async () => {
    const prose = Array.from({ length: 3 }, (_, i) => record(`p${i}`, { name: `甲${i}`, prose: '派人，驻村。' }));
    const question = record('q', '派人驻村吗', { kind: 'question' });
    const { library: site, table: rows } = fakeOf([...prose, question]);
    const cut = await segmentsOf(site, '人驻村', new Thesaurus(rows));
    expect(cut.map(({ text }) => text)).toEqual(['人', '驻村']);
  });

  test('keeps a number whole, with its point and its per cent sign', async () => {
    const number = fakeOf([record('n', { name: '甲', figure: '18.7%：增速' })]);
    const cut = await segmentsOf(number.library, '增速18.7%', new Thesaurus(number.table));
    expect(cut.map(({ text }) => text)).toEqual(['增速', '18.7%']);
  });

  test('loses the words that only make the question', async () => {
    expect(await cutUp('村干部为什么要坐班呢')).toEqual(['村干部', '坐班']);
    expect(await cutUp('为什么呢')).toEqual([]);
    expect(await cutUp('')).toEqual([]);
  });

  test('keeps the words of a term whole, however long, with what means the same', async () => {
    const [whole] = await segmentsOf(library, '村级后备干部', thesaurus);
    expect(whole).toMatchObject({ text: '村级后备干部', readings: ['村级后备干部', '后备'], weight: 1 });
    expect(await cutUp('改革开放以来特色农产品坐班')).toEqual(['改革开放以来特色农产品', '坐班']);
    const [short] = await segmentsOf(library, '后备', thesaurus);
    expect(short?.readings).toEqual(['后备', '村级后备干部']);
  });

  test('knows a county, which weighs less than a word', async () => {
    const [county, word] = await segmentsOf(library, '衡东坐班', thesaurus);
    expect(county).toMatchObject({ text: '衡东', county: 'hengdong' });
    expect(word).toMatchObject({ text: '坐班', weight: 1 });
    expect(word?.county).toBeUndefined();
    expect(county?.weight).toBeLessThan(1);
  });

  test('takes what people say for a word though no text holds it', async () => {
    expect(await cutUp('老人吃饭坐班')).toContain('坐班');
    const texts = await cutUp('老人吃饭坐班');
    expect(texts.every((text) => [...text].length > 1)).toBe(true);
    expect(texts.slice(0, -1).join('')).toBe('老人吃饭');
  });

  test('leaves letters that stand in no word alone, and they weigh least', async () => {
    const segments = await segmentsOf(library, '鑫坐班', thesaurus);
    expect(segments.map(({ text }) => text)).toEqual(['鑫', '坐班']);
    expect(segments[0]?.weight).toBeLessThan(0.5);
  });

  test('is looked up in words of two letters to five', async () => {
    asked.length = 0;
    await cutUp('红橙黄绿青蓝紫');
    const lengths = asked.map((phrase) => phrase.replace(/[" ]/g, '').length);
    expect(Math.min(...lengths)).toBe(2);
    expect(Math.max(...lengths)).toBe(5);
  });

  test('gives pieces of itself in order, and leaves out nothing but question words', async () => {
    const letters = fc.constantFrom(...'村干部下乡不用坐班党员会议后备衡东鑫吗呢的怎么为什么老人吃饭');
    await fc.assert(
      fc.asyncProperty(fc.array(letters, { maxLength: 14 }), async (signs) => {
        const query = signs.join('');
        const texts = await cutUp(query);
        expect(isCutOf(query, texts), `${query}: ${texts.join('|')}`).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test('fails where the index cannot be read', async () => {
    const broken = { ...library, find: () => Promise.reject(new Error('no network')) };
    await expect(segmentsOf(broken, '坐班', thesaurus)).rejects.toThrow('no network');
  });
});

/** Whether a query is these pieces in order, with question words between them. */
function isCutOf(query: string, texts: readonly string[]): boolean {
  const [first, ...rest] = texts;
  if (query === '' && first === undefined) return true;
  if (first !== undefined && query.startsWith(first) && isCutOf(query.slice(first.length), rest)) return true;
  return questionWordsAt(query).some((word) => isCutOf(query.slice(word.length), texts));
}
