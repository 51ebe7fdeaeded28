/**
 * What the site asks of the host that serves it. The page's own policy and `_headers` are made from here, nginx.conf is held to it by a
 * test, and `npm start` sends the same headers, but lets nothing be kept long.
 */

/**
 * What a page may load: its own origin's style sheet, scripts, images and forms, and nothing else. WebAssembly may be compiled, which
 * is how Pagefind reads its index; that allows no `eval`.
 */
const POLICY = {
  'default-src': "'none'",
  'script-src': "'self' 'wasm-unsafe-eval'",
  'style-src': "'self'",
  'img-src': "'self'",
  'connect-src': "'self'",
  'worker-src': "'self'",
  'form-action': "'self'",
  'base-uri': "'none'",
};

/** The development server writes styles and its reload script into the page, and talks to it through a socket. */
const DEVELOPMENT = {
  'script-src': "'self' 'unsafe-inline' 'wasm-unsafe-eval'",
  'style-src': "'self' 'unsafe-inline'",
  'connect-src': "'self' ws:",
};

/**
 * What asks a reader for leave or reaches a device, and this site never does. Chromium, which reports a name that it does not know, knows
 * all of these; names that it knows only lately are left out.
 */
const UNUSED = [
  'accelerometer',
  'autoplay',
  'camera',
  'compute-pressure',
  'display-capture',
  'encrypted-media',
  'fullscreen',
  'gamepad',
  'geolocation',
  'gyroscope',
  'hid',
  'identity-credentials-get',
  'idle-detection',
  'keyboard-map',
  'local-fonts',
  'magnetometer',
  'microphone',
  'midi',
  'otp-credentials',
  'payment',
  'picture-in-picture',
  'publickey-credentials-create',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'storage-access',
  'usb',
  'window-management',
  'xr-spatial-tracking',
];

/** The policy that stands in each page's head. A `<meta>` cannot say who may frame the page: that is left to the header. */
export function contentPolicy(development: boolean): string {
  return written(development ? { ...POLICY, ...DEVELOPMENT } : POLICY);
}

/** What another site learns of the page that a reader came from: its origin. */
export const REFERRER_POLICY = 'strict-origin-when-cross-origin';

/** The headers of every answer, that of a page that is not there included. */
export const HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': written({ ...POLICY, 'frame-ancestors': "'none'" }),
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': REFERRER_POLICY,
  'Permissions-Policy': UNUSED.map((feature) => `${feature}=()`).join(', '),
};

/** `Cache-Control` of a file that another build gives another name, because a hash of what it holds is part of it. */
export const LASTING = 'public, max-age=31536000, immutable';

/** `Cache-Control` of all else: kept, and asked for again each time, which costs a few bytes where nothing has changed. */
export const ASKED_AGAIN = 'no-cache';

function written(policy: Readonly<Record<string, string>>): string {
  return Object.entries(policy)
    .map(([directive, allowed]) => `${directive} ${allowed}`)
    .join('; ');
}
