import type { Page } from 'playwright-core';

/** Collects what must never happen while the app is used: console errors, failed requests, breaches of the page's policy. */
export function watchPage(page: Page, problems: string[]): void {
  page.setDefaultTimeout(20_000);
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning')
      problems.push(`console ${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => problems.push(`page error: ${error.message}`));
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? '';
    // Reading events ends with the page that reads them; the page aborts what it no longer shows.
    if (reason !== 'net::ERR_ABORTED') problems.push(`failed: ${request.url()} ${reason}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) problems.push(`${response.status()}: ${response.url()}`);
  });
  page.on('request', (request) => {
    const own = new URL(page.url());
    const url = new URL(request.url());
    const isInPage = url.protocol === 'blob:' || url.protocol === 'data:';
    const isOwn = url.protocol === own.protocol && url.host === own.host;
    if (!isInPage && !isOwn && own.protocol !== 'about:')
      problems.push(`request elsewhere: ${request.url()}`);
  });
}
