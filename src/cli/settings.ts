/** What the environment says of where the site will stand. */
export interface Settings {
  /** The origin, such as `https://example.org`; undefined where it is not known. */
  readonly site: string | undefined;
  /** The path that the site stands under, with slashes at both ends. */
  readonly base: string;
  /** The repository that mistakes are reported to, such as `https://github.com/owner/name`; undefined where there is none. */
  readonly repository: string | undefined;
  /** Whether the site keeps itself in the browser, to be read and searched without a network. */
  readonly offline: boolean;
}

/** Reads SITE, BASE, REPOSITORY and OFFLINE; a value that cannot be used is a sentence that says so. */
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
  const repository = env.REPOSITORY?.replace(/\/+$/, '') || undefined;
  if (
    repository !== undefined &&
    !(/^https:\/\/[^/?#@\s]+(?:\/[\w.~-]+){2,}$/.test(repository) && URL.canParse(repository))
  ) {
    return {
      fault: `REPOSITORY is “${repository}”, which is no address of a repository: give it as a browser shows it, for example REPOSITORY=https://github.com/owner/name.`,
    };
  }
  const offline = env.OFFLINE || 'yes';
  if (offline !== 'yes' && offline !== 'no') {
    return { fault: `OFFLINE is “${offline}”: give yes or no, for example OFFLINE=no.` };
  }
  return {
    site,
    base: `/${base.replace(/^\/+|\/+$/g, '')}/`.replace('//', '/'),
    repository,
    offline: offline === 'yes',
  };
}

/** Reads PORT; 4321 where it is not set, 0 for any free one. */
export function readPort(env: Readonly<Record<string, string | undefined>>): number | { readonly fault: string } {
  const port = env.PORT || '4321';
  if (/^\d{1,5}$/.test(port) && Number(port) <= 65535) return Number(port);
  return { fault: `PORT is “${port}”, which is no port: give a number from 0 to 65535, for example PORT=8080.` };
}
