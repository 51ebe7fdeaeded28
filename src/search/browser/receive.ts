/**
 * Looks over the files that search asks for as they come. Pagefind keeps silent about a piece that is missing or damaged and finds
 * nothing in it, so that a reader would be told that there is nothing.
 */
import { FILES } from '../files.ts';
import { BASE, warmed } from './warm.ts';

const PACKED = /\.pf_(index|meta)$/;
/** What Pagefind writes before everything that it packs. */
const SIGNATURE = 'pagefind_dcd';

let watched = false;
// Files that did not come whole since the last attempt began.
let lost = 0;
let attempt = 0;

/** Throws where a part of the index did not come, or came damaged. */
export function assertWhole(): void {
  if (lost > 0) throw new Error('not whole');
}

/** Begins another attempt: what was lost counts no more, and what a cache keeps is asked for anew. */
export function startOver(): void {
  lost = 0;
  attempt += 1;
}

/** Looks over every file of search from now on. `fits` throws at an entry of the index that is of another build. */
export function receive(fits: (entry: Response) => Promise<void>): void {
  if (watched) return;
  watched = true;
  const plain = window.fetch.bind(window);
  window.fetch = async (input, init) => {
    const path = new URL(input instanceof Request ? input.url : input, location.href).pathname.slice(BASE.length);
    if (!/^(pagefind|search)\//.test(path)) return plain(input, init);
    const mine = attempt;
    try {
      const response = await (warmed(path) ?? plain(input, mine > 0 ? { ...init, cache: 'reload' } : init));
      if (!response.ok) throw new Error(path);
      if (path === FILES.entry) await fits(response.clone());
      return PACKED.test(path) ? await unpacked(response) : response;
    } catch (error) {
      // What an earlier attempt lost is of no matter; a text that does not come is told where it is used.
      if (mine === attempt && !path.endsWith('.pf_fragment')) lost += 1;
      throw error;
    }
  };
}

// A piece that is cut short, or a page that a host gives instead of it, cannot be unpacked. Pagefind takes it unpacked as well.
async function unpacked(response: Response): Promise<Response> {
  const bytes = await response.arrayBuffer();
  const packed = !isPagefinds(bytes);
  const stream = new Blob([bytes]).stream();
  const whole = packed ? await new Response(stream.pipeThrough(new DecompressionStream('gzip'))).arrayBuffer() : bytes;
  if (!isPagefinds(whole)) throw new Error(response.url);
  return new Response(whole);
}

function isPagefinds(bytes: ArrayBuffer): boolean {
  return new TextDecoder().decode(bytes.slice(0, SIGNATURE.length)) === SIGNATURE;
}
