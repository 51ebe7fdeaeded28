import { z } from 'astro/zod';

/** `content/terms/<id>.yaml`: a political or administrative term or slogan, explained. */
export const termSchema = z.strictObject({
  name: z.string().min(2),
  english: z.string().min(2),
  /** Other forms of the term itself. */
  aliases: z.array(z.string().min(1)).default([]),
  /** How people say it in daily life; search takes these for the term. */
  everyday: z.array(z.string().min(1)).default([]),
  /** Two sentences of plain Chinese. General knowledge, and marked as such on the page; it never enters figures or initiatives. */
  explanation: z.string().min(8),
});

export type Term = z.infer<typeof termSchema>;
