/** What the site asks of the host that serves it. The page's own policy, `_headers`, nginx.conf and `npm start` all follow from here. */

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
  'manifest-src': "'self'",
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

/** Sensors, devices and payment: everything a page could ask a reader for, and this one never does. Chromium, which reports a name it does not know, knows all of these. */
const UNUSED = [
  'accelerometer',
  'autoplay',
  'camera',
  'display-capture',
  'encrypted-media',
  'fullscreen',
  'geolocation',
  'gyroscope',
  'hid',
  'idle-detection',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'picture-in-picture',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'usb',
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
