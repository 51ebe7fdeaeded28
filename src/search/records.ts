import type { Atlas, FalseFriendRecord, FigureRecord, InitiativeRecord, QuestionRecord } from '../atlas/records.ts';
import { filled } from '../atlas/resolve.ts';
import { accessWords } from '../i18n/access-words.ts';
import { changeWords } from '../i18n/change-words.ts';
import { compareWords } from '../i18n/compare-words.ts';
import { indicatorWords } from '../i18n/indicator-words.ts';
import { questionWords } from '../i18n/question-words.ts';
import { timelineWords } from '../i18n/timeline-words.ts';
import { words } from '../i18n/zh.ts';
import { cut, type Field, STOP } from './cut.ts';
import type { Kind } from './kinds.ts';
import { titleOf } from './same-name.ts';
import { keyOf } from './table.ts';

/** What the index holds of one record: an initiative, or a page that is not a list of initiatives. */
export interface SearchRecord {
  /** From the site's root, without the base path. */
  readonly url: string;
  readonly kind: Kind;
  /** The county's id, where it belongs to one. */
  readonly county: string | undefined;
  /** Ids of themes. */
  readonly themes: readonly string[];
  readonly fields: readonly Field[];
  /** What people say who look for it; not a text of the record, and found only where nothing holds the query. */
  readonly everyday: readonly string[];
  /** Its own figures as the source prints them, which its fields hold with their labels. */
  readonly printed: readonly string[];
  /** Of a false friend the addresses of the practices in which its name stands. */
  readonly sharedBy?: readonly string[];
}

/** All records of the index, in the order of the atlas. */
export function searchRecords(atlas: Atlas): SearchRecord[] {
  return [
    ...atlas.counties.flatMap((county) => county.initiatives.map((initiative) => ofInitiative(atlas, initiative))),
    ...atlas.themes.map((theme) =>
      recordOf({
        url: theme.url,
        kind: 'theme',
        themes: [theme.id],
        fields: fields({
          name: [theme.name],
          alias: [theme.question, ...theme.aliases],
          summary: [filled(theme.summary, atlas.figures)],
          prose: [theme.text],
          english: [theme.english],
        }),
      }),
    ),
    ...atlas.terms.map((term) =>
      recordOf({
        url: term.url,
        kind: 'term',
        fields: fields({
          name: [term.name],
          alias: [...term.aliases, ...term.everyday],
          summary: [term.explanation],
          english: [term.english],
        }),
      }),
    ),
    ...friendsOf(atlas),
    ...atlas.indicators.map((indicator) =>
      recordOf({
        url: indicator.url,
        kind: 'indicator',
        fields: fields({
          name: [indicator.name],
          alias: indicator.aliases,
          figure: indicator.figures.map(ofFigure),
          summary: [indicator.definition],
          english: [indicator.english],
        }),
      }),
    ),
    ...atlas.questions.map((question) => ofQuestion(atlas, question)),
    ...atlas.counties.map((county) =>
      recordOf({
        url: county.url,
        printed: county.figures.flatMap(({ printed, initiative }) => (initiative ? [] : [printed])),
        kind: 'county',
        county: county.id,
        fields: fields({
          name: [county.name],
          alias: [county.province + county.prefecture],
          figure: county.figures.filter(({ initiative }) => !initiative).map(ofFigure),
          summary: [county.summary, county.lead ?? ''].map((text) => filled(text, atlas.figures, county.id)),
          prose: [county.text],
          english: [county.english],
        }),
      }),
    ),
    ...atlas.sources.map((source) =>
      recordOf({
        url: source.url,
        kind: 'source',
        county: source.county.id,
        fields: fields({
          name: [source.title],
          alias: [source.subtitle ?? '', source.publisher ?? '', ...source.authors],
          summary: [source.dateNote],
          prose: source.remarks.map((remark) => filled(remark.text, atlas.figures, source.county.id)),
        }),
      }),
    ),
    ...PAGES,
  ];
}

// What is not told of a record it does not have.
function recordOf(own: Pick<SearchRecord, 'url' | 'kind' | 'fields'> & Partial<SearchRecord>): SearchRecord {
  return { county: undefined, themes: [], everyday: [], printed: [], ...own };
}

