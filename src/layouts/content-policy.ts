/**
 * What a page may load: its own origin's style sheet, script, images and forms, and nothing else. WebAssembly may be compiled, which is how
 * Pagefind reads its index. `frame-ancestors` has no effect in a
 * `<meta>` and belongs to the server's headers.
 *
 * The development server writes styles and its reload script into the page; `development` lets them.
 */
export function contentPolicy(development: boolean): string {
  const script = "script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'";
  const own = development
    ? "script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'; connect-src 'self' ws:; style-src 'self' 'unsafe-inline'"
    : `${script}; style-src 'self'`;
  return `default-src 'none'; ${own}; img-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'`;
}
