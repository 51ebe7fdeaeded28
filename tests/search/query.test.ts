import { describe, expect, test, vi } from 'vitest';
import { cutQuery } from '../../src/search/cut.ts';
import { nameHits, piecesOf, runQuery, WORDS_AT_MOST, wordsOf } from '../../src/search/query.ts';
import { fakeOf, idsOf, record, term } from './fake.ts';

const NOTHING = { exact: [], looser: [], tried: [], nearest: [] };

describe('the words of a query', () => {
  test('are its letters without signs and case', () => {
    expect(wordsOf('“五化”Ａ')).toEqual(['五', '化', 'a']);
    expect(wordsOf('，。')).toEqual([]);
  });

  test(`are the first ${WORDS_AT_MOST} of a longer one`, () => {
    expect(wordsOf('村'.repeat(WORDS_AT_MOST + 1))).toHaveLength(WORDS_AT_MOST);
    expect(wordsOf('村'.repeat(WORDS_AT_MOST - 1))).toHaveLength(WORDS_AT_MOST - 1);
  });
});

describe('the pieces of a query', () => {
  test('are what stands between blanks of any width, each once, without those that hold nothing', () => {
    expect(piecesOf(' 五化\u3000建设\t2018 ')).toEqual(['五化', '建设', '2018']);
    expect(piecesOf('五化 ， “五化” 建设 ')).toEqual(['五化', '建设']);
    expect(piecesOf(' ，')).toEqual([]);
  });

  test('are the first eight at most', () => {
    const many = Array.from({ length: 99 }, (_, i) => `第${i}`);
    expect(piecesOf(many.join(' '))).toEqual(many.slice(0, 8));
  });
});

describe('hits by name alone', () => {
  const { table, asked } = fakeOf([
    record('part', '五化建设达标工作'),
    record('alias', { name: '甲', alias: '五化建设' }),
    record('whole', '“五化”建设'),
    record('term', '五化建设', { kind: 'term' }),
    record('prose', { name: '乙', prose: '五化建设' }),
    record('app', 'APP签到'),
  ]);

  test('are the records whose name or alias holds the query, the best first, before anything was fetched', () => {
    expect(idsOf(nameHits(table, '五化建设'))).toEqual(['whole', 'term', 'alias', 'part']);
    expect(asked).toEqual([]);
  });

  test('have the rank and the marks that the index gives them', async () => {
    const { library, aids } = fakeOf([record('whole', '“五化”建设'), record('part', '五化建设达标工作')]);
    const { exact } = await runQuery(library, aids, '五化建设');
    expect(exact).toEqual(nameHits(library.table, '五化建设'));
  });

  test('are none for a query that names nothing, nor for one without Han letters', () => {
    expect(nameHits(table, '书记')).toEqual([]);
    expect(nameHits(table, '')).toEqual([]);
    expect(nameHits(table, 'app')).toEqual([]);
    expect(idsOf(nameHits(table, 'App签'))).toEqual(['app']);
  });
});

