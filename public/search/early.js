// Runs before the page is painted. Where the address holds a query the index makes room for its results, so that nothing moves
// when they come. Where the script of the search page does not take over, the index comes back with a sentence that says so.
(() => {
  const { dataset } = document.documentElement;
  dataset.search = '';
  if ((new URLSearchParams(location.search).get('q') || '').trim()) dataset.query = '';
  const back = () => {
    if (dataset.search !== '') return;
    delete dataset.search;
    delete dataset.query;
  };
  setTimeout(back, 8000);
  // A script that does not load, and one that does not run.
  addEventListener('error', ({ target }) => (target instanceof HTMLScriptElement || target === window) && back(), true);
})();
