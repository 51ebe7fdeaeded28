import { join } from 'node:path';
import { expect, test } from 'vitest';
import { contentTree, replace } from '../atlas/fixture.ts';
import { command, PROJECT } from './fixture.ts';

const CHECK = join(PROJECT, 'src/cli/check.ts');

test('valid content is counted, with status 0', () => {
  expect(command(contentTree(), [CHECK])).toMatchObject({
    status: 0,
    stdout: '内容没有问题：2 个县，3 条举措，5 条数据，2 个专题。\n',
    stderr: '',
  });
});

test('broken content ends with status 1 and all its problems, without a stack trace', () => {
  const root = contentTree({
    'content/counties/mou.mdx': replace('value: 36000', 'value: 3.6'),
    'content/counties/lin.mdx': replace('再写本县。', '再写<br>本县。'),
    'content/terms/two-committees.yaml': replace('everyday:', '  everyday:'),
    'content/themes/picture.mdx': Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0),
  });
  const { status, stdout, stderr } = command(root, [CHECK]);
  expect(status).toBe(1);
  expect(stdout).toBe('');
  expect(stderr.match(/^content\/\S+:\d+ {2}\S+$/gm)).toMatchInlineSnapshot(`
    [
      "content/counties/lin.mdx:41  mdx-syntax",
      "content/counties/mou.mdx:11  figure-disagrees",
      "content/terms/two-committees.yaml:2  yaml-syntax",
      "content/terms/two-committees.yaml:2  yaml-syntax",
      "content/themes/picture.mdx:1  file-not-text",
    ]
  `);
  expect(stderr).not.toMatch(/^\s+at |Error:|node:internal|\/src\//m);
  expect(stderr).toMatch(/共 \d+ 个问题，改好以后再运行 npm run check。\n$/);
});
