import type { Problem } from '../atlas/problem.ts';
import { type Case, type InParagraph, ofSource } from './case.ts';

/** Where the list of paragraphs and the text differ. */
export function paragraphList({ source, text }: Case): Problem[] {
  const { document, data } = source;
  const problems: Problem[] = [];
  if (data.paragraphs.length !== text.paragraphs.length) {
    problems.push({
      rule: 'source-paragraphs',
      file: document.file,
      line: document.lineOf(['paragraphs']),
      found: `记了 ${data.paragraphs.length} 段`,
      expected: `原文有 ${text.paragraphs.length} 个非空行`,
      example: '- { section: null, first: 近年来,某县坚持 }',
      next: '每个非空行一条，次序与原文相同',
    });
  }
  data.paragraphs.forEach(({ first }, i) => {
    const line = text.paragraphs[i];
    if (line === undefined || line.startsWith(first)) return;
    problems.push({
      rule: 'source-paragraphs',
      file: document.file,
      line: document.lineOf(['paragraphs', i, 'first']),
      found: `第 ${i + 1} 段开头写作 ${first}`,
      expected: `原文这一段开头是 ${line.slice(0, 12)}`,
      example: `first: '${line.slice(0, 12)}'`,
      next: '照原文改，一字不差',
    });
  });
  return problems;
}

/** Every paragraph that no record cites and that is not set aside. */
export function unaccountedParagraphs(one: Case): InParagraph[] {
  const { document } = one.source;
  const used = new Set<number>([
    ...one.county.data.figures.filter((figure) => ofSource(one, figure.source)).flatMap(({ at }) => at),
    ...one.county.data.initiatives.filter((initiative) => ofSource(one, initiative.source)).flatMap(({ at }) => at),
    ...one.source.data.remarks.flatMap(({ at }) => at ?? []),
    ...asideParagraphs(one),
  ]);
  return one.text.paragraphs.flatMap((paragraph, i) => {
    if (used.has(i + 1)) return [];
    const problem: Problem = {
      rule: 'paragraph-unaccounted',
      file: document.file,
      line: document.lineOf(['paragraphs', i]),
      found: `第 ${i + 1} 段（${paragraph.slice(0, 12)}……）没有一条记录引用`,
      expected: '每段有记录引用，或写明理由搁置',
      example: `- { at: [${i + 1}], reason: 小节标题 }`,
      next: '补上这一段的举措或数据，或写进 setAside.paragraphs',
    };
    return [{ paragraph: i + 1, problem }];
  });
}

/** The paragraphs that carry no fact, by the source's record. */
export function asideParagraphs({ source }: Case): Set<number> {
  return new Set(source.data.setAside.paragraphs.flatMap(({ at }) => at));
}
