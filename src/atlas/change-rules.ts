import type { z } from 'astro/zod';
import { CHANGED_FOLDERS, type Change, type ChangedFolder, holds, writtenValue } from '../model/change.ts';
import { countySchema } from '../model/county.ts';
import { figureSchema } from '../model/figure.ts';
import { initiativeSchema } from '../model/initiative.ts';
import { remarkSchema } from '../model/source.ts';
import type { ContentDocument } from './document.ts';
import { type Entries, type Entry, FOLDERS } from './files.ts';
import { nearest } from './nearest.ts';
import type { Problem } from './problem.ts';

/** A record that a change can name. */
interface Changed {
  /** What it holds; undefined where it failed its schema, so that only its name is known. */
  readonly data: object | undefined;
  readonly fields: readonly string[];
}

/** The records that one list of changes is about. */
interface Scope {
  readonly document: ContentDocument;
  readonly changes: readonly Change[];
  readonly records: ReadonlyMap<string, Changed>;
  /** What a change without a record is about. */
  readonly whole: Changed | undefined;
  /** Whether a name that is not known may be one that could not be read. */
  readonly unsure: boolean;
}

/** What is wrong with changes although each field by itself is right. `unread` are the files whose records are not known. */
export function changeProblems(entries: Entries, unread: ReadonlySet<string> = new Set()): Problem[] {
  return [
    ...entries.changes.filter(({ document }) => !isChangedFolder(document.id)).map(({ document }) => strange(document)),
    ...[...entries.counties.map((entry) => countyScope(entry, entries)), ...folderScopes(entries, unread)].flatMap(
      (scope) => [
        ...scope.changes.flatMap((change, i) => problemsOf(change, i, scope)),
        ...twice(scope),
        ...stale(scope),
      ],
    ),
  ];
}

const PROSE = 'text';

function countyScope({ document, data, faulty }: Entries['counties'][number], entries: Entries): Scope {
  const records = new Map<string, Changed>();
  const add = (name: string, one: object | undefined, shape: object, more: readonly string[] = []) =>
    records.set(name, { data: one, fields: fieldsOf(shape, more) });
  for (const id of faulty?.ids ?? []) for (const name of [id, `fig-${id}`]) add(name, undefined, {});
  for (const figure of data.figures) add(`fig-${figure.id}`, figure, figureSchema.shape);
  for (const initiative of data.initiatives) {
    for (const id of [initiative.id, ...initiative.formerly]) add(id, initiative, initiativeSchema.shape, [PROSE]);
  }
  const sources = entries.sources.filter((source) => source.data.county === document.id);
  for (const remark of sources.flatMap((source) => source.data.remarks)) {
    add(`remark-${remark.id}`, remark, remarkSchema.shape);
  }
  const whole = { data: faulty ? undefined : data, fields: fieldsOf(countySchema.shape, [PROSE]) };
  return {
    document,
    changes: data.changes,
    records,
    whole,
    unsure: (faulty?.nameless ?? false) || sources.length < data.sources.length,
  };
}

function folderScopes(entries: Entries, unread: ReadonlySet<string>): Scope[] {
  return entries.changes.flatMap(({ document, data }) => {
    const folder = document.id;
    if (!isChangedFolder(folder)) return [];
    const list: readonly Entry<object>[] = entries[folder];
    const fields = fieldsOf(shapeOf(FOLDERS[folder].schema), folder === 'themes' ? [PROSE] : []);
    const records = new Map<string, Changed>(
      list.map((entry) => [entry.document.id, { data: entry.data, fields }] as const),
    );
    for (const file of unread) {
      const [, id] = new RegExp(`^content/${folder}/([^/]+)\\.\\w+$`).exec(file) ?? [];
      if (id) records.set(id, { data: undefined, fields });
    }
    return [{ document, changes: data.changes, records, whole: undefined, unsure: false }];
  });
}

function isChangedFolder(name: string): name is ChangedFolder {
  return (CHANGED_FOLDERS as readonly string[]).includes(name);
}

function shapeOf(schema: z.ZodObject): object {
  return schema.shape;
}

// An id is no field that is corrected: what was known by another keeps it in `formerly`.
function fieldsOf(shape: object, more: readonly string[]): string[] {
  return [...Object.keys(shape).filter((name) => !['id', 'formerly', 'changes'].includes(name)), ...more];
}

