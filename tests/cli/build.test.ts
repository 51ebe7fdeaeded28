import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { command, projectCopy } from './fixture.ts';

const BUILD = 'src/cli/build.ts';
const PAGE = '上一次的首页';

/** A copy of the project in which a site has been built before. */
function builtBefore(): string {
  const root = projectCopy();
  mkdirSync(join(root, 'dist'));
  writeFileSync(join(root, 'dist', 'index.html'), PAGE);
  return root;
}

function expectUntouched(root: string): void {
  expect(readdirSync(join(root, 'dist'))).toEqual(['index.html']);
  expect(readFileSync(join(root, 'dist', 'index.html'), 'utf8')).toBe(PAGE);
  expect(existsSync(join(root, '.build')) ? readdirSync(join(root, '.build')) : []).toEqual([]);
}

describe('a build that fails leaves the site of before and no draft', () => {
  test('when the content is broken, and lists all problems', () => {
    const root = builtBefore();
    const theme = join(root, 'content/themes/training.mdx');
    writeFileSync(theme, `${readFileSync(theme, 'utf8').replace(/^order:.*$/m, 'order: 1.5')}\n全县有12个乡镇。\n`);
    writeFileSync(join(root, 'content/terms.txt'), '');
    const { status, stdout, stderr } = command(root, [BUILD]);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr.match(/^content\/[^:]*/gm)).toEqual(['content/terms.txt', 'content/themes/training.mdx']);
    expect(stderr).not.toMatch(/^\s+at /m);
    expectUntouched(root);
  });

  test('when a page cannot be made', () => {
    const root = builtBefore();
    writeFileSync(join(root, 'src/pages/404.astro'), "---\nthrow new Error('this page is broken');\n---\n");
    const { status, stderr } = command(root, [BUILD]);
    expect(status).toBe(1);
    expect(stderr).toContain('The site could not be built: this page is broken');
    expectUntouched(root);
  });

  test.each([
    ['SITE', 'example.org'],
    ['BASE', '/../'],
  ])('when %s is %s', (name, value) => {
    const root = builtBefore();
    const { status, stderr } = command(root, [BUILD], { [name]: value });
    expect(status).toBe(1);
    expect(stderr).toMatch(new RegExp(`^${name} is “`));
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expectUntouched(root);
  });

  test('when the folder to build into holds something else', () => {
    const root = builtBefore();
    const { status, stderr } = command(root, [BUILD, '--out', 'content']);
    expect({ status, stderr }).toEqual({
      status: 1,
      stderr:
        'content is there already and holds no built site: name a new folder, for example --out dist, or remove it first.\n',
    });
    expect(readdirSync(join(root, 'content'))).toContain('counties');
    expectUntouched(root);
  });

  test('when an option is unknown', () => {
    const root = builtBefore();
    expect(command(root, [BUILD, '--fast'])).toMatchObject({
      status: 1,
      stderr: 'The build takes one option, the folder to build into, for example: npm run build -- --out dist\n',
    });
    expectUntouched(root);
  });
});
