import { describe, expect, test } from 'vitest';
import { currentAtlas } from '../../src/atlas/current.ts';
import type { TermRecord, ThemeRecord } from '../../src/atlas/records.ts';
import { sampleOf, waysToSearch } from '../../src/search/examples.ts';
import { type Given, themeWith } from '../compare/theme.ts';

const terms = [
  { name: '没有平常说法', aliases: ['联村'], everyday: [] },
  { name: '包联', aliases: ['包村'], everyday: ['管一个村'] },
] as unknown as TermRecord[];

describe('the sample of what can be typed', () => {
  test('is a part of a name that is an alias, a key figure of some length, and a term with everyday words', () => {
    const key = { key: true, printed: '1698个村' };
    const theme = themeWith({
      干部联村: { aliases: ['联村', '干部联村', '另一个名称'], figures: [{ key: false, printed: '250人' }] },
      '“六个一”包村制': {
        county: 'lin',
        aliases: ['“六个一”', '六个一', '包村'],
        figures: [{ key: true, printed: '数十人' }, { key: true, printed: '12人' }, key],
      },
    });
    const { practice, figure, term } = sampleOf([theme], terms);
    expect([practice?.initiative.name, practice?.part]).toEqual(['“六个一”包村制', '六个一']);
    expect([figure, term]).toEqual([key, terms[1]]);
  });

  test('takes no part under which another practice is known too, whether or not that one is telling', () => {
    const theme = themeWith({
      '“六个一”包村制': { placed: true, aliases: ['六个一', '包村制'] },
      六件事: { aliases: ['“六个一”'] },
    });
    expect(sampleOf([theme], []).practice?.part).toBe('包村制');
  });

  test('misses what no record has', () => {
    const none = { practice: undefined, figure: undefined, term: undefined };
    expect(sampleOf([themeWith({ 培训: {} })], terms)).toEqual(none);
    expect(sampleOf([], [])).toEqual(none);
  });

  test('has all three in the real atlas', () => {
    const { themes, terms: own } = currentAtlas();
    const { practice, figure, term } = sampleOf(themes, own);
    expect(practice?.initiative.name).toContain(practice?.part);
    expect(figure?.key).toBe(true);
    expect(term?.everyday.length).toBeGreaterThan(0);
  });
});

describe('the ways to search', () => {
  const given: Given = {
    aliases: ['六个一', '包村'],
    figures: [{ key: true, printed: '1698个村' }],
    english: 'Six Ones',
  };
  const theme: ThemeRecord = { ...themeWith({ '“六个一”包村制': given }), name: '选举', question: '怎样选举' };

  test('have each its examples, and where these are nothing of a name the name that they find', () => {
    expect(waysToSearch([theme], terms)).toEqual([
      { way: 'part', examples: ['六个一'] },
      { way: 'number', examples: ['1698个村'] },
      { way: 'pinyin', examples: ['liugeyi', 'lgy'] },
      { way: 'traditional', examples: ['選舉'] },
      { way: 'everyday', examples: ['管一个村'], finds: '包联' },
      { way: 'english', examples: ['Six Ones'] },
      { way: 'question', examples: ['怎样选举'] },
    ]);
  });

  test('are left out where no record gives an example', () => {
    expect(waysToSearch([], terms)).toEqual([]);
    const bare = { ...themeWith({ 培训: {} }), name: '选举', question: '' };
    expect(waysToSearch([bare], terms)).toEqual([{ way: 'traditional', examples: ['選舉'] }]);
  });

  test('are all there in the real atlas', () => {
    const atlas = currentAtlas();
    const ways = waysToSearch(atlas.themes, atlas.terms);
    expect(ways.map(({ way }) => way)).toEqual([
      'part',
      'number',
      'pinyin',
      'traditional',
      'everyday',
      'english',
      'question',
    ]);
    expect(ways.filter(({ examples }) => examples.length === 0 || examples.includes(''))).toEqual([]);
  });
});