function problemsOf(change: Change, i: number, { document, changes, records, whole, unsure }: Scope): Problem[] {
  const { kind, record, field } = change;
  const problem = (
    rule: Problem['rule'],
    name: string,
    rest: Pick<Problem, 'found' | 'expected' | 'example' | 'next'>,
  ) => [{ rule, file: document.file, line: document.lineOf(['changes', i, name]), ...rest }];
  const meant = record === undefined ? whole : records.get(record);
  if (kind === 'removed') {
    if (!meant) return [];
    return problem('change-removed', 'record', {
      found: `写作删去的记录 ${record} 还在`,
      expected: '删去的记录不再有：旧链接才会落空，读者才需要知道',
      example: 'kind: corrected',
      next: '删去那条记录；若它只是改了，kind 写 corrected；若只是换了 id，旧 id 写进它的 formerly',
    });
  }
  if (record !== undefined && !meant) {
    const gone = changes.some((other) => other.kind === 'removed' && other.record === record);
    if (gone || unsure) return [];
    const near = nearest(record, [...records.keys()]);
    const sample = near ?? [...records.keys()][0];
    return problem('reference-unknown', 'record', {
      found: `没有 id 为 ${record} 的记录`,
      expected: '已有的记录，照网址 # 后面的写法（数据是 fig-id），或同一列表里写作删去的记录',
      ...(sample ? { example: sample } : {}),
      next: near ? `也许是 ${near}？` : '改正 id',
    });
  }
  if (field === undefined || !meant?.data || meant.fields.includes(field)) return [];
  const near = nearest(field, meant.fields);
  return problem('change-field', 'field', {
    found: `${record ?? document.id} 没有 ${field} 这个字段`,
    expected: `这些字段之一：${meant.fields.join('、')}`,
    example: `field: ${near ?? meant.fields[0]}`,
    next: near ? `也许是 ${near}？` : '改正字段的名称',
  });
}

// One day's corrections of a field are one for whoever read it the day before; the day, the record and the field make its address.
function twice({ document, changes }: Scope): Problem[] {
  const first = new Map<string, number>();
  return changes.flatMap(({ date, kind, record, field }, i) => {
    const key = [date, kind, record, field].join(' ');
    const line = document.lineOf(['changes', i]);
    const before = first.get(key);
    if (before === undefined) {
      first.set(key, line);
      return [];
    }
    return [
      {
        rule: 'id-twice' as const,
        file: document.file,
        line,
        found: `${date} ${record ?? document.id}${field ? ` 的 ${field}` : ''} 在第 ${before} 行已经写过`,
        expected: '同一天、同一条记录、同一个字段只写一条',
        example: `{ date: '${date}', kind: ${kind}, … }`,
        next: '合成一条：from 写最早的，to 写最后的',
      },
    ];
  });
}

// What was corrected before is history; the newest correction of a field says what stands there now.
function stale({ document, changes, records, whole }: Scope): Problem[] {
  const newest = new Map<string, { change: Change; i: number }>();
  changes.forEach((change, i) => {
    if (change.kind !== 'corrected') return;
    const key = `${change.record ?? ''} ${change.field}`;
    const before = newest.get(key);
    if (!before || before.change.date <= change.date) newest.set(key, { change, i });
  });
  return [...newest.values()].flatMap(({ change, i }) => {
    const { record, field = '', to } = change;
    const meant = record === undefined ? whole : records.get(record);
    if (!meant?.data || field === PROSE || !meant.fields.includes(field)) return [];
    const written = writtenValue((meant.data as Readonly<Record<string, unknown>>)[field]);
    if (holds(change, written)) return [];
    const short = written.length > 60 ? `${written.slice(0, 60)}……` : written;
    return [
      {
        rule: 'change-stale' as const,
        file: document.file,
        line: document.lineOf(['changes', i, 'to']),
        found: `${record ?? document.id} 的 ${field} 改作 ${to ?? '（不写）'}，记录里现在是 ${short || '（没有写）'}`,
        expected: '最近一次更正的 to 就是记录现在的写法；原来的写法不写时，记录里也不再有 from',
        ...(short ? { example: `to: '${short.replaceAll('\n', ' ')}'` } : {}),
        next: '记录又改过的，再加一条更正；写错的，改 to',
      },
    ];
  });
}

function strange(document: ContentDocument): Problem {
  const near = nearest(document.id, CHANGED_FOLDERS);
  return {
    rule: 'file-name',
    file: document.file,
    line: 1,
    found: `文件名 ${document.file.split('/').at(-1) ?? ''}`,
    expected: `记录所在文件夹的名称：${CHANGED_FOLDERS.join('、')}；县的增补和更正写在县的文件里`,
    example: `${near ?? CHANGED_FOLDERS[0]}.yaml`,
    next: near ? `也许是 ${near}.yaml？` : '改文件名，或把内容移到县的文件里',
  };
}
