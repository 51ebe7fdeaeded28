import type { ContentDocument } from './document.ts';
import type { Problem } from './problem.ts';

/** Stands in a draft wherever only a person can say what belongs there. While one is left, the content is not whole. */
export const PLACEHOLDER = '待填';

/** Every line on which something is still to be filled in. */
export function placeholderProblems(document: ContentDocument): Problem[] {
  return document.text.split(/\r?\n/).flatMap((line, i) => {
    if (!line.includes(PLACEHOLDER)) return [];
    const field = /([A-Za-z]+):[^:]*待填/.exec(line)?.[1];
    return [
      {
        rule: 'not-filled-in' as const,
        file: document.file,
        line: i + 1,
        found: `${field ? `${field} 还是` : ''}“${PLACEHOLDER}”`,
        expected: '照原文填好的内容',
        example: 'label: 村党组织书记年均报酬',
        next: '对照原文填写；用不上的整行可以删去',
      },
    ];
  });
}
