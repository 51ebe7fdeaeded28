import { describe, expect, test } from 'vitest';
import { choiceWords } from '../../src/i18n/choice-words.ts';

const { ignored } = choiceWords.choice;

describe('the sentence on what an address asks for in vain', () => {
  test('names it, and is not turned round by signs that cannot be seen', () => {
    expect(ignored(['nowhere'], true)).toBe('网址里的“nowhere”不是本站的县或问题，没有理会。');
    expect(ignored(['\u202enow\u0000here\u2066\ud800'], true)).toBe('网址里的“nowhere”不是本站的县或问题，没有理会。');
  });

  test('is cut between letters and never within one', () => {
    expect(ignored(['𠮷'.repeat(21)], false)).toBe(
      `网址里的“${'𠮷'.repeat(20)}……”不是本站的县或问题，没有理会，显示的是全部。`,
    );
    expect(ignored(['𠮷'.repeat(20)], true)).not.toContain('……');
  });
});
