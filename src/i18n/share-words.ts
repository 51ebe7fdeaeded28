/** What a page is told to be where it is shared or read by machines. */
export const shareWords = {
  /** Open Graph writes language and region with an underscore. */
  locale: 'zh_CN',
  pictureLabel: '“县域做法图谱”，左边一方“县”字朱印；下面是衡、邵、崇、东、永五方县印。',
  data: (reports: string) =>
    `${reports}份县级基层党建报道逐条拆成的做法和数据，附出处、性质、时间、范围，以 CSV 和 JSON 下载。数字由各县自己公布，未经核实；口径不同的数不能相比。`,
  indicator: (definition: string) =>
    `${definition}各县报道印出的这类数，每一对都注明能不能比、为什么。数字由各县自己公布，未经核实。`,
} as const;
