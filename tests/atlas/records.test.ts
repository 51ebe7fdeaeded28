import { describe, expect, test } from 'vitest';
import { type Atlas, answerOf, isTimeInferred, type SourceRecord } from '../../src/atlas/records.ts';
import { atlasOf, replace } from './fixture.ts';

function answer(atlas: Atlas, theme: string, county: string) {
  const found = {
    theme: atlas.themes.find(({ id }) => id === theme),
    county: atlas.counties.find(({ id }) => id === county),
  };
  if (!found.theme || !found.county) throw new Error(`no ${theme} or ${county}`);
  const given = answerOf(found.theme, found.county);
  return typeof given === 'string' ? given : given.map(({ ref }) => ref);
}

describe('a county’s answer to a theme', () => {
  test('is its own initiatives, and none of another county', () => {
    expect(answer(atlasOf(), 'incentives', 'lin')).toEqual(['lin/pay', 'lin/training']);
    expect(answer(atlasOf(), 'incentives', 'mou')).toEqual(['mou/village-pay']);
  });

  test('is silence of the report where all of it has been taken up', () => {
    const atlas = atlasOf({ 'content/counties/mou.mdx': replace('name: 某县', 'name: 某县\ncoverage: complete') });
    expect(answer(atlas, 'training', 'mou')).toBe('silent');
  });

  test('is “not yet” where nobody has said that all has been taken up', () => {
    expect(answer(atlasOf(), 'training', 'mou')).toBe('not-yet');
  });

  test('is “not yet” where only a part has been taken up', () => {
    const atlas = atlasOf({
      'content/counties/lin.mdx': replace('themes: [training, incentives]', 'themes: [incentives]'),
    });
    expect(answer(atlas, 'training', 'lin')).toBe('not-yet');
  });
});

describe('a time that is only worked out', () => {
  const source = { dateBasis: 'inferred', date: '2018' } as SourceRecord;

  test('is one in the year of a report whose own date is', () => {
    expect(isTimeInferred({ source }, ['2018-07'])).toBe(true);
    expect(isTimeInferred({ source }, ['2014', '2018'])).toBe(true);
    expect(isTimeInferred({ source }, ['2014', undefined])).toBe(false);
  });

  test('is none where the year stands in the words of the record, or where the report prints its date', () => {
    expect(isTimeInferred({ source, name: '《2018年重点任务清单》' }, ['2018'])).toBe(false);
    expect(isTimeInferred({ source, clause: '到2018年底' }, ['2018'])).toBe(false);
    expect(isTimeInferred({ source: { ...source, dateBasis: 'stated' } }, ['2018'])).toBe(false);
  });
});
