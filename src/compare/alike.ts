import type {
  Atlas,
  FalseFriendRecord,
  IndicatorRecord,
  InitiativeRecord,
  TermRecord,
  ThemeRecord,
} from '../atlas/records.ts';
import { type Similarity, similarityOf } from './similarity.ts';

/** Why a practice of another county stands beside one: what the two share, the most certain kind first. */
export type Likeness =
  | { readonly kind: 'indicator'; readonly record: IndicatorRecord }
  | { readonly kind: 'term'; readonly record: TermRecord }
  | { readonly kind: 'theme'; readonly record: ThemeRecord }
  /** They share a name and nothing else. */
  | { readonly kind: 'false-friend'; readonly record: FalseFriendRecord };

export interface Alike {
  readonly initiative: InitiativeRecord;
  readonly because: Likeness;
}

/** A term that more practices than these speak of says nothing about two of them. */
const COMMON = 14;

/** How alike two practices must be in their words where they share no more than a theme, and where they share more. */
const CLOSE = { theme: 0.16, more: 0.07 };

const WEIGHTS = { indicator: 0.5, term: 0.3, theme: 0, 'false-friend': 0.2 } as const;

/** Finds, for a practice, those of other counties that are nearest to it, at most `count`, of different counties where there are. */
export function alikeIn(atlas: Atlas): (initiative: InitiativeRecord, count: number) => readonly Alike[] {
  const all = [...atlas.initiatives.values()];
  const places = new Map(all.map((initiative, i) => [initiative, i]));
  const alike = similarityOf(all.map(wordsOf));
  const terms = termsOf(all, atlas.terms);
  return (initiative, count) => {
    const ranked = all
      .filter((other) => other.county !== initiative.county)
      .flatMap((other) => {
        const closeness = closenessOf(alike, places, initiative, other);
        const because = likenessOf(initiative, other, terms, closeness);
        return because ? [{ initiative: other, because, score: WEIGHTS[because.kind] + closeness }] : [];
      })
      .sort((a, b) => b.score - a.score);
    const firsts = ranked.filter(
      ({ initiative: { county } }, i) => ranked.findIndex((one) => one.initiative.county === county) === i,
    );
    const rest = ranked.filter((one) => !firsts.includes(one));
    return [...firsts, ...rest]
      .slice(0, count)
      .map(({ initiative: other, because }) => ({ initiative: other, because }));
  };
}

function closenessOf(
  alike: Similarity,
  places: ReadonlyMap<InitiativeRecord, number>,
  a: InitiativeRecord,
  b: InitiativeRecord,
): number {
  return alike(places.get(a) ?? -1, places.get(b) ?? -1);
}

// The most certain of what two practices share; undefined where it is a theme alone and their words are far apart.
function likenessOf(
  a: InitiativeRecord,
  b: InitiativeRecord,
  terms: ReadonlyMap<InitiativeRecord, Terms>,
  closeness: number,
): Likeness | undefined {
  const friend = a.falseFriends.find((one) => b.falseFriends.includes(one));
  if (closeness < CLOSE.more) return friend && { kind: 'false-friend', record: friend };
  const indicator = a.figures
    .flatMap(({ indicators }) => indicators)
    .find((one) => b.figures.some(({ indicators }) => indicators.includes(one)));
  if (indicator) return { kind: 'indicator', record: indicator };
  if (friend) return { kind: 'false-friend', record: friend };
  const term = sharedTerm(terms.get(a), terms.get(b));
  if (term) return { kind: 'term', record: term };
  const theme = a.themes.find((one) => b.themes.includes(one));
  return theme && closeness >= CLOSE.theme ? { kind: 'theme', record: theme } : undefined;
}

// Placeholders are left out: what a figure counts says little of how a practice works.
function wordsOf({ name, aliases, everyday, parts, summary }: InitiativeRecord): string {
  return [name, name, ...aliases, ...everyday, ...parts, summary.replace(/\{[^{}]*\}/g, '，')].join('，');
}

/** The terms of a practice: those that its names speak of, and all that its names and its summary speak of. */
interface Terms {
  readonly named: readonly TermRecord[];
  readonly all: readonly TermRecord[];
}

// Two practices share a term where both speak of it and one is called after it: whom a summary merely mentions makes nothing alike.
function sharedTerm(a: Terms | undefined, b: Terms | undefined): TermRecord | undefined {
  return a?.named.find((term) => b?.all.includes(term)) ?? a?.all.find((term) => b?.named.includes(term));
}

function termsOf(all: readonly InitiativeRecord[], terms: readonly TermRecord[]): ReadonlyMap<InitiativeRecord, Terms> {
  const texts = all.map(({ name, aliases, parts, summary }) => {
    const named = [name, ...aliases, ...parts].join('，');
    return { named, all: `${named}，${summary}` };
  });
  const rare = terms
    .map((term) => ({ term, names: [term.name, ...term.aliases].filter((name) => [...name].length > 1) }))
    .filter(({ names }) => texts.filter((text) => names.some((name) => text.all.includes(name))).length <= COMMON);
  const within = (text: string) =>
    rare.filter(({ names }) => names.some((name) => text.includes(name))).map(({ term }) => term);
  return new Map(
    all.map((initiative, i) => [
      initiative,
      { named: within(texts[i]?.named ?? ''), all: within(texts[i]?.all ?? '') },
    ]),
  );
}
