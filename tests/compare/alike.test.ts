import { describe, expect, test } from 'vitest';
import { currentAtlas } from '../../src/atlas/current.ts';
import type { InitiativeRecord, TermRecord } from '../../src/atlas/records.ts';
import { type Alike, alikeIn, type Likeness } from '../../src/compare/alike.ts';
import { alikeWords } from '../../src/i18n/alike-words.ts';
import { append, atlasOf, validAtlas } from '../atlas/fixture.ts';

const atlas = currentAtlas();
const ALL = [...atlas.initiatives.values()];
const near = alikeIn(atlas);

const speaksOf = (text: string, { name, aliases }: TermRecord) =>
  [name, ...aliases].some((one) => [...one].length > 1 && text.includes(one));
const titlesOf = ({ name, aliases, parts }: InitiativeRecord) => [name, ...aliases, ...parts].join('，');
const textOf = (one: InitiativeRecord) => `${titlesOf(one)}，${one.summary}`;

/** Whether two practices share what is named, asked of the records themselves. */
function isTrue(a: InitiativeRecord, b: InitiativeRecord, { kind, record }: Likeness): boolean {
  const both = (test: (one: InitiativeRecord) => boolean) => test(a) && test(b);
  switch (kind) {
    case 'theme':
      return both(({ themes }) => themes.includes(record));
    case 'indicator':
      return both((one) => record.figures.some((figure) => figure.initiative === one));
    case 'false-friend':
      return both((one) => record.uses.some((use) => use.county === one.county && use.initiatives.includes(one)));
    case 'term':
      return both((one) => speaksOf(textOf(one), record)) && [a, b].some((one) => speaksOf(titlesOf(one), record));
  }
}

describe('what is alike in other counties', () => {
  test('is never of the same county, and never more than asked for', () => {
    for (const one of ALL) {
      for (const count of [0, 1, 2, 5]) {
        const found = near(one, count);
        expect(found.length).toBeLessThanOrEqual(count);
        for (const { initiative } of found) expect(initiative.county).not.toBe(one.county);
      }
    }
  });

  test('is each practice once, and of two different counties where there are two', () => {
    for (const one of ALL) {
      const found = near(one, ALL.length).map(({ initiative }) => initiative);
      expect(new Set(found).size).toBe(found.length);
      const counties = new Set(found.map(({ county }) => county)).size;
      const two = new Set(near(one, 2).map(({ initiative: { county } }) => county)).size;
      expect(two, one.ref).toBe(Math.min(2, counties));
    }
  });

  test('is named with a reason that is true of both', () => {
    const seen = new Set<string>();
    for (const one of ALL) {
      for (const { initiative, because } of near(one, 5)) {
        expect(
          isTrue(one, initiative, because),
          `${one.ref} ${initiative.ref} ${because.kind} ${because.record.id}`,
        ).toBe(true);
        seen.add(because.kind);
      }
    }
    expect([...seen].sort()).toEqual(['false-friend', 'indicator', 'term', 'theme']);
  });

  test('says of a name in common that it is for different things, unless both have values of one indicator', () => {
    for (const one of ALL) {
      for (const { initiative, because } of near(one, 5)) {
        if (!one.falseFriends.some((friend) => initiative.falseFriends.includes(friend))) continue;
        expect(['false-friend', 'indicator'], `${one.ref} ${initiative.ref}`).toContain(because.kind);
      }
    }
  });

  test('is the same at every call and for another reading of the same records', () => {
    const plain = (found: readonly Alike[]) =>
      found.map(({ initiative, because }) => `${initiative.ref} ${because.kind} ${because.record.id}`);
    const again = alikeIn(atlas);
    for (const one of ALL.slice(0, 80)) {
      expect(plain(near(one, 2))).toEqual(plain(near(one, 2)));
      expect(plain(again(one, 2))).toEqual(plain(near(one, 2)));
    }
  });

  test('is nothing where other counties have nothing near', () => {
    const small = validAtlas();
    const training = small.initiatives.get('lin/training');
    if (!training) throw new Error('no practice');
    expect(alikeIn(small)(training, 2)).toEqual([]);
  });

  test('is what bears the same name for another thing where nothing else is shared', () => {
    const small = atlasOf({
      'content/false-friends/training.yaml': append(`name: 培训
english: Training
uses:
  - { county: mou, initiatives: [village-pay], means: 一种培训的说法。 }
  - { county: lin, initiatives: [training], means: 另一种培训的说法。 }
contrast: 一个是给钱，一个是上课。`),
    });
    const training = small.initiatives.get('lin/training');
    if (!training) throw new Error('no practice');
    const found = alikeIn(small)(training, 2).map(({ initiative, because }) => [initiative.ref, because.kind]);
    expect(found).toEqual([['mou/village-pay', 'false-friend']]);
  });

  test('has words for each reason', () => {
    expect((['indicator', 'term', 'theme', 'false-friend'] as const).map(alikeWords.because)).toEqual([
      '（同一指标：',
      '（都说到：',
      '（同一专题：',
      '（同名不同事：',
    ]);
  });
});
