import { expect, test } from 'vitest';
import type { SourceRecord } from '../../src/atlas/records.ts';
import { reportOf, writersIn } from '../../src/cite/report.ts';

test.each([
  ['王刚', ['王刚']],
  ['艾哲（记者）', ['艾哲']],
  ['文：本报记者谭晓波', ['谭晓波']],
  ['文：甲、乙', ['甲', '乙']],
  ['本报特约通讯员丙', ['丙']],
  ['某县委组织部', ['某县委组织部']],
  // A part that is not known is taken for writing.
  ['丁（供稿）', ['丁']],
])('“%s” names the writers %j', (author, writers) => {
  expect(writersIn(author)).toEqual(writers);
});

test.each(['统筹：周健、文宏伟', '图：某县委组织部提供', '刘茜（责任编辑）', '摄影：戊', '己（校对）'])(
  '“%s” names no writer',
  (author) => {
    expect(writersIn(author)).toEqual([]);
  },
);

const record = {
  id: 'mou-2018',
  title: '某县经验',
  subtitle: undefined,
  publisher: null,
  authors: [],
  date: null,
  dateBasis: 'none',
  notBefore: '2018-07',
  kind: '宣传报道',
  address: null,
} as unknown as SourceRecord;

test('what a record lacks stays unsaid: no writer, publisher, date or place is made up', () => {
  expect(reportOf(record)).toEqual({
    id: 'mou-2018',
    writers: [],
    title: '某县经验',
    subtitle: undefined,
    publisher: null,
    date: null,
    inferred: false,
    notBefore: '2018-07',
    medium: 'unknown',
    address: null,
  });
});

test('a date that is worked out is told from one that is printed, and then its lower bound is no news', () => {
  expect(reportOf({ ...record, date: '2018', dateBasis: 'inferred' })).toMatchObject({
    date: '2018',
    inferred: true,
    notBefore: undefined,
  });
  expect(reportOf({ ...record, date: '2018', dateBasis: 'stated' }).inferred).toBe(false);
});

test.each([
  ['报纸通讯（纪实）', 'newspaper'],
  ['新闻网站的综述报道', 'online'],
  ['网页上的工作报道', 'online'],
  ['县级党建工作报道', 'unknown'],
])('“%s” appeared as %s', (kind, medium) => {
  expect(reportOf({ ...record, kind }).medium).toBe(medium);
});
