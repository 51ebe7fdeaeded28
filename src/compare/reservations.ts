import type { FigureRecord, InitiativeRecord } from '../atlas/records.ts';
import { filled } from '../atlas/resolve.ts';

type Figures = ReadonlyMap<string, FigureRecord>;

/** What a reader must know before using a record: its notes, and what is odd about it in the source; numbers filled in. */
export function reservationsOf(record: FigureRecord | InitiativeRecord, figures: Figures): readonly string[] {
  const notes = 'notes' in record ? record.notes : [];
  const texts = [...notes, ...record.remarks.map(({ text }) => text)];
  return texts.map((text) => filled(text, figures, record.county.id));
}
