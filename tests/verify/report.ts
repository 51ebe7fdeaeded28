import { createHash } from 'node:crypto';
import { paragraphsOf } from '../../src/model/locator.ts';
import { isUnread, readPrinted } from '../../src/model/printed.ts';

/** The report of a county that does not exist, with numbers of every kind. */
export const TEXT = `青禾县基层党建工作纪实
2018年6月3日
聚力打基础
全县共有12个乡镇、208个行政村，党员3.2万名，总人口46.8万人。县委印发《青禾县村级组织建设办法》，每年召开2次专题会。
县委开展“田埂课堂”，全年办班156期，培训党员2.4万人次，其中村干部1873人、4215人次。
县里建立“三问制”，对工作滞后的9名乡镇党委书记进行约谈，占乡镇党委书记的75%。
“青苗计划”储备村级后备干部416名，每村不少于2名，35岁以下的占六成。
聚力强保障
村党组织书记的工资提高到3200元/月，村会计为2600元/月。年终考核优秀的，奖励5000元/年。
县财政投入1.26亿元，计划新建村级活动场所48个，改造约60个，每个补助近20万元。
离任村干部1024人享受补贴，补贴为1200元/人/年，三年共发放380余万元。
村集体经济收入超过10万元的村有57个，达到50—80万元的有6个。
全县村集体经济总收入2.35亿元，比上年增长18.6%，占比提高3.4个百分点。
聚力惠民生
“连心路”工程硬化公路320公里，受益群众5.6万户21.3万人。
县直单位86家派出工作队，走访群众1.7万户次，收集意见2309条，办结2198条，办结率95.2%。
贫困户由7800户减到1460户，贫困发生率由14.9%降到2.7%，下降12.2个百分点。
每名干部联系3至5户，每月走访不少于4次。
全县建成“邻里小院”137个，调解纠纷640余起，成功率达98%以上。
种植茶叶4.5万亩，年产值逾3亿元，带动1.1万人就业，人均增收2800元。
县里组织志愿服务队25支，开展服务1830场次，参加者近2万人次。
当天到会的有数十名党员和十几位村民。他们说，“五步议
事”让大家心里亮堂，村里的事办得更快。
聚力严管理
全县整顿软弱涣散村党组织14个，处理违纪党员27人，其中党内警告19人。
实行“一事一档”，全县208个行政村全部建档，建档率100%。
第一书记208名全部到岗，每月驻村20天以上，县里派出督查组8个，督查36次。
图为党员在“田埂课堂”听课，当天听课人数86人。
到2020年，全县将建成示范村30个，集体经济总收入力争突破3亿元。
下一步，青禾县将继续努力。
`;

export const PARAGRAPHS = paragraphsOf(TEXT);

interface Line {
  readonly at: number | readonly number[];
  readonly printed: string;
  readonly unit: string;
  readonly extra?: string;
}

const line = (at: Line['at'], printed: string, unit: string, extra = ''): Line => ({ at, printed, unit, extra });

const LINES: readonly Line[] = [
  line(4, '12个', '个乡镇', "clause: '共有12个乡镇'"),
  line([4, 26], '208个', '个村'),
  line(4, '3.2万名', '名'),
  line(4, '46.8万人', '人'),
  line(4, '2次', '次', 'per: [year]'),
  line(5, '156期', '期', "clause: '全年办班156期'"),
  line(5, '2.4万人次', '人次'),
  line(5, '1873人', '人'),
  line(5, '4215人次', '人次'),
  line(6, '9名', '名'),
  line(6, '75%', '%'),
  line(7, '416名', '名'),
  line(7, '不少于2名', '名', 'nature: standard, per: [village]'),
  line(7, '35岁以下', '岁'),
  line(7, '六成', '成'),
  line(9, '3200元/月', '元', 'per: [month]'),
  line(9, '2600元/月', '元', "per: [month], clause: '村会计为2600元'"),
  line(9, '5000元/年', '元', 'per: [year], nature: standard'),
  line(10, '1.26亿元', '元'),
  line(10, '48个', '个场所', 'nature: plan'),
  line(10, '约60个', '个场所', 'nature: plan'),
  line(10, '近20万元', '元', 'per: [thing]'),
  line(11, '1024人', '人'),
  line(11, '1200元/人/年', '元', 'per: [person, year]'),
  line(11, '380余万元', '元'),
  line(12, '超过10万元', '元'),
  line(12, '57个', '个村'),
  line(12, '50—80万元', '元'),
  line(12, '6个', '个村'),
  line(13, '2.35亿元', '元', 'initiative: collective-income'),
  line(13, '18.6%', '%', 'initiative: collective-income'),
  line(13, '3.4个百分点', '个百分点', "initiative: collective-income, clause: '占比提高3.4个百分点'"),
  line(15, '320公里', '公里'),
  line(15, '5.6万户', '户'),
  line(15, '21.3万人', '人'),
  line(16, '86家', '家单位'),
  line(16, '1.7万户次', '户次'),
  line(16, '2309条', '条'),
  line(16, '2198条', '条', "clause: '办结2198条'"),
  line(16, '95.2%', '%'),
  line(17, '7800户', '户'),
  line(17, '1460户', '户'),
  line(17, '14.9%', '%'),
  line(17, '2.7%', '%', "clause: '降到2.7%'"),
  line(17, '12.2个百分点', '个百分点'),
  line(18, '3至5户', '户', 'per: [person]'),
  line(18, '不少于4次', '次', 'per: [month], nature: standard'),
  line(19, '137个', '个'),
  line(19, '640余起', '起'),
  line(19, '98%以上', '%'),
  line(20, '4.5万亩', '亩'),
  line(20, '逾3亿元', '元', 'per: [year]'),
  line(20, '1.1万人', '人'),
  line(20, '2800元', '元', "per: [person], clause: '人均增收2800元'"),
  line(21, '25支', '支'),
  line(21, '1830场次', '场次'),
  line(21, '近2万人次', '人次'),
  line(22, '数十名', '名'),
  line(22, '十几位', '位'),
  line(25, '14个', '个党组织'),
  line(25, '27人', '人'),
  line(25, '19人', '人', "clause: '党内警告19人'"),
  line(26, '100%', '%'),
  line(27, '208名', '名'),
  line(27, '20天以上', '天', 'per: [month], nature: standard'),
  line(27, '8个', '个团队'),
  line(27, '36次', '次'),
  line(28, '86人', '人'),
  line(29, '30个', '个村', 'nature: target'),
  line(29, '突破3亿元', '元', 'nature: target'),
];

