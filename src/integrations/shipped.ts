import { FILES } from '../search/files.ts';
import { HINT_FILES } from '../search/hint-files.ts';

/** Code that a package brings compiled, without its source or its licence's text. */
export interface Compiled {
  readonly name: string;
  /** An SPDX expression. */
  readonly licence: string;
  /** Where its source is, which some licences ask to be told. */
  readonly source: string;
}

/** A package that reaches readers otherwise than by the bundler: its own files, or tables made out of its data. */
export interface ShippedByFile {
  readonly name: string;
  readonly what: 'program' | 'data';
  /** Whether a file of the built site, by its path, comes of it. */
  readonly made: (path: string) => boolean;
  readonly holds?: readonly Compiled[];
}

const crate = (name: string, licence: string): Compiled => ({
  name,
  licence,
  source: `https://docs.rs/crate/${name}/latest/source/`,
});

export const SHIPPED_BY_FILE: readonly ShippedByFile[] = [
  {
    name: 'pagefind',
    what: 'program',
    made: (path) => path.startsWith(FILES.index),
    // By the manifest of its WebAssembly, pagefind_web/Cargo.toml in the repository; the package itself names none of them.
    holds: [
      { name: 'pagefind_web', licence: 'MIT', source: 'https://github.com/Pagefind/pagefind/tree/main/pagefind_web' },
      crate('bit-set', 'Apache-2.0 OR MIT'),
      crate('bit-vec', 'Apache-2.0 OR MIT'),
      crate('minicbor', 'BlueOak-1.0.0'),
      crate('pagefind_microjson', 'GPL-3.0-only'),
      crate('pagefind_stem', 'MIT AND BSD-3-Clause'),
      crate('wasm-bindgen', 'MIT OR Apache-2.0'),
      crate('write-json', 'MIT OR Apache-2.0'),
      { name: 'std', licence: 'MIT OR Apache-2.0', source: 'https://github.com/rust-lang/rust' },
    ],
  },
  { name: 'opencc-js', what: 'data', made: (path) => path === HINT_FILES.traditional },
  { name: 'pinyin-pro', what: 'data', made: (path) => path === HINT_FILES.pinyin },
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
