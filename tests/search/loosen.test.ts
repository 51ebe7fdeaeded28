import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cutQuery } from '../../src/search/cut.ts';
import { nearestNames } from '../../src/search/loosen.ts';
import { type Answer, runQuery, WAYS } from '../../src/search/query.ts';
import type { SearchRecord } from '../../src/search/records.ts';
import { fakeOf, idsOf, record, term } from './fake.ts';

async function run(query: string, ...records: SearchRecord[]): Promise<Answer> {
  const { library, aids } = fakeOf(records);
  return runQuery(library, aids, query);
}
/** What was found more loosely, as `way: ids`. */
const found = ({ looser }: Answer) => looser.map(({ way, hits }) => `${way}: ${idsOf(hits).join(' ')}`);
const readOf = ({ looser }: Answer, way: string) => looser.find((one) => one.way === way)?.read;

// Records about other things, so that a word of two of them still tells them from most.
const others = Array.from({ length: 12 }, (_, i) => record(`other${i}`, `其他第${i}号`));

describe('plain', () => {
  const site = [record('a', { name: '搬迁', figure: '10107人：搬迁人口' }), record('b', '党员干部为民服务')];

  test('finds what was typed in traditional letters', async () => {
    const answer = await run('黨員幹部為民服務', ...site);
    expect(found(answer)).toEqual(['plain: b']);
    expect(readOf(answer, 'plain')).toEqual(['党员干部为民服务']);
    expect(answer.looser[0]?.hits[0]?.marks).toEqual([cutQuery('党员干部为民服务')]);
  });

  test('finds a number without the commas of its thousands', async () => {
    expect(found(await run('10,107人', ...site))).toEqual(['plain: a']);
    expect(found(await run('10，107', ...site))).toEqual(['plain: a']);
    expect(found(await run('10,10', ...site))).not.toContain('plain: a');
  });

  test('is not tried where nothing changes', async () => {
    expect((await run('书记项目', ...site)).tried).not.toContain('plain');
  });
});

describe('apart', () => {
  const site = [record('apart', '书记怎样领工资'), record('one', '书记'), record('exact', '书记工资')];

  test('finds the records that hold all pieces, behind those that hold them in a row', async () => {
    const answer = await run('书记 工资', ...site);
    expect(idsOf(answer.exact)).toEqual(['exact']);
    expect(found(answer)).toEqual(['apart: apart']);
    expect(readOf(answer, 'apart')).toEqual(['书记', '工资']);
    expect(answer.looser[0]?.hits[0]?.marks).toEqual([cutQuery('书记'), cutQuery('工资')]);
  });

  test('takes the pieces in any order, and passes over those that are only punctuation', async () => {
    const answer = await run('工资 ， 书记', ...site);
    expect(idsOf(answer.exact)).toEqual([]);
    expect(answer.looser[0]).toMatchObject({ way: 'apart' });
    expect(idsOf(answer.looser[0]?.hits ?? []).sort()).toEqual(['apart', 'exact']);
  });

  test('is not tried for a query of one piece', async () => {
    expect((await run('书记领工资', ...site)).tried).not.toContain('apart');
    expect((await run('书记项目 书记项目', ...site)).tried).not.toContain('apart');
  });

  test('looks no further once it has found something', async () => {
    expect((await run('工资 书记', ...site)).tried).toEqual(['apart']);
  });
});

describe('english', () => {
  const site = [
    record('pay', { name: '甲', english: 'Salaries of village secretaries' }),
    record('village', { name: '乙', english: 'Village history rooms' }),
    record('canteen', { name: '丙' }, { everyday: ['where old people eat'] }),
    term('secretary', '村支书'),
  ];

  test('finds English names by their words in any order and form', async () => {
    const answer = await run('what is the village secretary salary', ...site);
    expect(found(answer)[0]).toBe('english: pay');
    expect(readOf(answer, 'english')).toEqual(['what is the village secretary salary']);
  });

  test('finds records that hold the Chinese for an English term', async () => {
    const words = record('term', { name: '驻村工作队', english: 'Resident team' }, { kind: 'term' });
    const answer = await run(
      'teams who are resident',
      words,
      record('user', { name: '甲', prose: '驻村工作队每月开会' }),
    );
    expect(found(answer)).toEqual(['english: term user']);
    expect(answer.looser[0]?.hits.find(({ row }) => row.url.endsWith('user'))?.marks).toEqual([cutQuery('驻村工作队')]);
  });

  test('finds what people say in English', async () => {
    expect(found(await run('old people eating', ...site))).toEqual(['english: canteen']);
  });
});

