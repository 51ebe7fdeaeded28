import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { refuseCode } from '../../src/integrations/refuse-code.ts';

function compile(path: string, body: string): void {
  const processor = unified().use(remarkParse).use(remarkMdx).use(refuseCode);
  processor.runSync(processor.parse(body), new VFile({ path, value: body }));
}

test.each([
  "import fs from 'node:fs'",
  'export const z = 1',
  '{1 + 1}',
  '<b>粗</b>',
  '<script>x</script>',
  '![图](/x.png)',
])('in a county’s file %s does not come as far as being compiled', (body) => {
  expect(() => compile('/site/content/counties/mou.mdx', body)).toThrow('content/counties/mou.mdx:1');
});

test('what prose may hold is left alone, and so are other files', () => {
  compile('/site/content/counties/mou.mdx', '## 激励\n\n报酬为<Figure id="pay" />。');
  compile('/site/src/pages/other.mdx', '{1 + 1}');
});
