import type { Nodes } from 'mdast';
import { visitParents } from 'unist-util-visit-parents';
import { agree } from '../model/printed.ts';
import { segmentsOf } from '../model/template.ts';
import { changeProblems } from './change-rules.ts';
import { comparisonProblems } from './comparison-rules.ts';
import type { ContentDocument } from './document.ts';
import type { Entries, Entry } from './files.ts';
import type { Problem } from './problem.ts';
import { lineOf } from './prose.ts';
import { bareQuantities } from './quantities.ts';

const SUMMARY_AT_MOST = 60;

/** What is wrong with records although each field by itself is right. `unread` are the files that could not be read: nothing is said of theirs. */
export function consistencyProblems(entries: Entries, unread: ReadonlySet<string> = new Set()): Problem[] {
  return [
    ...entries.counties.flatMap(({ document, data }) => [
      ...twice(document, [
        ...data.initiatives.flatMap((initiative, i) => [
          { id: initiative.id, path: ['initiatives', i, 'id'] },
          ...initiative.formerly.map((id) => ({ id, path: ['initiatives', i, 'formerly'] })),
        ]),
      ]),
      ...twice(
        document,
        data.figures.map((figure, i) => ({ id: figure.id, path: ['figures', i, 'id'] })),
      ),
      ...summaryLength(document, data.summary),
      ...repeats(document, ['sources'], data.sources),
      ...data.figures.flatMap((figure, i) => repeats(document, ['figures', i, 'indicators'], figure.indicators)),
      ...data.initiatives.flatMap((initiative, i) =>
        repeats(document, ['initiatives', i, 'themes'], initiative.themes),
      ),
      ...data.figures.flatMap((figure, i) => disagreements(document, i, figure)),
    ]),
    ...entries.counties.flatMap(placement),
    ...entries.themes.flatMap(noPlacement),
    ...entries.sources.flatMap(({ document, data }) =>
      twice(
        document,
        data.remarks.map((remark, i) => ({ id: remark.id, path: ['remarks', i, 'id'] })),
      ),
    ),
    ...remarkTwice(entries),
    ...countyTwice(entries),
    ...comparisonProblems(entries),
    ...changeProblems(entries, unread),
    ...orderTwice(entries.themes, '专题'),
    ...orderTwice(entries.questions, '问题'),
    ...quantities(entries),
  ];
}

interface Named {
  readonly id: string;
  readonly path: readonly PropertyKey[];
}

function twice(document: ContentDocument, named: readonly Named[]): Problem[] {
  const first = new Map<string, number>();
  const problems: Problem[] = [];
  for (const { id, path } of named) {
    const line = document.lineOf(path);
    const before = first.get(id);
    if (before === undefined) first.set(id, line);
    else {
      problems.push({
        rule: 'id-twice',
        file: document.file,
        line,
        found: `id ${id} 在第 ${before} 行已经用过`,
        expected: '每个 id 在文件里只出现一次：它是网页上的锚点',
        example: `id: ${id}-2`,
        next: '给其中一条换一个说明它是什么的 id',
      });
    }
  }
  return problems;
}

// All remarks of a county stand on its one page, whichever source they belong to.
function remarkTwice({ sources }: Entries): Problem[] {
  const first = new Map<string, string>();
  const problems: Problem[] = [];
  for (const { document, data } of sources) {
    data.remarks.forEach(({ id }, i) => {
      const key = `${data.county}/${id}`;
      const before = first.get(key) ?? document.file;
      first.set(key, before);
      if (before === document.file) return;
      problems.push({
        rule: 'id-twice',
        file: document.file,
        line: document.lineOf(['remarks', i, 'id']),
        found: `存疑的 id ${id} 在 ${before} 里已经用过`,
        expected: '同一个县的存疑，id 各不相同：它们在同一个网页上',
        example: `id: ${id}-2`,
        next: '给其中一条换一个说明它是什么的 id',
      });
    });
  }
  return problems;
}

// Readers tell counties apart by name and seal; one that shares both is one mistake.
function countyTwice({ counties }: Entries): Problem[] {
  const first = { name: new Map<string, string>(), seal: new Map<string, string>() };
  const problems: Problem[] = [];
  for (const { document, data } of counties) {
    const shared = (['name', 'seal'] as const).find((field) => first[field].has(data[field]));
    if (shared) {
      problems.push({
        rule: 'county-twice',
        file: document.file,
        line: document.lineOf([shared]),
        found: `${shared} ${data[shared]} 与 ${first[shared].get(data[shared])} 相同`,
        expected: '每个县的 name 和 seal 各不相同：读者靠它们分辨各县',
        example: shared === 'name' ? 'name: 衡东县' : 'seal: 衡',
        next:
          shared === 'name' ? '改正县名；若两个文件写的是同一个县，合成一个文件，各列为它的来源' : '换县名里的另一个字',
      });
    }
    for (const field of ['name', 'seal'] as const) {
      // A faulty field is empty.
      if (data[field] && !first[field].has(data[field])) first[field].set(data[field], document.file);
    }
  }
  return problems;
}

