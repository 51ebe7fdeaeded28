import type { Field, Role } from './cut.ts';
import type { Hit } from './hits.ts';
import { type Excerpt, excerptOf, spansOf } from './match.ts';

const ALIASES: readonly Role[] = ['alias', 'english'];
const NUMBER = /\p{Nd}/u;

/**
 * The piece of a record that shows why it was found, with the hits marked. A figure where the query is a number; else the field
 * that holds most of what was looked for; where that is the name, which stands above, or another name, the summary says what the record is.
 */
export function excerptFor(
  hit: Hit,
  fields: readonly Field[],
  otherName: (alias: string) => string,
): Excerpt | undefined {
  const others = fields.filter(({ role }) => role !== 'name');
  const held = ({ text }: Field) => hit.marks.filter((keys) => spansOf(text, keys).length > 0).length;
  const numeric = hit.marks.some((keys) => NUMBER.test(keys.join('')));
  const figure = numeric ? others.find((field) => field.role === 'figure' && held(field) > 0) : undefined;
  const texts = others.filter(({ role }) => !ALIASES.includes(role));
  const most = Math.max(0, ...texts.map(held));
  // Of a name that is several things the contrast says more than the first use that repeats it.
  const contrast = hit.row.kind === 'friend' && hit.marks.some((keys) => spansOf(hit.row.name, keys).length > 0);
  const summed = contrast ? texts.find(({ role }) => role === 'summary') : undefined;
  const field = figure ?? summed ?? (most > 0 ? texts.find((one) => held(one) === most) : undefined);
  if (field) return excerptOf(field.text, hit.marks);
  const summary = others.find(({ role }) => role === 'summary')?.text ?? '';
  const alias = others.find((one) => ALIASES.includes(one.role) && held(one) > 0);
  const text = alias ? otherName(alias.text) + summary : summary || (others[0]?.text ?? '');
  return text === '' ? undefined : excerptOf(text, hit.marks);
}
