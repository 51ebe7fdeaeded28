import { describe, expect, test } from 'vitest';
import { ENGLISH, questionWordsAt, withoutQuestion } from '../../src/search/question-words.ts';

describe('the words that only make a question', () => {
  test('are found at the beginning of a text, in every length', () => {
    expect(questionWordsAt('什么时候换届').sort()).toEqual(['什么', '什么时候']);
    expect(questionWordsAt('吗')).toEqual(['吗']);
  });

  test('are not found further on, and none in what is asked about', () => {
    expect(questionWordsAt('村里有什么')).toEqual([]);
    for (const word of ['党建', '书记', '考核', '贫困', '五化']) expect(questionWordsAt(word)).toEqual([]);
  });

  test('are never empty: a text is taken apart in steps forward', () => {
    expect(questionWordsAt('')).toEqual([]);
    expect(questionWordsAt('怎么办')).not.toContain('');
    expect(ENGLISH).not.toContain('');
  });

  test('are in lower case in English, as the words that they are held against', () => {
    for (const word of ENGLISH) expect(word).toMatch(/^[a-z]+$/);
  });
});

test('what surely makes a question is taken out, and what may be part of a word stays', () => {
  expect(withoutQuestion('哪个县的村干部不用坐班了')).toEqual(['村干部不用坐班']);
  expect(withoutQuestion('县里上中几个')).toEqual(['县里上中']);
  expect(withoutQuestion('怎么办')).toEqual([]);
});
