import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type Loaded, loadAtlas } from '../../src/atlas/load.ts';
import { formatProblems, type Problem, type RuleName } from '../../src/atlas/problem.ts';
import type { Atlas } from '../../src/atlas/records.ts';

/** The sample of the design, letter for letter: a contributor will copy it. */
const MOU = `---
name: 某县
english: Mou County
province: 某省
prefecture: 某市
seal: 某
period: { from: '2016', to: '2018' }
summary: 一句话,60 字以内,数字写作 {secretary-pay}。
sources: [mou-2018]
figures:
  - { id: secretary-pay, label: 村党组织书记年均报酬, printed: '3.6万元', value: 36000, unit: 元, per: [person, year], asOf: '2018', at: 14, initiative: village-pay, indicators: [village-secretary-pay], key: true }
  - { id: pay-fund, label: 计划列支的村干部报酬, printed: '不低于1200万元', value: 12000000, unit: 元, bound: at-least, nature: plan, per: [year], at: 15, initiative: village-pay }
initiatives:
  - id: village-pay
    name: 村干部报酬动态增长
    english: Rising pay for village cadres
    themes: [incentives]
    at: [14, 15]
    summary: 村干部报酬与考核挂钩,书记年均 {secretary-pay}。
---
## 激励

<Initiative id="village-pay">
书记年均报酬为 <Figure id="secretary-pay" />,……
</Initiative>
`;

const LIN = `---
name: 邻县
english: Lin County
province: 某省
prefecture: 某市
seal: 邻
period: { from: '2015' }
coverage: partial
summary: 讲书记的报酬和培训，工资为{secretary-wage}。
lead: 报道讲书记的报酬和培训，没有写全县有多少个村，也没有写经费从哪里来。
sources: [lin-2017]
figures:
  - { id: secretary-wage, label: 村党组织书记的工资, printed: '3000元/月', value: 3000, unit: 元, per: [month], at: 1, initiative: pay, indicators: [village-secretary-pay], notes: ['与{trained}无关'] }
  - { id: trained, label: 受训的书记, printed: '数十人', value: null, unit: 人, bound: vague, period: { from: '2015', to: '2016' }, at: 2 }
  - { id: sessions, label: 每期天数, printed: '3—5天', value: { min: 3, max: 5 }, unit: 天, at: 2 }
initiatives:
  - id: pay
    name: 书记报酬
    coined: true
    english: Pay of secretaries
    themes: [incentives]
    period: '2015'
    at: 1
    summary: 书记的工资为{secretary-wage}，按月发放。
  - id: training
    name: 书记培训
    english: Training of secretaries
    aliases: [集中轮训]
    themes: [training, incentives]
    who: 县委组织部
    period: { from: '2015', to: '2016' }
    at: 2
    summary: 组织部培训书记{trained}，每期{sessions}。
    parts: [学文件, 看现场]
    formerly: [old-training]
changes:
  - { date: '2026-01-31', kind: corrected, record: fig-trained, field: printed, from: '数百人', to: '数十人', why: '抄错，{trained}才是原文。' }
---
## 报酬

报道先写<Ref id="mou/village-pay" />，再写本县。

<Initiative id="pay">
<Term id="two-committees" />的书记工资为<Figure id="secretary-wage" />，邻近的某县为<Figure id="mou/secretary-pay" />。
</Initiative>
`;

