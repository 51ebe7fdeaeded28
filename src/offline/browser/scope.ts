/** An event whose work the browser waits for before it stops the worker. */
export interface LastingEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}

/** A page, or the browser for it, asks for something. */
export interface AskingEvent extends LastingEvent {
  readonly request: Request;
  /** The page that asks; empty where a page is asked for. */
  readonly clientId: string;
  /** The page that there will be; empty where none is asked for. */
  readonly resultingClientId: string;
  readonly preloadResponse: Promise<Response | undefined>;
  respondWith(answer: Promise<Response>): void;
}

interface WorkerScope {
  readonly location: Location;
  readonly registration: ServiceWorkerRegistration;
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: LastingEvent) => void): void;
  addEventListener(type: 'fetch', listener: (event: AskingEvent) => void): void;
}

/**
 * The part of a worker's global scope that is used here. TypeScript's own types of it and those of pages contradict one another, and
 * all code of the site is checked as one program.
 */
export const scope = self as unknown as WorkerScope;
