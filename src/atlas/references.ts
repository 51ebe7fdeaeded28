import { qualify } from '../model/id.ts';
import { OPERATIONS } from '../model/indicator.ts';
import type { Locator } from '../model/locator.ts';
import type { Source } from '../model/source.ts';
import { referencesIn } from '../model/template.ts';
import type { ContentDocument } from './document.ts';
import type { Entries, Entry, Folder } from './files.ts';
import { nearest } from './nearest.ts';
import type { Problem } from './problem.ts';

/** The ids that may be referred to, each with a word for its kind. */
export interface Known {
  readonly counties: ReadonlySet<string>;
  readonly sources: ReadonlyMap<string, Source>;
  readonly themes: ReadonlySet<string>;
  readonly indicators: ReadonlySet<string>;
  readonly terms: ReadonlySet<string>;
  /** `county/id`. */
  readonly figures: ReadonlySet<string>;
  /** `county/id`. */
  readonly initiatives: ReadonlySet<string>;
  /** Files of which not every id is known: references into them are judged once they are mended. */
  readonly unread: ReadonlySet<string>;
  /** Records that fail their schema, as `county/id`: so are references to them. */
  readonly failed: ReadonlySet<string>;
}

/** Gathers what may be referred to. `files` are the paths of all content files, those that could not be read among them. */
export function knownIds(entries: Entries, files: readonly string[]): Known {
  const read = new Set(
    (Object.keys(entries) as Folder[]).flatMap((folder) =>
      entries[folder].filter((entry) => !entry.faulty?.nameless).map((entry) => entry.document.file),
    ),
  );
  const ids = (folder: Folder) => new Set(entries[folder].map((entry) => entry.document.id));
  const within = (list: 'figures' | 'initiatives') =>
    new Set(entries.counties.flatMap((c) => c.data[list].map((record) => `${c.document.id}/${record.id}`)));
  return {
    counties: ids('counties'),
    sources: new Map(entries.sources.map((entry) => [entry.document.id, entry.data])),
    themes: ids('themes'),
    indicators: ids('indicators'),
    terms: ids('terms'),
    figures: within('figures'),
    initiatives: within('initiatives'),
    unread: new Set(files.filter((file) => !read.has(file))),
    failed: new Set(entries.counties.flatMap((c) => [...(c.faulty?.ids ?? [])].map((id) => `${c.document.id}/${id}`))),
  };
}

type Path = readonly PropertyKey[];

