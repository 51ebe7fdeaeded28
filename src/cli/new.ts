import { isUtf8 } from 'node:buffer';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { idSchema } from '../model/id.ts';
import { draftOf } from '../verify/draft.ts';
import { sourceText } from '../verify/source-text.ts';

const USAGE =
  '用法：npm run new -- county <id> --text report.txt，例如 npm run new -- county pingjiang --text ../report.txt';

const fault = run();
if (fault !== undefined) {
  process.stderr.write(`${fault}\n`);
  process.exitCode = 1;
}

/** Reads the call and writes the drafts; returns what stands in the way, if anything does. */
function run(): string | undefined {
  try {
    const { values, positionals } = parseArgs({ allowPositionals: true, options: { text: { type: 'string' } } });
    const [kind, id, ...rest] = positionals;
    return kind === 'county' && id && values.text && rest.length === 0 ? draft(id, values.text) : USAGE;
  } catch (error) {
    if (error instanceof TypeError) return USAGE;
    throw error;
  }
}

function draft(id: string, path: string): string | undefined {
  if (!idSchema.safeParse(id).success) {
    return `“${id}”不能作 id：用小写英文单词和数字，以连字符相连，例如 pingjiang。`;
  }
  if (!statSync(path, { throwIfNoEntry: false })?.isFile()) {
    return `没有 ${path} 这个文件：给出报道的纯文本，例如 --text report.txt。`;
  }
  const bytes = readFileSync(path);
  if (!isUtf8(bytes)) return `${path} 不是 UTF-8 文本：用编辑器另存为 UTF-8 再试。`;
  const text = sourceText(bytes);
  if (text.paragraphs.length === 0) return `${path} 里没有文字：给出报道的全文。`;

  const drafts = draftOf(id, id, text);
  const files = [
    { file: `content/counties/${id}.mdx`, body: drafts.county },
    { file: `content/sources/${id}.yaml`, body: drafts.source },
  ];
  const there = files.filter(({ file }) => existsSync(join(process.cwd(), file))).map(({ file }) => file);
  if (there.length > 0) return `${there.join('、')} 已经有了，没有改动任何文件：换一个 id，或先移走它。`;
  for (const { file, body } of files) {
    const target = join(process.cwd(), file);
    mkdirSync(dirname(target), { recursive: true });
    // Refused rather than overwritten, should the file have come since.
    writeFileSync(target, body, { flag: 'wx' });
  }
  process.stdout.write(
    `写好了 ${files.map(({ file }) => file).join(' 和 ')} 的草稿：${text.paragraphs.length} 段。\n` +
      '照原文填好“待填”的地方，删去用不上的行，再运行 npm run check。\n',
  );
  return undefined;
}
