import type { Page, Route } from 'playwright-core';

/** How a file can fail: not there, a mistake of the server, no answer at all, a page instead of it, or only its first half. */
export const HOWS = ['missing', 'error', 'aborted', 'html', 'half'] as const;
export type How = (typeof HOWS)[number];

const PAGE = '<!doctype html><html lang="zh-CN"><title>别的网页</title><h1>别的网页</h1>';

/** Lets the files that a pattern names fail, in one way after the other or no more; counts how often they were asked for. */
export class Broken {
  how: How | undefined;
  asked = 0;

  static async on(page: Page, pattern: string, how: How | undefined): Promise<Broken> {
    const broken = new Broken();
    broken.how = how;
    await page.route(pattern, (route) => broken.answer(route));
    return broken;
  }

  private async answer(route: Route): Promise<void> {
    this.asked += 1;
    if (this.how === undefined) return route.continue();
    if (this.how === 'missing') return route.fulfill({ status: 404, body: '' });
    if (this.how === 'error') return route.fulfill({ status: 500, contentType: 'text/html', body: PAGE });
    if (this.how === 'aborted') return route.abort();
    if (this.how === 'html') return route.fulfill({ status: 200, contentType: 'text/html', body: PAGE });
    const response = await route.fetch();
    const body = await response.body();
    return route.fulfill({
      status: 200,
      contentType: response.headers()['content-type'] ?? 'application/octet-stream',
      body: body.subarray(0, body.length >> 1),
    });
  }
}
