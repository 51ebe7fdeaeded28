import { readFileSync } from 'node:fs';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { licenceWords as words } from '../i18n/licence-words.ts';
import { words as site } from '../i18n/zh.ts';
import { type PackageLicence, packageLicence } from './package-licence.ts';
import { type Compiled, packageOf, SHIPPED_BY_FILE } from './shipped.ts';

/** Where the list stands, from the site's root. */
export const LICENCES = 'licences.txt';

/** A package that reaches readers, and in what form. */
export interface Shipped extends PackageLicence {
  readonly what: keyof typeof words.ships;
  readonly holds?: readonly Compiled[] | undefined;
}

/** Texts of licences that ask to go along with what is compiled, and that no package brings. */
const TEXTS = new URL('licence-texts/', import.meta.url);
const WITH_TEXT = ['BlueOak-1.0.0', 'GPL-3.0-only'];

/**
 * Writes into a built site the licences of all that it brings to readers and that is not its own. What is bundled is asked of the
 * bundler; Vite's own list of licences leaves out the code that Vite adds.
 */
export function licences(): AstroIntegration {
  const bundled = new Map<string, string>();
  let modules: string;
  return {
    name: 'licences',
    hooks: {
      'astro:config:setup': ({ config, updateConfig }) => {
        modules = fileURLToPath(new URL('node_modules/', config.root));
        const plugin = {
          name: 'shipped-packages',
          applyToEnvironment: ({ name }: { name: string }) => name === 'client',
          generateBundle(_: unknown, bundle: object) {
            for (const chunk of Object.values(bundle)) {
              for (const module of chunk.type === 'chunk' ? chunk.moduleIds : []) {
                const found = packageOf(module);
                if (found) bundled.set(found.name, found.folder ?? join(modules, found.name));
              }
            }
          },
        };
        updateConfig({ vite: { plugins: [plugin] } });
      },
      'astro:build:done': async ({ dir }) => {
        const root = fileURLToPath(dir);
        const files = (await readdir(root, { recursive: true })).map((file) => file.replaceAll('\\', '/'));
        const made = SHIPPED_BY_FILE.filter((one) => files.some(one.made));
        const shipped = [
          ...[...bundled.values()].map((folder) => ({ ...packageLicence(folder), what: 'script' as const })),
          ...made.map(({ name, what, holds }) => ({ ...packageLicence(join(modules, name)), what, holds })),
        ];
        await writeFile(join(root, LICENCES), licencesText(shipped));
      },
    },
  };
}

/** The list as a text: every package once, in the order of their names. Hosts that name no encoding are told it by the mark at its head. */
export function licencesText(shipped: readonly Shipped[]): string {
  const sorted = [...shipped].sort((a, b) => (a.name < b.name ? -1 : 1));
  const parts = sorted.map(({ name, version, licence, texts, what, holds }) =>
    [
      `${name} ${version}\n${words.licence}：${licence}\n${words.from}：${words.ships[what]}`,
      ...texts,
      ...compiledText(holds ?? []),
    ].join('\n\n'),
  );
  return `\uFEFF${[`${words.title(site.site)}\n\n${words.note}`, ...parts].join(`\n\n${'='.repeat(80)}\n\n`)}\n`;
}

function compiledText(holds: readonly Compiled[]): string[] {
  if (holds.length === 0) return [];
  const list = holds.map(({ name, licence, source }) => `${name}\n${words.licence}：${licence}\n${source}`);
  const asked = WITH_TEXT.filter((text) => holds.some(({ licence }) => licence === text));
  const whole = asked.map((text) => `${text}\n\n${readFileSync(new URL(`${text}.txt`, TEXTS), 'utf8').trim()}`);
  return [words.holds, ...list, ...(asked.length > 0 ? [words.compiled] : []), ...whole];
}
