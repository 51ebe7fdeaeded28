import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

// Neutral text of no county, so that the reference stays the same while the content of the site changes.
const SENTENCES = [
  '清晨的河面上有一层薄雾，对岸的树只看得出轮廓。',
  '图书馆的阅览室朝南，冬天的阳光可以照到第三排书架。',
  '这条路先沿着山脚走，过了石桥再转向北面的谷地。',
  '气象站每隔一小时记录一次温度、湿度和风向。',
  '木匠把板材按纹理分开，晾干以后才开始量尺寸。',
  '车站的钟比广播慢一分钟，常来的人都知道。',
  '春天播种的蔬菜在雨水之后长得很快，需要搭起架子。',
  '窗外的银杏到了深秋变成黄色，一夜的风便落满院子。',
  '渡船早晚各有一班，其余时间要绕行下游的大桥。',
  '陶器在窑里烧制两天，冷却以后才能看出釉色。',
  '孩子们在操场上量影子，比较上午和下午的长短。',
  '旧地图上的湖泊比现在宽，岸线的变化可以逐年对照。',
];
const SENTENCES_A_PAGE = 15;

/** How many pages the reference has: as many as the site has counties. */
export const BARE_PAGES = 5;

/** The MDX of one page of the reference, `page` from 0: front matter, headings, and some 350 Han characters. */
export function barePage(page: number): string {
  const sentences = Array.from(
    { length: SENTENCES_A_PAGE },
    (_, i) => SENTENCES[(page * 7 + i * 5) % SENTENCES.length] ?? '',
  );
  const part = (from: number) => sentences.slice(from, from + 5).join('');
  return `---\nlayout: ../Plain.astro\ntitle: 第 ${page + 1} 页\n---\n\n${part(0)}\n\n## 其二\n\n${part(5)}\n\n## 其三\n\n${part(10)}\n`;
}

const LAYOUT = `---
const { frontmatter } = Astro.props;
---
<html lang="zh-CN">
  <head><meta charset="utf-8" /><title>{frontmatter.title}</title></head>
  <body><main><h1>{frontmatter.title}</h1><slot /></main></body>
</html>
`;

// Caches of its own: through the link to node_modules its build would write into those of the site.
const CONFIG = `import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';

export default defineConfig({ integrations: [mdx()], cacheDir: './.cache/astro', vite: { cacheDir: './.cache/vite' } });
`;

/** Writes the reference anew into `folder`: a site with Astro and MDX alone, its packages those of the project at `root`. */
export function writeBareSite(root: string, folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  const files: Record<string, string> = {
    'package.json': '{ "name": "bench-bare", "private": true, "type": "module" }\n',
    'tsconfig.json': '{ "extends": "astro/tsconfigs/base" }\n',
    'astro.config.mjs': CONFIG,
    'src/Plain.astro': LAYOUT,
  };
  for (let page = 0; page < BARE_PAGES; page++) {
    files[`src/pages/${page === 0 ? 'index' : `page-${page + 1}`}.mdx`] = barePage(page);
  }
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  // Windows makes links to folders without special rights only as junctions; elsewhere the word is ignored.
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
}
