import { parseArgs } from 'node:util';
import { buildSite } from './build-site.ts';

const USAGE = 'The build takes one option, the folder to build into, for example: npm run build -- --out dist';

const out = folder();
const { fault } = out === undefined ? { fault: USAGE } : await buildSite(process.cwd(), out);
if (fault !== undefined) {
  process.stderr.write(`${fault}\n`);
  process.exitCode = 1;
} else {
  process.stdout.write(`The site is in ${out}/.\n`);
}

function folder(): string | undefined {
  try {
    return parseArgs({ options: { out: { type: 'string', default: 'dist' } } }).values.out || undefined;
  } catch {
    return undefined;
  }
}
