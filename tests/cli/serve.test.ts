import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { commandBeside, projectCopy } from './fixture.ts';

const SERVE = 'src/cli/serve.ts';

function takenPort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer();
    onTestFinished(() => {
      server.close();
    });
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : 0);
    });
  });
}

test.each([
  ['PORT', 'abc', 'PORT is “abc”, which is no port: give a number from 0 to 65535, for example PORT=8080.\n'],
  ['BASE', '/a b/', 'BASE is “/a b/”, which is no path: give a path of plain letters, for example BASE=/atlas/.\n'],
  ['SITE', 'x', 'SITE is “x”, which is no origin: give scheme and host only, for example SITE=https://example.org.\n'],
])('%s=%s is told in one sentence, before anything is built', async (name, value, stderr) => {
  const root = projectCopy();
  expect(await commandBeside(root, [SERVE], { [name]: value })).toEqual({ status: 1, stdout: '', stderr });
  expect(existsSync(join(root, '.build'))).toBe(false);
});

test('a port in use is told in one sentence, before anything is built', async () => {
  const root = projectCopy();
  const port = await takenPort();
  expect(await commandBeside(root, [SERVE], { PORT: String(port) })).toEqual({
    status: 1,
    stdout: '',
    stderr: `Port ${port} is in use: stop what uses it, or choose another, for example PORT=${port + 1} npm start.\n`,
  });
  expect(existsSync(join(root, '.build'))).toBe(false);
});
