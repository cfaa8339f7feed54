import { symbolOf } from '../docx/symbols.ts';
import type { MarkName } from '../markedText.ts';
import type { FormatRuns } from './formatPages.ts';
import { pieceText, type Piece } from './pieces.ts';
import { takeCharacters, type CharacterFormat, type StyleSheet } from './styleSheet.ts';
import type { WordBytes } from './wordBytes.ts';

/** Text of one look, all of one piece. */
export interface TextSpan {
  readonly text: string;
  /** Byte offset in the main stream of the first character, and bytes to each. */
  readonly offset: number;
  readonly unit: 1 | 2;
  readonly format: CharacterFormat;
}

/** The characters `from` to `to` of the text as spans of one format each. */
export class SpanReader {
  readonly #main: WordBytes;
  readonly #pieces: readonly Piece[];
  readonly #runs: FormatRuns;
  readonly #styles: StyleSheet;
  /** Whether text that should be there lies past the end of the file. */
  isCut = false;

  constructor(main: WordBytes, pieces: readonly Piece[], runs: FormatRuns, styles: StyleSheet) {
    this.#main = main;
    this.#pieces = pieces;
    this.#runs = runs;
    this.#styles = styles;
  }

  /** `paragraphStyleAt` gives the style of the paragraph that holds a byte. */
  *spans(
    from: number,
    to: number,
    paragraphStyleAt: (offset: number) => number,
  ): Generator<TextSpan> {
    for (let i = this.#firstPiece(from); i < this.#pieces.length; i++) {
      const piece = this.#pieces[i];
      if (piece === undefined || piece.from >= to) return;
      let at = Math.max(from, piece.from);
      const end = Math.min(to, piece.to);
      while (at < end) {
        const offset = piece.offset + (at - piece.from) * piece.unit;
        const run = this.#runs.at(offset);
        const units = run === null ? end - at : Math.ceil((run.to - offset) / piece.unit);
        const next = Math.min(end, at + Math.max(1, units));
        const text = pieceText(this.#main, piece, at, next);
        if (text.length < next - at) this.isCut = true;
        if (text === '') return;
        const format = this.#formatOf(run?.group ?? null, paragraphStyleAt(offset));
        yield { text, offset, unit: piece.unit, format };
        at = next;
      }
    }
  }

  #firstPiece(from: number): number {
    let low = 0;
    let high = this.#pieces.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#pieces[middle]?.to ?? 0) <= from) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Of the paragraph's style only whether text is hidden; its looks belong to the style. */
  #formatOf(group: WordBytes | null, paragraphStyle: number): CharacterFormat {
    const { hidden } = this.#styles.characters(paragraphStyle);
    const base: CharacterFormat = hidden === undefined ? {} : { hidden };
    if (group === null) return base;
    const named: CharacterFormat = {};
    takeCharacters(named, group);
    const own = named.style === undefined ? {} : this.#styles.characters(named.style);
    const format: CharacterFormat = { ...base, ...own };
    takeCharacters(format, group);
    return format;
  }
}

const markNames = [
  'bold',
  'italic',
  'underline',
  'strike',
  'hidden',
  'deleted',
  'inserted',
] as const satisfies readonly MarkName[];

export function marksOf(format: CharacterFormat): MarkName[] {
  return markNames.filter((name) => format[name] === true);
}

const plain: Readonly<Record<string, string>> = {
  '\t': '\t',
  '\u000B': '\n',
  '\u000E': '\n',
  '\u001E': '\u2011',
  '\u001F': '\u00AD',
};

/** What a character of the file stands for in the text: itself, its sign, or nothing (anchors of notes and pictures). */
export function shownText(char: string, format: CharacterFormat, fonts: readonly string[]): string {
  if (char === '(' && format.symbol !== undefined)
    return symbolOf(fonts[format.symbol.font], format.symbol.sign.toString(16));
  const code = char.charCodeAt(0);
  if (code >= 0x20 && char !== '\u007F') return char;
  return plain[char] ?? '';
}
