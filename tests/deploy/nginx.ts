import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { inject } from 'vitest';
import type { Served } from '../site/built-site.ts';
import type { Binary } from './nginx-binary.ts';

/** The file that a deployer takes. */
export const RECIPE = readFileSync('src/deploy/nginx.conf', 'utf8');

const found = inject('nginx');

/** Why nothing can be tested in nginx here, if nothing can. */
export const unable = 'fault' in found ? found.fault : undefined;

/**
 * Serves a built folder in nginx by a recipe, with those lines changed that the recipe says a deployer changes. Everything that nginx
 * writes stays below `.build`, and it runs as the user who runs the tests.
 */
export async function serveByNginx(folder: string, base = '/', recipe = RECIPE): Promise<Served> {
  if ('fault' in found) throw new Error(found.fault);
  mkdirSync('.build', { recursive: true });
  const home = mkdtempSync(join(process.cwd(), '.build', 'nginx-run-'));
  const port = await freePort();
  // Under /atlas/ the built folder stands as `atlas` in the folder that is the root.
  const root = base === '/' ? folder : join(home, 'www');
  if (base !== '/') {
    const place = join(root, base);
    mkdirSync(dirname(place), { recursive: true });
    symlinkSync(folder, place.replace(/\/$/, ''));
  }
  writeFileSync(join(home, 'site.conf'), fitted(recipe, port, root, base));
  writeFileSync(join(home, 'nginx.conf'), surroundings(home));
  const nginx = await started(found, home, port);
  return {
    origin: `http://127.0.0.1:${port}`,
    base,
    close: async () => {
      await nginx.end();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** The recipe with its marked lines changed; one that is not there as expected is told. */
function fitted(recipe: string, port: number, root: string, base: string): string {
  const change = (text: string, from: RegExp, to: string) => {
    if (text.match(new RegExp(from, 'gm'))?.length !== 1) throw new Error(`nginx.conf has not one line ${from}`);
    return text.replace(new RegExp(from, 'm'), to);
  };
  return [
    [/^ {4}listen 80;.*# CHANGE.*$/, `    listen 127.0.0.1:${port};`],
    [/^ {4}listen \[::\]:80;.*# CHANGE.*$/, ''],
    [/^ {4}server_name example\.org;.*# CHANGE.*$/, '    server_name localhost;'],
    [/^ {4}root \/var\/www\/county-atlas;.*# CHANGE.*$/, `    root ${root};`],
    [/^ {4}error_page 404 \/404\.html;.*# CHANGE.*$/, `    error_page 404 ${base}404.html;`],
    [/^ {4}error_page 403 =404 \/404\.html;.*# CHANGE.*$/, `    error_page 403 =404 ${base}404.html;`],
  ].reduce((text, [from, to]) => change(text, from as RegExp, to as string), recipe);
}

/** What a system's own nginx.conf says around the recipe, without the mime.types that the recipe claims not to need. */
function surroundings(home: string): string {
  const user = process.getuid?.() === 0 ? `user ${userInfo().username};` : '';
  const folders = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  return `${user}
daemon off;
worker_processes 1;
pid ${home}/nginx.pid;
lock_file ${home}/nginx.lock;
error_log ${home}/error.log;
events {}
http {
  access_log off;
  ${folders.map((name) => `${name}_temp_path ${home}/${name};`).join(' ')}
  include ${home}/site.conf;
}
`;
}

async function started(binary: Binary, home: string, port: number): Promise<{ end(): Promise<void> }> {
  const args = ['-p', home, '-c', join(home, 'nginx.conf'), '-e', join(home, 'error.log')];
  const child = spawn(binary.path, args, {
    env: { ...process.env, ...binary.env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (text) => {
    said += text;
  });
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()));
  for (const until = Date.now() + 10_000; Date.now() < until && child.exitCode === null; ) {
    if (await answers(port)) {
      return {
        end: () => {
          child.kill();
          return ended;
        },
      };
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  child.kill();
  await ended;
  throw new Error(`nginx did not start: ${said}${readFileSync(join(home, 'error.log'), 'utf8')}`);
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.on('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (typeof address !== 'object' || !address) throw new Error('no port is free');
  return address.port;
}
