import { expect, test } from 'vitest';
import { idSchema, qualifiedIdSchema, qualify } from '../../src/model/id.ts';

test.each(['a', 'pay', 'secretary-pay', 'five-1', 'a1-b2'])('%s is an id', (id) => {
  expect(idSchema.parse(id)).toBe(id);
});

test.each(['', 'Pay', '1-pay', 'pay_fund', 'pay--fund', '-pay', 'pay-', 'a/b', 'a b', '报酬', 'é', 'pay\n'])(
  '%j is no id',
  (id) => {
    expect(idSchema.safeParse(id).success).toBe(false);
  },
);

test.each(['mou/pay', 'mou-2/secretary-pay'])('%s names a record from outside of its county', (id) => {
  expect(qualifiedIdSchema.parse(id)).toBe(id);
});

test.each(['pay', 'a/b/c', '/pay', 'mou/', 'Mou/pay', 'mou/pay ', 'mou-/pay', 'mou/pay--x'])('%j names none', (id) => {
  expect(qualifiedIdSchema.safeParse(id).success).toBe(false);
});

test('a short id gets its county, and one that has a county keeps it', () => {
  expect(qualify('mou', 'pay')).toBe('mou/pay');
  expect(qualify('mou', 'lin/pay')).toBe('lin/pay');
});
