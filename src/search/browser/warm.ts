import { FILES } from '../files.ts';

/**
 * What search needs is asked for the moment a reader touches a box, all at once: one file would else wait for the other, a
 * round trip each.
 */
export const BASE: string = import.meta.env.BASE_URL.replace(/\/?$/, '/');

const FIRST = [FILES.table, `${FILES.index}wasm.unknown.pagefind`];
const asked = new Map<string, Promise<Response>>();
let program: Promise<PagefindProgram> | undefined;
let attempts = 0;

/** The part of Pagefind's program that is used here. */
export interface PagefindProgram {
  createInstance(options: object): import('../library.ts').Pagefind;
}

/** Asks for everything that the first query needs. Asking again changes nothing. */
export function warm(): void {
  if (program) return;
  for (const path of FIRST) ask(path, fetch(BASE + path));
  const entry = fetch(BASE + FILES.entry);
  ask(FILES.entry, entry.then(withList));
  // Browsers keep a module that failed to load: another attempt needs another address.
  const again = attempts > 0 ? `?${attempts}` : '';
  program = import(/* @vite-ignore */ `${BASE}${FILES.index}pagefind.js${again}`);
  program.catch(() => {});
}

function ask(path: string, response: Promise<Response>): void {
  // It is told where it is used.
  response.catch(() => {});
  asked.set(path, response);
}

// The entry names the list of records. Pagefind would ask for it only when its program has come.
async function withList(entry: Response): Promise<Response> {
  if (entry.ok) {
    const { languages }: { languages: Record<string, { hash: string }> } = await entry.clone().json();
    for (const { hash } of Object.values(languages)) {
      const path = `${FILES.index}pagefind.${hash}.pf_meta`;
      ask(path, fetch(BASE + path));
    }
  }
  return entry;
}

/** Pagefind's program. */
export function programOf(): Promise<PagefindProgram> {
  warm();
  return program as Promise<PagefindProgram>;
}

/** The response of a path from the site's root that was asked for before, once; undefined where it was not. */
export function warmed(path: string): Promise<Response> | undefined {
  const response = asked.get(path);
  asked.delete(path);
  return response;
}

/** Forgets what was loaded, so that the next attempt asks anew. */
export function cool(): void {
  attempts += 1;
  program = undefined;
  asked.clear();
}
