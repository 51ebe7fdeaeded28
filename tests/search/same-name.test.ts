import { describe, expect, test } from 'vitest';
import { cutQuery } from '../../src/search/cut.ts';
import { sameNamesOf, titleOf } from '../../src/search/same-name.ts';
import type { Row } from '../../src/search/table.ts';
import { record, tableOf } from './fake.ts';

const friend = (id: string, name: string, ...sharedBy: string[]) =>
  record(id, titleOf(name), { kind: 'friend', sharedBy });
const { rows } = tableOf([
  record('demo', '“五化”示范点'),
  record('homes', '五通五化', { county: 'dongan' }),
  record('plus', '党建+企业发展'),
  record('grain', '党建+粮食生产', { county: 'dongan' }),
  record('other', '五化以外的'),
  friend('five', '五化', '/counties/hengdong/#demo', '/counties/dongan/#homes'),
  friend('sites', '示范点', '/counties/hengdong/#demo', '/counties/dongan/#grain'),
  friend('party-plus', '党建+', '/counties/hengdong/#plus', '/counties/dongan/#grain'),
]);
const [demo, homes, plus, grain, other] = rows as [Row, Row, Row, Row, Row];
/** What is said of a practice that was found by what was typed, or by words that were looked up instead. */
const said = (row: Row, typed: string, ...lookedUp: string[]) =>
  sameNamesOf({ row, marks: lookedUp.map(cutQuery) }, typed).map(
    ({ name, row: { url }, counties }) => `${name} ${url} ${counties.map((county) => county.name)}`,
  );

describe('that a name is something else elsewhere', () => {
  test('is said of a practice found by this name, with the other counties', () => {
    expect(said(demo, '五化', '五化')).toEqual(['五化 /friend/five/ 东安县']);
    expect(said(homes, '五化', '五化')).toEqual(['五化 /friend/five/ 衡东县']);
  });

  test('is said where the name is a part of what was typed, of each such name', () => {
    expect(said(demo, '“五化” 示范点')).toEqual(['五化 /friend/five/ 东安县', '示范点 /friend/sites/ 东安县']);
  });

  test('is said where the name was looked up for what was typed', () => {
    expect(said(homes, 'wuhua', '五化')).toEqual(['五化 /friend/five/ 衡东县']);
  });

  test('is not said of a practice found by something else, nor of one that does not share the name', () => {
    expect(said(homes, '五通', '五通')).toEqual([]);
    expect(said(homes, '五', '五')).toEqual([]);
    expect(said(other, '五化', '五化')).toEqual([]);
  });

  test('tells a name with a sign from the same letters without it', () => {
    expect(said(plus, '党建', '党建')).toEqual([]);
    expect(said(plus, '党建+', '党建')).toEqual(['党建+ /friend/party-plus/ 东安县']);
    expect(said(grain, '党建+粮食', '党建+粮食')).toEqual(['党建+ /friend/party-plus/ 衡东县']);
  });
});
