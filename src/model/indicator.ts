import { z } from 'astro/zod';
import { idSchema, qualifiedIdSchema, referenceSchema } from './id.ts';
import { isUnit, type UnitName } from './units.ts';

const unitSchema = z.custom<UnitName>((unit) => typeof unit === 'string' && isUnit(unit), { error: 'unit' });

/** How a value is computed from figures of one county: each way with the number of terms that it takes. */
export const OPERATIONS = ['share', 'average', 'difference', 'sum'] as const;
export type Operation = (typeof OPERATIONS)[number];

/** A value that no source prints and that follows from figures of one county; it is shown with its terms. */
export const computedSchema = z
  .strictObject({
    /** Unique within the indicator. */
    id: idSchema,
    /** What the result is, in words. */
    label: z.string().min(2),
    /** Part and whole: part ÷ whole, in per cent. */
    share: z.tuple([qualifiedIdSchema, qualifiedIdSchema]).optional(),
    /** Total and count: how many of the total fall to one of the counted. */
    average: z.tuple([qualifiedIdSchema, qualifiedIdSchema]).optional(),
    /** The later and the earlier value: later − earlier; of per cents in percentage points. */
    difference: z.tuple([qualifiedIdSchema, qualifiedIdSchema]).optional(),
    /** Parts of one whole that do not overlap. */
    sum: z.array(qualifiedIdSchema).min(2).optional(),
  })
  .refine((computed) => OPERATIONS.filter((operation) => computed[operation]).length === 1, {
    error: 'one-operation',
    path: ['id'],
  });

export type Computed = z.infer<typeof computedSchema>;

/** `content/indicators/<id>.yaml`: a kind of quantity. Figures name the indicators that they are values of. */
export const indicatorSchema = z.strictObject({
  name: z.string().min(2),
  english: z.string().min(2),
  aliases: z.array(z.string().min(1)).default([]),
  /** What counts as a value and what does not. */
  definition: z.string().min(8),
  /** The unit in which values are set beside each other. */
  unit: unitSchema,
  /** Other units in which sources count it: their values are shown too, and the verdict says that they count something else. */
  also: z.array(unitSchema).default([]),
  /** The questions on which it bears, the most telling first. */
  themes: z.array(idSchema).min(1),
  /** Values that follow from printed ones. */
  computed: z.array(computedSchema).default([]),
  /**
   * Values that no typed field tells apart and that still count different things: same word, other thing. Named by
   * `county/id`, or by the id of a computed value.
   */
  unlike: z
    .array(
      z
        .strictObject({
          figures: z.array(referenceSchema).min(1),
          /** Each of `figures` against each of these; without it, each of `figures` against the others. */
          against: z.array(referenceSchema).min(1).optional(),
          because: z.string().min(4),
        })
        .refine(({ figures, against }) => against !== undefined || figures.length > 1, {
          error: 'unlike-alone',
          path: ['figures'],
        }),
    )
    .default([]),
});

export type Indicator = z.infer<typeof indicatorSchema>;
