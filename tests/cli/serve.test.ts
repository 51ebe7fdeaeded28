import { spawn } from 'node:child_process';
import { appendFileSync, existsSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { commandBeside, projectCopy } from './fixture.ts';

const SERVE = 'src/cli/serve.ts';

async function takenPort(): Promise<number> {
  const server = createServer();
  onTestFinished(() => {
    server.close();
  });
  return listening(server);
}

function listening(server: Server): Promise<number> {
  return new Promise((resolve) => {
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

/** Starts `serve.ts` in `root`; `until` resolves when it has printed a text, with all that it has printed. */
function serving(root: string, port: number) {
  const child = spawn(process.execPath, [SERVE], {
    cwd: root,
    env: { ...process.env, BASE: '', SITE: '', PORT: String(port), NODE_ENV: 'production' },
  });
  onTestFinished(() => {
    child.kill();
  });
  let said = '';
  const waiting = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (text) => {
      said += text;
      for (const look of waiting) look();
    });
  }
  const until = (text: string) =>
    new Promise<string>((resolve, reject) => {
      const look = () => {
        if (said.includes(text)) resolve(said);
      };
      waiting.add(look);
      child.on('exit', () => reject(new Error(`ended early: ${said}`)));
      look();
    });
  const ended = new Promise<void>((resolve) => child.on('exit', () => resolve()));
  return {
    until,
    stop: () => {
      child.kill();
      return ended;
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  const port = await listening(server);
  await new Promise((resolve) => server.close(resolve));
  return port;
}

test('the first start builds and says to come back meanwhile, the second uses what is there, a change builds anew', async () => {
  const root = projectCopy();
  const port = await freePort();
  const status = async () => (await fetch(`http://127.0.0.1:${port}/`)).status;

  const first = serving(root, port);
  await first.until('Building the site');
  expect(await status()).toBe(503);
  expect(await first.until('The site is at')).toContain(`http://localhost:${port}/`);
  expect(await status()).toBe(200);
  await first.stop();

  const second = serving(root, port);
  expect(await second.until('The site is at')).toMatch(/^Nothing has changed since the last build: using it again\.\n/);
  expect(await status()).toBe(200);
  await second.stop();

  appendFileSync(join(root, 'content/terms/first-secretary.yaml'), '# a comment\n');
  const third = serving(root, port);
  expect(await third.until('The site is at')).toMatch(/^Building the site/);
  await third.stop();
});
