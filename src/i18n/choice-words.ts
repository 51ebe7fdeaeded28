/** The words that the scripts of comparisons need: kept apart so that the browser loads no more. */
export const choiceWords = {
  choice: {
    ignored: (ids: readonly string[], left: boolean) => {
      // Signs that cannot be seen could turn the sentence round.
      const shown = ids.slice(0, 4).map((id) => {
        const letters = [...id.replace(/\p{C}/gu, '')];
        return `“${letters.slice(0, 20).join('')}${letters.length > 20 ? '……' : ''}”`;
      });
      const more = ids.length > shown.length ? `等${ids.length}个` : '';
      return `网址里的${shown.join('、')}${more}不是本站的县或问题，没有理会${left ? '' : '，显示的是全部'}。`;
    },
    shown: (counties: number, themes: number) => `显示${counties}个县、${themes}个问题。`,
    shownCounties: (counties: number) => `显示${counties}个县。`,
  },
} as const;
