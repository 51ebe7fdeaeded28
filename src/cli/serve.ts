import { createServer, type RequestListener } from 'node:http';
import { join } from 'node:path';
import { buildSite } from './build-site.ts';
import { isFresh } from './build-stamp.ts';
import { readPort, readSettings } from './settings.ts';
import { listen, OPTIONS, staticHandler } from './static-server.ts';

const root = process.cwd();
const out = join(root, 'dist');

await serve();

async function serve(): Promise<void> {
  const settings = readSettings(process.env);
  const port = readPort(process.env);
  if ('fault' in settings) return end(settings.fault);
  if (typeof port !== 'number') return end(port.fault);

  // The port is taken before the build, so that a reader does not wait for a site that cannot be shown.
  let handler: RequestListener | undefined;
  const server = createServer(OPTIONS, (request, response) => {
    if (handler) handler(request, response);
    else response.writeHead(503, { 'retry-after': '5', 'content-type': 'text/plain' }).end('The site is being built …');
  });
  const taken = await listen(server, port);
  if (typeof taken !== 'number') return end(taken.fault);

  if (isFresh(root, settings)) {
    process.stdout.write('Nothing has changed since the last build: using it again.\n');
  } else {
    process.stdout.write('Building the site …\n');
    const { fault } = await buildSite(root, 'dist');
    if (fault !== undefined) {
      server.close();
      return end(fault);
    }
  }
  handler = staticHandler(out, settings.base);
  process.stdout.write(`The site is at http://localhost:${taken}${settings.base} (Ctrl+C ends it)\n`);
}

function end(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
  process.exitCode = 1;
}
