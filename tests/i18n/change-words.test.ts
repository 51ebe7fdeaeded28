import { describe, expect, test } from 'vitest';
import { correctionInWords, FIELD_WORDS } from '../../src/i18n/change-words.ts';
import { countySchema } from '../../src/model/county.ts';
import { falseFriendSchema } from '../../src/model/false-friend.ts';
import { figureSchema } from '../../src/model/figure.ts';
import { indicatorSchema } from '../../src/model/indicator.ts';
import { initiativeSchema } from '../../src/model/initiative.ts';
import { questionSchema } from '../../src/model/question.ts';
import { remarkSchema, sourceSchema } from '../../src/model/source.ts';
import { termSchema } from '../../src/model/term.ts';
import { themeSchema } from '../../src/model/theme.ts';

const SCHEMAS = [
  countySchema,
  figureSchema,
  initiativeSchema,
  remarkSchema,
  sourceSchema,
  themeSchema,
  indicatorSchema,
  termSchema,
  questionSchema,
  falseFriendSchema,
];

test('every field that can be corrected has words, and no word is without a field', () => {
  const fields = SCHEMAS.flatMap(({ shape }) => Object.keys(shape));
  const own = fields.filter((field) => !['id', 'formerly', 'changes'].includes(field));
  expect(Object.keys(FIELD_WORDS).sort()).toEqual([...new Set([...own, 'text'])].sort());
});

describe('a correction in words', () => {
  test.each([
    ['nature', 'result', 'plan', '性质 结果 计划'],
    ['measure', 'stock', 'flow', '时点数或时段数 某一时点的数 一段时间内的数'],
    ['coverage', 'partial', 'complete', '收录程度 节选 收全'],
    ['asOf', '2018-05', '2018', '时点 2018年5月 2018年'],
    ['period', '2016/..', '../2018', '时间 2016年起 截至2018年'],
    ['period', '2016', '2016/2018', '时间 2016年 2016年至2018年'],
    ['at', '10、11', '11', '原文段落 第10、11段 第11段'],
    ['unit', '户', '人', '单位 户 人'],
  ])('of %s from %s to %s reads as on the record', (field, from, to, words) => {
    expect(Object.values(correctionInWords({ field, from, to }) ?? {}).join(' ')).toBe(words);
  });

  test('leaves out what was not said', () => {
    expect(correctionInWords({ field: 'scope', from: undefined, to: '全市' })).toEqual({ field: '范围', to: '全市' });
    expect(correctionInWords({ field: undefined, from: undefined, to: undefined })).toBeUndefined();
  });
});
