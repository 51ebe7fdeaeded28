/**
 * The one table of units. What a figure counts, and so what it may be set beside, follows from its unit by this table
 * and is never typed by a contributor.
 *
 * A unit's name is a measure word (`人次`), or a measure word and a noun where the measure word alone does not tell what
 * is counted (`个村`). Scales (万, 亿) are no units: `1.6万户` is 16000 `户`.
 */

/**
 * What can be counted, each with the difference that keeps it apart from its neighbours: two figures may stand in one
 * series only when this is the same for both.
 */
export const COUNTED = [
  /** Persons, each once. */
  'people',
  /** Persons, each time they come (人次): never comparable with people. */
  'attendances',
  'households',
  /** Households, each time they are visited (户次). */
  'household-visits',
  /** Administrative villages, the level that has a Party organisation of its own. */
  'villages',
  /** Natural villages, hamlets and villager groups: below the administrative village. */
  'hamlets',
  /** Urban communities (社区). */
  'communities',
  /** Villages and communities in one sum, as `65个村(社区)` prints them. */
  'villages-and-communities',
  'village-visits',
  'townships',
  'counties',
  /** Sites that one can go to: points, bases, stations, rooms. */
  'places',
  /** Buildings, rooms and works of engineering. */
  'structures',
  /** Firms, offices, cooperatives, schools and other bodies outside the Party. */
  'organisations',
  'organisation-visits',
  /** Party committees, general branches and branches. */
  'party-organisations',
  /** Working teams and corps (支, 个服务团). */
  'teams',
  'projects',
  /** Posts and quotas, filled or not. */
  'posts',
  'money',
  /** Shares of a whole. */
  'ratio',
  /** Differences of two shares: never comparable with a share. */
  'points',
  /** Happenings: meetings, courses, reports, incidents. */
  'events',
  /** Boats, lorries and machines, each time they are sent out: an attendance of a machine. */
  'dispatches',
  /** Objects, papers and cases, and whatever `个` counts without saying what. */
  'things',
  /** Clauses, measures, duties and the kinds that a text sorts them into. */
  'rules',
  /** Rungs of a hierarchy (4级). */
  'levels',
  'animals',
  'plants',
  'area',
  'length',
  'mass',
  'volume',
  'power',
  'energy',
  'duration',
  /** Hours of teaching, whose length differs from place to place. */
  'lessons',
  'age',
  /** Marks in an examination or appraisal. */
  'score',
  'votes',
  /** How many times as much. */
  'multiple',
  /** How many times doubled (翻两番). */
  'doublings',
] as const;

/** One of the kinds of thing that a unit counts. */
export type Counted = (typeof COUNTED)[number];

/** One unit; every field is filled in. */
export interface Unit {
  /** What a contributor types, such as `人次` or `个村`. */
  readonly name: string;
  readonly counts: Counted;
  /** The measure word that stands after the number: the name itself, or its beginning. */
  readonly measure: string;
  /** Endings by which a source may name what is counted; empty where the measure word says enough. */
  readonly nouns: readonly string[];
  /** Other ways in which a source prints the measure word. */
  readonly spellings: readonly string[];
  /**
   * How many of the kind's base unit (元, 平方米, 米, 千克, 立方米, 千瓦, 千瓦时, 小时, %) one of it is; null where no
   * fixed factor exists, as for months: such values compare only with the same unit.
   */
  readonly size: number | null;
}

interface Row {
  readonly counts: Counted;
  readonly measure?: string;
  readonly nouns?: readonly string[];
  readonly spellings?: readonly string[];
  readonly size?: number | null;
}

