import type { Atlas } from './records.ts';

const KEY = Symbol.for('county-practice-atlas');
const shared = globalThis as { [KEY]?: Atlas | undefined };

/**
 * Keeps the atlas that a build has checked for the pages and the index of the same build. They are bundled apart, each with modules of
 * its own, and would each read all content again. `undefined` forgets it.
 */
export function handOver(atlas: Atlas | undefined): void {
  shared[KEY] = atlas;
}

/** The atlas that was handed over in this process. */
export function handedOver(): Atlas | undefined {
  return shared[KEY];
}
