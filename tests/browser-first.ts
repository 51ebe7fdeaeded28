import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * Begins with the files that drive a browser. They take longest, whatever their size is, by which Vitest orders what it has not run
 * before: one of them at the end would have the other core wait for it.
 */
export class BrowserFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.sort((a, b) => Number(drives(b)) - Number(drives(a)));
  }
}

const drives = ({ moduleId }: TestSpecification) => moduleId.endsWith('.browser.test.ts');
