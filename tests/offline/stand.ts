import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright-core';
import { hashFiles } from '../../src/cli/hashes.ts';
import { OPTIONS, staticHandler } from '../../src/cli/static-server.ts';
import { LIST, WORKER } from '../../src/offline/list.ts';
import { writeWorker } from '../../src/offline/write-worker.ts';

/** A host at one address whose sites, health and very presence a test can change. */
export interface Stand {
  readonly origin: string;
  /** The paths that were asked for since the last look. */
  asked(): string[];
  /** What answers before the sites do; true where it has. */
  before: (...args: Parameters<RequestListener>) => boolean;
  /** Takes the host from the network. */
  down(): Promise<void>;
  /** Brings it back to the same address. */
  up(): Promise<void>;
}

/** Serves folders by their base paths, the longest first. */
export async function stand(sites: Readonly<Record<string, string>>): Promise<Stand> {
  const handlers = Object.entries(sites)
    .sort(([a], [b]) => b.length - a.length)
    .map(([base, folder]) => ({ base, handle: staticHandler(folder, base) }));
  let asked: string[] = [];
  let server: Server | undefined;
  const listen = (port: number) =>
    new Promise<number>((resolve) => {
      const next = createServer(OPTIONS, (request, response) => {
        const path = request.url?.split('?')[0] ?? '';
        asked.push(path);
        if (one.before(request, response)) return;
        handlers.find(({ base }) => path.startsWith(base))?.handle(request, response);
      });
      next.listen(port, '127.0.0.1', () => resolve((next.address() as AddressInfo).port));
      server = next;
    });
  const port = await listen(0);
  const one: Stand = {
    origin: `http://127.0.0.1:${port}`,
    asked: () => {
      const since = asked;
      asked = [];
      return since.sort();
    },
    before: () => false,
    down: () =>
      new Promise((resolve) => {
        if (!server?.listening) return resolve();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
    up: async () => {
      await listen(port);
    },
  };
  return one;
}

/** Writes some files as a built site with its worker in place of what stood in the folder. */
export async function writeSite(
  folder: string,
  files: Readonly<Record<string, string>>,
  offline = true,
): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  await writeWorker(folder, hashFiles(folder), offline);
}

/** Puts another site's worker and list in a folder, without its files, as a copy that was broken off leaves them. */
export function halfDeployed(from: string, to: string): void {
  for (const file of [WORKER, LIST]) cpSync(join(from, file), join(to, file));
}

/** Has the page's site kept, as the site's own script does, and waits until it is; tells whether it came to that. */
export function keep(page: Page, base = '/'): Promise<boolean> {
  return page.evaluate(async (worker) => {
    const registration = await navigator.serviceWorker.register(worker);
    if (registration.active && !registration.installing && !registration.waiting) await registration.update();
    const newer = registration.installing ?? registration.waiting;
    if (!newer) return registration.active !== null;
    return new Promise<boolean>((resolve) => {
      const look = () => {
        if (newer.state === 'activated') resolve(true);
        if (newer.state === 'redundant') resolve(false);
      };
      newer.addEventListener('statechange', look);
      look();
    });
  }, base + WORKER);
}

/** The files that are kept, by cache, in the order in which they were made; addresses without the origin. */
export function keptIn(page: Page): Promise<Record<string, string[]>> {
  return page.evaluate(async () => {
    const all: Record<string, string[]> = {};
    for (const name of await caches.keys()) {
      const requests = await (await caches.open(name)).keys();
      all[name] = requests.map(({ url }) => new URL(url).pathname).sort();
    }
    return all;
  });
}
