import { symbolOf } from '../docx/symbols.ts';
import type { WarningLog } from '../warnings.ts';
import type { RtfFonts } from './fonts.ts';

/** Turns the bytes and units of a file into characters, by the font in which they stand. */
export class RtfDecoder {
  readonly #fonts: RtfFonts;
  readonly #warnings: WarningLog;
  readonly #decoders = new Map<string, InstanceType<typeof TextDecoder>>();

  constructor(fonts: RtfFonts, warnings: WarningLog) {
    this.#fonts = fonts;
    this.#warnings = warnings;
  }

  /** Text of a `\u` control; `unit` is a UTF-16 unit. */
  unit(unit: number, font: number): string {
    const symbolFont = this.#fonts.symbolFont(font);
    const isSymbol = symbolFont !== null && unit >= 0xf000 && unit <= 0xf0ff;
    return isSymbol ? symbolOf(symbolFont, unit.toString(16)) : String.fromCharCode(unit);
  }

  bytes(bytes: Uint8Array, font: number): string {
    const symbolFont = this.#fonts.symbolFont(font);
    return symbolFont === null
      ? this.#decode(bytes, this.#fonts.encoding(font))
      : Array.from(bytes, (byte) => symbolOf(symbolFont, byte.toString(16))).join('');
  }

  #decode(bytes: Uint8Array, encoding: string): string {
    const text = this.#decoder(encoding).decode(bytes);
    if (!text.includes('\uFFFD')) return text;
    const other = this.#fonts.fallback();
    const second = other === null || other === encoding ? text : this.#decoder(other).decode(bytes);
    if (second.includes('\uFFFD')) this.#warnings.add('undecodable-text', encoding);
    return second.includes('\uFFFD') ? text : second;
  }

  #decoder(encoding: string): InstanceType<typeof TextDecoder> {
    const decoder = this.#decoders.get(encoding) ?? new TextDecoder(encoding);
    this.#decoders.set(encoding, decoder);
    return decoder;
  }
}
