import type { TermRecord } from '../atlas/records.ts';

/** Elements whose words are not linked: links, headings, code, texts to copy, names and values that a reader scans. */
const CLOSED = new Set(['a', 'h1', 'h2', 'h3', 'h4', 'code', 'pre', 'th', 'nav', 'summary', 'button', 'dt', 'aside']);
const VOID = new Set(['br', 'hr', 'img', 'input', 'meta', 'link', 'wbr']);

/** A number as it is printed stays in one piece, whatever its unit is called; it holds no element of its own kind. */
const NUMBER = '<span class="number';
const NUMBER_OR_TAG = new RegExp(`(${NUMBER}[^>]*>[\\s\\S]*?</span>|<[^>]+>)`);

/** A term by one of its written forms. */
interface Form {
  readonly form: string;
  readonly term: TermRecord;
}

/**
 * Makes the first mention of each term in a piece of HTML a link to its explanation. Text in links, headings and tables stays as
 * it is. `address` gives the address of a term.
 */
export function linkTerms(html: string, terms: readonly TermRecord[], address: (term: TermRecord) => string): string {
  const linked = new Set<string>();
  const forms = terms
    .flatMap((term): Form[] => [term.name, ...term.aliases].map((form) => ({ form, term })))
    // The longest first: 驻村工作队员 is not 驻村工作队 with something behind it.
    .sort((a, b) => b.form.length - a.form.length || (a.form < b.form ? -1 : 1));
  const open: string[] = [];
  return html
    .split(NUMBER_OR_TAG)
    .map((piece) => {
      if (piece.startsWith(NUMBER)) return piece;
      if (piece.startsWith('<')) {
        follow(open, piece);
        return piece;
      }
      return open.some((name) => CLOSED.has(name)) ? piece : linkIn(piece, forms, linked, address);
    })
    .join('');
}

function follow(open: string[], tag: string): void {
  const [, closing, name = ''] = /^<(\/?)([a-zA-Z][a-zA-Z0-9]*)/.exec(tag) ?? [];
  if (name === '' || VOID.has(name) || tag.endsWith('/>')) return;
  if (!closing) open.push(name.toLowerCase());
  else open.splice(Math.max(0, open.lastIndexOf(name.toLowerCase())));
}

function linkIn(
  text: string,
  forms: readonly Form[],
  linked: Set<string>,
  address: (term: TermRecord) => string,
): string {
  // Every place of every form is found first, the longest forms before the others: a mention of 第一书记 is none of 书记, even
  // where it is not linked itself.
  const places: { from: number; to: number; term: TermRecord }[] = [];
  for (const { form, term } of forms) {
    for (let from = text.indexOf(form); from >= 0; from = text.indexOf(form, from + 1)) {
      const to = from + form.length;
      if (!places.some((place) => from < place.to && place.from < to)) places.push({ from, to, term });
    }
  }
  const first = places
    .sort((a, b) => a.from - b.from)
    .filter(({ term }) => {
      if (linked.has(term.id)) return false;
      linked.add(term.id);
      return true;
    });
  return first.reduceRight(
    (rest, { from, to, term }) =>
      `${rest.slice(0, from)}<a class="term" href="${address(term)}">${rest.slice(from, to)}</a>${rest.slice(to)}`,
    text,
  );
}
