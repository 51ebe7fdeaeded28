import { describe, expect, it } from 'vitest';
import { contentOf, cutQuery, type Field } from '../../src/search/cut.ts';
import { HITS_AT_MOST, type Pagefind, piecesOf, runQuery, WORDS_AT_MOST } from '../../src/search/query.ts';

interface Entry {
  readonly url: string;
  readonly kind?: string;
  readonly county?: string;
  readonly themes?: readonly string[];
  readonly fields: readonly Field[];
}

/** An index that does what Pagefind does with a phrase in quotes: all records whose words hold its words in a row. */
function fakeOf(entries: readonly Entry[]) {
  const asked: string[] = [];
  const pagefind: Pagefind = {
    search: async (query) => {
      asked.push(query);
      const words = /^"(.+)"$/su.exec(query)?.[1];
      if (words === undefined) throw new Error(`not a phrase: ${query}`);
      const keysOf = (fields: readonly Field[]) => fields.map(({ text }) => ` ${cutQuery(text).join(' ')} `).join('|');
      const found = entries.filter(({ fields }) => keysOf(fields).includes(` ${words} `));
      return {
        results: found.map((entry) => ({
          id: entry.url,
          data: async () => ({
            raw_url: entry.url,
            url: `/atlas${entry.url}?highlight=x`,
            // As Pagefind gives it: one of the two is escaped for HTML.
            raw_content: contentOf(entry.fields).replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
            content: contentOf(entry.fields),
            filters: {
              kind: [entry.kind ?? 'initiative'],
              ...(entry.county ? { county: [entry.county] } : {}),
              ...(entry.themes ? { theme: entry.themes } : {}),
            },
          }),
        })),
      };
    },
  };
  return { pagefind, asked };
}

const entry = (url: string, name: string, more: Partial<Entry> = {}): Entry => ({
  url,
  fields: [{ role: 'name', text: name }],
  ...more,
});
const urls = (hits: readonly { readonly url: string }[]) => hits.map(({ url }) => url);

describe('runQuery', () => {
  it('looks a query up as one phrase of single letters', async () => {
    const { pagefind, asked } = fakeOf([]);
    await runQuery(pagefind, '“五化”Ａ');
    expect(asked).toEqual(['"五 化 a"']);
  });

  it('gives a record as it was put in: its own address, kind, county, themes and fields', async () => {
    const record = entry('/a/', '五化建设', { county: 'hengdong', themes: ['branches', 'members'] });
    const { exact } = await runQuery(fakeOf([record]).pagefind, '五化');
    expect(exact).toEqual([
      {
        url: '/a/',
        kind: 'initiative',
        county: 'hengdong',
        themes: ['branches', 'members'],
        fields: [{ role: 'name', text: '五化建设' }],
      },
    ]);
  });

  it('asks nothing of the index where a query holds no letter and no digit', async () => {
    const { pagefind, asked } = fakeOf([entry('/a/', '五化')]);
    for (const query of ['', ' ', '，。', '“”', '\ud800', '<>"\'']) {
      const found = await runQuery(pagefind, query);
      expect(found).toEqual({ whole: [], pieces: [], exact: [], looser: [], total: 0 });
    }
    expect(asked).toEqual([]);
  });

  it('orders by role, then by kind, then by how much of the field the query is', async () => {
    const field = (role: Field['role'], text: string): Partial<Entry> => ({ fields: [{ role, text }] });
    const { pagefind } = fakeOf([
      entry('/prose/', '', field('prose', '培训')),
      entry('/county/', '', { ...field('name', '培训'), kind: 'county' }),
      entry('/theme/', '', { ...field('name', '培训'), kind: 'theme' }),
      entry('/alias/', '', field('alias', '培训')),
      entry('/long/', '', field('name', '基层党建业务季度培训')),
      entry('/short/', '', field('name', '培训班')),
    ]);
    const { exact } = await runQuery(pagefind, '培训');
    expect(urls(exact)).toEqual(['/short/', '/long/', '/theme/', '/county/', '/alias/', '/prose/']);
  });

  it('gives looser hits, which hold all pieces apart, only behind the exact ones and never twice', async () => {
    const { pagefind } = fakeOf([
      entry('/apart/', '书记怎样领工资'),
      entry('/one/', '书记'),
      entry('/exact/', '书记工资'),
    ]);
    const found = await runQuery(pagefind, '书记 工资');
    expect(urls(found.exact)).toEqual(['/exact/']);
    expect(urls(found.looser)).toEqual(['/apart/']);
  });

  it('never loosens a query of one piece', async () => {
    const { pagefind } = fakeOf([entry('/apart/', '书记怎样领工资')]);
    const found = await runQuery(pagefind, '书记工资');
    expect([found.exact, found.looser]).toEqual([[], []]);
  });

  it('passes over pieces that are only punctuation', async () => {
    const { pagefind } = fakeOf([entry('/apart/', '书记怎样领工资')]);
    const found = await runQuery(pagefind, '书记 ， 工资 ——');
    expect(found.pieces).toEqual([cutQuery('书记'), cutQuery('工资')]);
    expect(urls(found.looser)).toEqual(['/apart/']);
  });

  it(`gives all exact hits up to ${HITS_AT_MOST}, and says when there are more`, async () => {
    const many = Array.from({ length: HITS_AT_MOST + 1 }, (_, i) => entry(`/${i}/`, `五化第${i}处`));
    const full = await runQuery(fakeOf(many.slice(0, HITS_AT_MOST)).pagefind, '五化');
    expect([full.exact.length, full.total]).toEqual([HITS_AT_MOST, HITS_AT_MOST]);
    const over = await runQuery(fakeOf(many).pagefind, '五化');
    expect([over.exact.length, over.total]).toEqual([HITS_AT_MOST, HITS_AT_MOST + 1]);
  });

  it(`uses the first ${WORDS_AT_MOST} words of a long query, so that it ends in good time`, async () => {
    const { pagefind, asked } = fakeOf([entry('/a/', '村'.repeat(WORDS_AT_MOST))]);
    const found = await runQuery(pagefind, '村'.repeat(10_000));
    expect(asked[0]?.length).toBeLessThan(3 * WORDS_AT_MOST);
    expect(urls(found.exact)).toEqual(['/a/']);
  });

  it('gives a text with signs of HTML back as it is', async () => {
    const { exact } = await runQuery(fakeOf([entry('/a/', '增速<5% & >2%')]).pagefind, '增速<5%');
    expect(exact[0]?.fields[0]?.text).toBe('增速<5% & >2%');
  });

  it('looks up each piece once, and says which pieces it looked up', async () => {
    const { pagefind } = fakeOf([entry('/a/', '五化建设')]);
    const found = await runQuery(pagefind, '五化 五化 五化');
    expect([found.exact.length, found.looser.length]).toEqual([0, 1]);
    expect(found.pieces).toEqual([cutQuery('五化')]);
    expect(piecesOf('五化 ， “五化” 建设 ')).toEqual(['五化', '建设']);
    expect(piecesOf(Array.from({ length: 99 }, (_, i) => `第${i}`).join(' ')).length).toBeLessThan(20);
  });

  it('asks a bounded number of times however many pieces a query has', async () => {
    const { pagefind, asked } = fakeOf([]);
    await runQuery(pagefind, '村 '.repeat(5000));
    expect(asked.length).toBeLessThan(20);
  });
});
