import { describe, expect, test } from 'vitest';
import { withWholeNumbers } from '../../src/integrations/whole-numbers.ts';

/** The pieces that are kept whole. */
const kept = (html: string) =>
  [...withWholeNumbers(html).matchAll(/<span class="whole">(.*?)<\/span>/g)].map(([, one]) => one);

describe('a number is kept with its unit', () => {
  test.each([
    ['52.1至54.2人次/期', ['54.2人次/期']],
    ['年均报酬3.6万元（2018年）', ['3.6万元', '2018年']],
    ['2016年起，截至2017年10月', ['2016年', '2017年', '10月']],
    ['2026年11月22日', ['2026年', '11月', '22日']],
    ['第3段、第12批，2500余人次，提高5个百分点', ['第3段', '第12批', '2500余人次', '5个百分点']],
    ['13,412名，20多个村，1500字', ['13,412名', '20多个', '1500字']],
    ['3.6万元/人/年', ['3.6万元/人/年']],
  ])('%s', (text, whole) => {
    expect(kept(`<p>${text}</p>`)).toEqual(whole);
  });

  test('and nothing is when there is no unit, or none that a line could part', () => {
    expect(kept('<p>2018 · 42.3% · 1:3 · 第三批 · GB/T 7714</p>')).toEqual([]);
  });
});

test('no letter is added or lost', () => {
  const html = '<p>共<b>12</b>条，2018年10月，<a href="/x/">3项</a>。</p>';
  expect(withWholeNumbers(html).replaceAll(/<span class="whole">|<\/span>/g, '')).toBe(html);
});

test('what is no text of the page stays as it is', () => {
  const html = [
    '<title>2018年</title>',
    '<meta name="description" content="2018年的12个>5人" />',
    '<script type="application/ld+json">{"name":"2018年"}</script>',
    '<textarea>12个</textarea>',
    '<option>12个</option>',
    '<svg><text>12个</text></svg>',
    '<pre>12个</pre>',
    '<code>12个</code>',
    '<!-- 12个 -->',
    '<span class="number">12个</span>',
  ].join('\n');
  expect(withWholeNumbers(html)).toBe(html);
});

test('a long printed number, which may break, keeps its parts whole', () => {
  expect(kept('<span class="number long">36个村，共1200余人</span>')).toEqual(['36个', '1200余人']);
});
