import { afterEach, expect, test, vi } from 'vitest';
import { BROKEN, contentTree } from './fixture.ts';

afterEach(() => {
  vi.restoreAllMocks();
  vi.resetModules();
  vi.unstubAllEnvs();
});

test('the atlas of the project is read once', async () => {
  vi.stubEnv('DEV', false);
  vi.spyOn(process, 'cwd').mockReturnValue(contentTree());
  const { currentAtlas } = await import('../../src/atlas/current.ts');
  const atlas = currentAtlas();
  expect(currentAtlas()).toBe(atlas);
  expect(atlas.counties).toHaveLength(2);
});

test('content that the check refuses stops the build with the same words', async () => {
  vi.spyOn(process, 'cwd').mockReturnValue(contentTree(BROKEN['order-twice']));
  const { currentAtlas } = await import('../../src/atlas/current.ts');
  expect(() => currentAtlas()).toThrow('content/themes/training.mdx:4  order-twice');
});

test('an atlas that a build has handed over is not read again', async () => {
  vi.stubEnv('DEV', false);
  vi.spyOn(process, 'cwd').mockReturnValue(contentTree(BROKEN['order-twice']));
  const { handOver } = await import('../../src/atlas/hand-over.ts');
  const { loadAtlas } = await import('../../src/atlas/load.ts');
  const { atlas } = loadAtlas(contentTree());
  handOver(atlas);
  const { currentAtlas } = await import('../../src/atlas/current.ts');
  expect(currentAtlas()).toBe(atlas);
  handOver(undefined);
});
