import { parseArgs } from 'node:util';
import { buildSite } from './build-site.ts';

const { values } = parseArgs({ options: { out: { type: 'string', default: 'dist' } } });
const { fault } = await buildSite(process.cwd(), values.out);
if (fault !== undefined) {
  process.stderr.write(`${fault}\n`);
  process.exitCode = 1;
} else {
  process.stdout.write(`The site is in ${values.out}/.\n`);
}
