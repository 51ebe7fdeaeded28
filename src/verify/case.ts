import type { Entries, Entry } from '../atlas/files.ts';
import type { Problem } from '../atlas/problem.ts';
import type { Atlas, SourceRecord } from '../atlas/records.ts';
import type { County } from '../model/county.ts';
import type { Source } from '../model/source.ts';
import type { SourceText } from './source-text.ts';

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

/** Whether a record that names `source`, or none, rests on this source: none means the county's main one. */
export function ofSource(one: Case, source: string | undefined): boolean {
  return (source ?? one.county.data.sources[0]) === one.source.document.id;
}

/** A mistake with its paragraph, since a line may hold several. */
export interface InParagraph {
  readonly paragraph: number;
  readonly problem: Problem;
}
