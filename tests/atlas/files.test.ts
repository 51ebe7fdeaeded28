import { expect, test } from 'vitest';
import { FOLDERS } from '../../src/atlas/files.ts';
import { BROKEN, FILES, placesOf, reportOf } from './fixture.ts';

test('a stray file is reported with what may stand there', () => {
  expect(reportOf(BROKEN['file-unexpected'])).toMatchInlineSnapshot(`
    "content/counties/notes.txt:1  file-unexpected
      读到：一个不认识的文件或文件夹
      应为：以 .mdx 结尾的文件
      例如：content/counties/some-id.mdx
      怎么改：移走、改名，或删去；这里的文件都会成为网页和公开数据

    共 1 个问题，改好以后再运行 npm run check。
    "
  `);
});

test('a file name that is no id is reported', () => {
  expect(reportOf(BROKEN['file-name'])).toMatchInlineSnapshot(`
    "content/terms/Two_Words.yaml:1  file-name
      读到：文件名 Two_Words.yaml
      应为：小写英文单词和数字，用连字符相连；文件名就是 id，也是网址的一部分
      例如：hengdong.mdx
      怎么改：改文件名

    共 1 个问题，改好以后再运行 npm run check。
    "
  `);
});

test.each([
  ['a file beside the folders', 'content/readme.md'],
  ['a folder that is none of ours', 'content/images/seal.svg'],
  ['a folder within a folder', 'content/counties/hunan/deng.mdx'],
  ['Markdown that is not MDX', 'content/counties/deng.md'],
  ['YAML with the other ending', 'content/terms/deng.yml'],
  ['an ending in capitals', 'content/counties/deng.MDX'],
  ['a copy that an editor left', 'content/counties/mou.mdx~'],
])('%s is reported', (_, file) => {
  const [, folder = '', name = ''] = file.split('/');
  const shown = folder === 'images' || !name ? folder : `${folder}/${name}`;
  expect(placesOf({ [file]: '' })).toEqual([`file-unexpected ${shown}:1`]);
});

test.each(['Two', 'two_words', '2words', 'two--words', 'two.words', '两委', 'two words'])(
  '%s is no name for a file',
  (name) => {
    const term = FILES['content/terms/two-committees.yaml'] ?? '';
    expect(placesOf({ [`content/terms/${name}.yaml`]: term })).toEqual([`file-name terms/${name}.yaml:1`]);
  },
);

test('every folder of the fixture is a folder of the content', () => {
  const folders = new Set(Object.keys(FILES).map((file) => file.split('/')[1]));
  expect([...folders].sort()).toEqual(Object.keys(FOLDERS).sort());
});
