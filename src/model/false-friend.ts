import { z } from 'astro/zod';
import { idSchema } from './id.ts';

/**
 * `content/false-friends/<id>.yaml`: one name that counties use for different things. That no field tells, so it is said here,
 * once, and shown wherever the practices meet.
 */
export const falseFriendSchema = z.strictObject({
  /** The name or short form that the counties share. */
  name: z.string().min(2),
  english: z.string().min(2),
  /** Other spellings of it in the sources. */
  aliases: z.array(z.string().min(1)).default([]),
  /** What it stands for, county by county. */
  uses: z
    .array(
      z.strictObject({
        county: idSchema,
        /** The practices in which it stands, by their ids within the county. */
        initiatives: z.array(idSchema).min(1),
        /** What it means there; places `{id}` name figures of the county. */
        means: z.string().min(4),
      }),
    )
    .min(2),
  /** In what the uses differ; places `{county/id}`. */
  contrast: z.string().min(4),
});

export type FalseFriend = z.infer<typeof falseFriendSchema>;
