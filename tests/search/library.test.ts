import { describe, expect, test } from 'vitest';
import { libraryOf, type Pagefind, type PagefindResult } from '../../src/search/library.ts';
import { fakeOf, idOf, idsOf, record, tableOf } from './fake.ts';

const records = [record('a', { name: '五化建设', summary: '建设五化，五化建设' }), record('b', '书记项目')];

describe('a library', () => {
  test('finds the records that hold words in a row, and the word at which they stand first', async () => {
    const { library } = fakeOf(records);
    const found = await library.find(['建', '设']);
    expect(idsOf(found)).toEqual(['a']);
    // Before it: the letter of the role, 五 and 化.
    expect(found[0]?.at).toBe(3);
    expect(await library.find(['化', '书'])).toEqual([]);
  });

  test('takes the first of all places of a single word, in whatever order they come', async () => {
    expect((await fakeOf(records).library.find(['五']))[0]?.at).toBe(1);
  });

  test('asks the index once for a phrase, however often and however soon again', async () => {
    const { library, asked } = fakeOf(records);
    const [one, two] = await Promise.all([library.find(['五', '化']), library.find(['五', '化'])]);
    const three = await library.find(['五', '化']);
    expect([two, three]).toEqual([one, one]);
    expect(asked).toEqual(['"五 化"']);
    await library.find(['五']);
    expect(asked.length).toBe(2);
  });

  test('asks nothing for no words', async () => {
    const { library, asked } = fakeOf(records);
    expect(await library.find([])).toEqual([]);
    expect(asked).toEqual([]);
  });

  test('does not keep a failure: the next attempt may succeed', async () => {
    const { pagefind, table } = fakeOf(records);
    let broken = true;
    const library = libraryOf(table, {
      search: async (query) => {
        if (broken) throw new Error('no network');
        return pagefind.search(query);
      },
    });
    await expect(library.find(['五'])).rejects.toThrow('no network');
    broken = false;
    expect(idsOf(await library.find(['五']))).toEqual(['a']);
  });

  test('throws at a record that the table does not have, and says which', async () => {
    const { pagefind } = fakeOf(records);
    const library = libraryOf(tableOf(records.slice(1)), pagefind);
    await expect(library.find(['五'])).rejects.toThrow(idOf(records[0]?.url ?? ''));
  });

  test('reads a record’s fields only when asked, and without its English name', async () => {
    const own = record('c', { name: '田间课堂', alias: '“课堂”', prose: ['一。', '二<三。'], english: 'Field class' });
    const { library, opened } = fakeOf([own]);
    const [place] = await library.find(['田']);
    expect(opened).toEqual([]);
    expect(place && (await library.fieldsOf(place.row))).toEqual([
      { role: 'alias', text: '“课堂”' },
      { role: 'name', text: '田间课堂' },
      { role: 'prose', text: '一。' },
      { role: 'prose', text: '二<三。' },
    ]);
    expect(opened).toEqual([own.url]);
  });

  test('has the fields of a record that no query has found, by its own name', async () => {
    const { library, table } = fakeOf(records);
    const [row] = table.rows;
    expect(row && (await library.fieldsOf(row))).toEqual([
      { role: 'name', text: '五化建设' },
      { role: 'summary', text: '建设五化，五化建设' },
    ]);
  });

  test('finds a long phrase by its beginning and the texts, where few records hold that, and loads no more of the index', async () => {
    const long = '甲乙丙丁戊己庚辛壬癸';
    const few = fakeOf([record('a', { name: '天', prose: `子丑，${long}。` }), record('b', `${long.slice(0, 4)}寅卯`)]);
    const places = await few.library.find([...long]);
    expect(places.map(({ row, at }) => [row.url, at])).toEqual([['/counties/hengdong/#a', 6]]);
    expect(few.asked).toEqual(['"甲 乙 丙 丁"']);
    const many = fakeOf(
      Array.from({ length: 12 }, (_, i) => record(`r${i}`, `${long.slice(0, 4)}${i}`)).concat(record('x', long)),
    );
    expect((await many.library.find([...long])).map(({ row }) => row.name)).toEqual([long]);
    expect(many.asked).toEqual(['"甲 乙 丙 丁"', `"${[...long].join(' ')}"`]);
  });

  test('says when a record cannot be read', async () => {
    const result: PagefindResult = {
      id: idOf(records[0]?.url ?? ''),
      words: [1],
      data: () => Promise.reject(new Error('no network')),
    };
    const pagefind: Pagefind = { search: async () => ({ results: [result] }) };
    const library = libraryOf(tableOf(records), pagefind);
    const [place] = await library.find(['五']);
    await expect(place && library.fieldsOf(place.row)).rejects.toThrow('no network');
  });
});
