import { cutQuery } from './cut.ts';
import { stemsOf } from './english.ts';
import type { English, Listed } from './hints.ts';
import { byOrder, type Hit, hitsOf } from './hits.ts';
import type { Kind } from './kinds.ts';
import type { Library } from './library.ts';
import type { Segment } from './segments.ts';
import type { Row, Table } from './table.ts';
import type { Thesaurus } from './thesaurus.ts';
import { byRank, type Rank, type Tier, WEIGHTS } from './tiers.ts';

/** A hit of a query that was taken apart. */
export interface Scored extends Hit {
  readonly score: number;
  /** The share of the query that the record answers, from 0 to 1, each piece weighed by how rare it is. */
  readonly covered: number;
  /** Whether one of the pieces that it answers tells it from most records. */
  readonly telling: boolean;
}

/** Words by another word count a little less than by themselves. */
const BY_SYNONYM = 0.85;

/** What people say for a record tells as much as what its summary says, and more where all of it is said. */
const SAID = 1.7;
const LIKENESS = 12;
const NOWHERE = 0.4;
const LETTER_ALONE = 0.5;
/** A piece that stands in one record of so many, or fewer, tells something. */
const TELLING = 5;

const KIND_WEIGHTS: Readonly<Record<Kind, number>> = {
  initiative: 1,
  theme: 0.7,
  term: 0.7,
  friend: 0.6,
  county: 0.5,
  indicator: 1,
  question: 0.8,
  source: 0.4,
  page: 0.5,
};

/**
 * What each record answers of a query taken apart, the best first: by what it holds, by what people say for it, and by its county.
 * Records that answer nothing are left out.
 */
export async function cover(
  library: Library,
  segments: readonly Segment[],
  thesaurus: Thesaurus,
  query: string,
): Promise<Scored[]> {
  const { rows } = library.table;
  const answers = new Map<number, Scored>();
  let total = 0;
  for (const segment of segments) {
    const best = await answersTo(library, segment, thesaurus);
    // What stands nowhere tells no record from another; it only keeps the query from being answered whole.
    const weight = segment.weight * (best.size === 0 ? NOWHERE : Math.log(1 + rows.length / best.size));
    total += weight;
    const telling = segment.weight === 1 && best.size * TELLING <= rows.length;
    for (const [n, { row, rank, value, marks }] of best) {
      const known = answers.get(n);
      answers.set(n, {
        row,
        rank: known && byRank(known.rank, rank) <= 0 ? known.rank : rank,
        marks: [...(known?.marks ?? []), ...marks],
        score: (known?.score ?? 0) + weight * value,
        covered: (known?.covered ?? 0) + weight,
        telling: (known?.telling ?? false) || telling,
      });
    }
  }
  for (const [row, like] of thesaurus.likeness(query)) {
    const known = answers.get(row.n);
    if (known) answers.set(row.n, { ...known, score: known.score + LIKENESS * like * like });
  }
  return [...answers.values()]
    .map((one) => ({ ...one, score: one.score * KIND_WEIGHTS[one.row.kind], covered: one.covered / total }))
    .sort(byScore);
}

interface Best {
  readonly row: Row;
  readonly rank: Rank;
  readonly value: number;
  readonly marks: readonly (readonly string[])[];
}

// The best that each record has for one piece: the piece itself, a word that means the same, what people say for the record.
async function answersTo(library: Library, segment: Segment, thesaurus: Thesaurus): Promise<Map<number, Best>> {
  const best = new Map<number, Best>();
  const note = (row: Row, rank: Rank, value: number, marks: Best['marks']) => {
    const known = best.get(row.n);
    const all = [...(known?.marks ?? []), ...marks];
    best.set(row.n, known && known.value >= value ? { ...known, marks: all } : { row, rank, value, marks: all });
  };
  const found = await Promise.all(segment.readings.map((reading) => hitsOf(library, reading)));
  found.forEach((hits, i) => {
    for (const { row, rank, marks } of hits) {
      // A letter that stands alone is evidence, and would be noise as a mark.
      note(row, rank, WEIGHTS[rank.tier] * (i === 0 ? 1 : BY_SYNONYM), segment.weight < LETTER_ALONE ? [] : marks);
    }
  });
  if (segment.weight === 1) {
    for (const row of thesaurus.saidOf(segment.text)) note(row, asProse(row), SAID, []);
  }
  for (const row of segment.county ? library.table.rows : []) {
    if (row.county?.id === segment.county) note(row, asProse(row), 1, []);
  }
  return best;
}

function asProse({ kind }: Row): Rank {
  return { tier: 'prose', kind, share: 0 };
}

/** What each record answers of a query in English: by its English name, or by holding a term of which the query has the English name. */
export async function coverEnglish(
  library: Library,
  table: Table,
  names: English,
  paraphrases: readonly Listed[],
  query: string,
): Promise<Scored[]> {
  const stems = stemsOf(query);
  const { rows } = table;
  const answers = new Map<number, Map<string, number>>();
  const marks = new Map<number, (readonly string[])[]>();
  const note = (row: Row, stem: string, value: number) => {
    const known = answers.get(row.n) ?? new Map<string, number>();
    known.set(stem, Math.max(value, known.get(stem) ?? 0));
    answers.set(row.n, known);
  };
  const also = new Map(paraphrases.map(([n, ...phrases]) => [n, stemsOf(phrases.join(' '))]));
  const terms: { row: Row; stems: string[] }[] = [];
  rows.forEach((row, n) => {
    const own = stemsOf(names[n] ?? '');
    for (const stem of stems) if (own.includes(stem)) note(row, stem, WEIGHTS.english * (0.6 + 0.4 / own.length));
    const said = also.get(n) ?? [];
    for (const stem of stems) if (said.includes(stem)) note(row, stem, SAID * (0.6 + 0.4 / said.length));
    if (row.kind === 'term' && own.length > 0 && own.every((stem) => stems.includes(stem)))
      terms.push({ row, stems: own });
  });
  for (const term of terms) {
    for (const word of [term.row.name, ...term.row.aliases]) {
      for (const hit of await hitsOf(library, word)) {
        for (const stem of term.stems) note(hit.row, stem, WEIGHTS[hit.rank.tier] * 0.5);
        marks.set(hit.row.n, [...(marks.get(hit.row.n) ?? []), ...hit.marks]);
      }
    }
  }
  const counts = new Map<string, number>();
  for (const answer of answers.values())
    for (const stem of answer.keys()) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  const weightOf = (stem: string) => Math.log(1 + rows.length / Math.max(1, counts.get(stem) ?? 0));
  const total = stems.reduce((sum, stem) => sum + weightOf(stem), 0);
  const tier: Tier = 'english';
  return [...answers]
    .flatMap(([n, answer]) => {
      const row = rows[n];
      if (!row) return [];
      const weighed = [...answer].map(([stem, value]) => ({ weight: weightOf(stem), value }));
      const score = weighed.reduce((sum, { weight, value }) => sum + weight * value, 0) * KIND_WEIGHTS[row.kind];
      const covered = weighed.reduce((sum, { weight }) => sum + weight, 0) / total;
      const rank = { tier, kind: row.kind, share: covered };
      const held = (names[n] ?? '')
        .split(/[^\p{L}\p{N}]+/u)
        .filter((word) => stemsOf(word).some((stem) => answer.has(stem)));
      return [{ row, rank, marks: [...(marks.get(n) ?? []), ...held.map(cutQuery)], score, covered, telling: true }];
    })
    .sort(byScore);
}

function byScore(a: Scored, b: Scored): number {
  return b.score - a.score || byOrder(a, b);
}
