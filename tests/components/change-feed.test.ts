import { parseAtomFeed } from 'feedsmith';
import { describe, expect, test } from 'vitest';
import { feedOf } from '../../src/components/change-feed.ts';
import { atlasOf, replace, validAtlas } from '../atlas/fixture.ts';

const link = (url: string) => `https://atlas.example/atlas${url}`;
const feedText = (atlas = validAtlas()) => feedOf(atlas.changes, { figures: atlas.figures, link });

describe('the feed', () => {
  const { changes } = validAtlas();
  const feed = parseAtomFeed(feedText());

  test('has an entry for every change, in their order, under an address that is the change’s own', () => {
    expect(feed.entries?.map(({ id }) => id)).toEqual(changes.map(({ url }) => link(url)));
    expect(feed.entries?.map(({ links }) => links?.map(({ rel, href }) => `${rel} ${href}`))).toEqual(
      changes.map(({ url, target }) => [`alternate ${link(url)}`, `related ${link(target)}`]),
    );
  });

  test('was updated when the newest change was made, and not when the site was built', () => {
    expect(feed.updated).toBe('2026-02-02T00:00:00.000Z');
    expect(feed.entries?.map(({ updated }) => updated?.slice(0, 10))).toEqual(changes.map(({ date }) => date));
  });

  test('says what was changed, from what to what, and why, with numbers filled in', () => {
    const entry = feed.entries?.at(-1);
    expect(entry?.title?.value).toBe('更正：邻县的数据“受训的书记”');
    expect(entry?.content?.value).toBe('原文写法：“数百人”改为“数十人”。\n抄错，数十人才是原文。');
  });

  test('says where it stands itself and who made it', () => {
    expect(feed.links?.find(({ rel }) => rel === 'self')?.href).toBe(link('/changes/feed.xml'));
    expect(feed.authors?.[0]?.name).toBe('县域做法图谱');
  });

  test('keeps signs that mean something in XML as text', () => {
    const hostile = atlasOf({
      'content/counties/lin.mdx': replace("from: '数百人'", "from: '<b>&amp; ]]> 数百人'"),
    });
    const content = parseAtomFeed(feedText(hostile)).entries?.at(-1)?.content?.value;
    expect(content).toContain('“<b>&amp; ]]> 数百人”');
  });
});
