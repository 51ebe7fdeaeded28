import { z } from 'astro/zod';

/** A paragraph of a source: n for its n-th non-empty line, counted from 1. */
export const paragraphNumberSchema = z.int().min(1);

/** Where a record stands in its source: one paragraph, or several, in ascending order. */
export const locatorSchema = z
  .union([paragraphNumberSchema, z.array(paragraphNumberSchema).min(1)])
  .transform((at) => (typeof at === 'number' ? [at] : at))
  .refine((at) => at.every((n, i) => i === 0 || n > (at[i - 1] ?? 0)), { error: 'locator-order' });

/** Paragraph numbers, ascending, without repetition. */
export type Locator = readonly number[];

/** Cuts a source text into its paragraphs. Paragraph n is element n - 1. The rule is the same for the check, the tools and the site. */
export function paragraphsOf(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
