import type { Problem } from '../atlas/problem.ts';
import type { Case } from './case.ts';
import { occursIn } from './names.ts';

/** What is set aside and does not stand in the text, or would let too much pass. */
export function idleAsides(one: Case): Problem[] {
  const { document, data } = one.source;
  const whole = one.text.passages.map(({ text }) => text).join('\n');
  const idle = (list: 'numbers' | 'names') =>
    data.setAside[list].flatMap(({ text }, i) => {
      const stands = list === 'numbers' ? whole.includes(text) : occursIn(text, whole);
      const vague = list === 'numbers' && [...text].length < 2;
      if (stands && !vague) return [];
      return [
        {
          rule: 'aside-idle' as const,
          file: document.file,
          line: document.lineOf(['setAside', list, i, 'text']),
          found: vague ? `“${text}”只有一个字，会放过所有同样的字` : `原文里没有“${text}”`,
          expected: '原文里原样的、含有这个数字的名称或短语',
          example: "- { text: '“五化”', reason: 名称里的数字 }",
          next: vague ? '连前后的字一起写' : '删去，或照原文改',
        },
      ];
    });
  return [...idle('numbers'), ...idle('names')];
}
