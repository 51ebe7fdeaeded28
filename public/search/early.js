// Before the first paint: room for results, and the index back with a word where the page’s own script does not take over.
(() => {
  const { dataset } = document.documentElement;
  dataset.search = '';
  if ((new URLSearchParams(location.search).get('q') || '').trim()) dataset.query = '';
  const back = ({ target } = {}) => {
    // An image or a style that fails is no script.
    if (dataset.search !== '' || (target instanceof Element && target.localName !== 'script')) return;
    delete dataset.search;
    delete dataset.query;
  };
  setTimeout(back, 8000);
  addEventListener('error', back, true);
})();
