// npm start: installs, builds unless that has been done for this content, and serves.
import { run, setUp } from './setup.mjs';

const node = setUp();
process.exit(run(node, ['src/cli/serve.ts']));
