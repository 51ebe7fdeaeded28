import { describe, expect, test } from 'vitest';
import { sourceSchema } from '../../src/model/source.ts';

const SOURCE = {
  county: 'mou',
  title: '某县党建工作纪实',
  publisher: null,
  authors: [],
  date: '2018',
  dateBasis: 'stated',
  dateNote: '标题下方印有日期',
  kind: '网络新闻',
  address: null,
  sha256: 'a'.repeat(64),
  paragraphs: [{ section: null, first: '近年来,某县坚持' }],
  setAside: {},
  remarks: [],
};

const fits = (change: Record<string, unknown>) => sourceSchema.safeParse({ ...SOURCE, ...change }).success;

test('a source may name neither publisher, author nor address, but says so', () => {
  expect(fits({})).toBe(true);
  for (const field of ['publisher', 'authors', 'address', 'date', 'remarks'])
    expect(fits({ [field]: undefined })).toBe(false);
});

describe('the date of a source', () => {
  test.each([
    ['2018', 'stated', true],
    ['2018', 'inferred', true],
    [null, 'none', true],
    ['2018', 'none', false],
    [null, 'stated', false],
    [null, 'inferred', false],
  ])('%s with the basis %s fits: %s', (date, dateBasis, expected) => {
    expect(fits({ date, dateBasis })).toBe(expected);
  });
});

describe('what a source holds', () => {
  test.each([
    ['an address of the web', { address: 'https://example.org/a' }],
    [
      'things set aside, with reasons',
      { setAside: { numbers: [{ text: '五化', reason: '名称' }], paragraphs: [{ at: [1, 3], reason: '标题' }] } },
    ],
    [
      'a remark without a place, on what is missing',
      { remarks: [{ id: 'no-date', kind: 'missing', text: '全文没有写年份。' }] },
    ],
    ['first words of 12 characters', { paragraphs: [{ section: '一', first: '字'.repeat(12) }] }],
  ])('may be %s', (_, change) => {
    expect(fits(change)).toBe(true);
  });

  test.each([
    ['an address of another kind', { address: 'ftp://example.org' }],
    ['a script for an address', { address: 'javascript:alert(1)' }],
    ['a checksum in capitals', { sha256: 'A'.repeat(64) }],
    ['no paragraph', { paragraphs: [] }],
    ['first words of 13 characters', { paragraphs: [{ section: null, first: '字'.repeat(13) }] }],
    ['a number set aside without a reason', { setAside: { numbers: [{ text: '五化', reason: '' }] } }],
    ['a remark of an unknown kind', { remarks: [{ id: 'x', kind: 'odd', text: '全文没有写年份。' }] }],
    ['the text itself', { text: '全文' }],
  ])('may not be %s', (_, change) => {
    expect(fits(change)).toBe(false);
  });
});
