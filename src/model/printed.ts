/**
 * What a figure's `printed` says, and whether the typed fields agree with it. The parts: `amounts` (numbers, ranges),
 * `hedges` (余, 近, 以上), `pers` (元/月, 人均), `printed-read`, `printed-write` and `printed-agree`.
 */

export { isUnread, type Unread, type Value } from './amounts.ts';
export { BOUNDS, type Bound } from './hedges.ts';
export { PERS, type Per } from './pers.ts';
export { agree, type Disagreement, type Typed, unitMatches } from './printed-agree.ts';
export { type Reading, readPrinted } from './printed-read.ts';
export { formatPrinted, STYLES, type Style } from './printed-write.ts';
