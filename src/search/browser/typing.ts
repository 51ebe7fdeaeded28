/**
 * Calls `typed` when something was typed into a box. What an input method is still composing is not typed yet, and the keys that
 * compose it are its own: the function that is given back tells them.
 */
export function onTyping(input: HTMLInputElement, typed: () => void): (key: KeyboardEvent) => boolean {
  let composing = false;
  input.addEventListener('compositionstart', () => {
    composing = true;
  });
  input.addEventListener('compositionend', () => {
    composing = false;
    typed();
  });
  input.addEventListener('input', () => {
    if (!composing) typed();
  });
  return ({ isComposing }) => isComposing || composing;
}
