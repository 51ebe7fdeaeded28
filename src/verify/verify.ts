import type { Entries, Entry } from '../atlas/files.ts';
import type { Problem } from '../atlas/problem.ts';
import type { Atlas, SourceRecord } from '../atlas/records.ts';
import type { County } from '../model/county.ts';
import type { Source } from '../model/source.ts';
import { type Claim, claimsOf } from './claims.ts';
import { saidAround } from './context.ts';
import { bare, namesIn, occursIn } from './names.ts';
import { numbersIn } from './numbers.ts';
import type { Passage, SourceText } from './source-text.ts';

/** What came of holding one source's records against its text. */
export interface Verified {
  readonly source: string;
  readonly problems: readonly Problem[];
  readonly numbers: { readonly all: number; readonly unaccounted: number };
  readonly paragraphs: { readonly all: number; readonly unaccounted: number };
}

/** One source with what rests on it, as the files have it (for lines) and as the atlas has it (for filled texts). */
export interface Case {
  readonly source: Entry<Source>;
  readonly county: Entry<County>;
  readonly record: SourceRecord;
  readonly text: SourceText;
}

/** Pairs each source with the text of its checksum; a source without one is a problem. */
export function casesOf(
  entries: Entries,
  atlas: Atlas,
  texts: readonly SourceText[],
): { readonly cases: readonly Case[]; readonly problems: readonly Problem[] } {
  const cases: Case[] = [];
  const problems: Problem[] = [];
  for (const source of entries.sources) {
    const county = entries.counties.find(({ document }) => document.id === source.data.county);
    const record = atlas.sources.find(({ id }) => id === source.document.id);
    const text = texts.find(({ sha256 }) => sha256 === source.data.sha256);
    if (!county || !record) continue;
    if (text) cases.push({ source, county, record, text });
    else {
      problems.push({
        rule: 'source-checksum',
        file: source.document.file,
        line: source.document.lineOf(['sha256']),
        found: `没有一个文本的校验和是 ${source.data.sha256.slice(0, 12)}……`,
        expected: '文件夹里有一个文本，它的 SHA-256 与记录相同',
        example: 'sha256sum report.txt',
        next: '找到当初读的那份文本；文本改过，就重新核对全部记录，再改校验和',
      });
    }
  }
  return { cases, problems };
}

/** Holds the records of a source against its text, and the text against the records. */
export function verify(one: Case): Verified {
  const claims = figureClaims(one);
  const numbers = unaccountedNumbers(
    one,
    claims.flatMap((figure) => figure.claims),
  );
  const paragraphs = unaccountedParagraphs(one);
  const names = untoldNames(one);
  return {
    source: one.source.document.id,
    problems: [
      ...paragraphList(one),
      ...claims.flatMap(({ problems }) => problems),
      ...absentNames(one),
      ...idleAsides(one),
      ...numbers.problems,
      ...paragraphs.map(({ problem }) => problem),
      ...names.map(({ problem }) => problem),
    ],
    numbers: { all: numbers.all, unaccounted: numbers.problems.length },
    paragraphs: {
      all: one.text.paragraphs.length,
      unaccounted: new Set([...paragraphs, ...names].map(({ paragraph }) => paragraph)).size,
    },
  };
}

function paragraphList({ source, text }: Case): Problem[] {
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

function ofSource(one: Case, source: string | undefined): boolean {
  return (source ?? one.county.data.sources[0]) === one.source.document.id;
}

function figureClaims(one: Case): { readonly claims: readonly Claim[]; readonly problems: readonly Problem[] }[] {
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

function absentNames(one: Case): Problem[] {
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

function idleAsides(one: Case): Problem[] {
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

function unaccountedNumbers(
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

function asideParagraphs({ source }: Case): Set<number> {
  return new Set(source.data.setAside.paragraphs.flatMap(({ at }) => at));
}

/** A mistake with its paragraph, since a line may hold several. */
interface InParagraph {
  readonly paragraph: number;
  readonly problem: Problem;
}

function unaccountedParagraphs(one: Case): InParagraph[] {
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

/** The names of a paragraph that none of the records which cite it tells of: then the paragraph is cited, but not used. */
function untoldNames(one: Case): InParagraph[] {
  const { document, data } = one.source;
  const aside = asideParagraphs(one);
  const setAside = data.setAside.names.map(({ text }) => bare(text));
  return one.text.passages.flatMap((passage) => {
    if (passage.paragraphs.every((n) => aside.has(n))) return [];
    const told = bare(wordsOnPassage(one, passage));
    return namesIn(passage.text)
      .filter((name) => !told.includes(bare(name)) && !setAside.some((text) => text.includes(bare(name))))
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
