import { expect, test } from 'vitest';
import type { Work } from '../../src/cite/work.ts';
import { article, breadcrumbList, dataset, jsonLd, webSite } from '../../src/share/json-ld.ts';
import { yearsOf } from '../../src/share/years.ts';
import { faultsIn } from './vocabulary.ts';

const report = {
  id: 'mou-2018',
  writers: ['甲'],
  title: '某县经验',
  subtitle: '某县纪实',
  publisher: '某报',
  date: '2018-07-09',
  inferred: false,
  notBefore: undefined,
  medium: 'newspaper',
  address: 'https://a.example/1',
} as const;
const work: Work = {
  key: 'mou',
  title: '某县</script><!--',
  english: 'Mou County',
  kind: 'page',
  version: '0123456789ab',
  address: '/counties/mou/',
  reports: [report],
};

test('nothing in a block can end the element that it stands in', () => {
  const block = jsonLd([article(work, '', '/')]);
  expect(block).not.toContain('<');
  expect(JSON.parse(block)['@graph'][0].headline).toBe(work.title);
});

test('a page names the report that it is based on, with what the report says of itself', () => {
  expect(article(work, '说明', '/')).toMatchObject({
    version: '0123456789ab',
    isBasedOn: [
      {
        name: '某县经验',
        alternativeHeadline: '某县纪实',
        author: [{ '@type': 'Person', name: '甲' }],
        publisher: { name: '某报' },
        datePublished: '2018-07-09',
        url: 'https://a.example/1',
      },
    ],
  });
});

test('what a report lacks is left out, a date that is only worked out too', () => {
  const lacking = { ...report, writers: [], subtitle: undefined, publisher: null, address: null };
  const bare = { '@type': 'CreativeWork', name: '某县经验' };
  expect(article({ ...work, reports: [{ ...lacking, date: null }] }, '', '/')).toMatchObject({ isBasedOn: [bare] });
  const inferred = article({ ...work, reports: [{ ...lacking, date: '2018', inferred: true }] }, '', '/');
  expect(JSON.stringify(inferred)).not.toContain('2018');
});

test('a day stands in a page only where its record names one', () => {
  expect(JSON.stringify(article(work, '', '/'))).not.toContain('dateModified');
  expect(article(work, '', '/', '2026-03-04')).toMatchObject({ dateModified: '2026-03-04' });
});

test('a site whose origin is not known offers no search: a place for the query needs a whole address', () => {
  expect(JSON.stringify(webSite(work, '', undefined))).not.toContain('SearchAction');
  const search = 'https://atlas.example/search/?q={search_term_string}';
  expect(webSite(work, '', search)).toMatchObject({ potentialAction: { target: { urlTemplate: search } } });
});

test('breadcrumbs count from one', () => {
  const trail = [
    { name: '首页', url: '/' },
    { name: '县', url: '/counties/' },
  ];
  expect(breadcrumbList(trail)).toMatchObject({
    itemListElement: [
      { position: 1, name: '首页', item: '/' },
      { position: 2, name: '县', item: '/counties/' },
    ],
  });
});

test('the vocabulary has all of it, and refuses what it does not have', () => {
  const graph = (thing: string) => `{"@context":"https://schema.org","@graph":[${thing}]}`;
  const blocks = new Map([
    [
      'ours',
      jsonLd([
        article(work, '说明', '/', '2026-03-04'),
        dataset(work, '说明', '/', [{ url: '/a.csv', type: 'text/csv' }], { parts: ['某数'], years: '2016/2018' }),
        webSite(work, '说明', 'https://atlas.example/search/?q={search_term_string}'),
        breadcrumbList([{ name: '首页', url: '/' }]),
      ]),
    ],
    ['type', graph('{"@type":"Artikel"}')],
    ['property', graph('{"@type":"Article","headlin":"x"}')],
    ['value', graph('{"@type":"DataDownload","contentUrl":3}')],
    ['nested', graph('{"@type":"Article","author":{"@type":"Dataset","name":"x"}}')],
  ]);
  expect(faultsIn(blocks).map(([name]) => name)).toEqual(['type', 'property', 'value', 'nested']);
});

test('the years told of reach from the first to the last that a report names', () => {
  const periods = [{ period: { from: '2016-05', to: '2018' } }, { period: undefined }, { period: { to: '2011' } }];
  expect(yearsOf(periods)).toBe('2011/2018');
  expect(yearsOf([{ period: { from: '2016', to: '2016-12' } }])).toBe('2016');
  expect(yearsOf([{ period: undefined }])).toBeUndefined();
});
