import type { Problem } from '../atlas/problem.ts';
import { type Case, type InParagraph, ofSource } from './case.ts';
import { bare, namesIn } from './names.ts';
import { asideParagraphs } from './paragraphs.ts';
import type { Passage } from './source-text.ts';

/** Every initiative whose name is said to be the source's and does not stand where it says. */
export function absentNames(one: Case): Problem[] {
  const { document, data } = one.county;
  return data.initiatives.flatMap((initiative, i) => {
    if (initiative.coined || !ofSource(one, initiative.source)) return [];
    if (standsAt(one, initiative.name, initiative.at)) return [];
    return [
      {
        rule: 'name-absent' as const,
        file: document.file,
        line: document.lineOf(['initiatives', i, 'name']),
        found: `举措 ${initiative.id}：第 ${initiative.at.join('、')} 段里没有“${initiative.name}”`,
        expected: '原文的名称；引号、括号和空白不计',
        example: 'coined: true',
        next: '照原文改名称或段号；原文没有名称，就写 coined: true',
      },
    ];
  });
}

/** Whether a name stands in one of the paragraphs, or reaches into one over a broken line. */
function standsAt({ text }: Case, name: string, at: readonly number[]): boolean {
  const times = (within: string) => bare(within).split(bare(name)).length - 1;
  return text.passages
    .filter(({ paragraphs }) => paragraphs.some((n) => at.includes(n)))
    .some((passage) => {
      const others = passage.paragraphs.filter((n) => !at.includes(n)).map((n) => text.paragraphs[n - 1] ?? '');
      return times(passage.text) > others.reduce((sum, other) => sum + times(other), 0);
    });
}

/** The names of a paragraph that none of the records which cite it tells of: then the paragraph is cited, but not used. */
export function untoldNames(one: Case): InParagraph[] {
  const { document, data } = one.source;
  const aside = asideParagraphs(one);
  const setAside = data.setAside.names.map(({ text }) => bare(text));
  return one.text.passages.flatMap((passage) => {
    if (passage.paragraphs.every((n) => aside.has(n))) return [];
    const told = bare(wordsOnPassage(one, passage));
    return namesIn(passage.text)
      .filter((name) => !told.includes(bare(name)) && !setAside.includes(bare(name)))
      .map((name) => {
        const paragraph = passage.paragraphAt(passage.text.indexOf(name));
        const problem: Problem = {
          rule: 'name-untold',
          file: document.file,
          line: document.lineOf(['paragraphs', paragraph - 1]),
          found: `第 ${paragraph} 段的“${name}”在引用这一段的记录里没有出现`,
          expected: '引号和书名号里的名称都在引用这一段的记录里',
          example: `aliases: [${name.slice(0, 12)}]`,
          next: '给它一条举措，写进某条举措的名称、别名、分项或文字，或写进 setAside.names',
        };
        return { paragraph, problem };
      });
  });
}

function wordsOnPassage({ record }: Case, passage: Passage): string {
  const cites = (at: readonly number[] | undefined) => (at ?? []).some((n) => passage.paragraphs.includes(n));
  const { county } = record;
  return [
    ...county.initiatives
      .filter(({ source, at }) => source === record && cites(at))
      .flatMap((one) => [one.name, ...one.aliases, ...one.parts, one.who ?? '', one.summary, one.text]),
    ...county.figures
      .filter(({ source, at }) => source === record && cites(at))
      .flatMap((one) => [one.label, one.clause ?? '', one.scope ?? '', ...one.notes]),
    ...record.remarks.filter(({ at }) => cites(at)).map(({ text }) => text),
  ].join('\n');
}
