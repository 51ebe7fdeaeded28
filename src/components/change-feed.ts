import { generateAtomFeed } from 'feedsmith';
import type { ChangeRecord, FigureRecord } from '../atlas/records.ts';
import { filled } from '../atlas/resolve.ts';
import { CHANGE_KIND_WORDS, CHANGED_WORDS, changeWords, correctionInWords } from '../i18n/change-words.ts';
import { words } from '../i18n/zh.ts';

interface Site {
  readonly figures: ReadonlyMap<string, FigureRecord>;
  /** The whole address of a record or page: a feed is read away from the site. */
  readonly link: (url: string) => string;
}

export const FEED_URL = '/changes/feed.xml';

/**
 * All changes as an Atom feed. Its ids are the addresses of the changes, and its dates are theirs: a build on another day, of the same
 * content, gives the same feed.
 */
export function feedOf(changes: readonly ChangeRecord[], { figures, link }: Site): string {
  const [newest] = changes;
  const text = (value: string) => ({ value, type: 'text' });
  return generateAtomFeed({
    xml: { lang: words.lang },
    id: link('/changes/'),
    title: text(changeWords.feedTitle(words.site)),
    updated: dayOf(newest?.date ?? '1970-01-01'),
    authors: [{ name: words.site, uri: link('/') }],
    links: [
      { href: link(FEED_URL), rel: 'self', type: 'application/atom+xml' },
      { href: link('/changes/'), rel: 'alternate', type: 'text/html' },
    ],
    rights: text(words.footer.rights),
    entries: changes.map((change) => ({
      id: link(change.url),
      title: text(titleOf(change)),
      updated: dayOf(change.date),
      links: [
        { href: link(change.url), rel: 'alternate', type: 'text/html' },
        { href: link(change.target), rel: 'related', type: 'text/html' },
      ],
      content: text([...correctionOf(change), filled(change.why, figures, change.county?.id)].join('\n')),
    })),
  });
}

function titleOf({ kind, of, county, name }: ChangeRecord): string {
  const where = county && of !== 'counties' ? `${county.name}的` : '';
  return `${CHANGE_KIND_WORDS[kind]}：${where}${CHANGED_WORDS[of]}“${name}”`;
}

function correctionOf(change: ChangeRecord): string[] {
  const correction = correctionInWords(change);
  if (!correction) return [];
  const { field, from, to } = correction;
  const { became, gained, lost } = changeWords;
  if (from === undefined) return [`${field}：${gained}“${to}”。`];
  return [`${field}：“${from}”${to === undefined ? lost : `${became}“${to}”`}。`];
}

function dayOf(date: string): Date {
  return new Date(`${date}T00:00:00Z`);
}
