import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { qualify } from '../model/id.ts';

const COUNTY_FILE = /[\\/]content[\\/]counties[\\/]([a-z0-9-]+)\.mdx$/;

/**
 * A remark plugin: in a county's file `<Figure id="pay" />` means that county's figure. A component cannot know in which file
 * it was written, so the id is made `county/id` here.
 */
export function qualifyReferences() {
  return (tree: Root, file: VFile): void => {
    const county = COUNTY_FILE.exec(file.path)?.[1];
    if (!county) return;
    visit(tree, ['mdxJsxFlowElement', 'mdxJsxTextElement'], (node) => {
      if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return;
      if (node.name === 'Term') return;
      for (const attribute of node.attributes) {
        if (attribute.type === 'mdxJsxAttribute' && attribute.name === 'id' && typeof attribute.value === 'string') {
          attribute.value = qualify(county, attribute.value);
        }
      }
    });
  };
}
