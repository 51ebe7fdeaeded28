import { parseArgs } from 'node:util';
import { buildSite } from './build-site.ts';
import { HASHES } from './hashes.ts';

const USAGE = 'The build takes one option, the folder to build into, for example: npm run build -- --out dist';

const out = folder();
const built = out === undefined ? { fault: USAGE } : await buildSite(process.cwd(), out);
if (built.fault !== undefined) {
  process.stderr.write(`${built.fault}\n`);
  process.exitCode = 1;
} else {
  process.stdout.write(`The site is in ${out}/. The SHA-256 of its list of files, ${HASHES}: ${built.hash}\n`);
}

function folder(): string | undefined {
  try {
    return parseArgs({ options: { out: { type: 'string', default: 'dist' } } }).values.out || undefined;
  } catch {
    return undefined;
  }
}
