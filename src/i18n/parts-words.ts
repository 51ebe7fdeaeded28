/** The words of a whole that is divided into parts. */
export const partsWords = {
  title: (whole: string, printed: string, parts: string) => `${whole}：${printed}，原文分作${parts}部分`,
} as const;
