import { Converter } from 'opencc-js/cn2t';
import type { FigureRecord, InitiativeRecord, TermRecord, ThemeRecord } from '../atlas/records.ts';
import { mostTelling } from '../compare/telling.ts';
import { typedAs } from './initials.ts';

/** What can be typed to find a record, by example; what no record gives an example of is missing. */
export interface Sample {
  /** A practice, and a short part of its name under which it is known and no other is. */
  readonly practice: { readonly initiative: InitiativeRecord; readonly part: string } | undefined;
  /** A number of three digits or more with its unit, as printed. */
  readonly figure: FigureRecord | undefined;
  /** A term that has everyday words and names a practice. */
  readonly term: TermRecord | undefined;
}

/** Examples of what to look for, out of the most telling initiatives of each theme, the first that fits. */
export function sampleOf(themes: readonly ThemeRecord[], terms: readonly TermRecord[]): Sample {
  const all = [...new Set(themes.flatMap(({ initiatives }) => initiatives))];
  const initiatives = themes.flatMap((theme) => mostTelling(theme, 2));
  const fits = (part: string) =>
    /^\p{Script=Han}{3,5}$/u.test(part) &&
    all.filter((one) => namesOf(one).some((name) => name.includes(part))).length === 1;
  return {
    practice: initiatives
      .flatMap((initiative) => initiative.aliases.map((part) => ({ initiative, part })))
      .find(({ initiative: { name }, part }) => name !== part && name.includes(part) && fits(part)),
    figure: initiatives
      .flatMap(({ figures }) => figures)
      .find(({ key, printed }) => key && /^\d[\d.]{2,}\p{Script=Han}+$/u.test(printed)),
    term: initiatives
      .flatMap(namesOf)
      .map((name) => terms.find(({ name: own, aliases, everyday }) => everyday[0] && [own, ...aliases].includes(name)))
      .find((term) => term !== undefined),
  };
}

/** A way to search: what it is called among the words of the search page, and what can be typed. */
export interface Way {
  readonly way: 'part' | 'number' | 'pinyin' | 'traditional' | 'everyday' | 'english' | 'question';
  readonly examples: readonly string[];
  /** The name of what is found, where the examples are nothing of that name. */
  readonly finds?: string | undefined;
}

/** The ways to search with examples out of the records; a way of which there is no example is left out. */
export function waysToSearch(themes: readonly ThemeRecord[], terms: readonly TermRecord[]): readonly Way[] {
  const { practice, figure, term } = sampleOf(themes, terms);
  const typed = typedAs(practice?.part ?? '');
  const traditional = Converter({ from: 'cn', to: 'tw' });
  const ways: readonly (Omit<Way, 'examples'> & { readonly examples: readonly (string | undefined)[] })[] = [
    { way: 'part', examples: [practice?.part] },
    { way: 'number', examples: [figure?.printed] },
    { way: 'pinyin', examples: [typed.full, typed.initials] },
    { way: 'traditional', examples: [themes[0] && traditional(themes[0].name)] },
    { way: 'everyday', examples: [term?.everyday[0]], finds: term?.name },
    { way: 'english', examples: [practice?.initiative.english] },
    { way: 'question', examples: [themes[0]?.question] },
  ];
  return ways
    .map((way) => ({ ...way, examples: way.examples.flatMap((example) => example || []) }))
    .filter(({ examples }) => examples.length > 0);
}

function namesOf({ name, aliases }: InitiativeRecord): readonly string[] {
  return [name, ...aliases];
}