export const COUNTY = `---
name: 青禾县
english: Qinghe County
province: 某省
prefecture: 某市
seal: 青
period: { from: '2018' }
summary: 讲村级组织、报酬和走访，书记工资为{figure-16}。
sources: [qinghe-2018]
figures:
${LINES.map(figureLine).join('\n')}
initiatives:
  - { id: village-rules, name: 青禾县村级组织建设办法, english: Village rules, themes: [branches], at: 4, summary: 县委印发办法，规定村级组织怎样建设。 }
  - { id: field-class, name: 田埂课堂, english: Field class, themes: [training], at: [5, 28], summary: 县委为党员和村干部办班。 }
  - { id: three-questions, name: 三问制, english: Three questions, themes: [branches], at: 6, summary: 县委约谈工作滞后的书记。 }
  - { id: seedlings, name: 青苗计划, english: Seedling plan, themes: [training], at: 7, summary: 为各村储备后备的干部。 }
  - { id: pay, name: 村干部报酬, coined: true, english: Pay, themes: [branches], at: [9, 10, 11], summary: 提高报酬并补助村级场所。 }
  - { id: collective-income, name: 村集体经济, english: Collective economy, themes: [branches], at: [12, 13], summary: 各村经营集体经济并增加收入。 }
  - { id: heart-road, name: 连心路, english: Heart road, themes: [branches], at: 15, summary: 为群众硬化通村的公路。 }
  - { id: neighbours, name: 邻里小院, english: Neighbours, themes: [branches], at: 19, summary: 在小院里调解群众的纠纷。 }
  - { id: five-steps, name: 五步议事, english: Five steps, themes: [branches], at: [22, 23], summary: 村里的事按步骤商量决定。 }
  - { id: one-file, name: 一事一档, english: A file each, themes: [branches], at: 26, summary: 各村为每件事建立档案。 }
---
## 做法

<Initiative id="field-class">

办班<Figure id="figure-6" />。

</Initiative>
`;

function figureLine({ at, printed, unit, extra }: Line, i: number): string {
  const reading = readPrinted(printed);
  if (isUnread(reading)) throw new Error(reading.problem);
  const { value, bound } = reading;
  const typed = typeof value === 'object' && value !== null ? `{ min: ${value.min}, max: ${value.max} }` : `${value}`;
  const where = typeof at === 'number' ? `${at}` : `[${at.join(', ')}]`;
  return `  - { id: figure-${i + 1}, label: 青禾县的一个数, printed: '${printed}', value: ${typed}, unit: '${unit}'${bound === 'exact' ? '' : `, bound: ${bound}`}, at: ${where}${extra ? `, ${extra}` : ''} }`;
}

export const SOURCE = `county: qinghe
title: 青禾县基层党建工作纪实
publisher: null
authors: []
date: '2018-06-03'
dateBasis: stated
dateNote: 标题下方印有日期
kind: 工作报道
address: null
sha256: ${createHash('sha256').update(TEXT).digest('hex')}
paragraphs:
${PARAGRAPHS.map((text) => `  - { section: null, first: '${text.slice(0, 12)}' }`).join('\n')}
setAside:
  numbers:
    - { text: 2018年6月3日, reason: 报道的日期 }
    - { text: 三年共发放, reason: 累计的年数 }
    - { text: 2020年, reason: 目标的年份 }
  names: []
  paragraphs:
    - { at: [1, 2, 3], reason: 标题、日期和小节标题 }
    - { at: [8, 14, 24, 30], reason: 小节标题和结语 }
remarks: []
`;

const THEME = (name: string, order: number) => `---
name: ${name}
english: ${name}
order: ${order}
question: 县里怎样做？
summary: 县里的做法见各条举措。
---
`;

/** A whole content tree around the report. */
export const FILES: Readonly<Record<string, string>> = {
  'content/counties/qinghe.mdx': COUNTY,
  'content/sources/qinghe-2018.yaml': SOURCE,
  'content/themes/branches.mdx': THEME('支部', 1),
  'content/themes/training.mdx': THEME('培训', 2),
};