/** Looks up every reference of every record and collects those that lead nowhere. */
export function referenceProblems(entries: Entries, known: Known): Problem[] {
  const problems: Problem[] = [];
  const unreadCounty = [...known.unread].some((file) => /^content\/counties\/[^.].*\.mdx$/.test(file));
  const check = (
    document: ContentDocument,
    line: number,
    folder: Folder,
    kind: string,
    id: string,
    list: Iterable<string>,
    home: Home = {},
  ) => {
    const ids = new Set(list);
    if (ids.has(id) || (folder === 'counties' && known.failed.has(id))) return;
    // That there is no county at all is said once.
    if (folder === 'counties' && known.counties.size === 0 && !unreadCounty) return;
    const owner = folder === 'counties' ? (id.split('/')[0] ?? id) : id;
    if ([...known.unread].some((file) => file.startsWith(`content/${folder}/${owner}.`))) return;
    problems.push(unknown(document, line, kind, id, suggestionFor(id, ids, home)));
  };
  const at = (document: ContentDocument, path: Path, locator: Locator | undefined, source: Source | undefined) => {
    const count = source?.paragraphs.length;
    if (count === undefined) return;
    for (const n of locator ?? []) if (n > count) problems.push(noParagraph(document, document.lineOf(path), n, count));
  };
  const places = (document: ContentDocument, path: Path, text: string | undefined, county: string | undefined) => {
    for (const reference of referencesIn(text ?? '')) {
      const id = county ? qualify(county, reference) : reference;
      check(document, document.lineOf(path), 'counties', '数据', id, known.figures, { county });
    }
  };

  for (const { document, data, faulty } of entries.counties) {
    const county = document.id;
    // Without one source the list itself is faulty: nothing can be held against it.
    const listed = !faulty || data.sources.length > 0;
    const sourceOf = (id: string | undefined) => known.sources.get(id ?? data.sources[0] ?? '');
    data.sources.forEach((id, i) => {
      const path = ['sources', i];
      check(document, document.lineOf(path), 'sources', '来源', id, known.sources.keys());
      const owner = known.sources.get(id)?.county;
      if (owner !== undefined && owner !== county)
        problems.push(foreignSource(document, document.lineOf(path), id, owner));
    });
    places(document, ['summary'], data.summary, county);
    places(document, ['lead'], data.lead, county);
    data.figures.forEach((figure, i) => {
      const path = (field: string): Path => ['figures', i, field];
      const line = (field: string) => document.lineOf(path(field));
      at(document, path('at'), figure.at, sourceOf(figure.source));
      if (figure.source && listed)
        check(document, line('source'), 'sources', '本县的来源', figure.source, data.sources);
      if (figure.initiative) {
        const own = known.initiatives;
        check(document, line('initiative'), 'counties', '举措', `${county}/${figure.initiative}`, own, {
          county,
          only: true,
        });
      }
      for (const id of figure.indicators)
        check(document, line('indicators'), 'indicators', '指标', id, known.indicators);
      if (figure.partOf) {
        const home = { county, only: true };
        check(document, line('partOf'), 'counties', '数据', `${county}/${figure.partOf}`, known.figures, home);
      }
      for (const note of figure.notes) places(document, path('notes'), note, county);
    });
    data.initiatives.forEach((initiative, i) => {
      const path = (field: string): Path => ['initiatives', i, field];
      at(document, path('at'), initiative.at, sourceOf(initiative.source));
      if (initiative.source && listed) {
        check(document, document.lineOf(path('source')), 'sources', '本县的来源', initiative.source, data.sources);
      }
      initiative.themes.forEach((id, j) => {
        check(document, document.lineOf([...path('themes'), j]), 'themes', '专题', id, known.themes);
      });
      places(document, path('summary'), initiative.summary, county);
    });
    data.changes.forEach(({ why }, i) => {
      places(document, ['changes', i, 'why'], why, county);
    });
  }

  for (const { document, data } of entries.sources) {
    const { county } = data;
    check(document, document.lineOf(['county']), 'counties', '县', county, known.counties);
    const owner = entries.counties.find((entry) => entry.document.id === county);
    const listed = owner && (!owner.faulty || owner.data.sources.length > 0);
    if (listed && !owner.data.sources.includes(document.id)) {
      problems.push(unusedSource(document, county, owner.data.sources));
    }
    data.setAside.paragraphs.forEach((aside, i) => {
      at(document, ['setAside', 'paragraphs', i, 'at'], aside.at, data);
    });
    data.remarks.forEach((remark, i) => {
      const path = (field: string): Path => ['remarks', i, field];
      const line = (field: string) => document.lineOf(path(field));
      const home = { county, only: true };
      at(document, path('at'), remark.at, data);
      places(document, path('text'), remark.text, county);
      for (const id of remark.figures) {
        check(document, line('figures'), 'counties', '数据', `${county}/${id}`, known.figures, home);
      }
      for (const id of remark.initiatives) {
        check(document, line('initiatives'), 'counties', '举措', `${county}/${id}`, known.initiatives, home);
      }
    });
  }

  for (const { document, data } of entries.themes) places(document, ['summary'], data.summary, undefined);
  for (const { document, data } of entries.indicators) {
    const refer = (path: Path, id: string) =>
      check(document, document.lineOf(path), 'counties', '数据', id, known.figures);
    data.themes.forEach((id, i) => {
      check(document, document.lineOf(['themes', i]), 'themes', '专题', id, known.themes);
    });
    data.computed.forEach((computed, i) => {
      for (const operation of OPERATIONS)
        for (const id of computed[operation] ?? []) refer(['computed', i, operation], id);
    });
    const values = [...known.figures, ...data.computed.map(({ id }) => id)];
    data.unlike.forEach((unlike, i) => {
      for (const field of ['figures', 'against'] as const) {
        for (const id of unlike[field] ?? []) {
          check(document, document.lineOf(['unlike', i, field]), 'counties', '数据', id, values);
        }
      }
    });
  }

  const practices = (document: ContentDocument, path: Path, county: string, ids: readonly string[]) => {
    check(document, document.lineOf([...path, 'county']), 'counties', '县', county, known.counties);
    for (const id of ids) {
      const home = { county, only: true };
      const line = document.lineOf([...path, 'initiatives']);
      check(document, line, 'counties', '举措', `${county}/${id}`, known.initiatives, home);
    }
  };
  for (const { document, data } of entries['false-friends']) {
    places(document, ['contrast'], data.contrast, undefined);
    data.uses.forEach(({ county, initiatives, means }, i) => {
      practices(document, ['uses', i], county, initiatives);
      places(document, ['uses', i, 'means'], means, county);
    });
  }
  for (const { document, data } of entries.questions) {
    places(document, ['summary'], data.summary, undefined);
    places(document, ['unsaid'], data.unsaid, undefined);
    data.answers.forEach(({ county, initiatives, text }, i) => {
      practices(document, ['answers', i], county, initiatives);
      places(document, ['answers', i, 'text'], text, county);
    });
    data.themes.forEach((id, i) => {
      check(document, document.lineOf(['themes', i]), 'themes', '专题', id, known.themes);
    });
    data.indicators.forEach((id, i) => {
      check(document, document.lineOf(['indicators', i]), 'indicators', '指标', id, known.indicators);
    });
  }

  for (const { document, data } of entries.changes) {
    data.changes.forEach(({ why }, i) => {
      places(document, ['changes', i, 'why'], why, undefined);
    });
  }

  const bodies: { entry: Entry<unknown>; county: string | undefined }[] = [
    ...entries.counties.map((entry) => ({ entry, county: entry.document.id })),
    ...entries.themes.map((entry) => ({ entry, county: undefined })),
  ];
  for (const { entry, county } of bodies) {
    const { document, prose } = entry;
    for (const { component, id, line } of prose?.placed ?? []) {
      if (id === undefined) continue;
      const full = county ? qualify(county, id) : id;
      const where = document.bodyOffset + line;
      if (component === 'Figure') check(document, where, 'counties', '数据', full, known.figures, { county });
      if (component === 'Ref' || component === 'Initiative') {
        check(document, where, 'counties', '举措', full, known.initiatives, {
          county,
          only: component === 'Initiative',
        });
      }
      if (component === 'Term') check(document, where, 'terms', '术语', id, known.terms);
    }
  }
  return problems;
}

