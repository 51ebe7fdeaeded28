import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { close, createIndex } from 'pagefind';
import type { SearchRecord } from '../search/records.ts';

/** Below the project's root. */
export const STOCK_FOLDER = join('.build', 'bench-stock');

/**
 * Writes into `folder` the index that Pagefind makes of the same records as it comes: their texts uncut, in Chinese, with the
 * same filters. Throws where Pagefind refuses.
 */
export async function writeStockIndex(records: readonly SearchRecord[], folder: string): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  const { index, errors } = await createIndex({});
  if (!index) throw new Error(`Pagefind: ${errors.join('; ')}`);
  try {
    for (const { url, kind, county, themes, fields } of records) {
      const { errors: faults } = await index.addCustomRecord({
        url,
        content: fields.map(({ text }) => text).join('\n'),
        language: 'zh',
        filters: {
          kind: [kind],
          ...(county ? { county: [county] } : {}),
          ...(themes.length > 0 ? { theme: [...themes] } : {}),
        },
      });
      if (faults.length > 0) throw new Error(`Pagefind, ${url}: ${faults.join('; ')}`);
    }
    const { errors: faults } = await index.writeFiles({ outputPath: folder });
    if (faults.length > 0) throw new Error(`Pagefind: ${faults.join('; ')}`);
  } finally {
    await index.deleteIndex();
    await close();
  }
}
