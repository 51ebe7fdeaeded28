import { z } from 'astro/zod';
import { dateSchema, periodSchema } from './date.ts';
import { idSchema } from './id.ts';
import { locatorSchema } from './locator.ts';
import { BOUNDS, PERS } from './printed.ts';
import { countedBy, isUnit, type UnitName } from './units.ts';

/** What a number is: something that happened, or a rule, an aim, an intention, an expectation, a size. */
export const NATURES = ['result', 'standard', 'target', 'plan', 'forecast', 'capacity'] as const;
export type Nature = (typeof NATURES)[number];

/** Counted at a moment, or added up over a stretch of time. */
export const MEASURES = ['stock', 'flow'] as const;

/** The state before something of which the source tells, or after it. */
export const STAGES = ['before', 'after'] as const;

const unitSchema = z.custom<UnitName>((unit) => typeof unit === 'string' && isUnit(unit), { error: 'unit' });

const rangeSchema = z
  .strictObject({ min: z.number(), max: z.number() })
  .refine((range) => range.min < range.max, { error: 'range-order' });

/** One number of a source. It stands here and nowhere else: prose, tables and downloads draw it from this record. */
export const figureSchema = z
  .strictObject({
    /** Unique within the county; elsewhere it is called `county/id`. The anchor on the county's page is `fig-<id>`. */
    id: idSchema,
    /** What is counted, in words. */
    label: z.string().min(2),
    /** Number and unit as the source prints them, hedges included: `1.6万余户`. */
    printed: z.string().min(1),
    /** The number in its plain unit (16000, not 1.6), a range, or null where the source is vague (数十). */
    value: z.union([z.number(), rangeSchema, z.null()]),
    /** One of the table of units; what is counted follows from it. */
    unit: unitSchema,
    /** How the source hedges the number. */
    bound: z.enum(BOUNDS).default('exact'),
    nature: z.enum(NATURES).default('result'),
    /** Absent where the source does not let one tell. */
    measure: z.enum(MEASURES).optional(),
    /** What the number is per: `[person, year]` for yuan a person and year. */
    per: z.array(z.enum(PERS)).default([]),
    /** Which part of the county it covers; absent for the whole county. */
    scope: z.string().min(1).optional(),
    /** Of what a share is a share, in the source's terms; absent where the source does not say, and for what is no share. */
    of: z.string().min(2).optional(),
    /** The figure of the same county that is the whole of which this one is a part. */
    partOf: idSchema.optional(),
    /** Where the source sets two numbers as the state before and after something: which of them this is. */
    stage: z.enum(STAGES).optional(),
    /** The moment for which it holds, as precise as the source gives it; absent when it gives none. */
    asOf: dateSchema.optional(),
    /** The stretch of time over which it was counted. */
    period: periodSchema.optional(),
    /** The paragraph in which it stands. */
    at: locatorSchema,
    /** The source's id, only where the county has several. */
    source: idSchema.optional(),
    /** At most 20 characters of the source around the number. */
    clause: z.string().min(2).max(20, { error: 'clause-length' }).optional(),
    /** The initiative to which it belongs, by its id within the county. */
    initiative: idSchema.optional(),
    /** The indicators for which it is a value. */
    indicators: z.array(idSchema).default([]),
    /** What a reader must know before using it; places `{id}` allowed. */
    notes: z.array(z.string().min(1)).default([]),
    /** Whether it stands at the head of the county's page. */
    key: z.boolean().default(false),
  })
  .refine((figure) => !(figure.asOf && figure.period), { error: 'asof-or-period', path: ['asOf'] })
  .refine((figure) => figure.of === undefined || countedBy(figure.unit) === 'ratio', {
    error: 'of-share',
    path: ['of'],
  });

export type Figure = z.infer<typeof figureSchema>;