describe('pinyin', () => {
  const site = [
    record('street', { name: '党建示范街' }),
    record('salon', { name: '甲', alias: '三会一课' }),
    term('line', '群众路线', '走群众路线'),
    record('prose', { name: '乙', prose: '党建示范街长五百米' }),
  ];

  test('finds names by syllables, and what holds them', async () => {
    const answer = await run('dangjian shifanjie', ...site);
    expect(found(answer)).toEqual(['pinyin: street prose']);
    expect(readOf(answer, 'pinyin')).toEqual(['党建示范街']);
  });

  test('finds names by initials, and other names too', async () => {
    expect(found(await run('djsfj', ...site))).toEqual(['pinyin: street prose']);
    expect(found(await run('shyk', ...site))).toEqual(['pinyin: salon']);
    expect(found(await run('zouqunzhongluxian', ...site))).toEqual(['pinyin: line']);
  });

  test('takes pieces apart that stand in different names', async () => {
    const pieces = [record('both', { name: '书记项目', alias: '考核办法' }), record('one', '书记')];
    expect(found(await run('kaohe shuji', ...pieces))).toEqual(['pinyin: both']);
  });

  test('is read within a query in Han letters too, with a blank or without', async () => {
    const pieces = [record('both', { name: '党员管理', prose: '每年考核' }), record('one', '考核办法')];
    expect(found(await run('党员 kaohe', ...pieces))).toContain('same: both');
    expect(found(await run('党员kaohe', ...pieces))).toContain('same: both');
  });

  test('is told as tried where it finds nothing', async () => {
    const answer = await run('xyzzy', ...site);
    expect(answer.tried).toContain('pinyin');
    expect(answer.looser).toEqual([]);
  });
});

describe('typo', () => {
  const site = [record('team', '驻村工作队'), record('lane', '走村巷'), term('allowance', '误工补贴', '务工补助费')];

  test('finds a name of which a letter is wrong, missing or too much', async () => {
    for (const query of ['驻村工做队', '驻村工作的队', '驻村工队']) {
      const answer = await run(query, ...site, ...others);
      expect(found(answer)[0], query).toBe('typo: team');
      expect(readOf(answer, 'typo'), query).toContain('驻村工作队');
    }
  });

  test('finds names of three letters, and other names of terms', async () => {
    expect(found(await run('走村港', ...site, ...others))[0]).toBe('typo: lane');
    expect(found(await run('务工补住费', ...site, ...others))[0]).toBe('typo: allowance');
  });

  test('is not tried for a query in Latin letters alone', async () => {
    expect((await run('zhucun gongzuodui', ...site)).tried).not.toContain('typo');
  });
});

describe('same', () => {
  const pay = term('pay', '报酬', '工资', '薪水');
  const secretary = term('secretary', '村党组织书记', '村支书');
  const site = [
    pay,
    secretary,
    record('a', { name: '甲', prose: '村党组织书记的报酬' }),
    record('b', '报酬'),
    ...others,
  ];

  test('finds what holds other words for the same, where the query is a term', async () => {
    const answer = await run('工资', ...site);
    expect(idsOf(answer.exact)).toEqual(['pay']);
    expect(found(answer)).toEqual(['same: b a']);
    expect(readOf(answer, 'same')).toEqual(['工资（报酬等）']);
  });

  test('takes a question apart and answers all of it', async () => {
    const answer = await run('村支书的薪水是多少？', ...site);
    expect(answer.exact).toEqual([]);
    expect(found(answer)[0]).toBe('same: a');
    expect(readOf(answer, 'same')).toEqual(['村支书（村党组织书记）', '薪水（报酬等）']);
  });

  test('finds what people say for a record', async () => {
    const canteen = record('canteen', '长者食堂', { everyday: ['老人吃饭'] });
    expect(found(await run('老人吃饭', canteen, ...others))).toEqual(['same: canteen']);
  });

  test('finds the records of a county that is named', async () => {
    const [one, two] = ['hengdong', 'dongan'].map((county) =>
      record(county, { name: '甲', prose: '干部考试' }, { county }),
    );
    const answer = await run('东安县的考试', ...[one, two].flatMap((item) => item ?? []), ...others);
    expect(found(answer)[0]).toBe('same: dongan');
  });
});

describe('some', () => {
  test('finds what answers part of a query, the best first, where nothing answers all of it', async () => {
    const answer = await run(
      '荆竹村的竹子厂',
      record('both', { name: '甲', prose: '荆竹村办了竹子加工' }),
      record('one', { name: '乙', prose: '竹子' }),
      ...others,
    );
    expect(answer.exact).toEqual([]);
    expect(found(answer)).toEqual(['some: both one']);
  });

  test('leaves out what answers only with a word that most records have', async () => {
    const common = Array.from({ length: 9 }, (_, i) => record(`c${i}`, { name: `第${i}号`, prose: '工作' }));
    const answer = await run('蘑菇工作', record('mushroom', { name: '甲', prose: '蘑菇' }), ...common);
    expect(found(answer)).toEqual(['some: mushroom']);
  });

  test('finds part of an English query', async () => {
    const answer = await run(
      'mushroom growing zebras',
      record('a', { name: '甲', english: 'Mushroom farm' }),
      ...others,
    );
    expect(found(answer)).toEqual(['some: a']);
  });

  test('shows twenty at most, and other ways sixty', async () => {
    const many = Array.from({ length: 80 }, (_, i) => record(`r${i}`, { name: '甲', prose: '蘑菇' }));
    const rest = Array.from({ length: 400 }, (_, i) => record(`s${i}`, '乙'));
    const some = await run('蘑菇鑫鑫', ...many, ...rest);
    expect(some.looser.map(({ way, hits }) => [way, hits.length])).toEqual([['some', 20]]);
    const both = many.map((one) => ({ ...one, fields: [...one.fields, { role: 'prose', text: '种植' } as const] }));
    const apart = await run('种植 蘑菇', ...both);
    expect(apart.looser.map(({ way, hits }) => [way, hits.length])).toEqual([['apart', 60]]);
  });
});

