import { mkdirSync, writeFileSync } from 'node:fs';
import { request, type Server } from 'node:http';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { listen, staticServer } from '../../src/cli/static-server.ts';
import { HEADERS } from '../../src/deploy/headers.ts';
import { emptyFolder } from './fixture.ts';

function builtSite(): string {
  const folder = join(emptyFolder(), 'site');
  mkdirSync(join(folder, 'about'), { recursive: true });
  writeFileSync(join(folder, 'index.html'), '首页');
  writeFileSync(join(folder, 'about', 'index.html'), '关于');
  writeFileSync(join(folder, '404.html'), '没有这一页');
  writeFileSync(join(folder, 'style.css'), 'p{}');
  writeFileSync(join(folder, '..', 'secret.txt'), '秘密');
  return folder;
}

async function started(folder: string, base: string): Promise<number> {
  const server = staticServer(folder, base);
  onTestFinished(() => closed(server));
  const port = await listen(server, 0);
  if (typeof port !== 'number') throw new Error(port.fault);
  return port;
}

const closed = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.closeAllConnections();
    server.close(() => resolve());
  });

interface Answer {
  readonly status: number | undefined;
  readonly type: string | undefined;
  readonly location: string | undefined;
  readonly body: string;
}

// The path goes out as it is: fetch would take the dots out of it.
function get(port: number, path: string, method = 'GET'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path, method, agent: false }, (response) => {
      let body = '';
      response.on('data', (chunk) => {
        body += chunk;
      });
      response.on('end', () => {
        const { location, 'content-type': type } = response.headers;
        resolve({ status: response.statusCode, type, location, body });
      });
    })
      .on('error', reject)
      .end();
  });
}

describe.each(['/', '/atlas/', '/a/b/'])('a site under %s', (base) => {
  test.each([
    ['', '首页'],
    ['about/', '关于'],
    ['style.css', 'p{}'],
    ['?q=1', '首页'],
    ['about/?q=1', '关于'],
  ])('answers %s with its file', async (path, body) => {
    expect(await get(await started(builtSite(), base), base + path)).toMatchObject({ status: 200, body });
  });

  test('answers what is not there with its page for that, and status 404', async () => {
    expect(await get(await started(builtSite(), base), `${base}nothing/`)).toMatchObject({
      status: 404,
      type: 'text/html; charset=utf-8',
      body: '没有这一页',
    });
  });

  test.each([
    '../secret.txt',
    '..%2fsecret.txt',
    '%2e%2e/secret.txt',
    'about/../../secret.txt',
    '..\\secret.txt',
    '/../secret.txt',
    '%00',
    '%E0%A4%A',
  ])('lets nobody out of its folder by %s', async (path) => {
    const answer = await get(await started(builtSite(), base), base + path);
    expect(answer.status).toBe(404);
    expect(answer.body).not.toContain('秘密');
  });
});

describe('a base path', () => {
  test('without its last slash leads to the one with it, and keeps the query', async () => {
    const port = await started(builtSite(), '/atlas/');
    expect(await get(port, '/atlas')).toMatchObject({ status: 301, location: '/atlas/' });
    expect(await get(port, '/atlas?q=1')).toMatchObject({ status: 301, location: '/atlas/?q=1' });
  });

  test.each(['/', '/about/', '/atlasx/', '/style.css'])('leaves %s outside of it', async (path) => {
    expect((await get(await started(builtSite(), '/atlas/'), path)).status).toBe(404);
  });
});

test.each(['/', '/style.css', '/nothing', '/about'])(
  '%s is answered with the headers that a host sends',
  async (path) => {
    const port = await started(builtSite(), '/');
    const { headers } = await fetch(`http://127.0.0.1:${port}${path}`, { redirect: 'manual' });
    expect(Object.entries(HEADERS).map(([name]) => [name, headers.get(name)])).toEqual(Object.entries(HEADERS));
  },
);

test('HEAD is answered without a body', async () => {
  const port = await started(builtSite(), '/');
  expect(await get(port, '/nothing', 'HEAD')).toMatchObject({ status: 404, body: '' });
});

describe('listen', () => {
  test('gives the port that was free where 0 is asked for', async () => {
    expect(await started(builtSite(), '/')).toBeGreaterThan(0);
  });

  test('says of a port in use what to do', async () => {
    const port = await started(builtSite(), '/');
    const other = staticServer(builtSite(), '/');
    expect(await listen(other, port)).toEqual({
      fault: `Port ${port} is in use: stop what uses it, or choose another, for example PORT=${port + 1} npm start.`,
    });
  });
});
