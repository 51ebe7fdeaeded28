import type { FigureRecord, InitiativeRecord } from '../atlas/records.ts';
import { filled } from '../atlas/resolve.ts';
import { takeWords } from '../i18n/take-words.ts';

type Figures = ReadonlyMap<string, FigureRecord>;

/** What a reader must know before using a record: its notes, what is odd about it in the source, and which of its names means something else elsewhere; numbers filled in. */
export function reservationsOf(record: FigureRecord | InitiativeRecord, figures: Figures): readonly string[] {
  const notes = 'notes' in record ? record.notes : [];
  const texts = [...notes, ...record.remarks.map(({ text }) => text)].map((text) =>
    filled(text, figures, record.county.id),
  );
  const names = 'falseFriends' in record ? record.falseFriends : [];
  return [...texts, ...names.map(({ name, contrast }) => takeWords.sameName(name, filled(contrast, figures)))];
}
