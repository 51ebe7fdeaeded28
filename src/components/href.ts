/** The address of a record or page under the site's base path. `url` begins with a slash. */
export function href(url: string): string {
  return import.meta.env.BASE_URL.replace(/\/$/, '') + url;
}
