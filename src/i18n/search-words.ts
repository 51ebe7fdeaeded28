import type { Facet } from '../search/facets.ts';
import type { Kind } from '../search/kinds.ts';
import type { Way } from '../search/query.ts';

const list = (words: readonly string[]) => words.map((word) => `“${word}”`).join('');
const some = (words: readonly string[], most = 4) =>
  words.length > most ? `${list(words.slice(0, most))}等` : list(words);

/** The words that the scripts of search need: kept apart so that the browser loads no more. */
export const searchWords = {
  kinds: {
    initiative: '做法',
    theme: '专题',
    term: '术语',
    friend: '同名不同事',
    county: '县',
    indicator: '指标',
    question: '问题',
    source: '来源',
    page: '本站',
  } satisfies Record<Kind, string>,
  facets: { counties: '县', themes: '专题', kinds: '类别' } satisfies Record<Facet, string>,
  narrow: '筛选',
  clear: '全部取消',
  working: (query: string) => `正在检索“${query}”……`,
  exact: (count: number, query: string) => `含有“${query}”的${count}条`,
  noExact: (query: string) => `没有一条照原样含有“${query}”`,
  /** What a loosened query was read as. */
  looser: (way: Way, read: readonly string[], count: number): string => {
    const as = {
      plain: `换成${some(read)}再找`,
      apart: `分开含有${some(read)}`,
      english: '英文名含有这些词',
      pinyin: `按拼音读作${some(read)}`,
      typo: `有一两个字不同：${some(read)}`,
      same: read.length > 0 ? `按意思拆开找：${some(read, 6)}` : '拆开找',
      some: read.length > 0 ? `只含有其中一部分：${some(read, 6)}` : '只含有其中一部分',
    } satisfies Record<Way, string>;
    return `放宽以后（${as[way]}）：${count}条`;
  },
  looserCount: (count: number, more: boolean) => `放宽以后${more ? '另' : ''}有${count}条`,
  anySign: '标点不分哪一种',
  tried: {
    plain: '换成简体',
    apart: '分开找每一个词',
    english: '英文名',
    pinyin: '拼音和首字母',
    typo: '错一个字的名称',
    same: '换成同义的术语',
    some: '只含有一部分',
  } satisfies Record<Way, string>,
  none: (query: string) => `没有找到“${query}”`,
  triedList: (ways: readonly string[]) =>
    ways.length > 0 ? `照原样没有；又试过${ways.join('、')}，也没有。` : '照原样没有。',
  nearest: '名称相近的',
  themes: '或者从专题看起',
  nothing: (query: string) => `“${query}”里没有可以检索的字或数字。`,
  shortened: (length: number) => `检索词太长，只用了开头${length}个字。`,
  most: (count: number) => `只列出最切题的${count}条。`,
  unknown: (values: readonly string[]) => `地址里的${some(values)}不是本站的县、专题或类别，没有理会。`,
  narrowed: (shown: number, all: number) => `筛选后${shown}条，共${all}条`,
  noneLeft: '这样筛选，一条也没有留下。',
  noExcerpt: '摘录没有取到。',
  again: '再试一次',
  alias: (alias: string) => `又作“${alias}”。`,
  /** That other counties use a name of a practice for something else. */
  sameName: (name: string, counties: readonly string[]) => `同名不同事：“${name}”在${counties.join('、')}所指不尽相同`,
  all: (count: number) => `全部${count}条结果`,
  said: (count: number) => `找到${count}条，用上下键选择，回车打开。`,
  suggestions: '检索结果',
  marked: (count: number) => `已标出${count}处`,
  unmark: '去掉标记',
} as const;
