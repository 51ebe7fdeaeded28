import { z } from 'astro/zod';
import { dateSchema } from './date.ts';
import { idSchema } from './id.ts';
import { locatorSchema } from './locator.ts';

/** What is odd about a passage; each kind has its words in the interface dictionary. */
export const REMARK_KINDS = ['sum', 'share', 'name', 'date', 'count', 'wording', 'broken', 'missing', 'scope'] as const;
export type RemarkKind = (typeof REMARK_KINDS)[number];

/** Something in the source that is unclear, contradictory or does not add up. It says what is printed where and what follows, not which is right. */
export const remarkSchema = z.strictObject({
  id: idSchema,
  kind: z.enum(REMARK_KINDS),
  /** Places `{id}` name figures of the county. */
  text: z.string().min(8),
  /** Absent where something is missing from the whole document. */
  at: locatorSchema.optional(),
  figures: z.array(idSchema).default([]),
  initiatives: z.array(idSchema).default([]),
});

export type Remark = z.infer<typeof remarkSchema>;

/** A paragraph as a locator names it: enough for a reader with the original to find the place. */
export const paragraphSchema = z.strictObject({
  /** The heading under which it stands; null before the first. */
  section: z.string().min(1).nullable(),
  /** Its first words, letter for letter. */
  first: z.string().min(1).max(12, { error: 'first-length' }),
});

const setAsideSchema = z.strictObject({
  /** Numbers that are no figures, once for each name: the name or phrase in which the number stands, and why. */
  numbers: z.array(z.strictObject({ text: z.string().min(1), reason: z.string().min(2) })).default([]),
  /** What stands in “” or 《》 and is no name of ours: quoted speech, a figure of speech, and why. */
  names: z.array(z.strictObject({ text: z.string().min(2), reason: z.string().min(2) })).default([]),
  /** Paragraphs that carry no fact, and why. */
  paragraphs: z.array(z.strictObject({ at: locatorSchema, reason: z.string().min(2) })).default([]),
});

/** How the date of a document is known: printed on it, worked out from what it says, or not at all. */
export const DATE_BASES = ['stated', 'inferred', 'none'] as const;

/** `content/sources/<id>.yaml`: a document that a report rests on. Its text is not part of this site. */
export const sourceSchema = z
  .strictObject({
    county: idSchema,
    title: z.string().min(2),
    subtitle: z.string().min(2).optional(),
    /** Null where the document names none. */
    publisher: z.string().min(1).nullable(),
    /** As the document names them, with their part in it; empty where it names none. */
    authors: z.array(z.string().min(1)),
    /** Null where the document carries none and nothing in it gives one. */
    date: dateSchema.nullable(),
    dateBasis: z.enum(DATE_BASES),
    /** The earliest date that the text itself allows; for documents without a date. */
    notBefore: dateSchema.optional(),
    /** What the date rests on, in a sentence. */
    dateNote: z.string().min(4),
    /** What sort of document it is, in words. */
    kind: z.string().min(2),
    /** Where it was published, if the document says so. */
    address: z.url({ protocol: /^https?$/, error: 'address' }).nullable(),
    /** SHA-256 of the text that was read, in hexadecimal. */
    sha256: z.string().regex(/^[0-9a-f]{64}$/, { error: 'sha256' }),
    /** The n-th entry describes the n-th non-empty line of the text. */
    paragraphs: z.array(paragraphSchema).min(1),
    setAside: setAsideSchema,
    remarks: z.array(remarkSchema),
  })
  .refine((source) => (source.date === null) === (source.dateBasis === 'none'), {
    error: 'date-basis',
    path: ['date'],
  });

export type Source = z.infer<typeof sourceSchema>;
