/** Which counties and themes a reader has chosen, by their ids; an empty list is no choice: all of them. */
export interface View {
  readonly counties: readonly string[];
  readonly themes: readonly string[];
}

/** What an address asks for: the view that it can be answered by, and what of it had to be ignored, as written. */
export interface Asked extends View {
  readonly ignored: readonly string[];
}

/** The names of the lists in an address: `?counties=hengdong,yongde&themes=training`. */
export const CHOICES = ['counties', 'themes'] as const;
export type Choice = (typeof CHOICES)[number];

/**
 * Reads the view of an address. Known ids count in the order in which they are `known`, however they are written; what is not
 * known is ignored and told, and where nothing known is left all are shown. A name counts as the id that `names` gives it. Other
 * parameters are not ours.
 */
export function readView(search: string, known: View, names: ReadonlyMap<string, string> = new Map()): Asked {
  const parameters = new URLSearchParams(search);
  // A page that has nothing to choose of a kind does not judge what is asked for of it.
  const asked = (choice: Choice) =>
    known[choice].length === 0
      ? []
      : parameters.getAll(choice).flatMap((list) => list.split(/[,，、\s]+/).filter(Boolean));
  const plain = (asked: string) => {
    const id = asked.normalize('NFKC').toLowerCase();
    return names.get(id) ?? id;
  };
  const chosen = (choice: Choice) => known[choice].filter((id) => asked(choice).map(plain).includes(id));
  const ignored = CHOICES.flatMap((choice) => asked(choice).filter((id) => !known[choice].includes(plain(id))));
  return { counties: chosen('counties'), themes: chosen('themes'), ignored: [...new Set(ignored)] };
}

/** The query of an address that asks for the view; empty where it is all. Commas stay readable. */
export function writeView(view: View, known: View): string {
  const parts = CHOICES.filter((choice) => view[choice].length > 0 && view[choice].length < known[choice].length).map(
    (choice) => `${choice}=${view[choice].map(encodeURIComponent).join(',')}`,
  );
  return parts.length > 0 ? `?${parts.join('&')}` : '';
}
