import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium } from 'playwright-core';
import { packagedBrowser } from './packaged-browser.ts';

const SYSTEM = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

// The first list keeps Chromium from looking for Google's hosts; the sandbox needs rights that a container does not give.
const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-sync',
];

/** The folder of what is made of the packages and goes with them. */
const CACHE = fileURLToPath(new URL('../../node_modules/.cache', import.meta.url));

/** The browsers to test in, the best first: `CHROME` alone where it is set, else the one of the npm package, else one of the system's. */
async function* browserPaths(): AsyncGenerator<string> {
  const chosen = process.env.CHROME;
  if (chosen) {
    if (!existsSync(chosen)) {
      throw new Error(`CHROME names ${chosen}, which is not there: give the path of a Chromium or Chrome.`);
    }
    yield chosen;
    return;
  }
  const packaged = await packagedBrowser(CACHE);
  if (packaged) yield packaged;
  yield* SYSTEM.filter((path) => existsSync(path));
}

/**
 * Starts the browser, with `more` arguments where they are given. The packaged one needs some libraries of the system: without them it
 * is another's turn, and where there is none a sentence says what to install. The pages have no service worker unless they ask for it: it
 * would fetch the whole site beside what is tested or measured, and requests through it cannot be stood in for.
 */
export async function launch(more: readonly string[] = []): Promise<Browser> {
  let missing: string | undefined;
  for await (const executablePath of browserPaths()) {
    try {
      const browser = await chromium.launch({ executablePath, args: [...ARGS, ...more] });
      const newContext = browser.newContext.bind(browser);
      // A page of its own begins with a context too.
      browser.newContext = (options) => newContext({ serviceWorkers: 'block', ...options });
      return browser;
    } catch (error) {
      missing = /error while loading shared libraries: (\S+)/.exec(String(error))?.[1];
      if (!missing) throw error;
    }
  }
  throw new Error(
    missing
      ? `The browser needs ${missing}: install Chromium from your system’s packages (Debian: apt-get install chromium).`
      : 'No browser to test in: install Chromium or Chrome, or set CHROME to the path of one.',
  );
}
