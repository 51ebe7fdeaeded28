import { describe, expect, test } from 'vitest';
import { atlasOf, replace, validAtlas } from './fixture.ts';

const LIN = 'content/counties/lin.mdx';
/** The county's file with these changes in place of its own. */
const changed = (...changes: string[]) => ({
  [LIN]: replace(
    "  - { date: '2026-01-31', kind: corrected, record: fig-trained, field: printed, from: '数百人', to: '数十人', why: '抄错，{trained}才是原文。' }",
    changes.map((change) => `  - { ${change}, why: 理由在此。 }`).join('\n'),
  ),
});
const shown = (changes = validAtlas().changes) => changes.map(({ id, name, target }) => `${id} ${name} ${target}`);

describe('the changes of all records', () => {
  test('stand with the newest first, and name the record and its address', () => {
    expect(shown()).toEqual([
      'terms-2026-02-02-village-head-removed 村长 /terms/',
      'terms-2026-02-01-added 术语 /terms/',
      'lin-2026-01-31-fig-trained-printed 受训的书记 /counties/lin/#fig-trained',
    ]);
  });

  test('have addresses of their own, which no two share', () => {
    const { changes } = validAtlas();
    expect(changes.map(({ url }) => url)).toEqual(changes.map(({ id }) => `/changes/#${id}`));
    expect(new Set(changes.map(({ id }) => id)).size).toBe(changes.length);
  });

  test('of one county stand in its record', () => {
    const { counties, changes } = validAtlas();
    const lin = counties.find(({ id }) => id === 'lin');
    expect(lin?.changes).toEqual(changes.filter(({ county }) => county === lin));
    expect(lin?.changes.map(({ of, record, field, from, to }) => [of, record, field, from, to])).toEqual([
      ['figures', 'trained', 'printed', '数百人', '数十人'],
    ]);
  });

  test('find their record of each kind', () => {
    const { changes } = atlasOf(
      changed(
        "date: '2026-01-01', kind: added",
        "date: '2026-01-02', kind: added, record: old-training",
        "date: '2026-01-03', kind: added, record: remark-vague-number",
        "date: '2026-01-04', kind: added, record: gone",
        "date: '2026-01-05', kind: removed, record: gone, name: 走访",
      ),
    );
    expect(shown(changes.filter(({ county }) => county))).toEqual([
      'lin-2026-01-05-gone-removed 走访 /counties/lin/',
      'lin-2026-01-04-gone-added 走访 /counties/lin/',
      'lin-2026-01-03-remark-vague-number-added 只写…… /counties/lin/#remark-vague-number',
      'lin-2026-01-02-old-training-added 书记培训 /counties/lin/#old-training',
      'lin-2026-01-01-added 邻县 /counties/lin/',
    ]);
  });

  test('of one day stand with what was written later first', () => {
    const { changes } = atlasOf(
      changed("date: '2026-03-01', kind: added, record: pay", "date: '2026-03-01', kind: added, record: training"),
    );
    expect(changes.slice(0, 2).map(({ record }) => record)).toEqual(['training', 'pay']);
  });
});