function repeats(document: ContentDocument, path: readonly PropertyKey[], ids: readonly string[]): Problem[] {
  return ids.flatMap((id, i) =>
    ids.indexOf(id) === i
      ? []
      : [
          {
            rule: 'id-twice' as const,
            file: document.file,
            line: document.lineOf([...path, i]),
            found: `${String(path.at(-1))} 里 ${id} 写了两次`,
            expected: '同一个列表里每个 id 只写一次',
            example: `${String(path.at(-1))}: [${[...new Set(ids)].join(', ')}]`,
            next: '删去重复的一个',
          },
        ],
  );
}

function summaryLength(document: ContentDocument, summary: string): Problem[] {
  const length = segmentsOf(summary).reduce((sum, part) => sum + ('text' in part ? [...part.text].length : 1), 0);
  if (length <= SUMMARY_AT_MOST) return [];
  return [
    {
      rule: 'summary-length',
      file: document.file,
      line: document.lineOf(['summary']),
      found: `${length} 个字`,
      expected: `至多 ${SUMMARY_AT_MOST} 个字，一个 {id} 算一个字`,
      example: 'summary: 书记责任制、问责办法和“五化”示范点。',
      next: '把话说短，细节写进 lead',
    },
  ];
}

function disagreements(
  document: ContentDocument,
  index: number,
  figure: Entries['counties'][number]['data']['figures'][number],
): Problem[] {
  return agree(figure.printed, figure).map((difference) => ({
    rule: 'figure-disagrees',
    file: document.file,
    line: document.lineOf(['figures', index, difference.field]),
    found:
      difference.field === 'printed'
        ? `数据 ${figure.id}：printed 的 ${figure.printed} 读不懂：${difference.printedReading.replace(/。$/, '')}`
        : `数据 ${figure.id}：原文 ${figure.printed} 读作 ${difference.printedReading}，${difference.field} 写的是 ${difference.typedReading}`,
    expected:
      difference.field === 'printed'
        ? '一个数和它的单位，照原文；数字前后只可有“约”“余”之类的字'
        : 'printed 与 value、unit、bound、per 说的是同一个数',
    example: `printed: '1.6万余户', value: 16000, unit: 户, bound: over`,
    next: `对照原文第 ${figure.at.join('、')} 段，改 printed${difference.field === 'printed' ? '' : ` 或 ${difference.field}`}`,
  }));
}

function placement({ document, prose }: Entry<unknown>): Problem[] {
  const problems: Problem[] = [];
  const first = new Map<string, number>();
  for (const { component, id, line, node } of prose?.placed ?? []) {
    if (component !== 'Initiative' || id === undefined) continue;
    const where = document.bodyOffset + line;
    if (id.includes('/')) {
      problems.push({
        rule: 'mdx-component',
        file: document.file,
        line: where,
        found: `<Initiative id="${id}">`,
        expected: '本县一条举措的 id，不带县名',
        example: '<Initiative id="village-pay">',
        next: '本县的举措去掉县名和斜线；别县的举措用 <Ref id="…" /> 链接',
      });
      continue;
    }
    const before = first.get(id);
    if (before !== undefined) {
      problems.push({
        rule: 'id-twice',
        file: document.file,
        line: where,
        found: `举措 ${id} 在第 ${before} 行已经放过`,
        expected: '每条举措在正文里只放一次',
        example: `<Ref id="${id}" />`,
        next: '这里改用 Ref 链接过去',
      });
    }
    first.set(id, where);
    if (node.type !== 'mdxJsxFlowElement' || !prose?.tree.children.includes(node)) {
      problems.push({
        rule: 'mdx-component',
        file: document.file,
        line: where,
        found: `<Initiative id="${id}"> 夹在别的段落或组件里`,
        expected: '独占若干行，前后和里面的文字之间各空一行',
        example: '<Initiative id="village-pay">\n\n        书记年均报酬为……\n\n        </Initiative>',
        next: '把它移到段落之外',
      });
    }
  }
  return problems;
}

function noPlacement({ document, prose }: Entry<unknown>): Problem[] {
  return (prose?.placed ?? [])
    .filter(({ component }) => component === 'Initiative')
    .map(({ line, id }) => ({
      rule: 'mdx-component',
      file: document.file,
      line: document.bodyOffset + line,
      found: '专题正文里的 <Initiative>',
      expected: '举措的正文写在县的文件里，专题用 Ref 链接',
      example: `<Ref id="${id ?? 'hengdong/five-standards'}" />`,
      next: '改用 Ref',
    }));
}

