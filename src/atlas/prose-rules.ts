import type { Link } from 'mdast';
import { visit } from 'unist-util-visit';
import type { ContentDocument } from './document.ts';
import { nearest } from './nearest.ts';
import type { Problem } from './problem.ts';
import { lineOf, type Prose, type SyntaxFault } from './prose.ts';

/** The components that prose may use. Anything else, and any code, is refused: these files come from strangers. */
export const COMPONENTS = ['Initiative', 'Figure', 'Ref', 'Term'] as const;

/** A fault of syntax in words that need no knowledge of MDX. */
export function syntaxProblems(document: ContentDocument, faults: readonly SyntaxFault[]): Problem[] {
  return faults.map((fault) => ({
    rule: 'mdx-syntax',
    file: document.file,
    line: document.bodyOffset + fault.line,
    found: `“${fault.near}”这里读不懂：${reasonInWords(fault)}`,
    expected: '正文里 < 只用来写站点的组件，{ } 不用',
    example: '增速低于<Figure id="growth" />；2025年',
    next: '小于号写成“低于”，花括号换成全角括号，组件以 /> 结尾或写上成对的结束标记',
  }));
}

// The parser's own words are English, and count lines from the start of the body.
function reasonInWords({ near, reason }: SyntaxFault): string {
  if (/^<[^A-Za-z/]/.test(near)) return '< 后面应是组件名';
  const unclosed = /closing tag for `([^`]*)`/.exec(reason)?.[1];
  if (unclosed) return `${unclosed} 没有结束标记`;
  if (/closing slash/.test(reason)) return '这个结束标记没有对应的开始标记';
  if (/import\/exports/.test(reason)) return '行首的 import 和 export 会被当作代码';
  if (/expression/.test(reason)) return '花括号里的字会被当作代码';
  if (/attribute/.test(reason)) return '组件的属性没有写对';
  if (/before (?:local |member )?name/.test(reason)) return '< 后面应是组件名';
  return '标记没有写完整';
}

/**
 * What a page's prose may not hold: code, raw HTML, unknown components, images, footnotes, task lists, addresses that are
 * not http or run on into the words behind them.
 */
export function forbiddenProblems(document: ContentDocument, prose: Prose): Problem[] {
  const problems: Problem[] = [];
  const report = (
    rule: Problem['rule'],
    line: number,
    rest: Pick<Problem, 'found' | 'expected' | 'example' | 'next'>,
  ) => problems.push({ rule, file: document.file, line: document.bodyOffset + line, ...rest });
  visit(prose.tree, (node) => {
    switch (node.type) {
      case 'mdxjsEsm':
      case 'mdxFlowExpression':
      case 'mdxTextExpression':
        report('mdx-forbidden', lineOf(node), {
          found: node.type === 'mdxjsEsm' ? 'import 或 export' : `花括号里的代码 {${node.value.slice(0, 20)}}`,
          expected: '正文只写文字、Markdown 和站点的组件，不写代码',
          example: '书记年均报酬为<Figure id="secretary-pay" />',
          next: '删去代码；要引用数字，用 <Figure id="…" />',
        });
        break;
      case 'mdxJsxFlowElement':
      case 'mdxJsxTextElement':
        for (const found of componentFaults(node.name, node.attributes)) report('mdx-component', lineOf(node), found);
        break;
      case 'html':
      case 'image':
      case 'imageReference':
        report('mdx-forbidden', lineOf(node), {
          found: node.type === 'html' ? '原样的 HTML' : '图片',
          expected: '正文只写文字、Markdown 和站点的组件',
          example: '[公告](https://example.org/)',
          next: '删去，或改成文字',
        });
        break;
      case 'code':
        report('mdx-forbidden', lineOf(node), {
          found: '代码块',
          expected: '正文只写段落、列表、引文、表格和站点的组件',
          example: '> 引文',
          next: '去掉围栏；原文摘录改成以 > 开头的引文',
        });
        break;
      case 'footnoteReference':
      case 'footnoteDefinition':
        report('mdx-forbidden', lineOf(node), {
          found: `${node.type === 'footnoteReference' ? '脚注的标记' : '脚注的注文'} [^${node.label ?? node.identifier}]`,
          expected: '正文不用脚注，数字的出处由数据给出',
          example: '工资按月发放（半年考核一次）。',
          next: '删去脚注，把注文写进正文或括号',
        });
        break;
      case 'listItem':
        if (typeof node.checked === 'boolean') {
          report('mdx-forbidden', lineOf(node), {
            found: `列表项前的勾选框 [${node.checked ? 'x' : ' '}]`,
            expected: '列表只用 - 或数字开头',
            example: '- 按月发放',
            next: '删去方括号',
          });
        }
        break;
      case 'link':
      case 'definition':
        if (node.title) {
          report('mdx-forbidden', lineOf(node), {
            found: `链接的标题“${node.title.slice(0, 20)}”`,
            expected: '链接只有文字和地址：标题要把鼠标停在上面才看得见',
            example: '[公告](https://example.org/)',
            next: '删去地址后面引号里的字，要说的话写进正文',
          });
        }
        if (node.type === 'link' && swallowsWords(node)) {
          report('mdx-forbidden', lineOf(node), {
            found: `直接写出的地址 ${node.url.slice(0, 40)}，后面的字也成了地址`,
            expected: '地址写进圆括号，前面的方括号里是文字',
            example: '见[公告](https://example.org/)。',
            next: '改写成 [文字](地址)',
          });
        }
        if (!/^https?:\/\//.test(node.url)) {
          report('mdx-forbidden', lineOf(node), {
            found: `链接地址 ${node.url.slice(0, 40)}`,
            expected: '站内用 <Ref id="…" />，站外用 http 或 https 地址',
            example: '<Ref id="hengdong/five-standards" />',
            next: '站内的链接改用 Ref，地址才会随部署路径变化',
          });
        }
        break;
      case 'table':
        if (node.align?.some((align) => align)) {
          report('mdx-forbidden', lineOf(node), {
            found: '表格分隔行里的对齐冒号',
            expected: '不写对齐：对齐会变成行内样式，被站点的安全策略挡住',
            example: '| --- | --- |',
            next: '去掉冒号',
          });
        }
        break;
      case 'heading':
        if (node.depth !== 2) {
          report('mdx-heading', lineOf(node), {
            found: `${'#'.repeat(node.depth)} 开头的标题`,
            expected: '正文的小节一律用 ##，举措的标题由组件写',
            example: '## 谁来担责',
            next: '改成 ##',
          });
        }
        break;
      default:
    }
  });
  return problems;
}

// A bare address ends only at a space, so the Chinese behind it is taken for a part of it.
function swallowsWords({ url, children }: Link): boolean {
  const text = children.map((child) => (child.type === 'text' ? child.value : '')).join('');
  return /\P{ASCII}/u.test(text) && (url === text || url === `http://${text}`);
}

