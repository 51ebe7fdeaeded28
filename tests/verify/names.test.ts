import { expect, test } from 'vitest';
import { bare, namesIn, occursIn } from '../../src/verify/names.ts';

test('names stand in “” and 《》, each once', () => {
  expect(namesIn('开展“田埂课堂”，印发《办法》，再开“田埂课堂”')).toEqual(['田埂课堂', '办法']);
});

test('a name within a document’s name is a name too', () => {
  expect(namesIn('印发《关于“三问制”的办法》').sort()).toEqual(['三问制', '关于“三问制”的办法']);
});

test('a document within a quotation is a name too', () => {
  expect(namesIn('实行“《村规》上墙”')).toEqual(['《村规》上墙', '村规']);
});

test('single quotation marks within belong to the name', () => {
  expect(namesIn('实行“村‘两委’坐班”')).toEqual(['村‘两委’坐班']);
});

test('what is empty, or never closed, is no name', () => {
  expect(namesIn('“”《》“、”“没有完')).toEqual([]);
});

test('marks, blanks and widths do not tell names apart', () => {
  expect(bare('村(社区)“两委”')).toBe(bare('村（社区） 两委'));
  expect(bare('ＰＰＴ　课')).toBe('ppt课');
  expect(occursIn('党建+扶贫', '实行“党建＋扶贫”')).toBe(true);
  expect(occursIn('五步议事', '五步‘议事’法')).toBe(true);
  expect(occursIn('五步议事', '四步议事')).toBe(false);
});
