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
const LISTS = ['/', '/counties/', '/themes/', '/sources/', '/terms/', '/search/', '/compare/side-by-side/'];
// And pages from which one writes to us, of a record that is found where it stands.
const isList = (url: string) => LISTS.includes(url) || url.startsWith('/report/');

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
    expect([...entries].sort()).toEqual(built.filter((url) => !isList(url)).sort());
  });

  it('has an entry for each term, which is a part of a page', () => {
    expect(records.filter(({ kind }) => kind === 'term').map(({ url }) => url)).toEqual(
      atlas.terms.map(({ url }) => url),
    );
  });

  it('has an entry for each false friend and for each question, which are parts of pages', () => {
    const urls = (of: (typeof KINDS)[number]) => records.filter(({ kind }) => kind === of).map(({ url }) => url);
    expect(urls('friend')).toEqual(atlas.falseFriends.map(({ url }) => url));
    expect(urls('question')).toEqual(atlas.questions.map(({ url }) => url));
    expect(urls('friend').length).toBeGreaterThan(10);
    expect(urls('question').length).toBeGreaterThan(10);
  });

  it('has of a false friend what it is in each county, in what that differs, and the practices that share the name', () => {
    const record = byUrl.get('/compare/#same-name-cooperatives');
    const texts = (role: string) => record?.fields.filter((field) => field.role === role).map(({ text }) => text);
    expect(texts('name')).toEqual(['“合作社”：所指不同']);
    expect(texts('summary')?.[0]).toContain('永德的专为村集体经济而设');
    expect(texts('prose')).toHaveLength(3);
    expect(texts('prose')?.[0]).toMatch(/^衡东县：.*\d+余家/);
    expect(texts('english')).toEqual(['Cooperatives']);
    expect(record?.sharedBy).toContain('/counties/yongde/#village-coops');
    expect(record?.county).toBeUndefined();
  });

  it('has the name that is shared for an alias only where a practice has it for a whole name too', () => {
    const aliases = (id: string) =>
      byUrl
        .get(`/compare/#same-name-${id}`)
        ?.fields.filter(({ role }) => role === 'alias')
        .map(({ text }) => text);
    expect(aliases('four-ones')).toEqual(['四个一']);
    expect(aliases('bases')).not.toContain('基地');
    // 党建+ without its sign is 党建.
    expect(aliases('party-plus')).not.toContain('党建+');
  });

  it('has of a question the sentence without its mark, and what each county answers and none does', () => {
    for (const { url, question, answers, english } of atlas.questions) {
      const fields = byUrl.get(url)?.fields ?? [];
      const texts = (role: string) => fields.filter((field) => field.role === role).map(({ text }) => text);
      expect(texts('name'), url).toEqual([question.replace('？', '')]);
      expect(texts('summary'), url).toHaveLength(1);
      expect(texts('prose'), url).toHaveLength(answers.length + 1);
      expect(texts('english'), url).toEqual([english]);
    }
  });

  it('has each figure once among what the table holds of figures: with its practice or county', () => {
    const printed = records.flatMap(({ printed: own }) => own);
    expect(printed.length).toBe(atlas.figures.size);
    expect(records.filter(({ kind, printed: own }) => kind === 'indicator' && own.length > 0)).toEqual([]);
  });

  it.each([
    ['/compare/', '比较'],
    ['/timeline/', '时间线'],
    ['/indicators/', '指标'],
    ['/questions/', '问题'],
    ['/about/', '关于'],
    ['/data/', '数据'],
  ])('has the page %s by its name, %s, and one line of what stands there', (url, name) => {
    const fields = byUrl.get(url)?.fields ?? [];
    expect(fields.map(({ role }) => role)).toEqual(['name', 'summary']);
    expect(fields[0]?.text).toBe(name);
    expect(fields[1]?.text.length).toBeGreaterThan(15);
  });

  it('gives every entry an address of its own, without the base path', () => {
    expect(byUrl.size).toBe(records.length);
    for (const { url } of records) {
      expect(url).toMatch(
        /^\/(?:counties|themes|sources|indicators|terms|compare|timeline|questions|about|data|changes|accessibility)\/(?:[a-z0-9-]+\/)?(?:#[a-z0-9-]+)?$/,
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
