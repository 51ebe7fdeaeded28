import { expect, test } from 'vitest';
import { withoutIndent } from '../../src/integrations/trim-indent.ts';

test('indentation and empty lines go, and a blank between words stays one', () => {
  expect(withoutIndent('<p>\n    <b>一</b>\n\n    二</p>\n')).toBe('<p>\n<b>一</b>\n二</p>\n');
});

test('what is preformatted keeps its blanks', () => {
  const text = '<pre>\n  a\n    b\n</pre>';
  expect(withoutIndent(`  x\n   ${text}\n   <textarea>\n  c</textarea>`)).toBe(
    `  x\n${text}\n<textarea>\n  c</textarea>`,
  );
});