const TABLE = {
  人: { counts: 'people' },
  名: { counts: 'people' },
  位: { counts: 'people' },
  口: { counts: 'people', spellings: ['口人'] },
  个人: { counts: 'people', measure: '个', nouns: ['人', '党员', '干部', '书记', '群众'] },

  人次: { counts: 'attendances', spellings: ['人(次)'] },

  户: { counts: 'households' },
  个户: { counts: 'households', measure: '个', nouns: ['户', '家庭'] },
  户次: { counts: 'household-visits' },

  个村: { counts: 'villages', measure: '个', nouns: ['村', '村庄'] },
  个自然村: { counts: 'hamlets', measure: '个', nouns: ['自然村', '屯', '寨'] },
  个村民小组: { counts: 'hamlets', measure: '个', nouns: ['村民小组', '村组'] },
  个社区: { counts: 'communities', measure: '个', nouns: ['社区'] },
  个村社区: {
    counts: 'villages-and-communities',
    measure: '个',
    nouns: ['村(社区)', '村(居)', '村、社区', '村和社区', '村社区', '村居'],
  },
  村次: { counts: 'village-visits' },
  个乡镇: { counts: 'townships', measure: '个', nouns: ['乡镇', '乡', '镇', '街道', '乡镇场', '乡镇(街道)', '镇街'] },
  个县: { counts: 'counties', measure: '个', nouns: ['县', '县市', '县市区', '县(市)', '县(市、区)', '县区'] },

  处: { counts: 'places' },
  个点: { counts: 'places', measure: '个', nouns: ['点'] },
  个基地: { counts: 'places', measure: '个', nouns: ['基地'] },
  个中心: { counts: 'places', measure: '个', nouns: ['中心'] },
  个场所: {
    counts: 'places',
    measure: '个',
    nouns: ['场所', '阵地', '广场', '园区', '产业园', '示范区', '示范片', '示范带'],
  },
  个站: { counts: 'places', measure: '个', nouns: ['站', '驿站'] },
  个室: { counts: 'places', measure: '个', nouns: ['室', '馆', '厅', '厅(室)', '站(室)', '室(站)'] },
  个平台: { counts: 'places', measure: '个', nouns: ['平台'] },

  座: { counts: 'structures' },
  栋: { counts: 'structures', spellings: ['幢'] },
  间: { counts: 'structures' },
  套住房: { counts: 'structures', measure: '套', nouns: ['住房', '房', '房屋', '安置房', '公寓'] },
  条道路: { counts: 'structures', measure: '条', nouns: ['道路', '公路', '路', '街', '渠道', '河'] },
  个水库: { counts: 'structures', measure: '个', nouns: ['水库', '大棚', '泵站', '水电站'] },

  家: { counts: 'organisations' },
  所: { counts: 'organisations' },
  家企业: { counts: 'organisations', measure: '家', nouns: ['企业', '公司', '厂', '工厂'] },
  家单位: { counts: 'organisations', measure: '家', nouns: ['单位', '部门', '机关'] },
  家合作社: { counts: 'organisations', measure: '家', nouns: ['合作社', '家庭农场'] },
  户企业: { counts: 'organisations', measure: '户', nouns: ['企业', '公司', '商户', '个体户'] },
  所学校: { counts: 'organisations', measure: '所', nouns: ['学校', '小学', '中学', '幼儿园', '学院'] },
  个企业: { counts: 'organisations', measure: '个', nouns: ['企业', '公司', '厂'] },
  个单位: {
    counts: 'organisations',
    measure: '个',
    nouns: ['“两新”组织', '“两新组织”', '两新组织', '单位', '部门', '机关'],
  },
  个合作社: { counts: 'organisations', measure: '个', nouns: ['合作社', '家庭农场'] },
  个社会组织: {
    counts: 'organisations',
    measure: '个',
    nouns: ['社会组织', '协会', '商会', '理事会', '联合会'],
  },
  家次: { counts: 'organisation-visits' },

  个党组织: {
    counts: 'party-organisations',
    measure: '个',
    nouns: ['党组织', '党(工)委', '党委', '党工委', '党总支'],
  },
  个党支部: { counts: 'party-organisations', measure: '个', nouns: ['党支部', '支部', '党小组'] },

  支: { counts: 'teams' },
  个团队: { counts: 'teams', measure: '个', nouns: ['团队', '队', '队伍', '团', '专班', '工作组', '小组', '小分队'] },
  组: { counts: 'teams' },

  个项目: { counts: 'projects', measure: '个', nouns: ['项目', '工程'] },
  个岗位: { counts: 'posts', measure: '个', nouns: ['岗位', '公益岗', '职位', '名额', '指标'] },

  元: { counts: 'money', spellings: ['圆', '块钱', '元钱', '元人民币'] },
  // An exchange rate is not in the sources, so foreign money stands only beside itself.
  美元: { counts: 'money', size: null },

  '%': { counts: 'ratio' },
  '‰': { counts: 'ratio', size: 0.1 },
  成: { counts: 'ratio', size: 10 },
  个百分点: { counts: 'points', spellings: ['百分点'] },

  次: { counts: 'events' },
  回: { counts: 'events' },
  趟: { counts: 'events' },
  场: { counts: 'events' },
  场次: { counts: 'events' },
  期: { counts: 'events' },
  期次: { counts: 'events' },
  届: { counts: 'events' },
  批: { counts: 'events' },
  批次: { counts: 'events' },
  轮: { counts: 'events', spellings: ['轮次'] },
  遍: { counts: 'events' },
  起: { counts: 'events' },
  堂: { counts: 'events' },
  节: { counts: 'events' },
  个班: { counts: 'events', measure: '个', nouns: ['班', '班次', '培训班'] },

  舟次: { counts: 'dispatches', spellings: ['艘次', '船次'] },
  班次: { counts: 'dispatches' },
  台次: { counts: 'dispatches', spellings: ['台套次'] },
  车次: { counts: 'dispatches', spellings: ['辆次'] },
  架次: { counts: 'dispatches' },

  个: { counts: 'things' },
  件: { counts: 'things' },
  块: { counts: 'things' },
  本: { counts: 'things' },
  册: { counts: 'things' },
  卷: { counts: 'things' },
  份: { counts: 'things' },
  张: { counts: 'things' },
  面: { counts: 'things' },
  幅: { counts: 'things' },
  枚: { counts: 'things' },
  封: { counts: 'things' },
  篇: { counts: 'things' },
  部: { counts: 'things' },
  首: { counts: 'things' },
  门: { counts: 'things' },
  套: { counts: 'things', spellings: ['台套', '台(套)'] },
  台: { counts: 'things' },
  辆: { counts: 'things' },
  艘: { counts: 'things', spellings: ['条船'] },
  架: { counts: 'things' },
  盏: { counts: 'things' },
  顶: { counts: 'things' },
  口井: { counts: 'structures', measure: '口', nouns: ['井', '机井', '山塘', '水塘'] },
  例: { counts: 'things' },
  宗: { counts: 'things' },
  桩: { counts: 'things' },
  笔: { counts: 'things' },

  条: { counts: 'rules' },
  项: { counts: 'rules' },
  类: { counts: 'rules', spellings: ['大类', '小类', '门类'] },
  种: { counts: 'rules' },
  款: { counts: 'rules' },
  个方面: { counts: 'rules', measure: '个', nouns: ['方面', '环节', '步骤', '要点', '领域', '类别'] },
  级: { counts: 'levels' },
  层: { counts: 'levels' },

  头: { counts: 'animals' },
  只: { counts: 'animals' },
  羽: { counts: 'animals' },
  匹: { counts: 'animals' },
  尾: { counts: 'animals' },
  株: { counts: 'plants', spellings: ['棵'] },

  平方米: { counts: 'area', spellings: ['平米', '㎡', '平方'] },
  // Fifteen mu are one hectare.
  亩: { counts: 'area', size: 2000 / 3 },
  公顷: { counts: 'area', size: 10_000 },
  平方公里: { counts: 'area', size: 1_000_000, spellings: ['平方千米', 'km2'] },

  米: { counts: 'length' },
  厘米: { counts: 'length', size: 0.01 },
  公里: { counts: 'length', size: 1000, spellings: ['千米', 'km'] },
  华里: { counts: 'length', size: 500 },

  千克: { counts: 'mass', spellings: ['公斤', 'kg'] },
  克: { counts: 'mass', size: 0.001 },
  斤: { counts: 'mass', size: 0.5, spellings: ['市斤'] },
  吨: { counts: 'mass', size: 1000 },

  立方米: { counts: 'volume', spellings: ['立方'] },
  升: { counts: 'volume', size: 0.001 },

  千瓦: { counts: 'power', spellings: ['kW'] },
  兆瓦: { counts: 'power', size: 1000, spellings: ['MW'] },
  千瓦时: { counts: 'energy', spellings: ['度电'] },

  小时: { counts: 'duration', spellings: ['个小时', '钟头', '个钟头'] },
  分钟: { counts: 'duration', size: 1 / 60 },
  天: { counts: 'duration', size: 24, spellings: ['日'] },
  个工作日: { counts: 'duration', size: null, spellings: ['工作日'] },
  周: { counts: 'duration', size: 168, spellings: ['个星期', '星期', '个礼拜'] },
  // `月` alone is a date (`6月`); a length of time is printed `个月`.
  个月: { counts: 'duration', size: null },
  个季度: { counts: 'duration', size: null, spellings: ['季度'] },
  年: { counts: 'duration', size: null, spellings: ['个年头', '周年'] },
  学时: { counts: 'lessons', spellings: ['课时', '个学时', '个课时'] },

  岁: { counts: 'age', spellings: ['周岁'] },
  分: { counts: 'score' },
  票: { counts: 'votes' },
  倍: { counts: 'multiple' },
  番: { counts: 'doublings' },
} as const satisfies Record<string, Row>;

