import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { readEntries } from '../../src/atlas/files.ts';
import { loadAtlas } from '../../src/atlas/load.ts';
import type { Problem } from '../../src/atlas/problem.ts';
import { casesOf } from '../../src/verify/case.ts';
import { sourceText } from '../../src/verify/source-text.ts';
import { type Verified, verify } from '../../src/verify/verify.ts';

/** What check and, where it has nothing to say, verify make of a content tree and the texts behind it. */
export interface Held {
  readonly check: readonly Problem[];
  readonly verify: readonly Problem[];
  readonly verified: readonly Verified[];
}

/** Writes the files to a folder of their own, checks and verifies them, and removes the folder. */
export function hold(files: Readonly<Record<string, string>>, texts: readonly string[]): Held {
  const root = mkdtempSync(join(tmpdir(), 'atlas-verify-'));
  try {
    for (const [file, body] of Object.entries(files)) {
      mkdirSync(dirname(join(root, file)), { recursive: true });
      writeFileSync(join(root, file), body);
    }
    const loaded = loadAtlas(root);
    if (!loaded.atlas) return { check: loaded.problems, verify: [], verified: [] };
    const { cases, problems } = casesOf(
      readEntries(root, []),
      loaded.atlas,
      texts.map((text) => sourceText(new TextEncoder().encode(text))),
    );
    const verified = cases.map(verify);
    return { check: [], verify: [...problems, ...verified.flatMap((one) => one.problems)], verified };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
