/** The kinds of record that search finds, in the order in which they stand where all else ties. */
export const KINDS = ['initiative', 'theme', 'term', 'indicator', 'county', 'source', 'page'] as const;
export type Kind = (typeof KINDS)[number];
