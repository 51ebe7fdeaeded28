// Runs before the page is painted: where the address holds a query the index makes room for its results, so that nothing moves
// when they come. Where the script of the search page does not take over, the index comes back.
(() => {
  const root = document.documentElement;
  if (!(new URLSearchParams(location.search).get('q') || '').trim()) return;
  const back = () => {
    if (root.dataset.query === '') delete root.dataset.query;
  };
  root.dataset.query = '';
  setTimeout(back, 8000);
  addEventListener('error', (event) => event.target instanceof HTMLScriptElement && back(), true);
})();
