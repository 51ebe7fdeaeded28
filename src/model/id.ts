import { z } from 'astro/zod';

/** Lower-case ASCII words joined by hyphens: it becomes a file name, an anchor and a part of an address, so it never needs escaping. */
export const idSchema = z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, { error: 'id' });

/** A record of a county named from outside it: `county/id`. Inside the county the short form `id` is used. */
export const qualifiedIdSchema = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*\/[a-z][a-z0-9]*(-[a-z0-9]+)*$/, { error: 'qualified-id' });

/** A record of a county by `county/id`, or one of the same file by its short id. */
export const referenceSchema = z
  .string()
  .regex(/^([a-z][a-z0-9]*(-[a-z0-9]+)*\/)?[a-z][a-z0-9]*(-[a-z0-9]+)*$/, { error: 'qualified-id' });

/** Makes `county/id` of a short id; a reference that is already qualified is left as it is. */
export function qualify(county: string, reference: string): string {
  return reference.includes('/') ? reference : `${county}/${reference}`;
}
