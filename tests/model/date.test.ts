import { describe, expect, test } from 'vitest';
import { dateSchema, periodSchema, precisionOf } from '../../src/model/date.ts';

describe('a date', () => {
  test.each([
    ['2018', 'year'],
    ['2018-05', 'month'],
    ['2018-05-01', 'day'],
    ['2020-02-29', 'day'],
    ['2000-02-29', 'day'],
    ['2018-12-31', 'day'],
  ])('%s is one, precise to the %s', (date, precision) => {
    expect(dateSchema.parse(date)).toBe(date);
    expect(precisionOf(date)).toBe(precision);
  });

  test.each([
    '2018-02-29',
    '1900-02-29',
    '2018-04-31',
    '2018-13',
    '2018-00',
    '2018-05-00',
    '2018-05-32',
    '18',
    '2018-5',
    '2018-05-1',
    '2018/05',
    '2018年',
    '',
    ' 2018',
    '2018 ',
    '２０１８',
    '2018-05-01T00:00:00Z',
    '-2018',
    '20180501',
  ])('%j is none, since it is in no calendar or not in the form', (date) => {
    expect(dateSchema.safeParse(date).success).toBe(false);
  });

  test('is text and never a number or a Date', () => {
    expect(dateSchema.safeParse(2018).success).toBe(false);
    expect(dateSchema.safeParse(new Date()).success).toBe(false);
  });
});

describe('a period', () => {
  test.each([
    [{ from: '2016', to: '2018' }],
    [{ from: '2016' }],
    [{ to: '2018' }],
    [{ from: '2018', to: '2018' }],
    [{ from: '2018-03', to: '2018' }],
    [{ from: '2018-03', to: '2018-03-05' }],
    [{ from: '2018', to: '2018-03' }],
    [{ from: '2017-12', to: '2018-01' }],
  ])('%j is one', (period) => {
    expect(periodSchema.safeParse(period).success).toBe(true);
  });

  test.each([
    [{}, 'period-empty'],
    [{ from: '2018', to: '2016' }, 'period-order'],
    [{ from: '2018-05', to: '2018-03' }, 'period-order'],
    [{ from: '2018-05-09', to: '2018-05-01' }, 'period-order'],
    [{ from: '2018-05', to: '2018-04-30' }, 'period-order'],
  ])('%j is none: %s', (period, reason) => {
    expect(periodSchema.safeParse(period).error?.issues.map(({ message }) => message)).toEqual([reason]);
  });

  test('knows no other fields', () => {
    expect(periodSchema.safeParse({ from: '2016', until: '2018' }).success).toBe(false);
  });
});
