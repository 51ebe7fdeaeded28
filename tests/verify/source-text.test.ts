import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sourceText } from '../../src/verify/source-text.ts';

const read = (text: string) => sourceText(new TextEncoder().encode(text));
const passages = (text: string) => read(text).passages.map(({ paragraphs }) => paragraphs.join('+'));

test('paragraphs are the lines that are not empty, without blanks at their ends', () => {
  expect(read('标题\r\n\r\n　　第一段。 \n\n \n第二段。').paragraphs).toEqual(['标题', '第一段。', '第二段。']);
});

test('the checksum is that of the bytes, a byte order mark among them', () => {
  const bytes = new TextEncoder().encode('\uFEFF标题\n');
  const { sha256, paragraphs } = sourceText(bytes);
  expect(sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
  expect(paragraphs).toEqual(['标题']);
});

test('a line broken inside a sentence is read as one with the next', () => {
  expect(read('办班很多。共有3\n00人参加。').passages.map(({ text }) => text)).toEqual(['办班很多。共有300人参加。']);
});

test('a line broken inside a quotation is read as one with the next', () => {
  expect(passages('大家学“田埂\n课堂”的办法。')).toEqual(['1+2']);
});

test('a sentence may be broken over three lines', () => {
  expect(passages('先开会。再\n走访。后\n总结。\n下一段。')).toEqual(['1+2+3', '4']);
});

test('headings and captions stand by themselves', () => {
  expect(passages('青禾县纪实\n聚力打基础\n全县开会。\n图为党员听课\n会后走访。')).toEqual(['1', '2', '3', '4', '5']);
});

test('what ends like a sentence is not joined', () => {
  for (const end of ['。', '！', '？', '…', '”', '）', '：', '；']) {
    expect(passages(`“甲”说。乙说${end}\n丙说。`)).toEqual(['1', '2']);
  }
});

test('the last line is a passage even where it is broken off', () => {
  expect(passages('开会。然后')).toEqual(['1']);
  expect(passages('')).toEqual([]);
});

test('each character of a passage is found in its own paragraph', () => {
  const [passage] = read('先开会。再\n走访。').passages;
  expect([0, 4, 5, 7, 99].map((offset) => passage?.paragraphAt(offset))).toEqual([1, 1, 2, 2, 2]);
});

test('every paragraph stands in just one passage, in order, and no character is lost', () => {
  const line = fc.string({ unit: fc.constantFrom('甲', '3', '。', '“', '”', '，'), maxLength: 12 });
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
      const text = read(lines.join('\n'));
      expect(text.passages.flatMap(({ paragraphs }) => paragraphs)).toEqual(text.paragraphs.map((_, i) => i + 1));
      for (const passage of text.passages) {
        const at = [...passage.text].map((_, offset) => passage.paragraphAt(offset));
        const rebuilt = passage.paragraphs.map((n) => [...passage.text].filter((_, i) => at[i] === n).join(''));
        expect(rebuilt).toEqual(passage.paragraphs.map((n) => text.paragraphs[n - 1]));
      }
    }),
  );
});
