import type { Entry } from '../atlas/files.ts';
import type { Problem } from '../atlas/problem.ts';
import type { County } from '../model/county.ts';
import { type Case, ofSource } from './case.ts';
import { type Claim, claimsOf } from './claims.ts';
import { saidAround } from './context.ts';
import { numbersIn } from './numbers.ts';
import type { Passage } from './source-text.ts';

/** For each figure the places that it accounts for, and what about them is wrong. */
export function figureClaims(
  one: Case,
): { readonly claims: readonly Claim[]; readonly problems: readonly Problem[] }[] {
  const { document, data } = one.county;
  const figures = data.figures.map((figure, i) => ({ figure, i })).filter(({ figure }) => ofSource(one, figure.source));
  const claims = claimsOf(
    figures.map(({ figure }) => figure),
    one.text.passages,
  );
  return figures.map(({ figure, i }, k) => {
    const own = claims[k] ?? [];
    const where = figure.at.join('、');
    const problems: Problem[] = [];
    const passages = one.text.passages.filter(({ paragraphs }) => paragraphs.some((n) => figure.at.includes(n)));
    const clause = figure.clause;
    if (clause !== undefined && !passages.some(({ text }) => text.includes(clause))) {
      problems.push({
        rule: 'clause-absent',
        file: document.file,
        line: document.lineOf(['figures', i, 'clause']),
        found: `数据 ${figure.id}：第 ${where} 段里没有“${clause}”`,
        expected: '这一段里原样的文字',
        example: excerptOf(passages),
        next: '照原文改 clause，或改段号 at',
      });
    } else {
      // A number that was broken across two lines stands in both paragraphs, and either names its place.
      const held = new Set(
        own.flatMap(({ passage, from, to }) => [passage.paragraphAt(from), passage.paragraphAt(to - 1)]),
      );
      const missing = figure.at.filter((n) => !held.has(n));
      if (missing.length > 0) {
        problems.push({
          rule: 'printed-absent',
          file: document.file,
          line: document.lineOf(['figures', i, 'printed']),
          found: `数据 ${figure.id}：第 ${missing.join('、')} 段里没有另外一处 ${figure.printed}`,
          expected: '这一段里原样的数字和单位，别的数据没有占用的一处',
          example: excerptOf(passages),
          next: '对照原文改 printed 或段号；同一个数原文只写一次，就只记一条数据',
        });
      }
    }
    problems.push(...unlikeSource(document, i, figure, own));
    return { claims: own, problems };
  });
}

/** What stands right beside a number in the source, and the figure does not say: 约 before it, /月 behind it. */
function unlikeSource(
  document: Entry<County>['document'],
  index: number,
  figure: County['figures'][number],
  claims: readonly Claim[],
): Problem[] {
  const said = claims
    .map(({ passage, from, to }) => saidAround(figure.printed, passage.text, from, to))
    .find((one) => one && (one.bound !== figure.bound || !one.per.every((per) => figure.per.includes(per))));
  if (!said) return [];
  const field = said.bound === figure.bound ? 'per' : 'bound';
  return [
    {
      rule: 'figure-disagrees',
      file: document.file,
      line: document.lineOf(['figures', index, field]),
      found: `数据 ${figure.id}：原文写的是 ${said.text}，${field} 写的是 ${field === 'per' ? `[${figure.per.join(', ')}]` : figure.bound}`,
      expected: field === 'per' ? `per 里有 ${said.per.join('、')}` : `bound: ${said.bound}`,
      example: `printed: '${said.text}'`,
      next: '照原文把数字前后的“约”“不低于”“每月”之类写进 printed，再改 bound 和 per',
    },
  ];
}

function excerptOf(passages: readonly Passage[]): string {
  const numbers = passages.flatMap(({ text }) => numbersIn(text).map(({ from, to }) => text.slice(from, to + 4)));
  return numbers.length > 0 ? `这里的数：${numbers.slice(0, 12).join('、')}` : '这里没有数';
}

/** Every number of the text that neither a figure accounts for nor the record sets aside. */
export function unaccountedNumbers(
  one: Case,
  claims: readonly Claim[],
): { readonly all: number; readonly problems: Problem[] } {
  const { document, data } = one.source;
  const problems: Problem[] = [];
  let all = 0;
  for (const passage of one.text.passages) {
    const covered = [
      ...claims.filter((claim) => claim.passage === passage),
      ...data.setAside.numbers.flatMap(({ text }) => spansOf(text, passage.text)),
    ];
    for (const number of numbersIn(passage.text)) {
      all++;
      if (covered.some(({ from, to }) => from <= number.from && number.to <= to)) continue;
      const paragraph = passage.paragraphAt(number.from);
      const around = passage.text.slice(Math.max(0, number.from - 8), number.to + 8);
      problems.push({
        rule: 'number-unaccounted',
        file: document.file,
        line: document.lineOf(['paragraphs', paragraph - 1]),
        found: `第 ${paragraph} 段的 ${number.text}（……${around}……）没有记录`,
        expected: '每个数字是一条数据，或写明理由搁置',
        example: `- { id: …, printed: '${passage.text.slice(number.from, number.to + 2)}', at: ${paragraph} }`,
        next: '在县的 figures 里加一条，或在 setAside.numbers 里写出它所在的名称和理由',
      });
    }
  }
  return { all, problems };
}

function spansOf(part: string, text: string): { readonly from: number; readonly to: number }[] {
  const spans: { from: number; to: number }[] = [];
  for (let from = text.indexOf(part); from >= 0; from = text.indexOf(part, from + 1)) {
    spans.push({ from, to: from + part.length });
  }
  return spans;
}
