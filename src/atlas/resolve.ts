import type { Nodes } from 'mdast';
import { qualify } from '../model/id.ts';
import { OPERATIONS } from '../model/indicator.ts';
import { fillTemplate, referencesIn } from '../model/template.ts';
import { changesOf, changesOfCounty } from './changes.ts';
import type { Entries, Entry } from './files.ts';
import { plainText } from './prose.ts';
import type {
  Atlas,
  ComputedRecord,
  CountyRecord,
  FalseFriendRecord,
  FigureRecord,
  IndicatorRecord,
  InitiativeRecord,
  QuestionRecord,
  RemarkRecord,
  SourceRecord,
  TermRecord,
  ThemeRecord,
} from './records.ts';

type Draft<T> = {
  -readonly [K in keyof T]: T[K] extends readonly [unknown, ...unknown[]]
    ? T[K]
    : T[K] extends readonly (infer U)[]
      ? U[]
      : T[K];
};

/**
 * Turns checked entries into records that hold each other. It must only be called with entries in which every reference
 * leads somewhere; one that does not is a mistake of ours, and throws.
 */
export function resolveAtlas(entries: Entries, version: string): Atlas {
  const terms: TermRecord[] = entries.terms.map(({ document: { id }, data }) => ({
    ...data,
    id,
    url: `/terms/#${id}`,
  }));
  const themes = new Map<string, Draft<ThemeRecord>>(
    [...entries.themes]
      .sort((a, b) => a.data.order - b.data.order)
      .map(({ document: { id }, data }) => [
        id,
        { ...data, id, url: `/themes/${id}/`, initiatives: [], indicators: [], text: '' },
      ]),
  );
  const indicators = new Map<string, Draft<IndicatorRecord>>(
    entries.indicators.map(({ document: { id }, data }) => [
      id,
      {
        ...data,
        id,
        url: `/indicators/${id}/`,
        themes: data.themes.map((theme) => got(themes, theme)),
        figures: [],
        computed: [],
      },
    ]),
  );
  for (const indicator of indicators.values()) {
    for (const theme of indicator.themes) (theme.indicators as IndicatorRecord[]).push(indicator);
  }
  const figures = new Map<string, Draft<FigureRecord>>();
  const initiatives = new Map<string, Draft<InitiativeRecord>>();
  const sources = new Map<string, SourceRecord>();
  const counties: CountyRecord[] = [];

  for (const { document, data, prose } of entries.counties) {
    const { id } = document;
    const url = `/counties/${id}/`;
    const county = {
      ...data,
      id,
      url,
      sources: [],
      figures: [],
      initiatives: [],
      changes: [],
      text: '',
    } as unknown as Draft<CountyRecord>;
    const own = data.sources.map((source) => sourceDraft(found(entries.sources, source), county));
    for (const source of own) sources.set(source.id, source);
    const [main, ...more] = own;
    if (!main) throw new Error(`${id} has no source`);
    county.sources = [main, ...more];
    const placed = new Set(prose?.placed.flatMap((p) => (p.component === 'Initiative' && p.id ? [p.id] : [])));

    for (const initiative of data.initiatives) {
      const record: Draft<InitiativeRecord> = {
        ...initiative,
        ref: qualify(id, initiative.id),
        url: `${url}#${initiative.id}`,
        county,
        source: own.find((source) => source.id === initiative.source) ?? main,
        themes: initiative.themes.map((theme) => got(themes, theme)),
        figures: [],
        numbers: [],
        remarks: [],
        falseFriends: [],
        placed: placed.has(initiative.id),
        text: '',
      };
      initiatives.set(record.ref, record);
      county.initiatives.push(record);
      for (const theme of initiative.themes) got(themes, theme).initiatives.push(record);
    }
    for (const figure of data.figures) {
      const owner = figure.initiative ? got(initiatives, qualify(id, figure.initiative)) : undefined;
      const record: Draft<FigureRecord> = {
        ...figure,
        ref: qualify(id, figure.id),
        url: `${url}#fig-${figure.id}`,
        county,
        source: own.find((source) => source.id === figure.source) ?? main,
        initiative: owner,
        indicators: figure.indicators.map((indicator) => got(indicators, indicator)),
        partOf: undefined,
        parts: [],
        remarks: [],
      };
      figures.set(record.ref, record);
      county.figures.push(record);
      owner?.figures.push(record);
      for (const indicator of figure.indicators) got(indicators, indicator).figures.push(record);
    }
    for (const { id: part, partOf } of data.figures) {
      if (partOf === undefined) continue;
      const [record, whole] = [got(figures, qualify(id, part)), got(figures, qualify(id, partOf))];
      record.partOf = whole;
      whole.parts.push(record);
    }
    for (const initiative of county.initiatives) {
      const named = referencesIn(initiative.summary).map((named) => got(figures, qualify(id, named)));
      (initiative.numbers as FigureRecord[]).push(...new Set([...initiative.figures, ...named]));
    }
    for (const source of data.sources) {
      for (const remark of found(entries.sources, source).data.remarks) {
        const record: RemarkRecord = {
          ...remark,
          url: `${url}#remark-${remark.id}`,
          figures: remark.figures.map((figure) => got(figures, qualify(id, figure))),
          initiatives: remark.initiatives.map((initiative) => got(initiatives, qualify(id, initiative))),
        };
        (got(sources, source).remarks as RemarkRecord[]).push(record);
        for (const figure of record.figures) (figure.remarks as RemarkRecord[]).push(record);
        for (const initiative of record.initiatives) (initiative.remarks as RemarkRecord[]).push(record);
      }
    }
    county.changes = changesOfCounty(county, data.changes);
    counties.push(county);
  }

  const words = (county: string | undefined) => (component: string, id: string | undefined) => {
    const ref = id === undefined ? '' : county ? qualify(county, id) : id;
    if (component === 'Figure') return got(figures, ref).printed;
    if (component === 'Ref') return got(initiatives, ref).name;
    if (component === 'Term') return terms.find((term) => term.id === id)?.name;
    return undefined;
  };
  for (const entry of entries.counties) {
    const { id } = entry.document;
    const textOf = words(id);
    for (const { component, id: initiative, node } of entry.prose?.placed ?? []) {
      if (component !== 'Initiative' || !initiative) continue;
      got(initiatives, qualify(id, initiative)).text = plainText(node.children as Nodes[], textOf);
    }
    const rest = entry.prose?.tree.children.filter((node) => !('name' in node) || node.name !== 'Initiative') ?? [];
    const county = counties.find((record) => record.id === id) as Draft<CountyRecord> | undefined;
    if (county) county.text = plainText(rest, textOf);
  }
  for (const entry of entries.themes) {
    got(themes, entry.document.id).text = plainText(entry.prose?.tree.children ?? [], words(undefined));
  }

  const own = (county: string, ids: readonly string[]) => ids.map((id) => got(initiatives, qualify(county, id)));
  const countyOf = (id: string) => got(new Map(counties.map((county) => [county.id, county])), id);

  for (const { document, data } of entries.indicators) {
    const indicator = got(indicators, document.id);
    for (const { id, label, ...operations } of data.computed) {
      const operation = OPERATIONS.find((one) => operations[one]);
      const [first, second, ...more] = (operation && operations[operation]) ?? [];
      if (!operation || !first || !second) throw new Error(`${document.id}: ${id} has no terms`);
      const terms = [got(figures, first), got(figures, second), ...more.map((ref) => got(figures, ref))] as const;
      const record: ComputedRecord = {
        id,
        label,
        url: `${indicator.url}#${id}`,
        county: terms[0].county,
        operation,
        terms,
      };
      indicator.computed.push(record);
    }
  }

  const falseFriends = entries['false-friends'].map(({ document: { id }, data }): FalseFriendRecord => {
    const uses = data.uses.map(({ county, means, initiatives: ids }) => ({
      county: countyOf(county),
      means,
      initiatives: own(county, ids),
    }));
    return { ...data, id, url: `/compare/#same-name-${id}`, uses };
  });
  for (const friend of falseFriends) {
    for (const { initiatives: users } of friend.uses) {
      for (const user of users) (user.falseFriends as FalseFriendRecord[]).push(friend);
    }
  }

  const questions = [...entries.questions]
    .sort((a, b) => a.data.order - b.data.order)
    .map(
      ({ document: { id }, data }): QuestionRecord => ({
        ...data,
        id,
        url: `/questions/#${id}`,
        answers: data.answers.map(({ county, text, initiatives: ids }) => ({
          county: countyOf(county),
          text,
          initiatives: own(county, ids),
        })),
        themes: data.themes.map((theme) => got(themes, theme)),
        indicators: data.indicators.map((indicator) => got(indicators, indicator)),
      }),
    );

  const records = {
    counties: [...counties].sort(byReport),
    sources: [...sources.values()],
    themes: [...themes.values()],
    indicators: [...indicators.values()].sort(byTheme),
    terms,
    falseFriends,
    questions,
    figures,
    initiatives,
  };
  return { version, ...records, changes: changesOf(records, entries.changes) };
}

