import type { Page, Request } from 'playwright-core';

const PAUSE = 100;
const PAUSES = 5;
/** What is refused before it is sent never ends, neither well nor badly. */
const PATIENCE = 3_000;

const pause = (time: number) => new Promise<undefined>((resolve) => setTimeout(resolve, time));

/**
 * Waits until a tab has loaded, all that it asked for has come or failed, and for half a second it asks for nothing more. Chromium's own
 * word for that, `networkidle`, at times does not come for a long page among several that load at once.
 */
export async function quiet(tab: Page): Promise<void> {
  await tab.waitForLoadState('load');
  const seen = new Set<Request>();
  for (let still = 0; still < PAUSES; still++) {
    await pause(PAUSE);
    const asked = (await tab.requests()).filter((one) => !seen.has(one));
    if (asked.length === 0) continue;
    for (const one of asked) seen.add(one);
    const ends = asked.map((one) => one.response().then((answer) => answer?.finished()));
    await Promise.race([Promise.all(ends), pause(PATIENCE)]);
    still = -1;
  }
}
