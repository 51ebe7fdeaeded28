import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FILES } from '../search/files.ts';
import { referencesOfHtml, referencesOfJs } from './references.ts';
import { type SentFile, sentBytes } from './sent.ts';

/** The scripts of search, each with all that it imports: those that the box loads, and those that a loosened query loads too. */
export interface SearchScripts {
  readonly box: readonly SentFile[];
  readonly loosen: readonly SentFile[];
}

/** The content of an address of the site; undefined where there is none. */
type ReadText = (path: string) => string | undefined;

/** The scripts of search on the page at `url` of a site built into `folder`. Throws where they are not what it knows. */
export function searchScripts(folder: string, url: string): SearchScripts {
  return scriptsOf(url, (path) => {
    const file = join(folder, path);
    return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  });
}

/** The same of a site that `read` reads. */
export function scriptsOf(url: string, read: ReadText): SearchScripts {
  const html = read(`${url}index.html`);
  if (html === undefined) throw new Error(`the built site has no page ${url}`);
  const page = referencesOfHtml(html).flatMap(({ kind, address }) => (kind === 'js' ? [pathOf(address, url)] : []));
  const boot = withImports(page, read);
  const box = withImports([...boot, ...chunks(boot, 'box', read)], read);
  const loosen = withImports([...box, ...chunks(box, 'loosen', read)], read);
  const files = (paths: readonly string[]) => paths.map((path) => fileOf(path, read));
  return { box: files(box), loosen: files(loosen.filter((path) => !box.includes(path))) };
}

/** The addresses of the modules that a module asks for when it needs them. */
export function laterImports(js: string): string[] {
  return [...js.matchAll(/\bimport\(\s*["'`]([./][^"'`$]*)["'`]\s*\)/g)].map(([, address = '']) => address);
}

// Vite names a chunk after its module; the others that a script asks for have nothing to do with a query.
function chunks(scripts: readonly string[], name: string, read: ReadText): string[] {
  const found = scripts
    .flatMap((script) => laterImports(read(script) ?? '').map((address) => pathOf(address, script)))
    .filter((path) => path.split('/').at(-1)?.startsWith(`${name}.`));
  if (found.length === 0) throw new Error(`no script of search loads one that is called ${name}`);
  return found;
}

function withImports(scripts: readonly string[], read: ReadText): string[] {
  const all = new Set(scripts);
  // A set hands out what is added while it is walked.
  for (const script of all) {
    for (const { address } of referencesOfJs(read(script) ?? '')) all.add(pathOf(address, script));
  }
  // Pagefind's program is counted with the index.
  return [...all].filter((path) => !path.startsWith(`/${FILES.index}`));
}

function pathOf(address: string, from: string): string {
  return decodeURIComponent(new URL(address, new URL(from, 'https://site.invalid')).pathname);
}

function fileOf(path: string, read: ReadText): SentFile {
  const content = read(path);
  if (content === undefined) throw new Error(`the built site has no script ${path}`);
  const body = new TextEncoder().encode(content);
  return { path: path.slice(1), bytes: body.length, sent: sentBytes(path, body) };
}
