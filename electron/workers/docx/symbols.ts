import { symbolFont } from './symbolFont.ts';

import { ownEntry } from '../ownEntry.ts';

/** Neighbours in a symbol font from a code on. */
const from = (first: number, signs: string): Record<number, string> =>
  Object.fromEntries(Array.from(signs, (sign, i) => [first + i, sign] as const));

/** Signs of symbol fonts that contracts use as check boxes, ticks, numbers and arrows, by font and code. */
const wingdings: Readonly<Record<number, string>> = {
  0x21: '✏',
  0x22: '✂',
  0x28: '☎',
  0x2a: '✉',
  ...from(0x45, '☜☞☝☟'),
  ...from(0x6c, '●❍■□❐❑❒'),
  ...from(0x74, '◆◆❖'),
  ...from(0x80, '⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿'),
  ...from(0x9e, '·•▪○'),
  0xa7: '▪',
  0xa8: '◻',
  ...from(0xaa, '✦★✶'),
  0xd8: '➢',
  ...from(0xdf, '←→↑↓↖↗↙↘'),
  0xe8: '➔',
  ...from(0xef, '⇦⇨⇧⇩'),
  ...from(0xfb, '✗✓☒☑'),
};
const wingdings2: Readonly<Record<number, string>> = {
  ...from(0x4f, '✗✓☒☑☒'),
  ...from(0x69, '⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿'),
  ...from(0x97, '●●'),
  ...from(0xa2, '■☐☐'),
};
const fonts: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  wingdings,
  'wingdings 2': wingdings2,
  symbol: symbolFont,
};

/** The sign that `w:sym` shows, one UTF-16 unit where it is known, else the character as stored. */
export function symbolOf(font: string | undefined, char: string | undefined): string {
  const code = Number.parseInt(char ?? '', 16);
  if (!Number.isFinite(code) || code <= 0 || code > 0xffff) return '';
  const stored = code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code;
  return ownEntry(fonts, (font ?? '').toLowerCase())?.[stored] ?? String.fromCharCode(code);
}

const stored = /[\uF020-\uF0FF]/g;
const isStored = /[\uF020-\uF0FF]/;

/** Whether text holds signs by their place in a symbol font. */
export const holdsSymbols = (text: string): boolean => isStored.test(text);

/** Text with such signs as the font shows them, one unit for one. */
export function shownSymbols(text: string, font: string | undefined): string {
  return text.replace(stored, (char) => symbolOf(font, char.charCodeAt(0).toString(16)));
}
