import { spawnSync } from 'node:child_process';
import { auditReport } from './audit-report.ts';

// All packages are asked about, not only those of the built site: what builds and tests it runs on the same machine.
const npm = process.env.npm_execpath;
const args = ['audit', '--json'];
const { stdout, error } = npm?.endsWith('.js')
  ? spawnSync(process.execPath, [npm, ...args], { encoding: 'utf8' })
  : // On Windows npm is a script, which only a shell starts.
    spawnSync('npm', args, { encoding: 'utf8', shell: process.platform === 'win32' });
const { status, text } = auditReport(error ? `npm could not be started: ${error.message}` : stdout);
(status === 0 ? process.stdout : process.stderr).write(`${text}\n`);
process.exitCode = status;
