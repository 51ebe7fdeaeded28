import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { offlineWords } from '../../src/i18n/offline-words.ts';
import { LIST, WORKER } from '../../src/offline/list.ts';
import { command, projectCopy } from './fixture.ts';

/** Builds a few pages of the project. */
function built(env: Readonly<Record<string, string>>): {
  file: (path: string) => string;
  has: (path: string) => boolean;
  scripts: string;
} {
  const root = projectCopy();
  const pages = join(root, 'src', 'pages');
  for (const name of readdirSync(pages))
    if (!/^(?:404\.astro|index\.astro|about)$/.test(name)) rmSync(join(pages, name), { recursive: true });
  expect(command(root, ['src/cli/build.ts'], env)).toMatchObject({ status: 0, stderr: '' });
  const file = (path: string) => readFileSync(join(root, 'dist', path), 'utf8');
  const scripts = readdirSync(join(root, 'dist', '_astro')).filter((name) => name.endsWith('.js'));
  return {
    file,
    has: (path) => existsSync(join(root, 'dist', path)),
    scripts: scripts.map((name) => file(`_astro/${name}`)).join(''),
  };
}

const { title, lead } = offlineWords.missing;

test('a build keeps itself in the browser, and says so', () => {
  const { file, scripts } = built({});
  expect(file(WORKER)).toContain('respondWith');
  expect(JSON.parse(file(LIST)).files).toHaveProperty(['about/index.html']);
  expect(scripts).toContain('serviceWorker');
  expect(file('about/index.html')).toContain('id="offline"');
  // And of where it does not, without a word in the console.
  const [, about = ''] = file('about/index.html').split('id="offline"');
  for (const needed of ['以https打开', '浏览器允许本站存东西', '节省流量']) expect(about).toContain(needed);
  for (const words of [title, lead]) expect(file('404.html')).toContain(` hidden>${words}<`);
  expect(file('hashes.txt')).toMatch(/^[0-9a-f]{64} {2}sw\.js$/m);
});

test('a build with OFFLINE=no does not, says nothing of it, and has a worker that takes away what was kept before', () => {
  const { file, has, scripts } = built({ OFFLINE: 'no' });
  expect(file(WORKER)).toContain('unregister');
  expect(file(WORKER)).not.toContain('respondWith');
  expect(has(LIST)).toBe(false);
  expect(scripts).not.toContain('serviceWorker');
  expect(file('about/index.html')).not.toContain('id="offline"');
  expect(file('404.html')).toContain('这个地址上没有网页');
  expect(file('404.html')).not.toContain(title);
  expect(file('404.html')).not.toContain(lead);
});
