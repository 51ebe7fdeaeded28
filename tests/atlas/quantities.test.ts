import { describe, expect, test } from 'vitest';
import { bareQuantities } from '../../src/atlas/quantities.ts';

describe('a bare quantity is', () => {
  test.each([
    ['12个村', '12个'],
    ['1.6万余户', '1.6万余户'],
    ['3万元', '3万元'],
    ['３万元', '３万元'],
    ['12,000人', '12,000人'],
    ['100多名干部', '100多名'],
    ['增长5%', '5%'],
    ['增长１２％', '１２％'],
    ['百分之五', '百分之五'],
    ['三个村', '三个'],
    ['两名干部', '两名'],
    ['十二户', '十二户'],
    ['一百二十万元', '一百二十万元'],
    ['数十人', '数十人'],
    ['十几个村', '十几个'],
    ['二十余场', '二十余场'],
    ['五年来', '五年'],
    ['12个月', '12个月'],
    ['投入2018元', '2018元'],
    ['共2000户', '2000户'],
    ['共2000余户', '2000余户'],
    ['达2000多人', '2000多人'],
    ['2018.5亩', '2018.5亩'],
    ['12018人', '12018人'],
    ['修路5km', '5km'],
    ['编号12345', '12345'],
    ['“两委”两名干部', '两名'],
    ['2018年有3人', '3人'],
    ['2018年3个村', '3个'],
  ])('in “%s” %s', (text, quantity) => {
    expect(bareQuantities(text)).toEqual([quantity]);
  });

  test('each of several', () => {
    expect(bareQuantities('3个乡镇的12个村，二十户，占5%')).toEqual(['3个', '12个', '5%', '二十户']);
  });
});

describe('no bare quantity is', () => {
  test.each([
    ['a year', '2018年，2018 年，2018—2020年，2018年底，1990年代，2018'],
    ['a year in Chinese numerals', '二〇一八年'],
    ['a year of an intake or a session', '2018级，2018届'],
    ['a date', '2018年5月3日，5月至7月，3日，10 月 5 日，1—3月'],
    ['what stands in quotation marks', '“两学一做”，“3+5+5”，「五化」'],
    ['the name of a document', '《2018年12项工作办法》'],
    ['a place of a figure', '工资{pay-2018}元，{mou/x3}'],
    ['一 that counts nothing', '一个，一名，一次，一批'],
    ['an ordinal', '第三，第三个，第十九届，第3个，第15条'],
    ['a name with a letter', '5G，15G，A4，H7N9，3D'],
    ['a name in daily use', '两委，三会一课，十九大，五四运动'],
    ['half', '半年，上半年'],
    ['the length of a text', '60字以内，2000 字左右'],
    ['a number in words that is cut off', '若干'],
  ])('%s', (_, text) => {
    expect(bareQuantities(text)).toEqual([]);
  });

  test('a name that is given', () => {
    expect(bareQuantities('推行三个一百，又推行三个一千', ['三个一百'])).toEqual(['三个']);
    expect(bareQuantities('推行三个一百', ['三个一百'])).toEqual([]);
  });
});
