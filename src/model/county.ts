import { z } from 'astro/zod';
import { dateSchema, periodSchema } from './date.ts';
import { figureSchema } from './figure.ts';
import { idSchema } from './id.ts';
import { initiativeSchema } from './initiative.ts';

/** A dated addition or correction: what a reader who used the record before must know. */
export const changeSchema = z.strictObject({
  date: dateSchema,
  kind: z.enum(['added', 'corrected', 'removed']),
  /** The id of the figure or initiative; absent when the whole page is meant. */
  record: idSchema.optional(),
  from: z.string().optional(),
  to: z.string().optional(),
  why: z.string().min(2),
});

export type Change = z.infer<typeof changeSchema>;

/** Whether every practice and number of the report has been taken up; only then does silence mean that the source is silent. */
export const COVERAGES = ['complete', 'partial'] as const;

/** The front matter of `content/counties/<id>.mdx`: one county's report. The body is the report in our own words. */
export const countySchema = z.strictObject({
  name: z.string().regex(/^\p{Script=Han}{2,}$/u, { error: 'han' }),
  english: z.string().min(2),
  province: z.string().min(2),
  prefecture: z.string().min(2),
  /** One character by which the county is told apart. */
  seal: z.string().regex(/^\p{Script=Han}$/u, { error: 'seal' }),
  /** The years of which the report tells; absent where it names none. */
  period: periodSchema.optional(),
  coverage: z.enum(COVERAGES).default('partial'),
  /** At most 60 characters, places counted as one; what the report is about. */
  summary: z.string().min(8),
  /** Two or three sentences at the head of the page, which also say what the report does not; the summary stands in for it. */
  lead: z.string().min(20).optional(),
  /** The documents that the report rests on, the main one first. */
  sources: z.array(idSchema).min(1),
  figures: z.array(figureSchema),
  initiatives: z.array(initiativeSchema).min(1),
  changes: z.array(changeSchema).default([]),
});

export type County = z.infer<typeof countySchema>;
