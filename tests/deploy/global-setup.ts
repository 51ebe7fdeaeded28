import type { TestProject } from 'vitest/node';
import { type Binary, nginxBinary } from './nginx-binary.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The nginx to test in, or why there is none. */
    nginx: Binary | { readonly fault: string };
  }
}

/** Finds or fetches nginx once, before the tests that want it run beside each other. */
export default function setup(project: TestProject): void {
  const nginx = nginxBinary();
  // Not every reporter says why a test was skipped.
  if ('fault' in nginx) process.stderr.write(`The tests in nginx are skipped: ${nginx.fault}.\n`);
  project.provide('nginx', nginx);
}
