import { describe, expect, test } from 'vitest';
import type { Atlas } from '../../src/atlas/records.ts';
import { filled } from '../../src/atlas/resolve.ts';
import { append, atlasOf, type Changes, replace, validAtlas } from './fixture.ts';

const LIN = 'content/counties/lin.mdx';

function parts(atlas: Atlas) {
  const county = (id: string) => atlas.counties.find((one) => one.id === id);
  return {
    lin: county('lin'),
    mou: county('mou'),
    figure: (ref: string) => atlas.figures.get(ref),
    initiative: (ref: string) => atlas.initiatives.get(ref),
  };
}

describe('links lead both ways', () => {
  const { lin, figure, initiative } = parts(validAtlas());

  test('between a county and its figures, initiatives and sources', () => {
    for (const one of lin?.figures ?? []) expect(one.county).toBe(lin);
    for (const one of lin?.initiatives ?? []) expect(one.county).toBe(lin);
    for (const one of lin?.sources ?? []) expect(one.county).toBe(lin);
    expect(lin?.figures).toHaveLength(3);
  });

  test('between a figure and its initiative', () => {
    const pay = initiative('lin/pay');
    expect(figure('lin/secretary-wage')?.initiative).toBe(pay);
    expect(pay?.figures).toEqual([figure('lin/secretary-wage')]);
    expect(figure('lin/trained')?.initiative).toBeUndefined();
  });

  test('between a figure and its indicator', () => {
    const [indicator] = figure('mou/secretary-pay') ? (figure('lin/secretary-wage')?.indicators ?? []) : [];
    expect(indicator?.figures.map(({ ref }) => ref)).toEqual(['lin/secretary-wage', 'mou/secretary-pay']);
  });

  test('between an initiative and its themes, the most telling first', () => {
    const training = initiative('lin/training');
    expect(training?.themes.map(({ id }) => id)).toEqual(['training', 'incentives']);
    for (const theme of training?.themes ?? []) expect(theme.initiatives).toContain(training);
  });

  test('between a remark, its source, its figures and its initiatives', () => {
    const remark = lin?.sources[0].remarks[0];
    expect(remark?.url).toBe('/counties/lin/#remark-vague-number');
    expect(figure('lin/trained')?.remarks).toEqual([remark]);
    expect(initiative('lin/training')?.remarks).toEqual([remark]);
    expect(remark?.figures).toEqual([figure('lin/trained')]);
  });
});

describe('order', () => {
  test('of counties is that of their reports, the older first, one without a date by the earliest it can have', () => {
    const order = (changes: Changes) => atlasOf(changes).counties.map(({ id }) => id);
    expect(order({})).toEqual(['lin', 'mou']);
    expect(order({ 'content/sources/lin-2017.yaml': replace("'2017-03'", "'2019'") })).toEqual(['mou', 'lin']);
    expect(order({ 'content/sources/lin-2017.yaml': replace("notBefore: '2017-03'\n", '') })).toEqual(['mou', 'lin']);
  });

  test('of themes is that of their numbers', () => {
    expect(atlasOf().themes.map(({ id }) => id)).toEqual(['training', 'incentives']);
  });
});

describe('addresses', () => {
  const atlas = validAtlas();
  test.each([
    ['a county', atlas.counties[0]?.url, '/counties/lin/'],
    ['an initiative', atlas.initiatives.get('lin/pay')?.url, '/counties/lin/#pay'],
    ['a figure', atlas.figures.get('lin/trained')?.url, '/counties/lin/#fig-trained'],
    ['a theme', atlas.themes[0]?.url, '/themes/training/'],
    ['an indicator', atlas.indicators[0]?.url, '/indicators/village-secretary-pay/'],
    ['a source', atlas.sources[0]?.url, '/sources/lin-2017/'],
    ['a term', atlas.terms[0]?.url, '/terms/#two-committees'],
  ])('%s stands at its address', (_, url, expected) => {
    expect(url).toBe(expected);
  });
});

describe('text', () => {
  test('of an initiative is its prose with figures as printed and names for links', () => {
    expect(atlasOf().initiatives.get('lin/pay')?.text).toBe('两委的书记工资为3000元/月，邻近的某县为3.6万元。');
  });

  test('of an initiative that the body does not tell is empty', () => {
    const training = atlasOf().initiatives.get('lin/training');
    expect(training?.placed).toBe(false);
    expect(training?.text).toBe('');
  });

  test('of a county is what stands outside its initiatives', () => {
    expect(parts(atlasOf()).lin?.text).toBe('报酬\n报道先写村干部报酬动态增长，再写本县。');
    expect(parts(atlasOf({ [LIN]: append('\n<Figure id="trained" />') })).lin?.text).toMatch(/数十人$/);
  });

  test('of a theme is its body', () => {
    expect(atlasOf().themes[1]?.text).toBe('报酬\n某县（2018年）见村干部报酬动态增长，书记年均3.6万元。');
  });

  test('of a record is filled with its own county’s figures, or those that it names', () => {
    const { figures } = atlasOf();
    expect(filled('{trained}和{mou/pay-fund}', figures, 'lin')).toBe('数十人和不低于1200万元');
    expect(filled('{mou/pay-fund}', figures)).toBe('不低于1200万元');
  });

  test('with a place that leads nowhere is left as it stands', () => {
    expect(filled('{nothing}', atlasOf().figures, 'lin')).toBe('{nothing}');
  });
});

test('a figure without a source of its own stands in the county’s first', () => {
  expect(atlasOf().figures.get('lin/trained')?.source.id).toBe('lin-2017');
});
