import { listen, staticServer } from '../cli/static-server.ts';
import { launch } from './browser.ts';
import { type Spread, secondsText, spreadOf, spreadText } from './numbers.ts';
import { PROFILE, slow } from './search-speed.ts';
import type { Table } from './table.ts';

/** How long a reader on the phone of `PROFILE` waits for a comparison to be narrowed. All in seconds. */
export interface Narrowing {
  /** From the site's root. */
  readonly url: string;
  /** From the touch of a county's box until the narrowed table has been painted. */
  readonly touch: Spread;
  /** From the start of the navigation to an address with a choice until the narrowed table has been painted; nothing cached. */
  readonly address: Spread;
  /** The same navigation until the page has been painted, for its share. */
  readonly plain: Spread;
}

/** Measures each page `runs` times; a sentence where no browser can be started. */
export async function narrowing(
  folder: string,
  urls: readonly string[],
  runs: number,
  tell: (what: string) => void,
): Promise<readonly Narrowing[] | string> {
  const browser = await launch().catch((error) => (error instanceof Error ? error.message : String(error)));
  if (typeof browser === 'string') return `How long filtering takes is not measured here: ${browser.split('\n')[0]}`;
  const server = staticServer(folder, '/');
  try {
    const port = await listen(server, 0);
    if (typeof port !== 'number') return port.fault;
    const site = `http://127.0.0.1:${port}`;
    const found: Narrowing[] = [];
    for (const url of urls) {
      tell(`filtering: ${url}`);
      const times = { touch: [] as number[], address: [] as number[], plain: [] as number[] };
      for (let run = 0; run < runs; run++) {
        for (const kind of ['touch', 'address', 'plain'] as const) {
          const context = await browser.newContext({ viewport: PROFILE.viewport });
          const page = await context.newPage();
          const session = await context.newCDPSession(page);
          await slow(session);
          const query = kind === 'address' ? '?counties=yongde,dongan' : '';
          await page.goto(site + url + query, { waitUntil: kind === 'touch' ? 'load' : 'commit' });
          times[kind].push(
            (await page.evaluate(kind === 'touch' ? touchBox : untilPainted, kind === 'address')) / 1000,
          );
          await context.close();
        }
      }
      found.push({
        url,
        touch: spreadOf(times.touch),
        address: spreadOf(times.address),
        plain: spreadOf(times.plain),
      });
    }
    return found;
  } finally {
    await browser.close();
    server.close();
    server.closeAllConnections();
  }
}

/** Runs in the page: unticks the first county, and waits until its column is away and that has been painted. */
function touchBox(): Promise<number> {
  return new Promise((resolve, reject) => {
    const box = document.querySelector<HTMLInputElement>('form.choice input[name="counties"]');
    const start = performance.now();
    box?.click();
    const left = document.querySelectorAll(`table [data-county="${box?.value}"]:not([hidden])`).length;
    if (!box || left > 0) reject(new Error('the table was not narrowed'));
    requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - start)));
  });
}

/** Runs in the page: waits until the table is there, narrowed where it shall be, and that has been painted; since the navigation began. */
function untilPainted(narrowed: boolean): Promise<number> {
  return new Promise((resolve) => {
    const look = () => {
      const table = document.querySelector('table [data-county]');
      const done = narrowed ? document.querySelector('table [data-county][hidden]') : table;
      if (done && document.readyState !== 'loading') {
        requestAnimationFrame(() => setTimeout(() => resolve(performance.now())));
      } else requestAnimationFrame(look);
    };
    look();
  });
}

/** How long filtering takes, side by side with the page without a choice. */
export function narrowingTable(pages: readonly Narrowing[]): Table {
  return {
    title: `Filtering a comparison on a phone (${PROFILE.processor} times slower than this machine, ${PROFILE.latency} ms latency)`,
    heads: ['', 'a box touched', 'address with a choice', 'address without', 'ratio'],
    rows: pages.map(({ url, touch, address, plain }) => [
      url,
      spreadText(touch, secondsText),
      spreadText(address, secondsText),
      spreadText(plain, secondsText),
      `${(address.median / plain.median).toFixed(2)} x`,
    ]),
    notes: ['Until the narrowed table has been painted; addresses from the start of the navigation, nothing cached.'],
  };
}
