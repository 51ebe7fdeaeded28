import type { Excerpt } from '../match.ts';

/** An element with attributes and text. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Readonly<Record<string, string>> = {},
  ...children: (string | Node)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/** A text as nodes, with its hits in `<mark>`. */
export function marked({ text, spans }: Excerpt): Node[] {
  const nodes: Node[] = [];
  let end = 0;
  for (const { from, to } of spans) {
    nodes.push(document.createTextNode(text.slice(end, from)), element('mark', {}, text.slice(from, to)));
    end = to;
  }
  nodes.push(document.createTextNode(text.slice(end)));
  return nodes;
}
