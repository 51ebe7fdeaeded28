import { isHashed } from '../deploy/hashed.ts';

/** What a build says of the files that a browser keeps: written as `FILE`, read by the worker that keeps them. */
export interface KeptList {
  /** The files that are kept after the first visit: path from the site's root, and the first digits of the SHA-256. */
  readonly files: Readonly<Record<string, string>>;
  /** The paths of the files that are kept when a reader fetches them. */
  readonly later: readonly string[];
}

/** Where the list stands, from the site's root. */
export const LIST = 'offline.json';

/** Where the worker stands, from the site's root: what it serves is all that lies beside and below it. */
export const WORKER = 'sw.js';

/** So many hexadecimal digits tell the states of one file apart; all 64 would make the list twice as long. */
const DIGITS = 16;

// What a page needs to be read and searched; what else there is was made to be taken away.
const KEPT = /\.(?:html|css|js|svg)$|^(?:pagefind|search)\//;
const NEVER = new Set([WORKER, LIST, '_headers', '_redirects']);

/** The list of a built folder, from the SHA-256 of all its files. */
export function keptList(hashes: ReadonlyMap<string, string>): KeptList {
  const paths = [...hashes.keys()].filter((path) => !NEVER.has(path));
  return {
    files: Object.fromEntries(
      paths
        .filter((path) => KEPT.test(path))
        .sort(byUse)
        .map((path) => [path, shortHash(hashes.get(path) ?? '')]),
    ),
    later: paths.filter((path) => !KEPT.test(path)),
  };
}

/** The part of a SHA-256 that the list holds. */
export function shortHash(sha256: string): string {
  return sha256.slice(0, DIGITS);
}

/** The file that an address asks for; undefined outside of the base path. */
export function fileAt(address: URL, base: string): string | undefined {
  if (!address.pathname.startsWith(base)) return undefined;
  return address.pathname.slice(base.length).replace(/(^|\/)$/, '$1index.html');
}

/** The address of a file below the base path, as links write it: that of `a/index.html` ends in `a/`. */
export function addressOfFile(path: string): string {
  return path.replace(/(^|\/)index\.html$/, '$1');
}

// Pages first: who loses the network soon can read, if not search; and a host that alters pages is found out by the first of them.
function byUse(a: string, b: string): number {
  const rank = (path: string) => (path.endsWith('.html') ? 0 : isHashed(path) && path.startsWith('pagefind/') ? 2 : 1);
  return rank(a) - rank(b) || (a < b ? -1 : 1);
}
