import { expect, test } from 'vitest';
import { numberMarks } from '../../src/components/print-notes.ts';

const mark = (note: string | number) => `<a class="mark" data-note="${note}">〔1〕</a>`;

test('marks are numbered in the order in which the page first shows their figures, and a figure keeps its number', () => {
  expect(numberMarks(`${mark('a/x')}和${mark('b/y')}，又是${mark('a/x')}`)).toEqual({
    html: `${mark(1)}和${mark(2)}，又是${mark(1)}`,
    figures: ['a/x', 'b/y'],
  });
});

test('figures whose notes the page has already come first, in their order there', () => {
  expect(numberMarks(mark('c/z') + mark('b/y'), ['a/x', 'b/y'])).toEqual({
    html: mark(3) + mark(2),
    figures: ['a/x', 'b/y', 'c/z'],
  });
});

test('a page without marks stays as it is', () => {
  expect(numberMarks('<p>data-note</p>')).toEqual({ html: '<p>data-note</p>', figures: [] });
});
