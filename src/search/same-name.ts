import { cut } from './cut.ts';
import type { Hit } from './hits.ts';
import type { CountyLabel, Row } from './table.ts';

/** That a name in a practice stands for something else in other counties. */
export interface SameName {
  /** The name that the counties share. */
  readonly name: string;
  /** The record of the false friend, which tells its uses apart. */
  readonly row: Row;
  readonly counties: readonly CountyLabel[];
}

const TITLE = /^“(.+)”：所指不同$/u;

/** The title of the record of a false friend: that of a practice is the name alone. */
export function titleOf(name: string): string {
  return `“${name}”：所指不同`;
}

/** The false friends of a practice that a query named, by what was typed and by what was looked up for it. */
export function sameNamesOf({ row, marks }: Pick<Hit, 'row' | 'marks'>, query: string): SameName[] {
  const named = [keysOf(query), ...marks.map((keys) => keys.join(''))];
  return row.friends.flatMap((friend) => {
    const name = TITLE.exec(friend.name)?.[1] ?? '';
    const counties = [...new Set(friend.users.flatMap(({ county }) => county ?? []))].filter(
      (county) => county !== row.county,
    );
    return named.some((keys) => keys.includes(keysOf(name))) ? [{ name, row: friend, counties }] : [];
  });
}

// With a sign at the end: 党建 is not 党建+.
function keysOf(text: string): string {
  return cut(text)
    .map(({ key }) => key)
    .join('');
}
