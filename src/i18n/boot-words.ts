/** The words of the script that every page runs: apart, so that it stays small. */
export const bootWords = {
  failed: '检索没有加载成功；按回车到检索页再试。',
} as const;
