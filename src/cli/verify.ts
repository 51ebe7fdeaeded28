import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readEntries } from '../atlas/files.ts';
import { loadAtlas } from '../atlas/load.ts';
import { formatProblems } from '../atlas/problem.ts';
import { casesOf } from '../verify/case.ts';
import { sourceText } from '../verify/source-text.ts';
import { verify } from '../verify/verify.ts';

const [folder] = process.argv.slice(2);
if (!folder || !existsSync(folder) || !statSync(folder).isDirectory()) {
  process.stderr.write(
    `${folder ? `${folder} 不是文件夹` : '没有说原文在哪个文件夹'}：给出放着各份原文（.txt）的文件夹，例如 npm run verify -- ../sources\n`,
  );
  process.exitCode = 1;
} else run(folder);

function run(folder: string): void {
  const root = process.cwd();
  const loaded = loadAtlas(root);
  if (!loaded.atlas) {
    process.stderr.write(formatProblems(loaded.problems));
    process.exitCode = 1;
    return;
  }
  const texts = readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => sourceText(readFileSync(join(folder, name))));
  const { cases, problems } = casesOf(readEntries(root, []), loaded.atlas, texts);
  const verified = cases.map(verify);
  const all = [...problems, ...verified.flatMap((one) => one.problems)];
  if (all.length > 0) process.stderr.write(formatProblems(all));
  for (const { source, numbers, paragraphs } of verified) {
    process.stdout.write(
      `${source}：数字 ${numbers.all}，未入账 ${numbers.unaccounted}；段落 ${paragraphs.all}，未入账 ${paragraphs.unaccounted}\n`,
    );
  }
  const sum = (count: (one: (typeof verified)[number]) => number) =>
    verified.reduce((total, one) => total + count(one), 0);
  process.stdout.write(
    `未入账的数字：${sum((one) => one.numbers.unaccounted)}；未入账的段落：${sum((one) => one.paragraphs.unaccounted)}\n`,
  );
  process.exitCode = all.length > 0 ? 1 : 0;
}
