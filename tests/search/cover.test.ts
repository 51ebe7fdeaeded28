import { describe, expect, test } from 'vitest';
import { cover, coverEnglish } from '../../src/search/cover.ts';
import { cutQuery } from '../../src/search/cut.ts';
import type { Segment } from '../../src/search/segments.ts';
import { withWords } from '../../src/search/table.ts';
import { Thesaurus } from '../../src/search/thesaurus.ts';
import { fakeOf, idsOf, record, term } from './fake.ts';

const { library, table } = fakeOf([
  record('both', { name: '甲', prose: '书记的报酬' }),
  record('name', { name: '报酬', prose: '书记' }),
  record('common', { name: '乙', prose: '书记' }),
  record('common2', { name: '丙', prose: '书记' }),
  record('synonym', { name: '丁', prose: '工资，书记' }),
  record('dongan', { name: '戊' }, { county: 'dongan' }),
  record('source', { name: '报酬', prose: '书记' }, { kind: 'source' }),
  ...Array.from({ length: 20 }, (_, i) => record(`other${i}`, `其他${i}号`)),
]);
const thesaurus = new Thesaurus(table);
thesaurus.learn([
  [5, '老人吃饭', '发钱多少'],
  [2, '发钱'],
]);
const piece = (text: string, more: Partial<Segment> = {}): Segment => ({ text, readings: [text], weight: 1, ...more });
const covered = (pieces: readonly Segment[], query = '') => cover(library, pieces, thesaurus, query);

describe('what records answer of a query', () => {
  test('is all of it for those that hold every piece, and less for the others', async () => {
    const scored = await covered([piece('书记'), piece('报酬')]);
    const share = new Map(scored.map((one) => [idsOf([one])[0], one.covered]));
    expect(share.get('both')).toBeCloseTo(1);
    expect(share.get('name')).toBeCloseTo(1);
    expect(share.get('common')).toBeLessThan(0.5);
    expect(share.has('dongan')).toBe(false);
  });

  test('counts for more in a name than in prose, and in a practice than in a source', async () => {
    const scored = await covered([piece('书记'), piece('报酬')]);
    const score = (id: string) => scored.find((one) => idsOf([one])[0] === id)?.score ?? 0;
    expect(score('name')).toBeGreaterThan(score('both'));
    expect(score('name')).toBeGreaterThan(2 * score('source'));
    expect(idsOf(scored)[0]).toBe('name');
  });

  test('counts for more the rarer a piece is', async () => {
    const [first] = await covered([piece('书记'), piece('工资')]);
    expect(idsOf([first].flatMap((one) => one ?? []))).toEqual(['synonym']);
    const rare = (await covered([piece('工资'), piece('书记')])).find(({ row }) => row.name === '乙');
    expect(rare?.covered).toBeLessThan(0.4);
  });

  test('is answered by a word that means the same, a little less well', async () => {
    const scored = await covered([piece('报酬', { readings: ['报酬', '工资'] })]);
    expect(idsOf(scored)).toContain('synonym');
    const [both, synonym] = ['both', 'synonym'].map((id) => scored.find((one) => idsOf([one])[0] === id));
    expect(synonym?.covered).toBeCloseTo(1);
    expect(synonym?.score).toBeLessThan(both?.score ?? 0);
    expect(synonym?.marks).toEqual([cutQuery('工资')]);
  });

  test('is answered by what people say, without marks, and better the more alike', async () => {
    const scored = await covered([piece('发钱')], '发钱');
    expect(idsOf(scored)).toEqual(['common', 'dongan']);
    expect(scored.map(({ marks }) => marks)).toEqual([[], []]);
    expect(scored[0]?.score).toBeGreaterThan(scored[1]?.score ?? 0);
  });

  test('is answered by all records of a county that is named', async () => {
    expect(idsOf(await covered([piece('东安', { county: 'dongan', weight: 0.6 })]))).toEqual(['dongan']);
  });

  test('is never all where a piece stands nowhere', async () => {
    for (const one of await covered([piece('书记'), piece('鑫鑫')])) expect(one.covered).toBeLessThan(0.99);
  });

  test('tells a record from most only by a rare word', async () => {
    const telling = async (...pieces: Segment[]) => (await covered(pieces)).map((one) => one.telling);
    expect(new Set(await telling(piece('工资')))).toEqual(new Set([true]));
    expect(new Set(await telling(piece('其他')))).toEqual(new Set([false]));
    expect(new Set(await telling(piece('资', { weight: 0.25 })))).toEqual(new Set([false]));
  });

  test('is not marked for a letter that stands alone', async () => {
    expect((await covered([piece('资', { weight: 0.25 })])).map(({ marks }) => marks)).toEqual([[]]);
  });

  test('has the rank of the best piece, and each record once', async () => {
    const scored = await covered([piece('书记'), piece('报酬'), piece('书记')]);
    expect(new Set(idsOf(scored)).size).toBe(scored.length);
    expect(scored.find(({ row }) => row.name === '报酬')?.rank.tier).toBe('name');
  });

  test('is nothing where no piece is asked', async () => {
    expect(await covered([])).toEqual([]);
  });
});

describe('what records answer of a query in English', () => {
  const site = fakeOf([
    record('short', { name: '甲', english: 'Secretary pay' }),
    record('long', { name: '乙', english: 'Pay of the secretary of a village and its neighbours' }),
    record('half', { name: '丙', english: 'Village pay' }),
    term('resident', '驻村工作队', '驻村干部'),
    record('user', { name: '丁', prose: '驻村干部到户' }),
    record('said', '戊'),
  ]);
  const names = [
    'Secretary pay',
    'Pay of the secretary of a village and its neighbours',
    'Village pay',
    'Resident team',
  ];
  const words = withWords(site.table, [[3, '驻村干部']]);
  const asked = (query: string) => coverEnglish(site.library, words, names, [[5, 'where old people eat']], query);

  test('is all of it for the names that hold every word, the shorter first', async () => {
    const scored = await asked('the pay of secretaries');
    expect(idsOf(scored).slice(0, 2)).toEqual(['short', 'long']);
    expect(scored.slice(0, 2).map((one) => one.covered)).toEqual([expect.closeTo(1), expect.closeTo(1)]);
    expect(scored.find(({ row }) => row.name === '丙')?.covered).toBeLessThan(1);
  });

  test('is answered by records that hold a term of that name in Chinese, or another form of it', async () => {
    const scored = await asked('resident teams');
    expect(idsOf(scored)).toEqual(['resident', 'user']);
    expect(scored.find(({ row }) => row.name === '丁')?.marks).toEqual([cutQuery('驻村干部')]);
    expect(idsOf(await asked('resident'))).toEqual(['resident']);
  });

  test('is answered by what people say in English', async () => {
    expect(idsOf(await asked('old people eating'))).toEqual(['said']);
  });

  test('is nothing for words that mean nothing or stand nowhere', async () => {
    expect(await asked('what is the')).toEqual([]);
    expect(await asked('zebra')).toEqual([]);
  });
});
