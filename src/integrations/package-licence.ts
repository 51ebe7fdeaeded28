import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A package as it is installed, with the whole of what it says of its licence. */
export interface PackageLicence {
  readonly name: string;
  readonly version: string;
  /** An SPDX expression, such as `MIT AND Apache-2.0`. */
  readonly licence: string;
  /** The texts of its licence files, in the order of their names. */
  readonly texts: readonly string[];
}

// A package may carry data or code of others: their notices stand in files of their own.
const LICENCE_FILE = /^(?:licen[cs]e|copying|notice|third[-_ ]?party[-_ ]?licen[cs]es)(?:[-_.].*)?$/i;

/** Reads the licence of the package installed in `folder`. Throws where it names none, or carries no text of it. */
export function packageLicence(folder: string): PackageLicence {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  if (typeof license !== 'string') throw new Error(`The package ${name} names no licence in its package.json.`);
  const texts = licenceFiles(folder).map((file) => ownPart(readFileSync(file, 'utf8')));
  if (texts.length === 0) throw new Error(`The package ${name} carries no text of its licence.`);
  return { name, version, licence: license, texts };
}

// A bundler's licence goes on with those of all that it is built of itself, which reaches nobody's browser.
function ownPart(text: string): string {
  const [own = ''] = text.replace(/\r\n?/g, '\n').split(/^#+ Licenses of bundled dependencies$/m);
  return own.trim();
}

// Some packages have a folder of that name.
function licenceFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => LICENCE_FILE.test(name))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? readdirSync(path).map((file) => join(path, file)) : [path];
    })
    .sort();
}
