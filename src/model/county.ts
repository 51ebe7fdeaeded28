import { z } from 'astro/zod';
import { changeSchema } from './change.ts';
import { periodSchema } from './date.ts';
import { figureSchema } from './figure.ts';
import { idSchema } from './id.ts';
import { initiativeSchema } from './initiative.ts';

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
  /** Dated additions to this page and corrections of it. */
  changes: z.array(changeSchema).default([]),
});

export type County = z.infer<typeof countySchema>;