/** A text of a county's record, or of a theme's, with its places filled by the figures as printed. */
export function filled(text: string, figures: ReadonlyMap<string, FigureRecord>, county?: string): string {
  return fillTemplate(text, (reference) => {
    const figure = figures.get(county ? qualify(county, reference) : reference);
    return figure?.printed ?? `{${reference}}`;
  });
}

// Those of the first theme first; within a theme by id.
function byTheme(a: IndicatorRecord, b: IndicatorRecord): number {
  return (a.themes[0]?.order ?? 0) - (b.themes[0]?.order ?? 0) || (a.id < b.id ? -1 : 1);
}

// The older report first; one without a date by the earliest that it can have, which is why no report is ever lost.
function byReport(a: CountyRecord, b: CountyRecord): number {
  const date = (county: CountyRecord) => county.sources[0].date ?? county.sources[0].notBefore ?? '9999';
  return date(a) < date(b) ? -1 : date(a) > date(b) ? 1 : a.id < b.id ? -1 : 1;
}

function sourceDraft(entry: Entries['sources'][number], county: CountyRecord): SourceRecord {
  const { id } = entry.document;
  return { ...entry.data, id, url: `/sources/${id}/`, county, remarks: [] };
}

function found<T>(list: readonly Entry<T>[], id: string): Entry<T> {
  const entry = list.find((one) => one.document.id === id);
  if (!entry) throw new Error(`no record ${id}`);
  return entry;
}

function got<T>(map: ReadonlyMap<string, T>, id: string): T {
  const record = map.get(id);
  if (record === undefined) throw new Error(`no record ${id}`);
  return record;
}
