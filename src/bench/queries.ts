import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pinyin } from 'pinyin-pro';
import { parse } from 'yaml';
import type { Role } from '../search/cut.ts';
import type { SearchRecord } from '../search/records.ts';

/** What readers type, from what every query is found by to what takes the most work. */
export const QUERY_KINDS = [
  'whole name',
  'part of a name',
  'printed number',
  'words of the prose',
  'everyday words',
  'pinyin initials',
  'English name',
] as const;

/** A query, and what it is. */
export interface Query {
  readonly kind: (typeof QUERY_KINDS)[number];
  readonly text: string;
}

/** The questions that the tests of search ask. */
const QUESTIONS = join('tests', 'search', 'questions.yaml');

const HAN_ONLY = /^\p{Script=Han}+$/u;

/**
 * Queries taken from records by rule, `each` of every kind and spread evenly over the records that have one: so they change with the
 * content, and nobody picks those that are fast.
 */
export function queriesOf(records: readonly SearchRecord[], each: number): Query[] {
  const initiatives = records.filter(({ kind }) => kind === 'initiative');
  const texts = (roles: readonly Role[], of = records) =>
    of.flatMap(({ fields }) => fields.filter(({ role }) => roles.includes(role)).map(({ text }) => text));
  const names = texts(['name'], initiatives).filter((name) => HAN_ONLY.test(name));
  const between = (least: number, most: number) =>
    names.filter((name) => [...name].length >= least && [...name].length <= most);
  const named = texts(['name', 'alias', 'part', 'figure']).join('\n');
  const all = texts(['name', 'alias', 'part', 'figure', 'summary', 'prose']).join('\n');
  const rules: Record<Query['kind'], readonly string[]> = {
    'whole name': between(4, 12),
    'part of a name': between(8, 20).map((name) => [...name].slice(2, 6).join('')),
    'printed number': texts(['figure'], initiatives)
      .map((text) => text.split('：')[0] ?? '')
      .filter((printed) => /\d{2}/.test(printed)),
    'words of the prose': initiatives.flatMap(({ fields }) =>
      fields
        .filter(({ role }) => role === 'summary' || role === 'prose')
        .flatMap(({ text }) => text.match(/\p{Script=Han}{4,}/gu) ?? [])
        .map((run) => [...run].slice(0, 4).join(''))
        .filter((words) => !named.includes(words))
        .slice(0, 1),
    ),
    'everyday words': initiatives
      .flatMap(({ everyday }) => everyday)
      .filter((phrase) => HAN_ONLY.test(phrase) && phrase.length >= 4 && !all.includes(phrase)),
    'pinyin initials': between(4, 6),
    'English name': texts(['english'], initiatives),
  };
  return QUERY_KINDS.flatMap((kind) =>
    evenly([...new Set(rules[kind])], each).map((text) => ({
      kind,
      text: kind === 'pinyin initials' ? initialsOf(text) : text,
    })),
  );
}

/** At most `count` of some things, spread evenly over them; of one, the one in the middle. */
export function evenly<T>(things: readonly T[], count: number): T[] {
  if (things.length <= count) return [...things];
  return Array.from({ length: count }, (_, i) => things[Math.floor(((i + 0.5) * things.length) / count)] as T);
}

/** The questions that the tests of search ask; undefined where the project is without its tests. */
export function questions(root: string): string[] | undefined {
  const file = join(root, QUESTIONS);
  return existsSync(file) ? readQuestions(readFileSync(file, 'utf8')) : undefined;
}

/** The questions of a list in YAML whose entries have a field `q`. Throws at what is not such a list. */
export function readQuestions(yaml: string): string[] {
  const list: unknown = parse(yaml);
  if (!Array.isArray(list)) throw new Error(`${QUESTIONS} is not a list`);
  return list.map((entry) => {
    if (typeof entry?.q !== 'string') throw new Error(`${QUESTIONS} has an entry without q`);
    return entry.q;
  });
}

function initialsOf(name: string): string {
  return pinyin(name, { pattern: 'first', toneType: 'none', type: 'array' }).join('');
}
