import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

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

/** The browser to test in: `CHROME`, a system Chromium, or the one from the npm package for Linux. A sentence says what to do without. */
export async function browserPath(): Promise<string> {
  const chosen = process.env.CHROME;
  if (chosen) {
    if (existsSync(chosen)) return chosen;
    throw new Error(`CHROME names ${chosen}, which is not there: give the path of a Chromium or Chrome.`);
  }
  const system = SYSTEM.find((path) => existsSync(path));
  if (system) return system;
  if (process.platform === 'linux' && process.arch === 'x64') {
    const { default: packaged } = await import('@sparticuz/chromium');
    return packaged.executablePath();
  }
  throw new Error('No browser to test in: install Chromium or Chrome, or set CHROME to the path of one.');
}

/**
 * Starts the browser, with `more` arguments where they are given; a missing library becomes a sentence that says what to install. Its
 * pages have no service worker unless they ask for it: it would fetch the whole site beside what is tested or measured, and requests
 * through it cannot be stood in for.
 */
export async function launch(more: readonly string[] = []): Promise<Browser> {
  const executablePath = await browserPath();
  try {
    const browser = await chromium.launch({ executablePath, args: [...ARGS, ...more] });
    const newContext = browser.newContext.bind(browser);
    // A page of its own begins with a context too.
    browser.newContext = (options) => newContext({ serviceWorkers: 'block', ...options });
    return browser;
  } catch (error) {
    const missing = /error while loading shared libraries: (\S+)/.exec(String(error))?.[1];
    if (!missing) throw error;
    throw new Error(
      `The browser needs ${missing}: install Chromium from your system’s packages (Debian: apt-get install chromium).`,
    );
  }
}
