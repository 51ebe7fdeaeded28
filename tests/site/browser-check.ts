import { launch } from '../../src/bench/browser.ts';

// Run before the tests: a browser that is missing is one sentence now, not a failure of every test later.
try {
  const browser = await launch();
  process.stdout.write(`Chromium ${browser.version()}\n`);
  await browser.close();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