describe('the nearest names', () => {
  test('are given where nothing is found, most alike first, five at most', async () => {
    const near = Array.from({ length: 6 }, (_, i) => record(`n${i}`, `鑫${'甲'.repeat(i + 1)}`));
    const { table } = fakeOf(near);
    expect(nearestNames(table, ['鑫']).map(({ name }) => name)).toHaveLength(5);
    const site = fakeOf([record('far', '党员干部考核办法'), record('near', '党员考核'), record('none', '食堂')]).table;
    expect(nearestNames(site, cutQuery('考核党员')).map(({ name }) => name)).toEqual(['党员考核', '党员干部考核办法']);
  });

  test('leave out pages and sources, and names that share nothing', () => {
    const site = fakeOf([record('p', '关于', { kind: 'page' }), record('s', '关于', { kind: 'source' })]).table;
    expect(nearestNames(site, cutQuery('关于'))).toEqual([]);
    expect(nearestNames(site, cutQuery('食堂'))).toEqual([]);
  });

  test('are not given beside anything found', async () => {
    expect((await run('考核 党员', record('a', '党员考核'))).nearest).toEqual([]);
  });
});

describe('a loosened query', () => {
  const site = [
    record('a', { name: '村党组织书记报酬', alias: '书记工资', prose: '书记的报酬', english: 'Pay of secretaries' }),
    record('b', { name: '书记项目', figure: '10107人：党员', english: 'Projects' }, { everyday: ['当官做事'] }),
    record(
      'c',
      { name: '长者食堂', prose: '书记 报酬' },
      { county: 'dongan', everyday: ['老人吃饭', 'old people eat'] },
    ),
    term('pay', '报酬', '工资', '薪水'),
    term('secretary', '村党组织书记', '村支书'),
    record('county', '东安县', { kind: 'county', county: 'dongan' }),
  ];
  const pieces = [
    '工资',
    '书记',
    '村支书',
    '薪水',
    '報酬',
    '東安',
    '长者实堂',
    '老人',
    'shuji',
    'old',
    'pay',
    '10,107',
    '？',
    '鑫',
    '的',
  ];
  const typed = fc
    .array(fc.tuple(fc.constantFrom(...pieces), fc.constantFrom('', ' ')), { minLength: 1, maxLength: 4 })
    .map((list) => list.flat().join(''));

  test('lists no record twice, repeats no exact hit, and tells every way by which it found something', async () => {
    const { library, aids } = fakeOf(site);
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(typed, async (query) => {
        const { exact, looser, tried, nearest } = await runQuery(library, aids, query);
        const all = [exact, ...looser.map(({ hits }) => hits)].flat().map(({ row }) => row.url);
        expect(new Set(all).size).toBe(all.length);
        for (const { way, hits } of looser) {
          seen.add(way);
          expect(hits.length).toBeGreaterThan(0);
          expect(tried).toContain(way);
        }
        // A wrong letter is tried before the pieces or after them, as the pieces are letters or words.
        const steps = WAYS.filter((way) => way !== 'typo');
        for (const ways of [looser.map(({ way }) => way), tried]) {
          expect(ways.filter((way) => way !== 'typo')).toEqual(steps.filter((way) => ways.includes(way)));
          if (ways.includes('some')) expect(ways.at(-1)).toBe('some');
        }
        if (all.length > 0) expect(nearest).toEqual([]);
      }),
      { numRuns: 500 },
    );
    expect([...seen].sort()).toEqual([...WAYS].sort());
  });

  test('takes words in another order for likelier than a wrong letter', async () => {
    const names = [record('order', '乡镇党委书记述职'), record('typo', '挂职书记'), record('word', '述职')];
    expect(found(await run('述职书记', ...names))).toEqual(['same: order', 'typo: typo']);
  });

  test('fetches traditional letters, pinyin and English only for a query that may need them', async () => {
    const han = fakeOf(site);
    await runQuery(han.library, han.aids, '鑫鑫');
    expect(han.fetched).toContain('traditional');
    expect(han.fetched).not.toContain('pinyin');
    expect(han.fetched).not.toContain('english');
    const latin = fakeOf(site);
    await runQuery(latin.library, latin.aids, 'shujixiangmu');
    expect(latin.fetched).toContain('pinyin');
    expect(latin.fetched).not.toContain('traditional');
    const number = fakeOf(site);
    await runQuery(number.library, number.aids, '10,107');
    expect(number.fetched).not.toContain('pinyin');
  });

  test('fails where a table that it needs cannot be fetched', async () => {
    const { library, aids } = fakeOf(site);
    const broken = { ...aids, words: () => Promise.reject(new Error('no network')) };
    await expect(runQuery(library, broken, '鑫鑫')).rejects.toThrow('no network');
  });
});
