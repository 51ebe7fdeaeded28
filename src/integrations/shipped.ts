import { FILES } from '../search/files.ts';

/** A package that reaches readers otherwise than by the bundler: its own files, or tables made out of its data. */
export interface ShippedByFile {
  readonly name: string;
  readonly what: 'program' | 'data';
  /** Whether a file of the built site, by its path, comes of it. */
  readonly made: (path: string) => boolean;
}

export const SHIPPED_BY_FILE: readonly ShippedByFile[] = [
  { name: 'pagefind', what: 'program', made: (path) => path.startsWith(FILES.index) },
  { name: 'opencc-js', what: 'data', made: (path) => path === FILES.traditional },
  { name: 'pinyin-pro', what: 'data', made: (path) => path === FILES.pinyin },
];

const IN_PACKAGE = /^(.*[\\/]node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+))[\\/]/;
// What the bundler adds of its own: the loader of later scripts, and what joins modules.
const OF_BUNDLER: readonly (readonly [RegExp, string])[] = [
  [/^\0vite[/:]/, 'vite'],
  [/^\0rolldown[/:]/, 'rolldown'],
];

/** The package that a module of a bundle belongs to: its name, and its folder where the module has one; undefined for the site's own. */
export function packageOf(module: string): { readonly name: string; readonly folder?: string } | undefined {
  const [, folder, name] = IN_PACKAGE.exec(module) ?? [];
  if (folder && name) return { name: name.replaceAll('\\', '/'), folder: folder.replace(/^\0/, '') };
  const own = OF_BUNDLER.find(([pattern]) => pattern.test(module));
  return own && { name: own[1] };
}