/** The name of a unit of the table. */
export type UnitName = keyof typeof TABLE;

const complete = (name: string, row: Row): Unit => ({
  name,
  counts: row.counts,
  measure: row.measure ?? name,
  nouns: row.nouns ?? [],
  spellings: row.spellings ?? [],
  size: row.size === undefined ? 1 : row.size,
});

/** All units by name, in the order of the table. */
export const UNITS = Object.fromEntries(
  Object.entries<Row>(TABLE).map(([name, row]) => [name, complete(name, row)]),
) as Readonly<Record<UnitName, Unit>>;

/** The names of all units, in the order of the table. */
export const UNIT_NAMES = Object.keys(TABLE) as readonly UnitName[];

/** Whether the text is the name of a unit; spellings and scaled units (`万元`) are none. */
export function isUnit(name: string): name is UnitName {
  // `hasOwn`, since `constructor` is in every object and no unit.
  return Object.hasOwn(TABLE, name);
}

/** The unit of that name, or null where the table has none. */
export function unitOf(name: string): Unit | null {
  return isUnit(name) ? UNITS[name] : null;
}

/** What figures in this unit count. */
export function countedBy(name: UnitName): Counted {
  return UNITS[name].counts;
}

/**
 * Every measure word and every spelling of one, the longest first and then in the order of the table, so that the first
 * that fits is the right one: `人次` is seen before `人`, `个百分点` before `个`.
 */
