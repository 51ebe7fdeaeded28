import { HASHED_FOLDERS, isHashed } from './hashed.ts';
import { HEADERS, LASTING } from './headers.ts';

/**
 * The `_headers` that Netlify and Cloudflare Pages read at the root of what is published, for a site with these files under `base`.
 *
 * Both hosts give an answer the headers of every rule that fits, and Cloudflare joins what is said twice. So `Cache-Control` stands only
 * where a file lasts: for all else it is left to them, and they have each page asked for again. Netlify takes `*` at the end only.
 */
export function headersFile(base: string, files: readonly string[]): string {
  const single = files.filter((file) => isHashed(file) && !HASHED_FOLDERS.some((folder) => file.startsWith(folder)));
  const rules: [string, Readonly<Record<string, string>>][] = [
    ['*', HEADERS],
    ...[...HASHED_FOLDERS.map((folder) => `${folder}*`), ...single.sort()].map(
      (path): [string, Readonly<Record<string, string>>] => [path, { 'Cache-Control': LASTING }],
    ),
  ];
  return rules
    .map(([path, headers]) => [base + path, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)])
    .map((lines) => `${lines.join('\n')}\n`)
    .join('\n');
}

/**
 * The `_redirects` that the same hosts read. They find `404.html` and add a missing slash by themselves, and no page of the site has
 * moved; but where the site stands under a path of its own, the root of the address has to lead there.
 */
export function redirectsFile(base: string): string {
  return base === '/'
    ? '# A page that moves gets a line here: /former/ /new/ 301\n'
    : `# A page that moves gets a line here: ${base}former/ ${base}new/ 301\n/ ${base} 302\n`;
}
