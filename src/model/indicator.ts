import { z } from 'astro/zod';
import { qualifiedIdSchema } from './id.ts';
import { isUnit, type UnitName } from './units.ts';

/** `content/indicators/<id>.yaml`: a kind of quantity. Figures name the indicators that they are values of. */
export const indicatorSchema = z.strictObject({
  name: z.string().min(2),
  english: z.string().min(2),
  aliases: z.array(z.string().min(1)).default([]),
  /** What counts as a value and what does not. */
  definition: z.string().min(8),
  /** The unit in which values are set beside each other. */
  unit: z.custom<UnitName>((unit) => typeof unit === 'string' && isUnit(unit), { error: 'unit' }),
  /** Pairs that no typed field tells apart and that still count different things: same word, other thing. */
  unlike: z
    .array(
      z.strictObject({
        figures: z.tuple([qualifiedIdSchema, qualifiedIdSchema]),
        because: z.string().min(4),
      }),
    )
    .default([]),
});

export type Indicator = z.infer<typeof indicatorSchema>;
