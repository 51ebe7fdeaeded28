import { close, createIndex } from 'pagefind';
import type { Atlas } from '../atlas/records.ts';
import { contentOf } from './cut.ts';
import { searchRecords } from './records.ts';

/** A file of the index: its path below `/pagefind/`, and its bytes. */
export interface IndexFile {
  readonly path: string;
  readonly content: Uint8Array;
}

// Pagefind writes its own user interfaces beside the index; this site has its own, built on the API.
const NEEDED = /^(pagefind\.js|pagefind-entry\.json|wasm\..*\.pagefind|.*\.pf_(meta|index|fragment|filter))$/;

/**
 * Makes the full-text index of an atlas. `und` is no language: Pagefind then cuts at blanks only and stems nothing, which leaves
 * the cutting to `contentOf`.
 */
export async function buildIndex(atlas: Atlas): Promise<IndexFile[]> {
  const { index, errors } = await createIndex({ forceLanguage: 'und' });
  if (!index) throw new Error(`Pagefind: ${errors.join('; ')}`);
  try {
    for (const record of searchRecords(atlas)) {
      const { errors: faults } = await index.addCustomRecord({
        url: record.url,
        content: contentOf(record.fields),
        language: 'und',
        filters: {
          kind: [record.kind],
          ...(record.county ? { county: [record.county] } : {}),
          ...(record.themes.length > 0 ? { theme: [...record.themes] } : {}),
        },
      });
      if (faults.length > 0) throw new Error(`Pagefind, ${record.url}: ${faults.join('; ')}`);
    }
    const { files, errors: faults } = await index.getFiles();
    if (faults.length > 0) throw new Error(`Pagefind: ${faults.join('; ')}`);
    return files
      .filter(({ path }) => NEEDED.test(path.split('/').at(-1) ?? ''))
      .sort((a, b) => (a.path < b.path ? -1 : 1))
      .map(({ path, content }) => ({ path, content }));
  } finally {
    await index.deleteIndex();
    await close();
  }
}
