import { loadAtlas } from '../atlas/load.ts';
import { formatProblems } from '../atlas/problem.ts';

const { atlas, problems } = loadAtlas(process.cwd());
if (atlas) {
  process.stdout.write(
    `内容没有问题：${atlas.counties.length} 个县，${atlas.initiatives.size} 条举措，${atlas.figures.size} 条数据，` +
      `${atlas.themes.length} 个专题。\n`,
  );
} else {
  process.stderr.write(formatProblems(problems));
  process.exitCode = 1;
}
