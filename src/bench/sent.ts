import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** A file and what it costs to send. */
export interface SentFile {
  /** Below the folder that was listed, with forward slashes. */
  readonly path: string;
  readonly bytes: number;
  /** Bytes of the body as a host sends it: with gzip -9 unless the file is compressed already. */
  readonly sent: number;
}

// What hosts compress; pictures and fonts come compressed.
const TEXT = /\.(html|css|m?js|json|svg|xml|txt|webmanifest)$/;

/** The bytes of a body as sent: texts with gzip -9, all else as it is. Pagefind's data are gzip files already. */
export function sentBytes(path: string, content: Uint8Array): number {
  return TEXT.test(path) ? gzipSync(content, { level: 9 }).length : content.length;
}

/** All files below a folder, or those of them that `keep` keeps by their paths, in the order of their paths. */
export function sentFiles(folder: string, keep: (path: string) => boolean = () => true): SentFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((full) => ({ full, path: full.slice(folder.length).replaceAll('\\', '/').replace(/^\/+/, '') }))
    .filter(({ path }) => keep(path))
    .map(({ full, path }) => {
      const content = readFileSync(full);
      return { path, bytes: content.length, sent: sentBytes(path, content) };
    })
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}
