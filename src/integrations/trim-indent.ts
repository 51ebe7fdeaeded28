import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/** Takes the indentation out of the built pages: white space is one blank to a browser however long, and half a kilobyte on a long page. */
export function trimIndent(): AstroIntegration {
  return {
    name: 'trim-indent',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const root = fileURLToPath(dir);
        const files = (await readdir(root, { recursive: true })).filter((file) => file.endsWith('.html'));
        await Promise.all(
          files.map(async (file) => {
            const path = join(root, file);
            await writeFile(path, withoutIndent(await readFile(path, 'utf8')));
          }),
        );
      },
    },
  };
}

/** The page with every line at the margin and without empty lines; what is preformatted keeps its blanks. */
export function withoutIndent(html: string): string {
  return html
    .split(/(<(?:pre|textarea)\b[\s\S]*?<\/(?:pre|textarea)>)/)
    .map((part, i) => (i % 2 === 1 ? part : part.replace(/\n\s+/g, '\n')))
    .join('');
}
