/** The folders of a built site, below its base, in which every name carries a hash. */
export const HASHED_FOLDERS = ['_astro/', 'pagefind/fragment/', 'pagefind/index/'] as const;

/** Whether the name of a file of a built site, given by its path in it, carries a hash of what it holds: one name then never stands for two contents. */
export function isHashed(path: string): boolean {
  // Pagefind keeps its list of chunks beside files whose names stay.
  return HASHED_FOLDERS.some((folder) => path.startsWith(folder)) || /^pagefind\/pagefind\.\w+\.pf_meta$/.test(path);
}
