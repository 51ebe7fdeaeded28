import { assert, constantFrom, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countedBy, factorBetween, UNIT_NAMES, UNITS, type UnitName } from '../../src/model/units.ts';

const all = UNIT_NAMES.map((name) => UNITS[name]);

describe('the factor from one unit to another', () => {
  test('is 1 from each unit to itself, even where its size is unknown', () => {
    expect(UNIT_NAMES.filter((name) => factorBetween(name, name) !== 1)).toEqual([]);
    expect(all.filter(({ size }) => size === null).map(({ name }) => name)).toEqual([
      '美元',
      '个工作日',
      '个月',
      '个季度',
      '年',
    ]);
  });

  test.each<[UnitName, UnitName, number]>([
    ['亩', '平方米', 2000 / 3],
    ['亩', '公顷', 1 / 15],
    ['公顷', '亩', 15],
    ['公顷', '平方米', 10_000],
    ['平方公里', '亩', 1500],
    ['公里', '米', 1000],
    ['公里', '华里', 2],
    ['厘米', '米', 0.01],
    ['斤', '千克', 0.5],
    ['吨', '斤', 2000],
    ['克', '千克', 0.001],
    ['升', '立方米', 0.001],
    ['兆瓦', '千瓦', 1000],
    ['小时', '分钟', 60],
    ['天', '小时', 24],
    ['周', '天', 7],
    ['‰', '%', 0.1],
    ['成', '%', 10],
    ['成', '‰', 100],
    ['人', '名', 1],
    ['口', '个人', 1],
    ['户', '个户', 1],
    ['场', '场次', 1],
    ['次', '趟', 1],
    ['家单位', '个单位', 1],
    ['户企业', '个企业', 1],
    ['本', '册', 1],
  ])('from %s to %s is %d', (from, to, factor) => {
    expect(factorBetween(from, to)).toBeCloseTo(factor, 12);
  });

  test.each<[UnitName, UnitName, string]>([
    ['人', '人次', 'a person who comes twice is one person'],
    ['户', '户次', 'a household visited twice is one household'],
    ['户', '人', 'a household has no fixed number of persons'],
    ['户', '户企业', 'a firm is no household'],
    ['场', '期', 'a course has no fixed number of sessions'],
    ['期', '届', 'a course is no term'],
    ['个村', '个自然村', 'a hamlet is below the village'],
    ['个村', '个村社区', 'a sum of villages and communities is no number of villages'],
    ['个党组织', '个党支部', 'a committee has several branches'],
    ['个党组织', '个村', 'a village’s Party organisation is no village'],
    ['家', '家企业', 'what 家 counts without a noun is not known to be a firm'],
    ['所', '所学校', 'what 所 counts without a noun is not known to be a school'],
    ['家企业', '家单位', 'an office is no firm'],
    ['个点', '个中心', 'a point is no centre'],
    ['支', '组', 'a corps is no group'],
    ['件', '个', 'what 个 counts is not said'],
    ['条', '项', 'a clause is no duty'],
    ['头', '只', 'a head of cattle is no hen'],
    ['座', '间', 'a building has several rooms'],
    ['车次', '舟次', 'a boat is no car'],
    ['美元', '元', 'no source gives the rate'],
    ['%', '个百分点', 'a difference of shares is no share'],
    ['个月', '天', 'months differ in length'],
    ['年', '个月', 'a year may be counted from any day'],
    ['个季度', '个月', 'no length of a season is fixed here'],
    ['个工作日', '天', 'working days are not all days'],
    ['学时', '小时', 'hours of teaching differ in length'],
    ['亩', '米', 'an area is no length'],
  ])('from %s to %s is none: %s', (from, to) => {
    expect(factorBetween(from, to)).toBeNull();
    expect(factorBetween(to, from)).toBeNull();
  });

  test('exists between kinds of thing never', () => {
    const crossing = UNIT_NAMES.flatMap((a) =>
      UNIT_NAMES.filter((b) => countedBy(a) !== countedBy(b) && factorBetween(a, b) !== null).map((b) => `${a} ${b}`),
    );
    expect(crossing).toEqual([]);
  });

  test('there and back is 1, and none where there is none back, for all pairs of units', () => {
    for (const a of UNIT_NAMES) {
      for (const b of UNIT_NAMES) {
        const [there, back] = [factorBetween(a, b), factorBetween(b, a)];
        if (there === null || back === null) expect([a, b, there, back]).toEqual([a, b, null, null]);
        else expect(there * back, `${a} ${b}`).toBeCloseTo(1, 12);
      }
    }
  });

  test('by way of a third unit is the same, for all three units of one kind', () => {
    const kinds = Object.values(Object.groupBy(UNIT_NAMES, countedBy)).filter((names) => names !== undefined);
    for (const names of kinds) {
      for (const a of names) {
        for (const b of names) {
          const first = factorBetween(a, b);
          if (first === null) continue;
          for (const c of names) {
            const [second, straight] = [factorBetween(b, c), factorBetween(a, c)];
            if (second === null) expect([a, b, c, straight]).toEqual([a, b, c, null]);
            else
              expect(((straight ?? Number.NaN) / (first * second)).toFixed(12), `${a} ${b} ${c}`).toBe((1).toFixed(12));
          }
        }
      }
    }
  });

  test('is never nought, negative or without end', () => {
    assert(
      property(constantFrom(...UNIT_NAMES), constantFrom(...UNIT_NAMES), (a, b) => {
        const factor = factorBetween(a, b);
        expect(factor === null || (factor > 0 && Number.isFinite(factor))).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});