/** Where a reference to a record of a county stands. */
interface Home {
  /** The county whose records are called by their short ids there. */
  readonly county?: string | undefined;
  /** Whether only records of that county may be named. */
  readonly only?: boolean;
}

interface Suggestion {
  readonly near: string | undefined;
  readonly sample: string | undefined;
}

// As it may be typed at that place: a county's own record by its short id. The county that is meant comes first.
function suggestionFor(id: string, ids: ReadonlySet<string>, { county, only = false }: Home): Suggestion {
  const typed = (full: string | undefined) =>
    county !== undefined && full?.startsWith(`${county}/`) ? full.slice(county.length + 1) : full;
  const short = (full: string) => full.slice(full.indexOf('/') + 1);
  const meant = id.slice(0, id.indexOf('/') + 1);
  const own = [...ids].filter((full) => meant !== '' && full.startsWith(meant));
  const legal = only ? own : [...ids];
  const nearIn = (list: readonly string[]) => {
    const name = nearest(short(id), list.map(short));
    const alike = list.filter((full) => short(full) === name);
    return nearest(id, alike) ?? alike[0];
  };
  const near = nearIn(own) ?? nearIn(legal);
  return { near: typed(near), sample: typed(near ?? own[0] ?? legal[0]) };
}

function unknown(
  document: ContentDocument,
  line: number,
  kind: string,
  id: string,
  { near, sample }: Suggestion,
): Problem {
  return {
    rule: 'reference-unknown',
    file: document.file,
    line,
    found: `没有 id 为 ${id} 的${kind}`,
    expected: `已有的${kind}的 id`,
    ...(sample ? { example: sample } : {}),
    next: near ? `也许是 ${near}？` : `改正 id，或先写好这条${kind}`,
  };
}

function noParagraph(document: ContentDocument, line: number, n: number, count: number): Problem {
  return {
    rule: 'paragraph-unknown',
    file: document.file,
    line,
    found: `第 ${n} 段`,
    expected: `来源的第 1 到第 ${count} 段`,
    example: `at: ${count}`,
    next: '数原文的非空行，第一行是 1',
  };
}

// A source that its county does not list would stand on no page.
function unusedSource(document: ContentDocument, county: string, listed: readonly string[]): Problem {
  return {
    rule: 'reference-unknown',
    file: document.file,
    line: document.lineOf(['county']),
    found: `${county} 的 sources 里没有 ${document.id}`,
    expected: `content/counties/${county}.mdx 列出这个来源，否则它不会出现在网站上`,
    example: `sources: [${[...listed, document.id].join(', ')}]`,
    next: `把 ${document.id} 写进那个文件的 sources，或改正这里的 county`,
  };
}

function foreignSource(document: ContentDocument, line: number, id: string, owner: string): Problem {
  return {
    rule: 'reference-unknown',
    file: document.file,
    line,
    found: `来源 ${id} 属于 ${owner}`,
    expected: `属于 ${document.id} 的来源`,
    example: `county: ${document.id}`,
    next: `改这里的 id，或改 content/sources/${id}.yaml 里的 county`,
  };
}
