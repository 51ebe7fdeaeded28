import { z } from 'astro/zod';
import { dateSchema, periodSchema } from './date.ts';
import { idSchema } from './id.ts';
import { locatorSchema } from './locator.ts';

// The anchors of a county’s page, and of the page that reports errors in it, that are no practice.
const PAGE_IDS = [
  'main',
  'key-figures',
  'all-figures',
  'all-initiatives',
  'all-remarks',
  'other-initiatives',
  'remarks',
  'changes',
  'q-header',
  'q-page',
  'results',
  'start',
  'index',
  'q-header-hits',
];
const PAGE_ANCHOR = /^(fig-|remark-|parts-|user-content-|footnote)|-name$/;

const anchorSchema = idSchema.refine((id) => !PAGE_IDS.includes(id) && !PAGE_ANCHOR.test(id), { error: 'reserved-id' });

/** One practice of a county. Its address is `/counties/<county>/#<id>`. */
export const initiativeSchema = z.strictObject({
  /** Unique within the county; it is the anchor on the county's page. */
  id: anchorSchema,
  /** The name that the source uses, or ours where `coined` is set. */
  name: z.string().min(2),
  /** True where the source gives the practice no name and the name is ours. */
  coined: z.boolean().default(false),
  /** For search and data. */
  english: z.string().min(2),
  /** Other names and short forms, the source's own first. */
  aliases: z.array(z.string().min(1)).default([]),
  /**
   * What people say who look for it and do not know its name: everyday words, ours and not the source's. Search takes them where
   * nothing holds a query as typed; they never stand as names.
   */
  everyday: z.array(z.string().min(2)).default([]),
  /** The questions that it answers, the most telling first. */
  themes: z.array(idSchema).min(1),
  /** Who does it, in the source's terms. */
  who: z.string().min(1).optional(),
  /** When it began or was done: a date, or a stretch of time; absent when the source does not say. */
  period: z.union([dateSchema, periodSchema]).optional(),
  /** The paragraphs that tell of it. */
  at: locatorSchema,
  /** The source's id, only where the county has several. */
  source: idSchema.optional(),
  /** One sentence: who does what for whom, by what means, with what result; figures as places `{id}`. */
  summary: z.string().min(8),
  /** The items of a slogan, in its order. */
  parts: z.array(z.string().min(1)).default([]),
  /** Old ids, which stay as anchors so that old links still arrive. */
  formerly: z.array(anchorSchema).default([]),
});

export type Initiative = z.infer<typeof initiativeSchema>;
