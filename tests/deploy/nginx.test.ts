import { readFileSync } from 'node:fs';
import { type IncomingHttpHeaders, request } from 'node:http';
import { extname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { isHashed } from '../../src/deploy/hashed.ts';
import { ASKED_AGAIN, HEADERS, LASTING } from '../../src/deploy/headers.ts';
import { addressOf, filesOf, type Served } from '../site/built-site.ts';
import { serveByNginx, unable } from './nginx.ts';

const sites = inject('sites');

// As in the table of types that IANA keeps; text says its encoding, since a reader's computer may assume another.
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.json': 'application/json',
  '.xml': 'application/xml',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.pagefind': 'application/octet-stream',
  '.pf_meta': 'application/octet-stream',
  '.pf_index': 'application/octet-stream',
  '.pf_fragment': 'application/octet-stream',
};
const NOT_SERVED = ['_headers', '_redirects'];

interface Answer {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

// Not fetch, which unpacks an answer, follows a redirect and takes the dots out of a path.
function get(url: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
  const { hostname, port } = new URL(url);
  const path = url.replace(/^http:\/\/[^/]+/, '');
  return new Promise((resolve, reject) => {
    request({ hostname, port, path, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part) => parts.push(part));
      response.on('end', () =>
        resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts) }),
      );
    })
      .on('error', reject)
      .end();
  });
}

/** The headers that every answer must have, as Node names them. */
const EXPECTED = Object.fromEntries(Object.entries(HEADERS).map(([name, value]) => [name.toLowerCase(), value]));

describe.skipIf(unable)('nginx', () => {
  describe.each([
    { site: 'root', base: '/' },
    { site: 'based', base: '/atlas/' },
  ] as const)('serving the site under $base', ({ site, base }) => {
    const folder = sites[site];
    const files = filesOf(folder).filter((file) => !NOT_SERVED.includes(file));
    let served: Served;
    let at: string;

    beforeAll(async () => {
      served = await serveByNginx(folder, base);
      at = served.origin + base;
    });
    afterAll(() => served?.close());

    it('gives every file its bytes, its type, its time in a cache and all headers', async () => {
      expect(files.length).toBeGreaterThan(500);
      for (const file of files) {
        const { status, headers, body } = await get(at + addressOf(file).slice(1));
        const read = readFileSync(join(folder, file));
        expect({ file, status, same: body.equals(read), headers }).toMatchObject({
          file,
          status: 200,
          same: true,
          headers: {
            ...EXPECTED,
            'content-type': TYPES[extname(file)] ?? `no type is known for ${file}`,
            'cache-control': isHashed(file) ? LASTING : ASKED_AGAIN,
          },
        });
      }
      // Both kinds were there.
      expect(files.filter(isHashed).length).toBeGreaterThan(100);
      expect(files.filter((file) => !isHashed(file)).length).toBeGreaterThan(100);
    });

    it('compresses what gains by it and nothing that is compressed already', async () => {
      const one = (ending: string) => {
        const file = files.find((name) => name.endsWith(ending) && readFileSync(join(folder, name)).length > 1000);
        if (file === undefined) throw new Error(`no file ends with ${ending}`);
        return file;
      };
      for (const file of ['.html', '.css', '.js', '.json', '.csv', '.txt'].map(one)) {
        const { headers, body } = await get(at + addressOf(file).slice(1), { 'accept-encoding': 'gzip' });
        const read = readFileSync(join(folder, file));
        expect(headers, file).toMatchObject({ ...EXPECTED, 'content-encoding': 'gzip', vary: 'Accept-Encoding' });
        expect(gunzipSync(body).equals(read), file).toBe(true);
        expect(body.length, file).toBeLessThan(read.length * 0.8);
      }
      for (const file of ['.pagefind', '.pf_index', '.pf_meta'].map(one)) {
        const { headers } = await get(at + file, { 'accept-encoding': 'gzip' });
        expect(headers['content-encoding'], file).toBeUndefined();
      }
    });

    it('answers what has not changed with 304, and the headers again', async () => {
      const { headers } = await get(at);
      const again = await get(at, { 'if-none-match': headers.etag ?? '' });
      expect(again).toMatchObject({ status: 304, headers: { ...EXPECTED, 'cache-control': ASKED_AGAIN } });
      expect(again.body.length).toBe(0);
    });

    it.each([
      'nowhere/',
      'counties/nowhere/',
      'data/none.json',
      '_astro/none.js',
      'pagefind/index/none.pf_index',
      '_astro/',
      'pagefind/',
      '_headers',
      '_redirects',
    ])('answers %s with the page for what is not there, which is not kept', async (path) => {
      const { status, headers, body } = await get(at + path);
      expect(status).toBe(404);
      expect(headers).toMatchObject({ ...EXPECTED, 'content-type': TYPES['.html'], 'cache-control': ASKED_AGAIN });
      expect(body.equals(readFileSync(join(folder, '404.html')))).toBe(true);
    });

    it.each(['../', '../../', '../../../', '%2e%2e/%2e%2e/', '..%2f..%2f', 'about/../../../'])(
      'lets nobody out of its folder by %s',
      async (way) => {
        const { status, body } = await get(`${at}${way}package.json`);
        expect([400, 404]).toContain(status);
        expect(body.toString()).not.toContain('devDependencies');
      },
    );

    it.each(['about', 'counties/yongde'])('leads %s to its folder on the host that was asked', async (path) => {
      for (const query of ['', '?q=1']) {
        const { status, headers } = await get(at + path + query);
        expect({ status, location: headers.location }).toEqual({ status: 301, location: `${base}${path}/${query}` });
        expect(headers).toMatchObject({ ...EXPECTED, 'cache-control': ASKED_AGAIN });
      }
    });

    it('takes a query of ten thousand Chinese characters', async () => {
      const query = encodeURIComponent('永'.repeat(10_000));
      expect((await get(`${at}search/?q=${query}`)).status).toBe(200);
    });

    it('does not say which version it is', async () => {
      expect((await get(at)).headers.server).toBe('nginx');
    });
  });

  it('leads the base without its slash to the one with it', async () => {
    const served = await serveByNginx(sites.based, '/atlas/');
    const { status, headers } = await get(`${served.origin}/atlas`);
    await served.close();
    expect({ status, location: headers.location }).toEqual({ status: 301, location: '/atlas/' });
  });
});