/** A complete and valid content tree: two counties and everything that they need. */
export const FILES: Readonly<Record<string, string>> = {
  'content/counties/lin.mdx': LIN,
  'content/counties/mou.mdx': MOU,
  'content/sources/lin-2017.yaml': `county: lin
title: 邻县党建工作纪实
publisher: null
authors: []
date: null
dateBasis: none
notBefore: '2017-03'
dateNote: 原文没有印日期
kind: 工作报道
address: null
sha256: ${'b'.repeat(64)}
paragraphs:
  - { section: null, first: 邻县书记的工资 }
  - { section: 培训, first: 组织部培训书记 }
setAside:
  numbers: [{ text: 两委, reason: 简称 }]
  paragraphs: []
remarks:
  - { id: vague-number, kind: count, text: '只写{trained}，没有写几期。', at: 2, figures: [trained], initiatives: [training] }
`,
  'content/sources/mou-2018.yaml': `county: mou
title: 某县党建工作纪实
publisher: 某报
authors: [王某]
date: '2018-11-13'
dateBasis: stated
dateNote: 标题下方印有日期
kind: 网络新闻
address: https://example.org/mou
sha256: ${'a'.repeat(64)}
paragraphs:
${Array.from({ length: 15 }, (_, i) => `  - { section: null, first: '${i + 1}.某县坚持' }`).join('\n')}
setAside: { numbers: [], paragraphs: [{ at: [1, 2], reason: 没有事实 }] }
remarks: []
`,
  'content/themes/incentives.mdx': `---
name: 减负与激励
english: Incentives
order: 2
question: 书记拿多少报酬？
summary: 某县写的是{mou/secretary-pay}，邻县写的是{lin/secretary-wage}。
---
## 报酬

某县（2018年）见<Ref id="mou/village-pay" />，书记年均<Figure id="mou/secretary-pay" />。
`,
  'content/themes/training.mdx': `---
name: 培训
english: Training
order: 1
question: 谁来培训？
summary: 邻县由组织部培训，某县没有写。
---
`,
  'content/indicators/village-secretary-pay.yaml': `name: 村党组织书记的报酬
english: Pay of village Party secretaries
definition: 发给书记个人的报酬，工作经费不算。
unit: 元
unlike:
  - { figures: [mou/secretary-pay, lin/secretary-wage], because: 一个是年均，一个是月工资 }
themes: [incentives]
`,
  'content/terms/two-committees.yaml': `name: 两委
english: The two committees
everyday: [村干部班子]
explanation: 村党组织和村民委员会的合称，村里的事由它们商量。
`,
  'content/false-friends/pay.yaml': `name: 报酬
english: Pay
uses:
  - { county: mou, initiatives: [village-pay], means: '年均的报酬，写的是{secretary-pay}。' }
  - { county: lin, initiatives: [pay], means: 按月的工资。 }
contrast: 一个按年，一个按月。
`,
  'content/questions/secretary-pay.yaml': `question: 书记每年拿多少？
english: What does a secretary earn in a year?
order: 1
summary: 某县写的是{mou/secretary-pay}。
answers:
  - { county: mou, text: '年均{secretary-pay}。', initiatives: [village-pay] }
unsaid: 邻县只写了月工资。
themes: [incentives]
indicators: [village-secretary-pay]
`,
  'content/changes/terms.yaml': `changes:
  - { date: '2026-02-01', kind: added, why: 收录术语的解释。 }
  - { date: '2026-02-02', kind: removed, record: village-head, name: 村长, why: 报道里没有这个词。 }
`,
};

/** A file's new text or bytes, a way to change its text, or null to leave the file out. */
export type Change = string | Uint8Array | null | ((text: string) => string);
export type Changes = Readonly<Record<string, Change>>;

/** Changes one place of a text; a place that is not there is a mistake of the test. */
export function replace(from: string, to: string): (text: string) => string {
  return (text) => {
    if (!text.includes(from)) throw new Error(`the fixture has no “${from}”`);
    return text.replace(from, () => to);
  };
}

/** Adds lines at the end of a file. */
export function append(lines: string): (text: string) => string {
  return (text) => `${text}${lines}\n`;
}

/** A folder with the valid tree, changed as said; removed when the test ends. */
export function contentTree(changes: Changes = {}): string {
  const root = writeTree(changes);
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  return root;
}

function writeTree(changes: Changes): string {
  const root = mkdtempSync(join(tmpdir(), 'atlas-content-'));
  for (const file of new Set([...Object.keys(FILES), ...Object.keys(changes)])) {
    const change = changes[file];
    if (change === null) continue;
    const before = FILES[file] ?? '';
    const body = change === undefined ? before : typeof change === 'function' ? change(before) : change;
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), body);
  }
  return root;
}

