/** The words by which an error is reported: on the pages for that, and in the text that a reader sends. */
export const reportWords = {
  title: '报告错误',
  description: '发现哪一条记录有错，怎样告诉本站：要写什么，每条记录现成的文字在哪里。',
  lead: '每条做法、数据、存疑、术语、问题和同名不同事的名称旁边都有“报错”，通向这里准备好的文字；县、专题、指标、来源的文字在各自网页的末尾。文字里写好了记录是哪一条、网址、内容版本、网页现在怎样写，只要补上哪里不对、原文怎样写、依据是什么。',
  issue: '报告写成公开的一条议题，要有那个网站的账号；发出以前可以改。不填个人信息，也不贴原文的大段文字。',
  copy: '本站没有设收报告的地址。展开一条，点一下文字就全部选中；复制以后补上后三行，交给提供这个网站的人。',
  compared:
    '本站照原文抄录。原文自己前后不一的地方，记在“存疑”里，不算错；只有本站与原文不符、口径标错、理解错了的，才是错。',
  choose: '按县找记录',
  others: '别的网页',
  terms: '术语的错误',
  any: '不属于某一条记录',
  elsewhere: '县、专题、指标、来源的网页，末尾各有一处“报告错误”；问题和同名不同事的名称在下面。',
  ofCounty: (name: string) => `报告${name}的错误`,
  ofCountyDescription: (name: string) => `${name}的每条做法、数据和存疑，各有一段现成的文字，用来报告错误。`,
  ofTermsDescription: '每条术语各有一段现成的文字，用来报告解释里的错误。',
  back: '回到',
  // Marks of quotation within others are single.
  send: (name: string) => `报告“${name.replaceAll('“', '‘').replaceAll('”', '’')}”的错误`,
  subject: (ref: string, name: string) => `有误：${name}（${ref}）`,
  fields: {
    record: '记录',
    address: '网址',
    version: '内容版本',
    shown: '网页现在写',
    wrong: '哪里不对',
    printed: '原文怎样写（第几段）',
    grounds: '依据',
  },
} as const;
