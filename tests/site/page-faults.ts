/**
 * What a page is held against as a browser lays it out. Each function runs in the page, so it uses nothing from outside, and gives
 * every fault as a phrase.
 */

/** Headings: one of the first level, and no level left out. */
export function outlineFaults(): string[] {
  const shown = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].filter((one) => one.checkVisibility());
  const levels = shown.map((one) => Number(one.tagName.slice(1)));
  const faults: string[] = [];
  const first = levels.filter((level) => level === 1).length;
  if (first !== 1) faults.push(`${first} headings of the first level`);
  shown.forEach((one, i) => {
    const [level = 0, before = 0] = [levels[i], levels[i - 1]];
    if (level > before + 1) faults.push(`h${level} after h${before}: ${one.textContent?.trim()}`);
  });
  return faults;
}

/** Tables: each has a caption, each head says what it is the head of, and each cell of data has heads. */
export function tableFaults(): string[] {
  const faults: string[] = [];
  for (const table of document.querySelectorAll('table')) {
    const name = table.caption?.textContent?.trim() ?? '';
    if (name === '') faults.push(`a table without caption: ${table.className}`);
    for (const head of table.querySelectorAll('th')) {
      if (!['col', 'row', 'colgroup', 'rowgroup'].includes(head.getAttribute('scope') ?? '')) {
        faults.push(`a head without scope in “${name}”: ${head.textContent?.trim()}`);
      }
      if (head.textContent?.trim() === '') faults.push(`an empty head in “${name}”`);
    }
    const columns = table.querySelectorAll('thead th').length > 0;
    for (const row of table.querySelectorAll('tbody tr')) {
      if (!columns && !row.querySelector('th'))
        faults.push(`cells without heads in “${name}”: ${row.textContent?.trim()}`);
    }
  }
  return faults;
}

/** Opens all that is folded away. There is nothing wrong with that, save that a group that opens one at a time cannot be looked at. */
export function unfold(): string[] {
  const folded = [...document.querySelectorAll('details')];
  for (const one of folded) one.open = true;
  return folded.filter(({ open }) => !open).map(({ name }) => `does not unfold with the others: ${name}`);
}

/** Width: nothing has to be scrolled sideways, and nothing is cut off so that it need not. */
export function widthFaults(): string[] {
  const { scrollWidth, clientWidth } = document.documentElement;
  const faults: string[] = [];
  if (scrollWidth > clientWidth) faults.push(`${scrollWidth} px wide on a screen of ${clientWidth} px`);
  for (const one of [document.documentElement, document.body]) {
    // A page that hides what sticks out would pass the first test and lose text.
    if (['hidden', 'clip'].includes(getComputedStyle(one).overflowX))
      faults.push(`${one.tagName} hides what sticks out`);
  }
  for (const one of document.querySelectorAll('header *, main *, footer *')) {
    const { right, width } = one.getBoundingClientRect();
    const { position, overflowX } = getComputedStyle(one);
    // What is only heard is clipped to one pixel, whatever it holds.
    if (one.closest('.unseen')) continue;
    if (right > clientWidth + 1 && position !== 'absolute') {
      faults.push(`sticks out: ${one.tagName} ${one.className} ${one.textContent?.trim().slice(0, 30)}`);
    }
    // What is only heard is one pixel wide.
    const cut = one instanceof HTMLElement && width > 2 && one.scrollWidth > one.clientWidth + 1;
    if (cut && one.tagName !== 'INPUT' && overflowX !== 'visible') {
      faults.push(`is cut off or scrolls sideways: ${one.tagName} ${one.className}`);
    }
  }
  return faults.slice(0, 4);
}

/** Height: what stays in view while one scrolls leaves at least three quarters of the screen to the text. */
export async function stickyFaults(): Promise<string[]> {
  const sticky = [...document.querySelectorAll('body *')].filter((one) =>
    ['sticky', 'fixed'].includes(getComputedStyle(one).position),
  );
  if (sticky.length === 0) return [];
  const faults = new Set<string>();
  const steps = 24;
  for (let step = 0; step <= steps; step++) {
    scrollTo(0, (document.documentElement.scrollHeight * step) / steps);
    const covered = new Set<number>();
    const names = new Set<string>();
    for (const one of sticky) {
      const { top, bottom, height, width } = one.getBoundingClientRect();
      // Of what is in its own place nothing is covered: only what has reached the place where it stays.
      const stays = Number.parseFloat(getComputedStyle(one).top) || 0;
      if (height < 2 || width < 2 || !one.checkVisibility() || top > stays + 1 || bottom <= 0) continue;
      names.add(`${one.tagName} ${one.className}`);
      for (let y = Math.max(0, Math.floor(top)); y < Math.min(innerHeight, bottom); y++) covered.add(y);
    }
    if (covered.size > innerHeight / 4) {
      faults.add(`${[...names].join(', ')} cover ${covered.size} px of ${innerHeight}`);
    }
  }
  scrollTo(0, 0);
  return [...faults].slice(0, 3);
}

/**
 * Targets: what can be clicked is 24 px high and wide at least, save links within a line of text, whose height is the line's. Of
 * those the marks of numbers are none: they are what a reader of this site presses most.
 */
