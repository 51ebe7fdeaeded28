import { assert, property, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fillTemplate, referencesIn, segmentsOf } from '../../src/model/template.ts';

describe('a template', () => {
  test.each([
    ['工资{pay}元', [{ text: '工资' }, { figure: 'pay' }, { text: '元' }]],
    ['{a}{mou/b}', [{ figure: 'a' }, { figure: 'mou/b' }]],
    ['{ pay }', [{ figure: 'pay' }]],
    ['没有', [{ text: '没有' }]],
    ['', []],
    ['{}', [{ figure: '' }]],
    ['一{不完', [{ text: '一{不完' }]],
    ['{{a}}', [{ text: '{' }, { figure: 'a' }, { text: '}' }]],
  ])('%j is cut at its places', (text, segments) => {
    expect(segmentsOf(text)).toEqual(segments);
  });

  test('is filled place by place, and what is put in is not read again', () => {
    expect(fillTemplate('{a}和{b}', (reference) => `{${reference}}$&`)).toBe('{a}$&和{b}$&');
  });

  test('names its references in order, repeated ones too', () => {
    expect(referencesIn('{b}、{a}、{b}')).toEqual(['b', 'a', 'b']);
  });

  test('loses nothing but the braces', () => {
    assert(
      property(string({ unit: 'grapheme' }), (text) => {
        const whole = segmentsOf(text).map((part) => ('text' in part ? part.text : ''));
        expect(segmentsOf(text).length === 0 || !text.includes('{') ? whole.join('') : text).toBe(text);
      }),
    );
  });
});