// A question is a whole name without its question mark, as it is typed.
const STOP_AT_END = /[？?！!。]+$/;

const PAGES: readonly SearchRecord[] = [
  page('/compare/', compareWords.title, compareWords.description),
  page('/timeline/', words.nav.timeline, timelineWords.description),
  page('/indicators/', indicatorWords.title, indicatorWords.description),
  page('/questions/', questionWords.title, questionWords.description),
  page('/changes/', words.nav.changes, changeWords.description),
  page('/accessibility/', words.nav.accessibility, accessWords.description),
  page('/about/', words.nav.about, '怎样整理、怎样查证、限度、隐私、权利与再利用；独立整理，不是官方网站。'),
  page(
    '/data/',
    words.nav.data,
    '下载县、数据、做法、专题、指标、来源、术语的 JSON 和 CSV，附字段说明、许可和引用方式。',
  ),
];

function page(url: string, name: string, summary: string): SearchRecord {
  return recordOf({ url, kind: 'page', fields: fields({ name: [name], summary: [summary] }) });
}

function ofInitiative(atlas: Atlas, initiative: InitiativeRecord): SearchRecord {
  const { county } = initiative;
  return {
    url: initiative.url,
    kind: 'initiative',
    everyday: initiative.everyday,
    printed: initiative.figures.map(({ printed }) => printed),
    county: county.id,
    themes: initiative.themes.map(({ id }) => id),
    fields: fields({
      name: [initiative.name],
      alias: initiative.aliases,
      part: initiative.parts,
      figure: initiative.figures.map(ofFigure),
      summary: [filled(initiative.summary, atlas.figures, county.id)],
      prose: initiative.text.split('\n'),
      english: [initiative.english],
    }),
  };
}

function friendsOf(atlas: Atlas): SearchRecord[] {
  const taken = new Set(
    [...atlas.initiatives.values()].flatMap(({ name, aliases }) => [name, ...aliases]).map((name) => keyOf(name)),
  );
  return atlas.falseFriends.map((friend) => ofFriend(atlas, friend, taken));
}

// A word that is the whole name of a practice finds what is said of it right behind the practice. One that practices only hold in
// their names, as 基地, finds it behind all of these: as a name of its own it would stand before them.
function ofFriend(atlas: Atlas, friend: FalseFriendRecord, taken: ReadonlySet<string>): SearchRecord {
  const isTaken = (name: string) => cut(name).at(-1)?.key !== STOP && taken.has(keyOf(name));
  const names = [friend.name, ...friend.aliases];
  return recordOf({
    url: friend.url,
    kind: 'friend',
    sharedBy: friend.uses.flatMap(({ initiatives }) => initiatives.map(({ url }) => url)),
    fields: fields({
      name: [titleOf(friend.name)],
      alias: names.filter(isTaken),
      part: friend.aliases.filter((name) => !isTaken(name)),
      summary: [filled(friend.contrast, atlas.figures)],
      prose: friend.uses.map(({ county, means }) => `${county.name}：${filled(means, atlas.figures, county.id)}`),
      english: [friend.english],
    }),
  });
}

function ofQuestion(atlas: Atlas, question: QuestionRecord): SearchRecord {
  const answers = question.answers.map(
    ({ county, text }) => `${county.name}：${filled(text, atlas.figures, county.id)}`,
  );
  return recordOf({
    url: question.url,
    kind: 'question',
    themes: question.themes.map(({ id }) => id),
    fields: fields({
      name: [question.question],
      summary: [filled(question.summary, atlas.figures)],
      prose: [...answers, filled(question.unsaid, atlas.figures)],
      english: [question.english],
    }),
  });
}

// The label stands behind the number, so that a number alone is found and the excerpt says what it counts.
function ofFigure(figure: FigureRecord): string {
  return `${figure.printed}：${figure.label}`;
}

function fields(texts: Partial<Record<Field['role'], readonly string[]>>): Field[] {
  return (Object.entries(texts) as [Field['role'], readonly string[]][]).flatMap(([role, list]) =>
    list
      .filter((text) => text !== '')
      .map((text) => ({ role, text: isName(role) ? text.replace(STOP_AT_END, '') : text })),
  );
}

function isName(role: Field['role']): boolean {
  return role === 'name' || role === 'alias';
}
