import { describe, expect, test } from 'vitest';
import { saidAround } from '../../src/verify/context.ts';

const around = (printed: string, text: string) => {
  const from = text.indexOf(printed);
  return saidAround(printed, text, from, from + printed.length);
};

describe('words beside a number that say more of it', () => {
  test.each([
    ['60个', '改造约60个', { text: '约60个', bound: 'about', per: [] }],
    ['1200万元', '列支不低于1200万元', { text: '不低于1200万元', bound: 'at-least', per: [] }],
    ['35岁', '年龄35岁以下', { text: '35岁以下', bound: 'at-most', per: [] }],
    ['3200元', '工资3200元/月', { text: '3200元/月', bound: 'exact', per: ['month'] }],
    ['3200元', '书记每月3200元', { text: '每月3200元', bound: 'exact', per: ['month'] }],
    ['2名', '每村不少于2名', { text: '每村不少于2名', bound: 'at-least', per: ['village'] }],
    ['2800元', '全村人均2800元', { text: '人均2800元', bound: 'exact', per: ['person'] }],
  ])('%s in %s', (printed, text, said) => {
    const found = around(printed, text);
    expect(found && { bound: found.bound, text: found.text }).toMatchObject({ bound: said.bound });
    expect(found?.per).toEqual(said.per);
  });
});

test.each([
  ['60个', '改造60个，'],
  ['约60个', '改造约60个'],
  ['5个', '附近5个村'],
  ['3个月', '最近3个月'],
  ['若', '若'],
])('%s in %s says it all', (printed, text) => {
  expect(around(printed, text)).toBeNull();
});
