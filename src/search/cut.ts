/**
 * How text is cut for the index and for a query: one function for both sides, so that what stands on a page is found by the
 * letters that stand there. Every code point is a word of its own; a query is looked up as a phrase of such words. Pagefind's
 * own dictionaries cut the same run differently in the index and in the browser and lose it.
 *
 * - Letters and digits count after NFKC, without case: Ａ, a and A are one.
 * - White space, quotation marks, brackets and middle dots count for nothing: 五化建设 finds “五化”建设.
 * - Other punctuation stops a phrase: something must stand there on both sides. Pagefind drops such signs, so letters that no
 *   text of ours holds stand for them. They are syllables of the Yi script, which survive its cleaning as one word each.
 */

/** What stands for any sign that stops a phrase. */
export const STOP = '\ua002';
const DOT = '\ua000';
const PERCENT = '\ua001';
const SPACE = '\u2423';
const LETTERS = /[\ua000-\ua00f]/g;

const SILENT = /[\s"'“”‘’《》〈〉（）()「」『』【】[\]{}·・\p{Mn}\p{Cf}]/u;
const WORD = /[\p{L}\p{N}]/u;
// Most letters of a Chinese text stand for themselves; they need not be asked what they are.
const FIRST_PLAIN = '\u4e00';
const LAST_PLAIN = '\u9fff';

/** One word of the index: what is compared, and the part of the text that it came from. */
export interface Cut {
  readonly key: string;
  readonly from: number;
  readonly to: number;
}

/** The words of a text in order. `from` and `to` are offsets into the text as given. */
export function cut(text: string): Cut[] {
  const cuts: Cut[] = [];
  let from = 0;
  for (const sign of text) {
    const to = from + sign.length;
    if (sign >= FIRST_PLAIN && sign <= LAST_PLAIN) cuts.push({ key: sign, from, to });
    else if (!SILENT.test(sign)) {
      for (const key of keysOf(sign)) {
        if (key !== STOP || cuts.at(-1)?.key !== STOP) cuts.push({ key, from, to });
      }
    }
    from = to;
  }
  return cuts;
}

function keysOf(sign: string): string[] {
  const plain = sign.normalize('NFKC').toLowerCase();
  const keys: string[] = [];
  for (const letter of plain) {
    if (letter === '.') keys.push(DOT);
    else if (letter === '%') keys.push(PERCENT);
    else if (WORD.test(letter)) keys.push(letter);
    else if (!SILENT.test(letter)) keys.push(STOP);
  }
  return keys;
}

/** The words of a query, without the stops at its ends; empty where nothing is left to look for. */
export function cutQuery(query: string): string[] {
  // Composed as the index is: a query typed on another system may hold é as two signs.
  const keys = cut(query.toWellFormed().normalize('NFC')).map(({ key }) => key);
  while (keys[0] === STOP) keys.shift();
  while (keys.at(-1) === STOP) keys.pop();
  return keys;
}

/** The fields of a search record in the order of their weight. A field's place in this list is written into the index. */
export const ROLES = ['name', 'alias', 'part', 'figure', 'summary', 'prose', 'english'] as const;
export type Role = (typeof ROLES)[number];

/** The roles that Pagefind's index holds. English names are words of letters: a list of them is found faster, and is smaller. */
export const INDEXED = ROLES.slice(0, -1);

export interface Field {
  readonly role: Role;
  readonly text: string;
}

const FIRST_ROLE = 0xa003;

/**
 * The content of a Pagefind record: all fields, cut. Each begins with a letter for its role, which also keeps a phrase from
 * running from one field into the next. Signs that count for nothing stay attached to a neighbour, so that `joinFields` gives
 * the text back and an excerpt needs no second copy of it.
 */
export function contentOf(fields: readonly Field[]): string {
  return fields.map(({ role, text }) => `${roleLetter(role)} ${spaced(clean(text))}`).join(' ');
}

/** The fields back from the content of a record. */
export function joinFields(content: string): Field[] {
  const fields: Field[] = [];
  let role: Role | undefined;
  let text = '';
  const close = () => {
    if (role) fields.push({ role, text: text.replace(LETTERS, '').replaceAll(SPACE, ' ') });
    text = '';
  };
  for (const word of content.split(' ')) {
    const next = ROLES[word.charCodeAt(0) - FIRST_ROLE];
    if (word.length === 1 && next) {
      close();
      role = next;
    } else text += word;
  }
  close();
  return fields;
}

function roleLetter(role: Role): string {
  return String.fromCharCode(FIRST_ROLE + ROLES.indexOf(role));
}

function clean(text: string): string {
  // What is taken out may have kept two signs from being one.
  const composed = text.toWellFormed().replace(LETTERS, '').normalize('NFC').replaceAll(SPACE, ' ');
  return Array.from(composed, plainIfSeveral).join('').replace(/\s+/g, ' ').trim();
}

// ㎡ and ½ are several words; written out, each has a place of its own in the text.
function plainIfSeveral(sign: string): string {
  const plain = sign.normalize('NFKC');
  return WORD.test(plain) && [...plain].length > 1 ? plain : sign;
}

function spaced(text: string): string {
  const cuts = cut(text);
  if (cuts.length === 0) return text.replaceAll(' ', SPACE);
  const words = cuts.map(({ key, from, to }, i) => {
    const until = cuts[i + 1]?.from ?? text.length;
    const lead = i === 0 ? text.slice(0, from) : '';
    // One sign can make several words (… is three points): the first carries it, the last what stands behind it.
    const shared = cuts[i + 1]?.from === from;
    const sign = cuts[i - 1]?.from === from ? '' : text.slice(from, to);
    const rest = shared ? '' : text.slice(to, until);
    const marked = key === STOP || key === DOT || key === PERCENT;
    const word = marked ? key + sign : sign.normalize('NFKC') === sign ? sign : key;
    return lead + word + rest;
  });
  return words.map((word) => word.replaceAll(' ', SPACE)).join(' ');
}
