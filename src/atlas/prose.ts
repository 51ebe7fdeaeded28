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

/** Reads MDX. Where it does not parse, the faults are returned instead of a tree. */
export function parseProse(body: string): { readonly prose?: Prose; readonly faults: readonly SyntaxFault[] } {
  const faults: SyntaxFault[] = [];
  let text = body;
  while (faults.length < FAULTS_AT_MOST) {
    try {
      const tree = parser.parse(text);
      return faults.length > 0 ? { faults } : { prose: { tree, placed: componentsOf(tree) }, faults };
    } catch (error) {
      if (!(error instanceof VFileMessage)) throw error;
      const offset = offsetIn(text, error);
      const sign = Math.max(text.lastIndexOf('<', offset), text.lastIndexOf('{', offset));
      faults.push({
        line: lineAt(text, sign < 0 ? offset : sign),
        near: nearby(text, sign < 0 ? offset : sign),
        reason: error.reason,
      });
      if (sign < 0) break;
      text = `${text.slice(0, sign)} ${text.slice(sign + 1)}`;
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
      if (inner.type === 'paragraph' || inner.type === 'heading' || inner.type === 'tableCell') parts.push('\n');
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

function offsetIn(text: string, message: VFileMessage): number {
  const place = message.place;
  const point = place && ('start' in place ? place.start : place);
  if (point?.offset !== undefined) return Math.min(point.offset, text.length);
  const lines = text.split('\n').slice(0, (message.line ?? 1) - 1);
  return Math.min(lines.reduce((sum, line) => sum + line.length + 1, 0) + (message.column ?? 1) - 1, text.length);
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

function nearby(text: string, offset: number): string {
  return text.slice(offset, offset + 16).split('\n')[0] ?? '';
}
