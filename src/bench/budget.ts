/**
 * What a page may cost a reader who comes for the first time: bytes of bodies as sent with gzip, and requests. The one definition:
 * the tests of the built site keep it, and the bench tells how much of it is used. What the worker fetches for later, when the page
 * stands and the browser has nothing else to do, is not part of the page.
 */
export const PAGE_BUDGET = {
  /** The page itself. */
  html: 45_000,
  /** All styles of the site. */
  css: 12_000,
  /** All scripts that a page loads before its search is touched. */
  js: 5_000,
  /** Scripts of a page that narrows nothing and takes nothing along. */
  plainJs: 3_000,
  /** The page, its style sheet, two scripts and the icon. */
  requests: 5,
} as const;