export const MEASURE_WORDS: readonly string[] = [
  ...new Set(Object.values(UNITS).flatMap((unit) => [unit.measure, ...unit.spellings])),
].sort((a, b) => b.length - a.length);

/** The longest measure word that the text begins with, or null. */
export function measureWordAt(text: string): string | null {
  return MEASURE_WORDS.find((word) => text.startsWith(word)) ?? null;
}

// Kinds that one measures, so that their units differ by a factor only.
const MEASURED: readonly Counted[] = [
  'money',
  'ratio',
  'area',
  'length',
  'mass',
  'volume',
  'power',
  'energy',
  'duration',
  'people',
  'households',
];

// Measure words of one meaning. Whatever else counts the same kind is still another thing: a course (期) is no session (场).
const ALIKE: readonly (readonly UnitName[])[] = [
  ['次', '回', '趟', '遍'],
  ['场', '场次'],
  ['期', '期次'],
  ['批', '批次'],
  ['堂', '节'],
  ['家单位', '个单位'],
  ['家企业', '个企业', '户企业'],
  ['家合作社', '个合作社'],
  ['本', '册'],
];

/** By what a number in the unit `from` is multiplied to be one in the unit `to`; null where the two do not count the same. */
export function factorBetween(from: UnitName, to: UnitName): number | null {
  if (from === to) return 1;
  const [a, b] = [UNITS[from], UNITS[to]];
  if (a.counts !== b.counts || a.size === null || b.size === null) return null;
  if (MEASURED.includes(a.counts)) return a.size / b.size;
  return ALIKE.some((words) => words.includes(from) && words.includes(to)) ? 1 : null;
}

/** Units that count comings and goings, each with what it counts once: an attendance is not a person. */
export const VISITS: Readonly<Partial<Record<Counted, Counted>>> = {
  attendances: 'people',
  'household-visits': 'households',
  'village-visits': 'villages',
  'organisation-visits': 'organisations',
};
