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

const LONGEST = 80;

/**
 * Reads the view of an address. Known ids count in the order in which they are `known`, however they are written; what is not
 * known is ignored and told, and where nothing known is left all are shown. A name counts as the id that `names` gives it. Other
 * parameters are not ours.
 */
export function readView(search: string, known: View, names: ReadonlyMap<string, string> = new Map()): Asked {
  const parameters = new URLSearchParams(search);
  const plain = (asked: string) => {
    // No id is as long; to compose a long text takes a browser minutes.
    const id = asked.length > LONGEST ? asked : asked.normalize('NFKC').toLowerCase();
    return names.get(id) ?? id;
  };
  const ignored = new Set<string>();
  const chosen = (choice: Choice) => {
    // A page that has nothing to choose of a kind does not judge what is asked for of it.
    if (known[choice].length === 0) return [];
    const ids = new Set<string>();
    for (const asked of new Set(parameters.getAll(choice).flatMap((list) => list.split(/[,，、\s]+/)))) {
      const id = plain(asked);
      if (known[choice].includes(id)) ids.add(id);
      else if (asked) ignored.add(asked);
    }
    return known[choice].filter((id) => ids.has(id));
  };
  return { counties: chosen('counties'), themes: chosen('themes'), ignored: [...ignored] };
}

/** The query of an address that asks for the view; empty where it is all. Commas stay readable. */
export function writeView(view: View, known: View): string {
  const parts = CHOICES.filter((choice) => view[choice].length > 0 && view[choice].length < known[choice].length).map(
    (choice) => `${choice}=${view[choice].map(encodeURIComponent).join(',')}`,
  );
  return parts.length > 0 ? `?${parts.join('&')}` : '';
}
