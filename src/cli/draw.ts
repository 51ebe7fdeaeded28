/**
 * Draws the pictures of public/ that no vector can stand for: what a shared link shows, and the icon of a home screen. By hand, after a
 * change of the drawings: `node src/cli/draw.ts`, where Noto Serif CJK and pngquant are installed.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { launch } from '../bench/browser.ts';

const PICTURES = [
  { drawing: 'src/share/picture.svg', file: 'public/share.png', width: 1200, height: 630 },
  { drawing: 'public/favicon.svg', file: 'public/apple-touch-icon.png', width: 180, height: 180 },
];

const browser = await launch();
for (const { drawing, file, width, height } of PICTURES) {
  const page = await browser.newPage({ viewport: { width, height } });
  // A home screen rounds the corners itself, and what is clear there becomes black.
  const shown = readFileSync(drawing, 'utf8').replace(' rx="3"', '');
  await page.setContent(`<style>*{margin:0}svg{display:block;width:100%}</style>${shown}`);
  await page.screenshot({ path: file });
  execFileSync('pngquant', ['64', '--force', '--strip', '--ext', '.png', file]);
}
await browser.close();
