import { answerOf, type CountyRecord, type Silence, type ThemeRecord } from '../atlas/records.ts';
import { NATURES, type Nature } from '../model/figure.ts';

/** What kind of answer a county's report gives to a theme: that is what sets counties apart before any number does. */
export interface Answer {
  readonly county: CountyRecord;
  /** The kind of its silence where it gives none. */
  readonly silence: Silence | undefined;
  readonly initiatives: number;
  /** Of these, how many have figures, say when, and say who. */
  readonly withFigures: number;
  readonly dated: number;
  readonly withWho: number;
  /** What its figures are, where they are not all results. */
  readonly natures: readonly Nature[];
}

/** What kind of answer each county gives. */
export function answersOf(theme: ThemeRecord, counties: readonly CountyRecord[]): readonly Answer[] {
  return counties.map((county) => {
    const answer = answerOf(theme, county);
    const initiatives = typeof answer === 'string' ? [] : answer;
    const natures = new Set(initiatives.flatMap(({ numbers }) => numbers.map(({ nature }) => nature)));
    return {
      county,
      silence: typeof answer === 'string' ? answer : undefined,
      initiatives: initiatives.length,
      withFigures: initiatives.filter(({ numbers }) => numbers.length > 0).length,
      dated: initiatives.filter(({ period }) => period !== undefined).length,
      withWho: initiatives.filter(({ who }) => who !== undefined).length,
      natures: NATURES.filter((nature) => nature !== 'result' && natures.has(nature)),
    };
  });
}
