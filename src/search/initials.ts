import { pinyin } from 'pinyin-pro';

/** The head of names that begin with a digit. */
export const DIGITS = '0–9';
/** The head of names of which the first letter has no known reading. */
export const UNREAD = '#';

/** The names under one head of an index by initials. */
export interface InitialGroup<T> {
  /** `A` to `Z`, `0–9` or `#`. */
  readonly head: string;
  /** The head as a part of an id: lower-case ASCII. */
  readonly id: string;
  readonly entries: readonly T[];
}

/** How a name is typed in pinyin without tones: `四个一` as `sigeyi`, and by initials as `sgy`. */
export function typedAs(name: string): { readonly full: string; readonly initials: string } {
  const syllables = readingOf(name).map(({ syllable }) => syllable.replace(/\d$/, ''));
  return { full: syllables.join(''), initials: syllables.map((syllable) => syllable[0] ?? '').join('') };
}

/** The head under which a name stands: its first pronounced letter. Quotation marks and other signs are not pronounced. */
export function headOf(name: string): string {
  const [first] = readingOf(name);
  const initial = first?.syllable[0]?.toUpperCase() ?? '';
  if (/\p{Nd}/u.test(first?.letter ?? '')) return DIGITS;
  return /[A-Z]/.test(initial) ? initial : UNREAD;
}

/** Records by the head of their names, digits first; under a head in the order of a dictionary: by syllable, tone and letter. */
export function byInitial<T extends { readonly name: string }>(records: Iterable<T>): readonly InitialGroup<T>[] {
  const groups = new Map<string, { record: T; key: string }[]>();
  for (const record of records) {
    const head = headOf(record.name);
    groups.set(head, [...(groups.get(head) ?? []), { record, key: keyOf(record.name) }]);
  }
  return [...groups]
    .sort(([a], [b]) => place(a) - place(b))
    .map(([head, entries]) => ({
      head,
      id: head === DIGITS ? 'digits' : head === UNREAD ? 'others' : head.toLowerCase(),
      entries: entries.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ record }) => record),
    }));
}

const NOT_SPOKEN = /[^\p{L}\p{N}]/gu;

// Read as a whole, so that a letter of several readings has the one of its word: 重 in 重点, 长 in 长者.
function readingOf(name: string): { letter: string; syllable: string }[] {
  const spoken = name.normalize('NFKC').replace(NOT_SPOKEN, '');
  const syllables = pinyin(spoken, { type: 'array', toneType: 'num', v: true, toneSandhi: false });
  return [...spoken].map((letter, i) => ({ letter, syllable: (syllables[i] ?? letter).toLowerCase() }));
}

function keyOf(name: string): string {
  return readingOf(name)
    .map(({ letter, syllable }) => `${syllable} ${letter}`)
    .join(' ');
}

function place(head: string): number {
  return head === DIGITS ? 0 : head === UNREAD ? Number.POSITIVE_INFINITY : head.charCodeAt(0);
}