describe('a query', () => {
  test('is looked up as one phrase of single letters', async () => {
    const { library, aids, asked } = fakeOf([record('a', '五化A')]);
    await runQuery(library, aids, '“五化”Ａ');
    expect(asked).toEqual(['"五 化 a"']);
  });

  test('that holds no letter and no digit asks nothing and finds nothing', async () => {
    const { library, aids, asked, fetched } = fakeOf([record('a', '五化')]);
    for (const query of ['', ' ', '，。', '“”', '\ud800', '<>"\'', '🙂']) {
      expect(await runQuery(library, aids, query)).toEqual({ keys: [], ...NOTHING });
    }
    expect([asked, fetched]).toEqual([[], []]);
  });

  test('finds what holds it as typed, the best first, and says by which words', async () => {
    const { library, aids } = fakeOf([
      record('prose', { name: '甲', prose: '季度培训' }),
      record('name', '培训'),
      record('other', '书记'),
    ]);
    const answer = await runQuery(library, aids, '《培训》');
    expect(idsOf(answer.exact)).toEqual(['name', 'prose']);
    expect(answer.keys).toEqual(cutQuery('培训'));
    expect(answer.exact.map(({ marks }) => marks)).toEqual([[cutQuery('培训')], [cutQuery('培训')]]);
  });

  test('that is answered as typed is not loosened, and fetches no table', async () => {
    const { library, aids, asked, fetched } = fakeOf([record('a', '五化建设'), record('b', '五化')]);
    expect(await runQuery(library, aids, '五化建设')).toMatchObject({ looser: [], tried: [], nearest: [] });
    expect([asked.length, fetched]).toEqual([1, []]);
  });

  test('gives all of many exact hits', async () => {
    const many = Array.from({ length: 700 }, (_, i) => record(`r${i}`, `五化第${i}处`));
    const { library, aids } = fakeOf(many);
    expect((await runQuery(library, aids, '五化')).exact).toHaveLength(700);
  });

  test('tells its exact hits before it is loosened, once', async () => {
    const { library, aids, asked } = fakeOf([record('exact', '书记工资'), record('apart', '书记怎样领工资')]);
    const soon = vi.fn(() => expect(asked).toEqual(['"书 记 工 资"']));
    const { exact, looser } = await runQuery(library, aids, '书记 工资', soon);
    expect(soon.mock.calls).toEqual([[exact]]);
    expect(looser.length).toBe(1);
  });

  test(`uses the first ${WORDS_AT_MOST} words of a long query, so that it ends in good time`, async () => {
    const { library, aids, asked } = fakeOf([record('a', '村'.repeat(WORDS_AT_MOST))]);
    const { exact, keys } = await runQuery(library, aids, '村'.repeat(10_000));
    expect(keys).toHaveLength(WORDS_AT_MOST);
    expect(idsOf(exact)).toEqual(['a']);
    expect(asked[0]?.length).toBeLessThan(3 * WORDS_AT_MOST);
  });

  test('knows the figures of a record before the index has come, in the order that the index gives them', async () => {
    const { library, aids, table } = fakeOf([
      record('long', { name: '甲', figure: ['212.49亿元：合同引进资金', '3个：园区'] }),
      record('short', { name: '乙', figure: '12.4万人：参加' }),
      record('prose', { name: '丙', prose: '12.4' }),
    ]);
    const early = nameHits(table, '12.4');
    expect(early.map(({ rank }) => rank.tier)).toEqual(['figure', 'figure']);
    const { exact } = await runQuery(library, aids, '12.4');
    expect(exact.slice(0, 2)).toEqual(early);
    expect(idsOf(exact).at(-1)).toBe('prose');
    expect(nameHits(table, '')).toEqual([]);
  });

  test('counts the words of a long query, not its blanks', async () => {
    const { library, aids } = fakeOf([record('a', '村'.repeat(WORDS_AT_MOST))]);
    const { exact } = await runQuery(library, aids, `${' '.repeat(100)}${'村'.repeat(WORDS_AT_MOST)}`);
    expect(idsOf(exact)).toEqual(['a']);
  });

  test('ranks by the name where a short alias holds it too', async () => {
    const { library, aids } = fakeOf([
      record('alias', { name: '阵地', alias: '活动场所' }),
      record('name', { name: '村级组织的活动场所建设', alias: '场所费' }),
    ]);
    const { exact } = await runQuery(library, aids, '场所');
    expect(exact.map(({ row, rank }) => [row.url.split('#')[1], rank.tier])).toEqual([
      ['name', 'name-part'],
      ['alias', 'alias-part'],
    ]);
  });

  test('asks a bounded number of times, however many pieces it has', async () => {
    const { library, aids, asked } = fakeOf([record('a', '甲')]);
    await runQuery(library, aids, '村 '.repeat(5000));
    await runQuery(library, aids, Array.from({ length: 500 }, (_, i) => `第${i}`).join(' '));
    expect(asked.length).toBeLessThan(500);
  });

  test('fails where the index cannot be read, and again succeeds where it can', async () => {
    const { library, aids } = fakeOf([record('a', '五化')]);
    const broken = { ...library, find: () => Promise.reject(new Error('no network')) };
    await expect(runQuery(broken, aids, '五化')).rejects.toThrow('no network');
    expect(idsOf((await runQuery(library, aids, '五化')).exact)).toEqual(['a']);
  });
});

describe('a query in Latin letters', () => {
  const records = [
    record('class', { name: '田间课堂', english: 'Field class' }),
    record('long', { name: '夜校', english: 'Evening field class for members' }),
    record('app', { name: 'APP签到', prose: '手机' }),
    term('secretary', '村支书'),
  ];

  test('finds a whole English name as it finds an alias, and a part of one last', async () => {
    const { library, aids } = fakeOf(records);
    const { exact } = await runQuery(library, aids, 'field CLASS');
    expect(idsOf(exact)).toEqual(['class', 'long']);
    expect(exact.map(({ rank }) => rank.tier)).toEqual(['alias', 'english']);
  });

  test('finds what stands in the texts before English names', async () => {
    const { library, aids } = fakeOf([record('english', { name: '夜校', english: 'The app in use' }), ...records]);
    expect(idsOf((await runQuery(library, aids, 'app')).exact)).toEqual(['app', 'english']);
  });

  test('gives a record once that holds it in both, by the better of the two', async () => {
    const { library, aids } = fakeOf([record('both', { name: '签到', prose: 'app', english: 'App' })]);
    const { exact } = await runQuery(library, aids, 'app');
    expect(exact.map(({ rank }) => rank.tier)).toEqual(['alias']);
  });
});

describe('a query that stands only where practices are gathered', () => {
  const question = record('question', '村集体的钱从哪里来', { kind: 'question' });
  const theme = record('theme', { name: '产业', alias: '村集体的钱从哪里来' }, { kind: 'theme' });
  const practice = record('practice', { name: '强村工程', prose: '村集体怎样有钱' });
  const others = Array.from({ length: 8 }, (_, i) => record(`other${i}`, `其他第${i}号`));
  const ask = (...records: Parameters<typeof fakeOf>[0]) => {
    const { library, aids } = fakeOf([...records, ...others]);
    return runQuery(library, aids, '村集体的钱从哪里来？');
  };
  const looserOf = async (...records: Parameters<typeof fakeOf>[0]) =>
    (await ask(...records)).looser.flatMap(({ hits }) => idsOf(hits));

  test('finds the practices too, behind the question', async () => {
    const { exact, looser } = await ask(question, practice);
    expect(idsOf(exact)).toEqual(['question']);
    expect(looser.flatMap(({ hits }) => idsOf(hits))).toContain('practice');
    expect((await ask(question, theme, practice)).tried).toContain('some');
  });

  test('is not loosened where a practice holds it as typed, nor where only a theme or a source does', async () => {
    expect(await looserOf(question, practice, record('exact', { name: '甲', prose: '村集体的钱从哪里来' }))).toEqual(
      [],
    );
    expect(await looserOf(theme, practice)).toEqual([]);
    expect(await looserOf(question, record('s', '村集体的钱从哪里来', { kind: 'source' }), practice)).toEqual([]);
  });
});
