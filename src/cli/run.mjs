// Runs one of the commands beside this file, after what it needs has been installed: `node src/cli/run.mjs build.ts`.
import { run, setUp, stop } from './setup.mjs';

const [command, ...args] = process.argv.slice(2);
if (!command) stop('Say which command to run, for example: node src/cli/run.mjs build.ts');
const node = setUp();
process.exit(run(node, [`src/cli/${command}`, ...args]));
