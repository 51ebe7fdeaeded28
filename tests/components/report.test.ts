import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { issueAddress, reportablesOf, reportText } from '../../src/components/report.ts';
import { validAtlas } from '../atlas/fixture.ts';

const REPOSITORY = 'https://git.example/owner/name';
const context = { version: '0123456789ab', link: (url: string) => `https://atlas.example${url}` };
const decoded = (address: string) => {
  const { origin, pathname, searchParams, hash } = new URL(address);
  return {
    at: origin + pathname,
    title: searchParams.get('title'),
    body: searchParams.get('body'),
    hash,
    keys: [...searchParams.keys()],
  };
};

describe('the records of a county that can be reported', () => {
  const atlas = validAtlas();
  const lin = atlas.counties.find(({ id }) => id === 'lin');
  if (!lin) throw new Error('no county lin');
  const { initiatives, figures, remarks } = reportablesOf(lin, atlas.figures);

  test('are all its practices, figures and remarks, by their anchors', () => {
    expect([...initiatives, ...figures, ...remarks].map(({ ref }) => ref)).toEqual([
      'lin/pay',
      'lin/training',
      'lin/fig-secretary-wage',
      'lin/fig-trained',
      'lin/fig-sessions',
      'lin/remark-vague-number',
    ]);
  });

  test('are told with what the page shows, numbers filled in', () => {
    expect(initiatives.map(({ shown }) => shown)).toEqual([
      '书记的工资为3000元/月，按月发放。',
      '组织部培训书记数十人，每期3—5天。',
    ]);
    expect(figures[1]?.shown).toBe('受训的书记：数十人；性质：结果；时间：2015年至2016年；范围：全县；段：2');
    expect(remarks[0]?.shown).toBe('只写数十人，没有写几期。');
  });
});

describe('the text of a report', () => {
  const record = { ref: 'lin/pay', name: '书记报酬', url: '/counties/lin/#pay', shown: '书记的工资。' };

  test('says which record, where, in which state of the content, what is shown, and asks the rest', () => {
    expect(reportText(record, context)).toBe(
      [
        '记录：lin/pay（书记报酬）',
        '网址：https://atlas.example/counties/lin/#pay',
        '内容版本：0123456789ab',
        '网页现在写：书记的工资。',
        '哪里不对：',
        '原文怎样写（第几段）：',
        '依据：',
      ].join('\n'),
    );
  });

  test('repeats a long text only in part, and never half a letter', () => {
    const text = reportText({ ...record, shown: '𬭚'.repeat(400) }, context);
    expect(text).toContain(`${'𬭚'.repeat(160)}……\n`);
    expect(text.isWellFormed()).toBe(true);
    // GitHub refuses addresses of more than 8,192 bytes.
    expect(new URL(issueAddress(REPOSITORY, '有误', text)).href.length).toBeLessThan(8000);
  });
});

describe('the address of a new issue', () => {
  test.each([
    '简单的文字',
    'a&b=c#d?e',
    '100% + 5 / 2',
    '<script>alert("x")</script>',
    `'"><img src=x onerror=alert(1)>`,
    '第一行\n第二行\r\n第三行',
    '%E4%B8%AD &amp; {id} \\ ` | ^ [ ]',
    '𬭚衡\u200b\u00a0\u2028',
  ])('gives back the text %j letter for letter', (text) => {
    const { at, title, body, hash, keys } = decoded(issueAddress(REPOSITORY, text, text));
    expect({ at, title, body, hash, keys }).toEqual({
      at: `${REPOSITORY}/issues/new`,
      title: text,
      body: text,
      hash: '',
      keys: ['title', 'body'],
    });
  });

  test('gives back any text, and holds nothing that ends an attribute or a tag', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const address = issueAddress(REPOSITORY, text, text);
        expect(decoded(address).body).toBe(text);
        expect(address.slice(REPOSITORY.length)).not.toMatch(/[\s"'<>`]/);
      }),
    );
  });

  test('takes half a letter for the sign that stands for none', () => {
    expect(decoded(issueAddress(REPOSITORY, '有误', 'a\ud800b')).body).toBe('a\ufffdb');
  });
});
