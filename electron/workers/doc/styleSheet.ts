import { tablePart, type WordFile } from './fileInformation.ts';
import { sprmsOf, WordBytes } from './wordBytes.ts';

/** What the property changes of a paragraph say; undefined where they say nothing. */
export interface ParagraphFormat {
  /** Index into the table of list overrides, 1-based; 0 for none. */
  list?: number;
  listLevel?: number;
  /** Outline level, 1 to 9; 0 for body text. */
  outline?: number;
  align?: 'start' | 'center' | 'end' | 'justify';
  isInTable?: boolean;
  tableDepth?: number;
  isRowEnd?: boolean;
  isInnerCellEnd?: boolean;
  isInnerRowEnd?: boolean;
}

/** What the property changes of characters say; a toggle of 128 or 129 takes or turns round what the style says. */
export interface CharacterFormat {
  bold?: boolean;
  italic?: boolean;
  underline?: boolean;
  strike?: boolean;
  hidden?: boolean;
  deleted?: boolean;
  inserted?: boolean;
  style?: number;
  /** Sign of a symbol font: the font's number and the sign's place in it. */
  symbol?: { readonly font: number; readonly sign: number };
}

const bodyText = 9;
const aligns = ['start', 'center', 'end', 'justify'] as const;

/** Adds what a group of property changes says to `format`. */
export function takeParagraph(format: ParagraphFormat, group: WordBytes, from = 0): void {
  for (const { code, at } of sprmsOf(group, from)) {
    switch (code) {
      case 0x460b:
        format.list = group.u16(at);
        break;
      case 0x260a:
        format.listLevel = Math.min(8, group.u8(at));
        break;
      case 0x2640:
        format.outline = group.u8(at) >= bodyText ? 0 : group.u8(at) + 1;
        break;
      case 0x2403:
      case 0x2461:
        format.align = aligns[Math.min(3, group.u8(at))] ?? 'start';
        break;
      case 0x2416:
        format.isInTable = group.u8(at) !== 0;
        break;
      case 0x6649:
        format.tableDepth = group.u32(at);
        break;
      case 0x2417:
        format.isRowEnd = group.u8(at) !== 0;
        break;
      case 0x244b:
        format.isInnerCellEnd = group.u8(at) !== 0;
        break;
      case 0x244c:
        format.isInnerRowEnd = group.u8(at) !== 0;
        break;
      default:
    }
  }
}

const toggles: Readonly<Record<number, 'bold' | 'italic' | 'strike' | 'hidden'>> = {
  0x0835: 'bold',
  0x0836: 'italic',
  0x0837: 'strike',
  0x083c: 'hidden',
};

/** Adds what a group of property changes says to `format`, whose present values are the style's. */
export function takeCharacters(format: CharacterFormat, group: WordBytes): void {
  for (const { code, at } of sprmsOf(group)) {
    const toggle = toggles[code];
    if (toggle !== undefined) {
      const value = group.u8(at);
      const ofStyle = format[toggle] ?? false;
      format[toggle] = value === 0x80 ? ofStyle : value === 0x81 ? !ofStyle : value === 1;
    } else if (code === 0x0800) format.deleted = group.u8(at) !== 0;
    else if (code === 0x0801) format.inserted = group.u8(at) !== 0;
    else if (code === 0x2a3e) format.underline = group.u8(at) !== 0;
    else if (code === 0x4a30) format.style = group.u16(at);
    else if (code === 0x6a09) format.symbol = { font: group.u16(at), sign: group.u16(at + 2) };
  }
}

interface Style {
  readonly base: number;
  readonly paragraph: WordBytes | null;
  readonly characters: WordBytes | null;
  /** Built-in heading level, 0 for none. */
  readonly heading: number;
}

const noBase = 0xfff;
const maxDepth = 20;

/** The styles of a file, resolved through what they are based on. */
export class StyleSheet {
  readonly #styles: readonly (Style | null)[];
  readonly #paragraphs = new Map<number, ParagraphFormat>();
  readonly #characters = new Map<number, CharacterFormat>();

  constructor(file: WordFile) {
    this.#styles = readStyles(file.part(tablePart.styles));
  }

  paragraph(index: number): Readonly<ParagraphFormat> {
    let format = this.#paragraphs.get(index);
    if (format !== undefined) return format;
    format = {};
    for (const style of this.#chain(index)) {
      if (style.heading > 0) format.outline = style.heading;
      if (style.paragraph !== null) takeParagraph(format, style.paragraph, 2);
    }
    this.#paragraphs.set(index, format);
    return format;
  }

  characters(index: number): Readonly<CharacterFormat> {
    let format = this.#characters.get(index);
    if (format !== undefined) return format;
    format = {};
    for (const style of this.#chain(index))
      if (style.characters !== null) takeCharacters(format, style.characters);
    this.#characters.set(index, format);
    return format;
  }

  #chain(index: number): Style[] {
    const chain: Style[] = [];
    let at = index;
    while (at !== noBase && chain.length < maxDepth) {
      const style = this.#styles[at];
      if (style == null) break;
      chain.unshift(style);
      at = style.base;
    }
    return chain;
  }
}

function readStyles(sheet: WordBytes | null): (Style | null)[] {
  if (sheet === null || sheet.length < 6) return [];
  const headerSize = sheet.u16(0);
  const count = sheet.u16(2);
  const baseSize = sheet.u16(4);
  const styles: (Style | null)[] = [];
  let at = 2 + headerSize;
  while (styles.length < count && at + 2 <= sheet.length) {
    const size = sheet.u16(at);
    if (at + 2 + size > sheet.length) break;
    styles.push(size === 0 ? null : styleOf(sheet.part(at + 2, size), baseSize));
    at += 2 + size + (size % 2);
  }
  return styles;
}

/** One style ([MS-DOC] 2.9.260); null where it does not hold together. */
function styleOf(std: WordBytes, baseSize: number): Style | null {
  if (std.length < baseSize + 2 || baseSize < 8) return null;
  const builtIn = std.u16(0) & 0xfff;
  const type = std.u16(2) & 0xf;
  const groups: WordBytes[] = [];
  let at = baseSize + 2 + 2 * std.u16(baseSize) + 2;
  for (let i = std.u16(4) & 0xf; i > 0 && at + 2 <= std.length; i--) {
    at += at % 2;
    if (at + 2 > std.length) break;
    const size = std.u16(at);
    if (at + 2 + size > std.length) break;
    groups.push(std.part(at + 2, size));
    at += 2 + size;
  }
  const isParagraph = type === 1;
  return {
    base: std.u16(2) >> 4,
    paragraph: isParagraph ? (groups[0] ?? null) : null,
    characters: (isParagraph ? groups[1] : type === 2 ? groups[0] : undefined) ?? null,
    heading: builtIn >= 1 && builtIn <= 9 ? builtIn : 0,
  };
}
