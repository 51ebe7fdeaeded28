import { href } from './href.ts';

/** The whole address of a record, for what is taken away from the site; below its path alone where no origin is set. */
export function absolute(url: string, site: URL | undefined): string {
  return site ? new URL(href(url), site).href : href(url);
}
