import { z } from 'astro/zod';
import { idSchema } from './id.ts';

/** `content/questions/<id>.yaml`: a question that a reader would ask, and what each report answers to it. */
export const questionSchema = z.strictObject({
  /** As a reader would ask it; it ends in a question mark. */
  question: z.string().regex(/？$/, { error: 'question' }),
  english: z.string().min(2),
  /** Where it stands among the questions; no two are alike. */
  order: z.int().positive(),
  /** The answer in a sentence or two; places `{county/id}`. */
  summary: z.string().min(8),
  /** What each county's report says to it; a county that is silent on it is left out. */
  answers: z
    .array(
      z.strictObject({
        county: idSchema,
        /** Places `{id}` name figures of the county. */
        text: z.string().min(8),
        /** The practices on which the answer rests, by their ids within the county, the most telling first. */
        initiatives: z.array(idSchema).min(1),
      }),
    )
    .min(1),
  /** What the sources do not say; places `{county/id}`. */
  unsaid: z.string().min(4),
  /** The themes of which it is a part; none for a question about the reports themselves. */
  themes: z.array(idSchema),
  /** The indicators that bear on it. */
  indicators: z.array(idSchema).default([]),
});

export type Question = z.infer<typeof questionSchema>;
