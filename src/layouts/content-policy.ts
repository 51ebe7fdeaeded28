/**
 * What a page may load: its own origin's style sheet, images and forms, and nothing else. Only the search page runs a script,
 * and only there may WebAssembly be compiled, which is how Pagefind reads its index. `frame-ancestors` has no effect in a
 * `<meta>` and belongs to the server's headers.
 */
export function contentPolicy(scripts: boolean): string {
  const script = scripts
    ? "script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; connect-src 'self'"
    : "script-src 'none'";
  return `default-src 'none'; ${script}; style-src 'self'; img-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'`;
}
