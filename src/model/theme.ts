import { z } from 'astro/zod';

/** The front matter of `content/themes/<id>.mdx`: a question that cuts across counties. The body compares in prose. */
export const themeSchema = z.strictObject({
  name: z.string().min(2),
  english: z.string().min(2),
  /** Everyday ways to say it, for search. */
  aliases: z.array(z.string().min(1)).default([]),
  /** The question as a reader would ask it; it ends in a question mark. */
  question: z.string().regex(/？$/, { error: 'question' }),
  /** The answer in a sentence or two; figures as places `{county/id}`. */
  summary: z.string().min(8),
  /** Place in lists, ascending; no two themes share one. */
  order: z.int().min(1),
});

export type Theme = z.infer<typeof themeSchema>;
