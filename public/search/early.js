// Before the first paint: room for results, what any query needs asked for at once, and the index back with a word where the page’s own
// script does not take over.
(() => {
  const { dataset } = document.documentElement;
  dataset.search = '';
  if ((new URLSearchParams(location.search).get('q') || '').trim()) {
    dataset.query = '';
    for (const href of document.currentScript.dataset.first.split(' ')) {
      const link = Object.assign(document.createElement('link'), { href, crossOrigin: 'anonymous' });
      if (href.endsWith('.js')) link.rel = 'modulepreload';
      else Object.assign(link, { rel: 'preload', as: 'fetch' });
      document.head.append(link);
    }
  }
  const back = ({ target } = {}) => {
    // An image or a style that fails is no script.
    if (dataset.search !== '' || (target instanceof Element && target.localName !== 'script')) return;
    delete dataset.search;
    delete dataset.query;
  };
  setTimeout(back, 8000);
  // A script that came in part may be one that runs, and does nothing: by now it has come to its end, or never will.
  addEventListener('DOMContentLoaded', () => 'entered' in dataset || back());
  addEventListener('error', back, true);
})();
