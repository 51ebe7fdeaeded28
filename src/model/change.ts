import { z } from 'astro/zod';
import { dateSchema, intervalOf, isPeriod, precisionOf } from './date.ts';
import { idSchema } from './id.ts';

export const CHANGE_KINDS = ['added', 'corrected', 'removed'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

// A value that a record once had is quoted, and stays as it was whatever the figures say today: it has no places to be filled.
const quotedSchema = z
  .string()
  .min(1)
  .regex(/^[^{}]*$/, { error: 'change-quoted' });

/** What a change of each kind must say, and what it may not. */
const FIELDS: Readonly<Record<ChangeKind, { must: readonly ChangeField[]; never: readonly ChangeField[] }>> = {
  added: { must: [], never: ['field', 'from', 'to', 'name'] },
  corrected: { must: ['field'], never: ['name'] },
  removed: { must: ['record', 'name'], never: ['field', 'from', 'to'] },
};
type ChangeField = 'record' | 'name' | 'field' | 'from' | 'to';

/** A dated addition or correction: what someone who used the record before must know. */
export const changeSchema = z
  .strictObject({
    /** The day on which the site changed. */
    date: dateSchema.refine((date) => precisionOf(date) === 'day', { error: 'change-day' }),
    kind: z.enum(CHANGE_KINDS),
    /**
     * The record. In a county's file as the address of the page names it: an initiative by its id, a figure as `fig-<id>`, a remark as
     * `remark-<id>`; absent where the whole report is meant. Elsewhere the name of its file.
     */
    record: idSchema.optional(),
    /** The name of a record that was removed, which stands nowhere else any more. */
    name: z.string().min(2).optional(),
    /** The field that was corrected, by its name in the record; `text` is the prose of the page. */
    field: z
      .string()
      .regex(/^[a-z]\w*$/i, { error: 'change-field' })
      .optional(),
    /** What the field said before, as the public data write it; of a long text the words that were corrected. Absent where it said nothing. */
    from: quotedSchema.optional(),
    /** What it says since; the check holds the newest against the record. Absent where it says nothing any more. */
    to: quotedSchema.optional(),
    /** One sentence; places `{id}` name figures as everywhere. */
    why: z.string().min(4),
  })
  .superRefine((change, context) => {
    const { must, never } = FIELDS[change.kind];
    const report = (field: ChangeField, message: string) =>
      context.addIssue({ code: 'custom', path: [field], message, input: change[field] });
    for (const field of must) if (change[field] === undefined) report(field, 'change-must');
    for (const field of never) if (change[field] !== undefined) report(field, `change-${change.kind}`);
    if (change.kind !== 'corrected') return;
    if (change.from === undefined && change.to === undefined) report('to', 'change-must');
    else if (change.from === change.to) report('to', 'change-same');
  });

export type Change = z.infer<typeof changeSchema>;

/** Where the records stand that are no part of a county's file: each has one list of changes, which outlives the records. */
export const CHANGED_FOLDERS = ['themes', 'sources', 'indicators', 'terms', 'false-friends', 'questions'] as const;
export type ChangedFolder = (typeof CHANGED_FOLDERS)[number];

/**
 * `content/changes/<folder>.yaml`: what was added to the records of `content/<folder>`, corrected in them or removed. Only what was
 * added may name no record: then all of them are meant.
 */
export const changesSchema = z.strictObject({
  changes: z
    .array(
      changeSchema.refine(({ record, kind }) => record !== undefined || kind === 'added', {
        error: 'change-must',
        path: ['record'],
      }),
    )
    .min(1),
});

/** What a field of a record says, as the public data write it; empty where it says nothing. */
export function writtenValue(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return value.map(writtenValue).join('、');
  if (isPeriod(value)) return intervalOf(value);
  if (typeof value !== 'object') return String(value);
  if ('min' in value && 'max' in value) return `${value.min}–${value.max}`;
  return Object.values(value).map(writtenValue).join('\n');
}

/** Fields of which a change quotes the words that were corrected, and not the whole. */
const LONG = [
  'answers',
  'contrast',
  'definition',
  'explanation',
  'lead',
  'notes',
  'remarks',
  'summary',
  'text',
  'unlike',
  'unsaid',
  'uses',
];

/** Whether a field's value, in the words of `writtenValue`, is what the change says that it is since. */
export function holds({ field, from, to }: Pick<Change, 'field' | 'from' | 'to'>, written: string): boolean {
  if (!field || !LONG.includes(field)) return written === (to ?? '');
  return to === undefined ? !written.includes(from ?? '') : written.includes(to);
}
