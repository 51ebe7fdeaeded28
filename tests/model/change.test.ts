import { describe, expect, test } from 'vitest';
import { changeSchema, changesSchema, holds, writtenValue } from '../../src/model/change.ts';

const CORRECTED = {
  date: '2026-01-31',
  kind: 'corrected',
  record: 'fig-pay',
  field: 'nature',
  from: 'result',
  to: 'plan',
  why: '原文写的是打算。',
};
const REMOVED = { date: '2026-01-31', kind: 'removed', record: 'pay', name: '报酬', why: '原文没有写。' };

/** The places of a change that are refused, as `field code`. */
const faults = (
  change: Record<string, unknown>,
  schema = changeSchema as { safeParse: typeof changeSchema.safeParse },
) => (schema.safeParse(change).error?.issues ?? []).map(({ path, message }) => `${path.join('.')} ${message}`);

describe('a change', () => {
  test.each([
    ['an addition of the whole report', { date: '2026-01-31', kind: 'added', why: '收录全文。' }],
    ['an addition of a record', { date: '2026-01-31', kind: 'added', record: 'pay', why: '补入一条。' }],
    ['a correction', CORRECTED],
    ['a value that was not there before', { ...CORRECTED, from: undefined }],
    ['a value that is there no more', { ...CORRECTED, to: undefined }],
    ['a removal', REMOVED],
  ])('may be %s', (_, change) => {
    expect(faults(change)).toEqual([]);
  });

  test.each([
    ['a correction of no field', { ...CORRECTED, field: undefined }, ['field change-must']],
    ['a correction without a value', { ...CORRECTED, from: undefined, to: undefined }, ['to change-must']],
    ['a correction that changes nothing', { ...CORRECTED, to: 'result' }, ['to change-same']],
    ['a correction that says how the record is called', { ...CORRECTED, name: '报酬' }, ['name change-corrected']],
    [
      'an addition with an old value',
      { ...CORRECTED, kind: 'added', field: undefined, to: undefined },
      ['from change-added'],
    ],
    ['a removal of nothing', { ...REMOVED, record: undefined }, ['record change-must']],
    ['a removal that does not say of what', { ...REMOVED, name: undefined }, ['name change-must']],
    ['a removal with a new value', { ...REMOVED, to: 'plan' }, ['to change-removed']],
    ['a month for a day', { ...CORRECTED, date: '2026-01' }, ['date change-day']],
    ['a place instead of a quotation', { ...CORRECTED, from: '{pay}' }, ['from change-quoted']],
  ])('may not be %s', (_, change, expected) => {
    expect(faults(change)).toEqual(expected);
  });

  test('of what cuts across counties names a record, unless all were added', () => {
    const list = (change: Record<string, unknown>) => changesSchema.safeParse({ changes: [change] }).success;
    expect(list({ date: '2026-01-31', kind: 'added', why: '收录术语。' })).toBe(true);
    expect(list({ ...CORRECTED, record: undefined })).toBe(false);
    expect(changesSchema.safeParse({ changes: [] }).success).toBe(false);
  });
});

describe('the written value', () => {
  test.each([
    [undefined, ''],
    [null, ''],
    ['全县', '全县'],
    [36000, '36000'],
    [true, 'true'],
    [['month', 'person'], 'month、person'],
    [{ from: '2016' }, '2016/..'],
    [{ from: '2016', to: '2018' }, '2016/2018'],
    [{ min: 3, max: 5 }, '3–5'],
    [[{ county: 'mou', text: '年均。' }], 'mou\n年均。'],
  ])('of %j is as the public data have it', (value, written) => {
    expect(writtenValue(value)).toBe(written);
  });
});

describe('what a change says of a record', () => {
  test.each([
    ['a short value is held as a whole', { field: 'nature', from: 'result', to: 'plan' }, 'plan', true],
    ['and not in part', { field: 'value', from: '360', to: '3600' }, '36000', false],
    ['an absent value is no value', { field: 'scope', from: '乡镇', to: undefined }, '', true],
    ['and not another', { field: 'scope', from: '乡镇', to: undefined }, '村', false],
    ['a long text has the new words in it', { field: 'definition', from: '不算', to: '也算' }, '补贴也算。', true],
    ['or it does not', { field: 'definition', from: '不算', to: '也算' }, '补贴不算。', false],
    ['words that were taken out are out', { field: 'summary', from: '领先', to: undefined }, '书记报酬。', true],
    ['or they are not', { field: 'summary', from: '领先', to: undefined }, '报酬领先。', false],
  ])('%s', (_, change, written, expected) => {
    expect(holds(change, written)).toBe(expected);
  });
});
