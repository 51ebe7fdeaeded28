import type { Kind } from '../search/kinds.ts';

/** The words of the search page that its script needs: kept apart so that the browser loads no more. */
export const searchWords = {
  kinds: {
    initiative: '做法',
    theme: '专题',
    term: '术语',
    indicator: '指标',
    county: '县',
    source: '来源',
    page: '本站',
  } satisfies Record<Kind, string>,
  working: (query: string) => `正在检索“${query}”……`,
  exact: (count: number, query: string) => `逐字找到${count}条，都含有“${query}”。`,
  looser: (pieces: readonly string[]) => `放宽以后：分开含有${pieces.map((piece) => `“${piece}”`).join('')}。`,
  looserCount: (count: number, query: string) => `没有一条含有连在一起的“${query}”；分开含有这些词的有${count}条。`,
  none: (query: string) => `没有找到“${query}”。检索是逐字的：少写几个字，或换一个说法；也可以从下面的索引里找。`,
  nothing: (query: string) =>
    query === ''
      ? '没有写检索词。下面是全部做法的索引。'
      : `“${query}”里没有可以检索的字或数字。下面是全部做法的索引。`,
  shortened: (length: number) => `检索词太长，只用了开头${length}个字。`,
  most: (count: number) => `只列出最切题的${count}条。`,
  failed: '检索没有加载成功，可能是网络断了。下面是全部做法的索引，可以用浏览器的页内查找。',
  again: '再试一次',
  alias: (alias: string) => `又作“${alias}”。`,
} as const;
