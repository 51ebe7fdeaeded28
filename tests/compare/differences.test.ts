import { describe, expect, test } from 'vitest';
import { currentAtlas } from '../../src/atlas/current.ts';
import { answersOf } from '../../src/compare/differences.ts';
import { compareWords } from '../../src/i18n/compare-words.ts';
import { atlasOf, replace, validAtlas } from '../atlas/fixture.ts';

const of = (atlas: ReturnType<typeof validAtlas>, theme: string) => {
  const asked = atlas.themes.find(({ id }) => id === theme);
  if (!asked) throw new Error(`no theme ${theme}`);
  return answersOf(asked, atlas.counties);
};

describe('what sets the answers of counties apart', () => {
  test('is how many practices there are, and of how many one learns who, when and how much', () => {
    const answers = of(validAtlas(), 'incentives');
    expect(answers.map(({ county, ...rest }) => [county.id, rest])).toEqual([
      ['lin', { silence: undefined, initiatives: 2, withFigures: 2, dated: 2, withWho: 1, natures: [] }],
      ['mou', { silence: undefined, initiatives: 1, withFigures: 1, dated: 0, withWho: 0, natures: ['plan'] }],
    ]);
  });

  test('is silence, and of which kind', () => {
    const [, mou] = of(validAtlas(), 'training');
    expect(mou).toMatchObject({ silence: 'not-yet', initiatives: 0, natures: [] });
    const whole = atlasOf({ 'content/counties/mou.mdx': replace('summary: 一', 'coverage: complete\nsummary: 一') });
    expect(of(whole, 'training')[1]).toMatchObject({ silence: 'silent' });
  });

  test('names each nature once, in their order, and never results', () => {
    const { themes, counties } = currentAtlas();
    for (const answer of themes.flatMap((theme) => answersOf(theme, counties))) {
      expect(answer.natures).not.toContain('result');
      expect(new Set(answer.natures).size).toBe(answer.natures.length);
    }
  });

  test('counts at most as many as there are, and is silent exactly where there is none, in the real content', () => {
    const { themes, counties } = currentAtlas();
    for (const theme of themes) {
      const answers = answersOf(theme, counties);
      expect(answers.map(({ county }) => county)).toEqual(counties);
      expect(answers.reduce((sum, { initiatives }) => sum + initiatives, 0)).toBe(theme.initiatives.length);
      for (const { silence, initiatives, withFigures, dated, withWho } of answers) {
        expect(silence !== undefined).toBe(initiatives === 0);
        for (const some of [withFigures, dated, withWho]) expect(some).toBeLessThanOrEqual(initiatives);
      }
    }
  });
});

describe('the sentence on an answer', () => {
  const { answer } = compareWords.side;

  test('says of each kind how many', () => {
    expect(answer({ initiatives: 5, withWho: 2, dated: 1, withFigures: 3, natures: ['标准', '计划'] })).toBe(
      '5条做法；2条写明主体；1条注明时间；3条有数据；数据里有标准、计划，不都是结果',
    );
  });

  test('says in words where there is none', () => {
    expect(answer({ initiatives: 1, withWho: 0, dated: 0, withFigures: 0, natures: [] })).toBe(
      '1条做法；都没有写明主体；都没有注明时间；都没有数据',
    );
  });
});
