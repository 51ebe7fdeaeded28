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

/** The browsers to test in, the best first: `CHROME` alone where it is set, else the one of the npm package, else those of the system. */
function browsers(): (() => Promise<string | undefined>)[] {
  const chosen = process.env.CHROME;
  if (!chosen) return [() => packagedBrowser(CACHE), ...SYSTEM.filter(existsSync).map((path) => async () => path)];
  if (existsSync(chosen)) return [async () => chosen];
  throw new Error(`CHROME names ${chosen}, which is not there: give the path of a Chromium or Chrome.`);
}

/**
 * Starts the browser, with `more` arguments where they are given. Where the packaged one cannot be unpacked or started, for want of a
 * library of the system as a rule, it is another's turn; where none starts an error says why the first did not. The pages have no service
 * worker unless they ask for it: it would fetch the whole site beside what is tested or measured, and requests through it cannot be stood in for.
 */
export async function launch(more: readonly string[] = []): Promise<Browser> {
  const reasons: unknown[] = [];
  for (const pathOf of browsers()) {
    try {
      const executablePath = await pathOf();
      if (!executablePath) continue;
      const browser = await chromium.launch({ executablePath, args: [...ARGS, ...more] });
      const newContext = browser.newContext.bind(browser);
      // A page of its own begins with a context too.
      browser.newContext = (options) => newContext({ serviceWorkers: 'block', ...options });
      return browser;
    } catch (error) {
      reasons.push(error);
    }
  }
  const [reason] = reasons;
  const missing = /error while loading shared libraries: ([^\s:]+)/.exec(String(reason))?.[1];
  if (reason !== undefined && !missing) throw reason;
  throw new Error(
    missing
      ? `The browser needs ${missing}: install Chromium from your system’s packages (Debian: apt-get install chromium)${process.env.CHROME ? ', and give its path as CHROME or leave CHROME away' : ''}.`
      : 'No browser to test in: install Chromium or Chrome, or set CHROME to the path of one.',
  );
}
