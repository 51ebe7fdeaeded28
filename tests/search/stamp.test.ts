import { describe, expect, test } from 'vitest';
import { type IndexFile, indexOf } from '../../src/search/build-index.ts';
import { FILES } from '../../src/search/files.ts';
import { HINT_FILES } from '../../src/search/hint-files.ts';
import { aidsOf } from '../../src/search/hints.ts';
import type { SearchRecord } from '../../src/search/records.ts';
import { listOf } from '../../src/search/stamp.ts';
import { COUNTIES, record, THEMES } from './fake.ts';

const HINTS = Object.values(HINT_FILES);
const records = [record('a', '五化建设'), record('b', '书记项目')];

const jsonOf = (files: readonly IndexFile[], path: string) =>
  JSON.parse(new TextDecoder().decode(files.find((file) => file.path === path)?.content));
const buildOf = (list: readonly SearchRecord[]) => indexOf(list, COUNTIES, THEMES);

describe('the files of one build', () => {
  test('name the same build, and the list of records that the index has', async () => {
    const files = await buildOf(records);
    const { build, list } = jsonOf(files, FILES.table);
    expect(build).toMatch(/^[0-9a-f]{12}$/);
    expect(list).toBe(listOf(jsonOf(files, FILES.entry)));
    expect(files.map(({ path }) => path)).toContain(`${FILES.index}pagefind.${list}.pf_meta`);
    for (const path of HINTS) expect(jsonOf(files, path).build, path).toBe(build);
  });

  test('are told from those of another by what the index holds, and by what it does not', async () => {
    const stampOf = async (list: readonly SearchRecord[]) => {
      const { build, list: name } = jsonOf(await buildOf(list), FILES.table);
      return { build, list: name };
    };
    const first = await stampOf(records);
    expect(await stampOf(records)).toEqual(first);
    const renamed = await stampOf([record('a', '五化'), record('b', '书记项目')]);
    expect([renamed.build === first.build, renamed.list === first.list]).toEqual([false, false]);
    const [a, b] = records as [SearchRecord, SearchRecord];
    // What people say for a record is not in the index.
    const said = await stampOf([{ ...a, everyday: ['村里干活'] }, b]);
    expect([said.build === first.build, said.list === first.list]).toEqual([false, true]);
  });

  test('are refused as hints where they belong to another', async () => {
    const load = async <T>(): Promise<T> => ({ build: 'a', hints: [[1, '甲']] }) as T;
    const belongsTo = (own: string) => async (build: string) => {
      if (build !== own) throw new Error('another build');
    };
    expect(await aidsOf(load, belongsTo('a')).words()).toEqual([[1, '甲']]);
    await expect(aidsOf(load, belongsTo('b')).words()).rejects.toThrow('another build');
  });
});
