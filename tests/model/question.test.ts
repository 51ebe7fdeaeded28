import { expect, test } from 'vitest';
import { questionSchema } from '../../src/model/question.ts';

const QUESTION = {
  question: '书记每年拿多少？',
  english: 'What does a secretary earn?',
  order: 1,
  summary: '只有某县写了数额。',
  answers: [{ county: 'mou', text: '年均{secretary-pay}。', initiatives: ['village-pay'] }],
  unsaid: '其余各县没有写。',
  themes: ['incentives'],
};

test('a question has an answer of each county that answers, and what nobody says', () => {
  expect(questionSchema.parse(QUESTION)).toEqual({ ...QUESTION, indicators: [] });
});

test.each([
  ['no question mark', { question: '书记每年拿多少' }],
  ['no answer', { answers: [] }],
  [
    'an answer that rests on no practice',
    { answers: [{ county: 'mou', text: '年均{secretary-pay}。', initiatives: [] }] },
  ],
  ['nothing about what is not said', { unsaid: undefined }],
  ['no word on its themes', { themes: undefined }],
])('a question may not have %s', (_, change) => {
  expect(questionSchema.safeParse({ ...QUESTION, ...change }).success).toBe(false);
});
