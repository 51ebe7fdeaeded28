import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { offlineWords } from '../../src/i18n/offline-words.ts';
import { withoutNetwork } from '../../src/offline/missing.ts';

const { root, based } = inject('sites');
const { title, lead } = offlineWords.missing;

describe.each([root, based])('the page for what is not there, as %s has it,', (folder) => {
  const html = readFileSync(join(folder, '404.html'), 'utf8');
  /** The words that are meant for one of both readers, and whether they are hidden. */
  const words = (text: string) =>
    [...text.matchAll(/<(?:span|p)[^>]* data-when="(\w+)"( hidden)?>([^<]+)</g)].map(
      ([, when, hidden, said]) => [when, hidden !== undefined, said] as const,
    );

  test('hides by itself what is said where there is no network', () => {
    expect(words(html)).toEqual([
      ['online', false, '没有这一页'],
      ['offline', true, title],
      ['offline', true, lead],
      ['online', false, expect.stringContaining('这个地址上没有网页')],
    ]);
  });

  test('shows that instead of the other where there is none, and is the same otherwise', () => {
    expect(words(withoutNetwork(html))).toEqual(words(html).map(([when, hidden, said]) => [when, !hidden, said]));
    expect(withoutNetwork(html).replaceAll(' hidden', '')).toBe(html.replaceAll(' hidden', ''));
  });
});
