/** What a page loads by itself, by kind. */
export type Kind = 'css' | 'js' | 'other';

export interface Reference {
  readonly kind: Kind;
  /** As it is written, entities resolved. */
  readonly address: string;
}

const TAG = /<(link|script|img|source|iframe|embed|video|audio|input|object)\b((?:"[^"]*"|'[^']*'|[^"'>])*)>/gi;

/**
 * What a browser asks for when it reads a page, apart from the page: style sheets, scripts, pictures, the icon. A page that names no
 * icon makes it ask for /favicon.ico. Links to follow, data addresses and comments are none of it.
 */
export function referencesOfHtml(html: string): Reference[] {
  const references: Reference[] = [];
  let icon = false;
  for (const [, tag = '', attributes = ''] of html.replace(/<!--[\s\S]*?-->/g, '').matchAll(TAG)) {
    const get = (name: string) => attributeOf(attributes, name);
    if (tag.toLowerCase() === 'link') {
      const address = get('href');
      const rel = (get('rel') ?? '').toLowerCase().split(/\s+/);
      const kind = linkKind(rel, get('as'));
      if (rel.includes('icon')) icon = true;
      if (kind && address) references.push({ kind, address });
    } else {
      const address = get(tag.toLowerCase() === 'object' ? 'data' : 'src');
      if (address) references.push({ kind: tag.toLowerCase() === 'script' ? 'js' : 'other', address });
      // Of several sizes one is sent: the first stands for it where there is no plain address.
      const [first] = (get('srcset') ?? '').trim().split(/[\s,]+/);
      if (!address && first) references.push({ kind: 'other', address: first });
    }
  }
  if (!icon) references.push({ kind: 'other', address: '/favicon.ico' });
  return loaded(references);
}

/** What a style sheet loads: other sheets, pictures and fonts. */
export function referencesOfCss(css: string): Reference[] {
  const plain = css.replace(/\/\*[\s\S]*?\*\//g, '');
  const imports = /@import\s*(?:url\(\s*)?["']?([^"')\s;]+)["']?[^;]*;/g;
  return loaded([
    ...[...plain.matchAll(imports)].map(([, address = '']): Reference => ({ kind: 'css', address })),
    ...[...plain.replace(imports, '').matchAll(/url\(\s*["']?([^"')]+?)["']?\s*\)/g)].map(
      ([, address = '']): Reference => ({ kind: 'other', address }),
    ),
  ]);
}

/** What a module loads with it: its static imports. What it asks for later, at a reader's wish, is none of it. */
export function referencesOfJs(js: string): Reference[] {
  const imports = /(?:^|[;\s}])(?:import|export)\s*(?:[\w$*{}\s,]*?\bfrom\s*)?["']([./][^"']*)["']/g;
  return loaded([...js.matchAll(imports)].map(([, address = '']): Reference => ({ kind: 'js', address })));
}

function linkKind(rel: readonly string[], as: string | undefined): Kind | undefined {
  if (rel.includes('stylesheet')) return rel.includes('alternate') ? undefined : 'css';
  if (rel.includes('modulepreload')) return 'js';
  if (rel.includes('preload')) return as === 'style' ? 'css' : as === 'script' ? 'js' : 'other';
  return rel.includes('icon') || rel.includes('manifest') ? 'other' : undefined;
}

function attributeOf(attributes: string, name: string): string | undefined {
  const found = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(attributes);
  return (found?.[1] ?? found?.[2] ?? found?.[3])?.replaceAll('&amp;', '&').replaceAll('&#38;', '&');
}

function loaded(references: readonly Reference[]): Reference[] {
  return references.filter(({ address }) => !/^(data:|blob:|about:|#)/i.test(address));
}
