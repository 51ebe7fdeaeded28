/** A printed number cut for display: what is set large, and the unit beside it. */
export interface PrintedParts {
  readonly number: string;
  readonly unit: string;
}

const ARABIC = /^(.*[\d０-９](?:[.．][\d０-９]+)?)(.*)$/su;

/** Cuts `不低于1200万元` into 不低于1200 and 万元. A number in Chinese numerals is left whole: its unit is part of its sound. */
export function printedParts(printed: string): PrintedParts {
  const match = ARABIC.exec(printed);
  return match ? { number: match[1] ?? '', unit: match[2] ?? '' } : { number: printed, unit: '' };
}
