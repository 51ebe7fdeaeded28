import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { command, PROJECT } from './fixture.ts';

/** Makes a process believe that it is another Node; what runs after it is the real script. */
function asNode(version: string): string[] {
  const versions = `{ value: { ...process.versions, node: '${version}' } }`;
  return ['--import', `data:text/javascript,Object.defineProperty(process, 'versions', ${versions})`];
}

describe('a Node that is too old', () => {
  test.each([
    ['start.mjs', '18.20.4'],
    ['test.mjs', '16.0.0'],
    ['run.mjs', '19.9.0'],
  ])('is told by %s in one sentence', (script, version) => {
    const args = script === 'run.mjs' ? ['check.ts'] : [];
    expect(command(PROJECT, [...asNode(version), `src/cli/${script}`, ...args])).toMatchObject({
      status: 1,
      stdout: '',
      stderr: `Node ${version} is too old: install Node 20 or newer from https://nodejs.org and run the command again.\n`,
    });
  });
});

describe('a Node that is new enough', () => {
  // Only where the packages are those of the lock file: this test must not install any.
  const stamp = join(PROJECT, 'node_modules/.county-atlas-lock');

  test.runIf(existsSync(stamp))('of version 20 starts, and what follows runs under the one that was installed', () => {
    const { status, stdout } = command(PROJECT, [...asNode('20.0.0'), 'src/cli/run.mjs', 'check.ts']);
    expect({ status, stdout }).toEqual({ status: 0, stdout: expect.stringContaining('内容没有问题') });
  });
});

test('run.mjs without a command says what to write', () => {
  expect(command(PROJECT, ['src/cli/run.mjs'])).toMatchObject({
    status: 1,
    stderr: 'Say which command to run, for example: node src/cli/run.mjs build.ts\n',
  });
});

test('what runs before the install imports nothing that would have to be installed', () => {
  for (const script of ['setup.mjs', 'start.mjs', 'run.mjs', 'test.mjs']) {
    const code = readFileSync(join(PROJECT, 'src/cli', script), 'utf8');
    const imported = [...code.matchAll(/from '([^']+)'/g)].map((match) => match[1]);
    expect(imported.filter((name) => !name?.startsWith('node:') && !name?.endsWith('.mjs'))).toEqual([]);
  }
});