function componentFaults(
  name: string | null,
  attributes: readonly { readonly type: string; readonly name?: string; readonly value?: unknown }[],
): Pick<Problem, 'found' | 'expected' | 'example' | 'next'>[] {
  const known = COMPONENTS as readonly string[];
  if (!name || !known.includes(name)) {
    const near = name ? nearest(name, known) : undefined;
    return [
      {
        found: `<${name ?? ''}>`,
        expected: `站点的组件：${known.join('、')}`,
        example: '<Figure id="secretary-pay" />',
        next: near ? `也许是 <${near}>？` : '删去这个标记，或改成 Markdown',
      },
    ];
  }
  const wrong = attributes.filter(
    (attribute) =>
      attribute.type !== 'mdxJsxAttribute' || attribute.name !== 'id' || typeof attribute.value !== 'string',
  );
  const faults = wrong.map((attribute) => ({
    found: `<${name}> 的属性 ${attribute.name ?? '{…}'}`,
    expected: '只有 id，值是引号里的文字',
    example: `<${name} id="secretary-pay" />`,
    next: '删去这个属性，或把值写进引号',
  }));
  if (wrong.length === 0 && attributes.length === 0) {
    faults.push({
      found: `<${name}> 没有 id`,
      expected: '引号里的 id',
      example: `<${name} id="secretary-pay" />`,
      next: '补上 id',
    });
  }
  return faults;
}
