import { defineConfig } from 'vitest/config';
import { BrowserFirst } from './browser-first.ts';

// What takes longer than a developer will wait stands in *.full.test.ts and runs with `npm run test:full`.
const full = process.env.ATLAS_TESTS === 'full';

export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: full ? ['tests/**/*.full.test.ts'] : ['tests/**/*.test.ts'],
    exclude: full ? [] : ['tests/**/*.full.test.ts'],
    globalSetup: ['tests/site/global-setup.ts', 'tests/deploy/global-setup.ts'],
    testTimeout: 180_000,
    hookTimeout: 120_000,
    sequence: { sequencer: BrowserFirst },
    // Builds and browsers share two cores.
    maxWorkers: 2,
  },
});