function orderTwice(list: readonly Entry<{ readonly order: number }>[], kind: string): Problem[] {
  const first = new Map<number, string>();
  const problems: Problem[] = [];
  for (const { document, data } of list) {
    const before = first.get(data.order);
    if (before === undefined) first.set(data.order, document.file);
    else {
      problems.push({
        rule: 'order-twice',
        file: document.file,
        line: document.lineOf(['order']),
        found: `order ${data.order} 与 ${before} 相同`,
        expected: `每个${kind}的 order 各不相同`,
        example: `order: ${Math.max(...list.map(({ data }) => data.order)) + 1}`,
        next: '换一个没有用过的数',
      });
    }
  }
  return problems;
}

function quantities(entries: Entries): Problem[] {
  const names = new Set<string>();
  for (const { data, faulty } of entries.counties) {
    for (const name of faulty?.names ?? []) names.add(name);
    for (const initiative of data.initiatives) {
      for (const name of [initiative.name, ...initiative.aliases, ...initiative.parts]) names.add(name);
    }
  }
  for (const { data } of entries.terms) for (const name of [data.name, ...data.aliases]) names.add(name);
  const sorted = [...names].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));

  const problems: Problem[] = [];
  const look = (document: ContentDocument, line: number, text: string | undefined) => {
    for (const quantity of bareQuantities(text ?? '', sorted)) problems.push(bare(document, line, quantity));
  };
  // A block is looked at whole, and a quantity reported at its own line within it.
  const lookAtProse = (document: ContentDocument, prose: Entry<unknown>['prose']) => {
    for (const { line, text } of wordsOf(prose)) {
      const lines = text.split('\n');
      for (const quantity of bareQuantities(text, sorted)) {
        const within = Math.max(
          lines.findIndex((one) => one.includes(quantity)),
          0,
        );
        problems.push(bare(document, document.bodyOffset + line + within, quantity));
      }
    }
  };
  for (const { document, data, prose } of entries.counties) {
    look(document, document.lineOf(['summary']), data.summary);
    look(document, document.lineOf(['lead']), data.lead);
    data.figures.forEach((figure, i) => {
      for (const note of figure.notes) look(document, document.lineOf(['figures', i, 'notes']), note);
    });
    data.initiatives.forEach((initiative, i) => {
      look(document, document.lineOf(['initiatives', i, 'summary']), initiative.summary);
    });
    lookAtProse(document, prose);
  }
  for (const { document, data, prose } of entries.themes) {
    look(document, document.lineOf(['summary']), data.summary);
    lookAtProse(document, prose);
  }
  for (const { document, data } of entries.indicators) {
    look(document, document.lineOf(['definition']), data.definition);
    data.unlike.forEach(({ because }, i) => {
      look(document, document.lineOf(['unlike', i, 'because']), because);
    });
  }
  for (const { document, data } of entries['false-friends']) {
    look(document, document.lineOf(['contrast']), data.contrast);
    data.uses.forEach(({ means }, i) => {
      look(document, document.lineOf(['uses', i, 'means']), means);
    });
  }
  for (const { document, data } of entries.questions) {
    look(document, document.lineOf(['summary']), data.summary);
    look(document, document.lineOf(['unsaid']), data.unsaid);
    data.answers.forEach(({ text }, i) => {
      look(document, document.lineOf(['answers', i, 'text']), text);
    });
  }
  for (const { document, data } of [...entries.counties, ...entries.changes]) {
    data.changes.forEach(({ why }, i) => {
      look(document, document.lineOf(['changes', i, 'why']), why);
    });
  }
  for (const { document, data } of entries.sources) {
    data.remarks.forEach((remark, i) => {
      look(document, document.lineOf(['remarks', i, 'text']), remark.text);
    });
  }
  return problems;
}

// A block is looked at whole: a name in quotation marks may run across emphasis. A component in it is a place, not words.
function wordsOf(prose: Entry<unknown>['prose']): { line: number; text: string }[] {
  const blocks: { line: number; text: string }[] = [];
  if (!prose) return blocks;
  const texts = new Map<Nodes, { line: number; text: string }>();
  visitParents(prose.tree, (node, ancestors) => {
    const block = ancestors.findLast((parent) => ['paragraph', 'heading', 'tableCell'].includes(parent.type));
    if (!block) return;
    const entry = texts.get(block) ?? { line: lineOf(block), text: '' };
    texts.set(block, entry);
    if (node.type === 'text' || node.type === 'inlineCode') entry.text += node.value;
    else if (node.type === 'mdxJsxTextElement') entry.text += '{}';
    else if (node.type === 'break') entry.text += '\n';
  });
  blocks.push(...texts.values());
  return blocks;
}

function bare(document: ContentDocument, line: number, quantity: string): Problem {
  return {
    rule: 'quantity-in-prose',
    file: document.file,
    line,
    found: `直接写在文字里的数量 ${quantity}`,
    expected: '数量只写在 figures 里，文字引用它；年份、名称和引号里的文字不算',
    example: '正文写 <Figure id="secretary-pay" />，摘要写 {secretary-pay}',
    next: '给这个数加一条数据并引用它；如果不是数据，改写句子',
  };
}