export function targetFaults(): string[] {
  const faults: string[] = [];
  const within = (link: Element): boolean => {
    if (link.matches('.mark, .doubt')) return false;
    for (let block = link.parentElement; block; block = block.parentElement) {
      if (getComputedStyle(block).display === 'inline') continue;
      const around = [...block.childNodes].some(function says(node): boolean {
        if (node === link || !(node instanceof Element || node instanceof Text)) return false;
        if (node instanceof Text) return /[\p{L}\p{N}]/u.test(node.data);
        const { display, position } = getComputedStyle(node);
        if (position === 'absolute' || !display.startsWith('inline') || node.matches('a, .seal')) return false;
        return [...node.childNodes].some(says);
      });
      return around;
    }
    return false;
  };
  for (const one of document.querySelectorAll('a[href], button, input, select, textarea, summary, label:has(input)')) {
    if (!one.checkVisibility({ visibilityProperty: true }) || one.closest('.skip, .unseen, svg')) continue;
    const boxes = [...one.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
    // A label is the target of its box.
    if (boxes.length === 0 || (one.matches('input') && one.closest('label'))) continue;
    if (one.matches('a') && getComputedStyle(one).display === 'inline' && within(one)) continue;
    const height = Math.max(...boxes.map((box) => box.height));
    const width = Math.max(...boxes.map((box) => box.width));
    if (height < 23.9 || width < 23.9) {
      faults.push(
        `is ${width.toFixed(1)} × ${height.toFixed(1)} px: ${one.tagName.toLowerCase()}.${one.className} ${one.textContent?.trim().slice(0, 20)} in ${one.parentElement?.tagName}.${one.parentElement?.className}`,
      );
    }
  }
  return faults.length > 4 ? [...faults.slice(0, 4), `and ${faults.length - 4} more targets`] : faults;
}

/** What moved by itself while the page came and while one scrolled to its end, summed, if it is more than a fiftieth of the screen. */
export async function shiftFaults(): Promise<string[]> {
  interface Shift extends PerformanceEntry {
    readonly value: number;
    readonly hadRecentInput: boolean;
    readonly sources: readonly { readonly node: Node | null }[];
  }
  const shifts: Shift[] = [];
  const observer = new PerformanceObserver((list) => shifts.push(...(list.getEntries() as Shift[])));
  observer.observe({ type: 'layout-shift', buffered: true });
  const painted = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  await painted();
  await painted();
  // Where a page brings more as one goes on, a reader goes on by screens, and when what is in view has come.
  const brings = () =>
    performance.getEntriesByType('resource').some((one) => 'initiatorType' in one && one.initiatorType === 'fetch');
  const step = () => (brings() ? innerHeight : Math.max(innerHeight, document.documentElement.scrollHeight / 8));
  for (let y = step(); y < document.documentElement.scrollHeight + step(); y += step()) {
    scrollTo(0, y);
    await painted();
    if (!brings()) continue;
    await painted();
    for (let i = 0; i < 500 && document.querySelector('[aria-busy="true"]'); i++) await painted();
  }
  shifts.push(...(observer.takeRecords() as Shift[]));
  observer.disconnect();
  scrollTo(0, 0);
  const moved = shifts.filter(({ hadRecentInput }) => !hadRecentInput);
  const sum = moved.reduce((all, { value }) => all + value, 0);
  const names = moved.flatMap(({ sources }) =>
    sources.map(({ node }) => (node instanceof Element ? `${node.tagName} ${node.className}` : (node?.nodeName ?? ''))),
  );
  return sum > 0.02 ? [`moves by ${sum.toFixed(3)}: ${[...new Set(names)].slice(0, 4).join(', ')}`] : [];
}

/** Movement: nothing is set to move. */
export function movementFaults(): string[] {
  const faults = document.getAnimations().map((one) => `is animated: ${one.constructor.name}`);
  for (const one of document.querySelectorAll('html, body, body *')) {
    const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(one);
    const still = /^(?:0s(?:, )?)+$/.test(transitionDuration) && animationName === 'none' && scrollBehavior === 'auto';
    if (!still) faults.push(`moves: ${one.tagName} ${one.className}`);
  }
  return faults.slice(0, 3);
}

/** Without scripts: whatever looks as if it did something does it, and every link within the page has where to lead. */
export function deadFaults(): string[] {
  const faults: string[] = [];
  const controls: Element[] = [...document.querySelectorAll('a, button, input, select, textarea, summary, [tabindex]')];
  for (const one of controls) {
    if (!one.checkVisibility({ visibilityProperty: true }) || one.matches('main')) continue;
    const name = `${one.tagName} ${one.className} ${one.textContent?.trim().slice(0, 20)}`;
    if (one.matches('a')) {
      const link = one as HTMLAnchorElement;
      const address = one.getAttribute('href') ?? '';
      if (address === '' || /^javascript:/i.test(address)) faults.push(`leads nowhere: ${name}`);
      const inPage = link.hash !== '' && link.pathname === location.pathname;
      if (inPage && !document.getElementById(decodeURIComponent(link.hash.slice(1))))
        faults.push(`leads to nothing: ${name}`);
    } else if (one.tagName === 'SUMMARY') {
      if (!(one.parentElement instanceof HTMLDetailsElement)) faults.push(`unfolds nothing: ${name}`);
    } else {
      const form = one.closest('form');
      const sends = form?.getAttribute('action') && form.querySelector('[type="submit"]');
      if (!sends || one.getAttribute('type') === 'button') faults.push(`does nothing without scripts: ${name}`);
    }
  }
  return faults;
}
