const PROBE = 'probe';

/** Whether the browser lets this site keep what was found, for the page that a result leads to. */
export function canRemember(): boolean {
  try {
    sessionStorage.setItem(PROBE, '');
    sessionStorage.removeItem(PROBE);
    return true;
  } catch {
    return false;
  }
}
