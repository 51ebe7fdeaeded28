// npm test: installs, checks types, style and content, builds, and runs every test, a real browser among them.
// npm run test:full (--full): what takes longer.
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, run, setUp, stop } from './setup.mjs';

const full = process.argv.includes('--full');
const only = process.argv.slice(2).filter((arg) => !arg.startsWith('--'));
const node = setUp();
const bin = (/** @type {string} */ path) => join('node_modules', path);

/** @type {[string, string[]][]} */
const checks = [
  ['The browser', ['tests/site/browser-check.ts']],
  ['Types of pages', [bin('astro/bin/astro.mjs'), 'check', '--minimumFailingSeverity', 'warning']],
  ['Types of code', [bin('typescript/bin/tsc'), '--noEmit']],
  ['Code style', [bin('@biomejs/biome/bin/biome'), 'check', '--error-on-warnings', '.']],
  ['Content', ['src/cli/check.ts']],
];
for (const [name, args] of full || only.length > 0 ? checks.slice(0, 1) : checks) {
  process.stdout.write(`— ${name}\n`);
  if (run(node, args) !== 0) stop(`${name}: failed, see above.`);
}

process.stdout.write('— Tests\n');
const report = join(ROOT, '.build', 'tests.json');
rmSync(report, { force: true });
const status = run(
  node,
  [
    bin('vitest/vitest.mjs'),
    'run',
    '--config',
    'tests/vitest.config.ts',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...only,
  ],
  full ? { ATLAS_TESTS: 'full' } : {},
);
const counts = JSON.parse(readFileSync(report, 'utf8'));
process.stdout.write(
  `${counts.numPassedTests} passed, ${counts.numFailedTests} failed, ${counts.numPendingTests + counts.numTodoTests} skipped\n`,
);
process.exit(status !== 0 || counts.numPassedTests === 0 ? 1 : 0);
