import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Changes, contentTree, FILES as OTHERS, replace } from '../atlas/fixture.ts';
import { FILES, TEXT } from '../verify/report.ts';
import { command, PROJECT } from './fixture.ts';

const VERIFY = join(PROJECT, 'src/cli/verify.ts');
const COUNTY = 'content/counties/qinghe.mdx';
const SOURCE = 'content/sources/qinghe-2018.yaml';

/** The made-up report alone, its text in the folder `texts`. */
function reportTree(changes: Readonly<Record<string, (text: string) => string>> = {}): string {
  const none: Changes = Object.fromEntries(Object.keys(OTHERS).map((file) => [file, null]));
  const changed = Object.entries(changes).map(([file, change]) => [file, change(FILES[file] ?? '')]);
  return contentTree({
    ...none,
    ...FILES,
    ...Object.fromEntries(changed),
    'texts/report.txt': TEXT,
    'texts/list.md': '#',
  });
}

describe('without a folder the call is explained, with status 1', () => {
  test.each([
    [[], '没有说原文在哪个文件夹：给出放着各份原文（.txt）的文件夹，例如 npm run verify -- ../sources\n'],
    [['missing'], 'missing 不是文件夹：给出放着各份原文（.txt）的文件夹，例如 npm run verify -- ../sources\n'],
    [[SOURCE], `${SOURCE} 不是文件夹：给出放着各份原文（.txt）的文件夹，例如 npm run verify -- ../sources\n`],
  ])('%j', (args, stderr) => {
    expect(command(reportTree(), [VERIFY, ...args])).toEqual(
      expect.objectContaining({ status: 1, stdout: '', stderr }),
    );
  });
});

test('content that holds ends with the counts 0 and 0, and status 0', () => {
  expect(command(reportTree(), [VERIFY, 'texts'])).toMatchObject({
    status: 0,
    stdout: 'qinghe-2018：数字 79，未入账 0；段落 30，未入账 0\n未入账的数字：0；未入账的段落：0\n',
    stderr: '',
  });
});

test('what is unaccounted for is told and counted at the end, with status 1', () => {
  const root = reportTree({
    [COUNTY]: (text) => text.replace(/.*printed: '27人'.*\n/, ''),
    [SOURCE]: replace('at: [8, 14, 24, 30]', 'at: [8, 14]'),
  });
  const { status, stdout, stderr } = command(root, [VERIFY, 'texts']);
  expect(status).toBe(1);
  expect(stdout).toBe('qinghe-2018：数字 79，未入账 1；段落 30，未入账 2\n未入账的数字：1；未入账的段落：2\n');
  expect(stderr.match(/^content\/\S+:\d+ {2}\S+$/gm)).toEqual([
    `${SOURCE}:35  paragraph-unaccounted`,
    `${SOURCE}:36  number-unaccounted`,
    `${SOURCE}:41  paragraph-unaccounted`,
  ]);
  expect(stderr).not.toMatch(/^\s+at |Error:|node:internal|\/src\//m);
});

test('a folder without the text fails, although nothing is counted', () => {
  const { status, stdout, stderr } = command(reportTree(), [VERIFY, 'content']);
  expect(status).toBe(1);
  expect(stdout).toBe('未入账的数字：0；未入账的段落：0\n');
  expect(stderr).toContain('source-checksum');
});

test('content that the check refuses is not verified: its mistakes come first', () => {
  const root = reportTree({ [COUNTY]: replace('value: 1024', 'value: 1025') });
  const { status, stdout, stderr } = command(root, [VERIFY, 'texts']);
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  expect(stderr).toContain('figure-disagrees');
});
