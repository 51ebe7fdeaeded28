import { KINDS, type Kind } from './kinds.ts';

/**
 * How well a record answers a phrase, the best first: where in the record the phrase stands. `name` and `alias` hold nothing
 * but the phrase; in the others it stands beside more.
 */
export const TIERS = [
  'name',
  'alias',
  'name-part',
  'alias-part',
  'part',
  'figure',
  'summary',
  'prose',
  'english',
] as const;
export type Tier = (typeof TIERS)[number];

/**
 * How well a record of a kind answers a phrase that is the whole of one of its names, or a part of one. A question is a sentence: a
 * part of it is no name, and would push back practices of that name. An indicator only counts what practices do: its name stands
 * with the other names of practices, and so behind them.
 */
export function tierInName(kind: Kind, role: 'name' | 'alias', whole: boolean): Tier {
  if (!whole) return kind === 'question' ? 'summary' : `${role}-part`;
  return kind === 'indicator' ? 'alias' : role;
}

/** How much a hit counts where several pieces of a query are weighed together. */
export const WEIGHTS: Readonly<Record<Tier, number>> = {
  name: 4,
  alias: 3.4,
  'name-part': 3,
  'alias-part': 2.4,
  part: 1.6,
  figure: 1.6,
  summary: 1.5,
  prose: 1,
  english: 2,
};

/** A place in the order of results; smaller numbers come first. */
export interface Rank {
  readonly tier: Tier;
  readonly kind: Kind;
  /** The part of the field that the phrase fills, from 0 to 1. */
  readonly share: number;
}

/** Compares two ranks: the tier, then the kind, then how much of the field the phrase fills. */
export function byRank(a: Rank, b: Rank): number {
  return (
    TIERS.indexOf(a.tier) - TIERS.indexOf(b.tier) || KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || b.share - a.share
  );
}
