import type { AstroIntegration } from 'astro';
import { editPages } from './edit-pages.ts';

/** Takes the indentation out of the built pages: white space is one blank to a browser however long, and half a kilobyte on a long page. */
export function trimIndent(): AstroIntegration {
  return editPages('trim-indent', withoutIndent);
}

/** The page with every line at the margin and without empty lines; what is preformatted keeps its blanks. */
export function withoutIndent(html: string): string {
  return html
    .split(/(<(?:pre|textarea)\b[\s\S]*?<\/(?:pre|textarea)>)/)
    .map((part, i) => (i % 2 === 1 ? part : part.replace(/\n\s+/g, '\n')))
    .join('');
}
