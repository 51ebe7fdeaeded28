import { describe, expect, it } from 'vitest';
import { linkBack, shortened } from '../../src/components/back-links.ts';

const PAGE = '/atlas/counties/a/';
const mark = (to: string) => `<a class="mark" href="${to}" aria-label="〔1〕">〔1〕</a>`;
const row = (id: string) =>
  `<tr id="fig-${id}"><th scope="row">label</th><td class="num" data-label="x">3.6万元</td></tr>`;

describe('linkBack', () => {
  it('leads from a row to the first mark of its figure, which gets an id', () => {
    const [first, second] = [mark(`${PAGE}#fig-pay`), mark(`${PAGE}#fig-pay`)];
    expect(linkBack(first + second + row('pay'), PAGE)).toBe(
      first.replace(' aria-label', ' id="at-pay" aria-label') +
        second +
        row('pay').replace('3.6万元', '<a href="#at-pay">3.6万元</a>'),
    );
  });

  it('leaves a row alone that no mark leads to', () => {
    expect(linkBack(mark(`${PAGE}#fig-pay`) + row('other'), PAGE)).toBe(mark(`${PAGE}#fig-pay`) + row('other'));
  });

  it('leaves marks alone that lead to another county, though its figure has the same id', () => {
    const html = mark('/atlas/counties/b/#fig-pay') + row('pay');
    expect(linkBack(html, PAGE)).toBe(html);
  });

  it('links each row to its own figure where there are several', () => {
    const html = ['a', 'b'].map((id) => mark(`${PAGE}#fig-${id}`)).join('') + row('a') + row('b');
    const found = [...linkBack(html, PAGE).matchAll(/<tr id="fig-(\w)">.*?href="#at-(\w)"/g)].map(([, id, to]) => [
      id,
      to,
    ]);
    expect(found).toEqual([
      ['a', 'a'],
      ['b', 'b'],
    ]);
  });
});

describe('shortened', () => {
  it('leaves of a link to the page itself the place, and all others as they are', () => {
    const others = [mark('/atlas/counties/b/#fig-pay'), mark('/atlas/counties/a/'), mark(`/x${PAGE}#fig-pay`)].join('');
    expect(shortened(mark(`${PAGE}#fig-pay`) + others, PAGE)).toBe(mark('#fig-pay') + others);
  });
});
