import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { currentAtlas } from '../../src/atlas/current.ts';
import { KINDS } from '../../src/search/kinds.ts';
import { searchRecords } from '../../src/search/records.ts';

const atlas = currentAtlas();
const records = searchRecords(atlas);
const byUrl = new Map(records.map((record) => [record.url, record]));

// Pages that only lead to others: what stands on them is found where it stands itself.
const LISTS = ['/', '/counties/', '/themes/', '/sources/', '/indicators/', '/terms/', '/search/'];

/** The addresses of all pages of a built site, `404.html` aside. */
function addressesOf(folder: string, path = '/'): string[] {
  const here = existsSync(join(folder, 'index.html')) ? [path] : [];
  const below = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return [...here, ...below.flatMap(({ name }) => addressesOf(join(folder, name), `${path}${name}/`))];
}

describe('searchRecords', () => {
  it('has one entry for each initiative, with its county and themes', () => {
    const initiatives = [...atlas.initiatives.values()];
    expect(initiatives.length).toBeGreaterThan(100);
    expect(records.filter(({ kind }) => kind === 'initiative').length).toBe(initiatives.length);
    for (const { url, name, county, themes } of initiatives) {
      const record = byUrl.get(url);
      expect(record?.kind, url).toBe('initiative');
      expect(record?.county).toBe(county.id);
      expect(record?.themes).toEqual(themes.map(({ id }) => id));
      expect(record?.fields[0]).toEqual({ role: 'name', text: name });
    }
  });

  it('has one entry for each built page that is not a list, and none for a page that is', () => {
    const built = addressesOf(inject('sites').root);
    expect(built.length).toBeGreaterThan(LISTS.length);
    const entries = records.map(({ url }) => url).filter((url) => !url.includes('#'));
    expect([...entries].sort()).toEqual(built.filter((url) => !LISTS.includes(url)).sort());
  });

  it('has an entry for each term, which is a part of a page', () => {
    expect(records.filter(({ kind }) => kind === 'term').map(({ url }) => url)).toEqual(
      atlas.terms.map(({ url }) => url),
    );
  });

  it('gives every entry an address of its own, without the base path', () => {
    expect(byUrl.size).toBe(records.length);
    for (const { url } of records) {
      expect(url).toMatch(
        /^\/(?:counties|themes|sources|indicators|terms|about|data)\/(?:[a-z0-9-]+\/)?(?:#[a-z0-9-]+)?$/,
      );
    }
  });

  it('names every entry first, by a kind that there is, and holds no empty field', () => {
    for (const { url, kind, fields } of records) {
      expect(KINDS).toContain(kind);
      expect(fields[0]?.role, url).toBe('name');
      expect(fields.filter(({ role }) => role === 'name').length, url).toBe(1);
      for (const { text } of fields) expect(text.trim(), url).not.toBe('');
    }
  });

  it('has every figure in some entry as it is printed, and no place in a text that was not filled', () => {
    const texts = records.flatMap(({ fields }) => fields).map(({ text }) => text);
    for (const figure of atlas.figures.values()) {
      const owner = byUrl.get(figure.initiative?.url ?? figure.county.url);
      const own = owner?.fields.filter(({ role }) => role === 'figure').map(({ text }) => text) ?? [];
      expect(
        own.some((text) => text.startsWith(figure.printed) && text.includes(figure.label)),
        figure.ref,
      ).toBe(true);
    }
    for (const text of texts) expect(text).not.toMatch(/[{}]/);
  });
});
