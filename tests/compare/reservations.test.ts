import { describe, expect, test } from 'vitest';
import { currentAtlas } from '../../src/atlas/current.ts';
import type { FigureRecord, InitiativeRecord } from '../../src/atlas/records.ts';
import { reservationsOf } from '../../src/compare/reservations.ts';
import { validAtlas } from '../atlas/fixture.ts';

describe('the reservations of a record', () => {
  const atlas = validAtlas();
  const of = (record: FigureRecord | InitiativeRecord | undefined) => {
    if (!record) throw new Error('no record');
    return reservationsOf(record, atlas.figures);
  };

  test('are its notes with the numbers filled in', () => {
    expect(of(atlas.figures.get('lin/secretary-wage'))).toEqual(['与数十人无关']);
  });

  test('are what is odd about it in the source, of a figure and of a practice', () => {
    expect(of(atlas.figures.get('lin/trained'))).toEqual(['只写数十人，没有写几期。']);
    expect(of(atlas.initiatives.get('lin/training'))).toEqual(['只写数十人，没有写几期。']);
  });

  test('are which of its names means something else elsewhere', () => {
    expect(of(atlas.initiatives.get('lin/pay'))).toEqual(['“报酬”各县所指不尽相同：一个按年，一个按月。']);
  });

  test('are none where there is nothing to say', () => {
    expect(of(atlas.figures.get('mou/secretary-pay'))).toEqual([]);
  });

  test('leave no place open and say as much as the records do, in the real content', () => {
    const { figures, initiatives } = currentAtlas();
    for (const record of [...figures.values(), ...initiatives.values()]) {
      const texts = reservationsOf(record, figures);
      const notes = 'notes' in record ? record.notes.length : 0;
      const names = 'falseFriends' in record ? record.falseFriends : [];
      expect(texts, record.ref).toHaveLength(notes + record.remarks.length + names.length);
      for (const { name } of names) expect(texts.join(), record.ref).toContain(`“${name}”各县所指不尽相同`);
      for (const text of texts) {
        expect(text, record.ref).toMatch(/\S/);
        expect(text, record.ref).not.toMatch(/[{}]|undefined/);
      }
    }
  });
});
