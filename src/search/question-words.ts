/**
 * Words that make a question or hold a sentence together and say nothing of what is looked for. They are left out only where a
 * query is taken apart; a query as typed keeps them. General Chinese and English.
 */
const CHINESE = listOf(`
  怎么算 咋办 咋样 咋 多少钱 没有 没 不 有没有 是不是 能不能 会不会 要不要 该不该 可不可以 为什么 怎么办 怎么样
  什么样 什么事 啥事 是什么 有什么 做什么 干什么 干什么的 有哪些 是哪些 哪一个 哪几个 哪些事 哪几样 哪个县 哪些县
  哪几个县 各个县 各县 哪个 哪些 哪里 哪儿 哪种 哪类 什么时候 什么 怎么 怎样 如何 多少 几个 几样 多久 多大 是谁
  谁来 由谁 谁 啥 哪 是否 可以 能够 应该 需要 才能 请问 关于 对于 以及 还是 或者 如果 因为 所以 但是 一下 一些
  一年 这些 那些 这个 那个 有关 都做些什么 做些什么 的话 的人 的事 东西 吗 呢 吧 啊 呀 了 的 地 得 着 过 是 有 在
  和 与 及 或 被 把 将 让 给 对 向 从 到 由 于 以 为 就 都 才 也 还 很 太 太多 能 会 要 该 用 来 去 县 几 个 里 上
  中 多 又 再
`);

const PARTICLES = '的了吗呢吧啊呀';
const SURELY = new RegExp(
  [...CHINESE.filter((word) => word.length > 1).sort((a, b) => b.length - a.length), `[${PARTICLES}]`].join('|'),
  'u',
);

/** English words that hold no meaning of their own. */
export const ENGLISH = new Set(
  listOf(`
  a an the of for in on at to and or by with from into who what which how why when where do does did is are was
  were be can their its it as about over under between among per all any that this these those have has had been
  being not no can may must will would should could more most than also but if then there
  `),
);

/** Such words at the start of `text`. */
export function questionWordsAt(text: string): string[] {
  return CHINESE.filter((word) => text.startsWith(word));
}

/**
 * What is left of a text between the words that surely only make a question: those of two letters and more, and particles. Letters that
 * stand everywhere are the heaviest pieces of the index; they are not loaded for nothing.
 */
export function withoutQuestion(text: string): string[] {
  return text.split(SURELY).filter((piece) => piece !== '');
}

function listOf(words: string): string[] {
  return words.trim().split(/\s+/);
}
