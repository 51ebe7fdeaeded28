import type { z } from 'astro/zod';
import type { ContentDocument } from './document.ts';
import { helpFor } from './field-help.ts';
import { nearest } from './nearest.ts';
import type { Problem } from './problem.ts';

/** Holds a document against its schema: the typed record, or undefined with every mistake reported at its line. */
export function validate<S extends z.ZodType>(
  schema: S,
  document: ContentDocument,
  problems: Problem[],
): z.output<S> | undefined {
  if (document.data === undefined) return undefined;
  const result = schema.safeParse(document.data);
  if (result.success) return result.data;
  for (const issue of result.error.issues) problems.push(...problemsOf(issue, document, schema));
  return undefined;
}

function problemsOf(issue: z.core.$ZodIssue, document: ContentDocument, schema: z.ZodType): Problem[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => unknownField([...issue.path, key], document, keysAt(schema, issue.path)));
  }
  // A union says only that nothing fitted; the words of its field say more.
  const help = helpFor(issue.path);
  const value = valueAt(document.data, issue.path);
  const missing = value === undefined;
  const name = nameOf(issue.path);
  const allowed = issue.code === 'invalid_value' ? issue.values.map(String) : [];
  const near = missing ? undefined : nearest(String(value), allowed);
  const empty = issue.path.length === 0 && (value === null || value === undefined);
  return [
    {
      rule: missing ? 'field-missing' : 'field-value',
      file: document.file,
      line: document.lineOf(issue.path),
      found: empty ? '一个字段也没有' : missing ? `缺少字段 ${name}` : `${name || '整个文件'} 是 ${show(value)}`,
      expected: allowed.every((one) => help.expected.includes(one)) ? help.expected : `${allowed.join('、')} 之一`,
      example: help.example,
      next: empty
        ? '照 content 里同类的文件补上各个字段'
        : missing
          ? '补上这个字段'
          : near
            ? `也许是 ${near}？`
            : next(issue),
    },
  ];
}

// Lists are counted from 1, as a person counts them.
function nameOf(path: readonly PropertyKey[]): string {
  return path.reduce<string>((name, key, i) => {
    if (typeof key === 'number') return `${name} 第 ${key + 1} 条`;
    const joint = i === 0 ? '' : typeof path[i - 1] === 'number' ? '的 ' : '.';
    return name + joint + String(key);
  }, '');
}

function unknownField(path: readonly PropertyKey[], document: ContentDocument, known: readonly string[]): Problem {
  const key = String(path.at(-1));
  const near = nearest(key, known);
  return {
    rule: 'field-unknown',
    file: document.file,
    line: document.lineOf(path),
    found: `没有 ${key} 这个字段`,
    expected: known.length > 0 ? `这些字段之一：${known.join('、')}` : '照同类文件的写法',
    ...(near ? { example: helpFor([near]).example } : {}),
    next: near ? `也许是 ${near}？` : '删去这个字段，或改用已有的字段',
  };
}

const NEXT: Readonly<Record<string, string>> = {
  'asof-or-period': 'asOf 和 period 只留一个',
  'range-order': '区间的 min 要小于 max',
  'locator-order': '段号从小到大写，不重复',
  'period-order': 'from 不能晚于 to',
  'period-empty': 'from 和 to 至少写一个',
  'clause-length': '只留数字前后 20 个字以内的原文',
  'first-length': '只留开头 12 个字以内',
  'reserved-id': '这个 id 留给网页自己的锚点（main、remarks 等，fig-、remark-、parts- 开头，-name 结尾），换一个',
  'of-share': '只有单位是 %、‰ 或成的数据才有 of，删去它或改单位',
  'one-operation': 'share、average、difference、sum 四种只写一种',
  'unlike-alone': 'figures 至少两条，或另写 against',
  'date-basis': '没有日期时 date 写 null 且 dateBasis 写 none，二者一致',
  'change-day': '写明是哪一天：更正是本站自己做的，日期总是知道的',
  'change-quoted': '照当时网页上的样子写，数字写出来，不用花括号',
  'change-added': '增补没有旧值和新值，删去这个字段；改了已有的记录，kind 写 corrected',
  'change-corrected': '记录还在，名称从记录里取，删去这个字段',
  'change-removed': '删去的记录没有旧值和新值，删去这个字段，理由写在 why',
  'change-same': 'from 和 to 要不同；没有写过的一边不写',
  unit: '单位要在 src/model/units.ts 的表里；选一个相同意思的，或先在表里加上',
};

function next(issue: z.core.$ZodIssue): string {
  return NEXT[issue.message] ?? '按“应为”一行改写';
}

function show(value: unknown): string {
  const text = value instanceof Date ? value.toISOString() : (JSON.stringify(value) ?? String(value));
  return text.length > 60 ? `${text.slice(0, 60)}……` : text;
}

function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  let value: unknown = data;
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Record<PropertyKey, unknown>)[key];
  }
  return value;
}

// Follows a path through objects and arrays of a schema, to name the fields that would be known there.
function keysAt(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  let current: unknown = schema;
  for (const key of [...path, undefined]) {
    current = unwrap(current);
    const definition = definitionOf(current);
    if (key === undefined) return Object.keys(definition.shape ?? {});
    current = typeof key === 'number' ? definition.element : definition.shape?.[String(key)];
  }
  return [];
}

interface Definition {
  readonly type?: string;
  readonly shape?: Record<string, unknown>;
  readonly element?: unknown;
  readonly innerType?: unknown;
}

function definitionOf(schema: unknown): Definition {
  const inner = (schema as { _zod?: { def?: Definition } } | undefined)?._zod?.def;
  return inner ?? {};
}

function unwrap(schema: unknown): unknown {
  let current = schema;
  for (let inner = definitionOf(current).innerType; inner !== undefined; inner = definitionOf(current).innerType) {
    current = inner;
  }
  return current;
}
