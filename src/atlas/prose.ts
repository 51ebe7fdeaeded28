import type { Nodes, Root } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { SKIP, visit } from 'unist-util-visit';
import { VFileMessage } from 'vfile-message';

/** What the prose of a page draws on; the same list serves the build. */
export const REMARK_PLUGINS = [remarkGfm, remarkCjkFriendly];

/** A component in the prose of a page, where it stands, and the id that it names. */
export interface Placed {
  readonly component: string;
  readonly id: string | undefined;
  /** Line within the body, from 1. */
  readonly line: number;
  readonly node: MdxJsxFlowElement | MdxJsxTextElement;
}

/** A place in the body at which the parser gave up, with its reason in English. */
export interface SyntaxFault {
  readonly line: number;
  readonly near: string;
  readonly reason: string;
}

/** The prose of a page, read: its tree, and every component in it. */
export interface Prose {
  readonly tree: Root;
  readonly placed: readonly Placed[];
}

const parser = unified().use(remarkParse).use(remarkMdx).use(REMARK_PLUGINS);

// The parser stops at its first fault. So that a contributor sees all of them, the sign that it stumbled over is put out of
// the way and the rest is read again.
const FAULTS_AT_MOST = 30;

/** Reads MDX. Where it does not parse, the faults are returned beside the tree of what is left without them, for further checks. */
export function parseProse(body: string): { readonly prose?: Prose; readonly faults: readonly SyntaxFault[] } {
  const faults: SyntaxFault[] = [];
  let text = body;
  while (faults.length < FAULTS_AT_MOST) {
    try {
      const tree = parser.parse(text);
      return { prose: { tree, placed: componentsOf(tree) }, faults };
    } catch (error) {
      if (!(error instanceof VFileMessage)) throw error;
      const [start, end] = culprit(text, error);
      faults.push({ line: lineAt(text, start), near: nearby(body, start), reason: error.reason });
      if (end <= start) break;
      text = text.slice(0, start) + text.slice(start, end).replace(/[^\n]/g, ' ') + text.slice(end);
    }
  }
  return { faults };
}

function componentsOf(tree: Root): Placed[] {
  const placed: Placed[] = [];
  visit(tree, (node) => {
    if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return;
    placed.push({ component: node.name ?? '', id: attributeOf(node, 'id'), line: lineOf(node), node });
  });
  return placed;
}

/** The value of a plain text attribute; undefined where there is none, or where it is an expression. */
export function attributeOf(node: MdxJsxFlowElement | MdxJsxTextElement, name: string): string | undefined {
  for (const attribute of node.attributes) {
    if (attribute.type === 'mdxJsxAttribute' && attribute.name === name && typeof attribute.value === 'string') {
      return attribute.value;
    }
  }
  return undefined;
}

/** The line of a node within the body, from 1. */
export function lineOf(node: Nodes): number {
  return node.position?.start.line ?? 1;
}

/** What becomes of a component in plain text. */
export type ComponentText = (component: string, id: string | undefined) => string | undefined;

/**
 * The words of a piece of prose without marks, blocks apart by a line break. A component for which `textOf` has no words
 * gives those of its children.
 */
export function plainText(nodes: readonly Nodes[], textOf: ComponentText): string {
  const parts: string[] = [];
  for (const node of nodes) {
    visit(node, (inner) => {
      if (inner.type === 'text' || inner.type === 'inlineCode' || inner.type === 'code') parts.push(inner.value);
      if (
        inner.type === 'break' ||
        inner.type === 'paragraph' ||
        inner.type === 'heading' ||
        inner.type === 'tableCell'
      )
        parts.push('\n');
      if (inner.type === 'mdxJsxFlowElement' || inner.type === 'mdxJsxTextElement') {
        const words = textOf(inner.name ?? '', attributeOf(inner, 'id'));
        if (words === undefined) return undefined;
        parts.push(words);
        return SKIP;
      }
      return undefined;
    });
  }
  return parts
    .join('')
    .replace(/[ \t]*\n\s*/g, '\n')
    .replace(/(?<=\P{ASCII}) +(?=\P{ASCII})/gu, '')
    .trim();
}

// From where to where the text is put out of the way: the tag, brace or line at fault, which is often not where the parser
// stopped. A tag without an end is named by its place within the reason.
function culprit(text: string, { reason, place, line, column }: VFileMessage): readonly [start: number, end: number] {
  const point = place && ('start' in place ? place.start : place);
  const offset = Math.min(point?.offset ?? offsetAt(text, line ?? 1, column ?? 1), text.length);
  if (/import\/exports/.test(reason)) {
    const start = [...text.matchAll(/^(?:import|export)\b.*$/gm)].findLast(({ index }) => index <= offset)?.index;
    const first = start ?? text.lastIndexOf('\n', offset - 1) + 1;
    const blank = /\n[ \t]*\r?\n/.exec(text.slice(first))?.index;
    return [first, blank === undefined ? text.length : first + blank];
  }
  const open = /closing tag for `[^`]*` \((\d+):(\d+)-/.exec(reason);
  if (open) return tagAt(text, offsetAt(text, Number(open[1]), Number(open[2])));
  const unended = /end of file in expression/.test(reason) ? openBrace(text) : -1;
  if (unended >= 0) return [unended, unended + 1];
  const tag = text.lastIndexOf('<', offset);
  const brace = text.lastIndexOf('{', offset);
  if (brace > tag && !/^<[A-Za-z][^>]*$/.test(text.slice(Math.max(tag, 0), brace))) return [brace, brace + 1];
  return tag < 0 ? [offset, offset] : tagAt(text, tag);
}

// Only the sign of what is no tag (增速<5%), all of what is one.
function tagAt(text: string, start: number): readonly [start: number, end: number] {
  return [start, start + (/^<\/?[A-Za-z][^<>\n]*>?/.exec(text.slice(start))?.[0].length ?? 1)];
}

function openBrace(text: string): number {
  let closed = 0;
  for (let index = text.length - 1; index >= 0; index -= 1) {
    if (text[index] === '}') closed += 1;
    else if (text[index] === '{' && closed === 0) return index;
    else if (text[index] === '{') closed -= 1;
  }
  return -1;
}

function offsetAt(text: string, line: number, column: number): number {
  const before = text.split('\n').slice(0, line - 1);
  return before.reduce((sum, one) => sum + one.length + 1, 0) + column - 1;
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

function nearby(text: string, offset: number): string {
  const line = text.slice(offset).split('\n')[0] ?? '';
  const tag = /^<\/?[A-Za-z][^<>]{0,60}>/.exec(line)?.[0];
  return tag ?? [...line].slice(0, 16).join('');
}
