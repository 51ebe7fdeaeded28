import { existsSync, readFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import { join } from 'node:path';
import compression from '@polka/compression';
import sirv from 'sirv';
import { HEADERS } from '../deploy/headers.ts';

/** Serves a built folder under its base path as a static host would: `index.html` for folders, `404.html` for what is not there. */
export function staticServer(folder: string, base: string): Server {
  return createServer(OPTIONS, staticHandler(folder, base));
}

/** A query of ten thousand Chinese characters makes an address of 90 kB; Node alone takes 16. */
export const OPTIONS = { maxHeaderSize: 256 * 1024 };

/** Answers requests from a folder, with gzip and the headers of a host. It is read at each request, so that a build in between does not leave a list of what was. */
export function staticHandler(folder: string, base: string): RequestListener {
  const files = sirv(folder, { dev: true, etag: true });
  const compress = compression({ level: 9 });
  const missing = join(folder, '404.html');
  return (request, response) => {
    for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
    const notFound = () => {
      response.statusCode = 404;
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end(existsSync(missing) ? readFileSync(missing) : 'Not found');
    };
    const [path = '/', query] = (request.url ?? '/').split('?', 2);
    if (path === base.slice(0, -1)) {
      response.writeHead(301, { location: query ? `${base}?${query}` : base }).end();
    } else if (path.startsWith(base)) {
      request.url = `/${(request.url ?? '/').slice(base.length)}`;
      compress(request, response, () => files(request, response, notFound));
    } else notFound();
  };
}

/** Starts a server; resolves to its port, or to a sentence that says why it does not start. */
export function listen(server: Server, port: number): Promise<number | { readonly fault: string }> {
  return new Promise((resolve) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const reason =
        error.code === 'EADDRINUSE'
          ? `Port ${port} is in use: stop what uses it, or choose another, for example PORT=${port < 65535 ? port + 1 : 8080} npm start.`
          : `Port ${port} cannot be used (${error.code ?? error.message}): choose another, for example PORT=8080 npm start.`;
      resolve({ fault: reason });
    });
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}
