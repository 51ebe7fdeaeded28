/**
 * Run as a process of its own, so that its time and memory are those of the index alone: writes the index of `MANY` generated
 * counties into the folder that it is given.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { loadAtlas } from '../atlas/load.ts';
import { indexOf, labelsOf } from '../search/build-index.ts';
import { searchRecords } from '../search/records.ts';
import { MANY, manyOf } from './many.ts';

const [folder = ''] = process.argv.slice(2);
const { atlas } = loadAtlas(process.cwd());
if (!atlas) throw new Error('the content has mistakes');
const { records, counties } = manyOf(searchRecords(atlas), labelsOf(atlas), MANY);
for (const { path, content } of await indexOf(records, counties, atlas.themes)) {
  const target = join(folder, path);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, content);
}
