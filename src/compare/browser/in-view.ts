import type { View } from '../view.ts';

let view: View | undefined;

/** What of the comparison is in view: the ids of counties and of themes, these empty where the page has one theme only. */
export const inView = (): View | undefined => view;

/** Says what is in view from now on. */
export function setInView(shown: View): void {
  view = shown;
}
