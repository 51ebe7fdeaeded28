/**
 * The attributes of words on the page for what is not there: those for a reader who has a network, and those for one who has none, which
 * are hidden in the file, so that they are hidden without styles too.
 */
export const WHEN = {
  online: { 'data-when': 'online' },
  offline: { 'data-when': 'offline', hidden: true },
} as const;

/** The same page for a reader without a network: what was hidden is shown, and the other way round. */
export function withoutNetwork(html: string): string {
  return html
    .replaceAll('data-when="offline" hidden', 'data-when="offline"')
    .replaceAll('data-when="online"', 'data-when="online" hidden');
}
