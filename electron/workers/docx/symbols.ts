import { symbolFont } from './symbolFont.ts';

import { ownEntry } from '../ownEntry.ts';

/** Signs of symbol fonts that contracts use as check boxes and ticks, by font and code. */
const wingdings: Readonly<Record<number, string>> = {
  0x6c: '●',
  0x6e: '■',
  0x6f: '□',
  0x71: '❑',
  0x75: '◆',
  0xa7: '▪',
  0xa8: '◻',
  0xd8: '➢',
  0xfb: '✗',
  0xfc: '✓',
  0xfd: '☒',
  0xfe: '☑',
};
const wingdings2: Readonly<Record<number, string>> = {
  0x4f: '✗',
  0x50: '✓',
  0x51: '☒',
  0x52: '☑',
  0xa3: '☐',
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
