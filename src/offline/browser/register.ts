/**
 * Asks the browser to keep the site, once the page stands and nothing else is to be done. A browser that cannot, a reader who saves
 * data, and a page that did not come safely do without.
 */
if (import.meta.env.PROD && import.meta.env.KEEPS_OFFLINE) {
  const { serviceWorker, connection } = navigator as Navigator & { connection?: { readonly saveData?: boolean } };
  const idle = window.requestIdleCallback ?? setTimeout;
  if (serviceWorker && !connection?.saveData) {
    addEventListener('load', () =>
      idle(() => serviceWorker.register(`${import.meta.env.BASE_URL}sw.js`).catch(() => {})),
    );
  }
}
