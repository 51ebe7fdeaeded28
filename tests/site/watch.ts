import type { Page } from 'playwright-core';

/** Keeps everything that a page complains of, and every request that leaves its origin. */
export function watch(page: Page): string[] {
  const said: string[] = [];
  page.on('console', (message) => {
    // Playwright says so itself where it keeps the site from keeping itself.
    if (message.text() === 'Service Worker registration blocked by Playwright') return;
    said.push(`${page.url()} console ${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => said.push(`${page.url()} error: ${error.message}`));
  page.on('dialog', (dialog) => {
    said.push(`${page.url()} dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('requestfailed', (request) => {
    // A request that was given up because the page was left is none that failed.
    if (request.failure()?.errorText === 'net::ERR_ABORTED') return;
    said.push(`${page.url().slice(0, 200)} failed: ${request.url()}`);
  });
  page.on('request', (request) => {
    // What a test itself opens is no request of the page.
    if (request.isNavigationRequest() && request.frame() === page.mainFrame()) return;
    const { origin, protocol } = new URL(request.url());
    if (protocol !== 'blob:' && origin !== new URL(request.frame().url()).origin) {
      said.push(`${page.url()} asked ${request.url()}`);
    }
  });
  page.on('response', (response) => {
    if (response.status() >= 400) said.push(`${page.url()} ${response.status()}: ${response.url()}`);
  });
  return said;
}
