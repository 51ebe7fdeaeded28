import { dev } from 'astro';
import { loadAtlas } from '../atlas/load.ts';
import { formatProblems } from '../atlas/problem.ts';
import { readPort, readSettings } from './settings.ts';

const settings = readSettings(process.env);
const port = readPort(process.env);
const { problems } = loadAtlas(process.cwd());
if ('fault' in settings) end(settings.fault);
else if (typeof port !== 'number') end(port.fault);
else if (problems.length > 0) end(formatProblems(problems));
// From here on mistakes are normal while one writes: a page shows them until they are mended.
else await dev({ server: { port } });

function end(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
  process.exitCode = 1;
}
