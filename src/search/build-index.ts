import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { close, createIndex } from 'pagefind';
import { minify } from 'vite';
import type { Atlas } from '../atlas/records.ts';
import { reportDate } from '../i18n/dates.ts';
import { buildHints } from './build-hints.ts';
import { contentOf } from './cut.ts';
import { FILES } from './files.ts';
import { HINT_FILES } from './hint-files.ts';
import type { Aids } from './hints.ts';
import { type SearchRecord, searchRecords } from './records.ts';
import { listOf, type Stamp, type Stamped } from './stamp.ts';
import { type CountyLabel, inOrder, packTable, type ThemeLabel } from './table.ts';

/** A file that search needs: its path from the site's root, and its bytes. */
export interface IndexFile {
  readonly path: string;
  readonly content: Uint8Array;
}

// Pagefind writes its own user interfaces beside the index, and filters; this site has its own, built on the API and the table.
const NEEDED = /^(pagefind\.js|pagefind-entry\.json|wasm\..*\.pagefind|.*\.pf_(meta|index|fragment))$/;

/**
 * The index is cut so fine that a query of a few letters loads a few kilobytes of it, and so that the list of pieces, which every
 * query loads, stays short: so many positions a piece at least, and so many pieces at most.
 */
const CHUNK_AT_LEAST = 250;
const CHUNKS_AT_MOST = 320;

/** All that search needs: the full-text index of Pagefind, and the tables beside it. */
export function buildIndex(atlas: Atlas): Promise<IndexFile[]> {
  return indexOf(searchRecords(atlas), labelsOf(atlas), atlas.themes);
}

/** What results show of each county. */
export function labelsOf(atlas: Atlas): CountyLabel[] {
  return atlas.counties.map(({ id, name, seal, sources: [source] }) => ({ id, name, seal, date: reportDate(source) }));
}

/** The same of some records, and of the counties and themes that they name. */
export async function indexOf(
  records: readonly SearchRecord[],
  counties: readonly CountyLabel[],
  themes: readonly ThemeLabel[],
): Promise<IndexFile[]> {
  const index = await fullText(records);
  const ids = idsOf(index);
  const table = packTable(records, counties, themes, (url) => {
    const id = ids.get(url);
    if (id === undefined) throw new Error(`Pagefind has no record ${url}`);
    return id;
  });
  const hints = buildHints(records);
  const build = createHash('sha256').update(json({ table, hints })).digest('hex').slice(0, 12);
  const stamp: Stamp = { build, list: listIn(index) };
  return [
    ...index,
    { path: FILES.table, content: json({ ...stamp, ...table }) },
    ...Object.entries(hints).map(([name, list]) => ({
      path: HINT_FILES[name as keyof Aids],
      content: json({ build, hints: list } satisfies Stamped<unknown>),
    })),
  ];
}

function listIn(index: readonly IndexFile[]): string {
  const entry = index.find(({ path }) => path === FILES.entry);
  const list = entry && listOf(JSON.parse(new TextDecoder().decode(entry.content)));
  if (!list) throw new Error('Pagefind has written no list of records');
  return list;
}

/**
 * Makes the full-text index of some records. `und` is no language: Pagefind then cuts at blanks only and stems nothing, which
 * leaves the cutting to `contentOf`.
 */
async function fullText(records: readonly SearchRecord[]): Promise<IndexFile[]> {
  const contents = records.map(({ fields }) => contentOf(inOrder(fields)));
  const words = contents.reduce((sum, content) => sum + content.split(' ').length, 0);
  // Read by Pagefind's service as it starts.
  process.env.PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE = String(Math.max(CHUNK_AT_LEAST, Math.ceil(words / CHUNKS_AT_MOST)));
  const { index, errors } = await createIndex({ forceLanguage: 'und' });
  if (!index) throw new Error(`Pagefind: ${errors.join('; ')}`);
  try {
    for (const [i, { url }] of records.entries()) {
      const { errors: faults } = await index.addCustomRecord({ url, content: contents[i] ?? '', language: 'und' });
      if (faults.length > 0) throw new Error(`Pagefind, ${url}: ${faults.join('; ')}`);
    }
    const { files, errors: faults } = await index.getFiles();
    if (faults.length > 0) throw new Error(`Pagefind: ${faults.join('; ')}`);
    const needed = files
      .filter(({ path }) => NEEDED.test(path.split('/').at(-1) ?? ''))
      .sort((a, b) => (a.path < b.path ? -1 : 1));
    return Promise.all(
      needed.map(async ({ path, content }) => ({ path: FILES.index + path, content: await small(path, content) })),
    );
  } finally {
    await index.deleteIndex();
    await close();
    delete process.env.PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE;
  }
}

// Pagefind's program comes with the names of its functions, which a reader's browser does not need.
async function small(path: string, content: Uint8Array): Promise<Uint8Array> {
  if (!path.endsWith('.js')) return content;
  const { code, errors } = await minify(path, new TextDecoder().decode(content), { module: true });
  if (errors.length > 0) throw new Error(`Pagefind’s program could not be made smaller: ${errors[0]?.message}`);
  return new TextEncoder().encode(code);
}

// Pagefind names a record by a hash of its content; the file of that name says which it is.
function idsOf(files: readonly IndexFile[]): Map<string, string> {
  const ids = new Map<string, string>();
  for (const { path, content } of files) {
    const id = /([^/]+)\.pf_fragment$/.exec(path)?.[1];
    if (id === undefined) continue;
    const text = gunzipSync(content).toString('utf8');
    const { url }: { url: string } = JSON.parse(text.slice(text.indexOf('{')));
    ids.set(url, id);
  }
  return ids;
}

function json(value: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(value));
}
