import type { Likeness } from '../compare/alike.ts';

/** The words that lead from a practice to those of other counties. */
export const alikeWords = {
  title: '他县对照',
  because: (kind: Likeness['kind']) =>
    ({ indicator: '（同一指标：', term: '（都说到：', theme: '（同一专题：', 'false-friend': '（同名不同事：' })[kind],
  end: '）',
  rest: (theme: string) => `其余见“${theme}”`,
} as const;
