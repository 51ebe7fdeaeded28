import { unified } from '@astrojs/markdown-remark';
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { REMARK_PLUGINS } from './src/atlas/prose.ts';
import { readSettings } from './src/cli/settings.ts';
import { contentWatch } from './src/integrations/content-watch.ts';
import { hostFiles } from './src/integrations/host-files.ts';
import { licences } from './src/integrations/licences.ts';
import { offlineAway } from './src/integrations/offline-away.ts';
import { qualifyReferences } from './src/integrations/qualify-references.ts';
import { refuseCode } from './src/integrations/refuse-code.ts';
import { searchIndex } from './src/integrations/search-index.ts';
import { searchPageScript } from './src/integrations/search-page-script.ts';
import { sitemap } from './src/integrations/sitemap.ts';
import { trimIndent } from './src/integrations/trim-indent.ts';
import { wholeNumbers } from './src/integrations/whole-numbers.ts';

const settings = readSettings(process.env);
if ('fault' in settings) throw new Error(settings.fault);

export default defineConfig({
  ...(settings.site ? { site: settings.site } : {}),
  base: settings.base,
  trailingSlash: 'always',
  // Kept as written: the compressor takes the white space around inline elements with it.
  compressHTML: false,
  // A policy without inline code needs every style in a file of its own.
  build: { inlineStylesheets: 'never', format: 'directory' },
  vite: {
    build: { assetsInlineLimit: 0 },
    define: {
      'import.meta.env.REPORTED_TO': JSON.stringify(settings.repository ?? ''),
      'import.meta.env.KEEPS_OFFLINE': JSON.stringify(settings.offline),
    },
  },
  devToolbar: { enabled: false },
  markdown: {
    // Shiki writes inline styles, which the policy refuses; reports hold no code.
    syntaxHighlight: false,
    processor: unified({
      gfm: false,
      smartypants: false,
      remarkPlugins: [...REMARK_PLUGINS, refuseCode, qualifyReferences],
      remarkRehype: { footnoteLabel: '注', footnoteBackLabel: '回到正文' },
    }),
  },
  integrations: [
    mdx(),
    contentWatch(),
    searchIndex(),
    searchPageScript(),
    sitemap(),
    licences(),
    trimIndent(),
    wholeNumbers(),
    hostFiles(),
    offlineAway(),
  ],
});
