import { describe, expect, test } from 'vitest';
import { figureSchema } from '../../src/model/figure.ts';

const FIGURE = { id: 'pay', label: '报酬', printed: '3.6万元', value: 36000, unit: '元', at: 14 };

const faults = (change: Record<string, unknown>) =>
  figureSchema
    .safeParse({ ...FIGURE, ...change })
    .error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? [];

test('a figure in one line has all that is not said by default', () => {
  expect(figureSchema.parse(FIGURE)).toEqual({
    ...FIGURE,
    at: [14],
    bound: 'exact',
    nature: 'result',
    per: [],
    indicators: [],
    notes: [],
    key: false,
  });
});

describe('a figure', () => {
  test.each([
    [{ value: { min: 1, max: 2 } }],
    [{ value: null, bound: 'vague' }],
    [{ value: 18.7, unit: '%' }],
    [{ value: -3 }],
    [{ per: ['person', 'year'] }],
    [{ asOf: '2018-05' }],
    [{ period: { from: '2016' } }],
    [{ clause: '字'.repeat(20) }],
  ])('may have %j', (change) => {
    expect(faults(change)).toEqual([]);
  });

  test.each([
    [{ value: Number.NaN }],
    [{ value: Number.POSITIVE_INFINITY }],
    [{ value: { min: 2, max: 2 } }],
    [{ value: { min: 1 } }],
    [{ unit: '万元' }],
    [{ unit: 'constructor' }],
    [{ unit: null }],
    [{ bound: 'approximately' }],
    [{ per: 'year' }],
    [{ asOf: '2018', period: { from: '2016' } }],
    [{ clause: '字'.repeat(21) }],
    [{ label: '' }],
    [{ printed: 3.6 }],
    [{ key: 'yes' }],
    [{ note: '没有这个字段' }],
  ])('may not have %j', (change) => {
    expect(faults(change)).toHaveLength(1);
  });

  test('says which of its rules is broken', () => {
    expect(faults({ asOf: '2018', period: { from: '2016' } })).toEqual(['asOf: asof-or-period']);
    expect(faults({ clause: '字'.repeat(21) })).toEqual(['clause: clause-length']);
    expect(faults({ value: { min: 3, max: 1 } })).toEqual(['value: range-order']);
    expect(faults({ unit: '万元' })).toEqual(['unit: unit']);
  });
});
