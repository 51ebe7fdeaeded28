import { element } from './dom.ts';

/** Tells those who do not see the page what came of a query: when the outcome stands, once, and not at each key. */
export class Announcer {
  readonly status = element('p', { role: 'status', class: 'unseen' });
  private readonly settled: number;
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** `settled` milliseconds after the last outcome it is read out. */
  constructor(settled: number) {
    this.settled = settled;
  }

  say(text: string): void {
    this.hush();
    this.timer = setTimeout(() => {
      this.status.textContent = text;
    }, this.settled);
  }

  /** Keeps to itself what has not been read out yet. */
  hush(): void {
    clearTimeout(this.timer);
  }

  /** Takes back what was read out, so that the same outcome is read out again. */
  clear(): void {
    this.status.textContent = '';
  }
}
