import type { Bound, Per } from '../model/printed.ts';
import { isUnread, readPrinted } from '../model/printed.ts';

/** What a source says of a number by the words right beside it. */
export interface Said {
  /** The number with those words. */
  readonly text: string;
  readonly bound: Bound;
  readonly per: readonly Per[];
}

const BEFORE_AT_MOST = 6;
const BEHIND_AT_MOST = 3;
/** 全村人均 is per person, not per village. */
const NO_MEAN = /^[^年月日周季每][人户村亩]均/;
/** 附近, 最近 and the like end in 近 and hedge nothing. */
const NO_HEDGE = /[附最邻临靠远新]近$|[赶早晚马以之]上$/;

/**
 * Reads the number at `from` to `to` of a text with as many of the characters beside it as make it say more: 约, 不低于, 每月
 * before it, 以上 or /月 behind it.
 *
 * @returns null where `printed` says it all.
 */
export function saidAround(printed: string, text: string, from: number, to: number): Said | null {
  const own = readPrinted(printed);
  if (isUnread(own)) return null;
  for (let before = Math.min(BEFORE_AT_MOST, from); before >= 0; before--) {
    for (let behind = BEHIND_AT_MOST; behind >= 0; behind--) {
      const longer = text.slice(from - before, to + behind);
      if (
        before + behind === 0 ||
        NO_MEAN.test(longer) ||
        NO_HEDGE.test(text.slice(Math.max(0, from - before - 1), from))
      )
        continue;
      const said = readPrinted(longer);
      if (isUnread(said) || said.unit !== own.unit || JSON.stringify(said.value) !== JSON.stringify(own.value))
        continue;
      if (said.bound !== own.bound || said.per.length > own.per.length) {
        return { text: longer, bound: said.bound, per: said.per };
      }
    }
  }
  return null;
}