/** What the loader makes of the tree with these changes. */
export function load(changes: Changes = {}): Loaded {
  const root = writeTree(changes);
  try {
    return loadAtlas(root);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** The atlas of the tree with these changes, which must be valid. */
export function atlasOf(changes: Changes = {}): Atlas {
  const { atlas, problems } = load(changes);
  if (!atlas) throw new Error(formatProblems(problems));
  return atlas;
}

/** The atlas of the valid tree; for a whole group of tests, none of which changes it. */
export const validAtlas = (): Atlas => atlasOf();

/** Where something is wrong in the tree with these changes: `rule file:line`. */
export function placesOf(changes: Changes): string[] {
  return load(changes).problems.map(
    ({ rule, file, line }: Problem) => `${rule} ${file.replace('content/', '')}:${line}`,
  );
}

/** The whole text that a contributor reads about the tree with these changes. */
export function reportOf(changes: Changes): string {
  return formatProblems(load(changes).problems);
}

const LIN_FILE = 'content/counties/lin.mdx';
const MOU_FILE = 'content/counties/mou.mdx';

/** For every rule, a change that breaks it and nothing else. A rule without one does not compile. */
export const BROKEN: Readonly<Record<RuleName, Changes>> = {
  'content-empty': { [LIN_FILE]: null, [MOU_FILE]: null },
  'file-not-text': { 'content/terms/picture.yaml': Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0) },
  'file-unexpected': { 'content/counties/notes.txt': '随手记' },
  'file-name': { 'content/terms/Two_Words.yaml': FILES['content/terms/two-committees.yaml'] ?? '' },
  'front-matter-missing': { 'content/themes/extra.mdx': '## 没有开头\n' },
  'yaml-syntax': { [LIN_FILE]: replace('english: Lin County\n', 'english: Lin County\nname: 邻县\n') },
  'yaml-unquoted-date': { [LIN_FILE]: replace("date: '2026-01-31'", 'date: 2026-01-31') },
  'field-missing': { [LIN_FILE]: replace(' label: 受训的书记,', '') },
  'field-unknown': { [LIN_FILE]: replace('who: 县委组织部', 'whom: 县委组织部') },
  'field-value': { [LIN_FILE]: replace('bound: vague', 'bound: vag') },
  'id-twice': { [LIN_FILE]: replace('formerly: [old-training]', 'formerly: [pay]') },
  'reference-unknown': { [MOU_FILE]: replace('themes: [incentives]', 'themes: [incentive]') },
  'paragraph-unknown': { [MOU_FILE]: replace('at: [14, 15]', 'at: [14, 16]') },
  'figure-disagrees': { [MOU_FILE]: replace('value: 36000', 'value: 3.6') },
  'summary-length': { [LIN_FILE]: replace('讲书记的报酬和培训，', '讲书记的报酬和培训，'.repeat(6)) },
  'order-twice': { 'content/themes/training.mdx': replace('order: 1', 'order: 2') },
  'county-twice': { [MOU_FILE]: replace('name: 某县', 'name: 邻县') },
  'indicator-unit': { [LIN_FILE]: replace('bound: vague,', 'bound: vague, indicators: [village-secretary-pay],') },
  'computed-terms': {
    'content/indicators/village-secretary-pay.yaml': append(
      'computed:\n  - { id: both, label: 两县之和, sum: [mou/secretary-pay, lin/secretary-wage] }',
    ),
  },
  'unlike-idle': {
    'content/indicators/village-secretary-pay.yaml': replace('[mou/secretary-pay, lin', '[mou/pay-fund, lin'),
  },
  'part-of-whole': { [MOU_FILE]: replace('nature: plan, per', 'nature: plan, partOf: secretary-pay, per') },
  'false-friend-unsaid': { [LIN_FILE]: replace('aliases: [集中轮训]', 'aliases: [集中轮训, “报酬”]') },
  'change-removed': { 'content/changes/terms.yaml': replace('record: village-head', 'record: two-committees') },
  'change-field': { [LIN_FILE]: replace('field: printed', 'field: print') },
  'change-stale': { [LIN_FILE]: replace("to: '数十人'", "to: '几十人'") },
  'mdx-syntax': { [LIN_FILE]: replace('再写本县。', '增速低于<邻县。') },
  'mdx-forbidden': { [LIN_FILE]: append('\n[本站](/counties/mou/)') },
  'mdx-component': { [LIN_FILE]: append('\n见<Reff id="mou/village-pay" />。') },
  'mdx-heading': { [LIN_FILE]: replace('## 报酬', '### 报酬') },
  'quantity-in-prose': { [LIN_FILE]: append('\n全县有12个乡镇。') },
  'not-filled-in': { [LIN_FILE]: append('\n待填') },
};
