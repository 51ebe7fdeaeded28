/** The words of a whole that is divided into parts. */
export const partsWords = {
  title: (whole: string, printed: string) => `${whole}：${printed}，分作几部分`,
} as const;
