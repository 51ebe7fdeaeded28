/** What the environment says of where the site will stand. */
export interface Settings {
  /** The origin, such as `https://example.org`; undefined where it is not known. */
  readonly site: string | undefined;
  /** The path that the site stands under, with slashes at both ends. */
  readonly base: string;
}

/** Reads SITE and BASE; a value that cannot be used is a sentence that says so. */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings | { readonly fault: string } {
  const site = env.SITE || undefined;
  if (site !== undefined && !(/^https?:\/\/[^/?#@\s]+\/?$/.test(site) && URL.canParse(site))) {
    return {
      fault: `SITE is “${site}”, which is no origin: give scheme and host only, for example SITE=https://example.org.`,
    };
  }
  const base = env.BASE || '/';
  const dots = base.split('/').some((part) => part === '.' || part === '..');
  if (dots || !/^\/?(?:[A-Za-z0-9._~-]+\/)*[A-Za-z0-9._~-]*$/.test(base)) {
    return { fault: `BASE is “${base}”, which is no path: give a path of plain letters, for example BASE=/atlas/.` };
  }
  return { site, base: `/${base.replace(/^\/+|\/+$/g, '')}/`.replace('//', '/') };
}

/** Reads PORT; 4321 where it is not set, 0 for any free one. */
export function readPort(env: Readonly<Record<string, string | undefined>>): number | { readonly fault: string } {
  const port = env.PORT || '4321';
  if (/^\d{1,5}$/.test(port) && Number(port) <= 65535) return Number(port);
  return { fault: `PORT is “${port}”, which is no port: give a number from 0 to 65535, for example PORT=8080.` };
}
