import { describe, expect, test } from 'vitest';
import { cutQuery } from '../../src/search/cut.ts';
import { hitsOf } from '../../src/search/hits.ts';
import { nameHits } from '../../src/search/query.ts';
import { fakeOf, idsOf, record } from './fake.ts';

describe('the hits of a phrase', () => {
  const { library, asked } = fakeOf([
    record('prose', { name: '甲', prose: '季度培训' }),
    record('summary', { name: '甲', summary: '季度培训' }),
    record('figure', { name: '甲', figure: '3期：培训' }),
    record('part', { name: '甲', part: '培训' }),
    record('alias-part', { name: '甲', alias: '培训班' }),
    record('long', '基层党建业务季度培训'),
    record('short', '培训班'),
    record('again', '培训班'),
    record('term', '培训班', { kind: 'term' }),
    record('alias', { name: '甲', alias: '“培训”' }),
    record('name', '培训', { kind: 'source' }),
    record('other', '书记'),
  ]);

  test('stand by tier, then by kind, then by share, then as in the table', async () => {
    expect(idsOf(await hitsOf(library, '培训'))).toEqual([
      'name',
      'alias',
      'short',
      'again',
      'long',
      'term',
      'alias-part',
      'part',
      'figure',
      'summary',
      'prose',
    ]);
  });

  test('of a printed number are first where it belongs, then the indicators that gather it', async () => {
    const site = [
      record('indicator', { name: '工资', figure: '3053元/月：工资' }, { kind: 'indicator' }),
      record('question', { name: '拿多少', summary: '3053元/月' }, { kind: 'question' }),
      record('county', { name: '衡东县', figure: '3053元/月：工资' }, { kind: 'county' }),
      record('practice', { name: '甲', figure: '3053元/月：工资' }),
    ];
    expect(idsOf(await hitsOf(fakeOf(site).library, '3053元/月'))).toEqual([
      'practice',
      'county',
      'indicator',
      'question',
    ]);
  });

  test('of a name are the practice before the indicator, and a question behind both', async () => {
    const site = [
      record('question', '村级后备干部有多少', { kind: 'question' }),
      record('indicator', '村级后备干部', { kind: 'indicator' }),
      record('alias', { name: '甲', alias: '村级后备干部' }),
      record('part', '储备村级后备干部的办法'),
      record('summary', { name: '乙', summary: '村级后备干部' }),
    ];
    const { library, table } = fakeOf(site);
    const ordered = ['alias', 'indicator', 'part', 'summary', 'question'];
    expect(idsOf(await hitsOf(library, '村级后备干部'))).toEqual(ordered);
    expect(idsOf(nameHits(table, '村级后备干部'))).toEqual(ordered.slice(0, 3));
    expect(idsOf(await hitsOf(library, '村级后备干部有多少？'))).toEqual(['question']);
  });

  test('are marked with the words of the phrase, and looked up without signs that count for nothing', async () => {
    const hits = await hitsOf(library, '《培·训》');
    expect(hits[0]?.marks).toEqual([cutQuery('培训')]);
    expect(new Set(asked)).toEqual(new Set(['"培 训"']));
  });

  test('are none for a phrase without words', async () => {
    expect(await hitsOf(library, '，“”')).toEqual([]);
  });
});
