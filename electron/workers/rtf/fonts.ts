/** Code pages of font character sets ([MS-RTF], `\fcharset`). */
const charsets: Readonly<Record<number, number>> = {
  77: 10000,
  128: 932,
  129: 949,
  130: 1361,
  134: 936,
  136: 950,
  161: 1253,
  162: 1254,
  163: 1258,
  177: 1255,
  178: 1256,
  186: 1257,
  204: 1251,
  222: 874,
  238: 1250,
};
const encodings: Readonly<Record<number, string>> = {
  437: 'windows-1252',
  874: 'windows-874',
  932: 'shift_jis',
  936: 'gb18030',
  949: 'euc-kr',
  950: 'big5',
  10000: 'macintosh',
  10008: 'gb18030',
  54936: 'gb18030',
  65001: 'utf-8',
};
const symbolCharset = 2;
const doubleByte: readonly number[] = [932, 936, 949, 950, 54936];

/** Encoding of a code page; Windows Latin where it is unknown. */
function encodingOf(codePage: number): string {
  const named = encodings[codePage];
  if (named !== undefined) return named;
  return codePage >= 1250 && codePage <= 1258 ? `windows-${codePage}` : 'windows-1252';
}

interface Font {
  codePage: number | null;
  isSymbol: boolean;
  name: string;
}

/** The fonts of a file and with them the encodings of its text. */
export class RtfFonts {
  readonly #fonts = new Map<number, Font>();
  #codePage = 1252;
  #current: Font | null = null;

  set codePage(value: number) {
    this.#codePage = value;
  }

  /** Begins or goes on with the definition of a font. */
  define(number: number): void {
    const font = this.#fonts.get(number) ?? { codePage: null, isSymbol: false, name: '' };
    this.#fonts.set(number, font);
    this.#current = font;
  }

  charset(value: number): void {
    if (this.#current === null) return;
    this.#current.isSymbol = value === symbolCharset;
    this.#current.codePage = charsets[value] ?? null;
  }

  ownCodePage(value: number): void {
    if (this.#current !== null && value > 0) this.#current.codePage = value;
  }

  name(char: string): void {
    if (this.#current !== null && this.#current.name.length < 64) this.#current.name += char;
  }

  /**
   * Encoding of text in a font. Fonts that name none follow the file's code page, those of a Chinese file included: many
   * programs leave `\fcharset0` beside GBK bytes.
   */
  encoding(number: number): string {
    const codePage = this.#fonts.get(number)?.codePage ?? this.#codePage;
    return encodingOf(codePage);
  }

  /** The file's own encoding when it is one of two bytes, to try when a font's fails. */
  fallback(): string | null {
    return doubleByte.includes(this.#codePage) ? encodingOf(this.#codePage) : null;
  }

  /** Name of a symbol font, null for any other. */
  symbolFont(number: number): string | null {
    const font = this.#fonts.get(number);
    return font?.isSymbol === true ? font.name.replace(/;$/, '').trim() : null;
  }
}
