import { TABLE_WORDS } from '../i18n/columns.ts';
import { CHANGED_FOLDERS, type Change, type ChangedFolder } from '../model/change.ts';
import type { Entries } from './files.ts';
import type { Atlas, ChangeRecord, CountyRecord } from './records.ts';

/** What a change says of the record that it is about. */
type About = Pick<ChangeRecord, 'county' | 'of' | 'record' | 'name' | 'target'>;

/** The changes of a county with the records that they are about, the newest first. */
export function changesOfCounty(county: CountyRecord, changes: readonly Change[]): ChangeRecord[] {
  return newestFirst(named(changes).map((change) => recordOf(change, county.id, aboutCounty(county, change))));
}

/** The changes of all counties and of what cuts across them, the newest first; within a day the counties stand before the rest. */
export function changesOf(atlas: Omit<Atlas, 'version' | 'changes'>, lists: Entries['changes']): ChangeRecord[] {
  const across = CHANGED_FOLDERS.flatMap((folder) =>
    newestFirst(
      lists
        .filter(({ document }) => document.id === folder)
        .flatMap(({ data }) => named(data.changes))
        .map((change) => recordOf(change, folder, aboutFolder(atlas, folder, change))),
    ),
  );
  return sorted([...atlas.counties.flatMap(({ changes }) => changes), ...across]);
}

// What was done to a record before it was removed bears the name that its removal gives.
function named(changes: readonly Change[]): Change[] {
  const names = new Map(changes.flatMap(({ record, name }) => (record && name ? [[record, name] as const] : [])));
  return changes.map((change) => ({ ...change, name: names.get(change.record ?? '') }));
}

function recordOf(change: Change, list: string, about: About): ChangeRecord {
  const { date, kind, field, from, to, why } = change;
  const id = [list, date, ...(change.record ? [change.record] : []), field ?? kind].join('-');
  return { ...about, id, url: `/changes/#${id}`, date, kind, field, from, to, why };
}

function aboutCounty(county: CountyRecord, { record, name }: Change): About {
  if (record === undefined) {
    return { county, of: 'counties', record: county.id, name: county.name, target: county.url };
  }
  const [, prefix, rest = record] = /^(fig|remark)-(.+)$/.exec(record) ?? [];
  const target = `${county.url}#${record}`;
  if (prefix === 'fig') {
    const figure = county.figures.find(({ id }) => id === rest);
    return { county, of: 'figures', record: rest, ...placed(figure?.label ?? name, figure && target, county.url) };
  }
  if (prefix === 'remark') {
    const remark = county.sources.flatMap(({ remarks }) => remarks).find(({ id }) => id === rest);
    return {
      county,
      of: 'remarks',
      record: rest,
      ...placed(remark ? opening(remark.text) : name, remark && target, county.url),
    };
  }
  const initiative = county.initiatives.find(({ id, formerly }) => id === rest || formerly.includes(rest));
  return {
    county,
    of: 'initiatives',
    record: rest,
    ...placed(initiative?.name ?? name, initiative && target, county.url),
  };
}

/** What a remark is called, which has no name: its first words, up to the first number. */
export function opening(text: string): string {
  const words = [...(text.split(/[{，。；：]/u)[0] ?? '')];
  return `${words.slice(0, 24).join('')}……`;
}

/** The page on which the records of a folder are listed. */
const LISTS: Readonly<Record<ChangedFolder, string>> = {
  themes: '/themes/',
  sources: '/sources/',
  indicators: '/indicators/',
  terms: '/terms/',
  'false-friends': '/compare/',
  questions: '/questions/',
};

function aboutFolder(atlas: Omit<Atlas, 'version' | 'changes'>, folder: ChangedFolder, change: Change): About {
  const { record, name } = change;
  if (record === undefined) {
    return { county: undefined, of: folder, record: folder, name: TABLE_WORDS[folder], target: LISTS[folder] };
  }
  const key = folder === 'false-friends' ? 'falseFriends' : folder;
  const found = atlas[key].find(({ id }) => id === record);
  const called = found && ('name' in found ? found.name : 'title' in found ? found.title : found.question);
  return { county: undefined, of: folder, record, ...placed(called ?? name, found?.url, LISTS[folder]) };
}

function placed(name: string | undefined, target: string | undefined, otherwise: string) {
  return { name: name ?? '', target: target ?? otherwise };
}

// Within a day what was written later is newer.
function newestFirst(changes: readonly ChangeRecord[]): ChangeRecord[] {
  return sorted([...changes].reverse());
}

function sorted(changes: readonly ChangeRecord[]): ChangeRecord[] {
  return [...changes].sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0));
}
