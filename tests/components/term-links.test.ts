import { expect, test } from 'vitest';
import type { TermRecord } from '../../src/atlas/records.ts';
import { linkTerms } from '../../src/components/term-links.ts';

const term = (id: string, name: string, aliases: string[] = []): TermRecord => ({
  id,
  name,
  aliases,
  english: id,
  everyday: [],
  explanation: '解释。',
  url: `/terms/#${id}`,
});
const TERMS = [term('team', '驻村工作队', ['驻村工作队员']), term('first', '第一书记'), term('post', '书记')];
const linked = (html: string) => linkTerms(html, TERMS, ({ id }) => `#${id}`);

test('the first mention of a term is linked and no other', () => {
  expect(linked('<p>派第一书记，第一书记驻村，书记留任</p>')).toBe(
    '<p>派<a class="term" href="#first">第一书记</a>，第一书记驻村，<a class="term" href="#post">书记</a>留任</p>',
  );
});

test('the longest form is taken, whichever of its forms a term has', () => {
  expect(linked('<p>驻村工作队员</p>')).toBe('<p><a class="term" href="#team">驻村工作队员</a></p>');
});

test('the first mention is kept across elements', () => {
  expect(linked('<p>驻村工作队</p><p>驻村工作队</p>')).toBe(
    '<p><a class="term" href="#team">驻村工作队</a></p><p>驻村工作队</p>',
  );
});

test.each([
  '<h3>第一书记</h3>',
  '<a href="/">第一书记</a>',
  '<table><tr><th>第一书记</th></tr></table>',
  '<aside><p>第一书记</p></aside>',
  '<pre>第一书记</pre>',
  '<p><span class="number large"><b>5</b><small>名第一书记</small></span></p>',
  '<p title="第一书记">x</p>',
])('%s stays as it is', (html) => {
  expect(linked(html)).toBe(html);
});

test('what follows a closed or void element is linked again', () => {
  expect(linked('<h3>书记<br></h3><p>第一书记</p>')).toBe(
    '<h3>书记<br></h3><p><a class="term" href="#first">第一书记</a></p>',
  );
});

test('a text without terms comes back letter for letter', () => {
  const html = '<p class="x">没有 &lt;术语&gt; &amp; 标记</p>\n<hr/>';
  expect(linked(html)).toBe(html);
});
