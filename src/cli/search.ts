import { loadAtlas } from '../atlas/load.ts';
import { formatProblems } from '../atlas/problem.ts';
import { searchWords as words } from '../i18n/search-words.ts';
import { buildIndex } from '../search/build-index.ts';
import { excerptFor } from '../search/excerpts.ts';
import type { Hit } from '../search/hits.ts';
import type { Library } from '../search/library.ts';
import type { Excerpt } from '../search/match.ts';
import { openOffline } from '../search/offline.ts';
import { runQuery } from '../search/query.ts';

/** So many results of each kind of match are printed. */
const SHOWN = 20;

// The reader of a pipe may have seen enough.
process.stdout.on('error', () => process.exit());

const query = process.argv.slice(2).join(' ').trim();
if (query === '') {
  process.stderr.write('没有写检索词：例如 npm run search -- "村支书工资"\n');
  process.exitCode = 1;
} else await search(query);

async function search(query: string): Promise<void> {
  const { atlas, problems } = loadAtlas(process.cwd());
  if (!atlas) {
    process.stderr.write(formatProblems(problems));
    process.exitCode = 1;
    return;
  }
  const { library, aids } = await openOffline(await buildIndex(atlas));
  const start = performance.now();
  const answer = await runQuery(library, aids, query);
  const took = performance.now() - start;
  if (answer.keys.length === 0) process.stdout.write(`${words.nothing(query)}\n`);
  else if (answer.exact.length > 0) await print(library, words.exact(answer.exact.length, query), answer.exact);
  else process.stdout.write(`${words.noExact(query)}\n`);
  for (const { way, read, hits } of answer.looser) await print(library, words.looser(way, read, hits.length), hits);
  if (answer.tried.length > 0 && answer.exact.length === 0 && answer.looser.length === 0) {
    process.stdout.write(`${words.triedList(answer.tried.map((way) => words.tried[way]))}\n`);
    const names = answer.nearest.map(({ name }) => name);
    if (names.length > 0) process.stdout.write(`${words.nearest}：${names.join('；')}\n`);
  }
  process.stdout.write(`\n${took.toFixed(0)} ms\n`);
}

async function print(library: Library, heading: string, hits: readonly Hit[]): Promise<void> {
  process.stdout.write(`\n${heading}\n`);
  for (const [i, hit] of hits.slice(0, SHOWN).entries()) {
    const { row, rank } = hit;
    const facts = [words.kinds[row.kind], row.county?.name, row.county?.date].filter((fact) => fact !== undefined);
    process.stdout.write(
      `${String(i + 1).padStart(3)}  ${row.name}  ${row.url}  (${facts.join(' · ')}; ${rank.tier})\n`,
    );
    const excerpt = excerptFor(hit, await library.fieldsOf(row), words.alias);
    if (excerpt) process.stdout.write(`     ${inBrackets(excerpt)}\n`);
  }
  if (hits.length > SHOWN) process.stdout.write(`     …… ${hits.length - SHOWN}\n`);
}

function inBrackets({ text, spans }: Excerpt): string {
  let marked = '';
  let end = 0;
  for (const { from, to } of spans) {
    marked += `${text.slice(end, from)}[${text.slice(from, to)}]`;
    end = to;
  }
  return marked + text.slice(end);
}
